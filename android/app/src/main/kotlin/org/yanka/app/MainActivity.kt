// The one window: a stack of screens, the ways in, the way back, and the log's lock before those of the log.
package org.yanka.app

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.graphics.Color
import android.os.Build
import android.os.Bundle
import android.view.View
import android.view.WindowInsets
import android.view.WindowManager
import android.widget.FrameLayout
import android.widget.LinearLayout
import android.widget.ScrollView
import org.yanka.app.core.Language
import org.yanka.app.parts.Kit
import org.yanka.app.parts.bar
import org.yanka.app.screens.ResultScreen
import org.yanka.app.screens.lockedPage
import org.yanka.app.screens.screen
import org.yanka.app.ways.Intake
import org.yanka.app.ways.Outgoing
import org.yanka.app.ways.Speaker

class MainActivity : Activity() {
    private var stack = mutableListOf<Screen>()
    val top get() = stack.last()
    private val app get() = application as YankaApp

    /** What is on top is of the log or was opened from it, and the log is locked. */
    val locked get() = app.lock.closed && stack.any { it.ofLog }
    val out = Outgoing(this)
    val speaker by lazy { Speaker(this) }
    private val intake by lazy { Intake(this) }
    private lateinit var frame: FrameLayout
    private var back: Any? = null

    /** True until it is known that none of the screens is an answer: a process that ended may have left a copy. */
    private var answered = true

    override fun attachBaseContext(base: Context) = super.attachBaseContext(Settings.applied(base))

    override fun onCreate(saved: Bundle?) {
        super.onCreate(saved)
        app.shell = this
        val before = app.core.language
        app.core.language = when (getString(R.string.core_language)) {
            "en" -> Language.EN
            "zh-hant" -> Language.ZH_HANT
            else -> Language.ZH_HANS
        }
        edgeToEdge()
        frame = FrameLayout(this).apply {
            id = R.id.frame
            setBackgroundColor(getColor(R.color.ground))
            setOnApplyWindowInsetsListener { view, insets -> clear(view, insets); insets }
        }
        setContentView(frame)
        @Suppress("UNCHECKED_CAST", "DEPRECATION")
        val kept = lastNonConfigurationInstance as? MutableList<Screen>
        when {
            kept != null -> stack = kept
            saved != null -> saved.getStringArrayList(STACK).orEmpty().forEachIndexed { i, entry ->
                val (name, arg) = entry.split(SEPARATOR, limit = 2)
                // What was being read went with its process.
                if (arg == ResultScreen.WAITING) return@forEachIndexed
                stack += screen(name, arg).also { it.restore(saved.getStringArrayList(STATES)?.getOrNull(i).orEmpty()) }
            }
        }
        val fresh = stack.isEmpty()
        if (fresh) stack += screen(if (app.settings.started) "home" else "first-run", "")
        stack.forEach { it.shell = this }
        val translated = kept != null && before != app.core.language
        if (translated) app.check.again()
        if (kept == null || translated) stack.forEach { begin(it) }
        moved()
        if (fresh) {
            val now = System.currentTimeMillis()
            // No window was saved, so no camera is still to answer.
            app.core.afterChecks { app.place.sweepPhotos(before = now) }
            intake.take(intent)
        }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        intake.take(intent)
    }

    override fun onResume() {
        super.onResume()
        if (!locked) top.resumed()
    }

    override fun onStop() {
        super.onStop()
        if (isChangingConfigurations) return
        app.lock.close()
        if (locked) redraw() // nothing of the log is left in the window
    }

    @Deprecated("the platform's own way that needs no library")
    override fun onRetainNonConfigurationInstance(): Any = stack

    override fun onSaveInstanceState(out: Bundle) {
        super.onSaveInstanceState(out)
        out.putStringArrayList(STACK, ArrayList(stack.map { it.name + SEPARATOR + it.arg }))
        out.putStringArrayList(STATES, ArrayList(stack.map { it.save() }))
        intake.save(out)
    }

    override fun onRestoreInstanceState(saved: Bundle) {
        super.onRestoreInstanceState(saved)
        intake.restore(saved)
    }

    override fun onDestroy() {
        if (app.shell === this) { // a newer window has a check of its own
            app.shell = null
            if (isFinishing) app.check.forget()
        }
        speaker.close()
        super.onDestroy()
    }

    @Deprecated("the platform's own way that needs no library")
    override fun onActivityResult(request: Int, result: Int, data: Intent?) {
        super.onActivityResult(request, result, data)
        val owner = result == RESULT_OK
        when (request) {
            Outgoing.UNLOCK -> if (owner && locked) unlocked()
            Outgoing.UNLOCK_TO_TURN_OFF -> { if (owner) app.settings.lockLog = false; redraw() }
            else -> intake.answered(request, result, data)
        }
    }

