package org.yanka.app

import android.os.Bundle
import java.io.File
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.yanka.app.core.Keep
import org.yanka.app.core.Origin
import org.yanka.app.core.Phase
import org.yanka.app.screens.LogScreen
import org.yanka.app.screens.SettingsScreen

/** The sealed copy of what is being checked is on the disk as long as its answer's screen, and no longer. */
@RunWith(RobolectricTestRunner::class)
class SubjectOnDiskTest : Phone() {
    private fun left(): List<String> = app.place.subject().list().orEmpty().toList()
    private fun gone() = until("nothing is left: ${left()}") { left().isEmpty() }

    /** Everything that was queued behind the checks has run. */
    private fun inTurn() {
        var done = false
        app.core.check<Unit>({ done = true }) { }
        until("the queue of checks") { done }
    }

    private fun answeredOnDisk() { answered(); inTurn(); assertTrue("a copy lies sealed", "0" in left()) }
    private fun saved() = Bundle().also { controller.saveInstanceState(it) }
    private fun newProcess(saved: Bundle? = null) { controller.pause().stop().destroy(); app.onCreate(); launch(saved = saved) }
    private fun keepNothing() {
        go("settings"); until("settings") { (top as SettingsScreen).state is Phase.Ready }
        tap(R.string.keep_nothing)
        until("set") { ((top as? SettingsScreen)?.state as? Phase.Ready)?.value?.keep == Keep.NOTHING }
    }

    @Test fun `a text leaves with its answer's screen`() {
        launch(words(SCAM)); answeredOnDisk()
        activity.back(); assertEquals("home", name)
        gone()
        assertTrue("nor is it in memory", app.check.items.isEmpty())
    }

    @Test fun `a picture leaves with its answer's screen`() {
        launch(picture(card("after-sales-wechat"))); answeredOnDisk()
        activity.fromHome("home"); idle()
        gone()
        assertNull(app.check.given)
    }

    @Test fun `it leaves when a shortcut leads elsewhere`() {
        launch(words(SCAM)); answeredOnDisk()
        again(android.content.Intent(org.yanka.app.ways.Intake.NUMBERS)); assertEquals("numbers", name)
        gone()
    }

    @Test fun `it leaves when a window is closed with its answer`() {
        launch(words(SCAM)); answeredOnDisk()
        activity.finish(); controller.pause().stop().destroy()
        gone()
    }

    @Test fun `it leaves when the next picture cannot be read`() {
        launch(words(SCAM)); answeredOnDisk()
        again(picture(ByteArray(0), "content://nobody/1")); until("told") { name == "trouble" }
        gone()
    }

    @Test fun `it stays below another screen and through a rotation, and outlives the process`() {
        launch(words(SCAM)); answeredOnDisk()
        go("situation"); settled(); inTurn()
        assertTrue("0" in left())
        controller.recreate(); idle(); inTurn()
        assertTrue("0" in left())
        newProcess(saved()); inTurn()
        assertEquals("situation", name)
        activity.back(); answered()
        assertEquals(SCAM, app.check.report!!.text)
        activity.back()
        gone()
    }

    @Test fun `a newer check takes the disk of the older`() {
        launch(picture(card("after-sales-wechat"))); answeredOnDisk()
        val older = File(app.place.subject(), "0").length()
        again(words(PLAIN)); until("the newer") { app.check.report?.text == PLAIN }; inTurn()
        assertTrue("only the short text", File(app.place.subject(), "0").length() in 1 until older / 10)
        newProcess(saved()); answered()
        assertEquals(PLAIN, app.check.report!!.text)
    }

    @Test fun `a check that was left while it ran leaves nothing behind`() {
        launch(picture(card("three-steps-three-codes")))
        until("it runs") { app.check.items.isNotEmpty() }
        activity.back(); inTurn()
        gone()
        assertEquals("home", name)
        assertTrue(app.check.phase is Phase.Empty)
    }

    @Test fun `a leftover is removed at the next start, without a question to the core`() {
        launch(words(SCAM)); answeredOnDisk()
        newProcess()
        gone()
        assertEquals("home", name)
        assertEquals(0, app.core.asked)
    }

    @Test fun `a leftover is removed where the restored screens show no answer`() {
        launch(words(SCAM)); answeredOnDisk()
        val copy = app.place.subject().listFiles()!!.associate { it.name to it.readBytes() }
        activity.back(); gone(); go("numbers")
        val saved = saved()
        // As if the process had ended between the step back and the removal.
        app.place.subject().mkdirs()
        copy.forEach { (name, bytes) -> File(app.place.subject(), name).writeBytes(bytes) }
        newProcess(saved); assertEquals("numbers", name)
        gone()
    }

    @Test fun `a photo that the camera left is removed at the next start, evidence handed out is not`() {
        launch()
        val photo = File(app.place.handed(), "shot-1.jpg").apply { writeBytes(card("after-sales-wechat")); setLastModified(System.currentTimeMillis() - 2_000) }
        val evidence = File(app.place.handed(), "yanka-evidence-1.zip").apply { writeBytes(byteArrayOf(1)) }
        newProcess()
        until("the photo is gone") { !photo.exists() }
        inTurn(); assertTrue("the other app may still be reading it", evidence.exists())
    }

    @Test fun `a photo that the camera is writing outlives the process`() {
        launch(); tap(R.string.home_camera)
        val saved = saved()
        val photo = File(app.place.handed(), "shot-1.jpg").apply { writeBytes(card("after-sales-wechat")); setLastModified(System.currentTimeMillis() - 2_000) }
        newProcess(saved); inTurn()
        assertTrue(photo.exists())
    }

    @Test fun `erasing takes it from the disk, and the evidence that was handed out`() {
        launch(words(SCAM)); answeredOnDisk()
        val evidence = File(app.place.handed(), "yanka-evidence-1.zip").apply { writeBytes(byteArrayOf(1)) }
        val saved = saved()
        go("log"); until("the log") { (top as LogScreen).state.lines is Phase.Ready }
        tap(R.string.log_erase); until(R.string.log_erase_ask); tap(R.string.log_erase)
        gone()
        until(R.string.log_empty)
        assertFalse(evidence.exists())
        activity.back(); idle()
        assertTrue("the answer is gone as well", shows(string(R.string.result_nothing_yet)))
        newProcess(saved); until(R.string.result_nothing_yet)
    }

    @Test fun `turning the log off takes it from the disk`() {
        launch(words(SCAM)); answeredOnDisk()
        keepNothing()
        gone()
    }

    @Test fun `with the log off nothing is written`() {
        launch(); keepNothing()
        again(words(SCAM)); answered(); inTurn()
        assertEquals(emptyList<String>(), left())
        app.check.changeOrigin(Origin.CALL); answered(); inTurn()
        assertEquals("nor where it came from", emptyList<String>(), left())
        again(picture(card("after-sales-wechat"))); until("the picture") { app.check.report?.codes?.size == 1 }; inTurn()
        assertEquals(emptyList<String>(), left())
        newProcess(saved()); until(R.string.result_nothing_yet)
    }

    @Test fun `with the log off a leftover is not taken up again`() {
        launch(words(SCAM)); answeredOnDisk()
        val saved = saved()
        // As if the process had ended between the choice and the removal.
        var set = false
        app.core.ask({ set = true }) { it.logSetKeep(Keep.NOTHING) }
        until("set") { set }
        newProcess(saved); until(R.string.result_nothing_yet)
        gone()
    }
}
