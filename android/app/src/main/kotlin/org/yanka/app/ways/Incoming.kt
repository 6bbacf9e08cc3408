// Reads a shared file once, off the main thread and never more than a photo can be.
package org.yanka.app.ways

import android.content.ContentResolver
import android.content.Context
import android.net.Uri
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.InputStream
import java.util.concurrent.Executors
import org.yanka.app.core.Core
import org.yanka.app.core.Pictures

object Incoming {
    private val files = Executors.newSingleThreadExecutor { Thread(it, "files") }

    fun read(context: Context, core: Core, uri: Uri, then: (ByteArray?) -> Unit) = files.execute {
        // Only another app's content: a path or our own provider would let a stranger read our files.
        val foreign = uri.scheme == ContentResolver.SCHEME_CONTENT && !uri.authority.orEmpty().substringAfter('@').startsWith(context.packageName)
        val bytes = if (!foreign) null else runCatching { context.contentResolver.openInputStream(uri)?.use(::bounded) }.getOrNull()
        core.onMain { then(bytes) }
    }

    /** The camera's file in our own folder; it is gone afterwards. */
    fun readOwn(core: Core, file: File, then: (ByteArray?) -> Unit) = files.execute {
        val bytes = runCatching { file.inputStream().use(::bounded) }.getOrNull()
        file.delete()
        core.onMain { then(bytes) }
    }

    private fun bounded(stream: InputStream): ByteArray? {
        val out = ByteArrayOutputStream()
        val buffer = ByteArray(64 * 1024)
        while (true) {
            val read = stream.read(buffer)
            if (read < 0) break
            if (out.size() + read > Pictures.MOST_BYTES) return null
            out.write(buffer, 0, read)
        }
        return out.toByteArray().takeIf { it.isNotEmpty() }
    }
}
