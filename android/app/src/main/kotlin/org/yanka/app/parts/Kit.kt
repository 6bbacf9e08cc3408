// The components that every screen is made of: sizes, colours and spacing stand here and nowhere else.
package org.yanka.app.parts

import android.content.Context
import android.graphics.Typeface
import android.text.InputType
import android.view.Gravity
import android.view.View
import android.view.ViewGroup
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.widget.Button
import android.widget.CheckBox
import android.widget.EditText
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.ProgressBar
import android.widget.RadioButton
import android.widget.ScrollView
import android.widget.Switch
import android.widget.TextView
import org.yanka.app.R

class Kit(val context: Context) {
    fun dp(n: Int) = (n * context.resources.displayMetrics.density + 0.5f).toInt()
    fun color(id: Int) = context.getColor(id)
    fun text(id: Int, vararg args: Any): String = context.getString(id, *args)

    /** A screen's body: it scrolls, and keeps a readable width on a tablet. */
    fun page(vararg parts: View?): View {
        val column = column(*parts).apply { pad(20, 8, 20, 32) }
        val middle = Narrow(context, dp(640)).apply { addView(column, MATCH_PARENT, WRAP_CONTENT) }
        return ScrollView(context).apply {
            id = R.id.page
            isFillViewport = true
            clipToPadding = false
            addView(middle, MATCH_PARENT, WRAP_CONTENT)
        }
    }

    fun column(vararg parts: View?, gap: Int = 12) = LinearLayout(context).apply {
        orientation = LinearLayout.VERTICAL
        parts.filterNotNull().forEachIndexed { i, part ->
            addView(part, params(part).apply { topMargin = if (i == 0) 0 else dp(gap) })
        }
    }

    private fun params(part: View) =
        (part.layoutParams as? LinearLayout.LayoutParams) ?: LinearLayout.LayoutParams(MATCH_PARENT, WRAP_CONTENT)

    /** A rounded card. */
    fun card(vararg parts: View?, fill: Int = R.drawable.card, gap: Int = 8) =
        column(*parts, gap = gap).apply { setBackgroundResource(fill); pad(18, 16, 18, 16) }

    fun heading(words: CharSequence) = label(words, 19f, bold = true).apply {
        isHeading = true
        pad(0, 14, 0, 0)
    }

    fun body(words: CharSequence) = label(words, 18f)
    fun strong(words: CharSequence) = label(words, 18f, bold = true)
    fun small(words: CharSequence) = label(words, 15f, R.color.quiet)

    fun label(words: CharSequence, sp: Float, color: Int = R.color.ink, bold: Boolean = false) = TextView(context).apply {
        text = words
        textSize = sp
        setTextColor(color(color))
        setLineSpacing(0f, 1.18f)
        breakStrategy = android.text.Layout.BREAK_STRATEGY_SIMPLE
        hyphenationFrequency = android.text.Layout.HYPHENATION_FREQUENCY_NORMAL
        if (bold) typeface = Typeface.DEFAULT_BOLD
    }

    fun icon(id: Int, size: Int = 28, tint: Int = R.color.accent) = ImageView(context).apply {
        setImageResource(id)
        setColorFilter(color(tint))
        importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
        layoutParams = LinearLayout.LayoutParams(dp(size), dp(size))
    }

    /** One of the few large ways in: sign, word, and a quieter line. */
    fun bigButton(icon: Int, words: String, more: String, first: Boolean, tap: () -> Unit) = row(
        icon(icon, 40, if (first) R.color.on_accent else R.color.accent),
        column(
            label(words, 22f, if (first) R.color.on_accent else R.color.ink, bold = true),
            label(more, 16f, if (first) R.color.on_accent else R.color.quiet), gap = 2,
        ),
    ).apply {
        setBackgroundResource(if (first) R.drawable.button_main else R.drawable.button_card)
        pad(20, 20, 20, 20)
        minimumHeight = dp(88)
        tappable("$words，$more", tap)
    }

    /** The one thing to do. */
    fun mainButton(words: String, icon: Int? = null, tap: () -> Unit) = button(words, R.drawable.button_main, R.color.on_accent, icon, tap)

    fun quietButton(words: String, icon: Int? = null, tap: () -> Unit) = button(words, R.drawable.button_card, R.color.accent, icon, tap)

    fun dangerButton(words: String, icon: Int? = null, tap: () -> Unit) = button(words, R.drawable.button_danger, R.color.on_verdict, icon, tap)

    private fun button(words: String, fill: Int, ink: Int, icon: Int?, tap: () -> Unit) = Button(context, null, 0).apply {
        text = words
        textSize = 18f
        isAllCaps = false
        typeface = Typeface.DEFAULT_BOLD
        gravity = Gravity.CENTER
        setTextColor(color(ink))
        setBackgroundResource(fill)
        minHeight = dp(56)
        minimumHeight = dp(56)
        stateListAnimator = null
        isFocusable = true
        pad(18, 12, 18, 12)
        if (icon != null) {
            val sign = context.getDrawable(icon)!!.mutate().apply { setTint(color(ink)); setBounds(0, 0, dp(24), dp(24)) }
            setCompoundDrawablesRelative(sign, null, null, null)
            compoundDrawablePadding = dp(10)
            gravity = Gravity.CENTER_VERTICAL or Gravity.START
        }
        setOnClickListener { tap() }
    }

