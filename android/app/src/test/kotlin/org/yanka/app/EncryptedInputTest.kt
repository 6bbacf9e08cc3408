package org.yanka.app

import android.os.Bundle
import java.io.File
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.yanka.app.core.Keep
import org.yanka.app.core.LoadState
import org.yanka.app.core.Origin
import org.yanka.app.screens.LogScreen
import org.yanka.app.screens.SettingsScreen

/** The encrypted copy of the inputs is on the disk only while a screen that shows their report is on the stack. */
@RunWith(RobolectricTestRunner::class)
class EncryptedInputTest : AppTest() {
    private fun storedFiles(): List<String> = app.directories.inputFolder().list().orEmpty().toList()
    private fun awaitNoFiles() = waitUntil("no stored files: ${storedFiles()}") { storedFiles().isEmpty() }

    /** Waits for everything that is queued behind the checks. */
    private fun awaitCheckQueue() {
        var done = false
        app.core.runCheck<Unit>({ done = true }) { }
        waitUntil("the check queue") { done }
    }

    private fun awaitStoredReport() { awaitReport(); awaitCheckQueue(); assertTrue("an encrypted copy is stored", "0" in storedFiles()) }
    private fun savedState() = Bundle().also { controller.saveInstanceState(it) }
    private fun restartProcess(saved: Bundle? = null) { controller.pause().stop().destroy(); app.onCreate(); launch(saved = saved) }
    private fun keepNothing() {
        navigate("settings"); waitUntil("settings") { (top as SettingsScreen).state is LoadState.Loaded }
        tap(R.string.keep_nothing)
        waitUntil("set") { ((top as? SettingsScreen)?.state as? LoadState.Loaded)?.value?.keep == Keep.NOTHING }
    }

    @Test fun `a text is removed with its result screen`() {
        launch(shareText(SCAM)); awaitStoredReport()
        activity.back(); assertEquals("home", name)
        awaitNoFiles()
        assertTrue("no copy stays in memory", app.check.items.isEmpty())
    }

    @Test fun `a photo is removed with its result screen`() {
        launch(sharePhoto(photoBytes("after-sales-wechat"))); awaitStoredReport()
        activity.resetTo("home"); idle()
        awaitNoFiles()
        assertNull(app.check.input)
    }

    @Test fun `it is removed when a shortcut opens another screen`() {
        launch(shareText(SCAM)); awaitStoredReport()
        sendIntent(android.content.Intent(org.yanka.app.intents.IntentRouter.NUMBERS)); assertEquals("numbers", name)
        awaitNoFiles()
    }

    @Test fun `it is removed when the activity finishes`() {
        launch(shareText(SCAM)); awaitStoredReport()
        activity.finish(); controller.pause().stop().destroy()
        awaitNoFiles()
    }

    @Test fun `it is removed when the next photo cannot be read`() {
        launch(shareText(SCAM)); awaitStoredReport()
        sendIntent(sharePhoto(ByteArray(0), "content://nobody/1")); waitUntil("the error screen") { name == "error" }
        awaitNoFiles()
    }

    @Test fun `it stays while another screen covers the result, through a rotation and the end of the process`() {
        launch(shareText(SCAM)); awaitStoredReport()
        navigate("situation"); awaitIdle(); awaitCheckQueue()
        assertTrue("0" in storedFiles())
        controller.recreate(); idle(); awaitCheckQueue()
        assertTrue("0" in storedFiles())
        restartProcess(savedState()); awaitCheckQueue()
        assertEquals("situation", name)
        activity.back(); awaitReport()
        assertEquals(SCAM, app.check.report!!.text)
        activity.back()
        awaitNoFiles()
    }

    @Test fun `a newer check replaces the copy of the older one`() {
        launch(sharePhoto(photoBytes("after-sales-wechat"))); awaitStoredReport()
        val older = File(app.directories.inputFolder(), "0").length()
        sendIntent(shareText(PLAIN)); waitUntil("the newer report") { app.check.report?.text == PLAIN }; awaitCheckQueue()
        assertTrue("only the short text is stored", File(app.directories.inputFolder(), "0").length() in 1 until older / 10)
        restartProcess(savedState()); awaitReport()
        assertEquals(PLAIN, app.check.report!!.text)
    }

