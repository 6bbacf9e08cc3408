// Shares single files with the app that the person chose: the camera and the target of the share sheet.
// Not exported: an app reads only the files that an intent granted to it.
package org.yanka.app.intents

import android.content.ContentProvider
import android.content.ContentValues
import android.content.Context
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.ParcelFileDescriptor
import android.provider.OpenableColumns
import java.io.File
import java.io.FileNotFoundException
import org.yanka.app.core.AppDirectories

class SharedFileProvider : ContentProvider() {
    override fun onCreate() = true

    override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor =
        ParcelFileDescriptor.open(file(uri), ParcelFileDescriptor.parseMode(mode))

    override fun query(uri: Uri, columns: Array<String>?, where: String?, args: Array<String>?, order: String?): Cursor {
        val file = file(uri)
        return MatrixCursor(arrayOf(OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE)).apply { addRow(arrayOf<Any>(file.name, file.length())) }
    }

    override fun getType(uri: Uri) = if (uri.lastPathSegment.orEmpty().endsWith(".zip")) "application/zip" else "image/jpeg"
    override fun insert(uri: Uri, values: ContentValues?): Uri? = null
    override fun delete(uri: Uri, where: String?, args: Array<String>?) = 0
    override fun update(uri: Uri, values: ContentValues?, where: String?, args: Array<String>?) = 0

    /** The file in the shared folder. Refuses other folders: the path must be one segment that matches [FILE_NAME]. */
    private fun file(uri: Uri): File {
        val name = uri.pathSegments.singleOrNull()?.takeIf { FILE_NAME.matches(it) } ?: throw FileNotFoundException()
        return File(AppDirectories(context ?: throw FileNotFoundException()).sharedFolder(), name)
    }

    companion object {
        private val FILE_NAME = Regex("[a-z0-9-]+\\.(jpg|zip)")
        fun uri(context: Context, name: String): Uri = Uri.parse("content://${context.packageName}.files/$name")
    }
}
