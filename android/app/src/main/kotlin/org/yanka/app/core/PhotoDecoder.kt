// Decodes image files. The core gets the formats that it decodes itself unchanged, other formats as pixels.
package org.yanka.app.core

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Matrix
import android.media.ExifInterface
import java.io.ByteArrayInputStream
import java.nio.ByteBuffer

object PhotoDecoder {
    /** Size limit of an image file: larger than the photos of phones. Empirical; no measurement recorded. */
    const val MAX_FILE_BYTES = 32 * 1024 * 1024

    /** Pixel limit of an image that the system decodes for the core. Empirical; no measurement recorded. */
    private const val MAX_PIXELS = 12_000_000

    fun toPhoto(bytes: ByteArray): Photo {
        if (isDecodedByCore(bytes)) return EncodedPhoto(bytes)
        val bitmap = decodeUpright(bytes, MAX_PIXELS) ?: return EncodedPhoto(bytes)
        val pixels = ByteBuffer.allocate(bitmap.width * bitmap.height * 4)
        bitmap.copyPixelsToBuffer(pixels)
        return RgbaPhoto(bitmap.width.toUInt(), bitmap.height.toUInt(), (bitmap.width * 4).toUInt(), pixels.array())
    }

    /** The image with its Exif orientation applied, reduced to at most [maxPixels]; null where the bytes are no image. */
    fun decodeUpright(bytes: ByteArray, maxPixels: Int): Bitmap? {
        val size = BitmapFactory.Options().apply { inJustDecodeBounds = true }
        BitmapFactory.decodeByteArray(bytes, 0, bytes.size, size)
        if (size.outWidth <= 0 || size.outHeight <= 0) return null
        var sample = 1
        while (size.outWidth.toLong() / sample * (size.outHeight / sample) > maxPixels) sample *= 2
        val options = BitmapFactory.Options().apply { inSampleSize = sample; inPreferredConfig = Bitmap.Config.ARGB_8888 }
        val raw = runCatching { BitmapFactory.decodeByteArray(bytes, 0, bytes.size, options) }.getOrNull() ?: return null
        val orientation = orientation(bytes)
        if (orientation.isIdentity) return raw
        return Bitmap.createBitmap(raw, 0, 0, raw.width, raw.height, orientation, true)
    }

    /** Exif 2.3, tag 0x0112: 1 is upright, 2, 4, 5 and 7 are mirrored. */
    private fun orientation(bytes: ByteArray): Matrix = Matrix().apply {
        val tag = runCatching {
            ExifInterface(ByteArrayInputStream(bytes)).getAttributeInt(ExifInterface.TAG_ORIENTATION, 1)
        }.getOrDefault(1)
        if (tag in MIRRORED) postScale(-1f, 1f)
        when (tag) {
            3, 4 -> postRotate(180f)
            5, 8 -> postRotate(270f)
            6, 7 -> postRotate(90f)
        }
    }

    private val MIRRORED = setOf(2, 4, 5, 7)

    /** Whether the first bytes are those of JPEG, PNG, GIF, BMP or WebP. */
    private fun isDecodedByCore(b: ByteArray): Boolean {
        fun starts(vararg x: Int, at: Int = 0) = b.size >= at + x.size && x.indices.all { b[at + it] == x[it].toByte() }
        return starts(0xFF, 0xD8) || starts(0x89, 'P'.code, 'N'.code, 'G'.code) || starts('G'.code, 'I'.code, 'F'.code) ||
            starts('B'.code, 'M'.code) || (starts('R'.code, 'I'.code, 'F'.code, 'F'.code) && starts('W'.code, 'E'.code, 'B'.code, 'P'.code, at = 8))
    }
}
