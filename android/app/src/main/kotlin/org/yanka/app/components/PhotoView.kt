// A photo with its codes outlined and numbered. Two fingers or [zoom] enlarge it; one finger then moves it.
package org.yanka.app.components

import android.content.Context
import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Matrix
import android.graphics.Paint
import android.graphics.Path
import android.view.MotionEvent
import android.view.ScaleGestureDetector
import android.view.View

class PhotoView(context: Context, private val bitmap: Bitmap, private val codes: List<CodeOutline>) : View(context) {
    /** [corners] in pixels of the bitmap, in order around the code. */
    class CodeOutline(val corners: List<Pair<Float, Float>>, val color: Int)

    private val density = resources.displayMetrics.density
    private val outlinePaint = Paint(Paint.ANTI_ALIAS_FLAG).apply { style = Paint.Style.STROKE; strokeWidth = OUTLINE_WIDTH * density; strokeJoin = Paint.Join.ROUND }
    private val badgePaint = Paint(Paint.ANTI_ALIAS_FLAG)
    private val numberPaint = Paint(Paint.ANTI_ALIAS_FLAG).apply { color = Color.WHITE; textSize = NUMBER_SIZE * density; textAlign = Paint.Align.CENTER; isFakeBoldText = true }
    private val bitmapPaint = Paint(Paint.FILTER_BITMAP_FLAG)
    private var zoom = 1f
    private var offset = 0f to 0f
    private var lastTouch = 0f to 0f
    private val pinch = ScaleGestureDetector(context, object : ScaleGestureDetector.SimpleOnScaleGestureListener() {
        override fun onScale(detector: ScaleGestureDetector): Boolean { zoom(detector.scaleFactor); return true }
    })

    fun zoom(factor: Float) {
        zoom = (zoom * factor).coerceIn(1f, MAX_ZOOM)
        move(0f, 0f)
    }

    /** The photo's height at the available width, limited so that the text around it stays visible. */
    override fun onMeasure(width: Int, height: Int) {
        val available = MeasureSpec.getSize(width)
        setMeasuredDimension(available, (available * bitmap.height.toFloat() / bitmap.width).toInt().coerceIn((MIN_HEIGHT * density).toInt(), (MAX_HEIGHT * density).toInt()))
    }

    private fun bitmapScale() = minOf(width / bitmap.width.toFloat(), height / bitmap.height.toFloat()) * zoom

    private fun move(dx: Float, dy: Float) {
        val limitX = maxOf(0f, bitmap.width * bitmapScale() - width) / 2
        val limitY = maxOf(0f, bitmap.height * bitmapScale() - height) / 2
        offset = (offset.first + dx).coerceIn(-limitX, limitX) to (offset.second + dy).coerceIn(-limitY, limitY)
        invalidate()
    }

    override fun onTouchEvent(event: MotionEvent): Boolean {
        pinch.onTouchEvent(event)
        if (event.actionMasked == MotionEvent.ACTION_MOVE && zoom > 1f && event.pointerCount == 1) move(event.x - lastTouch.first, event.y - lastTouch.second)
        // A finger on the enlarged photo moves the photo and does not scroll the page.
        parent.requestDisallowInterceptTouchEvent(zoom > 1f || event.pointerCount > 1)
        lastTouch = event.x to event.y
        return true
    }

    override fun onDraw(canvas: Canvas) {
        val scale = bitmapScale()
        val toView = Matrix().apply {
            postScale(scale, scale)
            postTranslate((width - bitmap.width * scale) / 2 + offset.first, (height - bitmap.height * scale) / 2 + offset.second)
        }
        canvas.drawBitmap(bitmap, toView, bitmapPaint)
        codes.forEachIndexed { i, code -> drawOutline(canvas, toView, i + 1, code) }
    }

    private fun drawOutline(canvas: Canvas, toView: Matrix, number: Int, code: CodeOutline) {
        if (code.corners.size < 3) return
        val points = code.corners.flatMap { listOf(it.first, it.second) }.toFloatArray().also(toView::mapPoints)
        val path = Path().apply {
            moveTo(points[0], points[1])
            for (i in 2 until points.size step 2) lineTo(points[i], points[i + 1])
            close()
        }
        outlinePaint.color = code.color
        badgePaint.color = code.color
        canvas.drawPath(path, outlinePaint)
        canvas.drawCircle(points[0], points[1], BADGE_RADIUS * density, badgePaint)
        canvas.drawText(number.toString(), points[0], points[1] + 6 * density, numberPaint)
    }

    private companion object {
        // Sizes in dp. Empirical; no measurement recorded.
        const val MIN_HEIGHT = 120
        const val MAX_HEIGHT = 420
        const val OUTLINE_WIDTH = 4
        const val BADGE_RADIUS = 15
        const val NUMBER_SIZE = 16
        const val MAX_ZOOM = 6f
    }
}
