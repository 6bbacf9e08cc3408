// The private log, filtered by the core.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.LogFilter
import org.yanka.app.core.LogLine
import org.yanka.app.core.Notice
import org.yanka.app.core.Phase
import org.yanka.app.core.Trouble
import org.yanka.app.core.Verdict
import org.yanka.app.parts.Kit
import org.yanka.app.parts.time
import org.yanka.app.parts.tint
import org.yanka.app.parts.twoLines
import org.yanka.app.parts.word

class LogScreen : Screen("log") {
    data class State(
        val lines: Phase<List<LogLine>> = Phase.Empty,
        val labels: List<String> = emptyList(),
        val notices: List<Notice> = emptyList(),
        val more: Boolean = false,
        val filter: LogFilter = LogFilter(null, null, null, null),
        val erasing: Boolean = false,
        /** The entries chosen so far; null while none are being chosen. */
        val chosen: Set<Long>? = null,
        val deleting: Boolean = false,
        /** The filter whose choices are shown, by its name. */
        val open: Int? = null,
        val export: Export = Export(),
        val failed: String = "",
    )

    var state = State()
    override val title = R.string.screen_log
    override val secret = true
    override val ofLog = true

    override fun start() = load()

    override fun resumed() { if (state.lines is Phase.Ready) load() }

    private fun load(before: Long? = null) {
        val filter = state.filter
        val old = if (before == null) emptyList() else (state.lines as? Phase.Ready)?.value.orEmpty()
        ask<Read>({ phase ->
            state = when (phase) {
                is Phase.Ready -> state.copy(
                    lines = Phase.Ready(old + phase.value.lines), more = phase.value.lines.size == A_PAGE,
                    labels = phase.value.labels, notices = phase.value.notices,
                )
                is Phase.Failed -> state.copy(lines = phase)
                // The old lines stay while more are on their way.
                else -> if (state.lines is Phase.Ready) state else state.copy(lines = Phase.Working())
            }
        }) { checker ->
            core.logTrouble?.let { throw it }
            Read(checker.logPage(filter, before, A_PAGE.toUInt()), checker.logLabels(), checker.notices())
        }
    }

    private class Read(val lines: List<LogLine>, val labels: List<String>, val notices: List<Notice>)

    private fun filter(filter: LogFilter) { state = state.copy(filter = filter, lines = Phase.Empty, open = null); load(); redraw() }

    private fun erase(evidence: Boolean) {
        state = state.copy(erasing = false)
        core.ask({ app.check.forget(); load() }) { it.logErase(evidence); app.place.emptyHanded() }
        redraw()
    }

    override fun draw(kit: Kit): View = with(kit) {
        when (val lines = state.lines) {
            is Phase.Failed -> page(
                trouble(lines.trouble.sentence) { load(); redraw() },
                if (lines.trouble.kind != Trouble.Kind.LOG_KEY) null else small(text(R.string.log_begin_new_ask)),
                if (lines.trouble.kind != Trouble.Kind.LOG_KEY) null
                else mainButton(text(R.string.log_begin_new)) { core.beginNewLog { load() } },
            )
            is Phase.Ready -> list(kit, lines.value)
            else -> page(working(text(R.string.state_working)))
        }
    }

    private fun list(kit: Kit, lines: List<LogLine>): View = with(kit) {
        val filter = state.filter
        val filtered = filter != LogFilter(null, null, null, null)
        val notices = state.notices.map { card(body(it.text)) }.toTypedArray()
        if (lines.isEmpty() && !filtered) return page(*notices, empty(text(R.string.log_empty)))
        if (state.chosen != null) return choosing(kit, lines)
        page(
            *notices,
            input(text(R.string.log_search), filter.search.orEmpty()) { state = state.copy(filter = state.filter.copy(search = it.ifBlank { null })) },
            quietButton(text(R.string.action_find)) { filter(state.filter) },
            *filters(kit),
            if (lines.isEmpty()) empty(text(R.string.log_nothing_fits)) else null,
            if (lines.isEmpty()) null else quietButton(text(R.string.action_select)) { state = state.copy(chosen = emptySet()); redraw() },
            *lines.map { entry(kit, it) }.toTypedArray(),
            if (state.more) quietButton(text(R.string.log_more)) { load(lines.last().entry) } else null,
            if (state.erasing) card(
                strong(text(R.string.log_erase_ask)),
                dangerButton(text(R.string.log_erase)) { erase(evidence = false) },
                dangerButton(text(R.string.log_erase_evidence_too)) { erase(evidence = true) },
                quietButton(text(R.string.action_cancel)) { state = state.copy(erasing = false); redraw() },
            ) else quietButton(text(R.string.log_erase)) { state = state.copy(erasing = true); redraw() },
        )
    }

