// Where things lie on the phone: only folders that no backup takes and no other app reads.
package org.yanka.app.core

import android.content.Context
import java.io.File

class Place(private val context: Context) {
    /** The core's folder: journal and installed rules. */
    fun folder(): File = File(context.noBackupFilesDir, "core").apply { mkdirs() }

    /** The folder of what is being checked, each file sealed. */
    fun subject(): File = File(context.noBackupFilesDir, "being-checked")

    /** Files handed to other apps for one moment: the camera's photo and the evidence. */
    fun handed(): File = File(context.cacheDir, "handed").apply { mkdirs() }

    /** Old ones only: the camera may just now be writing for a process that was ended meanwhile. */
    fun sweepHanded() {
        val old = System.currentTimeMillis() - AN_HOUR
        handed().listFiles()?.filter { it.lastModified() < old }?.forEach { it.delete() }
    }

    /** The camera's photos that nobody waits for any more; evidence stays, another app may be reading it. */
    fun sweepPhotos(before: Long) {
        handed().listFiles()?.filter { it.name.endsWith(".jpg") && it.lastModified() < before }?.forEach { it.delete() }
    }

    fun emptyHanded() { handed().listFiles()?.forEach { it.delete() } }

    fun setLogAside() {
        val mark = System.currentTimeMillis()
        folder().listFiles { f -> f.name.startsWith("journal.db") && ".old-" !in f.name }?.forEach {
            it.renameTo(File(it.parentFile, "${it.name}.old-$mark"))
        }
    }

    private companion object {
        const val AN_HOUR = 3_600_000
    }
}
