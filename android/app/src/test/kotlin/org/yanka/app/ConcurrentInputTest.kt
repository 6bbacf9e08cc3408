package org.yanka.app

import android.app.Activity
import android.content.ClipData
import android.content.ClipboardManager
import android.content.Intent
import android.net.Uri
import java.io.File
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.yanka.app.core.CheckInput
import org.yanka.app.core.LoadState
import org.yanka.app.intents.EmergencyTile
import org.yanka.app.intents.IntentRouter
import org.yanka.app.screens.RulesScreen

/** Every source of input: at a cold start, while another check runs, and with a rotation while it is read. */
@RunWith(ParameterizedRobolectricTestRunner::class)
class ConcurrentInputTest(@Suppress("unused") private val source: String, private val intent: AppTest.() -> Intent?, private val act: AppTest.() -> Unit, private val isShown: AppTest.() -> Boolean) : AppTest() {
    @Test fun `cold start`() {
        launch(intent(this) ?: Intent(Intent.ACTION_MAIN)); act(this)
        waitUntil("$source is shown") { isShown(this) }
    }

    @Test fun `while another check runs`() {
        launch(); app.check.start(CheckInput.Photo(photoBytes("three-steps-three-codes")))
        assertTrue(app.check.state is LoadState.Loading)
        intent(this)?.let { sendIntent(it) }; act(this)
        waitUntil("$source is shown") { isShown(this) }
        idle(); Thread.sleep(300); idle()
        assertTrue("$source is still shown after the older check has ended", isShown(this))
    }

    @Test fun `rotation while the input is read`() {
        launch(intent(this) ?: Intent(Intent.ACTION_MAIN)); act(this)
        controller.recreate(); idle()
        waitUntil("$source is shown") { isShown(this) }
        assertTrue("the top screen belongs to the new activity", top.activity === activity)
    }

    companion object {
        private fun source(name: String, intent: AppTest.() -> Intent? = { null }, act: AppTest.() -> Unit = {}, isShown: AppTest.() -> Boolean): Array<Any> =
            arrayOf(name, intent, act, isShown)

        private val photoReport: AppTest.() -> Boolean = { name == "result" && app.check.report?.codes?.size == 1 && shows(app.check.report!!.headline) }
        private val textReport: AppTest.() -> Boolean = { name == "result" && app.check.report?.text == SCAM && shows(app.check.report!!.headline) }
        private fun AppTest.returnResult(data: Intent) = shadowOf(activity).run { receiveResult(nextStartedActivityForResult.intent, Activity.RESULT_OK, data) }
        private fun AppTest.photoUri(): Uri = Uri.parse("content://org.other.app/photo").also { shadowOf(app.contentResolver).registerInputStream(it, photoBytes("after-sales-wechat").inputStream()) }

        @JvmStatic @Parameters(name = "{0}")
        fun sources(): List<Array<Any>> = listOf(
            source("a shared photo", { sharePhoto(photoBytes("after-sales-wechat")) }, isShown = photoReport),
            source("several photos", {
                Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*").putParcelableArrayListExtra(Intent.EXTRA_STREAM, arrayListOf(photoUri(), Uri.parse("content://nobody/1")))
            }, isShown = photoReport),
            source("shared text", { shareText(SCAM) }, isShown = textReport),
            source("selected text", { Intent(Intent.ACTION_PROCESS_TEXT).setType("text/plain").putExtra(Intent.EXTRA_PROCESS_TEXT, SCAM) }, isShown = textReport),
            source("a rule pack", {
                val uri = Uri.parse("content://org.other.app/pack")
                shadowOf(app.contentResolver).registerInputStream(uri, File(System.getProperty("yanka.packs"), "newer.yankapack").inputStream())
                Intent(Intent.ACTION_VIEW).setDataAndType(uri, "application/octet-stream")
            }) { (top as? RulesScreen)?.state?.installed == true && shows("9000") },
            source("the camera", act = {
                activity.router.openCamera(); idle()
                val request = shadowOf(activity).peekNextStartedActivityForResult().intent
                @Suppress("DEPRECATION") val uri = request.getParcelableExtra<Uri>(android.provider.MediaStore.EXTRA_OUTPUT)!!
                File(app.directories.sharedFolder(), uri.lastPathSegment!!).writeBytes(photoBytes("after-sales-wechat"))
                returnResult(Intent())
            }, isShown = photoReport),
            source("the picker", act = { activity.outgoing.pickPhoto(); idle(); returnResult(Intent().setData(photoUri())) }, isShown = photoReport),
            source("the clipboard", act = {
                activity.getSystemService(ClipboardManager::class.java)!!.setPrimaryClip(ClipData.newPlainText("", SCAM))
                activity.router.checkClipboard()
            }, isShown = textReport),
            source("the emergency shortcut", { Intent(IntentRouter.EMERGENCY) }) { name == "emergency" },
            source("the numbers shortcut", { Intent(IntentRouter.NUMBERS) }) { name == "numbers" },
            source("the tile", { Robolectric.setupService(EmergencyTile::class.java).emergencyIntent() }) { name == "emergency" },
        )
    }
}