    private fun unlocked() {
        app.lock.open()
        stack.filter { !it.begun }.forEach { begin(it) }
        redraw()
    }

    /** Starts [screen]; behind the closed lock nothing is asked of the log. */
    private fun begin(screen: Screen) {
        screen.begun = !app.lock.closed || stack.takeWhile { it !== screen }.plus(screen).none { it.ofLog }
        if (screen.begun) screen.start()
    }

    val ways get() = intake

    fun go(name: String, arg: String = "") {
        stack += screen(name, arg).also { it.shell = this }
        begin(top)
        moved()
        if (locked) out.unlock() else top.resumed()
    }

    /** Goes to a screen in place of this one. */
    fun replace(name: String, arg: String = "") {
        stack.removeAt(stack.lastIndex)
        go(name, arg)
    }

    /** Forgets where the person was: something new came in. */
    fun fromHome(name: String, arg: String = "") {
        stack.clear()
        stack += screen("home", "").also { it.shell = this }
        if (name != "home") go(name, arg) else { begin(top); moved() }
    }

    /** The screens are others than before: what was given goes with its answer, and the lock closes behind the log. */
    private fun moved() {
        val before = answered
        answered = stack.any { it.answers }
        if (before && !answered) app.check.forget()
        if (stack.none { it.ofLog }) app.lock.close()
        redraw()
    }

    fun back() {
        if (stack.size > 1) {
            stack.removeAt(stack.lastIndex)
            moved()
            if (!locked) top.resumed()
        } else finish()
    }

    @Deprecated("before Android 13")
    override fun onBackPressed() = back()

    fun redraw() {
        if (isDestroyed) return
        val kit = Kit(this)
        val screen = top
        val old = frame.findViewById<ScrollView>(R.id.page)?.takeIf { frame.tag === screen }?.scrollY ?: 0
        secret(screen.secret)
        val column = LinearLayout(this).apply { orientation = LinearLayout.VERTICAL }
        column.addView(kit.bar(screen, stack.size > 1), LinearLayout.LayoutParams.MATCH_PARENT, LinearLayout.LayoutParams.WRAP_CONTENT)
        column.addView(if (locked) lockedPage(kit) { out.unlock() } else screen.draw(kit), LinearLayout.LayoutParams(LinearLayout.LayoutParams.MATCH_PARENT, 0, 1f))
        frame.removeAllViews()
        frame.addView(column)
        frame.tag = screen
        screen.drawn = true
        title = getString(screen.title)
        if (old > 0) frame.findViewById<View>(R.id.page)?.let { page -> page.post { page.scrollTo(0, old) } }
        listenForBack()
    }

    private fun secret(on: Boolean) =
        if (on) window.addFlags(WindowManager.LayoutParams.FLAG_SECURE) else window.clearFlags(WindowManager.LayoutParams.FLAG_SECURE)

    /** Predictive back: the system shows where it leads only while nothing is in its way. */
    private fun listenForBack() {
        if (Build.VERSION.SDK_INT < 33) return
        val wanted = stack.size > 1
        if (wanted && back == null) back = BackPress(this).also { it.listen() }
        if (!wanted && back != null) { (back as BackPress).stop(); back = null }
    }

    @Suppress("DEPRECATION")
    private fun edgeToEdge() {
        if (Build.VERSION.SDK_INT >= 30) window.setDecorFitsSystemWindows(false)
        else window.decorView.systemUiVisibility = window.decorView.systemUiVisibility or
            View.SYSTEM_UI_FLAG_LAYOUT_STABLE or View.SYSTEM_UI_FLAG_LAYOUT_FULLSCREEN or View.SYSTEM_UI_FLAG_LAYOUT_HIDE_NAVIGATION
        window.statusBarColor = Color.TRANSPARENT
        window.navigationBarColor = Color.TRANSPARENT
    }

    @Suppress("DEPRECATION")
    private fun clear(view: View, insets: WindowInsets) {
        if (Build.VERSION.SDK_INT >= 30) {
            val bars = insets.getInsets(WindowInsets.Type.systemBars() or WindowInsets.Type.displayCutout() or WindowInsets.Type.ime())
            view.setPadding(bars.left, bars.top, bars.right, bars.bottom)
        } else view.setPadding(insets.systemWindowInsetLeft, insets.systemWindowInsetTop, insets.systemWindowInsetRight, insets.systemWindowInsetBottom)
    }

    companion object {
        private const val STACK = "stack"
        private const val STATES = "states"
        private const val SEPARATOR = '\n'
    }
}
