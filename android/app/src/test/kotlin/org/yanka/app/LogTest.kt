package org.yanka.app

import android.content.Intent
import java.io.File
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
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
        tap(R.string.log_filter_verdict); tap(R.string.verdict_danger)
        until("filtered") { (log.state.lines as? Phase.Ready)?.value?.size == 1 }
        tap(R.string.log_filter_verdict); tap(R.string.verdict_unreadable); until(R.string.log_nothing_fits)
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

    @Test fun `the label filters`() {
        checked(SCAM); entry()
        views().filterIsInstance<android.widget.EditText>()[1].setText("家里")
        tap(R.string.entry_save)
        until("kept") { ((top as EntryScreen).state.entry as? Phase.Ready)?.value?.line?.label == "家里" }
        again(words(PLAIN)); until("second") { app.check.report?.text == PLAIN }
        go("log"); assertEquals(2, lines().size)
        tap(R.string.log_filter_label); tap("家里")
        until("filtered") { (log.state.lines as? Phase.Ready)?.value?.size == 1 }
        assertEquals("家里", lines().single().label)
    }

    @Test fun `several are chosen and handed out as one file`() {
        checked(SCAM, PLAIN); go("log"); lines()
        tap(R.string.action_select)
        views().filterIsInstance<android.widget.CheckBox>().map { it.text.toString() }.forEach { tap(it) }
        assertTrue(shows(string(R.string.log_selected, 2)))
        tap(R.string.export_make)
        until("the share sheet") { started()?.action == Intent.ACTION_CHOOSER }
        val file = app.place.handed().listFiles()!!.single { it.name.endsWith(".zip") }
        val inside = java.util.zip.ZipFile(file).use { zip -> zip.entries().toList().joinToString { zip.getInputStream(it).readBytes().decodeToString() } }
        for (text in listOf(SCAM, PLAIN)) assertTrue("both are in it", text.take(10) in inside)
    }

    @Test fun `several are deleted after a second tap, the others stay`() {
        checked(SCAM, PLAIN, "$PLAIN 2"); go("log"); assertEquals(3, lines().size)
        tap(R.string.action_select)
        views().filterIsInstance<android.widget.CheckBox>().map { it.text.toString() }.take(2).forEach { tap(it) }
        tap(R.string.action_delete); until(R.string.entry_delete_ask)
        assertEquals(3, lines().size)
        tap(R.string.action_delete)
        until("one is left") { log.state.chosen == null && (log.state.lines as? Phase.Ready)?.value?.size == 1 }
        assertEquals(SCAM.take(6), lines().single().title.take(6))
    }

    @Test fun `a step says what kind it was`() {
        checked(SCAM); entry(); tap(R.string.entry_add_step); settled()
        val kinds = (top as org.yanka.app.screens.TimelineScreen).state.kinds
        tap(R.string.timeline_not_said)
        val paid = kinds.first { it.situation == org.yanka.app.core.Situation.PAID }
        tap(paid.label); tap(R.string.action_save)
        until("shown") { name == "entry" && shows(paid.label) }
        assertEquals(org.yanka.app.core.Situation.PAID, ((top as EntryScreen).state.entry as Phase.Ready).value.steps.single().situation)
    }

    @Test fun `what was checked is kept as evidence even after the process has ended`() {
        checked(SCAM)
        val saved = android.os.Bundle().also { controller.saveInstanceState(it) }
        controller.pause().stop().destroy(); app.onCreate(); launch(saved = saved); answered()
        tap(R.string.result_keep_evidence); until(R.string.result_kept)
        go("log"); assertTrue(lines().single().evidence)
    }

    @Test fun `what was deleted does not come back with a new process`() {
        checked(SCAM)
        val saved = android.os.Bundle().also { controller.saveInstanceState(it) }
        go("entry", app.check.report!!.entry.toString()); until("the entry") { (top as EntryScreen).state.entry is Phase.Ready }
        tap(R.string.action_delete); until(R.string.entry_delete_ask); tap(R.string.action_delete)
        until("deleted") { top !is EntryScreen }
        controller.pause().stop().destroy(); app.onCreate(); launch(saved = saved); answered()
        go("log"); assertEquals(emptyList<LogLine>(), lines())
    }

    @Test fun `evidence that cannot be kept is told`() {
        checked(SCAM)
        val entry = app.check.report!!.entry!!
        var gone = false
        app.core.ask({ gone = true }) { it.logDelete(entry) }
        until("deleted behind its back") { gone }
        tap(R.string.result_keep_evidence); until(R.string.error_title)
        assertFalse(shows(string(R.string.result_kept)))
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
        assertNotNull("kept in the new log", app.check.report!!.entry)
        go("log"); assertEquals(1, lines().size)
        assertTrue("it is said that the old one was set aside", log.state.notices.any { it.notice == "journal.set-aside" && shows(it.text) })
    }
}
