package org.yanka.app

import android.content.Intent
import android.graphics.Rect
import android.widget.Button
import java.io.File
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.yanka.app.core.Hotline
import org.yanka.app.core.Phase
import org.yanka.app.core.Situation
import org.yanka.app.core.police
import org.yanka.app.screens.EmergencyScreen

/** The call button of the emergency screen rings 110 and nothing else, whatever the order of the lists. */
@RunWith(RobolectricTestRunner::class)
class EmergencyTest : Phone() {
    private val screen get() = top as EmergencyScreen
    private fun help() = (screen.state.help as Phase.Ready).value
    private fun emergency() { launch(); go("emergency"); until("the steps") { screen.state.help is Phase.Ready } }
    private fun listed(): List<Hotline> {
        var list: Result<List<Hotline>>? = null
        app.core.ask({ list = it }) { it.hotlines("", app.core.language) }
        until("the numbers") { list != null }
        return list!!.getOrThrow()
    }

    /** All buttons that offer a call, in the order of the screen. */
    private fun calls(): List<Button> {
        val words = string(R.string.action_call, "").trim()
        return views().filterIsInstance<Button>().filter { it.text.startsWith(words) }
    }

    @Test fun `the first call button dials 110, though other numbers come first in the list`() {
        for (language in listOf("zh-rCN", "zh-rTW", "en")) {
            RuntimeEnvironment.setQualifiers("+$language")
            emergency()
            assertNotEquals("the list begins with another number", "110", help().page.hotlines.first().number)
            calls().first().performClick(); idle()
            val dial = started()!!
            assertEquals(Intent.ACTION_DIAL, dial.action)
            assertEquals(language, "tel:110", dial.dataString)
            controller.pause().stop().destroy()
        }
    }

    @Test fun `the call button is seen without scrolling, before and after hanging up`() {
        emergency()
        fun bottom() = Rect().also { calls().first().getGlobalVisibleRect(it) }.let { it.bottom to it.height() }
        val screen = activity.window.decorView.height
        repeat(2) {
            val (bottom, height) = bottom()
            assertEquals("the whole button is seen", calls().first().height, height)
            assertTrue("$bottom of $screen", bottom <= screen)
            if (it == 0) tap(R.string.step_done)
        }
    }

    @Test fun `the number is chosen by what it is, not by where it stands`() {
        launch()
        val listed = listed()
        for (order in listOf(listed, listed.reversed(), listed.sortedBy { it.number })) assertEquals("110", order.police()?.number)
        assertNull("another number of the police is not it", listed.filter { it.id != "police" }.police())
        assertNull("an entry under another number is not it", listed.map { if (it.id == "police") it.copy(number = "95188") else it }.police())
        assertNull(emptyList<Hotline>().police())
    }

    @Test fun `rules without 110 lead to no other number, and it is said`() {
        launch()
        val pack = File(System.getProperty("yanka.packs"), "without-police.yankapack").readBytes()
        var installed: Result<Unit>? = null
        app.core.ask({ installed = it }) { it.installPack(pack, app.core.language); Unit }
        until("the rules") { installed != null }
        installed!!.getOrThrow()
        go("emergency"); until("the steps") { screen.state.help is Phase.Ready }
        assertTrue("the steps are there", help().page.advice.isNotEmpty())
        assertTrue(shows(string(R.string.numbers_none)))
        assertNull(views().firstOrNull { it.id == R.id.call })
        assertTrue(shows(string(R.string.screen_numbers)))
        calls().forEach { button -> button.performClick(); idle(); assertNull("nothing is dialled at once", started()); activity.back(); idle() }
    }

    @Test fun `a step's own call button leads to the number that its step names`() {
        emergency()
        val page = help().page
        val named = page.advice.drop(1).flatMap { step -> step.call.mapNotNull { id -> page.hotlines.firstOrNull { it.id == id } } }.filter { it.number.isNotEmpty() }
        assertTrue("several numbers are named", named.map { it.id }.toSet().size > 1)
        val buttons = calls().drop(1)
        assertEquals(named.size, buttons.size)
        named.zip(buttons).forEach { (hotline, button) -> assertTrue("${hotline.number} on ${button.text}", hotline.number in button.text) }
    }
}
