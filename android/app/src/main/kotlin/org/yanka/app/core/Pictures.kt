// Bytes of a picture: what the core reads goes to it untouched, other formats through the system's decoder.
package org.yanka.app.core

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Matrix
import android.media.ExifInterface
import java.io.ByteArrayInputStream
import java.nio.ByteBuffer

object Pictures {
    /** No photo of a phone is larger; more is somebody's trap. */
    const val MOST_BYTES = 32 * 1024 * 1024
    private const val MOST_PIXELS = 12_000_000

    fun forCore(bytes: ByteArray): Photo {
        if (known(bytes)) return EncodedPhoto(bytes)
        val bitmap = upright(bytes, MOST_PIXELS) ?: return EncodedPhoto(bytes)
        val pixels = ByteBuffer.allocate(bitmap.width * bitmap.height * 4)
        bitmap.copyPixelsToBuffer(pixels)
        return RgbaPhoto(bitmap.width.toUInt(), bitmap.height.toUInt(), (bitmap.width * 4).toUInt(), pixels.array())
    }

    /** The picture as it is held up, at most [most] pixels; null where it is none. */
    fun upright(bytes: ByteArray, most: Int): Bitmap? {
        val size = BitmapFactory.Options().apply { inJustDecodeBounds = true }
        BitmapFactory.decodeByteArray(bytes, 0, bytes.size, size)
        if (size.outWidth <= 0 || size.outHeight <= 0) return null
        var sample = 1
        while (size.outWidth.toLong() / sample * (size.outHeight / sample) > most) sample *= 2
        val options = BitmapFactory.Options().apply { inSampleSize = sample; inPreferredConfig = Bitmap.Config.ARGB_8888 }
        val raw = runCatching { BitmapFactory.decodeByteArray(bytes, 0, bytes.size, options) }.getOrNull() ?: return null
        val turn = turn(bytes)
        if (turn.isIdentity) return raw
        return Bitmap.createBitmap(raw, 0, 0, raw.width, raw.height, turn, true)
    }

    private fun turn(bytes: ByteArray): Matrix = Matrix().apply {
        val way = runCatching {
            ExifInterface(ByteArrayInputStream(bytes)).getAttributeInt(ExifInterface.TAG_ORIENTATION, 1)
        }.getOrDefault(1)
        if (way in MIRRORED) postScale(-1f, 1f)
        when (way) {
            3, 4 -> postRotate(180f)
            5, 8 -> postRotate(270f)
            6, 7 -> postRotate(90f)
        }
    }

    private val MIRRORED = setOf(2, 4, 5, 7)

    /** The formats that the core names: JPEG, PNG, GIF, BMP, WebP. */
    private fun known(b: ByteArray): Boolean {
        fun starts(vararg x: Int, at: Int = 0) = b.size >= at + x.size && x.indices.all { b[at + it] == x[it].toByte() }
        return starts(0xFF, 0xD8) || starts(0x89, 'P'.code, 'N'.code, 'G'.code) || starts('G'.code, 'I'.code, 'F'.code) ||
            starts('B'.code, 'M'.code) || (starts('R'.code, 'I'.code, 'F'.code, 'F'.code) && starts('W'.code, 'E'.code, 'B'.code, 'P'.code, at = 8))
    }
}
