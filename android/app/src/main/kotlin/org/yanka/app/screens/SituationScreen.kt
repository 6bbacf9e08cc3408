// The person selects what has happened so far; the core returns the steps in order.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.adviceCard
import org.yanka.app.components.titleWithDetail
import org.yanka.app.core.AdvicePage
import org.yanka.app.core.LoadState
import org.yanka.app.core.Situation
import org.yanka.app.core.SituationChoice

class SituationScreen : Screen("situation") {
    data class State(
        val choices: LoadState<List<SituationChoice>> = LoadState.NotRequested,
        val selected: Set<Situation> = emptySet(),
        val steps: LoadState<AdvicePage> = LoadState.NotRequested,
    )

    var state = State()
    override val title = R.string.screen_situation
    override val isSecure = true

    override fun start() {
        fetch({ state = state.copy(choices = it) }) { it.situations(core.language) }
        if (state.selected.isNotEmpty()) loadSteps()
    }

    override fun save() = state.selected.joinToString(",") { it.name }

    override fun restore(saved: String) {
        state = state.copy(selected = Situation.entries.filter { it.name in saved.split(",") }.toSet())
    }

    private fun loadSteps() {
        val selected = state.selected.toList()
        fetch({ state = state.copy(steps = it) }) { it.advice(selected, null, core.language) }
        redraw()
    }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val steps = state.steps) {
            is LoadState.Loaded -> page(
                secondaryButton(text(R.string.situation_change)) { state = state.copy(steps = LoadState.NotRequested); redraw() },
                *steps.value.advice.mapIndexed { i, s -> adviceCard(s, i + 1, steps.value.hotlines) { activity.navigate("call", it.id) } }.toTypedArray(),
            )
            is LoadState.Failed -> page(errorCard(steps.error.sentence) { loadSteps() })
            is LoadState.Loading -> page(progressView(text(R.string.state_working)))
            LoadState.NotRequested -> choices(views)
        }
    }

    private fun choices(views: ViewFactory): View = with(views) {
        when (val choices = state.choices) {
            is LoadState.Loaded -> page(
                body(text(R.string.situation_choose)),
                *choices.value.map { (s, label, meaning) ->
                    checkBox(titleWithDetail(label, meaning), s in state.selected) { on -> state = state.copy(selected = if (on) state.selected + s else state.selected - s) }
                }.toTypedArray(),
                primaryButton(text(R.string.situation_show_steps)) { if (state.selected.isNotEmpty()) loadSteps() },
            )
            is LoadState.Failed -> page(errorCard(choices.error.sentence) { start() })
            else -> page(progressView(text(R.string.state_working)))
        }
    }
}
