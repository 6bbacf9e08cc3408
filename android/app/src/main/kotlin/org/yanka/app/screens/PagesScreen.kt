// The list of the core's advice pages.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.core.LoadState
import org.yanka.app.core.Page

class PagesScreen : Screen("pages") {
    var state: LoadState<List<Page>> = LoadState.NotRequested
    override val title = R.string.screen_pages
    override fun start() = fetch({ state = it }) { it.pages(core.language) }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val list = state) {
            is LoadState.Loaded -> page(*list.value.map { p -> navigationRow(R.drawable.ic_book, p.title) { activity.navigate("page", p.id) } }.toTypedArray())
            is LoadState.Failed -> page(errorCard(list.error.sentence) { start() })
            else -> page(progressView(text(R.string.state_working)))
        }
    }
}
