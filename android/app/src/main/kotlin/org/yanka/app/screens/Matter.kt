// What a page of words for the phone is about: a thing of the core's and, where there is one, the
// entry of the log that fills its blanks.
package org.yanka.app.screens

import org.yanka.app.core.Checker
import org.yanka.app.core.Filling
import org.yanka.app.core.Language
import org.yanka.app.core.Script

/** A screen's argument: [id] alone or with the entry behind it. */
fun matter(id: String, entry: Long?) = if (entry == null) id else "$id/$entry"

class Matter(arg: String) {
    val id = arg.substringBefore('/')
    val entry = arg.substringAfter('/', "").toLongOrNull()

    fun script(checker: Checker, filled: List<Filling>, language: Language): Script? = script(checker, id, filled, language)

    /** An entry that is gone must not keep anybody from calling: the blanks then stay open. */
    fun script(checker: Checker, which: String, filled: List<Filling>, language: Language): Script? =
        entry?.let { runCatching { checker.scriptFromLog(which, it, filled, language) }.getOrNull() }
            ?: checker.script(which, filled, language)
}
