// Exports log entries as one evidence file: the choices of its content, and the share sheet.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.core.EvidenceOptions

data class ExportChoices(val ownDetails: Boolean = false, val pictures: Boolean = true)

fun exportControls(views: ViewFactory, chosen: ExportChoices, change: (ExportChoices) -> Unit, export: () -> Unit): List<View> = with(views) {
    listOf(
        heading(text(R.string.log_export)),
        switch(text(R.string.export_pictures), chosen.pictures) { change(chosen.copy(pictures = it)) },
        switch(text(R.string.export_own_details), chosen.ownDetails) { change(chosen.copy(ownDetails = it)) },
        caption(text(R.string.export_look_first)),
        primaryButton(text(R.string.export_make), R.drawable.ic_share, export),
    )
}

/** Creates the file and opens the share sheet, unless the log was locked meanwhile. [onError] gets the core's sentence. */
fun Screen.exportEvidence(entries: List<Long>, chosen: ExportChoices, onError: (String) -> Unit) {
    val options = EvidenceOptions(core.now(), chosen.ownDetails, chosen.pictures)
    core.query<ByteArray>({ result ->
        if (!activity.isLocked) result.fold({ activity.outgoing.shareFile("yanka-evidence-${entries.first()}.zip", it) }, { onError(it.message.orEmpty()) })
    }) { it.logExport(entries, options, core.language) }
}
