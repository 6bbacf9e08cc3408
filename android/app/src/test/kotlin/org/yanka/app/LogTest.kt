package org.yanka.app

import android.content.Intent
import java.io.File
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.yanka.app.core.Keep
import org.yanka.app.core.LoadState
import org.yanka.app.core.LogLine
import org.yanka.app.screens.EntryScreen
import org.yanka.app.screens.LogScreen
import org.yanka.app.screens.SettingsScreen

/** The log: entries, filters, timeline, evidence, deletion, and errors of key and database. */
@RunWith(RobolectricTestRunner::class)
class LogTest : AppTest() {
    private val log get() = top as LogScreen
    private fun lines(): List<LogLine> { waitUntil("the log") { (top as? LogScreen)?.state?.lines is LoadState.Loaded }; return (log.state.lines as LoadState.Loaded).value }
    private fun launchWithChecks(vararg texts: String) { launch(); for (t in texts) { sendIntent(shareText(t)); waitUntil("the report on $t") { app.check.report?.text == t } } }
    private fun openEntry() { navigate("entry", app.check.report!!.entry.toString()); waitUntil("the entry") { (top as EntryScreen).state.entry is LoadState.Loaded } }
    private fun restartProcess() { controller.pause().stop().destroy(); app.onCreate(); launch() }

    @Test fun `an empty log shows a note`() { launch(); navigate("log"); waitUntil(R.string.log_empty) }

    @Test fun `each check adds one entry, newest first`() {
        launchWithChecks(SCAM, PLAIN); navigate("log")
        assertEquals(listOf(PLAIN, SCAM).map { it.take(6) }, lines().map { it.title.take(6) })
    }

    @Test fun `a check with another origin adds no second entry`() {
        launchWithChecks(SCAM)
        app.check.changeOrigin(org.yanka.app.core.Origin.CALL)
        waitUntil("a new report") { app.check.report != null }
        navigate("log"); assertEquals(1, lines().size)
    }

    @Test fun `the verdict filters`() {
        launchWithChecks(SCAM, PLAIN); navigate("log"); lines()
        tap(R.string.log_filter_verdict); tap(R.string.verdict_danger)
        waitUntil("filtered") { (log.state.lines as? LoadState.Loaded)?.value?.size == 1 }
        tap(R.string.log_filter_verdict); tap(R.string.verdict_unreadable); waitUntil(R.string.log_nothing_fits)
    }

    @Test fun `note and label are saved`() {
        launchWithChecks(SCAM); openEntry()
        val fields = views().filterIsInstance<android.widget.EditText>()
        fields[0].setText("妈妈收到的"); fields[1].setText("家里")
        tap(R.string.entry_save)
        waitUntil("the label to be saved") { ((top as EntryScreen).state.entry as? LoadState.Loaded)?.value?.line?.label == "家里" }
        activity.back(); navigate("log")
        assertEquals("妈妈收到的", lines().single().note)
    }

    @Test fun `the label filters`() {
        launchWithChecks(SCAM); openEntry()
        views().filterIsInstance<android.widget.EditText>()[1].setText("家里")
        tap(R.string.entry_save)
        waitUntil("the label to be saved") { ((top as EntryScreen).state.entry as? LoadState.Loaded)?.value?.line?.label == "家里" }
        sendIntent(shareText(PLAIN)); waitUntil("the second report") { app.check.report?.text == PLAIN }
        navigate("log"); assertEquals(2, lines().size)
        tap(R.string.log_filter_label); tap("家里")
        waitUntil("filtered") { (log.state.lines as? LoadState.Loaded)?.value?.size == 1 }
        assertEquals("家里", lines().single().label)
    }

