// Reads shared files once, off the main thread and never more than photos can be.
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

    /** More in one share is nobody's question; WeChat sends nine at most. */
    const val MOST_FILES = 9
    private const val MOST_TOGETHER = 48 * 1024 * 1024

    /** What could be read of [uris], in their order. */
    fun read(context: Context, core: Core, uris: List<Uri>, then: (List<ByteArray>) -> Unit) = files.execute {
        var room = MOST_TOGETHER
        val read = uris.take(MOST_FILES).mapNotNull { uri -> one(context, uri, minOf(room, Pictures.MOST_BYTES))?.also { room -= it.size } }
        core.onMain { then(read) }
    }

    /** The camera's file in our own folder; it is gone afterwards. */
    fun readOwn(core: Core, file: File, then: (ByteArray?) -> Unit) = files.execute {
        val bytes = runCatching { file.inputStream().use { bounded(it, Pictures.MOST_BYTES) } }.getOrNull()
        file.delete()
        core.onMain { then(bytes) }
    }

    private fun one(context: Context, uri: Uri, most: Int): ByteArray? {
        // Only another app's content: a path or our own provider would let a stranger read our files.
        val foreign = uri.scheme == ContentResolver.SCHEME_CONTENT && !uri.authority.orEmpty().substringAfter('@').startsWith(context.packageName)
        return if (!foreign) null else runCatching { context.contentResolver.openInputStream(uri)?.use { bounded(it, most) } }.getOrNull()
    }

    private fun bounded(stream: InputStream, most: Int): ByteArray? {
        val out = ByteArrayOutputStream()
        val buffer = ByteArray(64 * 1024)
        while (true) {
            val read = stream.read(buffer)
            if (read < 0) break
            if (out.size() + read > most) return null
            out.write(buffer, 0, read)
        }
        return out.toByteArray().takeIf { it.isNotEmpty() }
    }
}
