// The argument of screens that show a script or a hotline: its id and, optionally, the log entry that fills the
// script's blanks.
package org.yanka.app.screens

import org.yanka.app.core.Checker
import org.yanka.app.core.Filling
import org.yanka.app.core.Language
import org.yanka.app.core.Script

/** The screen argument that [EntryLinkedId] parses. */
fun entryLinkedArg(id: String, entry: Long?) = if (entry == null) id else "$id/$entry"

/** [entry] is the number of a log entry; null where the screen was not opened from one. */
class EntryLinkedId(arg: String) {
    val id = arg.substringBefore('/')
    val entry = arg.substringAfter('/', "").toLongOrNull()

    fun loadScript(checker: Checker, filled: List<Filling>, language: Language): Script? = loadScript(checker, id, filled, language)

    /** Where the entry was deleted, the script's blanks stay open: the person must be able to call. */
    fun loadScript(checker: Checker, scriptId: String, filled: List<Filling>, language: Language): Script? =
        entry?.let { runCatching { checker.scriptFromLog(scriptId, it, filled, language) }.getOrNull() }
            ?: checker.script(scriptId, filled, language)
}
