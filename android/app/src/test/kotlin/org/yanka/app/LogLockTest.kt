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
import org.yanka.app.core.LoadState
import org.yanka.app.screens.EntryScreen
import org.yanka.app.screens.LogScreen
import org.yanka.app.screens.TimelineScreen

/** The log's lock: only the device credential opens it or turns it off, and it closes when the log is left. */
@RunWith(RobolectricTestRunner::class)
class LogLockTest : AppTest() {
    private val keyguard get() = shadowOf(app.getSystemService(KeyguardManager::class.java))
    private fun setDeviceSecure(yes: Boolean = true) { keyguard.setIsDeviceSecure(yes); keyguard.setIsKeyguardSecure(yes) }

    /** Launches the app with one entry in the log and the lock turned on. */
    private fun launchLocked() {
        setDeviceSecure(); launch(shareText(SCAM)); awaitReport()
        app.settings.lockLog = true
    }
    private val entry by lazy { app.check.report!!.entry!!.toString() }

    /** The next request for the device credential; null for none. */
    private fun nextCredentialRequest(): Intent? = shadowOf(activity).nextStartedActivityForResult?.intent
    private fun answerCredentialRequest(result: Int) { shadowOf(activity).receiveResult(nextCredentialRequest()!!, result, null); idle() }
    private fun unlock() { waitUntil("the request for the device credential") { shadowOf(activity).peekNextStartedActivityForResult() != null }; answerCredentialRequest(Activity.RESULT_OK) }
    private fun background() { controller.pause().stop(); idle() }
    private fun foreground() { controller.restart().start().resume(); idle() }
    private fun savedState() = Bundle().also { controller.saveInstanceState(it) }
    private fun restartProcess(saved: Bundle) { controller.pause().stop().destroy(); app.onCreate(); launch(saved = saved) }
    private fun assertLocked() {
        assertTrue(shows(string(R.string.log_unlock)))
        assertFalse("no content of the log", texts().any { "理赔" in it || SCAM.take(8) in it })
        assertTrue("the screen is kept out of screen sharing", activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0)
    }
    private fun awaitLogContent() = waitUntil("the content of the log") { texts().any { SCAM.take(8) in it } }

    @Test fun `the log is shown only after the device credential`() {
        launchLocked(); navigate("log"); assertLocked()
        unlock(); awaitLogContent()
    }

    @Test fun `a cancelled credential request shows nothing`() {
        launchLocked(); navigate("log"); answerCredentialRequest(Activity.RESULT_CANCELED); assertLocked()
        tap(R.string.log_unlock); answerCredentialRequest(Activity.RESULT_CANCELED); assertLocked()
        tap(R.string.log_unlock); unlock(); awaitLogContent()
    }

    @Test fun `the locked page fits at a large text size on a small phone`() {
        for (language in listOf("zh-rCN", "zh-rTW", "en")) {
            RuntimeEnvironment.setQualifiers("+$language-w320dp-h568dp"); RuntimeEnvironment.setFontScale(2f)
            launchLocked(); navigate("log"); assertLocked()
            assertEquals(emptyList<String>(), LayoutChecks.violations(activity))
            app.settings.lockLog = false; controller.pause().stop().destroy()
        }
    }

    @Test fun `the device credential is requested once`() {
        launchLocked(); navigate("log"); background(); foreground()
        assertNotNull(nextCredentialRequest()); assertNull("returning to the app requests nothing", nextCredentialRequest())
    }

    @Test fun `entry and timeline are behind the same lock`() {
        launchLocked()
        for ((screen, arg) in listOf("entry" to entry, "timeline" to "$entry/0")) {
            navigate(screen, arg); assertLocked(); assertTrue(views().none { it is android.widget.EditText })
            unlock(); waitUntil(screen) { isDrawn() }
            activity.back(); idle()
        }
    }
    private fun isDrawn() = when (val t = top) {
        is EntryScreen -> t.state.entry is LoadState.Loaded && views().any { it is android.widget.EditText }
        is TimelineScreen -> t.state.step is LoadState.Loaded && views().any { it is android.widget.EditText }
        else -> false
    }

    @Test fun `screens opened from the log are locked as well`() {
        launchLocked(); navigate("log"); unlock(); awaitLogContent(); navigate("entry", entry); waitUntil("the entry") { isDrawn() }
        navigate("script", "police/$entry"); awaitIdle(); assertTrue(shows(string(R.string.script_from_log)))
        background(); foreground()
        assertTrue(shows(string(R.string.log_unlock))); assertFalse(shows(string(R.string.script_from_log)))
        tap(R.string.log_unlock); unlock(); waitUntil(R.string.script_from_log)
    }

    @Test fun `a script opened from the result is not locked`() {
        launchLocked(); navigate("script", "police/$entry"); awaitIdle()
        assertTrue(shows(string(R.string.script_from_log)))
    }

    @Test fun `the log locks in the background`() {
        launchLocked(); navigate("log"); unlock(); awaitLogContent(); navigate("entry", entry); waitUntil("the entry") { isDrawn() }
        background(); assertLocked() // before the window is visible again
        foreground(); assertLocked()
        activity.back(); idle(); assertLocked()
        tap(R.string.log_unlock); unlock(); awaitLogContent()
    }

