// The private log: behind the device's own lock where the person wants it, filtered by the core.
package org.yanka.app.screens

import android.view.View
import java.text.DateFormat
import java.util.Date
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.Unlockable
import org.yanka.app.core.LogFilter
import org.yanka.app.core.LogLine
import org.yanka.app.core.Phase
import org.yanka.app.core.Trouble
import org.yanka.app.core.Verdict
import org.yanka.app.parts.Kit
import org.yanka.app.parts.tint
import org.yanka.app.parts.word

class LogScreen : Screen("log"), Unlockable {
    data class State(
        val locked: Boolean = false,
        val lines: Phase<List<LogLine>> = Phase.Empty,
        val more: Boolean = false,
        val filter: LogFilter = LogFilter(null, null, null, null),
        val erasing: Boolean = false,
    )

    var state = State()
    override val title = R.string.screen_log
    override val secret = true

    override fun start() {
        if (app.settings.lockLog && shell.out.unlock()) state = state.copy(locked = true) else load()
    }

    override fun unlocked(yes: Boolean) {
        if (yes) { state = state.copy(locked = false); load() }
        redraw()
    }

    override fun resumed() { if (!state.locked && state.lines is Phase.Ready) load() }

    private fun load(before: Long? = null) {
        val filter = state.filter
        val old = if (before == null) emptyList() else (state.lines as? Phase.Ready)?.value.orEmpty()
        ask<List<LogLine>>({ phase ->
            // The old lines stay while more are on their way.
            if (phase !is Phase.Working || old.isEmpty() && state.lines !is Phase.Ready) state = state.copy(lines = phase)
            if (phase is Phase.Ready) state = state.copy(lines = Phase.Ready(old + phase.value), more = phase.value.size == A_PAGE)
        }) { checker ->
            core.logTrouble?.let { throw it }
            checker.logPage(filter, before, A_PAGE.toUInt())
        }
    }

    private fun filter(filter: LogFilter) { state = state.copy(filter = filter, lines = Phase.Empty); load(); redraw() }

    private fun erase(evidence: Boolean) {
        state = state.copy(erasing = false)
        core.ask({ load() }) { it.logErase(evidence) }
        redraw()
    }

    override fun draw(kit: Kit): View = with(kit) {
        if (state.locked) return page(
            icon(R.drawable.ic_lock, 64), body(text(R.string.log_unlock_reason)),
            mainButton(text(R.string.log_unlock)) { shell.out.unlock() },
        )
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
        if (lines.isEmpty() && !filtered) return page(empty(text(R.string.log_empty)))
        page(
            input(text(R.string.log_search), filter.search.orEmpty()) { state = state.copy(filter = state.filter.copy(search = it.ifBlank { null })) },
            quietButton(text(R.string.log_search)) { filter(state.filter) },
            *(listOf<Verdict?>(null) + Verdict.entries).map { v ->
                choice(text(v?.word ?: R.string.log_all), filter.verdict == v) { filter(state.filter.copy(verdict = v)) }
            }.toTypedArray(),
            switch(text(R.string.log_only_evidence), filter.evidence == true) { on -> filter(state.filter.copy(evidence = if (on) true else null)) },
            if (lines.isEmpty()) empty(text(R.string.log_nothing_fits)) else null,
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
        val time = DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, context.resources.configuration.locales[0]).format(Date(line.time.unixMs))
        val marks = listOf(line.label, if (line.evidence) text(R.string.log_is_evidence) else "", line.note).filter { it.isNotEmpty() }
        card(
            label(text(line.verdict.word), 18f, line.verdict.tint, bold = true),
            body(line.title.ifEmpty { line.why }),
            small((listOf(time) + marks).joinToString(" · ")),
        ).apply {
            isClickable = true
            isFocusable = true
            accessibilityDelegate = org.yanka.app.parts.AsButton
            setOnClickListener { shell.go("entry", line.entry.toString()) }
        }
    }

    private companion object {
        const val A_PAGE = 30
    }
}