    @Test fun `a check that is left while it runs stores nothing`() {
        launch(sharePhoto(photoBytes("three-steps-three-codes")))
        waitUntil("it runs") { app.check.items.isNotEmpty() }
        activity.back(); awaitCheckQueue()
        awaitNoFiles()
        assertEquals("home", name)
        assertTrue(app.check.state is LoadState.NotRequested)
    }

    @Test fun `a copy of an ended process is removed at the next start, without a call of the core`() {
        launch(shareText(SCAM)); awaitStoredReport()
        restartProcess()
        awaitNoFiles()
        assertEquals("home", name)
        assertEquals(0, app.core.callCount)
    }

    @Test fun `a copy of an ended process is removed where no restored screen shows a report`() {
        launch(shareText(SCAM)); awaitStoredReport()
        val copy = app.directories.inputFolder().listFiles()!!.associate { it.name to it.readBytes() }
        activity.back(); awaitNoFiles(); navigate("numbers")
        val saved = savedState()
        // As if the process had ended between leaving the result and the removal.
        app.directories.inputFolder().mkdirs()
        copy.forEach { (name, bytes) -> File(app.directories.inputFolder(), name).writeBytes(bytes) }
        restartProcess(saved); assertEquals("numbers", name)
        awaitNoFiles()
    }

    @Test fun `a camera photo is removed at the next start, shared evidence is not`() {
        launch()
        val photo = File(app.directories.sharedFolder(), "shot-1.jpg").apply { writeBytes(photoBytes("after-sales-wechat")); setLastModified(System.currentTimeMillis() - 2_000) }
        val evidence = File(app.directories.sharedFolder(), "yanka-evidence-1.zip").apply { writeBytes(byteArrayOf(1)) }
        restartProcess()
        waitUntil("the photo is gone") { !photo.exists() }
        awaitCheckQueue(); assertTrue("the other app may still be reading it", evidence.exists())
    }

    @Test fun `a photo that the camera is still writing survives the end of the process`() {
        launch(); tap(R.string.home_camera)
        val saved = savedState()
        val photo = File(app.directories.sharedFolder(), "shot-1.jpg").apply { writeBytes(photoBytes("after-sales-wechat")); setLastModified(System.currentTimeMillis() - 2_000) }
        restartProcess(saved); awaitCheckQueue()
        assertTrue(photo.exists())
    }

    @Test fun `erasing the log removes it, and the shared evidence`() {
        launch(shareText(SCAM)); awaitStoredReport()
        val evidence = File(app.directories.sharedFolder(), "yanka-evidence-1.zip").apply { writeBytes(byteArrayOf(1)) }
        val saved = savedState()
        navigate("log"); waitUntil("the log") { (top as LogScreen).state.lines is LoadState.Loaded }
        tap(R.string.log_erase); waitUntil(R.string.log_erase_ask); tap(R.string.log_erase)
        awaitNoFiles()
        waitUntil(R.string.log_empty)
        assertFalse(evidence.exists())
        activity.back(); idle()
        assertTrue("the report is removed as well", shows(string(R.string.result_nothing_yet)))
        restartProcess(saved); waitUntil(R.string.result_nothing_yet)
    }

    @Test fun `turning the log off removes it`() {
        launch(shareText(SCAM)); awaitStoredReport()
        keepNothing()
        awaitNoFiles()
    }

    @Test fun `with the log off nothing is stored`() {
        launch(); keepNothing()
        sendIntent(shareText(SCAM)); awaitReport(); awaitCheckQueue()
        assertEquals(emptyList<String>(), storedFiles())
        app.check.changeOrigin(Origin.CALL); awaitReport(); awaitCheckQueue()
        assertEquals("no origin is stored either", emptyList<String>(), storedFiles())
        sendIntent(sharePhoto(photoBytes("after-sales-wechat"))); waitUntil("the picture") { app.check.report?.codes?.size == 1 }; awaitCheckQueue()
        assertEquals(emptyList<String>(), storedFiles())
        restartProcess(savedState()); waitUntil(R.string.result_nothing_yet)
    }

    @Test fun `with the log off a copy of an ended process is not restored`() {
        launch(shareText(SCAM)); awaitStoredReport()
        val saved = savedState()
        // As if the process had ended between the choice and the removal.
        var set = false
        app.core.query({ set = true }) { it.logSetKeep(Keep.NOTHING) }
        waitUntil("set") { set }
        restartProcess(saved); waitUntil(R.string.result_nothing_yet)
        awaitNoFiles()
    }
}
