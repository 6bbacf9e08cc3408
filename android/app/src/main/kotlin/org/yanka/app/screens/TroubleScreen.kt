// Something that came in or should go out did not work: one sentence, and the way on.
package org.yanka.app.screens

import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.parts.Kit

class TroubleScreen(arg: String) : Screen("trouble", arg) {
    override val title = R.string.error_title

    override fun draw(kit: Kit) = with(kit) {
        page(
            trouble(text(if (arg == "no-app") R.string.error_no_app else R.string.error_file)),
            mainButton(text(R.string.action_home)) { shell.fromHome("home") },
        )
    }
}
