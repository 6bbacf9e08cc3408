// The result of a check: verdict and first step; below them findings, subjects and further actions.
package org.yanka.app.screens

import android.graphics.Bitmap
import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.adviceCard
import org.yanka.app.components.findingCard
import org.yanka.app.components.labelRes
import org.yanka.app.components.verdictCard
import org.yanka.app.core.CheckInput
import org.yanka.app.core.Finding
import org.yanka.app.core.LoadState
import org.yanka.app.core.Origin
import org.yanka.app.core.Original
import org.yanka.app.core.PhotoDecoder
import org.yanka.app.core.Report
import org.yanka.app.core.SubjectCode
import org.yanka.app.core.SubjectPhoto
import org.yanka.app.core.SubjectWord
import org.yanka.app.core.Verdict

class ResultScreen(arg: String) : Screen("result", arg) {
    data class State(
        /** Indices of the findings whose sources are shown. */
        val openFindings: Set<Int> = emptySet(), val isEvidence: Boolean = false, val evidenceError: String = "",
        val photo: Pair<CheckInput, Bitmap>? = null, val isSpoken: Boolean = false,
    )

    var state = State()
    private val check get() = app.check
    override val title = R.string.screen_result
    override val showsReport = arg != READING

    override fun start() {
        check.onChange = { state = State(photo = state.photo); redraw() }
        // Inputs of an ended process are still stored on the disk.
        if (arg != READING) check.restore()
    }

    override fun onResume() {
        check.onChange = { state = State(photo = state.photo); redraw() }
    }

    override fun draw(views: ViewFactory): View = with(views) {
        // While new content is read, the previous report must not be shown as its result.
        if (arg == READING) page(progressView(text(R.string.state_working)), secondaryButton(text(R.string.action_home)) { app.inputGeneration++; activity.resetTo("home") })
        else when (val state = check.state) {
            is LoadState.Loaded -> report(views, state.value)
            is LoadState.Failed -> page(*photoSelection(views).toTypedArray(), errorCard(state.error.sentence), primaryButton(text(R.string.action_home)) { activity.resetTo("home") })
            is LoadState.Loading -> page(progressView(progressText(views, state)) { check.cancel() })
            LoadState.NotRequested -> page(
                emptyText(text(R.string.result_nothing_yet)),
                secondaryButton(text(R.string.action_home)) { activity.resetTo("home") },
            )
        }
    }

    private fun progressText(views: ViewFactory, loading: LoadState.Loading): String {
        val items = check.items
        return when {
            items.size > 1 -> views.text(R.string.result_picture, items.indexOfFirst { it.state is LoadState.Loading } + 1, items.size)
            loading.total == 0 -> views.text(R.string.state_working)
            else -> views.text(R.string.state_step, loading.done, loading.total)
        }
    }

    private fun report(views: ViewFactory, report: Report): View = with(views) {
        speakOnce(views, report)
        val input = check.input
        page(
            *photoSelection(views).toTypedArray(),
            verdictCard(report.verdict, report.headline),
            *report.notices.map { card(body(it.text)) }.toTypedArray(),
            heading(text(R.string.result_do_now)),
            *report.advice.mapIndexed { i, s -> adviceCard(s, i + 1, report.hotlines) { activity.navigate("call", entryLinkedArg(it.id, report.entry)) } }.toTypedArray(),
            emergencyButton(views, report),
            if (report.verdict == Verdict.UNREADABLE) primaryButton(text(R.string.screen_checklist)) { activity.navigate("checklist") } else null,
            if (report.findings.isEmpty()) null else heading(text(R.string.result_why)),
            // A reason that matches at several places of one subject is listed once; each place stays highlighted.
            *report.findings.groupBy { it.why to subjectLabel(views, it) }.values.mapIndexed { i, same ->
                findingCard(same.first(), same.map { it.source }.distinct(), subjectLabel(views, same.first()), i in state.openFindings) { state = state.copy(openFindings = if (i in state.openFindings) state.openFindings - i else state.openFindings + i); redraw() }
            }.toTypedArray(),
            if (input is CheckInput.Photo) photo(views, report, input) else null,
            *subjectCards(views, report).toTypedArray(),
            heading(text(R.string.result_origin)),
            *Origin.entries.map { o -> radioButton(text(o.labelRes), check.origin == o) { check.changeOrigin(o) } }.toTypedArray(),
            heading(text(R.string.result_next)),
            navigationRow(R.drawable.ic_steps, text(R.string.screen_situation)) { activity.navigate("situation") },
            navigationRow(R.drawable.ic_family, text(R.string.result_tell_family)) { shareWarning(report) },
            navigationRow(R.drawable.ic_speaker, text(R.string.screen_scripts)) { activity.navigate("scripts", report.entry?.toString().orEmpty()) },
            evidence(views, report),
            report.links.firstOrNull()?.let { link -> navigationRow(R.drawable.ic_person, text(R.string.result_own_rule)) { activity.navigate("own-rules", link.canonical) } },
            navigationRow(R.drawable.ic_speaker, text(R.string.action_read_aloud)) { activity.speech.speak(speechText(views, report)) },
            navigationRow(R.drawable.ic_share, text(R.string.result_send_wrong_answer), text(R.string.result_wrong_answer)) { shareWrongAnswer(report) },
        )
    }

