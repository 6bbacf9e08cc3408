// The person's choices. What the log keeps is asked of the core and set there.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.Settings
import org.yanka.app.core.Keep
import org.yanka.app.core.Phase
import org.yanka.app.core.Retention
import org.yanka.app.parts.Kit
import org.yanka.app.ways.Outgoing

class SettingsScreen : Screen("settings") {
    data class Kept(val keep: Keep, val retention: Retention)

    var state: Phase<Kept> = Phase.Empty
    override val title = R.string.screen_settings
    override fun start() = ask({ state = it }) { Kept(it.logKeep(), it.logRetention()) }

    private fun change(work: (org.yanka.app.core.Checker) -> Unit) = ask({
        state = it
        if ((it as? Phase.Ready)?.value?.keep == Keep.NOTHING) app.check.forget()
    }) { work(it); Kept(it.logKeep(), it.logRetention()) }

    override fun draw(kit: Kit): View = with(kit) {
        val mine = app.settings
        page(
            heading(text(R.string.settings_language)),
            *Settings.LANGUAGES.map { tag -> choice(text(named(tag)), mine.language == tag) { mine.language = tag; shell.recreate() } }.toTypedArray(),
            heading(text(R.string.settings_text_size)),
            *Settings.SCALES.zip(SIZES).map { (scale, words) -> choice(text(words), mine.textScale == scale) { mine.textScale = scale; shell.recreate() } }.toTypedArray(),
            heading(text(R.string.action_read_aloud)),
            switch(text(R.string.settings_read_aloud), mine.readAloud) { mine.readAloud = it },
            heading(text(R.string.screen_log)),
            if (app.lock.possible) switch(text(R.string.settings_lock_log), mine.lockLog) { on -> if (on) mine.lockLog = true else turnLockOff() }
            else small(text(R.string.settings_no_lock)),
            kept(kit),
        )
    }

    /** Asks for the owner; until they have answered it stays on, and is shown so. */
    private fun turnLockOff() {
        shell.out.unlock(Outgoing.UNLOCK_TO_TURN_OFF)
        redraw()
    }

    private fun kept(kit: Kit): View = with(kit) {
        when (val kept = state) {
            is Phase.Ready -> column(
                heading(text(R.string.settings_keep)),
                *Keep.entries.map { k -> choice(text(named(k)), kept.value.keep == k) { change { it.logSetKeep(k) } } }.toTypedArray(),
                heading(text(R.string.settings_retention)),
                *Retention.entries.map { r -> choice(text(named(r)), kept.value.retention == r) { change { it.logSetRetention(r); Unit } } }.toTypedArray(),
            )
            is Phase.Failed -> trouble(kept.trouble.sentence) { start() }
            else -> working(text(R.string.state_working))
        }
    }

    private fun named(tag: String) = when (tag) {
        "zh-Hans" -> R.string.settings_language_zh_hans
        "zh-Hant" -> R.string.settings_language_zh_hant
        "en" -> R.string.settings_language_en
        else -> R.string.settings_language_system
    }

    private fun named(keep: Keep) = when (keep) {
        Keep.NOTHING -> R.string.keep_nothing
        Keep.WITHOUT_PICTURES -> R.string.keep_without_pictures
        Keep.ALL -> R.string.keep_all
    }

    private fun named(retention: Retention) = when (retention) {
        Retention.SEVEN_DAYS -> R.string.retention_7_days
        Retention.THIRTY_DAYS -> R.string.retention_30_days
        Retention.NINETY_DAYS -> R.string.retention_90_days
        Retention.FOREVER -> R.string.retention_forever
    }

    private companion object {
        val SIZES = listOf(R.string.settings_text_normal, R.string.settings_text_large, R.string.settings_text_largest)
    }
}
