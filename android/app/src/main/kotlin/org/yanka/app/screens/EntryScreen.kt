// One entry of the log: report, note, label, timeline, evidence export and deletion.
package org.yanka.app.screens

import android.graphics.BitmapFactory
import android.view.View
import android.widget.ImageView
import android.widget.LinearLayout
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.formatTime
import org.yanka.app.components.verdictCard
import org.yanka.app.core.Checker
import org.yanka.app.core.LoadState
import org.yanka.app.core.LogEntry
import org.yanka.app.core.Situation
import org.yanka.app.core.UserFacingError

class EntryScreen(arg: String) : Screen("entry", arg) {
    data class State(
        val entry: LoadState<LogEntry> = LoadState.NotRequested, val situationLabels: Map<Situation, String> = emptyMap(), val note: String = "", val label: String = "",
        val deleting: Boolean = false, val export: ExportChoices = ExportChoices(), val exportError: String = "",
    )

    var state = State()
    private val number get() = arg.toLongOrNull() ?: -1
    override val title = R.string.screen_entry
    override val isSecure = true
    override val showsLog = true

    override fun start() = load { }

    override fun onResume() { if (state.entry is LoadState.Loaded) load { } }

    private fun load(work: (Checker) -> Unit) = core.query<Pair<LogEntry, Map<Situation, String>>>({ result ->
        state = result.fold(
            { (entry, labels) -> state.copy(entry = LoadState.Loaded(entry), situationLabels = labels, note = entry.line.note, label = entry.line.label) },
            { state.copy(entry = LoadState.Failed(it as UserFacingError)) },
        )
        redraw()
    }) { checker ->
        work(checker)
        checker.logEntry(number) to checker.situations(core.language).associate { it.situation to it.label }
    }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val entry = state.entry) {
            is LoadState.Loaded -> entry(views, entry.value)
            is LoadState.Failed -> page(errorCard(entry.error.sentence), secondaryButton(text(R.string.screen_log)) { activity.back() })
            else -> page(progressView(text(R.string.state_working)))
        }
    }

    private fun entry(views: ViewFactory, entry: LogEntry): View = with(views) {
        page(
            verdictCard(entry.report.verdict, entry.report.headline),
            picture(views, entry),
            *subjectCards(views, entry.report).toTypedArray(),
            *entry.report.findings.map { it.why }.distinct().map { card(body(it)) }.toTypedArray(),
            // Screen readers read the field's hint, so they skip this label.
            caption(text(R.string.entry_note)).apply { importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO },
            textField(text(R.string.entry_note), state.note, lines = 2) { state = state.copy(note = it) },
            caption(text(R.string.entry_label)).apply { importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO },
            textField(text(R.string.entry_label), state.label) { state = state.copy(label = it) },
            secondaryButton(text(R.string.entry_save)) { val edited = state; load { it.logNote(number, edited.note); it.logLabel(number, edited.label) } },
            heading(text(R.string.entry_timeline)),
            *entry.steps.map { s ->
                val situation = s.situation?.let { state.situationLabels[it] }.orEmpty()
                val more = listOf(situation, s.amount, formatTime(views, s.time)).filter { it.isNotEmpty() }.joinToString(" · ")
                navigationRow(R.drawable.ic_steps, s.what.ifEmpty { text(R.string.timeline_not_said) }, more) { activity.navigate("timeline", "$arg/${s.step}") }
            }.toTypedArray(),
            secondaryButton(text(R.string.entry_add_step)) { activity.navigate("timeline", "$arg/0") },
            navigationRow(R.drawable.ic_speaker, text(R.string.screen_scripts)) { activity.navigate("scripts", arg) },
            *exportControls(views, state.export, { state = state.copy(export = it) }) {
                exportEvidence(listOf(number), state.export) { state = state.copy(exportError = it); redraw() }
            }.toTypedArray(),
            if (state.exportError.isEmpty()) null else errorCard(state.exportError),
            if (!entry.line.evidence) null else secondaryButton(text(R.string.entry_release)) { load { it.logRelease(number) } },
            if (state.deleting) card(
                boldText(text(R.string.entry_delete_ask)),
                dangerButton(text(R.string.action_delete)) { core.query({ activity.back() }) { it.logDelete(number) } },
                secondaryButton(text(R.string.action_cancel)) { state = state.copy(deleting = false); redraw() },
            ) else secondaryButton(text(R.string.action_delete)) { state = state.copy(deleting = true); redraw() },
        )
    }

    private fun picture(views: ViewFactory, entry: LogEntry): View? {
        val bytes = entry.picture ?: return null
        val bitmap = BitmapFactory.decodeByteArray(bytes, 0, bytes.size) ?: return null
        return ImageView(views.context).apply {
            setImageBitmap(bitmap)
            adjustViewBounds = true
            contentDescription = views.text(R.string.result_photo)
            layoutParams = LinearLayout.LayoutParams(LinearLayout.LayoutParams.MATCH_PARENT, views.dp(240))
        }
    }
}
