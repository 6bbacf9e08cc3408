// Stores the inputs of the current check encrypted on the disk, so that the check survives the end of the
// process: the inputs, their origin and their log entries. Without a key it stores and returns nothing.
// When a copy is written and removed is decided by `CheckModel`.
package org.yanka.app.core

import java.io.File
import java.nio.ByteBuffer

class EncryptedInputStore(private val keys: LogKey, private val directories: AppDirectories) {
    /** [entry] is the number of the log entry; null where the log has none. */
    class StoredInput(val input: CheckInput, val entry: Long?)

    fun write(inputs: List<CheckInput>, origin: Origin) {
        clear()
        directories.inputFolder().mkdirs()
        inputs.forEachIndexed { i, input ->
            writeFile("$i", when (input) {
                is CheckInput.Text -> byteArrayOf(TEXT) + input.text.toByteArray()
                is CheckInput.Photo -> byteArrayOf(PHOTO) + input.bytes
                is CheckInput.Answers -> byteArrayOf(ANSWERS) + input.yes.joinToString("\n").toByteArray()
            })
        }
        writeOrigin(origin)
    }

    fun writeOrigin(origin: Origin) = writeFile("origin", byteArrayOf(origin.ordinal.toByte()))

    fun writeEntry(index: Int, entry: Long) = writeFile("$index-entry", ByteBuffer.allocate(Long.SIZE_BYTES).putLong(entry).array())

    /** The inputs that an earlier process stored; empty where it stored none or the key was lost. */
    fun read(): List<StoredInput> = generateSequence(0) { it + 1 }.map { i ->
        val whole = readFile("$i") ?: return@map null
        val body = whole.copyOfRange(1, whole.size)
        val input = when (whole[0]) {
            TEXT -> CheckInput.Text(String(body))
            PHOTO -> CheckInput.Photo(body)
            else -> CheckInput.Answers(String(body).split("\n").filter { it.isNotEmpty() })
        }
        StoredInput(input, readFile("$i-entry")?.takeIf { it.size == Long.SIZE_BYTES }?.let { ByteBuffer.wrap(it).getLong() })
    }.takeWhile { it != null }.filterNotNull().toList()

    fun readOrigin(): Origin? = readFile("origin")?.firstOrNull()?.let { Origin.entries.getOrNull(it.toInt()) }

    fun clear() { directories.inputFolder().deleteRecursively() }

    /** Writes only where [write] created the folder: an origin or entry without its input is never stored. */
    private fun writeFile(name: String, plaintext: ByteArray) {
        if (directories.inputFolder().isDirectory) runCatching { File(directories.inputFolder(), name).writeBytes(keys.encrypt(plaintext)) }
    }

    private fun readFile(name: String): ByteArray? =
        runCatching { keys.decrypt(File(directories.inputFolder(), name).readBytes()) }.getOrNull()?.takeIf { it.isNotEmpty() }

    private companion object {
        /** The first byte of a stored input. */
        const val TEXT: Byte = 1
        const val PHOTO: Byte = 2
        const val ANSWERS: Byte = 3
    }
}
