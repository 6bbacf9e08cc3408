// The photo with each code outlined and numbered; it grows under two fingers or by the buttons.
package org.yanka.app.parts

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

class PhotoView(context: Context, private val bitmap: Bitmap, private val marks: List<Mark>) : View(context) {
    /** Corners in pixels of the bitmap. */
    class Mark(val corners: List<Pair<Float, Float>>, val color: Int)

    private val density = resources.displayMetrics.density
    private val line = Paint(Paint.ANTI_ALIAS_FLAG).apply { style = Paint.Style.STROKE; strokeWidth = 4 * density; strokeJoin = Paint.Join.ROUND }
    private val dot = Paint(Paint.ANTI_ALIAS_FLAG)
    private val digit = Paint(Paint.ANTI_ALIAS_FLAG).apply { color = Color.WHITE; textSize = 16 * density; textAlign = Paint.Align.CENTER; isFakeBoldText = true }
    private val paint = Paint(Paint.FILTER_BITMAP_FLAG)
    private var grown = 1f
    private var moved = 0f to 0f
    private var last = 0f to 0f
    private val pinch = ScaleGestureDetector(context, object : ScaleGestureDetector.SimpleOnScaleGestureListener() {
        override fun onScale(detector: ScaleGestureDetector): Boolean { zoom(detector.scaleFactor); return true }
    })

    fun zoom(by: Float) {
        grown = (grown * by).coerceIn(1f, 6f)
        move(0f, 0f)
    }

    /** As high as the picture is at this width, within what leaves room for the words around it. */
    override fun onMeasure(width: Int, height: Int) {
        val wide = MeasureSpec.getSize(width)
        setMeasuredDimension(wide, (wide * bitmap.height.toFloat() / bitmap.width).toInt().coerceIn((LEAST * density).toInt(), (MOST * density).toInt()))
    }

    private fun fit() = minOf(width / bitmap.width.toFloat(), height / bitmap.height.toFloat()) * grown

    private fun move(dx: Float, dy: Float) {
        val roomX = maxOf(0f, bitmap.width * fit() - width) / 2
        val roomY = maxOf(0f, bitmap.height * fit() - height) / 2
        moved = (moved.first + dx).coerceIn(-roomX, roomX) to (moved.second + dy).coerceIn(-roomY, roomY)
        invalidate()
    }

    override fun onTouchEvent(event: MotionEvent): Boolean {
        pinch.onTouchEvent(event)
        if (event.actionMasked == MotionEvent.ACTION_MOVE && grown > 1f && event.pointerCount == 1) move(event.x - last.first, event.y - last.second)
        // Once grown, the finger moves the photo and no longer the page.
        parent.requestDisallowInterceptTouchEvent(grown > 1f || event.pointerCount > 1)
        last = event.x to event.y
        return true
    }

    override fun onDraw(canvas: Canvas) {
        val fit = fit()
        val place = Matrix().apply {
            postScale(fit, fit)
            postTranslate((width - bitmap.width * fit) / 2 + moved.first, (height - bitmap.height * fit) / 2 + moved.second)
        }
        canvas.drawBitmap(bitmap, place, paint)
        marks.forEachIndexed { i, mark -> draw(canvas, place, i + 1, mark) }
    }

    private fun draw(canvas: Canvas, place: Matrix, number: Int, mark: Mark) {
        if (mark.corners.size < 3) return
        val points = mark.corners.flatMap { listOf(it.first, it.second) }.toFloatArray().also(place::mapPoints)
        val path = Path().apply {
            moveTo(points[0], points[1])
            for (i in 2 until points.size step 2) lineTo(points[i], points[i + 1])
            close()
        }
        line.color = mark.color
        dot.color = mark.color
        canvas.drawPath(path, line)
        canvas.drawCircle(points[0], points[1], 15 * density, dot)
        canvas.drawText(number.toString(), points[0], points[1] + 6 * density, digit)
    }

    private companion object {
        const val LEAST = 120
        const val MOST = 420
    }
}
