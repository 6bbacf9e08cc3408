package org.yanka.app

import android.graphics.Bitmap
import android.graphics.Canvas
import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment

/** Draws each screen to target/screenshots, for review and for scripts/screenshots.py. */
@RunWith(RobolectricTestRunner::class)
class ScreenshotTest : AppTest() {
    private val folder = File(System.getProperty("yanka.screenshots")).apply { mkdirs() }

    /** Draws every screen and checks its layout. */
    private fun draw(language: String, scale: Float, night: Boolean) {
        RuntimeEnvironment.setQualifiers("+$language-${if (night) "night" else "notnight"}-hdpi")
        RuntimeEnvironment.setFontScale(scale)
        launch()
        for (screen in ScreensTest.NAMES) {
            activity.resetTo("home"); idle()
            show(screen); awaitIdle()
            assertEquals(screen, emptyList<String>(), LayoutChecks.violations(activity))
            saveScreenshot("$screen-${language.take(2)}-${(scale * 100).toInt()}-${if (night) "dark" else "light"}")
        }
    }

    private fun saveScreenshot(name: String) {
        val view = activity.window.decorView
        val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        view.draw(Canvas(bitmap))
        File(folder, "$name.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
        val colours = (0 until bitmap.width step 7).flatMap { x -> (0 until bitmap.height step 7).map { y -> bitmap.getPixel(x, y) } }.toSet()
        assertTrue("$name has content", colours.size > 3)
    }

    @Test fun `Chinese, light`() = draw("zh-rCN", 1f, night = false)
    @Test fun `Chinese, light, large`() = draw("zh-rCN", 2f, night = false)
    @Test fun `Chinese, dark`() = draw("zh-rCN", 1f, night = true)
    @Test fun `Chinese, dark, large`() = draw("zh-rCN", 2f, night = true)
    @Test fun `English, light`() = draw("en", 1f, night = false)
    @Test fun `English, light, large`() = draw("en", 2f, night = false)
    @Test fun `English, dark`() = draw("en", 1f, night = true)
    @Test fun `English, dark, large`() = draw("en", 2f, night = true)

    @Test fun `selection in the log`() {
        RuntimeEnvironment.setQualifiers("+zh-rCN-hdpi")
        launch(shareText(SCAM)); awaitReport(); navigate("log"); awaitIdle(); tap(R.string.action_select)
        views().filterIsInstance<android.widget.CheckBox>().first().performClick(); idle()
        assertEquals(emptyList<String>(), LayoutChecks.violations(activity))
        saveScreenshot("log-choosing")
    }

    @Test fun `several shared photos`() {
        RuntimeEnvironment.setQualifiers("+zh-rCN-hdpi")
        val uris = listOf("after-sales-wechat", "thank-you-official-shop").map { card ->
            android.net.Uri.parse("content://org.other.app/$card").also { org.robolectric.Shadows.shadowOf(app.contentResolver).registerInputStream(it, photoBytes(card).inputStream()) }
        }
        launch(android.content.Intent(android.content.Intent.ACTION_SEND_MULTIPLE).setType("image/*").putParcelableArrayListExtra(android.content.Intent.EXTRA_STREAM, ArrayList(uris)))
        awaitReport()
        assertEquals(emptyList<String>(), LayoutChecks.violations(activity))
        saveScreenshot("result-several")
        navigate("checklist"); awaitIdle(); waitUntil("the straight card") { views().any { it is org.yanka.app.components.PhotoView } }
        assertEquals(emptyList<String>(), LayoutChecks.violations(activity))
        saveScreenshot("checklist-card")
    }

    @Test fun `a photographed card, Chinese`() = photographed("zh-rCN")
    @Test fun `a photographed card, English`() = photographed("en")

    private fun photographed(language: String) {
        RuntimeEnvironment.setQualifiers("+$language-hdpi")
        launch(sharePhoto(photoBytes("after-sales-wechat"))); awaitReport(); awaitIdle()
        assertEquals(emptyList<String>(), LayoutChecks.violations(activity))
        saveScreenshot("result-photo-${language.take(2)}")
        val page = activity.findViewById<android.widget.ScrollView>(R.id.page)!!
        val photo = views().filterIsInstance<org.yanka.app.components.PhotoView>().single()
        val box = android.graphics.Rect(); photo.getDrawingRect(box); page.offsetDescendantRectToMyCoords(photo, box)
        page.scrollTo(0, box.top - 100); idle()
        saveScreenshot("result-photo-codes-${language.take(2)}")
    }
}