    @Test fun `several entries are exported as one file`() {
        launchWithChecks(SCAM, PLAIN); navigate("log"); lines()
        tap(R.string.action_select)
        views().filterIsInstance<android.widget.CheckBox>().map { it.text.toString() }.forEach { tap(it) }
        assertTrue(shows(string(R.string.log_selected, 2)))
        tap(R.string.export_make)
        waitUntil("the share sheet") { nextStartedIntent()?.action == Intent.ACTION_CHOOSER }
        val file = app.directories.sharedFolder().listFiles()!!.single { it.name.endsWith(".zip") }
        val content = java.util.zip.ZipFile(file).use { zip -> zip.entries().toList().joinToString { zip.getInputStream(it).readBytes().decodeToString() } }
        for (text in listOf(SCAM, PLAIN)) assertTrue("the file contains both", text.take(10) in content)
    }

    @Test fun `several entries are deleted after a confirmation, the others stay`() {
        launchWithChecks(SCAM, PLAIN, "$PLAIN 2"); navigate("log"); assertEquals(3, lines().size)
        tap(R.string.action_select)
        views().filterIsInstance<android.widget.CheckBox>().map { it.text.toString() }.take(2).forEach { tap(it) }
        tap(R.string.action_delete); waitUntil(R.string.entry_delete_ask)
        assertEquals(3, lines().size)
        tap(R.string.action_delete)
        waitUntil("one is left") { log.state.selected == null && (log.state.lines as? LoadState.Loaded)?.value?.size == 1 }
        assertEquals(SCAM.take(6), lines().single().title.take(6))
    }

    @Test fun `a step shows its situation`() {
        launchWithChecks(SCAM); openEntry(); tap(R.string.entry_add_step); awaitIdle()
        val kinds = (top as org.yanka.app.screens.TimelineScreen).state.situations
        tap(R.string.timeline_not_said)
        val paid = kinds.first { it.situation == org.yanka.app.core.Situation.PAID }
        tap(paid.label); tap(R.string.action_save)
        waitUntil("shown") { name == "entry" && shows(paid.label) }
        assertEquals(org.yanka.app.core.Situation.PAID, ((top as EntryScreen).state.entry as LoadState.Loaded).value.steps.single().situation)
    }

    @Test fun `a check is kept as evidence after the end of the process`() {
        launchWithChecks(SCAM)
        val saved = android.os.Bundle().also { controller.saveInstanceState(it) }
        controller.pause().stop().destroy(); app.onCreate(); launch(saved = saved); awaitReport()
        tap(R.string.result_keep_evidence); waitUntil(R.string.result_kept)
        navigate("log"); assertTrue(lines().single().evidence)
    }

    @Test fun `a deleted entry is not logged again by a new process`() {
        launchWithChecks(SCAM)
        val saved = android.os.Bundle().also { controller.saveInstanceState(it) }
        navigate("entry", app.check.report!!.entry.toString()); waitUntil("the entry") { (top as EntryScreen).state.entry is LoadState.Loaded }
        tap(R.string.action_delete); waitUntil(R.string.entry_delete_ask); tap(R.string.action_delete)
        waitUntil("deleted") { top !is EntryScreen }
        controller.pause().stop().destroy(); app.onCreate(); launch(saved = saved); awaitReport()
        navigate("log"); assertEquals(emptyList<LogLine>(), lines())
    }

    @Test fun `an error while evidence is kept is shown`() {
        launchWithChecks(SCAM)
        val entry = app.check.report!!.entry!!
        var isDeleted = false
        app.core.query({ isDeleted = true }) { it.logDelete(entry) }
        waitUntil("the entry to be deleted") { isDeleted }
        tap(R.string.result_keep_evidence); waitUntil(R.string.error_title)
        assertFalse(shows(string(R.string.result_kept)))
    }

    @Test fun `an entry is deleted after a confirmation`() {
        launchWithChecks(SCAM); navigate("log"); lines(); openEntry()
        tap(R.string.action_delete); waitUntil(R.string.entry_delete_ask); tap(R.string.action_delete)
        waitUntil("back in the log") { top is LogScreen && shows(string(R.string.log_empty)) }
    }

