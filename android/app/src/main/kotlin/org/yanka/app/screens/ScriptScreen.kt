// What to say. An entry of the log fills the blanks it can; what is typed here is not kept.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Blank
import org.yanka.app.core.Filling
import org.yanka.app.core.Phase
import org.yanka.app.core.Script
import org.yanka.app.parts.Kit
import org.yanka.app.parts.hotline

class ScriptScreen(arg: String) : Screen("script", arg) {
    private val about = Matter(arg)
    data class State(val script: Phase<Script?> = Phase.Empty, val blanks: List<Blank> = emptyList(), val filled: Map<String, String> = emptyMap())

    var state = State()
    override val title = R.string.screen_script
    override val secret = true

    override fun start() {
        val filled = state.filled.filterValues { it.isNotBlank() }.map { Filling(it.key, it.value) }
        ask({ phase ->
            val blanks = state.blanks.ifEmpty { (phase as? Phase.Ready)?.value?.blanks.orEmpty() }
            state = state.copy(script = phase, blanks = blanks)
        }) { about.script(it, filled, core.language) }
    }

    override fun draw(kit: Kit): View = with(kit) {
        when (val phase = state.script) {
            is Phase.Ready -> {
                val script = phase.value
                if (script == null) page(empty(text(R.string.state_empty))) else page(
                    strong(script.title),
                    if (about.entry == null) null else small(text(R.string.script_from_log)),
                    if (state.blanks.isEmpty()) null else small(text(R.string.script_fill_in)),
                    *state.blanks.map { b -> input(b.label, state.filled[b.id].orEmpty()) { state = state.copy(filled = state.filled + (b.id to it)) } }.toTypedArray(),
                    if (state.blanks.isEmpty()) null else quietButton(text(R.string.action_done)) { start(); redraw() },
                    if (state.blanks.isEmpty()) null else small(text(R.string.script_not_kept)),
                    *script.lines.map { card(label(it, 22f)) }.toTypedArray(),
                    quietButton(text(R.string.action_read_aloud), R.drawable.ic_speaker) { shell.speaker.say(script.lines.joinToString("\n")) },
                    *script.hotlines.map { h -> hotline(h) { shell.out.dial(it.number) } }.toTypedArray(),
                )
            }
            is Phase.Failed -> page(trouble(phase.trouble.sentence) { start() })
            else -> page(working(text(R.string.state_working)))
        }
    }
}
