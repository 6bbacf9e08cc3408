// One screen: a state value, how it is asked for and how it is drawn. Nothing of it outlives the
// process except what [save] names.
package org.yanka.app

import android.view.View
import org.yanka.app.core.Phase
import org.yanka.app.parts.Kit

abstract class Screen(val name: String, val arg: String = "") {
    /** The activity that shows it now; a new one after a rotation. */
    lateinit var shell: MainActivity
    val app get() = shell.application as YankaApp
    val core get() = app.core

    /** Once drawn, it draws itself anew when it asks again. */
    var drawn = false

    abstract val title: Int

    /** A scammer who sees a shared screen must not see this one. */
    open val secret = false

    /** The answer to what was given: that is kept as long as this screen can be gone back to. */
    open val answers = false

    /** It shows what the log holds: it and every screen above it are behind the log's lock. */
    open val ofLog = false

    /** It was started; one behind the lock is started when that opens. */
    var begun = false

    /** Asks the core; called once, when the screen is first shown. */
    open fun start() {}

    /** Draws the state. */
    abstract fun draw(kit: Kit): View

    /** What must survive the process: choices, no content. */
    open fun save(): String = ""
    open fun restore(saved: String) {}

    /** The person comes back to it: what it shows may be old. */
    open fun resumed() {}

    fun redraw() {
        if (::shell.isInitialized && shell.top === this) shell.redraw()
    }

    /** Asks and shows: working, then the answer or the reason why there is none. */
    fun <T> ask(set: (Phase<T>) -> Unit, work: (org.yanka.app.core.Checker) -> T) {
        set(Phase.Working())
        if (drawn) redraw()
        core.ask<T>({ set(it.fold({ v -> Phase.Ready(v) }, { e -> Phase.Failed(e as org.yanka.app.core.Trouble) })); redraw() }, work)
    }
}
