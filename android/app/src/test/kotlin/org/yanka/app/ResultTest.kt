package org.yanka.app

import android.content.Intent
import android.net.Uri
import java.io.File
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.yanka.app.components.PhotoView
import org.yanka.app.core.LoadState
import org.yanka.app.core.Verdict
import org.yanka.app.screens.OwnRulesScreen
import org.yanka.app.screens.RulesScreen
import org.yanka.app.screens.SituationScreen

/** The result of a check, and the screens that it leads to. */
@RunWith(RobolectricTestRunner::class)
class ResultTest : AppTest() {
    private fun packBytes(name: String) = File(System.getProperty("yanka.packs"), "$name.yankapack").readBytes()
    private fun installRulePack(bytes: ByteArray) {
        val uri = Uri.parse("content://org.other.app/file/${bytes.size}")
        shadowOf(app.contentResolver).registerInputStream(uri, bytes.inputStream())
        sendIntent(Intent(Intent.ACTION_VIEW).setDataAndType(uri, "application/octet-stream"))
    }
    private fun packState() = (top as RulesScreen).state.pack

    @Test fun `danger shows its word, headline and first step`() {
        launch(shareText(SCAM)); awaitReport()
        assertTrue(shows(string(R.string.verdict_danger)))
        assertTrue(shows(app.check.report!!.headline))
        assertTrue(shows(app.check.report!!.advice.first().step))
        assertNotNull(activity.findViewById<android.view.View>(R.id.verdict))
    }

    @Test fun `nothing found is never called safe`() {
        launch(shareText(PLAIN)); awaitReport()
        assertEquals(Verdict.NOTHING_FOUND, app.check.report!!.verdict)
        assertTrue(shows(string(R.string.verdict_nothing_found)))
        assertFalse(texts().any { "安全" in it && "不" !in it })
    }

    @Test fun `every finding is shown, its source after a tap`() {
        launch(shareText(SCAM)); awaitReport()
        val report = app.check.report!!
        for (f in report.findings) assertTrue(shows(f.why) && shows(f.title))
        assertFalse(shows(report.findings.first().source.retrieved + " ·"))
        tap(R.string.result_source)
        assertTrue(shows(report.findings.last().source.source) || shows(report.findings.first().source.source))
    }

    @Test fun `the words behind a finding are highlighted in the text`() {
        launch(shareText(SCAM)); awaitReport()
        val text = views().filterIsInstance<android.widget.TextView>().first { it.text.toString() == SCAM }.text as android.text.Spanned
        assertTrue(text.getSpans(0, text.length, android.text.style.BackgroundColorSpan::class.java).isNotEmpty())
    }

    @Test fun `the photo is shown with its codes`() {
        launch(sharePhoto(photoBytes("two-codes-choose"))); awaitReport()
        val photo = views().filterIsInstance<PhotoView>().single()
        assertTrue(string(R.string.result_photo_codes, app.check.report!!.codes.size) == photo.contentDescription)
    }

    @Test fun `the warning for the family is shared without the checked text`() {
        launch(shareText(SCAM)); awaitReport(); tap(R.string.result_tell_family)
        var sheet: Intent? = null
        waitUntil("the share sheet") { nextStartedIntent()?.let { sheet = it }; sheet != null }
        @Suppress("DEPRECATION") val send = sheet!!.getParcelableExtra<Intent>(Intent.EXTRA_INTENT)!!
        assertFalse(send.getStringExtra(Intent.EXTRA_TEXT)!!.contains(SCAM))
    }

    @Test fun `a number is dialled only after a tap, below what to say`() {
        launch(); navigate("call", "police"); awaitIdle()
        assertNull(nextStartedIntent())
        assertTrue(shows(string(R.string.hotline_say)))
        tap(string(R.string.action_call, "110"))
        val dial = nextStartedIntent()!!
        assertEquals(Intent.ACTION_DIAL, dial.action)
        assertEquals("tel:110", dial.dataString)
    }

    @Test fun `an unknown number is never dialled`() { launch(); navigate("call", "13800138000"); awaitIdle(); waitUntil(R.string.numbers_none) }