    /** Selects one of several shared photos; each is listed with its own verdict. */
    private fun photoSelection(views: ViewFactory): List<View> = with(views) {
        val omitted = if (check.omittedCount == 0) emptyList() else listOf(card(body(text(R.string.result_left_out, check.omittedCount))))
        if (check.items.size < 2) return omitted
        omitted + check.items.mapIndexed { i, item ->
            val status = when (val state = item.state) {
                is LoadState.Loaded -> text(state.value.verdict.labelRes)
                is LoadState.Failed -> state.error.sentence
                else -> text(R.string.state_working)
            }
            radioButton("${text(R.string.result_picture, i + 1, check.items.size)} · $status", i == check.selectedIndex) { check.select(i) }
        }
    }

    private fun emergencyButton(views: ViewFactory, report: Report): View? = with(views) {
        if (report.verdict != Verdict.DANGER) null
        else dangerButton(text(R.string.screen_emergency), R.drawable.ic_danger) { activity.navigate("emergency") }
    }

    private fun subjectLabel(views: ViewFactory, finding: Finding): String = when (val s = finding.subject) {
        is SubjectCode -> views.text(R.string.result_code, s.index.toInt() + 1)
        is SubjectWord -> views.text(R.string.result_line)
        SubjectPhoto -> views.text(R.string.result_whole_photo)
        else -> ""
    }

    private fun photo(views: ViewFactory, report: Report, input: CheckInput.Photo): View? {
        val decoded = state.photo?.takeIf { it.first === input }?.second
        val bitmap = decoded ?: PhotoDecoder.decodeUpright(input.bytes, MAX_PHOTO_PIXELS)?.also { state = state.copy(photo = input to it) } ?: return null
        return annotatedPhotoCard(views, bitmap, report)
    }

    private fun evidence(views: ViewFactory, report: Report): View? = with(views) {
        val entry = report.entry
        when {
            state.isEvidence -> boldText(text(R.string.result_kept)).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE }
            state.evidenceError.isNotEmpty() -> errorCard(state.evidenceError)
            entry == null -> caption(text(R.string.result_not_kept))
            else -> navigationRow(R.drawable.ic_lock, text(R.string.result_keep_evidence)) {
                val original = when (val input = check.input) {
                    is CheckInput.Text -> Original(input.text, null)
                    is CheckInput.Photo -> Original(null, input.bytes)
                    else -> Original(null, null)
                }
                core.query({ result ->
                    state = result.fold({ state.copy(isEvidence = true) }, { state.copy(evidenceError = it.message.orEmpty()) })
                    redraw()
                }) { it.logKeepAsEvidence(entry, original) }
            }
        }
    }

    private fun shareWarning(report: Report) {
        val kind = check.kind
        core.query({ it.onSuccess { text -> activity.outgoing.shareText(text) } }) { c -> c.warning(report, kind, core.language) }
    }

    private fun shareWrongAnswer(report: Report) {
        val kind = check.kind
        core.query({ it.onSuccess { text -> activity.outgoing.shareText(text) } }) { c -> c.wrongAnswer(report, kind, core.language) }
    }

    private fun speechText(views: ViewFactory, report: Report) =
        (listOf(views.text(report.verdict.labelRes), report.headline) + report.advice.map { it.step }).joinToString("。")

    private fun speakOnce(views: ViewFactory, report: Report) {
        if (state.isSpoken || !app.settings.readAloud) return
        state = state.copy(isSpoken = true)
        activity.speech.speak(speechText(views, report))
    }

    companion object {
        /** Argument while the shared content is still being read. */
        const val READING = "reading"

        /** Pixel limit of the displayed photo. Empirical; no measurement recorded. */
        private const val MAX_PHOTO_PIXELS = 2_000_000
    }
}
