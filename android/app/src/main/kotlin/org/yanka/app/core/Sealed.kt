// What is being checked, sealed on the disk, so that the check outlives the process: what was given,
// where it came from and its place in the log. Without a key nothing lies here, and only that is lost.
// It decides no moment: `Check` writes and removes it.
package org.yanka.app.core

import java.io.File
import java.nio.ByteBuffer

class Sealed(private val keys: LogKey, private val place: Place) {
    class Found(val given: Given, val entry: Long?)

    fun write(given: List<Given>, origin: Origin) {
        forget()
        place.subject().mkdirs()
        given.forEachIndexed { i, one ->
            put("$i", when (one) {
                is Given.Words -> byteArrayOf(WORDS) + one.text.toByteArray()
                is Given.Picture -> byteArrayOf(PICTURE) + one.bytes
                is Given.Answers -> byteArrayOf(ANSWERS) + one.yes.joinToString("\n").toByteArray()
            })
        }
        writeOrigin(origin)
    }

    fun writeOrigin(origin: Origin) = put("origin", byteArrayOf(origin.ordinal.toByte()))

    fun writeEntry(at: Int, entry: Long) = put("$at-entry", ByteBuffer.allocate(Long.SIZE_BYTES).putLong(entry).array())

    /** All that an ended process left; nothing where it left nothing or its key is gone. */
    fun read(): List<Found> = generateSequence(0) { it + 1 }.map { i ->
        val whole = get("$i") ?: return@map null
        val body = whole.copyOfRange(1, whole.size)
        val given = when (whole[0]) {
            WORDS -> Given.Words(String(body))
            PICTURE -> Given.Picture(body)
            else -> Given.Answers(String(body).split("\n").filter { it.isNotEmpty() })
        }
        Found(given, get("$i-entry")?.takeIf { it.size == Long.SIZE_BYTES }?.let { ByteBuffer.wrap(it).getLong() })
    }.takeWhile { it != null }.filterNotNull().toList()

    fun origin(): Origin? = get("origin")?.firstOrNull()?.let { Origin.entries.getOrNull(it.toInt()) }

    fun forget() { place.subject().deleteRecursively() }

    /** Nothing about a subject is written where the subject itself was not. */
    private fun put(name: String, plain: ByteArray) {
        if (place.subject().isDirectory) runCatching { File(place.subject(), name).writeBytes(keys.seal(plain)) }
    }

    private fun get(name: String): ByteArray? = runCatching { keys.open(File(place.subject(), name).readBytes()) }.getOrNull()?.takeIf { it.isNotEmpty() }

    private companion object {
        const val WORDS: Byte = 1
        const val PICTURE: Byte = 2
        const val ANSWERS: Byte = 3
    }
}
