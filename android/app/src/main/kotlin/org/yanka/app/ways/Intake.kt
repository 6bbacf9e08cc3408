// Everything that comes in: what other apps share, the camera, the pickers, the clipboard, tile and
// shortcuts. All of it is a stranger's: read once, bounded, and never trusted to be what it says.
package org.yanka.app.ways

import android.app.Activity
import android.content.ClipboardManager
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.os.Parcelable
import org.yanka.app.MainActivity
import org.yanka.app.R
import org.yanka.app.YankaApp
import org.yanka.app.core.Given

class Intake(private val shell: MainActivity) {
    private val app get() = shell.application as YankaApp
    private var shot: String? = null

    fun take(intent: Intent?) {
        val asked = try {
            intent?.let { read(it) }
        } catch (_: RuntimeException) {
            Asked.Unusable // a parcel made to break us
        }
        when (asked) {
            null -> Unit
            is Asked.Go -> shell.fromHome(asked.screen)
            is Asked.Way -> { shell.fromHome("home"); if (asked.photo) shell.out.camera(newShot()) else paste() }
            is Asked.Words -> check(Given.Words(asked.text))
            is Asked.File -> open(asked.uri, asked.pack)
            Asked.Unusable -> shell.fromHome("trouble")
        }
        shell.intent = Intent() // taken: a rotation must not take it again
    }

    private sealed interface Asked {
        class Go(val screen: String) : Asked
        class Way(val photo: Boolean) : Asked
        class Words(val text: String) : Asked
        class File(val uri: Uri, val pack: Boolean) : Asked
        data object Unusable : Asked
    }

    private fun read(intent: Intent): Asked? = when (intent.action) {
        Intent.ACTION_SEND, Intent.ACTION_SEND_MULTIPLE -> stream(intent)?.let { Asked.File(it, pack = false) } ?: words(intent.getCharSequenceExtra(Intent.EXTRA_TEXT))
        Intent.ACTION_PROCESS_TEXT -> words(intent.getCharSequenceExtra(Intent.EXTRA_PROCESS_TEXT))
        Intent.ACTION_VIEW -> intent.data?.let { Asked.File(it, pack = true) } ?: Asked.Unusable
        PHOTO -> Asked.Way(photo = true)
        PASTE -> Asked.Way(photo = false)
        EMERGENCY -> Asked.Go("emergency")
        NUMBERS -> Asked.Go("numbers")
        else -> null
    }

    private fun words(text: CharSequence?): Asked {
        val plain = text?.toString().orEmpty()
        return if (plain.isBlank()) Asked.Unusable else Asked.Words(plain.take(MOST_CHARS))
    }

    @Suppress("DEPRECATION") // the typed forms need Android 13
    private fun stream(intent: Intent): Uri? = when (val one = intent.extras?.get(Intent.EXTRA_STREAM)) {
        is Uri -> one
        is List<*> -> one.firstOrNull { it is Uri } as Uri?
        is Array<*> -> one.firstOrNull { it is Parcelable && it is Uri } as Uri?
        else -> intent.clipData?.takeIf { it.itemCount > 0 }?.getItemAt(0)?.uri
    }

    private fun open(uri: Uri, pack: Boolean) {
        shell.fromHome(if (pack) "rules" else "result", if (pack) "" else "waiting")
        Incoming.read(shell.applicationContext, app.core, uri) { bytes ->
            when {
                bytes == null -> shell.fromHome("trouble")
                pack -> (shell.top as? TakesPack)?.install(bytes)
                else -> check(Given.Picture(bytes))
            }
        }
    }

    fun check(given: Given) {
        app.check.begin(given)
        shell.fromHome("result")
    }

    fun camera() = shell.out.camera(newShot())

    private fun newShot(): String = "shot-${System.nanoTime()}.jpg".also { shot = it }

    fun paste() {
        val clipboard = shell.getSystemService(ClipboardManager::class.java)
        val text = runCatching { clipboard?.primaryClip?.getItemAt(0)?.coerceToText(shell) }.getOrNull()
        if (text.isNullOrBlank()) shell.go("type") else check(Given.Words(text.toString().take(MOST_CHARS)))
    }

    fun answered(request: Int, result: Int, data: Intent?) {
        when (request) {
            Outgoing.CAMERA -> {
                val name = shot ?: return
                shot = null
                val file = java.io.File(app.place.handed(), name)
                if (result != Activity.RESULT_OK) { file.delete(); return }
                shell.fromHome("result", "waiting")
                Incoming.readOwn(app.core, file) { bytes -> if (bytes == null) shell.fromHome("trouble") else check(Given.Picture(bytes)) }
            }
            Outgoing.PICK -> if (result == Activity.RESULT_OK) data?.data?.let { open(it, pack = false) }
            Outgoing.PICK_PACK -> if (result == Activity.RESULT_OK) data?.data?.let { open(it, pack = true) }
        }
    }

    fun save(out: Bundle) = out.putString("shot", shot)
    fun restore(saved: Bundle) { shot = saved.getString("shot") }

    companion object {
        const val PHOTO = "org.yanka.app.PHOTO"
        const val PASTE = "org.yanka.app.PASTE"
        const val EMERGENCY = "org.yanka.app.EMERGENCY"
        const val NUMBERS = "org.yanka.app.NUMBERS"
        const val MOST_CHARS = 200_000
    }
}

/** The screen that puts in a rule file. */
interface TakesPack {
    fun install(bytes: ByteArray)
}
