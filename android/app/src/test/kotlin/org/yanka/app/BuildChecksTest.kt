package org.yanka.app

import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Test

/** Runs the checks of `scripts` on the compiled app and its strings. */
class BuildChecksTest {
    private val android = File(System.getProperty("yanka.project"), "android")

    /** The output of a script that failed; empty where it succeeded. */
    private fun output(vararg command: String): String {
        val process = ProcessBuilder(*command).directory(android).redirectErrorStream(true).start()
        val text = process.inputStream.readBytes().decodeToString()
        return if (process.waitFor() == 0) "" else text.ifEmpty { "failed" }
    }

    @Test fun `members of newer Android versions are called only behind a version check`() {
        val version = "8.0.0_r4-robolectric-r1"
        val all = File(System.getProperty("user.home"), ".m2/repository/org/robolectric/android-all/$version/android-all-$version.jar")
        assertEquals("", output("python3", "scripts/api_level.py", "target/classes", all.path, "guarded-api.txt"))
    }

    @Test fun `the string resources match the shared words`() = assertEquals("", output("python3", "scripts/strings.py", "--check"))

    @Test fun `no string is unused`() {
        val names = Regex("<string name=\"([a-z0-9_]+)\"").findAll(File(android, "app/src/main/res/values/strings.xml").readText()).map { it.groupValues[1] }
        val used = android.resolve("app/src/main").walk().filter { it.extension in setOf("kt", "xml") && it.name != "strings.xml" }.joinToString { it.readText() }
        val unused = names.filter { "R.string.$it\\b".toRegex().find(used) == null && "@string/$it\"" !in used }.toList()
        assertEquals(emptyList<String>(), unused)
    }
}
