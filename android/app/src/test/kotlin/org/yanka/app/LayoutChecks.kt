// Checks the laid-out views of a screen: cut text, small touch targets, missing descriptions, low contrast, overlaps
// and the accessibility order.
package org.yanka.app

import android.app.Activity
import android.graphics.Color
import android.view.View
import android.view.ViewGroup
import android.widget.EditText
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.TextView

object LayoutChecks {
    fun violations(activity: Activity): List<String> {
        val root = activity.findViewById<View>(R.id.frame)!!
        val density = activity.resources.displayMetrics.density
        return all(root).flatMap { view -> cutText(view) + smallTarget(view, density) + missingDescription(view) + lowContrast(view) + outsideParent(view) + focusOrder(view) + overlaps(view) }
    }

    fun all(view: View): List<View> =
        listOf(view) + ((view as? ViewGroup)?.let { g -> (0 until g.childCount).flatMap { all(g.getChildAt(it)) } } ?: emptyList())

    private fun describe(view: View) = (view as? TextView)?.text?.take(20) ?: view.contentDescription ?: view.javaClass.simpleName

    private fun cutText(view: View): List<String> {
        if (view !is TextView || view.width == 0) return emptyList()
        val layout = view.layout ?: return listOf("never laid out: ${describe(view)}")
        val height = view.height - view.totalPaddingTop - view.totalPaddingBottom
        val width = view.width - view.totalPaddingLeft - view.totalPaddingRight
        val hint = view.hint?.takeIf { view.text.isEmpty() && view.maxLines == 1 }
        return listOfNotNull(
            if (hint != null && view.paint.measureText(hint.toString()) > width + 1) "hint cut: $hint" else null,
            if (view !is EditText && layout.height > height + 1) "cut below: ${describe(view)}" else null,
            (0 until layout.lineCount).firstOrNull { layout.getLineMax(it) > view.width - view.totalPaddingLeft - view.totalPaddingRight + 1 }?.let { "cut at the side: ${describe(view)}" },
            (0 until layout.lineCount).firstOrNull { layout.getEllipsisCount(it) > 0 }?.let { "ellipsis: ${describe(view)}" },
        )
    }

    private fun smallTarget(view: View, density: Float): List<String> =
        if (!view.isClickable || view.width >= 48 * density - 1 && view.height >= 48 * density - 1) emptyList()
        else listOf("too small to tap: ${describe(view)} ${(view.width / density).toInt()}x${(view.height / density).toInt()}")

    private fun missingDescription(view: View): List<String> {
        val isDescribed = !view.contentDescription.isNullOrEmpty() || (view as? TextView)?.let { !it.text.isNullOrEmpty() || !it.hint.isNullOrEmpty() } == true ||
            (view as? ViewGroup)?.let { g -> all(g).any { it is TextView && it.text.isNotEmpty() } } == true
        val shown = view is ImageView && view.isImportantForAccessibility
        return if ((view.isClickable || shown) && !isDescribed) listOf("no description: ${view.javaClass.simpleName}") else emptyList()
    }

    /** WCAG 2.1, 1.4.3: a contrast of at least 4.5 with the background of the nearest filled parent. */
    private fun lowContrast(view: View): List<String> {
        if (view !is TextView || view.text.isEmpty()) return emptyList()
        val background = background(view) ?: return emptyList()
        val ratio = contrast(view.currentTextColor, background)
        return if (ratio < 4.5) listOf("low contrast %.1f: %s".format(ratio, describe(view))) else emptyList()
    }

    private fun background(view: View): Int? = generateSequence(view) { it.parent as? View }.firstNotNullOfOrNull { fill(it.background) }

    private fun fill(d: android.graphics.drawable.Drawable?): Int? = when (d) {
        is android.graphics.drawable.GradientDrawable -> d.color?.defaultColor
        is android.graphics.drawable.ColorDrawable -> d.color
        is android.graphics.drawable.RippleDrawable -> fill(d.getDrawable(0))
        else -> null
    }

    private fun contrast(a: Int, b: Int): Double {
        val (l, d) = listOf(a, b).map { Color.luminance(it).toDouble() }.sortedDescending()
        return (l + 0.05) / (d + 0.05)
    }

    /** The order of accessibility and keyboard focus (tree order) equals the visual order. */
    private fun focusOrder(view: View): List<String> {
        if (view.accessibilityTraversalBefore != View.NO_ID || view.accessibilityTraversalAfter != View.NO_ID) return listOf("custom focus order: ${describe(view)}")
        val line = view as? LinearLayout ?: return emptyList()
        val shown = (0 until line.childCount).map { line.getChildAt(it) }.filter { it.visibility == View.VISIBLE }
        val positions = shown.map { if (line.orientation == LinearLayout.VERTICAL) it.top else if (line.layoutDirection == View.LAYOUT_DIRECTION_RTL) -it.right else it.left }
        return if (positions == positions.sorted()) emptyList() else listOf("out of order: ${shown.map(::describe)}")
    }

    /** No child of a row or column overlaps the next one. */
    private fun overlaps(view: View): List<String> {
        val line = view as? LinearLayout ?: return emptyList()
        val shown = (0 until line.childCount).map { line.getChildAt(it) }.filter { it.visibility == View.VISIBLE }
        return shown.zipWithNext().filter { (a, b) -> a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom }
            .map { (a, b) -> "${describe(a)} overlaps ${describe(b)}" }
    }

    private fun outsideParent(view: View): List<String> {
        val parent = view.parent as? ViewGroup ?: return emptyList()
        return if (view.visibility == View.VISIBLE && (view.left < 0 || view.right > parent.width + 1)) listOf("outside its parent: ${describe(view)}") else emptyList()
    }
}
