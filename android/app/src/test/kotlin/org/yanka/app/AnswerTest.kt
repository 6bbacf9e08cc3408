package org.yanka.app

import android.content.Intent
import android.net.Uri
import java.io.File
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.yanka.app.core.Phase
import org.yanka.app.core.Verdict
import org.yanka.app.parts.PhotoView
import org.yanka.app.screens.OwnRulesScreen
import org.yanka.app.screens.RulesScreen
import org.yanka.app.screens.SituationScreen

@RunWith(RobolectricTestRunner::class)
class AnswerTest : Phone() {
    private fun pack(name: String) = File(System.getProperty("yanka.packs"), "$name.yankapack").readBytes()
    private fun handIn(bytes: ByteArray) {
        val uri = Uri.parse("content://org.other.app/file/${bytes.size}")
        shadowOf(app.contentResolver).registerInputStream(uri, bytes.inputStream())
        again(Intent(Intent.ACTION_VIEW).setDataAndType(uri, "application/octet-stream"))
    }
    private fun pack() = (top as RulesScreen).state.pack

    @Test fun `danger is a word, a sign and a first step`() {
        launch(words(SCAM)); answered()
        assertTrue(shows(string(R.string.verdict_danger)))
        assertTrue(shows(app.check.report!!.headline))
        assertTrue(shows(app.check.report!!.advice.first().step))
        assertNotNull(activity.findViewById<android.view.View>(R.id.verdict))
    }

    @Test fun `nothing found is never called more than that`() {
        launch(words(PLAIN)); answered()
        assertEquals(Verdict.NOTHING_FOUND, app.check.report!!.verdict)
        assertTrue(shows(string(R.string.verdict_nothing_found)))
        assertFalse(texts().any { "安全" in it && "不" !in it })
    }

    @Test fun `every reason shows, its source on a tap`() {
        launch(words(SCAM)); answered()
        val report = app.check.report!!
        for (f in report.findings) assertTrue(shows(f.why))
        assertFalse(shows(report.findings.first().source.retrieved + " ·"))
        tap(R.string.result_source)
        assertTrue(shows(report.findings.last().source.source) || shows(report.findings.first().source.source))
    }

    @Test fun `the words behind a reason are marked in the text`() {
        launch(words(SCAM)); answered()
        val text = views().filterIsInstance<android.widget.TextView>().first { it.text.toString() == SCAM }.text as android.text.Spanned
        assertTrue(text.getSpans(0, text.length, android.text.style.BackgroundColorSpan::class.java).isNotEmpty())
    }

    @Test fun `the photo is shown with its codes`() {
        launch(picture(card("two-codes-choose"))); answered()
        val photo = views().filterIsInstance<PhotoView>().single()
        assertTrue(string(R.string.result_photo_codes, app.check.report!!.codes.size) == photo.contentDescription)
    }

    @Test fun `the family is warned through the share sheet, without the person's words`() {
        launch(words(SCAM)); answered(); tap(R.string.result_tell_family)
        var sheet: Intent? = null
        until("the share sheet") { started()?.let { sheet = it }; sheet != null }
        @Suppress("DEPRECATION") val send = sheet!!.getParcelableExtra<Intent>(Intent.EXTRA_INTENT)!!
        assertFalse(send.getStringExtra(Intent.EXTRA_TEXT)!!.contains(SCAM))
    }

    @Test fun `a number is dialled only by the person, after what to say`() {
        launch(); go("call", "police"); settled()
        assertNull(started())
        assertTrue(shows(string(R.string.hotline_say)))
        tap(string(R.string.action_call, "110"))
        val dial = started()!!
        assertEquals(Intent.ACTION_DIAL, dial.action)
        assertEquals("tel:110", dial.dataString)
    }

    @Test fun `an unknown number is never dialled`() { launch(); go("call", "13800138000"); settled(); until(R.string.numbers_none) }

