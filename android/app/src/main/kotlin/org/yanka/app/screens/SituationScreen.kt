// "Where are you now?": the person ticks what happened; the core says what to do, in order.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.AdvicePage
import org.yanka.app.core.Phase
import org.yanka.app.core.Situation
import org.yanka.app.core.SituationChoice
import org.yanka.app.parts.Kit
import org.yanka.app.parts.step
import org.yanka.app.parts.twoLines

class SituationScreen : Screen("situation") {
    data class State(
        val choices: Phase<List<SituationChoice>> = Phase.Empty,
        val chosen: Set<Situation> = emptySet(),
        val steps: Phase<AdvicePage> = Phase.Empty,
    )

    var state = State()
    override val title = R.string.screen_situation
    override val secret = true

    override fun start() {
        ask({ state = state.copy(choices = it) }) { it.situations(core.language) }
        if (state.chosen.isNotEmpty()) show()
    }

    override fun save() = state.chosen.joinToString(",") { it.name }

    override fun restore(saved: String) {
        state = state.copy(chosen = Situation.entries.filter { it.name in saved.split(",") }.toSet())
    }

    private fun show() {
        val chosen = state.chosen.toList()
        ask({ state = state.copy(steps = it) }) { it.advice(chosen, null, core.language) }
        redraw()
    }

    override fun draw(kit: Kit): View = with(kit) {
        when (val steps = state.steps) {
            is Phase.Ready -> page(
                quietButton(text(R.string.situation_change)) { state = state.copy(steps = Phase.Empty); redraw() },
                *steps.value.advice.mapIndexed { i, s -> step(s, i + 1, steps.value.hotlines) { shell.go("call", it.id) } }.toTypedArray(),
            )
            is Phase.Failed -> page(trouble(steps.trouble.sentence) { show() })
            is Phase.Working -> page(working(text(R.string.state_working)))
            Phase.Empty -> choices(kit)
        }
    }

    private fun choices(kit: Kit): View = with(kit) {
        when (val choices = state.choices) {
            is Phase.Ready -> page(
                body(text(R.string.situation_choose)),
                *choices.value.map { (s, label, meaning) ->
                    tick(twoLines(label, meaning), s in state.chosen) { on -> state = state.copy(chosen = if (on) state.chosen + s else state.chosen - s) }
                }.toTypedArray(),
                mainButton(text(R.string.situation_show_steps)) { if (state.chosen.isNotEmpty()) show() },
            )
            is Phase.Failed -> page(trouble(choices.trouble.sentence) { start() })
            else -> page(working(text(R.string.state_working)))
        }
    }
}
