package org.yanka.app

import android.app.KeyguardManager
import android.content.Intent
import java.io.File
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.yanka.app.core.Keep
import org.yanka.app.core.LogLine
import org.yanka.app.core.Phase
import org.yanka.app.screens.EntryScreen
import org.yanka.app.screens.LogScreen
import org.yanka.app.screens.SettingsScreen

@RunWith(RobolectricTestRunner::class)
class LogTest : Phone() {
    private val log get() = top as LogScreen
    private fun lines(): List<LogLine> { until("the log") { (top as? LogScreen)?.state?.lines is Phase.Ready }; return (log.state.lines as Phase.Ready).value }
    private fun checked(vararg texts: String) { launch(); for (t in texts) { again(words(t)); until("answered $t") { app.check.report?.text == t } } }
    private fun entry() { go("entry", app.check.report!!.entry.toString()); until("the entry") { (top as EntryScreen).state.entry is Phase.Ready } }
    private fun newProcess() { controller.pause().stop().destroy(); app.onCreate(); launch() }

    @Test fun `an empty log says so`() { launch(); go("log"); until(R.string.log_empty) }

    @Test fun `each check is one entry, newest first`() {
        checked(SCAM, PLAIN); go("log")
        assertEquals(listOf(PLAIN, SCAM).map { it.take(6) }, lines().map { it.title.take(6) })
    }

    @Test fun `looking at it again under another origin makes no second entry`() {
        checked(SCAM)
        app.check.changeOrigin(org.yanka.app.core.Origin.CALL)
        until("answered again") { app.check.report != null }
        go("log"); assertEquals(1, lines().size)
    }

    @Test fun `the filter is the core's`() {
        checked(SCAM, PLAIN); go("log"); lines()
        tap(R.string.verdict_danger)
        until("filtered") { (log.state.lines as? Phase.Ready)?.value?.size == 1 }
        tap(R.string.verdict_unreadable); until(R.string.log_nothing_fits)
    }

    @Test fun `note and label are kept`() {
        checked(SCAM); entry()
        val fields = views().filterIsInstance<android.widget.EditText>()
        fields[0].setText("妈妈收到的"); fields[1].setText("家里")
        tap(R.string.entry_save)
        until("kept") { ((top as EntryScreen).state.entry as? Phase.Ready)?.value?.line?.label == "家里" }
        activity.back(); go("log")
        assertEquals("妈妈收到的", lines().single().note)
    }

    @Test fun `an entry is deleted after a second tap`() {
        checked(SCAM); go("log"); lines(); entry()
        tap(R.string.action_delete); until(R.string.entry_delete_ask); tap(R.string.action_delete)
        until("back in the log") { top is LogScreen && shows(string(R.string.log_empty)) }
    }

    @Test fun `erasing asks first and leaves evidence`() {
        checked(SCAM); tap(R.string.result_keep_evidence); until(R.string.result_kept)
        again(words(PLAIN)); until("second") { app.check.report?.text == PLAIN }
        go("log"); assertEquals(2, lines().size)
        tap(R.string.log_erase); until(R.string.log_erase_ask); tap(R.string.log_erase)
        until("one is left") { (log.state.lines as? Phase.Ready)?.value?.size == 1 }
        assertTrue(lines().single().evidence)
    }

    @Test fun `evidence is shared as a file that only the chosen app may read`() {
        checked(SCAM); tap(R.string.result_keep_evidence); until(R.string.result_kept)
        entry(); tap(R.string.export_make)
        var sheet: Intent? = null
        until("the share sheet") { started()?.let { sheet = it }; sheet != null }
        assertEquals(Intent.ACTION_CHOOSER, sheet!!.action)
        @Suppress("DEPRECATION") val send = sheet!!.getParcelableExtra<Intent>(Intent.EXTRA_INTENT)!!
        assertTrue(send.flags and Intent.FLAG_GRANT_READ_URI_PERMISSION != 0)
        val file = app.place.handed().listFiles()!!.single { it.name.endsWith(".zip") }
        assertEquals("PK", file.readBytes().take(2).map { it.toInt().toChar() }.joinToString(""))
    }

    @Test fun `a step of what happened is added and shown`() {
        checked(SCAM); entry(); tap(R.string.entry_add_step); settled()
        views().filterIsInstance<android.widget.EditText>().first().setText("转了五千元")
        tap(R.string.action_save)
        until("shown") { name == "entry" && shows("转了五千元") }
    }

    @Test fun `nothing is kept where the person wants nothing kept`() {
        launch(); go("settings"); until("settings") { (top as SettingsScreen).state is Phase.Ready }
        tap(R.string.keep_nothing)
        until("set") { ((top as SettingsScreen).state as? Phase.Ready)?.value?.keep == Keep.NOTHING }
        again(words(SCAM)); answered()
        assertNull(app.check.report!!.entry)
        assertTrue(shows(string(R.string.result_not_kept)))
    }

    @Test fun `the log survives the process`() { checked(SCAM); newProcess(); go("log"); assertEquals(1, lines().size) }

    @Test fun `nothing of the text lies readable on the disk`() {
        checked(SCAM)
        val folder = app.place.folder()
        for (f in folder.walk().filter { it.isFile }) assertFalse(f.name, "理赔" in f.readBytes().decodeToString())
    }

    @Test fun `a lost key is told, checking goes on, a new log can be begun`() {
        checked(SCAM)
        FakeKeystore.made.clear()
        newProcess()
        again(words(PLAIN)); answered()
        assertNull(app.check.report!!.entry)
        go("log"); until(R.string.log_begin_new)
        tap(R.string.log_begin_new)
        until(R.string.log_empty)
        assertTrue("the old log is still there", app.place.folder().list()!!.any { ".old-" in it })
        again(words(SCAM)); until("kept again") { app.check.report?.entry != null }
    }

    @Test fun `a damaged log is set aside and checking goes on`() {
        checked(SCAM)
        controller.pause().stop().destroy()
        File(app.place.folder(), "journal.db").apply { writeBytes(ByteArray(length().toInt()) { 9 }) }
        app.onCreate(); launch()
        again(words(PLAIN)); answered()
        assertNotNull(app.check.report)
    }

    @Test fun `the device's own lock stands before the log`() {
        val guard = shadowOf(app.getSystemService(KeyguardManager::class.java))
        guard.setIsDeviceSecure(true); guard.setIsKeyguardSecure(true)
        app.settings.lockLog = true
        checked(SCAM); go("log")
        assertTrue(log.state.locked)
        assertFalse(shows(SCAM.take(8)))
        val asked = shadowOf(activity).nextStartedActivityForResult
        shadowOf(activity).receiveResult(asked.intent, android.app.Activity.RESULT_OK, null)
        assertEquals(1, lines().size)
    }

    @Test fun `a lock that was not opened shows nothing`() {
        val guard = shadowOf(app.getSystemService(KeyguardManager::class.java))
        guard.setIsDeviceSecure(true); guard.setIsKeyguardSecure(true)
        app.settings.lockLog = true
        checked(SCAM); go("log")
        shadowOf(activity).receiveResult(shadowOf(activity).nextStartedActivityForResult.intent, android.app.Activity.RESULT_CANCELED, null)
        assertTrue(log.state.locked)
        assertFalse(shows(SCAM.take(8)))
    }
}
