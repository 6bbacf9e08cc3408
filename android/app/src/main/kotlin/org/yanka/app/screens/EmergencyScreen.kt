// Help during a call or while the screen is shared: the first step in large type and a button that dials 110.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.adviceCard
import org.yanka.app.core.AdvicePage
import org.yanka.app.core.Hotline
import org.yanka.app.core.LoadState
import org.yanka.app.core.Situation
import org.yanka.app.core.policeHotline

class EmergencyScreen : Screen("emergency") {
    /** The steps in the core's order; [police] is null where the rules do not list 110. */
    data class Help(val page: AdvicePage, val police: Hotline?)
    data class State(val help: LoadState<Help> = LoadState.NotRequested, val hungUp: Boolean = false)

    var state = State()
    override val title = R.string.screen_emergency
    override val isSecure = true
    override fun save() = if (state.hungUp) "hung-up" else ""
    override fun restore(saved: String) { state = state.copy(hungUp = saved.isNotEmpty()) }

    override fun start() = fetch({ state = state.copy(help = it) }) {
        val page = it.advice(listOf(Situation.ON_THE_PHONE, Situation.SCREEN_SHARED), null, core.language)
        // From the full list: the page's hotlines are only those that its steps name.
        Help(page, it.hotlines("", core.language).policeHotline())
    }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val help = state.help) {
            is LoadState.Loaded -> {
                val all = help.value.page.advice
                val first = all.firstOrNull()
                page(
                    if (first == null || state.hungUp) null else card(
                        label(first.step, 30f, R.color.on_verdict, bold = true),
                        if (first.why.isEmpty()) null else label(first.why, 18f, R.color.on_verdict),
                        fill = R.drawable.verdict_danger,
                    ).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE },
                    if (first == null || state.hungUp) null
                    else primaryButton(text(R.string.step_done)) { state = state.copy(hungUp = true); redraw() },
                    callPoliceButton(views, help.value.police),
                    body(text(R.string.emergency_other_phone)),
                    heading(text(R.string.emergency_then)),
                    *all.drop(if (state.hungUp) 0 else 1)
                        .mapIndexed { i, s -> adviceCard(s, i + 1, help.value.page.hotlines) { activity.navigate("call", it.id) } }.toTypedArray(),
                    navigationRow(R.drawable.ic_phone, text(R.string.screen_numbers)) { activity.navigate("numbers") },
                    navigationRow(R.drawable.ic_unreadable, text(R.string.screen_questions)) { activity.navigate("questions") },
                )
            }
            is LoadState.Failed -> page(errorCard(help.error.sentence) { start() })
            else -> page(progressView(text(R.string.state_working)))
        }
    }

    /** Shows the number only: the buttons of the steps also name the organization. Without 110 no other number gets this button. */
    private fun callPoliceButton(views: ViewFactory, police: Hotline?): View = with(views) {
        if (police == null) card(boldText(text(R.string.screen_numbers)), body(text(R.string.numbers_none)))
        else dangerButton(text(R.string.action_call, police.number), R.drawable.ic_phone) { activity.outgoing.dial(police.number) }.apply { id = R.id.call }
    }
}
