// Reads aloud with the phone's own voice; silent where the phone has none.
package org.yanka.app.ways

import android.content.Context
import android.speech.tts.TextToSpeech

class Speaker(private val context: Context) {
    private var voice: TextToSpeech? = null
    private var ready = false
    private var waiting: String? = null

    fun say(words: String) {
        waiting = words
        if (voice == null) voice = TextToSpeech(context) { status -> ready = status == TextToSpeech.SUCCESS; flush() } else flush()
    }

    fun close() {
        voice?.shutdown()
        voice = null
        ready = false
    }

    private fun flush() {
        val words = waiting ?: return
        if (!ready) return
        waiting = null
        voice?.language = context.resources.configuration.locales[0]
        voice?.speak(words, TextToSpeech.QUEUE_FLUSH, null, "answer")
    }
}
