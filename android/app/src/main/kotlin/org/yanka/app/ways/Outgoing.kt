// What leaves for another app, always by the person's own tap: camera, pickers, dialler, share sheet.
package org.yanka.app.ways

import android.app.KeyguardManager
import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.ClipboardManager
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.PersistableBundle
import android.provider.MediaStore
import java.io.File
import org.yanka.app.MainActivity
import org.yanka.app.R
import org.yanka.app.YankaApp

class Outgoing(private val shell: MainActivity) {
    fun camera(name: String) {
        val uri = HandProvider.uri(shell, name)
        val intent = Intent(MediaStore.ACTION_IMAGE_CAPTURE).putExtra(MediaStore.EXTRA_OUTPUT, uri)
            .addFlags(Intent.FLAG_GRANT_WRITE_URI_PERMISSION or Intent.FLAG_GRANT_READ_URI_PERMISSION)
        intent.clipData = ClipData.newRawUri(null, uri) // carries the grant on old phones
        start(intent, CAMERA)
    }

    fun pickPicture() = start(
        if (Build.VERSION.SDK_INT >= 33) Intent(MediaStore.ACTION_PICK_IMAGES).setType("image/*")
        else Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("image/*"),
        PICK,
    )

    fun pickPack() = start(Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("*/*"), PICK_PACK)

    /** Opens the dialler with the number in it; the person presses call. */
    fun dial(number: String) = start(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))

    fun shareText(text: String) =
        start(Intent.createChooser(Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text), null))

    fun shareFile(name: String, bytes: ByteArray) {
        File((shell.application as YankaApp).place.handed(), name).writeBytes(bytes)
        val uri = HandProvider.uri(shell, name)
        val send = Intent(Intent.ACTION_SEND).setType("application/zip").putExtra(Intent.EXTRA_STREAM, uri)
            .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
        send.clipData = ClipData.newRawUri(null, uri)
        start(Intent.createChooser(send, null))
    }

    fun copy(text: String) {
        val clip = ClipData.newPlainText("", text)
        clip.description.extras = PersistableBundle().apply { putBoolean("android.content.extra.IS_SENSITIVE", true) }
        shell.getSystemService(ClipboardManager::class.java)?.setPrimaryClip(clip)
    }

    /** Asks for the phone's own lock; where it has none, nobody answers. [request] says what the owner's yes is for. */
    @Suppress("DEPRECATION") // the newer way needs a permission
    fun unlock(request: Int = UNLOCK) {
        val guard = shell.getSystemService(KeyguardManager::class.java) ?: return
        val intent = guard.createConfirmDeviceCredentialIntent(shell.getString(R.string.log_unlock), shell.getString(R.string.log_unlock_reason))
        if (guard.isDeviceSecure && intent != null) start(intent, request)
    }

    @Suppress("DEPRECATION") // startActivityForResult: the platform's own way
    private fun start(intent: Intent, request: Int = -1) {
        try {
            if (request < 0) shell.startActivity(intent) else shell.startActivityForResult(intent, request)
        } catch (_: ActivityNotFoundException) {
            shell.go("trouble", "no-app")
        } catch (_: SecurityException) {
            shell.go("trouble", "no-app")
        }
    }

    companion object {
        const val CAMERA = 1
        const val PICK = 2
        const val PICK_PACK = 3
        const val UNLOCK = 4
        const val UNLOCK_TO_TURN_OFF = 5
    }
}
