package org.yanka.app

import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.os.Parcelable
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters
import org.yanka.app.core.PhotoDecoder
import org.yanka.app.intents.IntentRouter
import org.yanka.app.intents.SharedFileProvider

/** Malformed and hostile intents, at a cold start and into the running app: no crash, and no check of the app's own files. */
@RunWith(ParameterizedRobolectricTestRunner::class)
class HostileIntentTest(private val case: String, private val intent: () -> Intent, private val screens: Set<String>) : AppTest() {
    private fun awaitScreen() = waitUntil("$case leads to $screens") { name in screens && app.check.state !is org.yanka.app.core.LoadState.Loading }

    @Test fun `cold start`() { launch(intent()); awaitScreen() }

    @Test fun `running app`() { launch(); sendIntent(intent()); awaitScreen() }

    companion object {
        private fun send(type: String? = "image/jpeg") = Intent(Intent.ACTION_SEND).setType(type)
        private fun stream(uri: String) = send().putExtra(Intent.EXTRA_STREAM, Uri.parse(uri))

        @JvmStatic @Parameters(name = "{0}")
        fun cases(): List<Array<Any>> = listOf(
            case("no action", "home") { Intent() },
            case("unknown action", "home") { Intent("org.other.BREAK") },
            case("share without content", "error") { send() },
            case("text share without text", "error") { send("text/plain") },
            case("blank text", "error") { send("text/plain").putExtra(Intent.EXTRA_TEXT, "  \n") },
            case("text of a wrong type", "error") { send("text/plain").putExtra(Intent.EXTRA_TEXT, 7) },
            case("stream of a wrong type", "error") { send().putExtra(Intent.EXTRA_STREAM, 7) },
            case("stream is a string", "error") { send().putExtra(Intent.EXTRA_STREAM, "content://x/y") },
            case("stream is another parcel", "error") { send().putExtra(Intent.EXTRA_STREAM, Intent() as Parcelable) },
            case("empty list", "error") { Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*").putParcelableArrayListExtra(Intent.EXTRA_STREAM, arrayListOf()) },
            case("a path", "error") { stream("file:///data/data/org.yanka.app/no_backup/log-key") },
            case("a path to a parent folder", "error") { stream("content://org.yanka.app.files/../no_backup/log-key") },
            case("our own provider", "error") { stream("content://org.yanka.app.files/shot-1.jpg") },
            case("our own provider by user", "error") { stream("content://0@org.yanka.app.files/shot-1.jpg") },
            case("an unknown provider", "error") { stream("content://nobody.at.all/1") },
            case("a web address", "error") { stream("https://example.com/a.jpg") },
            case("an empty address", "error") { stream("") },
            case("a missing rule pack", "error", "rules") { Intent(Intent.ACTION_VIEW).setDataAndType(Uri.parse("content://nobody/x.yankapack"), "application/octet-stream") },
            case("view without data", "error") { Intent(Intent.ACTION_VIEW) },
            case("a call", "home") { Intent(Intent.ACTION_DIAL, Uri.parse("tel:10086")) },
            case("control characters", "result") { send("text/plain").putExtra(Intent.EXTRA_TEXT, "\u0000\u202e\ud800\uffff") },
            case("huge text", "result") { send("text/plain").putExtra(Intent.EXTRA_TEXT, "a".repeat(400_000)) },
            case("process text without text", "error") { Intent(Intent.ACTION_PROCESS_TEXT) },
            case("process text of a wrong type", "error") { Intent(Intent.ACTION_PROCESS_TEXT).putExtra(Intent.EXTRA_PROCESS_TEXT, arrayOf("a")) },
            case("huge text to process", "result") { Intent(Intent.ACTION_PROCESS_TEXT).putExtra(Intent.EXTRA_PROCESS_TEXT, "客服".repeat(200_000)) },
            case("malformed extras", "error", "home") { send().apply { replaceExtras(garbage()) } },
            case("a list with nulls and wrong types", "error") {
                Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*").putExtra(Intent.EXTRA_STREAM, arrayListOf<Any?>(null, 7, "x", Intent(), Uri.parse("file:///etc/passwd")))
            },
            case("several of our own files", "error") {
                Intent(Intent.ACTION_SEND_MULTIPLE).putParcelableArrayListExtra(Intent.EXTRA_STREAM, ArrayList(listOf("shot-1.jpg", "../no_backup/log-key").map { Uri.parse("content://org.yanka.app.files/$it") }))
            },
            case("a clip of our own file", "error") { send().apply { clipData = android.content.ClipData.newRawUri(null, Uri.parse("content://org.yanka.app.files/shot-1.jpg")) } },
            case("view of a path", "error") { Intent(Intent.ACTION_VIEW, Uri.parse("file:///data/data/org.yanka.app/no_backup/core/journal.db")) },
            case("view of our own file", "error") { Intent(Intent.ACTION_VIEW, Uri.parse("content://org.yanka.app.files/shot-1.jpg")) },
            case("view of a web page", "error") { Intent(Intent.ACTION_VIEW, Uri.parse("https://example.com/x.yankapack")) },
            case("view of a script", "error") { Intent(Intent.ACTION_VIEW, Uri.parse("javascript:alert(1)")) },
            case("a shortcut with extras", "emergency") { Intent(IntentRouter.EMERGENCY, Uri.parse("content://nobody/1")).putExtra(Intent.EXTRA_STREAM, Uri.parse("content://nobody/1")) },
            case("the numbers shortcut with extras", "numbers") { Intent(IntentRouter.NUMBERS, Uri.parse("tel:13800138000")).putExtra(Intent.EXTRA_TEXT, "x") },
            case("the paste shortcut with extras", "type") { Intent(IntentRouter.PASTE).putExtra(Intent.EXTRA_TEXT, SCAM) },
        )

        /** Extras with a valid header and malformed content. */
        private fun garbage(): Bundle {
            val parcel = android.os.Parcel.obtain()
            parcel.writeInt(64); parcel.writeInt(0x4C444E42)
            repeat(16) { parcel.writeInt(it * 0x01010101 + 0x7F) }
            parcel.setDataPosition(0)
            return Bundle().apply { readFromParcel(parcel) }
        }

        private fun case(name: String, vararg screens: String, intent: () -> Intent): Array<Any> = arrayOf(name, intent, screens.toSet())
    }
}
