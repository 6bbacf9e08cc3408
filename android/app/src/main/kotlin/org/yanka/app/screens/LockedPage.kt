// What is drawn instead of the log, and of all that was opened from it, while its lock is closed.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.parts.Kit

fun lockedPage(kit: Kit, unlock: () -> Unit): View = with(kit) {
    page(icon(R.drawable.ic_lock, 64), body(text(R.string.log_unlock_reason)), mainButton(text(R.string.log_unlock), tap = unlock))
}
