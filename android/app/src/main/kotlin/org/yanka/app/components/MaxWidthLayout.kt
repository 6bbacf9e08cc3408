// A layout whose only child is at most [maxWidth] pixels wide and centred.
package org.yanka.app.components

import android.content.Context
import android.view.ViewGroup

class MaxWidthLayout(context: Context, private val maxWidth: Int) : ViewGroup(context) {
    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val available = MeasureSpec.getSize(widthSpec)
        val child = getChildAt(0)
        child.measure(MeasureSpec.makeMeasureSpec(minOf(available, maxWidth), MeasureSpec.EXACTLY), MeasureSpec.makeMeasureSpec(0, MeasureSpec.UNSPECIFIED))
        setMeasuredDimension(available, child.measuredHeight)
    }

    override fun onLayout(changed: Boolean, l: Int, t: Int, r: Int, b: Int) {
        val child = getChildAt(0)
        val left = (r - l - child.measuredWidth) / 2
        child.layout(left, 0, left + child.measuredWidth, child.measuredHeight)
    }
}