    @Test fun `selected situations lead to steps`() {
        launch(); navigate("situation"); waitUntil("situations") { (top as SituationScreen).state.choices is LoadState.Loaded }
        val choices = ((top as SituationScreen).state.choices as LoadState.Loaded).value
        assertEquals(org.yanka.app.core.Situation.entries.toSet(), choices.map { it.situation }.toSet())
        for (c in choices) assertTrue(c.label, shows(c.label) && shows(c.meaning))
        tap(choices.first { it.situation == org.yanka.app.core.Situation.PAID }.label)
        tap(R.string.situation_show_steps)
        waitUntil("steps") { (top as SituationScreen).state.steps is LoadState.Loaded }
        assertTrue(((top as SituationScreen).state.steps as LoadState.Loaded).value.advice.isNotEmpty())
    }

    @Test fun `the checklist leads to a report`() {
        launch(); navigate("checklist"); awaitIdle()
        views().filterIsInstance<android.widget.CheckBox>().take(6).forEach { it.performClick() }
        tap(R.string.checklist_check); awaitReport()
        assertTrue(app.check.report!!.findings.isNotEmpty())
    }

    @Test fun `yes opens a page, no the next question`() {
        launch(); navigate("questions"); awaitIdle()
        val first = texts()
        tap(R.string.questions_no); assertNotEquals(first, texts())
        tap(R.string.questions_yes); awaitIdle(); assertEquals("page", name)
    }

    @Test fun `an own rule is added and removed`() {
        launch(); navigate("own-rules", "example.com"); awaitIdle()
        tap(R.string.action_add)
        waitUntil("added") { ((top as OwnRulesScreen).state.list as? LoadState.Loaded)?.value?.size == 1 }
        tap(R.string.action_delete)
        waitUntil(R.string.own_rules_empty)
    }

    @Test fun `a newer rule pack with a valid signature is installed`() {
        launch(); installRulePack(packBytes("newer")); waitUntil(R.string.rules_installed)
        assertEquals(9000u, (packState() as LoadState.Loaded).value.info.version)
    }

    @Test fun `an altered rule pack is refused`() {
        launch(); installRulePack(packBytes("altered")); waitUntil("refused") { (top as? RulesScreen)?.state?.pack is LoadState.Failed }
    }

    @Test fun `an older rule pack is refused`() {
        launch(); installRulePack(packBytes("older")); waitUntil("refused") { (top as? RulesScreen)?.state?.pack is LoadState.Failed }
        tap(R.string.action_again); awaitIdle(); assertTrue(packState() is LoadState.Loaded)
    }

    @Test fun `LayoutChecks reports planted faults of each kind`() {
        launch()
        fun planted(word: String, what: (android.widget.TextView) -> Unit) {
            activity.redraw(); idle()
            assertEquals(emptyList<String>(), LayoutChecks.violations(activity))
            what(views().filterIsInstance<android.widget.TextView>().first { it.text == string(R.string.home_now) }); idle()
            assertTrue("$word in ${LayoutChecks.violations(activity)}", LayoutChecks.violations(activity).any { word in it })
        }
        planted("ellipsis") { it.text = "字".repeat(200); it.maxLines = 1; it.ellipsize = android.text.TextUtils.TruncateAt.END }
        planted("overlaps") { it.layoutParams = (it.layoutParams as android.widget.LinearLayout.LayoutParams).apply { bottomMargin = -200 }; it.requestLayout() }
        planted("custom focus order") { it.accessibilityTraversalBefore = R.id.title }
        planted("low contrast") { it.setTextColor(0xFFDDDDDD.toInt()) }
        planted("too small") { it.isClickable = true; it.layoutParams.height = 90; it.setPadding(0, 0, 0, 0); it.requestLayout() }
    }

    @Test fun `an old rule pack shows a notice`() {
        launch(); installRulePack(packBytes("old")); waitUntil(R.string.rules_installed)
        val notice = (packState() as LoadState.Loaded).value.notices.single()
        assertEquals("pack.old", notice.notice)
        assertTrue(shows(notice.text))
    }

