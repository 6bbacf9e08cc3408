// Creates the views that all screens are made of. Sizes, colours and spacing are set here and nowhere else.
// Knows no records of the core; those are in ReportViews.kt.
package org.yanka.app.components

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

class ViewFactory(val context: Context) {
    fun dp(n: Int) = (n * context.resources.displayMetrics.density + 0.5f).toInt()
    fun color(id: Int) = context.getColor(id)
    fun text(id: Int, vararg args: Any): String = context.getString(id, *args)

    /** The scrolling content of a screen, at most [MAX_PAGE_WIDTH] wide so that lines stay readable on a tablet. */
    fun page(vararg children: View?): View {
        val column = column(*children).apply { pad(20, 8, 20, 32) }
        val centred = MaxWidthLayout(context, dp(MAX_PAGE_WIDTH)).apply { addView(column, MATCH_PARENT, WRAP_CONTENT) }
        return ScrollView(context).apply {
            id = R.id.page
            isFillViewport = true
            clipToPadding = false
            addView(centred, MATCH_PARENT, WRAP_CONTENT)
        }
    }

    fun column(vararg children: View?, gap: Int = 12) = LinearLayout(context).apply {
        orientation = LinearLayout.VERTICAL
        children.filterNotNull().forEachIndexed { i, child ->
            addView(child, layoutParams(child).apply { topMargin = if (i == 0) 0 else dp(gap) })
        }
    }

    private fun layoutParams(child: View) =
        (child.layoutParams as? LinearLayout.LayoutParams) ?: LinearLayout.LayoutParams(MATCH_PARENT, WRAP_CONTENT)

    fun card(vararg children: View?, fill: Int = R.drawable.card, gap: Int = 8) =
        column(*children, gap = gap).apply { setBackgroundResource(fill); pad(18, 16, 18, 16) }

    fun heading(content: CharSequence) = label(content, 19f, bold = true).apply {
        isHeading = true
        pad(0, 14, 0, 0)
    }

    fun body(content: CharSequence) = label(content, 18f)
    fun boldText(content: CharSequence) = label(content, 18f, bold = true)
    fun caption(content: CharSequence) = label(content, 15f, R.color.quiet)

    fun label(content: CharSequence, sp: Float, color: Int = R.color.ink, bold: Boolean = false) = TextView(context).apply {
        text = content
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

    /** A large button with an icon, a label and a description. [isPrimary] marks the main one of several. */
    fun largeButton(icon: Int, title: String, detail: String, isPrimary: Boolean, tap: () -> Unit) = row(
        icon(icon, 40, if (isPrimary) R.color.on_accent else R.color.accent),
        column(
            label(title, 22f, if (isPrimary) R.color.on_accent else R.color.ink, bold = true),
            label(detail, 16f, if (isPrimary) R.color.on_accent else R.color.quiet), gap = 2,
        ),
    ).apply {
        setBackgroundResource(if (isPrimary) R.drawable.button_main else R.drawable.button_card)
        pad(20, 20, 20, 20)
        minimumHeight = dp(88)
        actAsButton("$title，$detail", tap)
    }

    /** The button for the main action of a screen. */
    fun primaryButton(title: String, icon: Int? = null, tap: () -> Unit) = button(title, R.drawable.button_main, R.color.on_accent, icon, tap)

    fun secondaryButton(title: String, icon: Int? = null, tap: () -> Unit) = button(title, R.drawable.button_card, R.color.accent, icon, tap)

    fun dangerButton(title: String, icon: Int? = null, tap: () -> Unit) = button(title, R.drawable.button_danger, R.color.on_verdict, icon, tap)

    private fun button(title: String, fill: Int, ink: Int, icon: Int?, tap: () -> Unit) = Button(context, null, 0).apply {
        text = title
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
            val drawable = context.getDrawable(icon)!!.mutate().apply { setTint(color(ink)); setBounds(0, 0, dp(24), dp(24)) }
            setCompoundDrawablesRelative(drawable, null, null, null)
            compoundDrawablePadding = dp(10)
            gravity = Gravity.CENTER_VERTICAL or Gravity.START
        }
        setOnClickListener { tap() }
    }

    /** A row that opens another screen. */
    fun navigationRow(icon: Int?, title: String, detail: String = "", tap: () -> Unit) = row(
        icon?.let { icon(it, 26) },
        column(label(title, 18f), if (detail.isEmpty()) null else caption(detail), gap = 2),
        icon(R.drawable.ic_forward, 18, R.color.quiet), stretch = if (icon == null) 0 else 1,
    ).apply {
        setBackgroundResource(R.drawable.button_card)
        pad(18, 14, 14, 14)
        minimumHeight = dp(60)
        actAsButton(if (detail.isEmpty()) title else "$title，$detail", tap)
    }

