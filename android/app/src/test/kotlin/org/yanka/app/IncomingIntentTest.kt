package org.yanka.app

import android.app.Activity
import android.content.ClipData
import android.content.ClipboardManager
import android.content.Intent
import android.net.Uri
import android.provider.MediaStore
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.yanka.app.core.CheckInput
import org.yanka.app.core.Verdict
import org.yanka.app.intents.EmergencyTile
import org.yanka.app.intents.IntentRouter

/** What each incoming intent, picker, shortcut and the clipboard starts. */
@RunWith(RobolectricTestRunner::class)
class IncomingIntentTest : AppTest() {
    @Test fun `home offers camera, photo and clipboard`() {
        launch()
        for (source in listOf(R.string.home_camera, R.string.home_photo, R.string.home_paste)) assertTrue(shows(string(source)))
    }

    @Test fun `the first run shows its page, then home`() {
        app.settings.started = false
        launch()
        assertEquals("first-run", name)
        tap(R.string.first_run_start)
        assertEquals("home", name)
        assertTrue(app.settings.started)
    }

    @Test fun `a shared photo is checked at a cold start`() {
        launch(sharePhoto(photoBytes("after-sales-wechat")))
        awaitReport()
        assertEquals(Verdict.DANGER, app.check.report!!.verdict)
        assertTrue(shows(string(R.string.verdict_danger)))
    }

    @Test fun `shared text is checked`() { launch(shareText(SCAM)); awaitReport(); assertEquals(Verdict.DANGER, app.check.report!!.verdict) }

    @Test fun `selected text is checked`() {
        launch(Intent(Intent.ACTION_PROCESS_TEXT).setType("text/plain").putExtra(Intent.EXTRA_PROCESS_TEXT, SCAM))
        awaitReport()
    }

    @Test fun `text that is shared while the app runs is checked`() {
        launch(); sendIntent(shareText(SCAM)); awaitReport()
        assertEquals(SCAM, app.check.report!!.text)
    }

    @Test fun `a new share cancels the running check`() {
        launch(sharePhoto(photoBytes("three-steps-three-codes")))
        sendIntent(shareText(PLAIN))
        waitUntil("the newer report") { app.check.report?.text == PLAIN }
    }

    @Test fun `only the paste button reads the clipboard`() {
        launch()
        val clipboard = activity.getSystemService(ClipboardManager::class.java)!!
        clipboard.setPrimaryClip(ClipData.newPlainText("", SCAM))
        assertNull(app.check.report)
        tap(R.string.home_paste)
        awaitReport()
    }

    @Test fun `an empty clipboard opens the text input`() {
        launch(); tap(R.string.home_paste)
        assertEquals("type", name)
    }

    @Test fun `typed text is checked`() {
        launch(); navigate("type")
        views().filterIsInstance<android.widget.EditText>().first().setText(SCAM)
        tap(R.string.action_check); awaitReport()
    }

    @Test fun `a long text is cut however it comes in`() {
        val long = "好".repeat(CheckInput.Text.MAX_CHARS + 1)
        fun awaitCut(way: String) = waitUntil(way) { app.check.report?.text?.length == CheckInput.Text.MAX_CHARS }
        launch(shareText(long)); awaitCut("shared")
        navigate("type")
        views().filterIsInstance<android.widget.EditText>().first().setText(long)
        tap(R.string.action_check)
        assertEquals(CheckInput.Text.MAX_CHARS, (app.check.input as CheckInput.Text).text.length)
        awaitCut("typed")
    }

    @Test fun `the camera writes to the app's provider without a permission`() {
        launch(); tap(R.string.home_camera)
        val request = shadowOf(activity).nextStartedActivityForResult.intent
        assertEquals(MediaStore.ACTION_IMAGE_CAPTURE, request.action)
        @Suppress("DEPRECATION") val uri = request.getParcelableExtra<Uri>(MediaStore.EXTRA_OUTPUT)!!
        assertEquals("org.yanka.app.files", uri.authority)
        java.io.File(app.directories.sharedFolder(), uri.lastPathSegment!!).writeBytes(photoBytes("after-sales-wechat"))
        shadowOf(activity).receiveResult(request, Activity.RESULT_OK, null)
        awaitReport()
        assertTrue("the photo file is deleted", app.directories.sharedFolder().list()!!.isEmpty())
    }

    @Test fun `a cancelled camera changes nothing`() {
        launch(); tap(R.string.home_camera)
        shadowOf(activity).receiveResult(shadowOf(activity).nextStartedActivityForResult.intent, Activity.RESULT_CANCELED, null)
        assertEquals("home", name)
    }

    @Test fun `photos are picked with the system's photo picker`() {
        launch(); tap(R.string.home_photo)
        val request = shadowOf(activity).nextStartedActivityForResult.intent
        assertEquals(MediaStore.ACTION_PICK_IMAGES, request.action)
        val uri = Uri.parse("content://org.other.app/photo/3")
        shadowOf(app.contentResolver).registerInputStream(uri, photoBytes("after-sales-wechat").inputStream())
        shadowOf(activity).receiveResult(request, Activity.RESULT_OK, Intent().setData(uri))
        awaitReport()
    }

    @Test fun `shortcuts open their screens`() {
        launch(Intent(IntentRouter.EMERGENCY)); assertEquals("emergency", name)
        sendIntent(Intent(IntentRouter.NUMBERS)); assertEquals("numbers", name)
    }

    @Test fun `the photo shortcut opens the camera`() {
        launch(Intent(IntentRouter.PHOTO))
        assertEquals(MediaStore.ACTION_IMAGE_CAPTURE, shadowOf(activity).nextStartedActivityForResult.intent.action)
    }

    @Test fun `the tile opens the emergency screen`() {
        val tile = Robolectric.setupService(EmergencyTile::class.java)
        launch(tile.emergencyIntent())
        assertEquals("emergency", name)
    }

    @Test fun `a rotation keeps the report and handles no intent twice`() {
        launch(shareText(SCAM)); awaitReport()
        val before = app.check.report
        controller.recreate(); idle()
        assertEquals("result", name)
        assertSame(before, app.check.report)
    }

    @Test fun `the inputs survive the end of the process, encrypted`() {
        launch(shareText(SCAM)); awaitReport()
        val saved = android.os.Bundle()
        controller.saveInstanceState(saved)
        assertFalse("no content in the bundle", saved.toString().contains("理赔"))
        val files = app.directories.inputFolder().listFiles()!!.toList()
        assertTrue("a copy is stored", files.isNotEmpty())
        for (f in files) assertFalse("encrypted on the disk", "理赔" in f.readBytes().decodeToString())
        controller.pause().stop().destroy()
        app.onCreate() // a new process
        launch(saved = saved)
        awaitReport()
        assertEquals(SCAM, app.check.report!!.text)
    }

    @Test fun `back leads home, then leaves the app`() {
        launch(shareText(SCAM)); awaitReport()
        activity.back(); assertEquals("home", name)
        activity.back(); assertTrue(activity.isFinishing)
    }
}
