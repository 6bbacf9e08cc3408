// For words that cannot be copied: the person types them.
package org.yanka.app.screens

import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Given
import org.yanka.app.parts.Kit

class TypeScreen : Screen("type") {
    override val title = R.string.home_type
    override val secret = true
    private var words = ""

    override fun draw(kit: Kit) = with(kit) {
        page(
            small(text(R.string.home_nothing_copied)),
            input(text(R.string.home_type_hint), words, lines = 6) { words = it },
            mainButton(text(R.string.action_check)) { if (words.isNotBlank()) shell.ways.check(Given.Words(words)) },
        )
    }
}
