// The one check that is shown: what was given, how far it is, what came of it. A new one stops the old.
// Several shared pictures are one check: each has its own answer, and the gravest is shown first.
package org.yanka.app.core

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

class Check(private val core: Core, private val sealed: Sealed) {
    /** One thing that was given. [entry] is its place in the log, [noted] that it once had one. */
    class Item(val given: Given, var entry: Long? = null, var noted: Boolean = false) {
        var phase: Phase<Report> = Phase.Working()
        /** The opened picture, as long as its answer is shown: a change of origin does not decode it again. */
        @Volatile var session: PhotoSession? = null

        fun close() { session?.close(); session = null }
    }

    var items: List<Item> = emptyList()
        private set
    /** The one of [items] that is shown. */
    var at = 0
        private set
    /** How many shared pictures were too many, too large or could not be read. */
    var leftOut = 0
        private set
    var origin = Origin.PARCEL
        private set
    var listener: (() -> Unit)? = null
    private var cancel = Cancelling()
    private var resuming = false

    val given get() = items.getOrNull(at)?.given
    /** The opened picture of the shown item; null for a text, and beyond the first [MOST_SESSIONS] pictures. */
    val session get() = items.getOrNull(at)?.session
    val report get() = (phase as? Phase.Ready)?.value

    /** While one is being looked at nothing is said of the others: the gravest may come last. */
    val phase: Phase<Report>
        get() = when {
            items.isEmpty() -> if (resuming) Phase.Working() else Phase.Empty
            else -> items.firstOrNull { it.phase is Phase.Working }?.phase ?: items[at].phase
        }

    val kind
        get() = when (given) {
            is Given.Picture -> SubjectKind.PHOTO
            else -> SubjectKind.TEXT
        }

    fun begin(given: Given, origin: Origin = if (given is Given.Words) Origin.MESSAGE else Origin.PARCEL) = begin(listOf(given), origin, 0)

    fun begin(given: List<Given>, origin: Origin, leftOut: Int) {
        items.forEach { it.close() }
        items = given.map { Item(it) }
        at = 0
        this.origin = origin
        this.leftOut = leftOut
        start { sealed.write(given, origin) }
    }

    fun changeOrigin(origin: Origin) {
        if (items.isEmpty() || origin == this.origin) return
        this.origin = origin
        start { sealed.writeOrigin(origin) }
    }

    /** The same once more, as after a change of language. */
    fun again() { if (items.isNotEmpty()) start { } }

    fun show(which: Int) {
        at = which.coerceIn(items.indices)
        listener?.invoke()
    }

    fun stop() = cancel.stop()

    /** Removes what was given from memory and disk: its answer was left, or nothing is to be kept. */
    fun forget() {
        cancel.stop()
        cancel = Cancelling() // an answer that is still to come belongs to no item
        resuming = false
        items.forEach { it.close() }
        items = emptyList()
        at = 0
        leftOut = 0
        core.afterChecks { sealed.forget() }
        listener?.invoke()
        listener = null
    }

    /** Takes up what an ended process was checking; nothing where there was none. */
    fun resume() {
        if (items.isNotEmpty() || resuming) return
        resuming = true
        val mine = cancel
        core.check<Pair<Origin?, List<Item>>>({ result ->
            if (mine !== cancel) return@check
            resuming = false
            val (from, found) = result.getOrNull() ?: (null to emptyList())
            if (found.isEmpty() || items.isNotEmpty()) listener?.invoke()
            else { items = found; origin = from ?: origin; start { } }
        }) { checker ->
            if (!mayWrite(checker)) sealed.forget()
            sealed.origin() to sealed.read().map { it.item(checker) }
        }
    }

    /** Not where the person keeps nothing, nor where the log cannot say what they chose. */
    private fun mayWrite(checker: Checker) = runCatching { checker.logKeep() != Keep.NOTHING }.getOrDefault(false)

    /** What the person has deleted meanwhile is not put into the log again. */
    private fun Sealed.Found.item(checker: Checker) =
        Item(given, entry?.takeIf { runCatching { checker.logEntry(it) }.isSuccess }, noted = entry != null)

    private fun start(before: () -> Unit) {
        cancel.stop()
        val mine = Cancelling().also { cancel = it }
        resuming = false
        items.forEach { it.phase = Phase.Working() }
        listener?.invoke()
        items.forEachIndexed { i, item ->
            core.check<Report>({ result -> if (mine === cancel) answered(item, result) }) { checker ->
                if (i == 0) { if (mayWrite(checker)) before() else sealed.forget() }
                look(checker, item, mine).also { report -> report.entry?.let { sealed.writeEntry(i, it) } }
            }
        }
    }

    private fun look(checker: Checker, item: Item, mine: Cancelling): Report {
        // Looked at again it stays the one entry in the log.
        val options = core.options(origin).copy(keep = !item.noted)
        return when (val given = item.given) {
            is Given.Words -> checker.checkText(given.text, options)
            is Given.Answers -> checker.checkAnswers(given.yes, options)
            is Given.Picture -> {
                val session = item.session ?: mine.with { flag -> checker.openPhoto(Pictures.forCore(given.bytes), steps(item, mine), flag) }
                if (items.indexOf(item) in 0 until MOST_SESSIONS) session.also { item.session = it }.check(emptyList(), options)
                else session.use { it.check(emptyList(), options) }
            }
        }
    }

    private fun answered(item: Item, result: Result<Report>) {
        val entry = result.getOrNull()?.entry
        if (entry != null) { item.entry = entry; item.noted = true }
        item.phase = result.map { it.copy(entry = item.entry) }.phase()
        if (items.size > 1 && items.none { it.phase is Phase.Working }) at = gravest()
        listener?.invoke()
    }

    /** The core's verdicts are ordered, the gravest last. */
    private fun gravest() = items.indices.maxByOrNull { (items[it].phase as? Phase.Ready)?.value?.verdict?.ordinal ?: -1 } ?: 0

    private fun steps(item: Item, mine: Cancelling) = object : Progress {
        override fun step(done: UInt, of: UInt) = core.onMain {
            if (mine === cancel && item.phase is Phase.Working) {
                item.phase = Phase.Working(done.toInt(), of.toInt())
                listener?.invoke()
            }
        }
    }

    private companion object {
        /** Pictures kept opened at once: each holds at most 12.6 MB of grey pixels. */
        const val MOST_SESSIONS = 3
    }
}
