package org.yanka.app

import android.app.Activity
import android.app.KeyguardManager
import android.content.Intent
import android.os.Bundle
import android.view.WindowManager
import android.widget.Switch
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.yanka.app.core.Phase
import org.yanka.app.screens.EntryScreen
import org.yanka.app.screens.LogScreen
import org.yanka.app.screens.TimelineScreen

/** The log's lock: only the phone's owner opens it or turns it off, and it closes behind them. */
@RunWith(RobolectricTestRunner::class)
class LogLockTest : Phone() {
    private val guard get() = shadowOf(app.getSystemService(KeyguardManager::class.java))
    private fun secure(yes: Boolean = true) { guard.setIsDeviceSecure(yes); guard.setIsKeyguardSecure(yes) }

    /** One entry is in the log, and the lock is on. */
    private fun locked() {
        secure(); launch(words(SCAM)); answered()
        app.settings.lockLog = true
    }
    private val entry by lazy { app.check.report!!.entry!!.toString() }

    /** What the system asked for, taken off the list of what was started. */
    private fun asked(): Intent? = shadowOf(activity).nextStartedActivityForResult?.intent
    private fun answer(result: Int) { shadowOf(activity).receiveResult(asked()!!, result, null); idle() }
    private fun open() { until("asked for the owner") { shadowOf(activity).peekNextStartedActivityForResult() != null }; answer(Activity.RESULT_OK) }
    private fun background() { controller.pause().stop(); idle() }
    private fun foreground() { controller.restart().start().resume(); idle() }
    private fun saved() = Bundle().also { controller.saveInstanceState(it) }
    private fun newProcess(saved: Bundle) { controller.pause().stop().destroy(); app.onCreate(); launch(saved = saved) }
    private fun hidden() {
        assertTrue(shows(string(R.string.log_unlock)))
        assertFalse("no content of the log", texts().any { "理赔" in it || SCAM.take(8) in it })
        assertTrue("nor for a shared screen", activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0)
    }
    private fun shown() = until("the content") { texts().any { SCAM.take(8) in it } }

    @Test fun `the log is shown to its owner only`() {
        locked(); go("log"); hidden()
        open(); shown()
    }

    @Test fun `a lock that was not opened shows nothing`() {
        locked(); go("log"); answer(Activity.RESULT_CANCELED); hidden()
        tap(R.string.log_unlock); answer(Activity.RESULT_CANCELED); hidden()
        tap(R.string.log_unlock); open(); shown()
    }

    @Test fun `the closed lock is whole in large type on a small phone`() {
        for (language in listOf("zh-rCN", "zh-rTW", "en")) {
            RuntimeEnvironment.setQualifiers("+$language-w320dp-h568dp"); RuntimeEnvironment.setFontScale(2f)
            locked(); go("log"); hidden()
            assertEquals(emptyList<String>(), Look.faults(activity))
            app.settings.lockLog = false; controller.pause().stop().destroy()
        }
    }

    @Test fun `it is asked for once, not again and again`() {
        locked(); go("log"); background(); foreground()
        assertNotNull(asked()); assertNull("a screen that comes back does not ask by itself", asked())
    }

    @Test fun `entry and timeline are behind the same lock`() {
        locked()
        for ((screen, arg) in listOf("entry" to entry, "timeline" to "$entry/0")) {
            go(screen, arg); hidden(); assertTrue(views().none { it is android.widget.EditText })
            open(); until(screen) { drawn() }
            activity.back(); idle()
        }
    }
    private fun drawn() = when (val t = top) {
        is EntryScreen -> t.state.entry is Phase.Ready && views().any { it is android.widget.EditText }
        is TimelineScreen -> t.state.step is Phase.Ready && views().any { it is android.widget.EditText }
        else -> false
    }

    @Test fun `what was opened from the log is behind its lock`() {
        locked(); go("log"); open(); shown(); go("entry", entry); until("the entry") { drawn() }
        go("script", "police/$entry"); settled(); assertTrue(shows(string(R.string.script_from_log)))
        background(); foreground()
        assertTrue(shows(string(R.string.log_unlock))); assertFalse(shows(string(R.string.script_from_log)))
        tap(R.string.log_unlock); open(); until(R.string.script_from_log)
    }

    @Test fun `words for the phone are not locked where they come from the answer`() {
        locked(); go("script", "police/$entry"); settled()
        assertTrue(shows(string(R.string.script_from_log)))
    }

    @Test fun `it locks again in the background`() {
        locked(); go("log"); open(); shown(); go("entry", entry); until("the entry") { drawn() }
        background(); hidden() // before the window is seen again
        foreground(); hidden()
        activity.back(); idle(); hidden()
        tap(R.string.log_unlock); open(); shown()
    }