    private fun entry(kit: Kit, line: LogLine): View = with(kit) {
        card(
            label(text(line.verdict.word), 18f, line.verdict.tint, bold = true),
            body(line.title.ifEmpty { line.why }),
            small(facts(kit, line)),
        ).apply {
            isClickable = true
            isFocusable = true
            accessibilityDelegate = org.yanka.app.parts.AsButton
            setOnClickListener { shell.go("entry", line.entry.toString()) }
        }
    }

    private fun facts(kit: Kit, line: LogLine): String = with(kit) {
        val marks = listOf(line.label, if (line.evidence) text(R.string.log_is_evidence) else "", line.note).filter { it.isNotEmpty() }
        (listOf(time(kit, line.time)) + marks).joinToString(" · ")
    }

    /** By answer, by label, evidence only: each a line that opens, so that the entries come first. */
    private fun filters(kit: Kit): Array<View> = with(kit) {
        val filter = state.filter
        val answers = folded(kit, R.string.log_filter_verdict, text(filter.verdict?.word ?: R.string.log_all), (listOf<Verdict?>(null) + Verdict.entries).map { v ->
            choice(text(v?.word ?: R.string.log_all), filter.verdict == v) { filter(filter.copy(verdict = v)) }
        })
        val labels = if (state.labels.isEmpty()) emptyList() else folded(
            kit, R.string.log_filter_label, filter.label ?: text(R.string.log_all),
            (listOf<String?>(null) + state.labels).map { l -> choice(l ?: text(R.string.log_all), filter.label == l) { filter(filter.copy(label = l)) } },
        )
        val evidence = switch(text(R.string.log_only_evidence), filter.evidence == true) { on -> filter(filter.copy(evidence = if (on) true else null)) }
        (answers + labels + evidence).toTypedArray()
    }

    private fun folded(kit: Kit, name: Int, now: String, choices: List<View>): List<View> {
        val open = state.open == name
        val line = kit.line(null, kit.text(name), now) { state = state.copy(open = if (open) null else name); redraw() }
        return listOf<View>(line) + if (open) choices else emptyList()
    }

    /** Several entries at once: one evidence file of them, or all of them deleted. */
    private fun choosing(kit: Kit, lines: List<LogLine>): View = with(kit) {
        val chosen = state.chosen.orEmpty()
        page(
            strong(text(R.string.log_selected, chosen.size)).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE },
            quietButton(text(R.string.action_cancel)) { state = state.copy(chosen = null, deleting = false, failed = ""); redraw() },
            *lines.map { line ->
                tick(twoLines("${text(line.verdict.word)} · ${line.title.ifEmpty { line.why }}", facts(kit, line)), line.entry in chosen) { on ->
                    state = state.copy(chosen = if (on) chosen + line.entry else chosen - line.entry, deleting = false)
                    redraw()
                }
            }.toTypedArray(),
            *(if (chosen.isEmpty()) emptyList() else chosenParts(kit, chosen.sorted())).toTypedArray(),
        )
    }

    private fun chosenParts(kit: Kit, chosen: List<Long>): List<View> = with(kit) {
        val handed = exportParts(kit, state.export, { state = state.copy(export = it) }) {
            export(chosen, state.export) { state = state.copy(failed = it); redraw() }
        }
        val failed = if (state.failed.isEmpty()) emptyList() else listOf(trouble(state.failed))
        val gone = if (state.deleting) card(
            strong(text(R.string.entry_delete_ask)),
            dangerButton(text(R.string.action_delete)) { delete(chosen) },
            quietButton(text(R.string.action_cancel)) { state = state.copy(deleting = false); redraw() },
        ) else quietButton(text(R.string.action_delete)) { state = state.copy(deleting = true); redraw() }
        handed + failed + gone
    }

    private fun delete(chosen: List<Long>) {
        state = state.copy(chosen = null, deleting = false)
        core.ask({ result: Result<Unit> ->
            result.onFailure { state = state.copy(failed = it.message.orEmpty()) }
            load()
        }) { checker -> chosen.forEach { checker.logDelete(it) } }
        redraw()
    }

    private companion object {
        const val A_PAGE = 30
    }
}
