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
        val small = Bitmap.createScaledBitmap(bitmap, bitmap.width / 2, bitmap.height / 2, true)
        val file = File(folder, "$name.png")
        file.outputStream().use { small.compress(Bitmap.CompressFormat.PNG, 100, it) }
        val colours = (0 until small.width step 7).flatMap { x -> (0 until small.height step 7).map { y -> small.getPixel(x, y) } }.toSet()
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

    @Test fun `a photographed card`() {
        RuntimeEnvironment.setQualifiers("+zh-rCN-hdpi")
        launch(picture(card("after-sales-wechat"))); answered(); settled()
        shot("result-photo")
        val page = activity.findViewById<android.widget.ScrollView>(R.id.page)!!
        val photo = views().filterIsInstance<org.yanka.app.parts.PhotoView>().single()
        val box = android.graphics.Rect(); photo.getDrawingRect(box); page.offsetDescendantRectToMyCoords(photo, box)
        page.scrollTo(0, box.top - 100); idle()
        shot("result-photo-codes")
    }
}
