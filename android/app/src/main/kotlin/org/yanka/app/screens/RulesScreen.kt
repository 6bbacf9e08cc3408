// Which rules answer, how old they are, and how newer ones come in.
package org.yanka.app.screens

import android.view.View
import java.time.LocalDate
import java.time.temporal.ChronoUnit
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Checker
import org.yanka.app.core.Core
import org.yanka.app.core.Notice
import org.yanka.app.core.PackInfo
import org.yanka.app.core.Phase
import org.yanka.app.parts.Kit
import org.yanka.app.ways.TakesPack

class RulesScreen : Screen("rules"), TakesPack {
    /** The rules in use, and what the core has to say of them. */
    data class Rules(val info: PackInfo, val notices: List<Notice>)
    data class State(val pack: Phase<Rules> = Phase.Empty, val installed: Boolean = false)

    var state = State()
    override val title = R.string.screen_rules
    override fun start() { if (state.pack is Phase.Empty) ask({ state = state.copy(pack = it) }) { looked(it, it.pack(core.language)) } }

    override fun install(bytes: ByteArray) {
        ask({ state = State(it, it is Phase.Ready) }) { looked(it, it.installPack(bytes, core.language)) }
        redraw()
    }

    private fun looked(checker: Checker, info: PackInfo) = Rules(info, checker.packNotices(core.language, Core.offsetMinutes()))

    override fun draw(kit: Kit): View = with(kit) {
        page(
            when (val pack = state.pack) {
                is Phase.Ready -> column(*pack.value.notices.map { card(strong(it.text)) }.toTypedArray(), facts(kit, pack.value.info))
                is Phase.Failed -> trouble(pack.trouble.sentence) { state = State(); start() }
                else -> working(text(R.string.state_working))
            },
            mainButton(text(R.string.rules_import)) { shell.out.pickPack() },
            small(text(R.string.rules_import_more)),
        )
    }

    private fun facts(kit: Kit, info: PackInfo): View = with(kit) {
        card(
            if (state.installed) strong(text(R.string.rules_installed)) else null,
            fact(kit, R.string.rules_version, info.version.toString()),
            fact(kit, R.string.rules_date, age(kit, info.date)),
            fact(kit, R.string.rules_count, info.rules.toString()),
            fact(kit, R.string.rules_source, text(if (info.origin == "installed") R.string.rules_from_file else R.string.rules_from_app)),
            fact(kit, R.string.rules_key, info.key), gap = 14,
        )
    }

    private fun fact(kit: Kit, name: Int, value: String): View = with(kit) { column(small(text(name)), strong(value), gap = 2) }

    private fun age(kit: Kit, date: String): String {
        // java.time exists since Android 8, which is the oldest this app runs on.
        val days = runCatching { ChronoUnit.DAYS.between(LocalDate.parse(date), LocalDate.now()) }.getOrNull()
        return if (days == null || days < 0) date else "$date · ${kit.text(R.string.rules_age, days.toInt())}"
    }
}
