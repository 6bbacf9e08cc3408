package org.yanka.app

import com.sun.jna.Function
import com.sun.jna.Pointer
import java.io.File
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.yanka.app.core.CheckInput
import org.yanka.app.core.EncodedPhoto
import org.yanka.app.core.Origin

/** The Java heap and the native memory after two hundred checks. */
@RunWith(RobolectricTestRunner::class)
class MemoryGrowthTest : AppTest() {
    @Test fun `two hundred checks do not grow the heap`() {
        launch(shareText(PLAIN)); awaitReport()
        var heap = 0L
        for (i in 1..200) {
            val text = "$PLAIN $i"
            app.check.start(CheckInput.Text(text)); waitUntil("check $i") { app.check.report?.text == text }
            if (i == 50) heap = heapBytes()
        }
        val grown = heapBytes() - heap
        println("two hundred checks: the heap grew by $grown bytes between the 50th and the last")
        assertTrue("heap grown by $grown", grown <= MAX_GROWTH)
    }

    /**
     * Two hundred checks without screens, every tenth of a photo. Other threads allocate and free native memory too,
     * but a leak of the checks grows every step: the median of the three steps counts.
     */
    @Test fun `two hundred checks do not grow the native memory`() {
        launch()
        val photo = photoBytes("after-sales-wechat")
        var grown = Long.MAX_VALUE
        app.core.runCheck<Unit>({ it.getOrThrow() }) { checker ->
            val options = app.core.options(Origin.MESSAGE).copy(keep = false)
            fun checks(from: Int, to: Int) = (from..to).forEach { i ->
                if (i % 10 == 0) checker.openPhoto(EncodedPhoto(photo), null, null).use { it.check(emptyList(), options) } else checker.checkText("$SCAM $i", options)
            }
            checks(1, 50)
            val marks = mutableListOf(nativeBytes())
            for (from in listOf(51, 101, 151)) { checks(from, from + 49); marks += nativeBytes() }
            val steps = marks.zipWithNext { a, b -> b - a }
            println("the native memory after each fifty checks: $marks")
            grown = steps.sorted()[1] * steps.size
        }
        waitUntil("two hundred checks") { grown != Long.MAX_VALUE }
        println("two hundred checks: the native memory grew by $grown bytes between the 50th and the last")
        assertTrue("native memory grown by $grown", grown <= MAX_GROWTH)
    }

    @Test fun `the measurements detect retained memory`() {
        val before = heapBytes()
        val kept = ByteArray(3_000_000)
        assertTrue(heapBytes() - before > MAX_GROWTH)
        assertTrue(kept.isNotEmpty())
        val native = nativeBytes()
        val block = com.sun.jna.Memory(3_000_000)
        assertTrue(nativeBytes() - native > MAX_GROWTH)
        block.close()
    }

    /**
     * The live bytes of the heap on an idle screen: collects garbage until eight rounds in a row free nothing more.
     * Views free bitmaps and fonts in finalizers, so that each layer needs another round.
     */
    private fun heapBytes(): Long {
        var least = Long.MAX_VALUE
        var same = 0
        while (same < 8) {
            idle(); System.gc(); System.runFinalization(); Thread.sleep(50)
            val now = Runtime.getRuntime().run { totalMemory() - freeMemory() }
            if (now < least - 4_096) { least = now; same = 0 } else same++
        }
        return least
    }

    /** Bytes in use in all arenas of the C library, by malloc_info; the least of five measurements. */
    private fun nativeBytes(): Long = (1..5).minOf { System.gc(); Thread.sleep(50); mallocBytes() }

    private fun mallocBytes(): Long {
        val file = File.createTempFile("malloc", ".xml")
        val stream = Function.getFunction("c", "fopen").invokePointer(arrayOf(file.path, "w"))
        Function.getFunction("c", "malloc_info").invokeInt(arrayOf(0, stream))
        Function.getFunction("c", "fclose").invokeInt(arrayOf<Any?>(stream as Pointer))
        val whole = file.readText().substringAfterLast("</heap>").also { file.delete() }
        fun size(element: String) = Regex("<$element[^>]*size=\"(\\d+)\"").find(whole)!!.groupValues[1].toLong()
        return size("system type=\"current\"") + size("total type=\"mmap\"") - size("total type=\"fast\"") - size("total type=\"rest\"")
    }

    private companion object {
        /** In bytes. Empirical; no measurement recorded. */
        const val MAX_GROWTH = 2_000_000L
    }
}
