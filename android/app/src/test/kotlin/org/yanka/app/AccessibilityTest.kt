package org.yanka.app

import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import android.widget.ImageButton
import android.widget.TextView
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityCheckPreset
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityCheckResult.AccessibilityCheckResultType
import com.google.android.apps.common.testing.accessibility.framework.Parameters
import com.google.android.apps.common.testing.accessibility.framework.uielement.AccessibilityHierarchyAndroid
import com.google.android.apps.common.testing.accessibility.framework.utils.contrast.BitmapImage
import java.util.Locale
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment

/** Google's accessibility checks report nothing on any screen, in the light and dark themes and at two text sizes. */
@RunWith(RobolectricTestRunner::class)
class AccessibilityTest : AppTest() {
    private fun assertNoIssues(language: String, scale: Float, theme: String) {
        // Tall enough to show almost every screen without scrolling.
        RuntimeEnvironment.setQualifiers("+$language-h9000dp-$theme-hdpi")
        RuntimeEnvironment.setFontScale(scale)
        launch()
        val issues = ScreensTest.NAMES.flatMap { screen ->
            activity.resetTo("home"); eraseLog()
            show(screen); awaitIdle()
            issues(activity.window.decorView).map { "$screen: $it" }
        }
        assertEquals(emptyList<String>(), issues)
    }

    private fun eraseLog() {
        var done = false
        app.core.query({ done = true }) { it.logErase(true) }
        waitUntil("the log to be erased") { done }
    }

    @Test fun `Chinese, light theme`() = assertNoIssues("zh-rCN", 1f, "notnight")
    @Test fun `Chinese, dark theme, large text`() = assertNoIssues("zh-rCN", 2f, "night")
    @Test fun `English, dark theme`() = assertNoIssues("en", 1f, "night")
    @Test fun `English, light theme, large text`() = assertNoIssues("en", 2f, "notnight")

    @Test fun `planted issues are reported`() {
        RuntimeEnvironment.setQualifiers("+notnight-hdpi")
        launch(); navigate("about"); awaitIdle()
        views().filterIsInstance<ImageButton>().first().contentDescription = null
        views().filterIsInstance<TextView>().first { it.text == string(R.string.about_what) }.setTextColor(0xFFE8E8E8.toInt())
        val line = views().first { it.isClickable && it.contentDescription == string(R.string.screen_log) }
        line.minimumHeight = 0; line.layoutParams.height = 30; line.requestLayout(); idle()
        val issues = issues(activity.window.decorView)
        for (check in listOf("SpeakableTextPresentCheck", "TextContrastCheck", "TouchTargetSizeCheck")) assertTrue("$check in $issues", issues.any { check in it })
    }
}

/** Errors and warnings of the checks. */
private fun issues(view: View): List<String> {
    val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888).also { view.draw(Canvas(it)) }
    val hierarchy = AccessibilityHierarchyAndroid.newBuilder(view).build()
    val parameters = Parameters().apply { putScreenCapture(BitmapImage(bitmap)) }
    return AccessibilityCheckPreset.getAccessibilityHierarchyChecksForPreset(AccessibilityCheckPreset.LATEST)
        .flatMap { it.runCheckOnHierarchy(hierarchy, null, parameters) }
        .filter { it.type == AccessibilityCheckResultType.ERROR || it.type == AccessibilityCheckResultType.WARNING }
        .map { "${it.type} ${it.sourceCheckClass.simpleName}: ${it.element?.text ?: it.element?.contentDescription ?: it.element?.className}: ${it.getMessage(Locale.ENGLISH)}" }
        // The check estimates the colour of partly visible text from pixels; LayoutChecks computes it from the view.
        .filterNot { "TextContrastCheck" in it && "only partially visible" in it }
}
