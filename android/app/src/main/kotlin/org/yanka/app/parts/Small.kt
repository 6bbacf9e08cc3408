// Small pieces that the platform wants as classes.
package org.yanka.app.parts

import android.os.Build
import android.text.Editable
import android.text.TextWatcher
import android.view.View
import android.view.accessibility.AccessibilityNodeInfo
import android.widget.Button

/** A row of parts that a screen reader announces as one button. */
object AsButton : View.AccessibilityDelegate() {
    override fun onInitializeAccessibilityNodeInfo(host: View, info: AccessibilityNodeInfo) {
        super.onInitializeAccessibilityNodeInfo(host, info)
        info.className = Button::class.java.name
    }
}

class After(private val change: (String) -> Unit) : TextWatcher {
    override fun beforeTextChanged(s: CharSequence?, start: Int, count: Int, after: Int) = Unit
    override fun onTextChanged(s: CharSequence?, start: Int, before: Int, count: Int) = Unit
    override fun afterTextChanged(s: Editable?) = change(s.toString())
}

/** `isAccessibilityHeading` exists since Android 9; before, a heading is only large. */
var View.isHeading: Boolean
    get() = Build.VERSION.SDK_INT >= 28 && isAccessibilityHeading
    set(value) { if (Build.VERSION.SDK_INT >= 28) isAccessibilityHeading = value }