    @Test fun `a fresh rule pack shows no notice`() {
        launch(); navigate("rules"); awaitIdle()
        // A clock far ahead of the pack's date makes the notice correct.
        val rules = (packState() as LoadState.Loaded).value
        val days = java.time.temporal.ChronoUnit.DAYS.between(java.time.LocalDate.parse(rules.info.date), java.time.LocalDate.now())
        assertEquals(days > 90, rules.notices.isNotEmpty())
    }

    @Test fun `the checklist shows the straight card of the photo`() {
        launch(sharePhoto(photoBytes("after-sales-wechat"))); awaitReport()
        navigate("checklist"); awaitIdle()
        waitUntil("the straight card") { views().any { it is PhotoView && it.contentDescription == string(R.string.checklist_card) } }
    }

    @Test fun `one session serves the check, another origin and the straight card, and closes with the result`() {
        launch(sharePhoto(photoBytes("after-sales-wechat"))); awaitReport()
        val session = app.check.items.single().photo!!.session
        app.check.changeOrigin(org.yanka.app.core.Origin.MESSAGE); awaitReport()
        navigate("checklist"); awaitIdle(); waitUntil("the straight card") { views().any { it is PhotoView } }
        assertSame(session, app.check.items.single().photo!!.session)
        activity.resetTo("home"); idle()
        waitUntil("the session is closed") { runCatching { session.straightCard() }.exceptionOrNull() is IllegalStateException }
    }

    @Test fun `without a photo the checklist shows no card`() {
        launch(); navigate("checklist"); awaitIdle()
        assertTrue(views().none { it is PhotoView })
    }

    @Test fun `a log entry fills the blanks of a script`() {
        launch(shareText(SCAM)); awaitReport()
        val entry = app.check.report!!.entry!!
        navigate("timeline", "$entry/0"); awaitIdle()
        val fields = views().filterIsInstance<android.widget.EditText>()
        fields[0].setText("转给客服"); fields[1].setText("4321元")
        tap(R.string.action_save); waitUntil("back") { name == "result" }
        navigate("script", "police"); awaitIdle()
        assertFalse(shows("4321"))
        activity.back(); tap(R.string.screen_scripts); awaitIdle()
        waitUntil("scripts") { name == "scripts" }
        navigate("script", "police/$entry"); awaitIdle()
        assertTrue(shows(string(R.string.script_from_log)))
        assertTrue(texts().any { "4321元" in it })
    }

    @Test fun `scripts are shown where the entry was deleted`() {
        launch(); navigate("script", "police/999"); awaitIdle()
        assertTrue((top as org.yanka.app.screens.ScriptScreen).state.script.let { it is LoadState.Loaded && it.value!!.lines.isNotEmpty() })
        navigate("call", "police/999"); awaitIdle(); assertTrue(shows("110"))
    }

    @Test fun `calling the core on the main thread fails`() {
        launch()
        assertThrows(IllegalStateException::class.java) {
            app.core.javaClass.getDeclaredMethod("checker").apply { isAccessible = true }
                .let { try { it.invoke(app.core) } catch (e: java.lang.reflect.InvocationTargetException) { throw e.cause!! } }
        }
        assertEquals("home", name)
    }

    @Test fun `home calls the core never, a shared photo once`() {
        launch(); assertEquals(0, app.core.callCount)
        sendIntent(sharePhoto(photoBytes("after-sales-wechat"))); awaitReport(); awaitIdle()
        assertTrue(shows(app.check.report!!.headline))
        assertEquals(1, app.core.callCount)
    }

    @Test fun `the content is laid out between the system bars`() {
        launch()
        val bars = android.view.WindowInsets.Builder()
            .setInsets(android.view.WindowInsets.Type.systemBars(), android.graphics.Insets.of(0, 96, 0, 144)).build()
        val frame = activity.findViewById<android.view.View>(R.id.frame)!!
        frame.dispatchApplyWindowInsets(bars)
        assertEquals(96, frame.paddingTop)
        assertEquals(144, frame.paddingBottom)
    }

    @Test fun `LayoutChecks reports a planted overflow`() {
        launch()
        val heading = views().filterIsInstance<android.widget.TextView>().first { it.text == string(R.string.home_now) }
        heading.layoutParams = heading.layoutParams.apply { height = 20 }
        heading.requestLayout(); idle()
        assertTrue(LayoutChecks.violations(activity).any { "cut below" in it })
    }
}
