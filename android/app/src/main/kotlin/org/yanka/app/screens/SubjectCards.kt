// Shows what was checked: the photo with its codes, and each text with the words behind the findings highlighted.
package org.yanka.app.screens

import android.graphics.Bitmap
import android.view.View
import org.yanka.app.R
import org.yanka.app.components.PhotoView
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.colorRes
import org.yanka.app.components.highlighted
import org.yanka.app.components.labelRes
import org.yanka.app.core.Report
import org.yanka.app.core.Subject
import org.yanka.app.core.SubjectCode
import org.yanka.app.core.SubjectText
import org.yanka.app.core.SubjectWord

fun annotatedPhotoCard(views: ViewFactory, bitmap: Bitmap, report: Report): View = with(views) {
    val scale = if (report.width == 0u) 1f else bitmap.width / report.width.toFloat()
    val codes = report.codes.map { code -> PhotoView.CodeOutline(code.corners.map { it.x * scale to it.y * scale }, color(code.verdict.colorRes)) }
    column(heading(text(R.string.result_photo)), zoomablePhoto(views, bitmap, text(R.string.result_photo_codes, report.codes.size), codes))
}

/** A photo with zoom buttons below it. */
fun zoomablePhoto(views: ViewFactory, bitmap: Bitmap, description: String, codes: List<PhotoView.CodeOutline> = emptyList()): View = with(views) {
    val photo = PhotoView(context, bitmap, codes).apply {
        contentDescription = description
    }
    column(
        photo,
        column(
            secondaryButton(text(R.string.result_zoom_in)) { photo.zoom(1.5f) },
            secondaryButton(text(R.string.result_zoom_out)) { photo.zoom(1 / 1.5f) }, gap = 8,
        ),
    )
}

/** Cards for each code, each printed line and the text. */
fun subjectCards(views: ViewFactory, report: Report): List<View> = with(views) {
    fun highlight(subject: Subject, text: String) = highlighted(
        text,
        report.findings.filter { it.subject == subject }
            .flatMap { f -> f.spans.map { it.start.toInt()..<it.end.toInt() to f.severity } },
        report.links.filter { it.subject == subject }.mapNotNull { l -> l.registrable?.let { it.start.toInt()..<it.end.toInt() } },
    )
    fun links(subject: Subject, shown: String = "") = report.links.filter { it.subject == subject }.map { it.what }.distinct()
        .filter { it.isNotEmpty() && it != shown }.map { caption(it) }.toTypedArray()
    val codes = report.codes.mapIndexed { i, code ->
        val subject = SubjectCode(i.toUInt())
        card(
            boldText(text(R.string.result_code, i + 1)),
            label(text(code.verdict.labelRes), 16f, code.verdict.colorRes, bold = true),
            body(code.does),
            code.text?.takeIf { it.isNotEmpty() }?.let { label(highlight(subject, it), 16f) },
            *links(subject, code.does),
        )
    }
    val lines = report.words.mapIndexed { i, line -> card(caption(text(R.string.result_read_by_machine)), body(highlight(SubjectWord(i.toUInt()), line.text))) }
    val text = report.text?.takeIf { it.isNotEmpty() }?.let {
        listOf(heading(text(R.string.result_text)), card(body(highlight(SubjectText, it.take(MAX_SHOWN_CHARS))), *links(SubjectText)))
    }.orEmpty()
    codes + lines + text
}

/** Longer texts are cut for display, because their layout stalls slow phones. Empirical; no measurement recorded. */
private const val MAX_SHOWN_CHARS = 5_000
