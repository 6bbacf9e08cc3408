// Decides what an incoming intent, an activity result or the clipboard starts: a check, a rule pack or a screen.
// All of it is untrusted input: it is read once, within size limits, and its declared type is not trusted.
package org.yanka.app.intents

import android.app.Activity
import android.content.ClipboardManager
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import java.io.File
import org.yanka.app.MainActivity
import org.yanka.app.YankaApp
import org.yanka.app.core.CheckInput
import org.yanka.app.core.Origin
import org.yanka.app.screens.ResultScreen

class IntentRouter(private val activity: MainActivity) {
    private val app get() = activity.application as YankaApp

    /** Name of the shared file that the camera was asked to write. */
    private var cameraFile: String? = null

    fun handle(intent: Intent?) {
        val request = try {
            intent?.let { parse(it) }
        } catch (_: RuntimeException) {
            Request.Unusable // malformed extras make the system throw when they are read
        }
        when (request) {
            null -> Unit
            is Request.ShowScreen -> { app.inputGeneration++; activity.resetTo(request.screen) }
            Request.OpenCamera -> { activity.resetTo("home"); openCamera() }
            Request.CheckClipboard -> { activity.resetTo("home"); checkClipboard() }
            is Request.CheckText -> check(CheckInput.Text(request.text))
            is Request.CheckPhotos -> checkPhotos(request.uris)
            is Request.InstallRulePack -> installRulePack(request.uri)
            Request.Unusable -> activity.resetTo("error")
        }
        activity.intent = Intent() // a rotation must not handle it again
    }

    private sealed interface Request {
        class ShowScreen(val screen: String) : Request
        data object OpenCamera : Request
        data object CheckClipboard : Request
        class CheckText(val text: String) : Request
        class CheckPhotos(val uris: List<Uri>) : Request
        class InstallRulePack(val uri: Uri) : Request
        data object Unusable : Request
    }

    private fun parse(intent: Intent): Request? = when (intent.action) {
        Intent.ACTION_SEND, Intent.ACTION_SEND_MULTIPLE ->
            streams(intent).ifEmpty { null }?.let { Request.CheckPhotos(it) } ?: checkText(intent.getCharSequenceExtra(Intent.EXTRA_TEXT))
        Intent.ACTION_PROCESS_TEXT -> checkText(intent.getCharSequenceExtra(Intent.EXTRA_PROCESS_TEXT))
        Intent.ACTION_VIEW -> intent.data?.let { Request.InstallRulePack(it) } ?: Request.Unusable
        PHOTO -> Request.OpenCamera
        PASTE -> Request.CheckClipboard
        EMERGENCY -> Request.ShowScreen("emergency")
        NUMBERS -> Request.ShowScreen("numbers")
        else -> null
    }

    private fun checkText(text: CharSequence?): Request {
        val plain = text?.toString().orEmpty()
        return if (plain.isBlank()) Request.Unusable else Request.CheckText(plain)
    }

    @Suppress("DEPRECATION") // the typed getters need Android 13
    private fun streams(intent: Intent): List<Uri> = when (val stream = intent.extras?.get(Intent.EXTRA_STREAM)) {
        is Uri -> listOf(stream)
        is List<*> -> stream.filterIsInstance<Uri>()
        is Array<*> -> stream.filterIsInstance<Uri>()
        else -> clipUris(intent).orEmpty()
    }

    private fun clipUris(intent: Intent): List<Uri>? =
        intent.clipData?.let { clip -> (0 until clip.itemCount).mapNotNull { clip.getItemAt(it).uri } }

    private fun checkPhotos(uris: List<Uri>) {
        activity.resetTo("result", ResultScreen.READING)
        ContentReader.read(activity.applicationContext, app.core, uris, ifCurrent { current, files ->
            if (files.isEmpty()) current.resetTo("error")
            else {
                app.check.start(files.map { CheckInput.Photo(it) }, Origin.PARCEL, omittedCount = uris.size - files.size)
                current.resetTo("result")
            }
        })
    }

    private fun installRulePack(uri: Uri) {
        activity.resetTo("rules")
        ContentReader.read(activity.applicationContext, app.core, listOf(uri), ifCurrent { current, files ->
            if (files.isEmpty()) current.resetTo("error")
            else {
                if (current.top !is RulePackInstaller) current.resetTo("rules")
                (current.top as RulePackInstaller).install(files.single())
            }
        })
    }

    /** Calls [then] with the activity that is open when the content arrives. Drops the content where a newer request came in. */
    private fun <T> ifCurrent(then: (MainActivity, T) -> Unit): (T) -> Unit {
        val generation = ++app.inputGeneration
        return { content -> app.activity?.takeIf { generation == app.inputGeneration }?.let { then(it, content) } }
    }

    fun check(input: CheckInput) {
        app.inputGeneration++
        app.check.start(input)
        activity.resetTo("result")
    }

    fun openCamera() {
        val name = "shot-${System.nanoTime()}.jpg"
        cameraFile = name
        activity.outgoing.capturePhoto(name)
    }

    fun checkClipboard() {
        val clipboard = activity.getSystemService(ClipboardManager::class.java)
        val text = runCatching { clipboard?.primaryClip?.getItemAt(0)?.coerceToText(activity) }.getOrNull()
        if (text.isNullOrBlank()) activity.navigate("type") else check(CheckInput.Text(text.toString()))
    }

    fun onActivityResult(request: Int, result: Int, data: Intent?) {
        when (request) {
            OutgoingIntents.REQUEST_CAMERA -> onCameraResult(result)
            OutgoingIntents.REQUEST_PHOTO -> if (result == Activity.RESULT_OK) data?.let { pickedUris(it) }?.let { checkPhotos(it) }
            OutgoingIntents.REQUEST_RULE_PACK -> if (result == Activity.RESULT_OK) data?.data?.let { installRulePack(it) }
        }
    }

    private fun onCameraResult(result: Int) {
        val name = cameraFile ?: return
        cameraFile = null
        val file = File(app.directories.sharedFolder(), name)
        if (result != Activity.RESULT_OK) { file.delete(); return }
        activity.resetTo("result", ResultScreen.READING)
        ContentReader.readAndDelete(app.core, file, ifCurrent { current, bytes ->
            if (bytes == null) current.resetTo("error") else current.router.check(CheckInput.Photo(bytes))
        })
    }

    /** The photos that the person picked; null for none. */
    private fun pickedUris(data: Intent): List<Uri>? = (clipUris(data) ?: listOfNotNull(data.data)).ifEmpty { null }

    fun save(out: Bundle) = out.putString("shot", cameraFile)
    fun restore(saved: Bundle) { cameraFile = saved.getString("shot") }

    companion object {
        const val PHOTO = "org.yanka.app.PHOTO"
        const val PASTE = "org.yanka.app.PASTE"
        const val EMERGENCY = "org.yanka.app.EMERGENCY"
        const val NUMBERS = "org.yanka.app.NUMBERS"
    }
}

/** A screen that installs a rule pack. */
interface RulePackInstaller {
    fun install(bytes: ByteArray)
}