    /** One line that leads somewhere. */
    fun line(icon: Int?, words: String, more: String = "", tap: () -> Unit) = row(
        icon?.let { icon(it, 26) },
        column(label(words, 18f), if (more.isEmpty()) null else small(more), gap = 2),
        icon(R.drawable.ic_forward, 18, R.color.quiet), fills = if (icon == null) 0 else 1,
    ).apply {
        setBackgroundResource(R.drawable.button_card)
        pad(18, 14, 14, 14)
        minimumHeight = dp(60)
        tappable(if (more.isEmpty()) words else "$words，$more", tap)
    }

    /** Parts side by side; the one at [fills] takes what is left. */
    fun row(vararg parts: View?, fills: Int = 1, gap: Int = 14) = LinearLayout(context).apply {
        gravity = Gravity.CENTER_VERTICAL
        parts.filterNotNull().forEachIndexed { i, part ->
            val set = part.layoutParams as? LinearLayout.LayoutParams
            val width = if (i == fills) 0 else set?.width ?: WRAP_CONTENT
            addView(part, LinearLayout.LayoutParams(width, set?.height ?: WRAP_CONTENT, if (i == fills) 1f else 0f).apply {
                marginStart = if (i == 0) 0 else dp(gap)
            })
        }
    }

    fun tick(words: CharSequence, on: Boolean, change: (Boolean) -> Unit) = CheckBox(context).apply {
        dress(this, words)
        isChecked = on
        setOnCheckedChangeListener { _, now -> change(now) }
    }

    fun choice(words: CharSequence, on: Boolean, pick: () -> Unit) = RadioButton(context).apply {
        dress(this, words)
        isChecked = on
        setOnClickListener { pick() }
    }

    fun switch(words: String, on: Boolean, change: (Boolean) -> Unit) = Switch(context).apply {
        dress(this, words)
        isChecked = on
        setOnCheckedChangeListener { _, now -> change(now) }
    }

    private fun dress(view: TextView, words: CharSequence) = view.apply {
        text = words
        textSize = 18f
        setTextColor(color(R.color.ink))
        minHeight = dp(60)
        gravity = Gravity.CENTER_VERTICAL
        setBackgroundResource(R.drawable.button_card)
        pad(12, 10, 16, 10)
    }

    fun input(hint: String, value: String, lines: Int = 1, change: (String) -> Unit) = EditText(context).apply {
        this.hint = hint
        textSize = 18f
        setText(value)
        setTextColor(color(R.color.ink))
        setHintTextColor(color(R.color.quiet))
        setBackgroundResource(R.drawable.input)
        minHeight = dp(56)
        minLines = lines
        isSaveEnabled = false
        // What is typed here may be private: the keyboard is asked not to learn it.
        imeOptions = android.view.inputmethod.EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
        inputType = InputType.TYPE_CLASS_TEXT or if (lines > 1) InputType.TYPE_TEXT_FLAG_MULTI_LINE else 0
        if (lines == 1) { setHorizontallyScrolling(false); maxLines = 6 } // a long hint wraps in large type
        gravity = if (lines > 1) Gravity.TOP or Gravity.START else Gravity.CENTER_VERTICAL or Gravity.START
        pad(16, 12, 16, 12)
        addTextChangedListener(After(change))
    }

    fun working(words: String, stop: (() -> Unit)? = null) = column(
        ProgressBar(context).apply {
            layoutParams = LinearLayout.LayoutParams(dp(64), dp(64)).apply { gravity = Gravity.CENTER_HORIZONTAL }
            importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
        },
        label(words, 20f).apply {
            gravity = Gravity.CENTER
            accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE
        },
        stop?.let { quietButton(text(R.string.action_stop), tap = it) }, gap = 20,
    ).apply { pad(0, 48, 0, 0) }

    fun trouble(sentence: String, again: (() -> Unit)? = null) = card(
        strong(text(R.string.error_title)),
        body(sentence).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE },
        again?.let { quietButton(text(R.string.action_again), tap = it) },
    )

    fun empty(words: String) = label(words, 18f, R.color.quiet).apply { pad(4, 24, 4, 24) }

    /** One thing to tap and to hear: its parts are not said a second time. */
    private fun ViewGroup.tappable(words: String, tap: () -> Unit) {
        for (i in 0 until childCount) getChildAt(i).importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO_HIDE_DESCENDANTS
        contentDescription = words
        isClickable = true
        isFocusable = true
        setOnClickListener { tap() }
        accessibilityDelegate = AsButton
    }

    private fun View.pad(start: Int, top: Int, end: Int, bottom: Int) = setPaddingRelative(dp(start), dp(top), dp(end), dp(bottom))
}

/** Its children are never wider than [most], and stand in the middle. */
class Narrow(context: Context, private val most: Int) : ViewGroup(context) {
    override fun onMeasure(width: Int, height: Int) {
        val given = MeasureSpec.getSize(width)
        val child = getChildAt(0)
        child.measure(MeasureSpec.makeMeasureSpec(minOf(given, most), MeasureSpec.EXACTLY), MeasureSpec.makeMeasureSpec(0, MeasureSpec.UNSPECIFIED))
        setMeasuredDimension(given, child.measuredHeight)
    }

    override fun onLayout(changed: Boolean, l: Int, t: Int, r: Int, b: Int) {
        val child = getChildAt(0)
        val left = (r - l - child.measuredWidth) / 2
        child.layout(left, 0, left + child.measuredWidth, child.measuredHeight)
    }
}
