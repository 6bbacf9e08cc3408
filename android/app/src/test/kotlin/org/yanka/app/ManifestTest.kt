package org.yanka.app

import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.Assert.*
import org.junit.Test
import org.w3c.dom.Element

/** Properties of the manifest, the strings and the sources, read from the files. */
class ManifestTest {
    private val android = File(System.getProperty("yanka.project"), "android")
    private val main = File(android, "app/src/main")
    private val manifest = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File(main, "AndroidManifest.xml")).documentElement
    private fun Element.all(tag: String) = getElementsByTagName(tag).let { l -> (0 until l.length).map { l.item(it) as Element } }
    private fun strings(folder: String) = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(File(main, "res/$folder/strings.xml")).documentElement.all("string").associate { it.getAttribute("name") to it.textContent }
    private val sources = File(main, "kotlin").walk().filter { it.extension == "kt" }.toList()

    @Test fun `no permission is requested`() {
        assertEquals(emptyList<Element>(), manifest.all("uses-permission") + manifest.all("uses-permission-sdk-23") + manifest.all("permission"))
    }

    @Test fun `the exported components are those of the committed list`() {
        val exported = listOf("activity", "activity-alias", "service", "receiver", "provider").flatMap { manifest.all(it) }
            .filter { it.getAttribute("android:exported") == "true" }.map { it.getAttribute("android:name") }
        assertEquals(File(android, "exported-components.txt").readLines().filter { it.isNotBlank() }, exported)
    }

    @Test fun `backups are disabled`() {
        val app = manifest.all("application").single()
        assertEquals("false", app.getAttribute("android:allowBackup"))
        assertTrue(app.hasAttribute("android:dataExtractionRules"))
    }

    @Test fun `the app handles no telephone links`() {
        assertTrue(manifest.all("data").none { it.getAttribute("android:scheme") == "tel" })
        assertTrue(manifest.all("action").none { "CALL" in it.getAttribute("android:name") })
    }

    @Test fun `the three languages have the same strings`() {
        val names = strings("values").keys
        assertEquals(names, strings("values-en").keys)
        assertEquals(names, strings("values-b+zh+Hant").keys)
        assertTrue("an English sentence with Chinese letters", strings("values-en").filterKeys { !it.startsWith("settings_language_zh") }
            .values.none { v -> v.any { it in '\u4e00'..'\u9fff' } })
    }

    @Test fun `the placeholders are the same in every language`() {
        val placeholders = Regex("%\\d\\$[sd]")
        val (zh, hant, en) = listOf("values", "values-b+zh+Hant", "values-en").map(::strings)
        for ((name, words) in zh) for (other in listOf(hant, en)) {
            assertEquals(name, placeholders.findAll(words).map { it.value }.toSet(), placeholders.findAll(other.getValue(name)).map { it.value }.toSet())
        }
    }

    @Test fun `the code contains no Chinese text`() {
        for (file in sources) for ((i, line) in file.readLines().withIndex()) {
            val code = line.substringBefore(" //").let { if (it.trimStart().startsWith("//") || it.trimStart().startsWith("*") || it.trimStart().startsWith("/*")) "" else it }
            assertFalse("${file.name}:${i + 1}", code.any { it in '\u4e00'..'\u9fff' })
        }
    }

    @Test fun `only Core uses the binding`() {
        assertEquals(listOf("Core.kt"), sources.filter { "uniffi" in it.readText() }.map { it.name })
    }

    @Test fun `no file is longer than 400 lines`() { for (f in sources) assertTrue(f.name, f.readLines().size <= 400) }

    @Test fun `every screen name in the code exists`() {
        val names = Regex("""(?:navigate|resetTo)\("([a-z-]+)"""")
        for (f in sources) for (m in names.findAll(f.readText())) {
            assertTrue("${f.name}: ${m.groupValues[1]}", m.groupValues[1] in org.yanka.app.screens.SCREENS)
        }
    }
}
