// Shown where shared content could not be read or no app could be opened.
package org.yanka.app.screens

import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory

class ErrorScreen(arg: String) : Screen("error", arg) {
    override val title = R.string.error_title

    override fun draw(views: ViewFactory) = with(views) {
        page(
            errorCard(text(if (arg == "no-app") R.string.error_no_app else R.string.error_file)),
            primaryButton(text(R.string.action_home)) { activity.resetTo("home") },
        )
    }
}
