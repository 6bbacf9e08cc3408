// Cards for the core's records: verdict, finding, advice and hotline. Used by several screens.
package org.yanka.app.components

import android.view.Gravity
import android.view.View
import org.yanka.app.R
import org.yanka.app.core.Advice
import org.yanka.app.core.Finding
import org.yanka.app.core.Hotline
import org.yanka.app.core.Provenance
import org.yanka.app.core.Verdict

/** Shows a verdict by word, icon and colour at once, so that no person depends on one of them. */
fun ViewFactory.verdictCard(verdict: Verdict, headline: String): View = column(
    row(icon(verdict.iconRes, 56, R.color.on_verdict), label(text(verdict.labelRes), 34f, R.color.on_verdict, bold = true)),
    label(headline, 20f, R.color.on_verdict), gap = 10,
).apply {
    setBackgroundResource(verdict.backgroundRes)
    setPadding(dp(22), dp(22), dp(22), dp(22))
    id = R.id.verdict
    contentDescription = "${text(verdict.labelRes)}。$headline"
    isFocusable = true
    isHeading = true
    accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
}

/** One finding. [sources] are shown while it [isOpen]. */
fun ViewFactory.findingCard(finding: Finding, sources: List<Provenance>, subject: String, isOpen: Boolean, toggle: () -> Unit): View = card(
    label(listOf(text(finding.severity.labelRes), finding.title).filter(CharSequence::isNotEmpty).joinToString(" · "), 16f, finding.severity.colorRes, bold = true),
    if (subject.isEmpty()) null else caption(subject),
    body(finding.why),
    *(if (isOpen) sources.map { caption(sourceText(it)) } else emptyList()).toTypedArray(),
    textButton(text(if (isOpen) R.string.action_close else R.string.result_source), finding.why, toggle),
)

/** A button that looks like text. [subject] tells screen readers which of several equal buttons it is. */
fun ViewFactory.textButton(words: String, subject: String, tap: () -> Unit): View = label(words, 16f, R.color.accent, bold = true).apply {
    minHeight = dp(48)
    contentDescription = "$words：$subject"
    gravity = Gravity.CENTER_VERTICAL
    isClickable = true
    isFocusable = true
    accessibilityDelegate = ButtonRole
    setOnClickListener { tap() }
}

/** One step of advice with call buttons for those of [numbers] that it names. [number] is its position, from 1. */
fun ViewFactory.adviceCard(step: Advice, number: Int, numbers: List<Hotline>, call: (Hotline) -> Unit): View = card(
    label(
        "$number · " + text(if (step.avoid) R.string.step_avoid else step.urgency.labelRes), 16f,
        if (step.avoid) R.color.danger else R.color.accent, bold = true,
    ),
    boldText(step.step),
    if (step.why.isEmpty()) null else caption(step.why),
    *step.call.mapNotNull { id -> numbers.firstOrNull { it.id == id && it.number.isNotEmpty() } }
        .map { h ->
            // The names of some organizations already start with the number.
            val callee = if (h.organization.startsWith(h.number)) h.organization else "${h.number} ${h.organization}"
            primaryButton(text(R.string.action_call, callee), R.drawable.ic_phone) { call(h) }
        }
        .toTypedArray(),
)

fun ViewFactory.hotlineCard(hotline: Hotline, call: (Hotline) -> Unit): View = card(
    boldText(hotline.organization),
    if (hotline.purpose.isEmpty()) null else body(hotline.purpose),
    if (hotline.inAppPath.isEmpty()) null else caption(hotline.inAppPath),
    if (hotline.warning.isEmpty()) null else label(hotline.warning, 16f, R.color.caution),
    if (hotline.number.isEmpty()) caption(text(R.string.hotline_app_only))
    else primaryButton(text(R.string.action_call, hotline.number), R.drawable.ic_phone) { call(hotline) },
    caption(sourceText(hotline.source)),
)