    /** Views side by side; the one at index [stretch] takes the remaining width. */
    fun row(vararg children: View?, stretch: Int = 1, gap: Int = 14) = LinearLayout(context).apply {
        gravity = Gravity.CENTER_VERTICAL
        children.filterNotNull().forEachIndexed { i, child ->
            val set = child.layoutParams as? LinearLayout.LayoutParams
            val width = if (i == stretch) 0 else set?.width ?: WRAP_CONTENT
            addView(child, LinearLayout.LayoutParams(width, set?.height ?: WRAP_CONTENT, if (i == stretch) 1f else 0f).apply {
                marginStart = if (i == 0) 0 else dp(gap)
            })
        }
    }

    fun checkBox(content: CharSequence, on: Boolean, change: (Boolean) -> Unit) = CheckBox(context).apply {
        styleOption(this, content)
        isChecked = on
        setOnCheckedChangeListener { _, now -> change(now) }
    }

    fun radioButton(content: CharSequence, on: Boolean, pick: () -> Unit) = RadioButton(context).apply {
        styleOption(this, content)
        isChecked = on
        setOnClickListener { pick() }
    }

    fun switch(title: String, on: Boolean, change: (Boolean) -> Unit) = Switch(context).apply {
        styleOption(this, title)
        isChecked = on
        setOnCheckedChangeListener { _, now -> change(now) }
    }

    private fun styleOption(view: TextView, content: CharSequence) = view.apply {
        text = content
        textSize = 18f
        setTextColor(color(R.color.ink))
        minHeight = dp(60)
        gravity = Gravity.CENTER_VERTICAL
        setBackgroundResource(R.drawable.button_card)
        pad(12, 10, 16, 10)
    }

    fun textField(hint: String, value: String, lines: Int = 1, change: (String) -> Unit) = EditText(context).apply {
        this.hint = hint
        textSize = 18f
        setText(value)
        setTextColor(color(R.color.ink))
        setHintTextColor(color(R.color.quiet))
        setBackgroundResource(R.drawable.input)
        minHeight = dp(56)
        minLines = lines
        isSaveEnabled = false
        // The text may be private: ask the keyboard not to learn from it.
        imeOptions = android.view.inputmethod.EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
        inputType = InputType.TYPE_CLASS_TEXT or if (lines > 1) InputType.TYPE_TEXT_FLAG_MULTI_LINE else 0
        if (lines == 1) { setHorizontallyScrolling(false); maxLines = 6 } // a long hint wraps at large text sizes
        gravity = if (lines > 1) Gravity.TOP or Gravity.START else Gravity.CENTER_VERTICAL or Gravity.START
        pad(16, 12, 16, 12)
        addTextChangedListener(AfterTextChanged(change))
    }

    fun progressView(title: String, stop: (() -> Unit)? = null) = column(
        ProgressBar(context).apply {
            layoutParams = LinearLayout.LayoutParams(dp(64), dp(64)).apply { gravity = Gravity.CENTER_HORIZONTAL }
            importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
        },
        label(title, 20f).apply {
            gravity = Gravity.CENTER
            accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE
        },
        stop?.let { secondaryButton(text(R.string.action_stop), tap = it) }, gap = 20,
    ).apply { pad(0, 48, 0, 0) }

    fun errorCard(sentence: String, again: (() -> Unit)? = null) = card(
        boldText(text(R.string.error_title)),
        body(sentence).apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE },
        again?.let { secondaryButton(text(R.string.action_again), tap = it) },
    )

    fun emptyText(title: String) = label(title, 18f, R.color.quiet).apply { pad(4, 24, 4, 24) }

    /** Makes a group one button for touch and for screen readers, which then skip its children. */
    private fun ViewGroup.actAsButton(description: String, tap: () -> Unit) {
        for (i in 0 until childCount) getChildAt(i).importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO_HIDE_DESCENDANTS
        contentDescription = description
        isClickable = true
        isFocusable = true
        setOnClickListener { tap() }
        accessibilityDelegate = ButtonRole
    }

    private fun View.pad(start: Int, top: Int, end: Int, bottom: Int) = setPaddingRelative(dp(start), dp(top), dp(end), dp(bottom))

    private companion object {
        /** In dp. Empirical; no measurement recorded. */
        const val MAX_PAGE_WIDTH = 640
    }
}
