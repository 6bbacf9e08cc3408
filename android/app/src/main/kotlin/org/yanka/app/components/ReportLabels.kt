// Names, icons and colours of the core's enums, as resource ids.
package org.yanka.app.components

import org.yanka.app.R
import org.yanka.app.core.Origin
import org.yanka.app.core.Severity
import org.yanka.app.core.Urgency
import org.yanka.app.core.Verdict

val Verdict.labelRes get() = when (this) {
    Verdict.DANGER -> R.string.verdict_danger
    Verdict.CAUTION -> R.string.verdict_caution
    Verdict.NOTHING_FOUND -> R.string.verdict_nothing_found
    Verdict.UNREADABLE -> R.string.verdict_unreadable
}
val Verdict.iconRes get() = when (this) {
    Verdict.DANGER -> R.drawable.ic_danger
    Verdict.CAUTION -> R.drawable.ic_caution
    Verdict.NOTHING_FOUND -> R.drawable.ic_nothing_found
    Verdict.UNREADABLE -> R.drawable.ic_unreadable
}
val Verdict.backgroundRes get() = when (this) {
    Verdict.DANGER -> R.drawable.verdict_danger
    Verdict.CAUTION -> R.drawable.verdict_caution
    Verdict.NOTHING_FOUND -> R.drawable.verdict_nothing_found
    Verdict.UNREADABLE -> R.drawable.verdict_unreadable
}
val Verdict.colorRes get() = when (this) {
    Verdict.DANGER -> R.color.danger
    Verdict.CAUTION -> R.color.caution
    Verdict.NOTHING_FOUND -> R.color.nothing_found
    Verdict.UNREADABLE -> R.color.unreadable
}
val Severity.labelRes get() = when (this) {
    Severity.DANGER -> R.string.severity_danger
    Severity.CAUTION -> R.string.severity_caution
    Severity.INFO -> R.string.severity_info
}
val Urgency.labelRes get() = when (this) {
    Urgency.SECONDS -> R.string.urgency_seconds
    Urgency.MINUTES -> R.string.urgency_minutes
    Urgency.HOURS -> R.string.urgency_hours
    Urgency.DAYS -> R.string.urgency_days
}
val Origin.labelRes get() = when (this) {
    Origin.PARCEL -> R.string.origin_parcel
    Origin.MESSAGE -> R.string.origin_message
    Origin.CALL -> R.string.origin_call
    Origin.UNKNOWN -> R.string.origin_unknown
}
val Severity.colorRes get() = when (this) {
    Severity.DANGER -> R.color.danger
    Severity.CAUTION -> R.color.caution
    Severity.INFO -> R.color.accent
}
