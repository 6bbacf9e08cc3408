// The list of words for the phone: police, bank, platform.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Phase
import org.yanka.app.core.Script
import org.yanka.app.parts.Kit

class ScriptsScreen(entry: String) : Screen("scripts", entry) {
    var state: Phase<List<Script>> = Phase.Empty
    override val title = R.string.screen_scripts
    override fun start() = ask({ state = it }) { it.scripts(core.language) }

    override fun draw(kit: Kit): View = with(kit) {
        when (val list = state) {
            is Phase.Ready -> page(*list.value.map { s -> line(R.drawable.ic_speaker, s.title) { shell.go("script", matter(s.id, arg.toLongOrNull())) } }.toTypedArray())
            is Phase.Failed -> page(trouble(list.trouble.sentence) { start() })
            else -> page(working(text(R.string.state_working)))
        }
    }
}
