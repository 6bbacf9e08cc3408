// An error with the sentence that a screen shows for it. Quotes no subject, payload or file name.
package org.yanka.app.core

class UserFacingError(val kind: Kind, val sentence: String) : Exception(sentence) {
    enum class Kind { LOG_KEY, LOG, PACK, CANCELLED, OTHER }
}
