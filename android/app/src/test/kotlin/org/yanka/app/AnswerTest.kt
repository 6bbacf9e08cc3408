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
        launch(); go("situation"); until("situations") { (top as SituationScreen).state.titles is Phase.Ready }
        val titles = ((top as SituationScreen).state.titles as Phase.Ready).value
        assertEquals(17, titles.size)
        tap(titles.first { it.first == org.yanka.app.core.Situation.PAID }.second)
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
        assertEquals(9000u, (pack() as Phase.Ready).value.version)
    }

    @Test fun `rules with another signature are refused`() {
        launch(); handIn(pack("altered")); until("refused") { (top as? RulesScreen)?.state?.pack is Phase.Failed }
    }

    @Test fun `older rules are refused`() {
        launch(); handIn(pack("older")); until("refused") { (top as? RulesScreen)?.state?.pack is Phase.Failed }
        tap(R.string.action_again); settled(); assertTrue(pack() is Phase.Ready)
    }

    @Test fun `the first frame asks nothing of the core on the main thread`() {
        launch()
        assertThrows(IllegalStateException::class.java) {
            app.core.javaClass.getDeclaredMethod("checker").apply { isAccessible = true }
                .let { try { it.invoke(app.core) } catch (e: java.lang.reflect.InvocationTargetException) { throw e.cause!! } }
        }
        assertEquals("home", name)
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

    @Test fun `two hundred checks do not grow`() {
        launch(words(PLAIN)); answered()
        fun used(): Long { repeat(3) { System.gc(); Thread.sleep(50) }; return Runtime.getRuntime().run { totalMemory() - freeMemory() } }
        var at50 = 0L
        for (i in 1..200) {
            val text = "$PLAIN $i"
            app.check.begin(org.yanka.app.core.Given.Words(text)); until("check $i") { app.check.report?.text == text }
            if (i == 50) at50 = used()
        }
        val grown = used() - at50
        assertTrue("grown by $grown", grown <= 2_000_000)
    }
}