    @Test fun `situations lead to steps`() {
        launch(); go("situation"); until("situations") { (top as SituationScreen).state.choices is Phase.Ready }
        val choices = ((top as SituationScreen).state.choices as Phase.Ready).value
        assertEquals(org.yanka.app.core.Situation.entries.toSet(), choices.map { it.situation }.toSet())
        for (c in choices) assertTrue(c.label, shows(c.label) && shows(c.meaning))
        tap(choices.first { it.situation == org.yanka.app.core.Situation.PAID }.label)
        tap(R.string.situation_show_steps)
        until("steps") { (top as SituationScreen).state.steps is Phase.Ready }
        assertTrue(((top as SituationScreen).state.steps as Phase.Ready).value.advice.isNotEmpty())
    }

    @Test fun `the checklist gives a whole answer`() {
        launch(); go("checklist"); settled()
        views().filterIsInstance<android.widget.CheckBox>().take(6).forEach { it.performClick() }
        tap(R.string.checklist_check); answered()
        assertTrue(app.check.report!!.findings.isNotEmpty())
    }

    @Test fun `yes leads to a page, no to the next question`() {
        launch(); go("questions"); settled()
        val first = texts()
        tap(R.string.questions_no); assertNotEquals(first, texts())
        tap(R.string.questions_yes); settled(); assertEquals("page", name)
    }

    @Test fun `a rule of one's own is added and taken away`() {
        launch(); go("own-rules", "example.com"); settled()
        tap(R.string.action_add)
        until("added") { ((top as OwnRulesScreen).state.list as? Phase.Ready)?.value?.size == 1 }
        tap(R.string.action_delete)
        until(R.string.own_rules_empty)
    }

    @Test fun `newer rules with the right signature are taken`() {
        launch(); handIn(pack("newer")); until(R.string.rules_installed)
        assertEquals(9000u, (pack() as Phase.Ready).value.info.version)
    }

    @Test fun `rules with another signature are refused`() {
        launch(); handIn(pack("altered")); until("refused") { (top as? RulesScreen)?.state?.pack is Phase.Failed }
    }

    @Test fun `older rules are refused`() {
        launch(); handIn(pack("older")); until("refused") { (top as? RulesScreen)?.state?.pack is Phase.Failed }
        tap(R.string.action_again); settled(); assertTrue(pack() is Phase.Ready)
    }

    @Test fun `planted faults of each kind are found`() {
        launch()
        fun planted(word: String, what: (android.widget.TextView) -> Unit) {
            activity.redraw(); idle()
            assertEquals(emptyList<String>(), Look.faults(activity))
            what(views().filterIsInstance<android.widget.TextView>().first { it.text == string(R.string.home_now) }); idle()
            assertTrue("$word in ${Look.faults(activity)}", Look.faults(activity).any { word in it })
        }
        planted("dots") { it.text = "字".repeat(200); it.maxLines = 1; it.ellipsize = android.text.TextUtils.TruncateAt.END }
        planted("lies over") { it.layoutParams = (it.layoutParams as android.widget.LinearLayout.LayoutParams).apply { bottomMargin = -200 }; it.requestLayout() }
        planted("an order of its own") { it.accessibilityTraversalBefore = R.id.title }
        planted("faint") { it.setTextColor(0xFFDDDDDD.toInt()) }
        planted("too small") { it.isClickable = true; it.layoutParams.height = 90; it.setPadding(0, 0, 0, 0); it.requestLayout() }
    }

    @Test fun `rules that are old by the phone's clock are told so, beside them`() {
        launch(); handIn(pack("old")); until(R.string.rules_installed)
        val said = (pack() as Phase.Ready).value.notices.single()
        assertEquals("pack.old", said.notice)
        assertTrue(shows(said.text))
    }

    @Test fun `fresh rules carry no remark`() {
        launch(); go("rules"); settled()
        // Where the clock stands long after the rules were fixed, the remark is right.
        val rules = (pack() as Phase.Ready).value
        val days = java.time.temporal.ChronoUnit.DAYS.between(java.time.LocalDate.parse(rules.info.date), java.time.LocalDate.now())
        assertEquals(days > 90, rules.notices.isNotEmpty())
    }

