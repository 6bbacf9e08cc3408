// What was checked, shown with its reasons in place: the photo with its codes, and the texts.
package org.yanka.app.screens

import android.graphics.Bitmap
import android.view.View
import org.yanka.app.R
import org.yanka.app.core.Report
import org.yanka.app.core.Subject
import org.yanka.app.core.SubjectCode
import org.yanka.app.core.SubjectText
import org.yanka.app.core.SubjectWord
import org.yanka.app.parts.Kit
import org.yanka.app.parts.PhotoView
import org.yanka.app.parts.marked
import org.yanka.app.parts.tint
import org.yanka.app.parts.word

fun photoCard(kit: Kit, bitmap: Bitmap, report: Report): View = with(kit) {
    val scale = if (report.width == 0u) 1f else bitmap.width / report.width.toFloat()
    val marks = report.codes.map { code -> PhotoView.Mark(code.corners.map { it.x * scale to it.y * scale }, color(code.verdict.tint)) }
    column(heading(text(R.string.result_photo)), photo(kit, bitmap, text(R.string.result_photo_codes, report.codes.size), marks))
}

/** A picture that grows, by fingers and by buttons. */
fun photo(kit: Kit, bitmap: Bitmap, named: String, marks: List<PhotoView.Mark> = emptyList()): View = with(kit) {
    val photo = PhotoView(context, bitmap, marks).apply {
        contentDescription = named
    }
    column(
        photo,
        column(
            quietButton(text(R.string.result_zoom_in)) { photo.zoom(1.5f) },
            quietButton(text(R.string.result_zoom_out)) { photo.zoom(1 / 1.5f) }, gap = 8,
        ),
    )
}

/** Each code, read line and the text itself, with the words behind the reasons marked. */
fun subjects(kit: Kit, report: Report): List<View> = with(kit) {
    fun told(subject: Subject, words: String) = marked(
        words,
        report.findings.filter { it.subject == subject }.mapNotNull { f -> f.span?.let { it.start.toInt()..<it.end.toInt() to f.severity } },
        report.links.filter { it.subject == subject }.mapNotNull { l -> l.registrable?.let { it.start.toInt()..<it.end.toInt() } },
    )
    fun links(subject: Subject, said: String = "") = report.links.filter { it.subject == subject }.map { it.what }.distinct()
        .filter { it.isNotEmpty() && it != said }.map { small(it) }.toTypedArray()
    val codes = report.codes.mapIndexed { i, code ->
        val subject = SubjectCode(i.toUInt())
        card(
            strong(text(R.string.result_code, i + 1)),
            label(text(code.verdict.word), 16f, code.verdict.tint, bold = true),
            body(code.does),
            code.text?.takeIf { it.isNotEmpty() }?.let { label(told(subject, it), 16f) },
            *links(subject, code.does),
        )
    }
    val lines = report.words.mapIndexed { i, w -> card(small(text(R.string.result_read_by_machine)), body(told(SubjectWord(i.toUInt()), w.text))) }
    val text = report.text?.takeIf { it.isNotEmpty() }?.let {
        listOf(heading(text(R.string.result_text)), card(body(told(SubjectText, it.take(SHOWN_CHARS))), *links(SubjectText)))
    }.orEmpty()
    codes + lines + text
}

/** More than this on one screen helps nobody and stalls an old phone. */
private const val SHOWN_CHARS = 5_000
