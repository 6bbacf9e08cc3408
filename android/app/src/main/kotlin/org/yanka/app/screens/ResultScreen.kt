// The answer: one word with sign and colour, one thing to do; the reasons below for who wants them.
package org.yanka.app.screens

import android.graphics.Bitmap
import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Finding
import org.yanka.app.core.Given
import org.yanka.app.core.Original
import org.yanka.app.core.Origin
import org.yanka.app.core.Phase
import org.yanka.app.core.Pictures
import org.yanka.app.core.Report
import org.yanka.app.core.SubjectPhoto
import org.yanka.app.core.SubjectCode
import org.yanka.app.core.SubjectWord
import org.yanka.app.core.Verdict
import org.yanka.app.parts.Kit
import org.yanka.app.parts.reason
import org.yanka.app.parts.step
import org.yanka.app.parts.verdict
import org.yanka.app.parts.word

class ResultScreen(arg: String) : Screen("result", arg) {
    data class State(
        val open: Set<Int> = emptySet(), val kept: Boolean = false, val keepTrouble: String = "",
        val picture: Pair<Given, Bitmap>? = null, val spoken: Boolean = false,
    )

    var state = State()
    private val check get() = app.check
    override val title = R.string.screen_result
    override val answers = arg != WAITING

    override fun start() {
        check.listener = { state = State(picture = state.picture); redraw() }
        // A process that ended took the check with it: what was given lies sealed on the disk.
        if (arg != WAITING) check.resume()
    }

    override fun resumed() {
        check.listener = { state = State(picture = state.picture); redraw() }
    }

    override fun draw(kit: Kit): View = with(kit) {
        // The older answer is not this one's.
        if (arg == WAITING) page(working(text(R.string.state_working)), quietButton(text(R.string.action_home)) { app.arrivals++; shell.fromHome("home") })
        else when (val phase = check.phase) {
            is Phase.Ready -> answer(kit, phase.value)
            is Phase.Failed -> page(*several(kit).toTypedArray(), trouble(phase.trouble.sentence), mainButton(text(R.string.action_home)) { shell.fromHome("home") })
            is Phase.Working -> page(working(progress(kit, phase)) { check.stop() })
            Phase.Empty -> page(
                empty(text(R.string.result_nothing_yet)),
                quietButton(text(R.string.action_home)) { shell.fromHome("home") },
            )
        }
    }

    private fun progress(kit: Kit, phase: Phase.Working): String {
        val all = check.items
        return when {
            all.size > 1 -> kit.text(R.string.result_picture, all.indexOfFirst { it.phase is Phase.Working } + 1, all.size)
            phase.of == 0 -> kit.text(R.string.state_working)
            else -> kit.text(R.string.state_step, phase.done, phase.of)
        }
    }

    private fun answer(kit: Kit, report: Report): View = with(kit) {
        speakOnce(kit, report)
        val given = check.given
        page(
            *several(kit).toTypedArray(),
            verdict(report.verdict, report.headline),
            *report.notices.map { card(body(it.text)) }.toTypedArray(),
            heading(text(R.string.result_do_now)),
            *report.advice.mapIndexed { i, s -> step(s, i + 1, report.hotlines) { shell.go("call", matter(it.id, report.entry)) } }.toTypedArray(),
            dangerButtonIf(kit, report),
            if (report.verdict == Verdict.UNREADABLE) mainButton(text(R.string.screen_checklist)) { shell.go("checklist") } else null,
            if (report.findings.isEmpty()) null else heading(text(R.string.result_why)),
            // Met twice in one text it is one reason; each place stays marked.
            *report.findings.groupBy { it.why to about(kit, it) }.values.mapIndexed { i, same ->
                reason(same.first(), same.map { it.source }.distinct(), about(kit, same.first()), i in state.open) { state = state.copy(open = if (i in state.open) state.open - i else state.open + i); redraw() }
            }.toTypedArray(),
            if (given is Given.Picture) picture(kit, report, given) else null,
            *subjects(kit, report).toTypedArray(),
            heading(text(R.string.result_origin)),
            *Origin.entries.map { o -> choice(text(o.word), check.origin == o) { check.changeOrigin(o) } }.toTypedArray(),
            heading(text(R.string.result_next)),
            line(R.drawable.ic_steps, text(R.string.screen_situation)) { shell.go("situation") },
            line(R.drawable.ic_family, text(R.string.result_tell_family)) { warn(report) },
            line(R.drawable.ic_speaker, text(R.string.screen_scripts)) { shell.go("scripts", report.entry?.toString().orEmpty()) },
            keep(kit, report),
            report.links.firstOrNull()?.let { link -> line(R.drawable.ic_person, text(R.string.result_own_rule)) { shell.go("own-rules", link.canonical) } },
            line(R.drawable.ic_speaker, text(R.string.action_read_aloud)) { shell.speaker.say(spoken(kit, report)) },
            line(R.drawable.ic_share, text(R.string.result_send_wrong_answer), text(R.string.result_wrong_answer)) { wrong(report) },
        )
    }

