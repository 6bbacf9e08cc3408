// Reads the content of URIs that other apps sent, and camera photos. Untrusted input: it is read once, on a
// background thread, and never beyond a size limit.
package org.yanka.app.intents

import android.content.ContentResolver
import android.content.Context
import android.net.Uri
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.InputStream
import java.util.concurrent.Executors
import org.yanka.app.core.Core
import org.yanka.app.core.PhotoDecoder

object ContentReader {
    /** WeChat sends at most nine photos in one share. */
    const val MAX_FILES = 9

    /** Size limit of all files of one share. Empirical; no measurement recorded. */
    private const val MAX_TOTAL_BYTES = 48 * 1024 * 1024
    private const val BUFFER_BYTES = 64 * 1024

    private val executor = Executors.newSingleThreadExecutor { Thread(it, "files") }

    /** Reads the first [MAX_FILES] of [uris] in their order. [then] gets only those that could be read. */
    fun read(context: Context, core: Core, uris: List<Uri>, then: (List<ByteArray>) -> Unit) = executor.execute {
        var remaining = MAX_TOTAL_BYTES
        val files = uris.take(MAX_FILES).mapNotNull { uri ->
            readContent(context, uri, minOf(remaining, PhotoDecoder.MAX_FILE_BYTES))?.also { remaining -= it.size }
        }
        core.onMain { then(files) }
    }

    /** Reads a camera photo from the shared folder and deletes it. */
    fun readAndDelete(core: Core, file: File, then: (ByteArray?) -> Unit) = executor.execute {
        val bytes = runCatching { file.inputStream().use { readBounded(it, PhotoDecoder.MAX_FILE_BYTES) } }.getOrNull()
        file.delete()
        core.onMain { then(bytes) }
    }

    private fun readContent(context: Context, uri: Uri, maxBytes: Int): ByteArray? {
        // Refuse file paths and our own provider: a sender must not make the app read its private files.
        val isForeign = uri.scheme == ContentResolver.SCHEME_CONTENT && !uri.authority.orEmpty().substringAfter('@').startsWith(context.packageName)
        return if (!isForeign) null else runCatching { context.contentResolver.openInputStream(uri)?.use { readBounded(it, maxBytes) } }.getOrNull()
    }

    /** Null where the stream is empty or longer than [maxBytes]. */
    private fun readBounded(stream: InputStream, maxBytes: Int): ByteArray? {
        val out = ByteArrayOutputStream()
        val buffer = ByteArray(BUFFER_BYTES)
        while (true) {
            val count = stream.read(buffer)
            if (count < 0) break
            if (out.size() + count > maxBytes) return null
            out.write(buffer, 0, count)
        }
        return out.toByteArray().takeIf { it.isNotEmpty() }
    }
}
