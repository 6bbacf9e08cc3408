// Reads text aloud with the device's speech synthesis; silent where the device has none.
package org.yanka.app.platform

import android.content.Context
import android.speech.tts.TextToSpeech

class SpeechOutput(private val context: Context) {
    private var synthesizer: TextToSpeech? = null
    private var isReady = false
    private var pending: String? = null

    fun speak(text: String) {
        pending = text
        if (synthesizer == null) synthesizer = TextToSpeech(context) { status -> isReady = status == TextToSpeech.SUCCESS; speakPending() } else speakPending()
    }

    fun close() {
        synthesizer?.shutdown()
        synthesizer = null
        isReady = false
    }

    private fun speakPending() {
        val text = pending ?: return
        if (!isReady) return
        pending = null
        synthesizer?.language = context.resources.configuration.locales[0]
        synthesizer?.speak(text, TextToSpeech.QUEUE_FLUSH, null, "result")
    }
}
