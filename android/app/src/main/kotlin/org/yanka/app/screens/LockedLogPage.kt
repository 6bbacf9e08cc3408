// Drawn instead of a screen of the log, and of screens opened from it, while the log is locked.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.components.ViewFactory

fun lockedLogPage(views: ViewFactory, unlock: () -> Unit): View = with(views) {
    page(icon(R.drawable.ic_lock, 64), body(text(R.string.log_unlock_reason)), primaryButton(text(R.string.log_unlock), tap = unlock))
}
