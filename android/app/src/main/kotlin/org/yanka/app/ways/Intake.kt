// Everything that comes in: what other apps share, the camera, the pickers, the clipboard, tile and
// shortcuts. All of it is a stranger's: read once, bounded, and never trusted to be what it says.
package org.yanka.app.ways

import android.app.Activity
import android.content.ClipboardManager
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import org.yanka.app.MainActivity
import org.yanka.app.R
import org.yanka.app.YankaApp
import org.yanka.app.core.Given
import org.yanka.app.core.Origin
import org.yanka.app.screens.ResultScreen

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
            is Asked.Go -> { app.arrivals++; shell.fromHome(asked.screen) }
            is Asked.Way -> { shell.fromHome("home"); if (asked.photo) shell.out.camera(newShot()) else paste() }
            is Asked.Words -> check(Given.Words(asked.text))
            is Asked.Pictures -> open(asked.uris)
            is Asked.Pack -> openPack(asked.uri)
            Asked.Unusable -> shell.fromHome("trouble")
        }
        shell.intent = Intent() // taken: a rotation must not take it again
    }

    private sealed interface Asked {
        class Go(val screen: String) : Asked
        class Way(val photo: Boolean) : Asked
        class Words(val text: String) : Asked
        class Pictures(val uris: List<Uri>) : Asked
        class Pack(val uri: Uri) : Asked
        data object Unusable : Asked
    }

    private fun read(intent: Intent): Asked? = when (intent.action) {
        Intent.ACTION_SEND, Intent.ACTION_SEND_MULTIPLE -> streams(intent).ifEmpty { null }?.let { Asked.Pictures(it) } ?: words(intent.getCharSequenceExtra(Intent.EXTRA_TEXT))
        Intent.ACTION_PROCESS_TEXT -> words(intent.getCharSequenceExtra(Intent.EXTRA_PROCESS_TEXT))
        Intent.ACTION_VIEW -> intent.data?.let { Asked.Pack(it) } ?: Asked.Unusable
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
    private fun streams(intent: Intent): List<Uri> = when (val given = intent.extras?.get(Intent.EXTRA_STREAM)) {
        is Uri -> listOf(given)
        is List<*> -> given.filterIsInstance<Uri>()
        is Array<*> -> given.filterIsInstance<Uri>()
        else -> intent.clipData?.let { clip -> (0 until clip.itemCount).mapNotNull { clip.getItemAt(it).uri } }.orEmpty()
    }

    private fun open(uris: List<Uri>) {
        shell.fromHome("result", ResultScreen.WAITING)
        Incoming.read(shell.applicationContext, app.core, uris, late { now, read ->
            if (read.isEmpty()) now.fromHome("trouble")
            else {
                app.check.begin(read.map { Given.Picture(it) }, Origin.PARCEL, leftOut = uris.size - read.size)
                now.fromHome("result")
            }
        })
    }

    private fun openPack(uri: Uri) {
        shell.fromHome("rules")
        Incoming.read(shell.applicationContext, app.core, listOf(uri), late { now, read ->
            if (read.isEmpty()) now.fromHome("trouble")
            else {
                if (now.top !is TakesPack) now.fromHome("rules")
                (now.top as TakesPack).install(read.single())
            }
        })
    }

    /** For an answer that comes while the phone may have been turned, or something newer has come in. */
    private fun <T> late(then: (MainActivity, T) -> Unit): (T) -> Unit {
        val mine = ++app.arrivals
        return { answer -> app.shell?.takeIf { mine == app.arrivals }?.let { then(it, answer) } }
    }

    fun check(given: Given) {
        app.arrivals++
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
                shell.fromHome("result", ResultScreen.WAITING)
                Incoming.readOwn(app.core, file, late { now, bytes -> if (bytes == null) now.fromHome("trouble") else now.ways.check(Given.Picture(bytes)) })
            }
            Outgoing.PICK -> if (result == Activity.RESULT_OK) data?.let { picked(it) }?.let { open(it) }
            Outgoing.PICK_PACK -> if (result == Activity.RESULT_OK) data?.data?.let { openPack(it) }
        }
    }

    /** One, or the several that the picker let the person choose. */
    private fun picked(data: Intent): List<Uri>? =
        (data.clipData?.let { clip -> (0 until clip.itemCount).mapNotNull { clip.getItemAt(it).uri } } ?: listOfNotNull(data.data)).ifEmpty { null }

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
