// How the core's records look on every screen: a verdict, a reason, a step, a number.
package org.yanka.app.parts

import android.text.SpannableString
import android.text.Spanned
import android.text.style.BackgroundColorSpan
import android.text.style.ForegroundColorSpan
import android.text.style.RelativeSizeSpan
import android.text.style.StyleSpan
import android.graphics.Typeface
import android.view.View
import java.text.DateFormat
import java.util.Date
import org.yanka.app.R
import org.yanka.app.core.Advice
import org.yanka.app.core.Confidence
import org.yanka.app.core.Finding
import org.yanka.app.core.Hotline
import org.yanka.app.core.Moment
import org.yanka.app.core.Origin
import org.yanka.app.core.Provenance
import org.yanka.app.core.Severity
import org.yanka.app.core.Urgency
import org.yanka.app.core.Verdict

val Verdict.word get() = when (this) {
    Verdict.DANGER -> R.string.verdict_danger
    Verdict.CAUTION -> R.string.verdict_caution
    Verdict.NOTHING_FOUND -> R.string.verdict_nothing_found
    Verdict.UNREADABLE -> R.string.verdict_unreadable
}
val Verdict.sign get() = when (this) {
    Verdict.DANGER -> R.drawable.ic_danger
    Verdict.CAUTION -> R.drawable.ic_caution
    Verdict.NOTHING_FOUND -> R.drawable.ic_nothing_found
    Verdict.UNREADABLE -> R.drawable.ic_unreadable
}
val Verdict.fill get() = when (this) {
    Verdict.DANGER -> R.drawable.verdict_danger
    Verdict.CAUTION -> R.drawable.verdict_caution
    Verdict.NOTHING_FOUND -> R.drawable.verdict_nothing_found
    Verdict.UNREADABLE -> R.drawable.verdict_unreadable
}
val Verdict.tint get() = when (this) {
    Verdict.DANGER -> R.color.danger
    Verdict.CAUTION -> R.color.caution
    Verdict.NOTHING_FOUND -> R.color.nothing_found
    Verdict.UNREADABLE -> R.color.unreadable
}
val Severity.word get() = when (this) {
    Severity.DANGER -> R.string.severity_danger
    Severity.CAUTION -> R.string.severity_caution
    Severity.INFO -> R.string.severity_info
}
val Urgency.word get() = when (this) {
    Urgency.SECONDS -> R.string.urgency_seconds
    Urgency.MINUTES -> R.string.urgency_minutes
    Urgency.HOURS -> R.string.urgency_hours
    Urgency.DAYS -> R.string.urgency_days
}
val Origin.word get() = when (this) {
    Origin.PARCEL -> R.string.origin_parcel
    Origin.MESSAGE -> R.string.origin_message
    Origin.CALL -> R.string.origin_call
    Origin.UNKNOWN -> R.string.origin_unknown
}

/** Word, sign and colour together: none of them alone. */
fun Kit.verdict(verdict: Verdict, headline: String): View = column(
    row(icon(verdict.sign, 56, R.color.on_verdict), label(text(verdict.word), 34f, R.color.on_verdict, bold = true)),
    label(headline, 20f, R.color.on_verdict), gap = 10,
).apply {
    setBackgroundResource(verdict.fill)
    setPadding(dp(22), dp(22), dp(22), dp(22))
    id = R.id.verdict
    contentDescription = "${text(verdict.word)}。$headline"
    isFocusable = true
    isHeading = true
    accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
}

/** A moment by the clock and in the order of the language that is shown. */
fun time(kit: Kit, moment: Moment): String =
    DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, kit.context.resources.configuration.locales[0]).format(Date(moment.unixMs))

/** A source behind its own "why?": few read it, all may. */
fun Kit.source(source: Provenance): String {
    val looked = text(R.string.source_looked_up, source.source, source.retrieved)
    val dated = source.published?.let { "$looked · ${text(R.string.source_published, it)}" } ?: looked
    return if (source.confidence == Confidence.MEMORY) "$dated · ${text(R.string.source_unconfirmed)}" else dated
}

