// How evidence is handed out: what goes in, and the share sheet. One entry or several, it is one file.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.EvidenceOptions
import org.yanka.app.parts.Kit

data class Export(val ownDetails: Boolean = false, val pictures: Boolean = true)

fun exportParts(kit: Kit, chosen: Export, change: (Export) -> Unit, make: () -> Unit): List<View> = with(kit) {
    listOf(
        heading(text(R.string.log_export)),
        switch(text(R.string.export_pictures), chosen.pictures) { change(chosen.copy(pictures = it)) },
        switch(text(R.string.export_own_details), chosen.ownDetails) { change(chosen.copy(ownDetails = it)) },
        small(text(R.string.export_look_first)),
        mainButton(text(R.string.export_make), R.drawable.ic_share, make),
    )
}

/** Makes the file and opens the share sheet, unless the log was locked meanwhile; [failed] gets the core's sentence. */
fun Screen.export(entries: List<Long>, chosen: Export, failed: (String) -> Unit) {
    val options = EvidenceOptions(core.now(), chosen.ownDetails, chosen.pictures)
    core.ask<ByteArray>({ result ->
        if (!shell.locked) result.fold({ shell.out.shareFile("yanka-evidence-${entries.first()}.zip", it) }, { failed(it.message.orEmpty()) })
    }) { it.logExport(entries, options, core.language) }
}
