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
import org.yanka.app.core.Pictures
import org.yanka.app.ways.HandProvider

@RunWith(RobolectricTestRunner::class)
class ProviderTest : Phone() {
    private fun refuses(uri: String) {
        val provider = Robolectric.setupContentProvider(HandProvider::class.java)
        assertThrows(FileNotFoundException::class.java) { provider.openFile(Uri.parse(uri), "r") }
    }

    @Test fun `no way up`() = refuses("content://org.yanka.app.hand/..%2F..%2Fno_backup%2Flog-key")
    @Test fun `no folders`() = refuses("content://org.yanka.app.hand/a/b.jpg")
    @Test fun `no other names`() = refuses("content://org.yanka.app.hand/settings.xml")
    @Test fun `nothing without a name`() = refuses("content://org.yanka.app.hand/")
    @Test fun `no file that is not there`() = refuses("content://org.yanka.app.hand/shot-404.jpg")

    @Test fun `a file without an end is cut off`() {
        launch()
        val endless = object : InputStream() {
            var given = 0L
            override fun read(): Int { given++; return 7 }
            override fun read(b: ByteArray, off: Int, len: Int): Int { given += len; return len }
        }
        val uri = Uri.parse("content://org.other.app/endless")
        shadowOf(app.contentResolver).registerInputStream(uri, endless)
        again(Intent(Intent.ACTION_SEND).setType("image/jpeg").putExtra(Intent.EXTRA_STREAM, uri))
        until("told") { name == "trouble" }
        assertTrue(endless.given < Pictures.MOST_BYTES + 1_000_000)
    }

    @Test fun `a file that breaks while read is told`() {
        launch()
        val uri = Uri.parse("content://org.other.app/broken")
        shadowOf(app.contentResolver).registerInputStream(uri, object : InputStream() { override fun read(): Int = throw java.io.IOException() })
        again(Intent(Intent.ACTION_SEND).setType("image/jpeg").putExtra(Intent.EXTRA_STREAM, uri))
        until("told") { name == "trouble" }
    }

    @Test fun `bytes that are no picture are answered as unreadable`() {
        launch(picture(ByteArray(5000) { (it * 31).toByte() }))
        answered()
        assertEquals(org.yanka.app.core.Verdict.UNREADABLE, app.check.report!!.verdict)
        assertTrue(shows(string(R.string.screen_checklist)))
    }
}
