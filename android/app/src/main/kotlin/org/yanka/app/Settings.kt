// The person's choices, and the context that obeys them. What the log keeps is the core's to know.
package org.yanka.app

import android.content.Context
import android.content.res.Configuration
import java.util.Locale

class Settings(context: Context) {
    private val stored = context.getSharedPreferences("settings", Context.MODE_PRIVATE)

    /** A language tag, or empty for the phone's own. */
    var language: String
        get() = stored.getString("language", "").orEmpty()
        set(value) = stored.edit().putString("language", value).apply()

    var textScale: Float
        get() = stored.getFloat("text-scale", 1f)
        set(value) = stored.edit().putFloat("text-scale", value).apply()

    var readAloud: Boolean
        get() = stored.getBoolean("read-aloud", false)
        set(value) = stored.edit().putBoolean("read-aloud", value).apply()

    var lockLog: Boolean
        get() = stored.getBoolean("lock-log", false)
        set(value) = stored.edit().putBoolean("lock-log", value).apply()

    var started: Boolean
        get() = stored.getBoolean("started", false)
        set(value) = stored.edit().putBoolean("started", value).apply()

    companion object {
        val LANGUAGES = listOf("", "zh-Hans", "zh-Hant", "en")
        val SCALES = listOf(1f, 1.3f, 1.6f)

        fun applied(base: Context): Context {
            val mine = Settings(base)
            if (mine.language.isEmpty() && mine.textScale == 1f) return base
            val changed = Configuration(base.resources.configuration)
            if (mine.language.isNotEmpty()) changed.setLocale(Locale.forLanguageTag(mine.language))
            changed.fontScale *= mine.textScale
            return base.createConfigurationContext(changed)
        }
    }
}
