package org.yanka.app

import android.content.Intent
import android.net.Uri
import java.io.FileNotFoundException
import java.io.InputStream
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.yanka.app.core.PhotoDecoder
import org.yanka.app.intents.SharedFileProvider

/** What [SharedFileProvider] refuses, and how the app handles content that cannot be read. */
@RunWith(RobolectricTestRunner::class)
class FileAccessTest : AppTest() {
    private fun assertRefused(uri: String) {
        val provider = Robolectric.setupContentProvider(SharedFileProvider::class.java)
        assertThrows(FileNotFoundException::class.java) { provider.openFile(Uri.parse(uri), "r") }
    }

    @Test fun `refuses a path to a parent folder`() = assertRefused("content://org.yanka.app.files/..%2F..%2Fno_backup%2Flog-key")
    @Test fun `refuses a path with folders`() = assertRefused("content://org.yanka.app.files/a/b.jpg")
    @Test fun `refuses other file names`() = assertRefused("content://org.yanka.app.files/settings.xml")
    @Test fun `refuses an empty name`() = assertRefused("content://org.yanka.app.files/")
    @Test fun `refuses a missing file`() = assertRefused("content://org.yanka.app.files/shot-404.jpg")

    @Test fun `reading an endless file stops at the size limit`() {
        launch()
        val endless = object : InputStream() {
            var count = 0L
            override fun read(): Int { count++; return 7 }
            override fun read(b: ByteArray, off: Int, len: Int): Int { count += len; return len }
        }
        val uri = Uri.parse("content://org.other.app/endless")
        shadowOf(app.contentResolver).registerInputStream(uri, endless)
        sendIntent(Intent(Intent.ACTION_SEND).setType("image/jpeg").putExtra(Intent.EXTRA_STREAM, uri))
        waitUntil("the error screen") { name == "error" }
        assertTrue(endless.count < PhotoDecoder.MAX_FILE_BYTES + 1_000_000)
    }

    @Test fun `a file that fails while it is read leads to the error screen`() {
        launch()
        val uri = Uri.parse("content://org.other.app/broken")
        shadowOf(app.contentResolver).registerInputStream(uri, object : InputStream() { override fun read(): Int = throw java.io.IOException() })
        sendIntent(Intent(Intent.ACTION_SEND).setType("image/jpeg").putExtra(Intent.EXTRA_STREAM, uri))
        waitUntil("the error screen") { name == "error" }
    }

    @Test fun `bytes that are no image are reported as unreadable`() {
        launch(sharePhoto(ByteArray(5000) { (it * 31).toByte() }))
        awaitReport()
        assertEquals(org.yanka.app.core.Verdict.UNREADABLE, app.check.report!!.verdict)
        assertTrue(shows(string(R.string.screen_checklist)))
    }
}
