// What the person gives to be checked.
package org.yanka.app.core

sealed interface CheckInput {
    /** A longer text is cut to [MAX_CHARS]. */
    class Text(text: String) : CheckInput {
        val text = text.take(MAX_CHARS)

        companion object {
            /** UTF-16 code units. Empirical; no measurement recorded. */
            const val MAX_CHARS = 200_000
        }
    }

    /** An encoded image file. */
    class Photo(val bytes: ByteArray) : CheckInput

    /** Ids of the checklist items that were answered with "yes". */
    class Answers(val yes: List<String>) : CheckInput

    /** The origin unless the person says otherwise: cards lie in parcels, texts are sent. */
    val defaultOrigin get() = if (this is Text) Origin.MESSAGE else Origin.PARCEL

    val kind get() = if (this is Photo) SubjectKind.PHOTO else SubjectKind.TEXT
}
