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

        /** The decoded photo, kept open for a second check and for the straight card. Only touched by the thread of checks. */
        internal var photo: OpenPhoto? = null
            private set

        /** The session on this photo; opened once for each [checker], because a session belongs to the checker that opened it. */
        internal fun session(checker: Checker, open: () -> PhotoSession): PhotoSession {
            photo?.takeIf { it.checker === checker }?.let { return it.session }
            closePhoto()
            return open().also { photo = OpenPhoto(checker, it) }
        }

        internal fun closePhoto() {
            photo?.session?.close()
            photo = null
        }
    }

    internal class OpenPhoto(val checker: Checker, val session: PhotoSession)

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
        closePhotos()
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
        closePhotos()
        items = emptyList()
        at = 0
        leftOut = 0
        core.afterChecks { sealed.forget() }
        listener?.invoke()
        listener = null
    }

    /** Runs [work] on the photo that is shown, behind the checks; does nothing where no photo is shown. */
    fun <T> withPhoto(then: (Result<T>) -> Unit, work: (PhotoSession) -> T) {
        val item = items.getOrNull(at) ?: return
        val photo = item.given as? Given.Picture ?: return
        val keepOpen = items.size == 1
        core.check(then) { checker ->
            try {
                work(item.session(checker) { checker.openPhoto(Pictures.forCore(photo.bytes), null, null) })
            } finally {
                if (!keepOpen) item.closePhoto()
            }
        }
    }

    private fun closePhotos() {
        val closing = items
        if (closing.isNotEmpty()) core.afterChecks { closing.forEach { it.closePhoto() } }
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
        // An open photo takes up to 12.6 MB: one is kept open, of several none.
        val keepOpen = items.size == 1
        items.forEachIndexed { i, item ->
            core.check<Report>({ result -> if (mine === cancel) answered(item, result) }) { checker ->
                if (i == 0) { if (mayWrite(checker)) before() else sealed.forget() }
                look(checker, item, mine, keepOpen).also { report -> report.entry?.let { sealed.writeEntry(i, it) } }
            }
        }
    }

    private fun look(checker: Checker, item: Item, mine: Cancelling, keepOpen: Boolean): Report {
        // Looked at again it stays the one entry in the log.
        val options = core.options(origin).copy(keep = !item.noted)
        return when (val given = item.given) {
            is Given.Words -> checker.checkText(given.text, options)
            is Given.Answers -> checker.checkAnswers(given.yes, options)
            is Given.Picture -> try {
                item.session(checker) {
                    mine.with { flag -> checker.openPhoto(Pictures.forCore(given.bytes), steps(item, mine), flag) }
                }.check(emptyList(), options)
            } finally {
                if (!keepOpen) item.closePhoto()
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
}
