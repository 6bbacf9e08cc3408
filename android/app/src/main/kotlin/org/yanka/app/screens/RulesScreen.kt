// The rule pack in use: version, age, signing key; and the import of a newer one.
package org.yanka.app.screens

import android.view.View
import java.time.LocalDate
import java.time.temporal.ChronoUnit
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.core.Checker
import org.yanka.app.core.Core
import org.yanka.app.core.LoadState
import org.yanka.app.core.Notice
import org.yanka.app.core.PackInfo
import org.yanka.app.intents.RulePackInstaller

class RulesScreen : Screen("rules"), RulePackInstaller {
    /** The rule pack in use and the core's notices about it. */
    data class Rules(val info: PackInfo, val notices: List<Notice>)
    data class State(val pack: LoadState<Rules> = LoadState.NotRequested, val installed: Boolean = false)

    var state = State()
    override val title = R.string.screen_rules
    override fun start() { if (state.pack is LoadState.NotRequested) fetch({ state = state.copy(pack = it) }) { withNotices(it, it.pack(core.language)) } }

    override fun install(bytes: ByteArray) {
        fetch({ state = State(it, it is LoadState.Loaded) }) { withNotices(it, it.installPack(bytes, core.language)) }
        redraw()
    }

    private fun withNotices(checker: Checker, info: PackInfo) = Rules(info, checker.packNotices(core.language, Core.offsetMinutes()))

    override fun draw(views: ViewFactory): View = with(views) {
        page(
            when (val pack = state.pack) {
                is LoadState.Loaded -> column(*pack.value.notices.map { card(boldText(it.text)) }.toTypedArray(), facts(views, pack.value.info))
                is LoadState.Failed -> errorCard(pack.error.sentence) { state = State(); start() }
                else -> progressView(text(R.string.state_working))
            },
            primaryButton(text(R.string.rules_import)) { activity.outgoing.pickRulePack() },
            caption(text(R.string.rules_import_more)),
        )
    }

    private fun facts(views: ViewFactory, info: PackInfo): View = with(views) {
        card(
            if (state.installed) boldText(text(R.string.rules_installed)) else null,
            fact(views, R.string.rules_version, info.version.toString()),
            fact(views, R.string.rules_date, age(views, info.date)),
            fact(views, R.string.rules_count, info.rules.toString()),
            fact(views, R.string.rules_source, text(if (info.origin == "installed") R.string.rules_from_file else R.string.rules_from_app)),
            fact(views, R.string.rules_key, info.key), gap = 14,
        )
    }

    private fun fact(views: ViewFactory, name: Int, value: String): View = with(views) { column(caption(text(name)), boldText(value), gap = 2) }

    private fun age(views: ViewFactory, date: String): String {
        // java.time exists since Android 8, the oldest supported version.
        val days = runCatching { ChronoUnit.DAYS.between(LocalDate.parse(date), LocalDate.now()) }.getOrNull()
        return if (days == null || days < 0) date else "$date · ${views.text(R.string.rules_age, days.toInt())}"
    }
}
