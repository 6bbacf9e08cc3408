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

/** Google's own accessibility checks over every screen, by day and night and in both sizes of type: nothing is found. */
@RunWith(RobolectricTestRunner::class)
class AccessibilityTest : Phone() {
    private fun nothingFound(language: String, scale: Float, time: String) {
        // So tall that hardly anything is out of sight.
        RuntimeEnvironment.setQualifiers("+$language-h9000dp-$time-hdpi")
        RuntimeEnvironment.setFontScale(scale)
        launch()
        val found = ScreensTest.NAMES.flatMap { screen ->
            activity.fromHome("home"); emptied()
            show(screen); settled()
            found(activity.window.decorView).map { "$screen: $it" }
        }
        assertEquals(emptyList<String>(), found)
    }

    private fun emptied() {
        var done = false
        app.core.ask({ done = true }) { it.logErase(true) }
        until("an empty log") { done }
    }

    @Test fun `Chinese by day`() = nothingFound("zh-rCN", 1f, "notnight")
    @Test fun `Chinese by night, large`() = nothingFound("zh-rCN", 2f, "night")
    @Test fun `English by night`() = nothingFound("en", 1f, "night")
    @Test fun `English by day, large`() = nothingFound("en", 2f, "notnight")

    @Test fun `what is planted is found`() {
        RuntimeEnvironment.setQualifiers("+notnight-hdpi")
        launch(); go("about"); settled()
        views().filterIsInstance<ImageButton>().first().contentDescription = null
        views().filterIsInstance<TextView>().first { it.text == string(R.string.about_what) }.setTextColor(0xFFE8E8E8.toInt())
        val line = views().first { it.isClickable && it.contentDescription == string(R.string.screen_log) }
        line.minimumHeight = 0; line.layoutParams.height = 30; line.requestLayout(); idle()
        val found = found(activity.window.decorView)
        for (check in listOf("SpeakableTextPresentCheck", "TextContrastCheck", "TouchTargetSizeCheck")) assertTrue("$check in $found", found.any { check in it })
    }
}

/** What the checks call an error or a warning. */
private fun found(view: View): List<String> {
    val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888).also { view.draw(Canvas(it)) }
    val hierarchy = AccessibilityHierarchyAndroid.newBuilder(view).build()
    val seen = Parameters().apply { putScreenCapture(BitmapImage(bitmap)) }
    return AccessibilityCheckPreset.getAccessibilityHierarchyChecksForPreset(AccessibilityCheckPreset.LATEST)
        .flatMap { it.runCheckOnHierarchy(hierarchy, null, seen) }
        .filter { it.type == AccessibilityCheckResultType.ERROR || it.type == AccessibilityCheckResultType.WARNING }
        .map { "${it.type} ${it.sourceCheckClass.simpleName}: ${it.element?.text ?: it.element?.contentDescription ?: it.element?.className}: ${it.getMessage(Locale.ENGLISH)}" }
        // A colour guessed from a word that is half scrolled away; Look computes it from the word itself.
        .filterNot { "TextContrastCheck" in it && "only partially visible" in it }
}
