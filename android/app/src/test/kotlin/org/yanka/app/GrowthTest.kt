package org.yanka.app

import com.sun.jna.Function
import com.sun.jna.Pointer
import java.io.File
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.yanka.app.core.Given

/** What two hundred checks leave behind, on the heap of the app and in the library's memory. */
@RunWith(RobolectricTestRunner::class)
class GrowthTest : Phone() {
    @Test fun `two hundred checks do not grow`() {
        launch(words(PLAIN)); answered()
        var heap = 0L
        var native = 0L
        for (i in 1..200) {
            val text = "$PLAIN $i"
            app.check.begin(Given.Words(text)); until("check $i") { app.check.report?.text == text }
            if (i == 50) { heap = heap(); native = native() }
        }
        val grown = heap() - heap
        val grownNative = native() - native
        println("two hundred checks: the heap grew by $grown bytes, the library's memory by $grownNative, between the 50th and the last")
        assertTrue("heap grown by $grown", grown <= MOST)
        assertTrue("library grown by $grownNative", grownNative <= MOST)
    }

    @Test fun `the measure sees what is kept`() {
        val before = heap()
        val kept = ByteArray(3_000_000)
        assertTrue(heap() - before > MOST)
        assertTrue(kept.isNotEmpty())
        val native = native()
        val block = com.sun.jna.Memory(3_000_000)
        assertTrue(native() - native > MOST)
        block.close()
    }

    /** What is alive: collected until three looks in a row find nothing more to take. */
    private fun heap(): Long {
        var least = Long.MAX_VALUE
        var same = 0
        while (same < 3) {
            System.gc(); System.runFinalization(); Thread.sleep(20)
            val now = Runtime.getRuntime().run { totalMemory() - freeMemory() }
            if (now < least - 4_096) { least = now; same = 0 } else same++
        }
        return least
    }

    /** Bytes in use of every arena, as the C library counts them. */
    private fun native(): Long {
        val file = File.createTempFile("malloc", ".xml")
        val stream = Function.getFunction("c", "fopen").invokePointer(arrayOf(file.path, "w"))
        Function.getFunction("c", "malloc_info").invokeInt(arrayOf(0, stream))
        Function.getFunction("c", "fclose").invokeInt(arrayOf<Any?>(stream as Pointer))
        val whole = file.readText().substringAfterLast("</heap>").also { file.delete() }
        fun size(of: String) = Regex("<$of[^>]*size=\"(\\d+)\"").find(whole)!!.groupValues[1].toLong()
        return size("system type=\"current\"") + size("total type=\"mmap\"") - size("total type=\"fast\"") - size("total type=\"rest\"")
    }

    private companion object {
        const val MOST = 2_000_000L
    }
}
