// The person's settings, and a context with their language and text size. The core stores the log's settings.
package org.yanka.app

import android.content.Context
import android.content.res.Configuration
import java.util.Locale

class Settings(context: Context) {
    private val stored = context.getSharedPreferences("settings", Context.MODE_PRIVATE)

    /** A BCP 47 language tag; empty for the system's language. */
    var language: String
        get() = stored.getString("language", "").orEmpty()
        set(value) = stored.edit().putString("language", value).apply()

    /** Factor on the system's font scale. */
    var textScale: Float
        get() = stored.getFloat("text-scale", 1f)
        set(value) = stored.edit().putFloat("text-scale", value).apply()

    var readAloud: Boolean
        get() = stored.getBoolean("read-aloud", false)
        set(value) = stored.edit().putBoolean("read-aloud", value).apply()

    var lockLog: Boolean
        get() = stored.getBoolean("lock-log", false)
        set(value) = stored.edit().putBoolean("lock-log", value).apply()

    /** Whether the person has left the first-run screen. */
    var started: Boolean
        get() = stored.getBoolean("started", false)
        set(value) = stored.edit().putBoolean("started", value).apply()

    companion object {
        val LANGUAGES = listOf("", "zh-Hans", "zh-Hant", "en")
        val SCALES = listOf(1f, 1.3f, 1.6f)

        /** [base] with the language and the text size of the settings. */
        fun applyTo(base: Context): Context {
            val settings = Settings(base)
            if (settings.language.isEmpty() && settings.textScale == 1f) return base
            val changed = Configuration(base.resources.configuration)
            if (settings.language.isNotEmpty()) changed.setLocale(Locale.forLanguageTag(settings.language))
            changed.fontScale *= settings.textScale
            return base.createConfigurationContext(changed)
        }
    }
}
