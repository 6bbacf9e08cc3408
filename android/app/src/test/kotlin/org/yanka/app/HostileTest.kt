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
import org.yanka.app.core.Pictures
import org.yanka.app.ways.HandProvider
import org.yanka.app.ways.Intake

/** Each intent twice: with a cold process and into the open app. Nothing may crash or be answered from our own files. */
@RunWith(ParameterizedRobolectricTestRunner::class)
class HostileTest(private val case: String, private val intent: () -> Intent, private val lands: Set<String>) : Phone() {
    private fun landed() = until("$case lands in $lands") { name in lands && app.check.phase !is org.yanka.app.core.Phase.Working }

    @Test fun cold() { launch(intent()); landed() }

    @Test fun open() { launch(); again(intent()); landed() }

    companion object {
        private fun send(type: String? = "image/jpeg") = Intent(Intent.ACTION_SEND).setType(type)
        private fun stream(uri: String) = send().putExtra(Intent.EXTRA_STREAM, Uri.parse(uri))

        @JvmStatic @Parameters(name = "{0}")
        fun cases(): List<Array<Any>> = listOf(
            case("no action", "home") { Intent() },
            case("unknown action", "home") { Intent("org.other.BREAK") },
            case("nothing shared", "trouble") { send() },
            case("nothing as text", "trouble") { send("text/plain") },
            case("blank text", "trouble") { send("text/plain").putExtra(Intent.EXTRA_TEXT, "  \n") },
            case("text of a wrong type", "trouble") { send("text/plain").putExtra(Intent.EXTRA_TEXT, 7) },
            case("stream of a wrong type", "trouble") { send().putExtra(Intent.EXTRA_STREAM, 7) },
            case("stream is a text", "trouble") { send().putExtra(Intent.EXTRA_STREAM, "content://x/y") },
            case("stream is another parcel", "trouble") { send().putExtra(Intent.EXTRA_STREAM, Intent() as Parcelable) },
            case("empty list", "trouble") { Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*").putParcelableArrayListExtra(Intent.EXTRA_STREAM, arrayListOf()) },
            case("a path", "trouble") { stream("file:///data/data/org.yanka.app/no_backup/log-key") },
            case("a path upwards", "trouble") { stream("content://org.yanka.app.hand/../no_backup/log-key") },
            case("our own provider", "trouble") { stream("content://org.yanka.app.hand/shot-1.jpg") },
            case("our own provider by user", "trouble") { stream("content://0@org.yanka.app.hand/shot-1.jpg") },
            case("nobody's provider", "trouble") { stream("content://nobody.at.all/1") },
            case("a web address", "trouble") { stream("https://example.com/a.jpg") },
            case("an empty address", "trouble") { stream("") },
            case("a pack that is none", "trouble", "rules") { Intent(Intent.ACTION_VIEW).setDataAndType(Uri.parse("content://nobody/x.yankapack"), "application/octet-stream") },
            case("view without data", "trouble") { Intent(Intent.ACTION_VIEW) },
            case("a call", "home") { Intent(Intent.ACTION_DIAL, Uri.parse("tel:10086")) },
            case("control characters", "result") { send("text/plain").putExtra(Intent.EXTRA_TEXT, "\u0000\u202e\ud800\uffff") },
            case("huge text", "result") { send("text/plain").putExtra(Intent.EXTRA_TEXT, "a".repeat(400_000)) },
            case("process text without text", "trouble") { Intent(Intent.ACTION_PROCESS_TEXT) },
            case("process text of a wrong type", "trouble") { Intent(Intent.ACTION_PROCESS_TEXT).putExtra(Intent.EXTRA_PROCESS_TEXT, arrayOf("a")) },
            case("huge text to process", "result") { Intent(Intent.ACTION_PROCESS_TEXT).putExtra(Intent.EXTRA_PROCESS_TEXT, "客服".repeat(200_000)) },
            case("extras that are no parcel", "trouble", "home") { send().apply { replaceExtras(garbage()) } },
            case("a list with holes and strangers", "trouble") {
                Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*").putExtra(Intent.EXTRA_STREAM, arrayListOf<Any?>(null, 7, "x", Intent(), Uri.parse("file:///etc/passwd")))
            },
            case("several of our own files", "trouble") {
                Intent(Intent.ACTION_SEND_MULTIPLE).putParcelableArrayListExtra(Intent.EXTRA_STREAM, ArrayList(listOf("shot-1.jpg", "../no_backup/log-key").map { Uri.parse("content://org.yanka.app.hand/$it") }))
            },
            case("a clip of our own file", "trouble") { send().apply { clipData = android.content.ClipData.newRawUri(null, Uri.parse("content://org.yanka.app.hand/shot-1.jpg")) } },
            case("view of a path", "trouble") { Intent(Intent.ACTION_VIEW, Uri.parse("file:///data/data/org.yanka.app/no_backup/core/journal.db")) },
            case("view of our own file", "trouble") { Intent(Intent.ACTION_VIEW, Uri.parse("content://org.yanka.app.hand/shot-1.jpg")) },
            case("view of a web page", "trouble") { Intent(Intent.ACTION_VIEW, Uri.parse("https://example.com/x.yankapack")) },
            case("view of a script", "trouble") { Intent(Intent.ACTION_VIEW, Uri.parse("javascript:alert(1)")) },
            case("a shortcut with a load", "emergency") { Intent(Intake.EMERGENCY, Uri.parse("content://nobody/1")).putExtra(Intent.EXTRA_STREAM, Uri.parse("content://nobody/1")) },
            case("numbers with a load", "numbers") { Intent(Intake.NUMBERS, Uri.parse("tel:13800138000")).putExtra(Intent.EXTRA_TEXT, "x") },
            case("paste with a load", "type") { Intent(Intake.PASTE).putExtra(Intent.EXTRA_TEXT, SCAM) },
        )

        /** Extras as a broken or hostile sender packs them: the right beginning and nonsense after it. */
        private fun garbage(): Bundle {
            val parcel = android.os.Parcel.obtain()
            parcel.writeInt(64); parcel.writeInt(0x4C444E42)
            repeat(16) { parcel.writeInt(it * 0x01010101 + 0x7F) }
            parcel.setDataPosition(0)
            return Bundle().apply { readFromParcel(parcel) }
        }

        private fun case(name: String, vararg lands: String, intent: () -> Intent): Array<Any> = arrayOf(name, intent, lands.toSet())
    }
}
