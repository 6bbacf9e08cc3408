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
import org.yanka.app.core.Verdict
import org.yanka.app.ways.Intake
import org.yanka.app.ways.Tile

@RunWith(RobolectricTestRunner::class)
class WaysInTest : Phone() {
    @Test fun `home has the three ways in`() {
        launch()
        for (way in listOf(R.string.home_camera, R.string.home_photo, R.string.home_paste)) assertTrue(shows(string(way)))
    }

    @Test fun `the first run tells how, then leads home`() {
        app.settings.started = false
        launch()
        assertEquals("first-run", name)
        tap(R.string.first_run_start)
        assertEquals("home", name)
        assertTrue(app.settings.started)
    }

    @Test fun `a shared photo is answered with a cold process`() {
        launch(picture(card("after-sales-wechat")))
        answered()
        assertEquals(Verdict.DANGER, app.check.report!!.verdict)
        assertTrue(shows(string(R.string.verdict_danger)))
    }


    @Test fun `shared words are answered`() { launch(words(SCAM)); answered(); assertEquals(Verdict.DANGER, app.check.report!!.verdict) }

    @Test fun `selected words are answered`() {
        launch(Intent(Intent.ACTION_PROCESS_TEXT).setType("text/plain").putExtra(Intent.EXTRA_PROCESS_TEXT, SCAM))
        answered()
    }

    @Test fun `words that came in while the app is open take over`() {
        launch(); again(words(SCAM)); answered()
        assertEquals(SCAM, app.check.report!!.text)
    }

    @Test fun `a new share stops the check that runs`() {
        launch(picture(card("three-steps-three-codes")))
        again(words(PLAIN))
        until("the newer answer") { app.check.report?.text == PLAIN }
    }

    @Test fun `the paste button reads the clipboard, nothing else does`() {
        launch()
        val clipboard = activity.getSystemService(ClipboardManager::class.java)!!
        clipboard.setPrimaryClip(ClipData.newPlainText("", SCAM))
        assertNull(app.check.report)
        tap(R.string.home_paste)
        answered()
    }

    @Test fun `an empty clipboard leads to typing`() {
        launch(); tap(R.string.home_paste)
        assertEquals("type", name)
    }

    @Test fun `typed words are answered`() {
        launch(); go("type")
        views().filterIsInstance<android.widget.EditText>().first().setText(SCAM)
        tap(R.string.action_check); answered()
    }

    @Test fun `the camera writes into our own provider and needs no permission`() {
        launch(); tap(R.string.home_camera)
        val shot = shadowOf(activity).nextStartedActivityForResult.intent
        assertEquals(MediaStore.ACTION_IMAGE_CAPTURE, shot.action)
        @Suppress("DEPRECATION") val uri = shot.getParcelableExtra<Uri>(MediaStore.EXTRA_OUTPUT)!!
        assertEquals("org.yanka.app.hand", uri.authority)
        java.io.File(app.place.handed(), uri.lastPathSegment!!).writeBytes(card("after-sales-wechat"))
        shadowOf(activity).receiveResult(shot, Activity.RESULT_OK, null)
        answered()
        assertTrue("the camera's file is gone", app.place.handed().list()!!.isEmpty())
    }

    @Test fun `a camera that was left changes nothing`() {
        launch(); tap(R.string.home_camera)
        shadowOf(activity).receiveResult(shadowOf(activity).nextStartedActivityForResult.intent, Activity.RESULT_CANCELED, null)
        assertEquals("home", name)
    }

    @Test fun `the picker is the system's photo picker`() {
        launch(); tap(R.string.home_photo)
        val asked = shadowOf(activity).nextStartedActivityForResult.intent
        assertEquals(MediaStore.ACTION_PICK_IMAGES, asked.action)
        val uri = Uri.parse("content://org.other.app/photo/3")
        shadowOf(app.contentResolver).registerInputStream(uri, card("after-sales-wechat").inputStream())
        shadowOf(activity).receiveResult(asked, Activity.RESULT_OK, Intent().setData(uri))
        answered()
    }

    @Test fun `shortcuts lead where they say`() {
        launch(Intent(Intake.EMERGENCY)); assertEquals("emergency", name)
        again(Intent(Intake.NUMBERS)); assertEquals("numbers", name)
    }

    @Test fun `the photo shortcut opens the camera`() {
        launch(Intent(Intake.PHOTO))
        assertEquals(MediaStore.ACTION_IMAGE_CAPTURE, shadowOf(activity).nextStartedActivityForResult.intent.action)
    }

    @Test fun `the tile opens the emergency`() {
        val tile = Robolectric.setupService(Tile::class.java)
        launch(tile.asked())
        assertEquals("emergency", name)
    }

    @Test fun `rotation keeps the answer and takes nothing twice`() {
        launch(words(SCAM)); answered()
        val before = app.check.report
        controller.recreate(); idle()
        assertEquals("result", name)
        assertSame(before, app.check.report)
    }

    @Test fun `what was checked outlives the process, sealed`() {
        launch(words(SCAM)); answered()
        val saved = android.os.Bundle()
        controller.saveInstanceState(saved)
        assertFalse("no content in the bundle", saved.toString().contains("理赔"))
        val left = app.place.subject().listFiles()!!.toList()
        assertTrue("something was left", left.isNotEmpty())
        for (f in left) assertFalse("sealed on disk", "理赔" in f.readBytes().decodeToString())
        controller.pause().stop().destroy()
        app.onCreate() // a new process
        launch(saved = saved)
        answered()
        assertEquals(SCAM, app.check.report!!.text)
    }

    @Test fun `back leads home, then out`() {
        launch(words(SCAM)); answered()
        activity.back(); assertEquals("home", name)
        activity.back(); assertTrue(activity.isFinishing)
    }
}
