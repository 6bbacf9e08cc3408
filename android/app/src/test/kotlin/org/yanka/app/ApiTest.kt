package org.yanka.app

import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Test

/** Looks at the compiled app with the committed scripts. */
class ApiTest {
    private val android = File(System.getProperty("yanka.project"), "android")

    private fun said(vararg command: String): String {
        val process = ProcessBuilder(*command).directory(android).redirectErrorStream(true).start()
        val words = process.inputStream.readBytes().decodeToString()
        return if (process.waitFor() == 0) "" else words.ifEmpty { "failed" }
    }

    @Test fun `nothing needs a newer Android without a look at the version`() {
        val version = "8.0.0_r4-robolectric-r1"
        val all = File(System.getProperty("user.home"), ".m2/repository/org/robolectric/android-all/$version/android-all-$version.jar")
        assertEquals("", said("python3", "scripts/api.py", "target/classes", all.path, "guarded.txt"))
    }

    @Test fun `the strings are what the shared words say`() = assertEquals("", said("python3", "scripts/strings.py", "--check"))

    @Test fun `no string is unused`() {
        val names = Regex("<string name=\"([a-z0-9_]+)\"").findAll(File(android, "app/src/main/res/values/strings.xml").readText()).map { it.groupValues[1] }
        val used = android.resolve("app/src/main").walk().filter { it.extension in setOf("kt", "xml") && it.name != "strings.xml" }.joinToString { it.readText() }
        val unused = names.filter { "R.string.$it\\b".toRegex().find(used) == null && "@string/$it\"" !in used }.toList()
        assertEquals(emptyList<String>(), unused)
    }
}
