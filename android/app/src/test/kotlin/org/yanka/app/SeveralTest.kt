package org.yanka.app

import android.content.ClipData
import android.content.Intent
import android.net.Uri
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.yanka.app.core.Phase
import org.yanka.app.core.Verdict
import org.yanka.app.screens.LogScreen
import org.yanka.app.ways.Incoming

/** Several pictures in one share: each is checked, each has its answer, the gravest is shown first. */
@RunWith(RobolectricTestRunner::class)
class SeveralTest : Phone() {
    private fun served(i: Int, bytes: ByteArray?): Uri = Uri.parse("content://org.other.app/several/$i").also { uri ->
        if (bytes != null) shadowOf(app.contentResolver).registerInputStream(uri, bytes.inputStream())
    }
    private fun several(vararg pictures: ByteArray?) = Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*")
        .putParcelableArrayListExtra(Intent.EXTRA_STREAM, ArrayList(pictures.mapIndexed { i, p -> served(i, p) }))
    private val blank get() = ByteArray(3000) { (it * 31).toByte() }

    @Test fun `all are checked, the gravest is shown, each can be looked at`() {
        launch(several(blank, card("after-sales-wechat"), card("thank-you-official-shop"))); answered()
        assertEquals(3, app.check.items.size)
        assertTrue(app.check.items.all { it.phase is Phase.Ready })
        assertEquals(1, app.check.at)
        assertEquals(Verdict.DANGER, app.check.report!!.verdict)
        tap(string(R.string.result_picture, 1, 3))
        assertEquals(Verdict.UNREADABLE, app.check.report!!.verdict)
        assertTrue(shows(app.check.report!!.headline))
    }

    @Test fun `nothing is said before the last is looked at`() {
        launch(several(card("thank-you-official-shop"), card("after-sales-wechat")))
        until("one is done, or all") { app.check.items.any { it.phase is Phase.Ready } }
        if (app.check.items.any { it.phase is Phase.Working }) assertNull(app.check.report)
        answered()
        assertEquals(Verdict.DANGER, app.check.report!!.verdict)
    }

    @Test fun `each is its own entry in the log`() {
        launch(several(card("after-sales-wechat"), card("thank-you-official-shop"))); answered()
        go("log"); until("the log") { (top as LogScreen).state.lines is Phase.Ready }
        assertEquals(2, ((top as LogScreen).state.lines as Phase.Ready).value.size)
        assertEquals(2, app.check.items.mapNotNull { it.entry }.toSet().size)
    }

    @Test fun `what could not be read is counted`() {
        launch(several(null, card("after-sales-wechat"))); answered()
        assertEquals(1, app.check.items.size)
        assertTrue(shows(string(R.string.result_left_out, 1)))
    }

    @Test fun `more than a chat can send is left out, and said`() {
        val one = card("after-sales-wechat")
        launch(several(*Array(Incoming.MOST_FILES + 3) { if (it == 0) one else blank })); answered()
        assertEquals(Incoming.MOST_FILES, app.check.items.size)
        assertEquals(3, app.check.leftOut)
    }

    @Test fun `ten thousand addresses are no trouble`() {
        val many = ArrayList((0 until 10_000).map { Uri.parse("content://nobody/$it") })
        launch(Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*").putParcelableArrayListExtra(Intent.EXTRA_STREAM, many))
        until("told") { name == "trouble" }
    }

    @Test fun `pictures that come as a clip are taken as well`() {
        val clip = ClipData.newRawUri(null, served(0, card("after-sales-wechat")))
        clip.addItem(ClipData.Item(served(1, blank)))
        launch(Intent(Intent.ACTION_SEND_MULTIPLE).setType("image/*").apply { clipData = clip }); answered()
        assertEquals(2, app.check.items.size)
    }

    @Test fun `all of them outlive the process, and come into the log once`() {
        launch(several(card("after-sales-wechat"), blank)); answered()
        val entries = app.check.items.map { it.entry }
        val saved = android.os.Bundle().also { controller.saveInstanceState(it) }
        controller.pause().stop().destroy(); app.onCreate(); launch(saved = saved); answered()
        assertEquals(entries, app.check.items.map { it.entry })
        go("log"); until("the log") { (top as LogScreen).state.lines is Phase.Ready }
        assertEquals(2, ((top as LogScreen).state.lines as Phase.Ready).value.size)
    }

    @Test fun `stopped in the middle it shows what there is`() {
        launch(several(card("after-sales-wechat"), card("three-steps-three-codes")))
        until("the first is done") { app.check.items.firstOrNull()?.phase is Phase.Ready }
        app.check.stop()
        until("all ended") { app.check.items.none { it.phase is Phase.Working } }
        assertEquals(Verdict.DANGER, app.check.report!!.verdict)
    }
}
