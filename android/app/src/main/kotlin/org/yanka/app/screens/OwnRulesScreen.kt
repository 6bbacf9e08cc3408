// What the person says of a link or host: "fine" quiets a caution, never a danger.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Core
import org.yanka.app.core.Opinion
import org.yanka.app.core.OwnRule
import org.yanka.app.core.Phase
import org.yanka.app.parts.Kit

class OwnRulesScreen(arg: String) : Screen("own-rules", arg) {
    data class State(val list: Phase<List<OwnRule>> = Phase.Empty, val subject: String = "", val note: String = "", val opinion: Opinion = Opinion.BAD)

    var state = State(subject = arg)
    override val title = R.string.screen_own_rules
    override val secret = true
    override fun start() = ask({ state = state.copy(list = it) }) { it.ownRules() }

    private fun change(work: (org.yanka.app.core.Checker) -> Unit) =
        ask<List<OwnRule>>({ state = state.copy(list = it); if (it is Phase.Ready) state = state.copy(subject = "", note = "") }) { work(it); it.ownRules() }

    override fun draw(kit: Kit): View = with(kit) {
        page(
            small(text(R.string.own_rules_limits)),
            input(text(R.string.own_rules_subject), state.subject) { state = state.copy(subject = it) }
                .apply { inputType = android.text.InputType.TYPE_CLASS_TEXT or android.text.InputType.TYPE_TEXT_VARIATION_URI },
            input(text(R.string.own_rules_note), state.note) { state = state.copy(note = it) },
            choice(text(R.string.own_rules_bad), state.opinion == Opinion.BAD) { state = state.copy(opinion = Opinion.BAD); redraw() },
            choice(text(R.string.own_rules_fine), state.opinion == Opinion.FINE) { state = state.copy(opinion = Opinion.FINE); redraw() },
            mainButton(text(R.string.action_add)) {
                val mine = state
                if (mine.subject.isNotBlank()) change { it.ownAdd(mine.opinion, mine.subject.trim(), mine.note, Core.offsetMinutes()); Unit }
            },
            list(kit),
        )
    }

    private fun list(kit: Kit): View = with(kit) {
        when (val list = state.list) {
            is Phase.Ready -> if (list.value.isEmpty()) empty(text(R.string.own_rules_empty)) else column(
                *list.value.map { rule ->
                    card(
                        strong(rule.subject),
                        small(text(if (rule.opinion == Opinion.FINE) R.string.own_rules_fine else R.string.own_rules_bad)),
                        if (rule.note.isEmpty()) null else body(rule.note),
                        quietButton(text(R.string.action_delete)) { change { it.ownRemove(rule.id) } },
                    )
                }.toTypedArray(),
            )
            is Phase.Failed -> trouble(list.trouble.sentence) { start() }
            else -> working(text(R.string.state_working))
        }
    }
}
