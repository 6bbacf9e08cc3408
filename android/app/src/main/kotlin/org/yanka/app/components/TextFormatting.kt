// Formats times, sources and highlighted texts for display.
package org.yanka.app.components

import android.graphics.Typeface
import android.text.SpannableString
import android.text.Spanned
import android.text.style.BackgroundColorSpan
import android.text.style.ForegroundColorSpan
import android.text.style.RelativeSizeSpan
import android.text.style.StyleSpan
import android.text.style.UnderlineSpan
import java.text.DateFormat
import java.util.Date
import org.yanka.app.R
import org.yanka.app.core.Confidence
import org.yanka.app.core.Moment
import org.yanka.app.core.Provenance
import org.yanka.app.core.Severity

/** Date and time in the app's language and the device's time zone. */
fun formatTime(views: ViewFactory, moment: Moment): String =
    DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, views.context.resources.configuration.locales[0]).format(Date(moment.unixMs))

fun ViewFactory.sourceText(source: Provenance): String {
    val retrieved = text(R.string.source_looked_up, source.source, source.retrieved)
    val dated = source.published?.let { "$retrieved · ${text(R.string.source_published, it)}" } ?: retrieved
    return if (source.confidence == Confidence.MEMORY) "$dated · ${text(R.string.source_unconfirmed)}" else dated
}

/** A title and, on a second line, a smaller and lighter [detail]. */
fun ViewFactory.titleWithDetail(title: String, detail: String): CharSequence = if (detail.isEmpty()) title else SpannableString("$title\n$detail").apply {
    setSpan(RelativeSizeSpan(15f / 18), title.length + 1, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
    setSpan(ForegroundColorSpan(color(R.color.quiet)), title.length + 1, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
}

/**
 * [text] with the ranges of [findings] coloured and underlined and the ranges of [owners] (registrable domains) in
 * bold. Ranges are in UTF-16 code units; ranges outside the text are ignored.
 */
fun ViewFactory.highlighted(text: String, findings: List<Pair<IntRange, Severity>>, owners: List<IntRange>): CharSequence =
    SpannableString(text).apply {
        fun IntRange.isInside() = first >= 0 && last < text.length && !isEmpty()
        findings.filter { it.first.isInside() }.forEach { (range, severity) ->
            val background = if (severity == Severity.DANGER) R.color.mark_danger else R.color.mark_caution
            setSpan(BackgroundColorSpan(color(background)), range.first, range.last + 1, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
            setSpan(UnderlineSpan(), range.first, range.last + 1, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
        }
        owners.filter { it.isInside() }.forEach {
            setSpan(StyleSpan(Typeface.BOLD), it.first, it.last + 1, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
        }
    }