    @Test fun `a card that could not be read is laid straight beside the questions`() {
        launch(picture(card("after-sales-wechat"))); answered()
        go("checklist"); settled()
        until("the straight card") { views().any { it is PhotoView && it.contentDescription == string(R.string.checklist_card) } }
    }

    @Test fun `a photo is opened once for its check, another origin and the straight card, and closed with its screen`() {
        launch(picture(card("after-sales-wechat"))); answered()
        val session = app.check.items.single().photo!!.session
        app.check.changeOrigin(org.yanka.app.core.Origin.MESSAGE); answered()
        go("checklist"); settled(); until("the straight card") { views().any { it is PhotoView } }
        assertSame(session, app.check.items.single().photo!!.session)
        activity.fromHome("home"); idle()
        until("the session is closed") { runCatching { session.straightCard() }.exceptionOrNull() is IllegalStateException }
    }

    @Test fun `without a photo the checklist shows none`() {
        launch(); go("checklist"); settled()
        assertTrue(views().none { it is PhotoView })
    }

    @Test fun `what to say is filled from the log`() {
        launch(words(SCAM)); answered()
        val entry = app.check.report!!.entry!!
        go("timeline", "$entry/0"); settled()
        val fields = views().filterIsInstance<android.widget.EditText>()
        fields[0].setText("转给客服"); fields[1].setText("4321元")
        tap(R.string.action_save); until("back") { name == "result" }
        go("script", "police"); settled()
        assertFalse(shows("4321"))
        activity.back(); tap(R.string.screen_scripts); settled()
        until("scripts") { name == "scripts" }
        go("script", "police/$entry"); settled()
        assertTrue(shows(string(R.string.script_from_log)))
        assertTrue(texts().any { "4321元" in it })
    }

    @Test fun `words for the phone are there even where the entry is gone`() {
        launch(); go("script", "police/999"); settled()
        assertTrue((top as org.yanka.app.screens.ScriptScreen).state.script.let { it is Phase.Ready && it.value!!.lines.isNotEmpty() })
        go("call", "police/999"); settled(); assertTrue(shows("110"))
    }

    @Test fun `the first frame asks nothing of the core on the main thread`() {
        launch()
        assertThrows(IllegalStateException::class.java) {
            app.core.javaClass.getDeclaredMethod("checker").apply { isAccessible = true }
                .let { try { it.invoke(app.core) } catch (e: java.lang.reflect.InvocationTargetException) { throw e.cause!! } }
        }
        assertEquals("home", name)
    }

    @Test fun `home asks the core nothing, a shared photo asks it once`() {
        launch(); assertEquals(0, app.core.asked)
        again(picture(card("after-sales-wechat"))); answered(); settled()
        assertTrue(shows(app.check.report!!.headline))
        assertEquals(1, app.core.asked)
    }

    @Test fun `bars of the system cover nothing`() {
        launch()
        val bars = android.view.WindowInsets.Builder()
            .setInsets(android.view.WindowInsets.Type.systemBars(), android.graphics.Insets.of(0, 96, 0, 144)).build()
        val frame = activity.findViewById<android.view.View>(R.id.frame)!!
        frame.dispatchApplyWindowInsets(bars)
        assertEquals(96, frame.paddingTop)
        assertEquals(144, frame.paddingBottom)
    }

    @Test fun `copied words are marked sensitive`() {
        launch(); activity.out.copy("x")
        val clip = activity.getSystemService(android.content.ClipboardManager::class.java)!!.primaryClip!!
        assertTrue(clip.description.extras.getBoolean("android.content.extra.IS_SENSITIVE"))
    }

    @Test fun `a planted overflow is found`() {
        launch()
        val heading = views().filterIsInstance<android.widget.TextView>().first { it.text == string(R.string.home_now) }
        heading.layoutParams = heading.layoutParams.apply { height = 20 }
        heading.requestLayout(); idle()
        assertTrue(Look.faults(activity).any { "cut below" in it })
    }
}
