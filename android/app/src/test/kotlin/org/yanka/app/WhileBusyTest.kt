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
import org.yanka.app.core.Given
import org.yanka.app.core.Phase
import org.yanka.app.screens.RulesScreen
import org.yanka.app.ways.Intake
import org.yanka.app.ways.Tile

/** Every way in: with a cold process, while another check runs, and after a turn of the phone in the middle. */
@RunWith(ParameterizedRobolectricTestRunner::class)
class WhileBusyTest(@Suppress("unused") private val way: String, private val intent: Phone.() -> Intent?, private val act: Phone.() -> Unit, private val arrived: Phone.() -> Boolean) : Phone() {
    @Test fun cold() {
        launch(intent(this) ?: Intent(Intent.ACTION_MAIN)); act(this)
        until("$way arrives") { arrived(this) }
    }

    @Test fun `while another check runs`() {
        launch(); app.check.begin(Given.Picture(card("three-steps-three-codes")))
        assertTrue(app.check.phase is Phase.Working)
        intent(this)?.let { again(it) }; act(this)
        until("$way arrives") { arrived(this) }
        idle(); Thread.sleep(300); idle()
        assertTrue("$way is still there when the older check is long over", arrived(this))
    }

    @Test fun `turned in the middle`() {
        launch(intent(this) ?: Intent(Intent.ACTION_MAIN)); act(this)
        controller.recreate(); idle()
        until("$way arrives") { arrived(this) }
        assertTrue("what is shown belongs to the window that is open", top.shell === activity)
    }

    companion object {
        private fun way(name: String, intent: Phone.() -> Intent? = { null }, act: Phone.() -> Unit = {}, arrived: Phone.() -> Boolean): Array<Any> =
            arrayOf(name, intent, act, arrived)

        private val photo: Phone.() -> Boolean = { name == "result" && app.check.report?.codes?.size == 1 && shows(app.check.report!!.headline) }
        private val text: Phone.() -> Boolean = { name == "result" && app.check.report?.text == SCAM && shows(app.check.report!!.headline) }
        private fun Phone.answer(given: Intent) = shadowOf(activity).run { receiveResult(nextStartedActivityForResult.intent, Activity.RESULT_OK, given) }
        private fun Phone.served(): Uri = Uri.parse("content://org.other.app/way").also { shadowOf(app.contentResolver).registerInputStream(it, card("after-sales-wechat").inputStream()) }

        @JvmStatic @Parameters(name = "{0}")
        fun ways(): List<Array<Any>> = listOf(
            way("a shared photo", { picture(card("after-sales-wechat")) }, arrived = photo),
            way("several photos", {
                Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*").putParcelableArrayListExtra(Intent.EXTRA_STREAM, arrayListOf(served(), Uri.parse("content://nobody/1")))
            }, arrived = photo),
            way("shared words", { words(SCAM) }, arrived = text),
            way("selected words", { Intent(Intent.ACTION_PROCESS_TEXT).setType("text/plain").putExtra(Intent.EXTRA_PROCESS_TEXT, SCAM) }, arrived = text),
            way("a rule file", {
                val uri = Uri.parse("content://org.other.app/pack")
                shadowOf(app.contentResolver).registerInputStream(uri, File(System.getProperty("yanka.packs"), "newer.yankapack").inputStream())
                Intent(Intent.ACTION_VIEW).setDataAndType(uri, "application/octet-stream")
            }) { (top as? RulesScreen)?.state?.installed == true && shows("9000") },
            way("the camera", act = {
                activity.ways.camera(); idle()
                val asked = shadowOf(activity).peekNextStartedActivityForResult().intent
                @Suppress("DEPRECATION") val uri = asked.getParcelableExtra<Uri>(android.provider.MediaStore.EXTRA_OUTPUT)!!
                File(app.place.handed(), uri.lastPathSegment!!).writeBytes(card("after-sales-wechat"))
                answer(Intent())
            }, arrived = photo),
            way("the picker", act = { activity.out.pickPicture(); idle(); answer(Intent().setData(served())) }, arrived = photo),
            way("the clipboard", act = {
                activity.getSystemService(ClipboardManager::class.java)!!.setPrimaryClip(ClipData.newPlainText("", SCAM))
                activity.ways.paste()
            }, arrived = text),
            way("the shortcut for help", { Intent(Intake.EMERGENCY) }) { name == "emergency" },
            way("the shortcut for numbers", { Intent(Intake.NUMBERS) }) { name == "numbers" },
            way("the tile", { Robolectric.setupService(Tile::class.java).asked() }) { name == "emergency" },
        )
    }
}
