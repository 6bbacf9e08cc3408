// Yes/no questions for a person who is in a call, one at a time. "Yes" opens an advice page.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.core.LoadState
import org.yanka.app.core.Question

class QuestionsScreen : Screen("questions") {
    /** [questionId] is null before the first answer. */
    data class State(val questions: LoadState<List<Question>> = LoadState.NotRequested, val questionId: String? = null)

    var state = State()
    override val title = R.string.screen_questions
    override val isSecure = true
    override fun start() = fetch({ state = state.copy(questions = it) }) { it.questions(core.language) }
    override fun save() = state.questionId.orEmpty()
    override fun restore(saved: String) { state = state.copy(questionId = saved.ifEmpty { null }) }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val questions = state.questions) {
            is LoadState.Loaded -> {
                val question = if (state.questionId == null) questions.value.firstOrNull() else questions.value.firstOrNull { it.id == state.questionId }
                if (question == null) page(
                    boldText(text(R.string.questions_ended)),
                    secondaryButton(text(R.string.screen_numbers), R.drawable.ic_phone) { activity.navigate("numbers") },
                    secondaryButton(text(R.string.action_again)) { state = state.copy(questionId = null); redraw() },
                ) else page(
                    card(label(question.text, 26f, bold = true).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE }),
                    primaryButton(text(R.string.questions_yes)) { activity.navigate("page", question.yes) },
                    secondaryButton(text(R.string.questions_no)) { state = state.copy(questionId = question.no.ifEmpty { ENDED }); redraw() },
                )
            }
            is LoadState.Failed -> page(errorCard(questions.error.sentence) { start() })
            else -> page(progressView(text(R.string.state_working)))
        }
    }

    private companion object {
        /** No question has this id: shows the end of the questions. */
        const val ENDED = "ended"
    }
}
