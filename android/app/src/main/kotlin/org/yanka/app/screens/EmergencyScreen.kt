// For someone who is on the phone or whose screen is seen: the first step, as large as can be.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.AdvicePage
import org.yanka.app.core.Phase
import org.yanka.app.core.Situation
import org.yanka.app.parts.Kit
import org.yanka.app.parts.step

class EmergencyScreen : Screen("emergency") {
    data class State(val steps: Phase<AdvicePage> = Phase.Empty, val hungUp: Boolean = false)

    var state = State()
    override val title = R.string.screen_emergency
    override val secret = true
    override fun save() = if (state.hungUp) "hung-up" else ""
    override fun restore(saved: String) { state = state.copy(hungUp = saved.isNotEmpty()) }

    override fun start() = ask({ state = state.copy(steps = it) }) {
        it.advice(listOf(Situation.ON_THE_PHONE, Situation.SCREEN_SHARED), null, core.language)
    }

    override fun draw(kit: Kit): View = with(kit) {
        when (val steps = state.steps) {
            is Phase.Ready -> {
                val all = steps.value.advice
                val first = all.firstOrNull()
                page(
                    if (first == null || state.hungUp) null else card(
                        label(first.step, 30f, R.color.on_verdict, bold = true),
                        if (first.why.isEmpty()) null else label(first.why, 18f, R.color.on_verdict),
                        fill = R.drawable.verdict_danger,
                    ).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE },
                    if (first == null || state.hungUp) null
                    else mainButton(text(R.string.step_done)) { state = state.copy(hungUp = true); redraw() },
                    heading(text(R.string.emergency_then)),
                    *all.drop(if (state.hungUp) 0 else 1)
                        .mapIndexed { i, s -> step(s, i + 1, steps.value.hotlines) { shell.go("call", it.id) } }.toTypedArray(),
                    body(text(R.string.emergency_other_phone)),
                    line(R.drawable.ic_phone, text(R.string.screen_numbers)) { shell.go("numbers") },
                    line(R.drawable.ic_unreadable, text(R.string.screen_questions)) { shell.go("questions") },
                )
            }
            is Phase.Failed -> page(trouble(steps.trouble.sentence) { start() })
            else -> page(working(text(R.string.state_working)))
        }
    }
}
