// Text input for messages that cannot be copied.
package org.yanka.app.screens

import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.core.CheckInput

class TypeScreen : Screen("type") {
    override val title = R.string.home_type
    override val isSecure = true
    private var text = ""

    override fun draw(views: ViewFactory) = with(views) {
        page(
            caption(text(R.string.home_nothing_copied)),
            textField(text(R.string.home_type_hint), text, lines = 6) { text = it },
            primaryButton(text(R.string.action_check)) { if (text.isNotBlank()) activity.router.check(CheckInput.Text(text)) },
        )
    }
}
