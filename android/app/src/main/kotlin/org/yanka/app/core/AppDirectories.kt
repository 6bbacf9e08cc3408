// The app's folders on the phone. No backup includes them and no other app reads them.
package org.yanka.app.core

import android.content.Context
import java.io.File

class AppDirectories(private val context: Context) {
    /** The core's folder: the log's database and installed rule packs. */
    fun coreFolder(): File = File(context.noBackupFilesDir, "core").apply { mkdirs() }

    /** The folder of [EncryptedInputStore]. */
    fun inputFolder(): File = File(context.noBackupFilesDir, "being-checked")

    /** Files that [org.yanka.app.intents.SharedFileProvider] shares with other apps: camera photos and evidence files. */
    fun sharedFolder(): File = File(context.cacheDir, "handed").apply { mkdirs() }

    /** Deletes files older than an hour: a camera may still be writing a photo for a process that ended. */
    fun deleteStaleSharedFiles() {
        val oldest = System.currentTimeMillis() - STALE_MS
        sharedFolder().listFiles()?.filter { it.lastModified() < oldest }?.forEach { it.delete() }
    }

    /** Deletes camera photos last written before [before] (Unix milliseconds). Keeps evidence files: another app may be reading one. */
    fun deleteCameraPhotos(before: Long) {
        sharedFolder().listFiles()?.filter { it.name.endsWith(".jpg") && it.lastModified() < before }?.forEach { it.delete() }
    }

    fun deleteSharedFiles() { sharedFolder().listFiles()?.forEach { it.delete() } }

    /** Renames the log's database files, so that the core creates a new log. */
    fun quarantineLog() {
        val time = System.currentTimeMillis()
        coreFolder().listFiles { f -> f.name.startsWith("journal.db") && ".old-" !in f.name }?.forEach {
            it.renameTo(File(it.parentFile, "${it.name}.old-$time"))
        }
    }

    private companion object {
        /** One hour. Empirical; no measurement recorded. */
        const val STALE_MS = 3_600_000
    }
}
