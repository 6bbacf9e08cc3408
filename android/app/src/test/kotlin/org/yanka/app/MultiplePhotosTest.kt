package org.yanka.app

import android.content.ClipData
import android.content.Intent
import android.net.Uri
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.yanka.app.core.LoadState
import org.yanka.app.core.Verdict
import org.yanka.app.intents.ContentReader
import org.yanka.app.screens.LogScreen

/** Several photos in one share: each is checked and has its report, and the most severe one is shown first. */
@RunWith(RobolectricTestRunner::class)
class MultiplePhotosTest : AppTest() {
    private fun photoUri(i: Int, bytes: ByteArray?): Uri = Uri.parse("content://org.other.app/several/$i").also { uri ->
        if (bytes != null) shadowOf(app.contentResolver).registerInputStream(uri, bytes.inputStream())
    }
    private fun sharePhotos(vararg pictures: ByteArray?) = Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*")
        .putParcelableArrayListExtra(Intent.EXTRA_STREAM, ArrayList(pictures.mapIndexed { i, p -> photoUri(i, p) }))
    private val notAnImage get() = ByteArray(3000) { (it * 31).toByte() }

    @Test fun `all are checked, the most severe is shown, each can be selected`() {
        launch(sharePhotos(notAnImage, photoBytes("after-sales-wechat"), photoBytes("thank-you-official-shop"))); awaitReport()
        assertEquals(3, app.check.items.size)
        assertTrue(app.check.items.all { it.state is LoadState.Loaded })
        assertEquals(1, app.check.selectedIndex)
        assertEquals(Verdict.DANGER, app.check.report!!.verdict)
        tap(string(R.string.result_picture, 1, 3))
        assertEquals(Verdict.UNREADABLE, app.check.report!!.verdict)
        assertTrue(shows(app.check.report!!.headline))
    }

    @Test fun `no report is shown before the last photo is checked`() {
        launch(sharePhotos(photoBytes("thank-you-official-shop"), photoBytes("after-sales-wechat")))
        waitUntil("the first report") { app.check.items.any { it.state is LoadState.Loaded } }
        if (app.check.items.any { it.state is LoadState.Loading }) assertNull(app.check.report)
        awaitReport()
        assertEquals(Verdict.DANGER, app.check.report!!.verdict)
    }

    @Test fun `each photo has its own log entry`() {
        launch(sharePhotos(photoBytes("after-sales-wechat"), photoBytes("thank-you-official-shop"))); awaitReport()
        navigate("log"); waitUntil("the log") { (top as LogScreen).state.lines is LoadState.Loaded }
        assertEquals(2, ((top as LogScreen).state.lines as LoadState.Loaded).value.size)
        assertEquals(2, app.check.items.mapNotNull { it.entry }.toSet().size)
    }

    @Test fun `unreadable files are counted as omitted`() {
        launch(sharePhotos(null, photoBytes("after-sales-wechat"))); awaitReport()
        assertEquals(1, app.check.items.size)
        assertTrue(shows(string(R.string.result_left_out, 1)))
    }

    @Test fun `photos over the limit are omitted and counted`() {
        val one = photoBytes("after-sales-wechat")
        launch(sharePhotos(*Array(ContentReader.MAX_FILES + 3) { if (it == 0) one else notAnImage })); awaitReport()
        assertEquals(ContentReader.MAX_FILES, app.check.items.size)
        assertEquals(3, app.check.omittedCount)
    }

    @Test fun `ten thousand unknown URIs lead to the error screen`() {
        val many = ArrayList((0 until 10_000).map { Uri.parse("content://nobody/$it") })
        launch(Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*").putParcelableArrayListExtra(Intent.EXTRA_STREAM, many))
        waitUntil("the error screen") { name == "error" }
    }

    @Test fun `photos in the clip data are checked`() {
        val clip = ClipData.newRawUri(null, photoUri(0, photoBytes("after-sales-wechat")))
        clip.addItem(ClipData.Item(photoUri(1, notAnImage)))
        launch(Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*").apply { clipData = clip }); awaitReport()
        assertEquals(2, app.check.items.size)
    }

    @Test fun `all photos survive the end of the process and are logged once`() {
        launch(sharePhotos(photoBytes("after-sales-wechat"), notAnImage)); awaitReport()
        val entries = app.check.items.map { it.entry }
        val saved = android.os.Bundle().also { controller.saveInstanceState(it) }
        controller.pause().stop().destroy(); app.onCreate(); launch(saved = saved); awaitReport()
        assertEquals(entries, app.check.items.map { it.entry })
        navigate("log"); waitUntil("the log") { (top as LogScreen).state.lines is LoadState.Loaded }
        assertEquals(2, ((top as LogScreen).state.lines as LoadState.Loaded).value.size)
    }

    @Test fun `a cancelled check shows the reports that are complete`() {
        launch(sharePhotos(photoBytes("after-sales-wechat"), photoBytes("three-steps-three-codes")))
        waitUntil("the first report") { app.check.items.firstOrNull()?.state is LoadState.Loaded }
        app.check.cancel()
        waitUntil("all checks to end") { app.check.items.none { it.state is LoadState.Loading } }
        assertEquals(Verdict.DANGER, app.check.report!!.verdict)
    }
}
