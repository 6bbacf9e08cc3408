// The person's own rules for links and hosts. "Fine" suppresses a caution, never a danger.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.core.Core
import org.yanka.app.core.LoadState
import org.yanka.app.core.Opinion
import org.yanka.app.core.OwnRule

class OwnRulesScreen(arg: String) : Screen("own-rules", arg) {
    data class State(val list: LoadState<List<OwnRule>> = LoadState.NotRequested, val subject: String = "", val note: String = "", val opinion: Opinion = Opinion.BAD)

    var state = State(subject = arg)
    override val title = R.string.screen_own_rules
    override val isSecure = true
    override fun start() = fetch({ state = state.copy(list = it) }) { it.ownRules() }

    private fun change(work: (org.yanka.app.core.Checker) -> Unit) =
        fetch<List<OwnRule>>({ state = state.copy(list = it); if (it is LoadState.Loaded) state = state.copy(subject = "", note = "") }) { work(it); it.ownRules() }

    override fun draw(views: ViewFactory): View = with(views) {
        page(
            caption(text(R.string.own_rules_limits)),
            textField(text(R.string.own_rules_subject), state.subject) { state = state.copy(subject = it) }
                .apply { inputType = android.text.InputType.TYPE_CLASS_TEXT or android.text.InputType.TYPE_TEXT_VARIATION_URI },
            textField(text(R.string.own_rules_note), state.note) { state = state.copy(note = it) },
            radioButton(text(R.string.own_rules_bad), state.opinion == Opinion.BAD) { state = state.copy(opinion = Opinion.BAD); redraw() },
            radioButton(text(R.string.own_rules_fine), state.opinion == Opinion.FINE) { state = state.copy(opinion = Opinion.FINE); redraw() },
            primaryButton(text(R.string.action_add)) {
                val added = state
                if (added.subject.isNotBlank()) change { it.ownAdd(added.opinion, added.subject.trim(), added.note, Core.offsetMinutes()); Unit }
            },
            list(views),
        )
    }

    private fun list(views: ViewFactory): View = with(views) {
        when (val list = state.list) {
            is LoadState.Loaded -> if (list.value.isEmpty()) emptyText(text(R.string.own_rules_empty)) else column(
                *list.value.map { rule ->
                    card(
                        boldText(rule.subject),
                        caption(text(if (rule.opinion == Opinion.FINE) R.string.own_rules_fine else R.string.own_rules_bad)),
                        if (rule.note.isEmpty()) null else body(rule.note),
                        secondaryButton(text(R.string.action_delete)) { change { it.ownRemove(rule.id) } },
                    )
                }.toTypedArray(),
            )
            is LoadState.Failed -> errorCard(list.error.sentence) { start() }
            else -> progressView(text(R.string.state_working))
        }
    }
}
