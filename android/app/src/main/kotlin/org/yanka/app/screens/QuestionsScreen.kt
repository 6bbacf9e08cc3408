// One question at a time, for someone who is being talked to. "Yes" leads to a page of the core's.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Phase
import org.yanka.app.core.Question
import org.yanka.app.parts.Kit

class QuestionsScreen : Screen("questions") {
    data class State(val all: Phase<List<Question>> = Phase.Empty, val at: String? = null)

    var state = State()
    override val title = R.string.screen_questions
    override val secret = true
    override fun start() = ask({ state = state.copy(all = it) }) { it.questions(core.language) }
    override fun save() = state.at.orEmpty()
    override fun restore(saved: String) { state = state.copy(at = saved.ifEmpty { null }) }

    override fun draw(kit: Kit): View = with(kit) {
        when (val all = state.all) {
            is Phase.Ready -> {
                val question = if (state.at == null) all.value.firstOrNull() else all.value.firstOrNull { it.id == state.at }
                if (question == null) page(
                    strong(text(R.string.questions_ended)),
                    quietButton(text(R.string.screen_numbers), R.drawable.ic_phone) { shell.go("numbers") },
                    quietButton(text(R.string.action_again)) { state = state.copy(at = null); redraw() },
                ) else page(
                    card(label(question.text, 26f, bold = true).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE }),
                    mainButton(text(R.string.questions_yes)) { shell.go("page", question.yes) },
                    quietButton(text(R.string.questions_no)) { state = state.copy(at = question.no.ifEmpty { "ended" }); redraw() },
                )
            }
            is Phase.Failed -> page(trouble(all.trouble.sentence) { start() })
            else -> page(working(text(R.string.state_working)))
        }
    }
}
