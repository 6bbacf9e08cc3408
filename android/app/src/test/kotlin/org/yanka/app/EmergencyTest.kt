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
import org.yanka.app.core.LoadState
import org.yanka.app.core.Situation
import org.yanka.app.core.policeHotline
import org.yanka.app.screens.EmergencyScreen

/** The call button of the emergency screen dials 110 and no other number, whatever the order of the lists. */
@RunWith(RobolectricTestRunner::class)
class EmergencyTest : AppTest() {
    private val screen get() = top as EmergencyScreen
    private fun help() = (screen.state.help as LoadState.Loaded).value
    private fun openEmergency() { launch(); navigate("emergency"); waitUntil("the steps") { screen.state.help is LoadState.Loaded } }
    private fun loadHotlines(): List<Hotline> {
        var list: Result<List<Hotline>>? = null
        app.core.query({ list = it }) { it.hotlines("", app.core.language) }
        waitUntil("the numbers") { list != null }
        return list!!.getOrThrow()
    }

    /** All call buttons, in the order of the screen. */
    private fun callButtons(): List<Button> {
        val words = string(R.string.action_call, "").trim()
        return views().filterIsInstance<Button>().filter { it.text.startsWith(words) }
    }

    @Test fun `the first call button dials 110, though other numbers come first in the list`() {
        for (language in listOf("zh-rCN", "zh-rTW", "en")) {
            RuntimeEnvironment.setQualifiers("+$language")
            openEmergency()
            assertNotEquals("the list begins with another number", "110", help().page.hotlines.first().number)
            callButtons().first().performClick(); idle()
            val dial = nextStartedIntent()!!
            assertEquals(Intent.ACTION_DIAL, dial.action)
            assertEquals(language, "tel:110", dial.dataString)
            controller.pause().stop().destroy()
        }
    }

    @Test fun `the call button is visible without scrolling, before and after hanging up`() {
        openEmergency()
        fun bottom() = Rect().also { callButtons().first().getGlobalVisibleRect(it) }.let { it.bottom to it.height() }
        val screen = activity.window.decorView.height
        repeat(2) {
            val (bottom, height) = bottom()
            assertEquals("the whole button is visible", callButtons().first().height, height)
            assertTrue("$bottom of $screen", bottom <= screen)
            if (it == 0) tap(R.string.step_done)
        }
    }

    @Test fun `the number is selected by id and number, not by position`() {
        launch()
        val listed = loadHotlines()
        for (order in listOf(listed, listed.reversed(), listed.sortedBy { it.number })) assertEquals("110", order.policeHotline()?.number)
        assertNull("another number of the police is not it", listed.filter { it.id != "police" }.policeHotline())
        assertNull("an entry under another number is not it", listed.map { if (it.id == "police") it.copy(number = "95188") else it }.policeHotline())
        assertNull(emptyList<Hotline>().policeHotline())
    }

    @Test fun `without 110 in the rules no other number is offered, and the screen says so`() {
        launch()
        val pack = File(System.getProperty("yanka.packs"), "without-police.yankapack").readBytes()
        var installed: Result<Unit>? = null
        app.core.query({ installed = it }) { it.installPack(pack, app.core.language); Unit }
        waitUntil("the rules") { installed != null }
        installed!!.getOrThrow()
        navigate("emergency"); waitUntil("the steps") { screen.state.help is LoadState.Loaded }
        assertTrue("the steps are there", help().page.advice.isNotEmpty())
        assertTrue(shows(string(R.string.numbers_none)))
        assertNull(views().firstOrNull { it.id == R.id.call })
        assertTrue(shows(string(R.string.screen_numbers)))
        callButtons().forEach { button -> button.performClick(); idle(); assertNull("nothing is dialled at once", nextStartedIntent()); activity.back(); idle() }
    }

    @Test fun `the call button of a step dials the number that the step names`() {
        openEmergency()
        val page = help().page
        val named = page.advice.drop(1).flatMap { step -> step.call.mapNotNull { id -> page.hotlines.firstOrNull { it.id == id } } }.filter { it.number.isNotEmpty() }
        assertTrue("the steps name several numbers", named.map { it.id }.toSet().size > 1)
        val buttons = callButtons().drop(1)
        assertEquals(named.size, buttons.size)
        named.zip(buttons).forEach { (hotline, button) -> assertTrue("${hotline.number} on ${button.text}", hotline.number in button.text) }
    }
}
