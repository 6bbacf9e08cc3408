// One page of the core's: what matters, how long there is, what to do in order, whom to call.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Page
import org.yanka.app.core.Phase
import org.yanka.app.parts.Kit
import org.yanka.app.parts.hotline
import org.yanka.app.parts.step

class PageScreen(id: String) : Screen("page", id) {
    var state: Phase<Page?> = Phase.Empty
    override val title = R.string.screen_page
    override val secret = true
    override fun start() = ask({ state = it }) { it.page(arg, core.language) }

    override fun draw(kit: Kit): View = with(kit) {
        when (val phase = state) {
            is Phase.Ready -> {
                val page = phase.value
                if (page == null) page(empty(text(R.string.state_empty))) else page(
                    label(page.title, 26f, bold = true).apply { importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_YES },
                    if (page.lead.isEmpty()) null else body(page.lead),
                    if (page.deadline.isEmpty()) null else label(page.deadline, 18f, R.color.danger, bold = true),
                    *page.steps.mapIndexed { i, s -> step(s, i + 1, page.hotlines) { shell.go("call", it.id) } }.toTypedArray(),
                    if (page.hotlines.isEmpty()) null else heading(text(R.string.screen_numbers)),
                    *page.hotlines.map { h -> hotline(h) { shell.go("call", it.id) } }.toTypedArray(),
                )
            }
            is Phase.Failed -> page(trouble(phase.trouble.sentence) { start() })
            else -> page(working(text(R.string.state_working)))
        }
    }
}
