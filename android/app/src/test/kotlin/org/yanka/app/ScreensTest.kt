package org.yanka.app

import android.view.WindowManager
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters
import org.robolectric.RuntimeEnvironment

/** Every screen in every language has content, no cut text, large enough touch targets and, where needed, FLAG_SECURE. */
@RunWith(ParameterizedRobolectricTestRunner::class)
class ScreensTest(private val screen: String, private val language: String) : AppTest() {
    @Test fun `has content and a sound layout`() {
        RuntimeEnvironment.setQualifiers("+$language")
        launch()
        show(screen)
        awaitIdle()
        assertTrue("$screen has content", texts().size > 1)
        assertEquals(emptyList<String>(), LayoutChecks.violations(activity))
        val isSecure = activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0
        assertEquals("FLAG_SECURE of $screen", screen in SECURE, isSecure)
    }

    @Test fun `nothing is cut at 200 percent on a small phone`() {
        RuntimeEnvironment.setQualifiers("+$language-w320dp-h568dp-night")
        RuntimeEnvironment.setFontScale(2f)
        launch()
        show(screen)
        awaitIdle()
        assertEquals(emptyList<String>(), LayoutChecks.violations(activity))
    }

    @Test fun `nothing is cut in landscape, on a tablet and from right to left`() {
        // On an Arabic phone the layout is right to left and the text is in the app's default language.
        val shapes = when (language) {
            "en" -> listOf("en-w720dp-h360dp-land", "en-w800dp-h1280dp-port") // English has the longest words
            "zh-rCN" -> listOf("zh-rCN-w720dp-h360dp-land", "ar-w360dp-h640dp-port")
            else -> listOf("$language-w800dp-h1280dp-port")
        }
        for (shape in shapes) {
            RuntimeEnvironment.setQualifiers("+$shape")
            RuntimeEnvironment.setFontScale(1.3f)
            launch(); show(screen); awaitIdle()
            assertEquals(shape, emptyList<String>(), LayoutChecks.violations(activity))
            val widest = views().filter { it.parent is org.yanka.app.components.MaxWidthLayout }.maxOfOrNull { it.width / activity.resources.displayMetrics.density } ?: 0f
            assertTrue("$shape: lines of $widest dp", widest <= 641)
            assertEquals(shape, shape.startsWith("ar"), activity.window.decorView.layoutDirection == android.view.View.LAYOUT_DIRECTION_RTL)
            controller.pause().stop().destroy()
        }
    }

    companion object {
        val SECURE = setOf("type", "situation", "emergency", "questions", "script", "page", "log", "entry", "timeline", "own-rules")

        @JvmStatic @Parameters(name = "{0} {1}")
        fun cases(): List<Array<Any>> = NAMES.flatMap { screen -> listOf("zh-rCN", "zh-rTW", "en").map { arrayOf<Any>(screen, it) } }

        val NAMES = listOf(
            "home", "first-run", "type", "result", "error", "situation", "emergency", "numbers", "call", "checklist", "questions",
            "scripts", "script", "pages", "page", "log", "entry", "timeline", "own-rules", "rules", "settings", "about", "licences",
        )
    }
}

/** Opens a screen as a person would reach it, with content in it. */
fun AppTest.show(screen: String) {
    when (screen) {
        "result" -> { sendIntent(shareText(AppTest.SCAM)); awaitReport() }
        "call" -> navigate("call", "police")
        "script" -> navigate("script", "police")
        "page" -> navigate("page", "paid")
        "log", "entry", "timeline" -> {
            sendIntent(shareText(AppTest.SCAM)); awaitReport()
            val entry = app.check.report!!.entry!!
            navigate(screen, if (screen == "timeline") "$entry/0" else if (screen == "entry") "$entry" else "")
        }
        "home" -> Unit
        else -> navigate(screen)
    }
}
