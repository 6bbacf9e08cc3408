// The list of log entries. The core filters it.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ButtonRole
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.colorRes
import org.yanka.app.components.formatTime
import org.yanka.app.components.labelRes
import org.yanka.app.components.titleWithDetail
import org.yanka.app.core.LoadState
import org.yanka.app.core.LogFilter
import org.yanka.app.core.LogLine
import org.yanka.app.core.Notice
import org.yanka.app.core.UserFacingError
import org.yanka.app.core.Verdict

class LogScreen : Screen("log") {
    data class State(
        val lines: LoadState<List<LogLine>> = LoadState.NotRequested,
        val labels: List<String> = emptyList(),
        val notices: List<Notice> = emptyList(),
        val hasMore: Boolean = false,
        val filter: LogFilter = LogFilter(null, null, null, null),
        val erasing: Boolean = false,
        /** Numbers of the selected entries; null outside selection mode. */
        val selected: Set<Long>? = null,
        val deleting: Boolean = false,
        /** The string resource of the filter whose choices are shown; null for none. */
        val openFilter: Int? = null,
        val export: ExportChoices = ExportChoices(),
        val exportError: String = "",
    )

    var state = State()
    override val title = R.string.screen_log
    override val isSecure = true
    override val showsLog = true

    override fun start() = load()

    override fun onResume() { if (state.lines is LoadState.Loaded) load() }

    private fun load(before: Long? = null) {
        val filter = state.filter
        val old = if (before == null) emptyList() else (state.lines as? LoadState.Loaded)?.value.orEmpty()
        fetch<Page>({ content ->
            state = when (content) {
                is LoadState.Loaded -> state.copy(
                    lines = LoadState.Loaded(old + content.value.lines), hasMore = content.value.lines.size == PAGE_SIZE,
                    labels = content.value.labels, notices = content.value.notices,
                )
                is LoadState.Failed -> state.copy(lines = content)
                // The loaded lines stay while more are loading.
                else -> if (state.lines is LoadState.Loaded) state else state.copy(lines = LoadState.Loading())
            }
        }) { checker ->
            core.logError?.let { throw it }
            Page(checker.logPage(filter, before, PAGE_SIZE.toUInt()), checker.logLabels(), checker.notices())
        }
    }

    private class Page(val lines: List<LogLine>, val labels: List<String>, val notices: List<Notice>)

    private fun applyFilter(filter: LogFilter) { state = state.copy(filter = filter, lines = LoadState.NotRequested, openFilter = null); load(); redraw() }

