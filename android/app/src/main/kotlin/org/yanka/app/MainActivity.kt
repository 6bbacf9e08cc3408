// The only activity: the stack of screens, their lifecycle, and the log's lock in front of screens of the log.
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
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.titleBar
import org.yanka.app.core.Language
import org.yanka.app.intents.IntentRouter
import org.yanka.app.intents.OutgoingIntents
import org.yanka.app.platform.SpeechOutput
import org.yanka.app.screens.ResultScreen
import org.yanka.app.screens.lockedLogPage
import org.yanka.app.screens.screen

class MainActivity : Activity() {
    private var stack = mutableListOf<Screen>()
    val top get() = stack.last()
    private val app get() = application as YankaApp

    /** Whether the log is locked and the top screen shows the log or was opened from it. */
    val isLocked get() = app.lock.isClosed && stack.any { it.showsLog }
    val outgoing = OutgoingIntents(this)
    val speech by lazy { SpeechOutput(this) }
    val router by lazy { IntentRouter(this) }
    private lateinit var frame: FrameLayout

    /** A [BackGesture]; untyped, so that versions before Android 13 do not load the class. */
    private var backGesture: Any? = null

    /** Whether the stack had a screen that shows a report. Starts as true: an ended process may have left its inputs on the disk. */
    private var showedReport = true

    override fun attachBaseContext(base: Context) = super.attachBaseContext(Settings.applyTo(base))

    override fun onCreate(saved: Bundle?) {
        super.onCreate(saved)
        app.activity = this
        val oldLanguage = app.core.language
        app.core.language = when (getString(R.string.core_language)) {
            "en" -> Language.EN
            "zh-hant" -> Language.ZH_HANT
            else -> Language.ZH_HANS
        }
        drawEdgeToEdge()
        frame = FrameLayout(this).apply {
            id = R.id.frame
            setBackgroundColor(getColor(R.color.ground))
            setOnApplyWindowInsetsListener { view, insets -> applyInsets(view, insets); insets }
        }
        setContentView(frame)
        @Suppress("UNCHECKED_CAST", "DEPRECATION")
        val retained = lastNonConfigurationInstance as? MutableList<Screen>
        when {
            retained != null -> stack = retained
            saved != null -> saved.getStringArrayList(STACK).orEmpty().forEachIndexed { i, entry ->
                val (name, arg) = entry.split(SEPARATOR, limit = 2)
                // The process that was reading the content has ended.
                if (arg == ResultScreen.READING) return@forEachIndexed
                stack += screen(name, arg).also { it.restore(saved.getStringArrayList(STATES)?.getOrNull(i).orEmpty()) }
            }
        }
        val isNewStack = stack.isEmpty()
        if (isNewStack) stack += screen(if (app.settings.started) "home" else "first-run", "")
        stack.forEach { it.activity = this }
        val languageChanged = retained != null && oldLanguage != app.core.language
        if (languageChanged) app.check.recheck()
        if (retained == null || languageChanged) stack.forEach { startScreen(it) }
        onStackChanged()
        if (isNewStack) {
            val now = System.currentTimeMillis()
            // No activity state was saved, so no camera result is pending.
            app.core.afterChecks { app.directories.deleteCameraPhotos(before = now) }
            router.handle(intent)
        }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        router.handle(intent)
    }

    override fun onResume() {
        super.onResume()
        if (!isLocked) top.onResume()
    }

    override fun onStop() {
        super.onStop()
        if (isChangingConfigurations) return
        app.lock.close()
        if (isLocked) redraw() // removes the log's content from the window
    }

    @Deprecated("the replacement is part of AndroidX")
    override fun onRetainNonConfigurationInstance(): Any = stack

    override fun onSaveInstanceState(out: Bundle) {
        super.onSaveInstanceState(out)
        out.putStringArrayList(STACK, ArrayList(stack.map { it.name + SEPARATOR + it.arg }))
        out.putStringArrayList(STATES, ArrayList(stack.map { it.save() }))
        router.save(out)
    }

    override fun onRestoreInstanceState(saved: Bundle) {
        super.onRestoreInstanceState(saved)
        router.restore(saved)
    }

    override fun onDestroy() {
        if (app.activity === this) { // not where a newer activity shows the check
            app.activity = null
            if (isFinishing) app.check.clear()
        }
        speech.close()
        super.onDestroy()
    }

