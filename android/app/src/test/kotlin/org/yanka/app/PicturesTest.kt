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

/** Draws each screen as a phone would and leaves the pictures in target/pictures, to be looked at. */
@RunWith(RobolectricTestRunner::class)
class PicturesTest : Phone() {
    private val folder = File(System.getProperty("yanka.pictures")).apply { mkdirs() }

    /** Every screen as a picture; no word of it is cut. */
    private fun draw(language: String, scale: Float, night: Boolean) {
        RuntimeEnvironment.setQualifiers("+$language-${if (night) "night" else "notnight"}-hdpi")
        RuntimeEnvironment.setFontScale(scale)
        launch()
        for (screen in ScreensTest.NAMES) {
            activity.fromHome("home"); idle()
            show(screen); settled()
            assertEquals(screen, emptyList<String>(), Look.faults(activity))
            shot("$screen-${language.take(2)}-${(scale * 100).toInt()}-${if (night) "dark" else "light"}")
        }
    }

    private fun shot(name: String) {
        val view = activity.window.decorView
        val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        view.draw(Canvas(bitmap))
        File(folder, "$name.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
        val colours = (0 until bitmap.width step 7).flatMap { x -> (0 until bitmap.height step 7).map { y -> bitmap.getPixel(x, y) } }.toSet()
        assertTrue("$name is not empty", colours.size > 3)
    }

    @Test fun `Chinese, light`() = draw("zh-rCN", 1f, night = false)
    @Test fun `Chinese, light, large`() = draw("zh-rCN", 2f, night = false)
    @Test fun `Chinese, dark`() = draw("zh-rCN", 1f, night = true)
    @Test fun `Chinese, dark, large`() = draw("zh-rCN", 2f, night = true)
    @Test fun `English, light`() = draw("en", 1f, night = false)
    @Test fun `English, light, large`() = draw("en", 2f, night = false)
    @Test fun `English, dark`() = draw("en", 1f, night = true)
    @Test fun `English, dark, large`() = draw("en", 2f, night = true)

    @Test fun `several in the log are chosen`() {
        RuntimeEnvironment.setQualifiers("+zh-rCN-hdpi")
        launch(words(SCAM)); answered(); go("log"); settled(); tap(R.string.action_select)
        views().filterIsInstance<android.widget.CheckBox>().first().performClick(); idle()
        assertEquals(emptyList<String>(), Look.faults(activity))
        shot("log-choosing")
    }

    @Test fun `several shared pictures`() {
        RuntimeEnvironment.setQualifiers("+zh-rCN-hdpi")
        val uris = listOf("after-sales-wechat", "thank-you-official-shop").map { card ->
            android.net.Uri.parse("content://org.other.app/$card").also { org.robolectric.Shadows.shadowOf(app.contentResolver).registerInputStream(it, card(card).inputStream()) }
        }
        launch(android.content.Intent(android.content.Intent.ACTION_SEND_MULTIPLE).setType("image/*").putParcelableArrayListExtra(android.content.Intent.EXTRA_STREAM, ArrayList(uris)))
        answered()
        assertEquals(emptyList<String>(), Look.faults(activity))
        shot("result-several")
        go("checklist"); settled(); until("the card") { views().any { it is org.yanka.app.parts.PhotoView } }
        assertEquals(emptyList<String>(), Look.faults(activity))
        shot("checklist-card")
    }

    @Test fun `a photographed card, Chinese`() = photographed("zh-rCN")
    @Test fun `a photographed card, English`() = photographed("en")

    private fun photographed(language: String) {
        RuntimeEnvironment.setQualifiers("+$language-hdpi")
        launch(picture(card("after-sales-wechat"))); answered(); settled()
        assertEquals(emptyList<String>(), Look.faults(activity))
        shot("result-photo-${language.take(2)}")
        val page = activity.findViewById<android.widget.ScrollView>(R.id.page)!!
        val photo = views().filterIsInstance<org.yanka.app.parts.PhotoView>().single()
        val box = android.graphics.Rect(); photo.getDrawingRect(box); page.offsetDescendantRectToMyCoords(photo, box)
        page.scrollTo(0, box.top - 100); idle()
        shot("result-photo-codes-${language.take(2)}")
    }
}
