// Starts other apps, always after a tap of the person: camera, pickers, dialler, share sheet, device credential.
package org.yanka.app.intents

import android.app.KeyguardManager
import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.provider.MediaStore
import java.io.File
import org.yanka.app.MainActivity
import org.yanka.app.R
import org.yanka.app.YankaApp

class OutgoingIntents(private val activity: MainActivity) {
    /** Opens the camera, which writes its photo to the shared file [name]. */
    fun capturePhoto(name: String) {
        val uri = SharedFileProvider.uri(activity, name)
        val intent = Intent(MediaStore.ACTION_IMAGE_CAPTURE).putExtra(MediaStore.EXTRA_OUTPUT, uri)
            .addFlags(Intent.FLAG_GRANT_WRITE_URI_PERMISSION or Intent.FLAG_GRANT_READ_URI_PERMISSION)
        intent.clipData = ClipData.newRawUri(null, uri) // older versions grant access through the clip only
        start(intent, REQUEST_CAMERA)
    }

    fun pickPhoto() = start(
        if (Build.VERSION.SDK_INT >= 33) Intent(MediaStore.ACTION_PICK_IMAGES).setType("image/*")
        else Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("image/*"),
        REQUEST_PHOTO,
    )

    fun pickRulePack() = start(Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("*/*"), REQUEST_RULE_PACK)

    /** Opens the dialler with the number in it; the person presses call. */
    fun dial(number: String) = start(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))

    fun shareText(text: String) =
        start(Intent.createChooser(Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text), null))

    fun shareFile(name: String, bytes: ByteArray) {
        File((activity.application as YankaApp).directories.sharedFolder(), name).writeBytes(bytes)
        val uri = SharedFileProvider.uri(activity, name)
        val send = Intent(Intent.ACTION_SEND).setType("application/zip").putExtra(Intent.EXTRA_STREAM, uri)
            .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
        send.clipData = ClipData.newRawUri(null, uri)
        start(Intent.createChooser(send, null))
    }

    /** Asks for the device credential; does nothing on a device without one. The result arrives under [request]. */
    @Suppress("DEPRECATION") // BiometricPrompt needs a permission
    fun requestUnlock(request: Int = REQUEST_UNLOCK) {
        val keyguard = activity.getSystemService(KeyguardManager::class.java) ?: return
        val intent = keyguard.createConfirmDeviceCredentialIntent(activity.getString(R.string.log_unlock), activity.getString(R.string.log_unlock_reason))
        if (keyguard.isDeviceSecure && intent != null) start(intent, request)
    }

    @Suppress("DEPRECATION") // the replacement of startActivityForResult is part of AndroidX
    private fun start(intent: Intent, request: Int = NO_RESULT) {
        try {
            if (request == NO_RESULT) activity.startActivity(intent) else activity.startActivityForResult(intent, request)
        } catch (_: ActivityNotFoundException) {
            activity.navigate("error", "no-app")
        } catch (_: SecurityException) {
            activity.navigate("error", "no-app")
        }
    }

    companion object {
        private const val NO_RESULT = -1
        const val REQUEST_CAMERA = 1
        const val REQUEST_PHOTO = 2
        const val REQUEST_RULE_PACK = 3
        const val REQUEST_UNLOCK = 4
        const val REQUEST_DISABLE_LOCK = 5
    }
}