    @Test fun `typed text survives locking and unlocking`() {
        launchLocked(); navigate("timeline", "$entry/0"); unlock(); waitUntil("the step") { isDrawn() }
        views().filterIsInstance<android.widget.EditText>().first().setText("转了五千元")
        background(); foreground(); assertFalse(shows("转了五千元"))
        tap(R.string.log_unlock); unlock(); waitUntil("typed") { shows("转了五千元") }
    }

    @Test fun `the log locks when it is left`() {
        launchLocked(); navigate("log"); unlock(); awaitLogContent()
        activity.back(); idle(); navigate("log"); assertLocked()
    }

    @Test fun `a rotation does not lock the log`() {
        launchLocked(); navigate("log"); unlock(); awaitLogContent()
        controller.recreate(); idle()
        assertFalse(shows(string(R.string.log_unlock))); awaitLogContent()
    }

    @Test fun `a new process shows no log, entry or timeline before the device credential`() {
        launchLocked(); navigate("log"); unlock(); awaitLogContent()
        for ((screen, arg) in listOf("log" to "", "entry" to entry, "timeline" to "$entry/0")) {
            if (screen != "log") navigate(screen, arg)
            restartProcess(savedState()); assertEquals(screen, name)
            assertLocked(); Thread.sleep(200); idle(); assertLocked()
            assertTrue("no content was loaded behind the lock", isNotLoaded())
            assertFalse("no evidence can be exported", shows(string(R.string.export_make)))
            tap(R.string.log_unlock); unlock(); waitUntil("the content to be shown again") { !shows(string(R.string.log_unlock)) && isLoaded() }
        }
    }
    private fun isNotLoaded() = when (val t = top) {
        is LogScreen -> t.state.lines is LoadState.NotRequested
        is EntryScreen -> t.state.entry is LoadState.NotRequested
        is TimelineScreen -> t.state.step is LoadState.NotRequested
        else -> false
    }
    private fun isLoaded() = (top as? LogScreen)?.let { it.state.lines is LoadState.Loaded } ?: isDrawn()

    @Test fun `a credential requested by an ended process unlocks the new one`() {
        launchLocked(); navigate("log")
        val request = nextCredentialRequest()!!
        restartProcess(savedState()); assertLocked()
        activity.startActivityForResult(request, org.yanka.app.intents.OutgoingIntents.REQUEST_UNLOCK)
        unlock(); awaitLogContent()
    }

    @Test fun `evidence requested before the log locked is not shared afterwards`() {
        launchLocked(); navigate("log"); unlock(); awaitLogContent(); navigate("entry", entry); waitUntil("the entry") { isDrawn() }
        while (nextStartedIntent() != null) Unit
        click(R.string.export_make)
        background()
        awaitQueries()
        assertNull("no share sheet", nextStartedIntent())
        assertTrue(app.directories.sharedFolder().list()!!.none { it.endsWith(".zip") })
    }
    private fun click(words: Int) = assertTrue(views().first { (it as? android.widget.TextView)?.text == string(words) }.performClick())
    private fun awaitQueries() { var done = false; app.core.query({ done = true }) { }; waitUntil("the core") { done } }

    @Test fun `only the device credential turns the lock off`() {
        launchLocked(); navigate("settings"); awaitIdle()
        tap(R.string.settings_lock_log)
        assertTrue("still on while the device credential is requested", app.settings.lockLog)
        assertTrue("and shown as on", lockSwitch().isChecked)
        answerCredentialRequest(Activity.RESULT_CANCELED)
        assertTrue(app.settings.lockLog); assertTrue(lockSwitch().isChecked)
        tap(R.string.settings_lock_log); unlock()
        assertFalse(app.settings.lockLog); assertFalse(lockSwitch().isChecked)
        activity.back(); navigate("log"); awaitLogContent()
    }
    private fun lockSwitch() = views().filterIsInstance<Switch>().single { it.text == string(R.string.settings_lock_log) }

    @Test fun `turning the lock off requests the device credential even while the log is open`() {
        launchLocked(); navigate("log"); unlock(); awaitLogContent()
        navigate("settings"); awaitSettings(); tap(R.string.settings_lock_log)
        assertTrue(app.settings.lockLog)
        assertNotNull("the device credential is requested again", nextCredentialRequest())
    }
    private fun awaitSettings() = waitUntil("settings") { views().any { it is Switch } }

    @Test fun `unlocking the log does not turn the lock off`() {
        launchLocked(); navigate("log"); unlock(); assertTrue(app.settings.lockLog)
    }

    @Test fun `turning the lock on requests nothing and locks at once`() {
        setDeviceSecure(); launch(shareText(SCAM)); awaitReport(); navigate("settings"); awaitIdle()
        tap(R.string.settings_lock_log); assertTrue(app.settings.lockLog); assertNull(nextCredentialRequest())
        activity.back(); navigate("log"); assertLocked()
    }

    @Test fun `on a device without a credential the setting stays on, and applies again with a new credential`() {
        launchLocked(); navigate("settings"); awaitIdle()
        setDeviceSecure(false)
        tap(R.string.settings_lock_log)
        assertTrue(app.settings.lockLog)
        setDeviceSecure(); activity.back(); navigate("log"); assertLocked()
    }

    @Test fun `a device without a credential shows the log`() {
        launchLocked(); setDeviceSecure(false); navigate("log"); awaitLogContent()
    }
}