    @Test fun `erasing asks for a confirmation and keeps evidence`() {
        launchWithChecks(SCAM); tap(R.string.result_keep_evidence); waitUntil(R.string.result_kept)
        sendIntent(shareText(PLAIN)); waitUntil("the second report") { app.check.report?.text == PLAIN }
        navigate("log"); assertEquals(2, lines().size)
        tap(R.string.log_erase); waitUntil(R.string.log_erase_ask); tap(R.string.log_erase)
        waitUntil("one is left") { (log.state.lines as? LoadState.Loaded)?.value?.size == 1 }
        assertTrue(lines().single().evidence)
    }

    @Test fun `evidence is shared as a file that only the selected app may read`() {
        launchWithChecks(SCAM); tap(R.string.result_keep_evidence); waitUntil(R.string.result_kept)
        openEntry(); tap(R.string.export_make)
        var sheet: Intent? = null
        waitUntil("the share sheet") { nextStartedIntent()?.let { sheet = it }; sheet != null }
        assertEquals(Intent.ACTION_CHOOSER, sheet!!.action)
        @Suppress("DEPRECATION") val send = sheet!!.getParcelableExtra<Intent>(Intent.EXTRA_INTENT)!!
        assertTrue(send.flags and Intent.FLAG_GRANT_READ_URI_PERMISSION != 0)
        val file = app.directories.sharedFolder().listFiles()!!.single { it.name.endsWith(".zip") }
        assertEquals("PK", file.readBytes().take(2).map { it.toInt().toChar() }.joinToString(""))
    }

    @Test fun `a timeline step is added and shown`() {
        launchWithChecks(SCAM); openEntry(); tap(R.string.entry_add_step); awaitIdle()
        views().filterIsInstance<android.widget.EditText>().first().setText("转了五千元")
        tap(R.string.action_save)
        waitUntil("shown") { name == "entry" && shows("转了五千元") }
    }

    @Test fun `nothing is logged where the person chose to keep nothing`() {
        launch(); navigate("settings"); waitUntil("settings") { (top as SettingsScreen).state is LoadState.Loaded }
        tap(R.string.keep_nothing)
        waitUntil("set") { ((top as SettingsScreen).state as? LoadState.Loaded)?.value?.keep == Keep.NOTHING }
        sendIntent(shareText(SCAM)); awaitReport()
        assertNull(app.check.report!!.entry)
        assertTrue(shows(string(R.string.result_not_kept)))
    }

    @Test fun `the log survives the end of the process`() { launchWithChecks(SCAM); restartProcess(); navigate("log"); assertEquals(1, lines().size) }

    @Test fun `no text is stored unencrypted`() {
        launchWithChecks(SCAM)
        val folder = app.directories.coreFolder()
        for (f in folder.walk().filter { it.isFile }) assertFalse(f.name, "理赔" in f.readBytes().decodeToString())
    }

    @Test fun `with a lost key the log shows an error, checks go on, and a new log can be started`() {
        launchWithChecks(SCAM)
        FakeKeystore.secretKeys.clear()
        restartProcess()
        sendIntent(shareText(PLAIN)); awaitReport()
        assertNull(app.check.report!!.entry)
        navigate("log"); waitUntil(R.string.log_begin_new)
        tap(R.string.log_begin_new)
        waitUntil(R.string.log_empty)
        assertTrue("the old log is kept", app.directories.coreFolder().list()!!.any { ".old-" in it })
        sendIntent(shareText(SCAM)); waitUntil("a new entry") { app.check.report?.entry != null }
    }

    @Test fun `a damaged log is quarantined and checks go on`() {
        launchWithChecks(SCAM)
        controller.pause().stop().destroy()
        File(app.directories.coreFolder(), "journal.db").apply { writeBytes(ByteArray(length().toInt()) { 9 }) }
        app.onCreate(); launch()
        sendIntent(shareText(PLAIN)); awaitReport()
        assertNotNull("logged in the new log", app.check.report!!.entry)
        navigate("log"); assertEquals(1, lines().size)
        assertTrue("a notice says that the old log was quarantined", log.state.notices.any { it.notice == "journal.set-aside" && shows(it.text) })
    }
}