    @Deprecated("the replacement is part of AndroidX")
    override fun onActivityResult(request: Int, result: Int, data: Intent?) {
        super.onActivityResult(request, result, data)
        val confirmed = result == RESULT_OK
        when (request) {
            OutgoingIntents.REQUEST_UNLOCK -> if (confirmed && isLocked) onUnlocked()
            OutgoingIntents.REQUEST_DISABLE_LOCK -> { if (confirmed) app.settings.lockLog = false; redraw() }
            else -> router.onActivityResult(request, result, data)
        }
    }

    private fun onUnlocked() {
        app.lock.open()
        stack.filter { !it.isStarted }.forEach { startScreen(it) }
        redraw()
    }

    /** Starts [screen], except behind the closed lock: content of the log is not even read there. */
    private fun startScreen(screen: Screen) {
        screen.isStarted = !app.lock.isClosed || stack.takeWhile { it !== screen }.plus(screen).none { it.showsLog }
        if (screen.isStarted) screen.start()
    }

    fun navigate(name: String, arg: String = "") {
        stack += screen(name, arg).also { it.activity = this }
        startScreen(top)
        onStackChanged()
        if (isLocked) outgoing.requestUnlock() else top.onResume()
    }

    /** Replaces the whole stack by the home screen and, on top, screen [name]: a new input came in. */
    fun resetTo(name: String, arg: String = "") {
        stack.clear()
        stack += screen("home", "").also { it.activity = this }
        if (name != "home") navigate(name, arg) else { startScreen(top); onStackChanged() }
    }

    /** Removes the inputs of the check with the last screen that shows it, and closes the lock with the last screen of the log. */
    private fun onStackChanged() {
        val before = showedReport
        showedReport = stack.any { it.showsReport }
        if (before && !showedReport) app.check.clear()
        if (stack.none { it.showsLog }) app.lock.close()
        redraw()
    }

    fun back() {
        if (stack.size > 1) {
            stack.removeAt(stack.lastIndex)
            onStackChanged()
            if (!isLocked) top.onResume()
        } else finish()
    }

    @Deprecated("called before Android 13 only")
    override fun onBackPressed() = back()

    fun redraw() {
        if (isDestroyed) return
        val views = ViewFactory(this)
        val screen = top
        val oldScroll = frame.findViewById<ScrollView>(R.id.page)?.takeIf { frame.tag === screen }?.scrollY ?: 0
        setSecure(screen.isSecure)
        val column = LinearLayout(this).apply { orientation = LinearLayout.VERTICAL }
        column.addView(views.titleBar(screen, stack.size > 1), LinearLayout.LayoutParams.MATCH_PARENT, LinearLayout.LayoutParams.WRAP_CONTENT)
        column.addView(if (isLocked) lockedLogPage(views) { outgoing.requestUnlock() } else screen.draw(views), LinearLayout.LayoutParams(LinearLayout.LayoutParams.MATCH_PARENT, 0, 1f))
        frame.removeAllViews()
        frame.addView(column)
        frame.tag = screen
        screen.isDrawn = true
        title = getString(screen.title)
        if (oldScroll > 0) frame.findViewById<View>(R.id.page)?.let { page -> page.post { page.scrollTo(0, oldScroll) } }
        updateBackGesture()
    }

    /** Keeps the window out of screenshots and screen sharing. */
    private fun setSecure(on: Boolean) =
        if (on) window.addFlags(WindowManager.LayoutParams.FLAG_SECURE) else window.clearFlags(WindowManager.LayoutParams.FLAG_SECURE)

    /** Registers the back gesture only where there is a screen to return to: otherwise the system previews leaving the app. */
    private fun updateBackGesture() {
        if (Build.VERSION.SDK_INT < 33) return
        val wanted = stack.size > 1
        if (wanted && backGesture == null) backGesture = BackGesture(this).also { it.register() }
        if (!wanted && backGesture != null) { (backGesture as BackGesture).unregister(); backGesture = null }
    }

    @Suppress("DEPRECATION")
    private fun drawEdgeToEdge() {
        if (Build.VERSION.SDK_INT >= 30) window.setDecorFitsSystemWindows(false)
        else window.decorView.systemUiVisibility = window.decorView.systemUiVisibility or
            View.SYSTEM_UI_FLAG_LAYOUT_STABLE or View.SYSTEM_UI_FLAG_LAYOUT_FULLSCREEN or View.SYSTEM_UI_FLAG_LAYOUT_HIDE_NAVIGATION
        window.statusBarColor = Color.TRANSPARENT
        window.navigationBarColor = Color.TRANSPARENT
    }

    @Suppress("DEPRECATION")
    private fun applyInsets(view: View, insets: WindowInsets) {
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
