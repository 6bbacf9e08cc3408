// What the person gives to be checked.
package org.yanka.app.core

sealed interface CheckInput {
    class Text(val text: String) : CheckInput

    /** An encoded image file. */
    class Photo(val bytes: ByteArray) : CheckInput

    /** Ids of the checklist items that were answered with "yes". */
    class Answers(val yes: List<String>) : CheckInput

    /** The origin unless the person says otherwise: cards lie in parcels, texts are sent. */
    val defaultOrigin get() = if (this is Text) Origin.MESSAGE else Origin.PARCEL

    val kind get() = if (this is Photo) SubjectKind.PHOTO else SubjectKind.TEXT
}
