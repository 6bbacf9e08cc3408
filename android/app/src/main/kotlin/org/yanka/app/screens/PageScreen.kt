// One advice page of the core: deadline, steps in order, hotlines.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.adviceCard
import org.yanka.app.components.hotlineCard
import org.yanka.app.core.LoadState
import org.yanka.app.core.Page

class PageScreen(id: String) : Screen("page", id) {
    var state: LoadState<Page?> = LoadState.NotRequested
    override val title = R.string.screen_page
    override val isSecure = true
    override fun start() = fetch({ state = it }) { it.page(arg, core.language) }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val content = state) {
            is LoadState.Loaded -> {
                val page = content.value
                if (page == null) page(emptyText(text(R.string.state_empty))) else page(
                    label(page.title, 26f, bold = true).apply { importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_YES },
                    if (page.lead.isEmpty()) null else body(page.lead),
                    if (page.deadline.isEmpty()) null else label(page.deadline, 18f, R.color.danger, bold = true),
                    *page.steps.mapIndexed { i, s -> adviceCard(s, i + 1, page.hotlines) { activity.navigate("call", it.id) } }.toTypedArray(),
                    if (page.hotlines.isEmpty()) null else heading(text(R.string.screen_numbers)),
                    *page.hotlines.map { h -> hotlineCard(h) { activity.navigate("call", it.id) } }.toTypedArray(),
                )
            }
            is LoadState.Failed -> page(errorCard(content.error.sentence) { start() })
            else -> page(progressView(text(R.string.state_working)))
        }
    }
}
