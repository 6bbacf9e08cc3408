// Adapters for interfaces of Android's views.
package org.yanka.app.components

import android.os.Build
import android.text.Editable
import android.text.TextWatcher
import android.view.View
import android.view.accessibility.AccessibilityNodeInfo
import android.widget.Button

/** Makes a screen reader announce a view as a button. */
object ButtonRole : View.AccessibilityDelegate() {
    override fun onInitializeAccessibilityNodeInfo(host: View, info: AccessibilityNodeInfo) {
        super.onInitializeAccessibilityNodeInfo(host, info)
        info.className = Button::class.java.name
    }
}

/** Calls [change] with the whole text after each change. */
class AfterTextChanged(private val change: (String) -> Unit) : TextWatcher {
    override fun beforeTextChanged(s: CharSequence?, start: Int, count: Int, after: Int) = Unit
    override fun onTextChanged(s: CharSequence?, start: Int, before: Int, count: Int) = Unit
    override fun afterTextChanged(s: Editable?) = change(s.toString())
}

/** `View.isAccessibilityHeading`, which exists since Android 9; has no effect on older versions. */
var View.isHeading: Boolean
    get() = Build.VERSION.SDK_INT >= 28 && isAccessibilityHeading
    set(value) { if (Build.VERSION.SDK_INT >= 28) isAccessibilityHeading = value }
