// Base class of tests that run the app: starts it, waits for the core, finds views by their text and taps them.
package org.yanka.app

import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.os.Looper
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import java.io.File
import org.junit.After
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController

abstract class AppTest {
    lateinit var controller: ActivityController<MainActivity>
    val activity get() = controller.get()
    val app get() = RuntimeEnvironment.getApplication() as YankaApp
    val top get() = activity.top
    val name get() = top.name

    @Before fun ready() {
        FakeKeystore.install()
        Settings(RuntimeEnvironment.getApplication()).started = true
    }

    @After fun close() {
        if (::controller.isInitialized) runCatching { controller.pause().stop().destroy() }
    }

    fun launch(intent: Intent = Intent(Intent.ACTION_MAIN), saved: Bundle? = null): MainActivity {
        controller = Robolectric.buildActivity(MainActivity::class.java, intent)
        if (saved == null) controller.setup() else controller.setup(saved)
        idle()
        return activity
    }

    fun sendIntent(intent: Intent) { controller.newIntent(intent); idle() }

    fun idle() = shadowOf(Looper.getMainLooper()).idle()

    /** Waits until [done], at most a minute; the core runs on background threads. */
    fun waitUntil(what: String, done: () -> Boolean) {
        val end = System.nanoTime() + TIMEOUT_NS
        while (true) {
            idle()
            if (done()) return
            if (System.nanoTime() > end) throw AssertionError("timed out waiting for: $what; screen $name shows ${texts().take(12)}")
            Thread.sleep(10)
        }
    }

    fun views(root: View = activity.window.decorView): List<View> =
        listOf(root) + ((root as? ViewGroup)?.let { g -> (0 until g.childCount).flatMap { views(g.getChildAt(it)) } } ?: emptyList())

    fun texts() = views().filterIsInstance<TextView>().map { it.text.toString() }.filter { it.isNotEmpty() }
    fun string(id: Int, vararg args: Any): String = activity.getString(id, *args)
    fun shows(words: String) = texts().any { words in it } || views().any { it.contentDescription?.contains(words) == true }
    fun waitUntil(words: Int) = waitUntil(string(words)) { shows(string(words)) }

    fun tap(words: Int) = tap(string(words))

    fun tap(words: String) {
        waitUntil("a clickable view: $words") { clickable(words) != null }
        val view = clickable(words)
        assertNotNull(view)
        // performClick() returns false for a check box that has no click listener.
        assertTrue("a click on $words is handled", view!!.performClick() || view is android.widget.CompoundButton)
        idle()
    }

    private fun clickable(words: String) = views().lastOrNull { v ->
        v.hasOnClickListeners() && (v.contentDescription?.startsWith(words) == true || (v as? TextView)?.text?.startsWith(words) == true)
    } ?: views().firstOrNull { v -> v is android.widget.CompoundButton && v.text.startsWith(words) }

    fun awaitReport() { waitUntil("a report") { name == "result" && app.check.report != null }; idle() }
    fun navigate(screen: String, arg: String = "") { activity.navigate(screen, arg); idle() }
    fun awaitIdle() = waitUntil("all content to be loaded") { views().none { it is android.widget.ProgressBar } && !shows(string(R.string.state_working)) }

    fun photoBytes(name: String) = File(System.getProperty("yanka.project"), "tests/photos/$name.jpg").readBytes()

    /** The intent of another app that shares a photo. */
    fun sharePhoto(bytes: ByteArray, at: String = "content://org.other.app/photo/1"): Intent {
        val uri = Uri.parse(at)
        shadowOf(app.contentResolver).registerInputStream(uri, bytes.inputStream())
        return Intent(Intent.ACTION_SEND).setType("image/jpeg").putExtra(Intent.EXTRA_STREAM, uri)
    }

    fun shareText(text: String) = Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text)

    fun nextStartedIntent(): Intent? = shadowOf(activity).nextStartedActivity

    companion object {
        private const val TIMEOUT_NS = 60_000_000_000
        const val SCAM = "您好，我是平台客服，您的快递丢失，需要给您理赔。请下载会议软件，打开屏幕共享，把验证码告诉我。"
        const val PLAIN = "今天下午三点开会，记得带笔记本。"
    }
}
