// For someone who is on the phone or whose screen is seen: the first step as large as can be, and a
// button that dials 110.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.AdvicePage
import org.yanka.app.core.Hotline
import org.yanka.app.core.Phase
import org.yanka.app.core.Situation
import org.yanka.app.core.police
import org.yanka.app.parts.Kit
import org.yanka.app.parts.step

class EmergencyScreen : Screen("emergency") {
    /** The steps in the core's order, and 110 where the rules list it. */
    data class Help(val page: AdvicePage, val police: Hotline?)
    data class State(val help: Phase<Help> = Phase.Empty, val hungUp: Boolean = false)

    var state = State()
    override val title = R.string.screen_emergency
    override val secret = true
    override fun save() = if (state.hungUp) "hung-up" else ""
    override fun restore(saved: String) { state = state.copy(hungUp = saved.isNotEmpty()) }

    override fun start() = ask({ state = state.copy(help = it) }) {
        val page = it.advice(listOf(Situation.ON_THE_PHONE, Situation.SCREEN_SHARED), null, core.language)
        // From the whole list: the numbers of the page are only those that its steps name.
        Help(page, it.hotlines("", core.language).police())
    }

    override fun draw(kit: Kit): View = with(kit) {
        when (val help = state.help) {
            is Phase.Ready -> {
                val all = help.value.page.advice
                val first = all.firstOrNull()
                page(
                    if (first == null || state.hungUp) null else card(
                        label(first.step, 30f, R.color.on_verdict, bold = true),
                        if (first.why.isEmpty()) null else label(first.why, 18f, R.color.on_verdict),
                        fill = R.drawable.verdict_danger,
                    ).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE },
                    if (first == null || state.hungUp) null
                    else mainButton(text(R.string.step_done)) { state = state.copy(hungUp = true); redraw() },
                    call(kit, help.value.police),
                    body(text(R.string.emergency_other_phone)),
                    heading(text(R.string.emergency_then)),
                    *all.drop(if (state.hungUp) 0 else 1)
                        .mapIndexed { i, s -> step(s, i + 1, help.value.page.hotlines) { shell.go("call", it.id) } }.toTypedArray(),
                    line(R.drawable.ic_phone, text(R.string.screen_numbers)) { shell.go("numbers") },
                    line(R.drawable.ic_unreadable, text(R.string.screen_questions)) { shell.go("questions") },
                )
            }
            is Phase.Failed -> page(trouble(help.trouble.sentence) { start() })
            else -> page(working(text(R.string.state_working)))
        }
    }

    /** The number alone: a step's own button names whose it is. Without 110 in the rules no other number takes its button. */
    private fun call(kit: Kit, police: Hotline?): View = with(kit) {
        if (police == null) card(strong(text(R.string.screen_numbers)), body(text(R.string.numbers_none)))
        else dangerButton(text(R.string.action_call, police.number), R.drawable.ic_phone) { shell.out.dial(police.number) }.apply { id = R.id.call }
    }
}
