// The settings. The core stores what the log keeps and for how long.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.Settings
import org.yanka.app.components.ViewFactory
import org.yanka.app.core.Keep
import org.yanka.app.core.LoadState
import org.yanka.app.core.Retention
import org.yanka.app.intents.OutgoingIntents

class SettingsScreen : Screen("settings") {
    data class LogSettings(val keep: Keep, val retention: Retention)

    var state: LoadState<LogSettings> = LoadState.NotRequested
    override val title = R.string.screen_settings
    override fun start() = fetch({ state = it }) { LogSettings(it.logKeep(), it.logRetention()) }

    private fun change(work: (org.yanka.app.core.Checker) -> Unit) = fetch({
        state = it
        if ((it as? LoadState.Loaded)?.value?.keep == Keep.NOTHING) app.check.clear()
    }) { work(it); LogSettings(it.logKeep(), it.logRetention()) }

    override fun draw(views: ViewFactory): View = with(views) {
        val settings = app.settings
        page(
            heading(text(R.string.settings_language)),
            *Settings.LANGUAGES.map { tag -> radioButton(text(labelOf(tag)), settings.language == tag) { settings.language = tag; activity.recreate() } }.toTypedArray(),
            heading(text(R.string.settings_text_size)),
            *Settings.SCALES.zip(SIZES).map { (scale, words) -> radioButton(text(words), settings.textScale == scale) { settings.textScale = scale; activity.recreate() } }.toTypedArray(),
            heading(text(R.string.action_read_aloud)),
            switch(text(R.string.settings_read_aloud), settings.readAloud) { settings.readAloud = it },
            heading(text(R.string.screen_log)),
            if (app.lock.isAvailable) switch(text(R.string.settings_lock_log), settings.lockLog) { on -> if (on) settings.lockLog = true else requestDisableLock() }
            else caption(text(R.string.settings_no_lock)),
            logSettings(views),
        )
    }

    /** Asks for the device credential. The switch stays on until it is confirmed. */
    private fun requestDisableLock() {
        activity.outgoing.requestUnlock(OutgoingIntents.REQUEST_DISABLE_LOCK)
        redraw()
    }

    private fun logSettings(views: ViewFactory): View = with(views) {
        when (val stored = state) {
            is LoadState.Loaded -> column(
                heading(text(R.string.settings_keep)),
                *Keep.entries.map { k -> radioButton(text(labelOf(k)), stored.value.keep == k) { change { it.logSetKeep(k) } } }.toTypedArray(),
                heading(text(R.string.settings_retention)),
                *Retention.entries.map { r -> radioButton(text(labelOf(r)), stored.value.retention == r) { change { it.logSetRetention(r); Unit } } }.toTypedArray(),
            )
            is LoadState.Failed -> errorCard(stored.error.sentence) { start() }
            else -> progressView(text(R.string.state_working))
        }
    }

    private fun labelOf(tag: String) = when (tag) {
        "zh-Hans" -> R.string.settings_language_zh_hans
        "zh-Hant" -> R.string.settings_language_zh_hant
        "en" -> R.string.settings_language_en
        else -> R.string.settings_language_system
    }

    private fun labelOf(keep: Keep) = when (keep) {
        Keep.NOTHING -> R.string.keep_nothing
        Keep.WITHOUT_PICTURES -> R.string.keep_without_pictures
        Keep.ALL -> R.string.keep_all
    }

    private fun labelOf(retention: Retention) = when (retention) {
        Retention.SEVEN_DAYS -> R.string.retention_7_days
        Retention.THIRTY_DAYS -> R.string.retention_30_days
        Retention.NINETY_DAYS -> R.string.retention_90_days
        Retention.FOREVER -> R.string.retention_forever
    }

    private companion object {
        val SIZES = listOf(R.string.settings_text_normal, R.string.settings_text_large, R.string.settings_text_largest)
    }
}
