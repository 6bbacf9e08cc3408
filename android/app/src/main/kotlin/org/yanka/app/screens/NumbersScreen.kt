// Official numbers both ways: by name, and "is this number official?".
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Hotline
import org.yanka.app.core.NumberAnswer
import org.yanka.app.core.Phase
import org.yanka.app.parts.Kit
import org.yanka.app.parts.hotline

class NumbersScreen : Screen("numbers") {
    data class State(
        val list: Phase<List<Hotline>> = Phase.Empty,
        val query: String = "",
        val number: String = "",
        val answer: Phase<NumberAnswer> = Phase.Empty,
    )

    var state = State()
    override val title = R.string.screen_numbers
    override fun save() = state.query
    override fun restore(saved: String) { state = state.copy(query = saved) }

    override fun start() {
        val query = state.query
        ask({ state = state.copy(list = it) }) { it.hotlines(query, core.language) }
    }

    private fun look() {
        val number = state.number
        if (number.isBlank()) return
        ask({ state = state.copy(answer = it) }) { it.number(number, core.language) }
        redraw()
    }

    override fun draw(kit: Kit): View = with(kit) {
        page(
            heading(text(R.string.numbers_is_it_official)),
            input(text(R.string.numbers_number), state.number) { state = state.copy(number = it) }
                .apply { inputType = android.text.InputType.TYPE_CLASS_PHONE },
            quietButton(text(R.string.numbers_ask)) { look() },
            answer(kit),
            heading(text(R.string.numbers_official)),
            input(text(R.string.numbers_search), state.query) { state = state.copy(query = it) },
            quietButton(text(R.string.action_find)) { start(); redraw() },
            list(kit),
        )
    }

    private fun answer(kit: Kit): View? = with(kit) {
        when (val answer = state.answer) {
            Phase.Empty -> null
            is Phase.Working -> body(text(R.string.state_working))
            is Phase.Failed -> trouble(answer.trouble.sentence)
            is Phase.Ready -> column(
                card(strong(answer.value.normalized), body(answer.value.sentence).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE }),
                *answer.value.hotlines.map { h -> hotline(h) { shell.go("call", it.id) } }.toTypedArray(),
            )
        }
    }

    private fun list(kit: Kit): View = with(kit) {
        when (val list = state.list) {
            is Phase.Ready -> if (list.value.isEmpty()) empty(text(R.string.numbers_none))
            else column(*list.value.map { h -> hotline(h) { shell.go("call", it.id) } }.toTypedArray())
            is Phase.Failed -> trouble(list.trouble.sentence) { start() }
            else -> working(text(R.string.state_working))
        }
    }
}
