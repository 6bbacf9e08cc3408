// A phone in the hand: starts the app, waits for the core, finds what is on the screen, taps it.
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

abstract class Phone {
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

    fun again(intent: Intent) { controller.newIntent(intent); idle() }

    fun idle() = shadowOf(Looper.getMainLooper()).idle()

    /** Waits until [done]; the core works on threads of its own. */
    fun until(what: String, done: () -> Boolean) {
        val end = System.nanoTime() + 60_000_000_000
        while (true) {
            idle()
            if (done()) return
            if (System.nanoTime() > end) throw AssertionError("waited in vain for: $what; on $name: ${texts().take(12)}")
            Thread.sleep(10)
        }
    }

    fun views(root: View = activity.window.decorView): List<View> =
        listOf(root) + ((root as? ViewGroup)?.let { g -> (0 until g.childCount).flatMap { views(g.getChildAt(it)) } } ?: emptyList())

    fun texts() = views().filterIsInstance<TextView>().map { it.text.toString() }.filter { it.isNotEmpty() }
    fun string(id: Int, vararg args: Any): String = activity.getString(id, *args)
    fun shows(words: String) = texts().any { words in it } || views().any { it.contentDescription?.contains(words) == true }
    fun until(words: Int) = until(string(words)) { shows(string(words)) }

    fun tap(words: Int) = tap(string(words))

    fun tap(words: String) {
        until("something to tap: $words") { found(words) != null }
        val view = found(words)
        assertNotNull(view)
        // A tick box answers false where only its change is listened to.
        assertTrue("$words can be tapped", view!!.performClick() || view is android.widget.CompoundButton)
        idle()
    }

    private fun found(words: String) = views().lastOrNull { v ->
        v.hasOnClickListeners() && (v.contentDescription?.startsWith(words) == true || (v as? TextView)?.text?.startsWith(words) == true)
    } ?: views().firstOrNull { v -> v is android.widget.CompoundButton && v.text.startsWith(words) }

    fun answered() { until("an answer") { name == "result" && app.check.report != null }; idle() }
    fun go(screen: String, arg: String = "") { activity.go(screen, arg); idle() }
    fun settled() = until("no more work") { views().none { it is android.widget.ProgressBar } && !shows(string(R.string.state_working)) }

    fun card(name: String) = File(System.getProperty("yanka.project"), "tests/photos/$name.jpg").readBytes()

    /** A share of another app's picture. */
    fun picture(bytes: ByteArray, at: String = "content://org.other.app/photo/1"): Intent {
        val uri = Uri.parse(at)
        shadowOf(app.contentResolver).registerInputStream(uri, bytes.inputStream())
        return Intent(Intent.ACTION_SEND).setType("image/jpeg").putExtra(Intent.EXTRA_STREAM, uri)
    }

    fun words(text: String) = Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text)

    fun started(): Intent? = shadowOf(activity).nextStartedActivity

    companion object {
        const val SCAM = "您好，我是平台客服，您的快递丢失，需要给您理赔。请下载会议软件，打开屏幕共享，把验证码告诉我。"
        const val PLAIN = "今天下午三点开会，记得带笔记本。"
    }
}