    private fun erase(evidence: Boolean) {
        state = state.copy(erasing = false)
        core.query({ app.check.clear(); load() }) { it.logErase(evidence); app.directories.deleteSharedFiles() }
        redraw()
    }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val lines = state.lines) {
            is LoadState.Failed -> page(
                errorCard(lines.error.sentence) { load(); redraw() },
                if (lines.error.kind != UserFacingError.Kind.LOG_KEY) null else caption(text(R.string.log_begin_new_ask)),
                if (lines.error.kind != UserFacingError.Kind.LOG_KEY) null
                else primaryButton(text(R.string.log_begin_new)) { core.startNewLog { load() } },
            )
            is LoadState.Loaded -> list(views, lines.value)
            else -> page(progressView(text(R.string.state_working)))
        }
    }

    private fun list(views: ViewFactory, lines: List<LogLine>): View = with(views) {
        val filter = state.filter
        val isFiltered = filter != LogFilter(null, null, null, null)
        val notices = state.notices.map { card(body(it.text)) }.toTypedArray()
        if (lines.isEmpty() && !isFiltered) return page(*notices, emptyText(text(R.string.log_empty)))
        if (state.selected != null) return selection(views, lines)
        page(
            *notices,
            textField(text(R.string.log_search), filter.search.orEmpty()) { state = state.copy(filter = state.filter.copy(search = it.ifBlank { null })) },
            secondaryButton(text(R.string.action_find)) { applyFilter(state.filter) },
            *filters(views),
            if (lines.isEmpty()) emptyText(text(R.string.log_nothing_fits)) else null,
            if (lines.isEmpty()) null else secondaryButton(text(R.string.action_select)) { state = state.copy(selected = emptySet()); redraw() },
            *lines.map { entry(views, it) }.toTypedArray(),
            if (state.hasMore) secondaryButton(text(R.string.log_more)) { load(lines.last().entry) } else null,
            if (state.erasing) card(
                boldText(text(R.string.log_erase_ask)),
                dangerButton(text(R.string.log_erase)) { erase(evidence = false) },
                dangerButton(text(R.string.log_erase_evidence_too)) { erase(evidence = true) },
                secondaryButton(text(R.string.action_cancel)) { state = state.copy(erasing = false); redraw() },
            ) else secondaryButton(text(R.string.log_erase)) { state = state.copy(erasing = true); redraw() },
        )
    }

    private fun entry(views: ViewFactory, line: LogLine): View = with(views) {
        card(
            label(text(line.verdict.labelRes), 18f, line.verdict.colorRes, bold = true),
            body(line.title.ifEmpty { line.why }),
            caption(detailText(views, line)),
        ).apply {
            isClickable = true
            isFocusable = true
            accessibilityDelegate = ButtonRole
            setOnClickListener { activity.navigate("entry", line.entry.toString()) }
        }
    }

    private fun detailText(views: ViewFactory, line: LogLine): String = with(views) {
        val details = listOf(line.label, if (line.evidence) text(R.string.log_is_evidence) else "", line.note).filter { it.isNotEmpty() }
        (listOf(formatTime(views, line.time)) + details).joinToString(" · ")
    }

    /** Filters by verdict, by label and for evidence. The choices are collapsed, so that the entries stay in view. */
    private fun filters(views: ViewFactory): Array<View> = with(views) {
        val filter = state.filter
        val verdicts = collapsible(views, R.string.log_filter_verdict, text(filter.verdict?.labelRes ?: R.string.log_all), (listOf<Verdict?>(null) + Verdict.entries).map { v ->
            radioButton(text(v?.labelRes ?: R.string.log_all), filter.verdict == v) { applyFilter(filter.copy(verdict = v)) }
        })
        val labels = if (state.labels.isEmpty()) emptyList() else collapsible(
            views, R.string.log_filter_label, filter.label ?: text(R.string.log_all),
            (listOf<String?>(null) + state.labels).map { l -> radioButton(l ?: text(R.string.log_all), filter.label == l) { applyFilter(filter.copy(label = l)) } },
        )
        val evidence = switch(text(R.string.log_only_evidence), filter.evidence == true) { on -> applyFilter(filter.copy(evidence = if (on) true else null)) }
        (verdicts + labels + evidence).toTypedArray()
    }

    private fun collapsible(views: ViewFactory, name: Int, now: String, choices: List<View>): List<View> {
        val isOpen = state.openFilter == name
        val line = views.navigationRow(null, views.text(name), now) { state = state.copy(openFilter = if (isOpen) null else name); redraw() }
        return listOf<View>(line) + if (isOpen) choices else emptyList()
    }

    /** Selection mode: exports the selected entries as one evidence file, or deletes them. */
    private fun selection(views: ViewFactory, lines: List<LogLine>): View = with(views) {
        val selected = state.selected.orEmpty()
        page(
            boldText(text(R.string.log_selected, selected.size)).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE },
            secondaryButton(text(R.string.action_cancel)) { state = state.copy(selected = null, deleting = false, exportError = ""); redraw() },
            *lines.map { line ->
                checkBox(titleWithDetail("${text(line.verdict.labelRes)} · ${line.title.ifEmpty { line.why }}", detailText(views, line)), line.entry in selected) { on ->
                    state = state.copy(selected = if (on) selected + line.entry else selected - line.entry, deleting = false)
                    redraw()
                }
            }.toTypedArray(),
            *(if (selected.isEmpty()) emptyList() else selectionActions(views, selected.sorted())).toTypedArray(),
        )
    }

    private fun selectionActions(views: ViewFactory, entries: List<Long>): List<View> = with(views) {
        val export = exportControls(views, state.export, { state = state.copy(export = it) }) {
            exportEvidence(entries, state.export) { state = state.copy(exportError = it); redraw() }
        }
        val error = if (state.exportError.isEmpty()) emptyList() else listOf(errorCard(state.exportError))
        val deletion = if (state.deleting) card(
            boldText(text(R.string.entry_delete_ask)),
            dangerButton(text(R.string.action_delete)) { delete(entries) },
            secondaryButton(text(R.string.action_cancel)) { state = state.copy(deleting = false); redraw() },
        ) else secondaryButton(text(R.string.action_delete)) { state = state.copy(deleting = true); redraw() }
        export + error + deletion
    }

    private fun delete(entries: List<Long>) {
        state = state.copy(selected = null, deleting = false)
        core.query({ result: Result<Unit> ->
            result.onFailure { state = state.copy(exportError = it.message.orEmpty()) }
            load()
        }) { checker -> entries.forEach { checker.logDelete(it) } }
        redraw()
    }

    private companion object {
        const val PAGE_SIZE = 30
    }
}
