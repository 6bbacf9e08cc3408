// Looks at the screen as laid out: is a word cut, a target too small, a sign without a name, a colour too faint?
package org.yanka.app

import android.app.Activity
import android.graphics.Color
import android.view.View
import android.view.ViewGroup
import android.widget.EditText
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.TextView

object Look {
    fun faults(activity: Activity): List<String> {
        val root = activity.findViewById<View>(R.id.frame)!!
        val density = activity.resources.displayMetrics.density
        return all(root).flatMap { view -> cut(view) + small(view, density) + nameless(view) + faint(view) + outside(view) + order(view) + covered(view) }
    }

    fun all(view: View): List<View> =
        listOf(view) + ((view as? ViewGroup)?.let { g -> (0 until g.childCount).flatMap { all(g.getChildAt(it)) } } ?: emptyList())

    private fun said(view: View) = (view as? TextView)?.text?.take(20) ?: view.contentDescription ?: view.javaClass.simpleName

    private fun cut(view: View): List<String> {
        if (view !is TextView || view.width == 0) return emptyList()
        val layout = view.layout ?: return listOf("never laid out: ${said(view)}")
        val room = view.height - view.totalPaddingTop - view.totalPaddingBottom
        val across = view.width - view.totalPaddingLeft - view.totalPaddingRight
        val hint = view.hint?.takeIf { view.text.isEmpty() && view.maxLines == 1 }
        return listOfNotNull(
            if (hint != null && view.paint.measureText(hint.toString()) > across + 1) "hint cut: $hint" else null,
            if (view !is EditText && layout.height > room + 1) "cut below: ${said(view)}" else null,
            (0 until layout.lineCount).firstOrNull { layout.getLineMax(it) > view.width - view.totalPaddingLeft - view.totalPaddingRight + 1 }?.let { "cut at the side: ${said(view)}" },
            (0 until layout.lineCount).firstOrNull { layout.getEllipsisCount(it) > 0 }?.let { "dots for words: ${said(view)}" },
        )
    }

    private fun small(view: View, density: Float): List<String> =
        if (!view.isClickable || view.width >= 48 * density - 1 && view.height >= 48 * density - 1) emptyList()
        else listOf("too small to tap: ${said(view)} ${(view.width / density).toInt()}x${(view.height / density).toInt()}")

    private fun nameless(view: View): List<String> {
        val named = !view.contentDescription.isNullOrEmpty() || (view as? TextView)?.let { !it.text.isNullOrEmpty() || !it.hint.isNullOrEmpty() } == true ||
            (view as? ViewGroup)?.let { g -> all(g).any { it is TextView && it.text.isNotEmpty() } } == true
        val shown = view is ImageView && view.isImportantForAccessibility
        return if ((view.isClickable || shown) && !named) listOf("no name: ${view.javaClass.simpleName}") else emptyList()
    }

    /** WCAG 2.1, 1.4.3, over the colour that the nearest filled parent has. */
    private fun faint(view: View): List<String> {
        if (view !is TextView || view.text.isEmpty()) return emptyList()
        val ground = ground(view) ?: return emptyList()
        val ratio = contrast(view.currentTextColor, ground)
        return if (ratio < 4.5) listOf("faint %.1f: %s".format(ratio, said(view))) else emptyList()
    }

    private fun ground(view: View): Int? = generateSequence(view) { it.parent as? View }.firstNotNullOfOrNull { fill(it.background) }

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

    /** What is heard and tabbed through in the order of the tree stands on the screen in that order. */
    private fun order(view: View): List<String> {
        if (view.accessibilityTraversalBefore != View.NO_ID || view.accessibilityTraversalAfter != View.NO_ID) return listOf("an order of its own: ${said(view)}")
        val line = view as? LinearLayout ?: return emptyList()
        val shown = (0 until line.childCount).map { line.getChildAt(it) }.filter { it.visibility == View.VISIBLE }
        val places = shown.map { if (line.orientation == LinearLayout.VERTICAL) it.top else if (line.layoutDirection == View.LAYOUT_DIRECTION_RTL) -it.right else it.left }
        return if (places == places.sorted()) emptyList() else listOf("out of order: ${shown.map(::said)}")
    }

    /** No part of a row or column lies over the next. */
    private fun covered(view: View): List<String> {
        val line = view as? LinearLayout ?: return emptyList()
        val shown = (0 until line.childCount).map { line.getChildAt(it) }.filter { it.visibility == View.VISIBLE }
        return shown.zipWithNext().filter { (a, b) -> a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom }
            .map { (a, b) -> "${said(a)} lies over ${said(b)}" }
    }

    private fun outside(view: View): List<String> {
        val parent = view.parent as? ViewGroup ?: return emptyList()
        return if (view.visibility == View.VISIBLE && (view.left < 0 || view.right > parent.width + 1)) listOf("outside its parent: ${said(view)}") else emptyList()
    }
}
