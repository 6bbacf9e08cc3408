// The list of scripts for calls: police, bank, platform.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.core.LoadState
import org.yanka.app.core.Script

class ScriptsScreen(entry: String) : Screen("scripts", entry) {
    var state: LoadState<List<Script>> = LoadState.NotRequested
    override val title = R.string.screen_scripts
    override fun start() = fetch({ state = it }) { it.scripts(core.language) }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val list = state) {
            is LoadState.Loaded -> page(*list.value.map { s -> navigationRow(R.drawable.ic_speaker, s.title) { activity.navigate("script", entryLinkedArg(s.id, arg.toLongOrNull())) } }.toTypedArray())
            is LoadState.Failed -> page(errorCard(list.error.sentence) { start() })
            else -> page(progressView(text(R.string.state_working)))
        }
    }
}
