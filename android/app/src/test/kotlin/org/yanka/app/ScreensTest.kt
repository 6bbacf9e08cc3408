package org.yanka.app

import android.view.WindowManager
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters
import org.robolectric.RuntimeEnvironment

/** Every screen in every language: filled by the core, nothing cut, every target large enough, secret where it must be. */
@RunWith(ParameterizedRobolectricTestRunner::class)
class ScreensTest(private val screen: String, private val language: String) : Phone() {
    @Test fun `holds together`() {
        RuntimeEnvironment.setQualifiers("+$language")
        launch()
        show(screen)
        settled()
        assertTrue("$screen says something", texts().size > 1)
        assertEquals(emptyList<String>(), Look.faults(activity))
        val secret = activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0
        assertEquals("$screen secret", screen in SECRET, secret)
    }

    @Test fun `at 200 percent on a small phone nothing is cut`() {
        RuntimeEnvironment.setQualifiers("+$language-w320dp-h568dp-night")
        RuntimeEnvironment.setFontScale(2f)
        launch()
        show(screen)
        settled()
        assertEquals(emptyList<String>(), Look.faults(activity))
    }

    @Test fun `sideways, on a tablet and from right to left nothing is cut`() {
        // An Arabic phone reads from right to left; the words are then the app's own language.
        val shapes = when (language) {
            "en" -> listOf("en-w720dp-h360dp-land", "en-w800dp-h1280dp-port") // the longest words
            "zh-rCN" -> listOf("zh-rCN-w720dp-h360dp-land", "ar-w360dp-h640dp-port")
            else -> listOf("$language-w800dp-h1280dp-port")
        }
        for (shape in shapes) {
            RuntimeEnvironment.setQualifiers("+$shape")
            RuntimeEnvironment.setFontScale(1.3f)
            launch(); show(screen); settled()
            assertEquals(shape, emptyList<String>(), Look.faults(activity))
            val widest = views().filter { it.parent is org.yanka.app.parts.Narrow }.maxOfOrNull { it.width / activity.resources.displayMetrics.density } ?: 0f
            assertTrue("$shape: lines of $widest dp", widest <= 641)
            assertEquals(shape, shape.startsWith("ar"), activity.window.decorView.layoutDirection == android.view.View.LAYOUT_DIRECTION_RTL)
            controller.pause().stop().destroy()
        }
    }

    companion object {
        val SECRET = setOf("type", "situation", "emergency", "questions", "script", "page", "log", "entry", "timeline", "own-rules")

        @JvmStatic @Parameters(name = "{0} {1}")
        fun cases(): List<Array<Any>> = NAMES.flatMap { screen -> listOf("zh-rCN", "zh-rTW", "en").map { arrayOf<Any>(screen, it) } }

        val NAMES = listOf(
            "home", "first-run", "type", "result", "trouble", "situation", "emergency", "numbers", "call", "checklist", "questions",
            "scripts", "script", "pages", "page", "log", "entry", "timeline", "own-rules", "rules", "settings", "about", "licences",
        )
    }
}

/** Goes to a screen as a person would reach it, with something in it. */
fun Phone.show(screen: String) {
    when (screen) {
        "result" -> { again(words(Phone.SCAM)); answered() }
        "call" -> go("call", "police")
        "script" -> go("script", "police")
        "page" -> go("page", "paid")
        "log", "entry", "timeline" -> {
            again(words(Phone.SCAM)); answered()
            val entry = app.check.report!!.entry!!
            go(screen, if (screen == "timeline") "$entry/0" else if (screen == "entry") "$entry" else "")
        }
        "home" -> Unit
        else -> go(screen)
    }
}