    /** The other pictures of one share, each with its own word. */
    private fun several(kit: Kit): List<View> = with(kit) {
        val left = if (check.leftOut == 0) emptyList() else listOf(card(body(text(R.string.result_left_out, check.leftOut))))
        if (check.items.size < 2) return left
        left + check.items.mapIndexed { i, item ->
            val word = when (val phase = item.phase) {
                is Phase.Ready -> text(phase.value.verdict.word)
                is Phase.Failed -> phase.trouble.sentence
                else -> text(R.string.state_working)
            }
            choice("${text(R.string.result_picture, i + 1, check.items.size)} · $word", i == check.at) { check.show(i) }
        }
    }

    private fun dangerButtonIf(kit: Kit, report: Report): View? = with(kit) {
        if (report.verdict != Verdict.DANGER) null
        else dangerButton(text(R.string.screen_emergency), R.drawable.ic_danger) { shell.go("emergency") }
    }

    private fun about(kit: Kit, finding: Finding): String = when (val s = finding.subject) {
        is SubjectCode -> kit.text(R.string.result_code, s.index.toInt() + 1)
        is SubjectWord -> kit.text(R.string.result_line)
        SubjectPhoto -> kit.text(R.string.result_whole_photo)
        else -> ""
    }

    private fun picture(kit: Kit, report: Report, given: Given.Picture): View? {
        val shown = state.picture?.takeIf { it.first === given }?.second
        val bitmap = shown ?: Pictures.upright(given.bytes, SHOWN_PIXELS)?.also { state = state.copy(picture = given to it) } ?: return null
        return photoCard(kit, bitmap, report)
    }

    private fun keep(kit: Kit, report: Report): View? = with(kit) {
        val entry = report.entry
        when {
            state.kept -> strong(text(R.string.result_kept)).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE }
            state.keepTrouble.isNotEmpty() -> trouble(state.keepTrouble)
            entry == null -> small(text(R.string.result_not_kept))
            else -> line(R.drawable.ic_lock, text(R.string.result_keep_evidence)) {
                val original = when (val given = check.given) {
                    is Given.Words -> Original(given.text, null)
                    is Given.Picture -> Original(null, given.bytes)
                    else -> Original(null, null)
                }
                core.ask({ result ->
                    state = result.fold({ state.copy(kept = true) }, { state.copy(keepTrouble = it.message.orEmpty()) })
                    redraw()
                }) { it.logKeepAsEvidence(entry, original) }
            }
        }
    }

    private fun warn(report: Report) {
        val kind = check.kind
        core.ask({ it.onSuccess { words -> shell.out.shareText(words) } }) { c -> c.warning(report, kind, core.language) }
    }

    private fun wrong(report: Report) {
        val kind = check.kind
        core.ask({ it.onSuccess { words -> shell.out.shareText(words) } }) { c -> c.wrongAnswer(report, kind, core.language) }
    }

    private fun spoken(kit: Kit, report: Report) =
        (listOf(kit.text(report.verdict.word), report.headline) + report.advice.map { it.step }).joinToString("。")

    private fun speakOnce(kit: Kit, report: Report) {
        if (state.spoken || !app.settings.readAloud) return
        state = state.copy(spoken = true)
        shell.speaker.say(spoken(kit, report))
    }

    companion object {
        /** What came in is still being read. */
        const val WAITING = "waiting"
        private const val SHOWN_PIXELS = 2_000_000
    }
}
