// Which rules answer, how old they are, and how newer ones come in.
package org.yanka.app.screens

import android.view.View
import java.time.LocalDate
import java.time.temporal.ChronoUnit
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.PackInfo
import org.yanka.app.core.Phase
import org.yanka.app.parts.Kit
import org.yanka.app.ways.TakesPack

class RulesScreen : Screen("rules"), TakesPack {
    data class State(val pack: Phase<PackInfo> = Phase.Empty, val installed: Boolean = false)

    var state = State()
    override val title = R.string.screen_rules
    override fun start() { if (state.pack is Phase.Empty) ask({ state = state.copy(pack = it) }) { it.pack(core.language) } }

    override fun install(bytes: ByteArray) {
        ask({ state = State(it, it is Phase.Ready) }) { it.installPack(bytes, core.language) }
        redraw()
    }

    override fun draw(kit: Kit): View = with(kit) {
        page(
            when (val pack = state.pack) {
                is Phase.Ready -> card(
                    if (state.installed) strong(text(R.string.rules_installed)) else null,
                    fact(kit, R.string.rules_version, pack.value.version.toString()),
                    fact(kit, R.string.rules_date, age(kit, pack.value.date)),
                    fact(kit, R.string.rules_count, pack.value.rules.toString()),
                    fact(kit, R.string.rules_source, text(if (pack.value.origin == "installed") R.string.rules_from_file else R.string.rules_from_app)),
                    fact(kit, R.string.rules_key, pack.value.key), gap = 14,
                )
                is Phase.Failed -> trouble(pack.trouble.sentence) { state = State(); start() }
                else -> working(text(R.string.state_working))
            },
            mainButton(text(R.string.rules_import)) { shell.out.pickPack() },
            small(text(R.string.rules_import_more)),
        )
    }

    private fun fact(kit: Kit, name: Int, value: String): View = with(kit) { column(small(text(name)), strong(value), gap = 2) }

    private fun age(kit: Kit, date: String): String {
        // java.time exists since Android 8, which is the oldest this app runs on.
        val days = runCatching { ChronoUnit.DAYS.between(LocalDate.parse(date), LocalDate.now()) }.getOrNull()
        return if (days == null || days < 0) date else "$date · ${kit.text(R.string.rules_age, days.toInt())}"
    }
}
