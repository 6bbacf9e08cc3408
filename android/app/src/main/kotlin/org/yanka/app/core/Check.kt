// The one check that is shown: what was given, how far it is, what came of it. A new one stops the old.
package org.yanka.app.core

import java.nio.ByteBuffer

/** What a person hands in. */
sealed interface Given {
    class Words(val text: String) : Given
    class Picture(val bytes: ByteArray) : Given
    class Answers(val yes: List<String>) : Given
}

/** How a screen stands that asks the core. */
sealed interface Phase<out T> {
    data object Empty : Phase<Nothing>
    data class Working(val done: Int = 0, val of: Int = 0) : Phase<Nothing>
    data class Ready<T>(val value: T) : Phase<T>
    data class Failed(val trouble: Trouble) : Phase<Nothing>
}

fun <T> Result<T>.phase(): Phase<T> = fold({ Phase.Ready(it) }, { Phase.Failed(it as Trouble) })

class Check(private val core: Core, private val keys: LogKey, private val place: Place) {
    var given: Given? = null
        private set
    var origin = Origin.PARCEL
        private set
    var phase: Phase<Report> = Phase.Empty
        private set
    var listener: (() -> Unit)? = null
    private var cancel = Cancelling()
    private var entry: Long? = null

    val report get() = (phase as? Phase.Ready)?.value
    val kind
        get() = when (given) {
            is Given.Picture -> SubjectKind.PHOTO
            else -> SubjectKind.TEXT
        }

    fun begin(given: Given, origin: Origin = if (given is Given.Words) Origin.MESSAGE else Origin.PARCEL) {
        this.given = given
        this.origin = origin
        entry = null
        start(keep = true)
    }

    fun changeOrigin(origin: Origin) {
        if (given == null || origin == this.origin) return
        this.origin = origin
        start(keep = false)
    }

    /** The same once more, as after a change of language. */
    fun again() {
        if (given != null) start(keep = false)
    }

    fun stop() = cancel.stop()

    fun forget() {
        stop()
        given = null
        phase = Phase.Empty
        place.subject().delete()
    }

    /** Takes up what an ended process was checking; nothing where there was none. */
    fun resume() {
        if (given != null || phase is Phase.Working) return
        phase = Phase.Working()
        core.check<Given?>({ result ->
            phase = Phase.Empty
            val found = result.getOrNull()
            if (found != null && given == null) { given = found; start(keep = false) } else listener?.invoke()
        }) { read() }
    }

    private fun start(keep: Boolean) {
        cancel.stop()
        val mine = Cancelling().also { cancel = it }
        val subject = given ?: return
        phase = Phase.Working()
        listener?.invoke()
        core.check<Report>({ result ->
            if (mine === cancel) {
                // Looked at again it stays the one entry in the log.
                entry = result.getOrNull()?.entry ?: entry
                phase = result.map { it.copy(entry = entry) }.phase()
                listener?.invoke()
            }
        }) { checker ->
            if (keep) write(subject)
            val options = core.options(origin).copy(keep = keep)
            when (subject) {
                is Given.Words -> checker.checkText(subject.text, options)
                is Given.Answers -> checker.checkAnswers(subject.yes, options)
                is Given.Picture -> mine.with { flag ->
                    checker.checkPhoto(Pictures.forCore(subject.bytes), emptyList(), options, steps(mine), flag)
                }
            }
        }
    }

    private fun steps(mine: Cancelling) = object : Progress {
        override fun step(done: UInt, of: UInt) = core.onMain {
            if (mine === cancel && phase is Phase.Working) {
                phase = Phase.Working(done.toInt(), of.toInt())
                listener?.invoke()
            }
        }
    }

    private fun write(subject: Given) {
        val body = when (subject) {
            is Given.Words -> byteArrayOf(1) + subject.text.toByteArray()
            is Given.Picture -> byteArrayOf(2) + subject.bytes
            is Given.Answers -> byteArrayOf(3) + subject.yes.joinToString("\n").toByteArray()
        }
        val whole = ByteBuffer.allocate(body.size + 1).put(origin.ordinal.toByte()).put(body).array()
        // Without a key the check goes on; only its survival of the process is lost.
        runCatching { place.subject().writeBytes(keys.seal(whole)) }
    }

    private fun read(): Given? = runCatching {
        val whole = keys.open(place.subject().readBytes())
        origin = Origin.entries[whole[0].toInt()]
        val body = whole.copyOfRange(2, whole.size)
        when (whole[1].toInt()) {
            1 -> Given.Words(String(body))
            2 -> Given.Picture(body)
            else -> Given.Answers(String(body).split("\n").filter { it.isNotEmpty() })
        }
    }.getOrNull()
}

/** A stop flag that may be raised before the core's own exists, and from the main thread. */
private class Cancelling {
    @Volatile private var stopped = false
    private var flag: Cancel? = null

    fun stop() = synchronized(this) {
        stopped = true
        flag?.cancel()
        Unit
    }

    fun <T> with(work: (Cancel) -> T): T = Cancel().use { mine ->
        synchronized(this) { flag = mine; if (stopped) mine.cancel() }
        try { work(mine) } finally { synchronized(this) { flag = null } }
    }
}