    @Test fun `what was typed is still there after it was locked and opened`() {
        locked(); go("timeline", "$entry/0"); open(); until("the step") { drawn() }
        views().filterIsInstance<android.widget.EditText>().first().setText("转了五千元")
        background(); foreground(); assertFalse(shows("转了五千元"))
        tap(R.string.log_unlock); open(); until("typed") { shows("转了五千元") }
    }

    @Test fun `it locks again when the log is left`() {
        locked(); go("log"); open(); shown()
        activity.back(); idle(); go("log"); hidden()
    }

    @Test fun `turning the phone does not lock it`() {
        locked(); go("log"); open(); shown()
        controller.recreate(); idle()
        assertFalse(shows(string(R.string.log_unlock))); shown()
    }

    @Test fun `a new process shows no entry, step or log without its owner`() {
        locked(); go("log"); open(); shown()
        for ((screen, arg) in listOf("log" to "", "entry" to entry, "timeline" to "$entry/0")) {
            if (screen != "log") go(screen, arg)
            newProcess(saved()); assertEquals(screen, name)
            hidden(); Thread.sleep(200); idle(); hidden()
            assertTrue("nothing was read behind the lock", unread())
            assertFalse("no evidence can be made", shows(string(R.string.export_make)))
            tap(R.string.log_unlock); open(); until("shown again") { !shows(string(R.string.log_unlock)) && settledOn() }
        }
    }
    private fun unread() = when (val t = top) {
        is LogScreen -> t.state.lines is Phase.Empty
        is EntryScreen -> t.state.entry is Phase.Empty
        is TimelineScreen -> t.state.step is Phase.Empty
        else -> false
    }
    private fun settledOn() = (top as? LogScreen)?.let { it.state.lines is Phase.Ready } ?: drawn()

    @Test fun `the owner's answer to a question of an ended process counts`() {
        locked(); go("log")
        val question = asked()!!
        newProcess(saved()); hidden()
        activity.startActivityForResult(question, org.yanka.app.ways.Outgoing.UNLOCK)
        open(); shown()
    }

    @Test fun `evidence that was asked for before the lock closed is not handed out behind it`() {
        locked(); go("log"); open(); shown(); go("entry", entry); until("the entry") { drawn() }
        while (started() != null) Unit
        tapWithoutWaiting(R.string.export_make)
        background()
        settleCore()
        assertNull("no share sheet", started())
        assertTrue(app.place.handed().list()!!.none { it.endsWith(".zip") })
    }
    private fun tapWithoutWaiting(words: Int) = assertTrue(views().first { (it as? android.widget.TextView)?.text == string(words) }.performClick())
    private fun settleCore() { var done = false; app.core.ask({ done = true }) { }; until("the core") { done } }

    @Test fun `it is turned off by its owner only`() {
        locked(); go("settings"); settled()
        tap(R.string.settings_lock_log)
        assertTrue("still on while the owner is asked for", app.settings.lockLog)
        assertTrue("and shown as on", lockSwitch().isChecked)
        answer(Activity.RESULT_CANCELED)
        assertTrue(app.settings.lockLog); assertTrue(lockSwitch().isChecked)
        tap(R.string.settings_lock_log); open()
        assertFalse(app.settings.lockLog); assertFalse(lockSwitch().isChecked)
        activity.back(); go("log"); shown()
    }
    private fun lockSwitch() = views().filterIsInstance<Switch>().single { it.text == string(R.string.settings_lock_log) }

    @Test fun `an open log does not turn the lock off`() {
        locked(); go("log"); open(); shown()
        go("settings"); settledInSettings(); tap(R.string.settings_lock_log)
        assertTrue(app.settings.lockLog)
        assertNotNull("the owner is asked again", asked())
    }
    private fun settledInSettings() = until("settings") { views().any { it is Switch } }

    @Test fun `opening the log is no leave to turn the lock off`() {
        locked(); go("log"); open(); assertTrue(app.settings.lockLog)
    }

    @Test fun `turning it on asks nobody and locks at once`() {
        secure(); launch(words(SCAM)); answered(); go("settings"); settled()
        tap(R.string.settings_lock_log); assertTrue(app.settings.lockLog); assertNull(asked())
        activity.back(); go("log"); hidden()
    }

    @Test fun `a phone whose own lock was removed cannot turn it off, and has it again with a new one`() {
        locked(); go("settings"); settled()
        secure(false)
        tap(R.string.settings_lock_log)
        assertTrue(app.settings.lockLog)
        secure(); activity.back(); go("log"); hidden()
    }

    @Test fun `a phone without a lock of its own shows the log`() {
        locked(); secure(false); go("log"); shown()
    }
}
