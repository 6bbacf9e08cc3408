// The official numbers: search by name, and check whether a number is official.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.hotlineCard
import org.yanka.app.core.Hotline
import org.yanka.app.core.LoadState
import org.yanka.app.core.NumberAnswer

class NumbersScreen : Screen("numbers") {
    data class State(
        val list: LoadState<List<Hotline>> = LoadState.NotRequested,
        val query: String = "",
        val number: String = "",
        val answer: LoadState<NumberAnswer> = LoadState.NotRequested,
    )

    var state = State()
    override val title = R.string.screen_numbers
    override fun save() = state.query
    override fun restore(saved: String) { state = state.copy(query = saved) }

    override fun start() {
        val query = state.query
        fetch({ state = state.copy(list = it) }) { it.hotlines(query, core.language) }
    }

    private fun checkNumber() {
        val number = state.number
        if (number.isBlank()) return
        fetch({ state = state.copy(answer = it) }) { it.number(number, core.language) }
        redraw()
    }

    override fun draw(views: ViewFactory): View = with(views) {
        page(
            heading(text(R.string.numbers_is_it_official)),
            textField(text(R.string.numbers_number), state.number) { state = state.copy(number = it) }
                .apply { inputType = android.text.InputType.TYPE_CLASS_PHONE },
            secondaryButton(text(R.string.numbers_ask)) { checkNumber() },
            answer(views),
            heading(text(R.string.numbers_official)),
            textField(text(R.string.numbers_search), state.query) { state = state.copy(query = it) },
            secondaryButton(text(R.string.action_find)) { start(); redraw() },
            list(views),
        )
    }

    private fun answer(views: ViewFactory): View? = with(views) {
        when (val answer = state.answer) {
            LoadState.NotRequested -> null
            is LoadState.Loading -> body(text(R.string.state_working))
            is LoadState.Failed -> errorCard(answer.error.sentence)
            is LoadState.Loaded -> column(
                card(boldText(answer.value.normalized), body(answer.value.sentence).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE }),
                *answer.value.hotlines.map { h -> hotlineCard(h) { activity.navigate("call", it.id) } }.toTypedArray(),
            )
        }
    }

    private fun list(views: ViewFactory): View = with(views) {
        when (val list = state.list) {
            is LoadState.Loaded -> if (list.value.isEmpty()) emptyText(text(R.string.numbers_none))
            else column(*list.value.map { h -> hotlineCard(h) { activity.navigate("call", it.id) } }.toTypedArray())
            is LoadState.Failed -> errorCard(list.error.sentence) { start() }
            else -> progressView(text(R.string.state_working))
        }
    }
}
