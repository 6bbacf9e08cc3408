// What to say in a call. A log entry fills the blanks it can; text typed here is not kept.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.hotlineCard
import org.yanka.app.core.Blank
import org.yanka.app.core.Filling
import org.yanka.app.core.LoadState
import org.yanka.app.core.Script

class ScriptScreen(arg: String) : Screen("script", arg) {
    private val target = EntryLinkedId(arg)
    data class State(val script: LoadState<Script?> = LoadState.NotRequested, val blanks: List<Blank> = emptyList(), val filled: Map<String, String> = emptyMap())

    var state = State()
    override val title = R.string.screen_script
    override val isSecure = true

    override fun start() {
        val filled = state.filled.filterValues { it.isNotBlank() }.map { Filling(it.key, it.value) }
        fetch({ content ->
            val blanks = state.blanks.ifEmpty { (content as? LoadState.Loaded)?.value?.blanks.orEmpty() }
            state = state.copy(script = content, blanks = blanks)
        }) { target.loadScript(it, filled, core.language) }
    }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val content = state.script) {
            is LoadState.Loaded -> {
                val script = content.value
                if (script == null) page(emptyText(text(R.string.state_empty))) else page(
                    boldText(script.title),
                    if (target.entry == null) null else caption(text(R.string.script_from_log)),
                    if (state.blanks.isEmpty()) null else caption(text(R.string.script_fill_in)),
                    *state.blanks.map { b -> textField(b.label, state.filled[b.id].orEmpty()) { state = state.copy(filled = state.filled + (b.id to it)) } }.toTypedArray(),
                    if (state.blanks.isEmpty()) null else secondaryButton(text(R.string.action_done)) { start(); redraw() },
                    if (state.blanks.isEmpty()) null else caption(text(R.string.script_not_kept)),
                    *script.lines.map { card(label(it, 22f)) }.toTypedArray(),
                    secondaryButton(text(R.string.action_read_aloud), R.drawable.ic_speaker) { activity.speech.speak(script.lines.joinToString("\n")) },
                    *script.hotlines.map { h -> hotlineCard(h) { activity.outgoing.dial(it.number) } }.toTypedArray(),
                )
            }
            is LoadState.Failed -> page(errorCard(content.error.sentence) { start() })
            else -> page(progressView(text(R.string.state_working)))
        }
    }
}
