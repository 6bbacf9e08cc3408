// The list of the core's pages.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Page
import org.yanka.app.core.Phase
import org.yanka.app.parts.Kit

class PagesScreen : Screen("pages") {
    var state: Phase<List<Page>> = Phase.Empty
    override val title = R.string.screen_pages
    override fun start() = ask({ state = it }) { it.pages(core.language) }

    override fun draw(kit: Kit): View = with(kit) {
        when (val list = state) {
            is Phase.Ready -> page(*list.value.map { p -> line(R.drawable.ic_book, p.title) { shell.go("page", p.id) } }.toTypedArray())
            is Phase.Failed -> page(trouble(list.trouble.sentence) { start() })
            else -> page(working(text(R.string.state_working)))
        }
    }
}
