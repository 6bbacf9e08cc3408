package org.yanka.app

import com.sun.jna.Function
import com.sun.jna.Pointer
import java.io.File
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.yanka.app.core.EncodedPhoto
import org.yanka.app.core.Given
import org.yanka.app.core.Origin

/** What two hundred checks leave behind, on the heap of the app and in the library's memory. */
@RunWith(RobolectricTestRunner::class)
class GrowthTest : Phone() {
    @Test fun `two hundred checks do not grow`() {
        launch(words(PLAIN)); answered()
        var heap = 0L
        for (i in 1..200) {
            val text = "$PLAIN $i"
            app.check.begin(Given.Words(text)); until("check $i") { app.check.report?.text == text }
            if (i == 50) heap = heap()
        }
        val grown = heap() - heap
        println("two hundred checks: the heap grew by $grown bytes between the 50th and the last")
        assertTrue("heap grown by $grown", grown <= MOST)
    }

    /**
     * Without screens, two hundred checks with a photo among each ten. The rest of the process frees and takes
     * memory of its own, so that one step alone says nothing: what leaks leaks in each, and the middle one counts.
     */
    @Test fun `the library keeps nothing of two hundred checks`() {
        launch()
        val photo = card("after-sales-wechat")
        var grown = Long.MAX_VALUE
        app.core.check<Unit>({ it.getOrThrow() }) { checker ->
            val options = app.core.options(Origin.MESSAGE).copy(keep = false)
            fun checks(from: Int, to: Int) = (from..to).forEach { i ->
                if (i % 10 == 0) checker.openPhoto(EncodedPhoto(photo), null, null).use { it.check(emptyList(), options) } else checker.checkText("$SCAM $i", options)
            }
            checks(1, 50)
            val marks = mutableListOf(native())
            for (from in listOf(51, 101, 151)) { checks(from, from + 49); marks += native() }
            val steps = marks.zipWithNext { a, b -> b - a }
            println("the library's memory after each fifty checks: $marks")
            grown = steps.sorted()[1] * steps.size
        }
        until("two hundred checks") { grown != Long.MAX_VALUE }
        println("two hundred checks: the library's memory grew by $grown bytes between the 50th and the last")
        assertTrue("library grown by $grown", grown <= MOST)
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

    /**
     * What is alive on a screen that has come to rest: collected until many looks in a row find nothing more to
     * take. Views free pictures and fonts only after a collection has found them dead, each layer one round later.
     */
    private fun heap(): Long {
        var least = Long.MAX_VALUE
        var same = 0
        while (same < 8) {
            idle(); System.gc(); System.runFinalization(); Thread.sleep(50)
            val now = Runtime.getRuntime().run { totalMemory() - freeMemory() }
            if (now < least - 4_096) { least = now; same = 0 } else same++
        }
        return least
    }

    /** Bytes in use of every arena, as the C library counts them. */
    private fun native(): Long = (1..5).minOf { System.gc(); Thread.sleep(50); inUse() }

    private fun inUse(): Long {
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
