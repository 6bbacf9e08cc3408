// Hands one file to one app for one moment. Not exported: only who was granted a file sees it.
package org.yanka.app.ways

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
import org.yanka.app.core.Place

class HandProvider : ContentProvider() {
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

    /** The file that is named, and no other: one plain segment, in the one folder. */
    private fun file(uri: Uri): File {
        val name = uri.pathSegments.singleOrNull()?.takeIf { NAME.matches(it) } ?: throw FileNotFoundException()
        return File(Place(context ?: throw FileNotFoundException()).handed(), name)
    }

    companion object {
        private val NAME = Regex("[a-z0-9-]+\\.(jpg|zip)")
        fun uri(context: Context, name: String): Uri = Uri.parse("content://${context.packageName}.hand/$name")
    }
}