fun Kit.reason(finding: Finding, sources: List<Provenance>, about: String, open: Boolean, toggle: () -> Unit): View = card(
    label(text(finding.severity.word), 16f, tint(finding.severity), bold = true),
    if (about.isEmpty()) null else small(about),
    body(finding.why),
    *(if (open) sources.map { small(source(it)) } else emptyList()).toTypedArray(),
    quietLink(text(if (open) R.string.action_close else R.string.result_source), finding.why, toggle),
)

private fun tint(severity: Severity) = when (severity) {
    Severity.DANGER -> R.color.danger
    Severity.CAUTION -> R.color.caution
    Severity.INFO -> R.color.accent
}

/** A tap target that looks like words; [of] says to the ear which of several it is. */
fun Kit.quietLink(words: String, of: String, tap: () -> Unit): View = label(words, 16f, R.color.accent, bold = true).apply {
    minHeight = dp(48)
    contentDescription = "$words：$of"
    gravity = android.view.Gravity.CENTER_VERTICAL
    isClickable = true
    isFocusable = true
    accessibilityDelegate = AsButton
    setOnClickListener { tap() }
}

/** One step, one action. */
fun Kit.step(step: Advice, number: Int, numbers: List<Hotline>, call: (Hotline) -> Unit): View = card(
    label(
        "$number · " + text(if (step.avoid) R.string.step_avoid else step.urgency.word), 16f,
        if (step.avoid) R.color.danger else R.color.accent, bold = true,
    ),
    strong(step.step),
    if (step.why.isEmpty()) null else small(step.why),
    *step.call.mapNotNull { id -> numbers.firstOrNull { it.id == id && it.number.isNotEmpty() } }
        .map { h ->
            // Some are named by their number already.
            val whom = if (h.organization.startsWith(h.number)) h.organization else "${h.number} ${h.organization}"
            mainButton(text(R.string.action_call, whom), R.drawable.ic_phone) { call(h) }
        }
        .toTypedArray(),
)

fun Kit.hotline(hotline: Hotline, call: (Hotline) -> Unit): View = card(
    strong(hotline.organization),
    if (hotline.purpose.isEmpty()) null else body(hotline.purpose),
    if (hotline.inAppPath.isEmpty()) null else small(hotline.inAppPath),
    if (hotline.warning.isEmpty()) null else label(hotline.warning, 16f, R.color.caution),
    if (hotline.number.isEmpty()) small(text(R.string.hotline_app_only))
    else mainButton(text(R.string.action_call, hotline.number), R.drawable.ic_phone) { call(hotline) },
    small(source(hotline.source)),
)

/** A choice in the person's words, and below it, quieter, how they know that it is theirs. */
fun Kit.twoLines(words: String, more: String): CharSequence = if (more.isEmpty()) words else SpannableString("$words\n$more").apply {
    setSpan(RelativeSizeSpan(15f / 18), words.length + 1, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
    setSpan(ForegroundColorSpan(color(R.color.quiet)), words.length + 1, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
}

/** The text with the words behind the reasons marked, and whose link it is in bold. */
fun Kit.marked(words: String, reasons: List<Pair<IntRange, Severity>>, owners: List<IntRange>): CharSequence =
    SpannableString(words).apply {
        fun IntRange.inside() = first >= 0 && last < words.length && !isEmpty()
        reasons.filter { it.first.inside() }.forEach { (range, severity) ->
            val mark = if (severity == Severity.DANGER) R.color.mark_danger else R.color.mark_caution
            setSpan(BackgroundColorSpan(color(mark)), range.first, range.last + 1, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
            setSpan(android.text.style.UnderlineSpan(), range.first, range.last + 1, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
        }
        owners.filter { it.inside() }.forEach {
            setSpan(StyleSpan(Typeface.BOLD), it.first, it.last + 1, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
        }
    }
