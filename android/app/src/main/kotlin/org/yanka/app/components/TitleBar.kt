// The bar above every screen: where the person is, and the way back.
package org.yanka.app.components

import android.view.View
import android.widget.ImageButton
import org.yanka.app.R
import org.yanka.app.Screen

fun ViewFactory.titleBar(screen: Screen, canGoBack: Boolean): View {
    val back = if (!canGoBack) null else ImageButton(context).apply {
        setImageResource(R.drawable.ic_back)
        setColorFilter(color(R.color.ink))
        setBackgroundResource(R.drawable.button_round)
        contentDescription = text(R.string.action_back)
        layoutParams = android.widget.LinearLayout.LayoutParams(dp(52), dp(52))
        setOnClickListener { screen.activity.back() }
    }
    val title = label(text(screen.title), 22f, bold = true).apply { id = R.id.title; isHeading = true }
    return row(back, title, stretch = if (canGoBack) 1 else 0, gap = 8).apply {
        minimumHeight = dp(60)
        setPaddingRelative(dp(if (canGoBack) 8 else 20), dp(6), dp(16), dp(2))
    }
}
