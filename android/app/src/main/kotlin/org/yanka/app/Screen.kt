// One screen: a state value, how it is loaded and how it is drawn. Only what [save] returns outlives the process.
package org.yanka.app

import android.view.View
import org.yanka.app.components.ViewFactory
import org.yanka.app.core.Checker
import org.yanka.app.core.LoadState
import org.yanka.app.core.toLoadState

abstract class Screen(val name: String, val arg: String = "") {
    /** The activity that shows the screen now; another one after a rotation. */
    lateinit var activity: MainActivity
    val app get() = activity.application as YankaApp
    val core get() = app.core

    /** Set by the activity after the first [draw]; from then on [fetch] redraws the screen. */
    var isDrawn = false

    abstract val title: Int

    /** Hidden from screenshots and screen sharing: a scammer may be watching. */
    open val isSecure = false

    /** Shows the current check. The inputs of the check are kept while such a screen is on the stack. */
    open val showsReport = false

    /** Shows content of the log. The log's lock covers this screen and every screen above it. */
    open val showsLog = false

    /** Whether [start] was called. For a screen behind the closed lock it is called when the lock opens. */
    var isStarted = false

    /** Requests the content; called once, when the screen is first shown. */
    open fun start() {}

    /** Draws the state. */
    abstract fun draw(views: ViewFactory): View

    /** The state that must outlive the process: choices, never content. */
    open fun save(): String = ""
    open fun restore(saved: String) {}

    /** The person returns to the screen: its content may be outdated. */
    open fun onResume() {}

    fun redraw() {
        if (::activity.isInitialized && activity.top === this) activity.redraw()
    }

    /** Calls the core and redraws for each state: loading, then loaded or failed. */
    fun <T> fetch(set: (LoadState<T>) -> Unit, work: (Checker) -> T) {
        set(LoadState.Loading())
        if (isDrawn) redraw()
        core.query<T>({ set(it.toLoadState()); redraw() }, work)
    }
}
