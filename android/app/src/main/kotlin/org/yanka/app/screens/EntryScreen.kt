// One entry of the log in full: note, label, what happened, evidence, deletion.
package org.yanka.app.screens

import android.graphics.BitmapFactory
import android.view.View
import android.widget.ImageView
import android.widget.LinearLayout
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Checker
import org.yanka.app.core.LogEntry
import org.yanka.app.core.Phase
import org.yanka.app.core.Situation
import org.yanka.app.core.Trouble
import org.yanka.app.parts.Kit
import org.yanka.app.parts.time
import org.yanka.app.parts.verdict

class EntryScreen(arg: String) : Screen("entry", arg) {
    data class State(
        val entry: Phase<LogEntry> = Phase.Empty, val kinds: Map<Situation, String> = emptyMap(), val note: String = "", val label: String = "",
        val deleting: Boolean = false, val export: Export = Export(), val failed: String = "",
    )

    var state = State()
    private val number get() = arg.toLongOrNull() ?: -1
    override val title = R.string.screen_entry
    override val secret = true
    override val ofLog = true

    override fun start() = load { }

    override fun resumed() { if (state.entry is Phase.Ready) load { } }

    private fun load(work: (Checker) -> Unit) = core.ask<Pair<LogEntry, Map<Situation, String>>>({ result ->
        state = result.fold(
            { (entry, kinds) -> state.copy(entry = Phase.Ready(entry), kinds = kinds, note = entry.line.note, label = entry.line.label) },
            { state.copy(entry = Phase.Failed(it as Trouble)) },
        )
        redraw()
    }) { checker ->
        work(checker)
        checker.logEntry(number) to checker.situations(core.language).associate { it.situation to it.label }
    }

    override fun draw(kit: Kit): View = with(kit) {
        when (val entry = state.entry) {
            is Phase.Ready -> shown(kit, entry.value)
            is Phase.Failed -> page(trouble(entry.trouble.sentence), quietButton(text(R.string.screen_log)) { shell.back() })
            else -> page(working(text(R.string.state_working)))
        }
    }

    private fun shown(kit: Kit, entry: LogEntry): View = with(kit) {
        page(
            verdict(entry.report.verdict, entry.report.headline),
            picture(kit, entry),
            *subjects(kit, entry.report).toTypedArray(),
            *entry.report.findings.map { it.why }.distinct().map { card(body(it)) }.toTypedArray(),
            // The field says its own name to the ear.
            small(text(R.string.entry_note)).apply { importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO },
            input(text(R.string.entry_note), state.note, lines = 2) { state = state.copy(note = it) },
            small(text(R.string.entry_label)).apply { importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO },
            input(text(R.string.entry_label), state.label) { state = state.copy(label = it) },
            quietButton(text(R.string.entry_save)) { val mine = state; load { it.logNote(number, mine.note); it.logLabel(number, mine.label) } },
            heading(text(R.string.entry_timeline)),
            *entry.steps.map { s ->
                val kind = s.situation?.let { state.kinds[it] }.orEmpty()
                val more = listOf(kind, s.amount, time(kit, s.time)).filter { it.isNotEmpty() }.joinToString(" · ")
                line(R.drawable.ic_steps, s.what.ifEmpty { text(R.string.timeline_not_said) }, more) { shell.go("timeline", "$arg/${s.step}") }
            }.toTypedArray(),
            quietButton(text(R.string.entry_add_step)) { shell.go("timeline", "$arg/0") },
            line(R.drawable.ic_speaker, text(R.string.screen_scripts)) { shell.go("scripts", arg) },
            *exportParts(kit, state.export, { state = state.copy(export = it) }) {
                export(listOf(number), state.export) { state = state.copy(failed = it); redraw() }
            }.toTypedArray(),
            if (state.failed.isEmpty()) null else trouble(state.failed),
            if (!entry.line.evidence) null else quietButton(text(R.string.entry_release)) { load { it.logRelease(number) } },
            if (state.deleting) card(
                strong(text(R.string.entry_delete_ask)),
                dangerButton(text(R.string.action_delete)) { core.ask({ shell.back() }) { it.logDelete(number) } },
                quietButton(text(R.string.action_cancel)) { state = state.copy(deleting = false); redraw() },
            ) else quietButton(text(R.string.action_delete)) { state = state.copy(deleting = true); redraw() },
        )
    }

    private fun picture(kit: Kit, entry: LogEntry): View? {
        val bytes = entry.picture ?: return null
        val bitmap = BitmapFactory.decodeByteArray(bytes, 0, bytes.size) ?: return null
        return ImageView(kit.context).apply {
            setImageBitmap(bitmap)
            adjustViewBounds = true
            contentDescription = kit.text(R.string.result_photo)
            layoutParams = LinearLayout.LayoutParams(LinearLayout.LayoutParams.MATCH_PARENT, kit.dp(240))
        }
    }
}
