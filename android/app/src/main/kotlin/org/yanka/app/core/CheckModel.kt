// The current check: its inputs, its progress and its reports. A newer check replaces one that still runs.
// Several shared photos are one check: each has its own report, and the most severe one is shown first.
package org.yanka.app.core

class CheckModel(private val core: Core, private val store: EncryptedInputStore) {
    /**
     * One input and its report. [entry] is the number of its log entry, null where the log has none;
     * [wasLogged] stays true after the person deleted that entry.
     */
    class Item(val input: CheckInput, var entry: Long? = null, var wasLogged: Boolean = false) {
        var state: LoadState<Report> = LoadState.Loading()

        /** The open photo, kept for a second check and for the straight card. Accessed by the check thread only. */
        internal var photo: OpenPhoto? = null
            private set

        /** The open photo's session. Calls [open] where no session of [checker] is open. */
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

    /** A session reads the rules and writes the log of the [checker] that opened it, so no other checker may use it. */
    internal class OpenPhoto(val checker: Checker, val session: PhotoSession)

    var items: List<Item> = emptyList()
        private set
    /** Index in [items] of the item that is shown. */
    var selectedIndex = 0
        private set
    /** Number of shared photos that were too many, too large or could not be read. */
    var omittedCount = 0
        private set
    var origin = Origin.PARCEL
        private set
    /** Called on the main thread after every change. */
    var onChange: (() -> Unit)? = null
    private var cancellation = Cancellation()
    private var isRestoring = false

    val input get() = items.getOrNull(selectedIndex)?.input
    val report get() = (state as? LoadState.Loaded)?.value

    /** Stays `Loading` until every item is checked, because the last item may be the most severe. */
    val state: LoadState<Report>
        get() = when {
            items.isEmpty() -> if (isRestoring) LoadState.Loading() else LoadState.NotRequested
            else -> items.firstOrNull { it.state is LoadState.Loading }?.state ?: items[selectedIndex].state
        }

    val kind get() = input?.kind ?: SubjectKind.TEXT

    fun start(input: CheckInput) = start(listOf(input), input.defaultOrigin, 0)

    fun start(inputs: List<CheckInput>, origin: Origin, omittedCount: Int) {
        closePhotos()
        items = inputs.map { Item(it) }
        selectedIndex = 0
        this.origin = origin
        this.omittedCount = omittedCount
        checkItems { store.write(inputs, origin) }
    }

    fun changeOrigin(origin: Origin) {
        if (items.isEmpty() || origin == this.origin) return
        this.origin = origin
        checkItems { store.writeOrigin(origin) }
    }

    /** Checks the same inputs again, as after a change of the language. */
    fun recheck() { if (items.isNotEmpty()) checkItems { } }

    fun select(index: Int) {
        selectedIndex = index.coerceIn(items.indices)
        onChange?.invoke()
    }

    fun cancel() = cancellation.cancel()

    /** Removes the inputs from memory and disk: the person left the result, or chose that nothing is kept. */
    fun clear() {
        cancellation.cancel()
        cancellation = Cancellation() // a report that still arrives belongs to no item
        isRestoring = false
        closePhotos()
        items = emptyList()
        selectedIndex = 0
        omittedCount = 0
        core.afterChecks { store.clear() }
        onChange?.invoke()
        onChange = null
    }

    /** Runs [work] on the open photo of the selected item, on the check thread. Does nothing where that item is no photo. */
    fun <T> withPhoto(then: (Result<T>) -> Unit, work: (PhotoSession) -> T) {
        val item = items.getOrNull(selectedIndex) ?: return
        val photo = item.input as? CheckInput.Photo ?: return
        val keepOpen = items.size == 1
        core.runCheck(then) { checker ->
            try {
                work(item.session(checker) { checker.openPhoto(PhotoDecoder.toPhoto(photo.bytes), null, null) })
            } finally {
                if (!keepOpen) item.closePhoto()
            }
        }
    }

    private fun closePhotos() {
        val closing = items
        if (closing.isNotEmpty()) core.afterChecks { closing.forEach { it.closePhoto() } }
    }

    /** Checks the inputs again that an ended process stored; does nothing where it stored none. */
    fun restore() {
        if (items.isNotEmpty() || isRestoring) return
        isRestoring = true
        val current = cancellation
        core.runCheck<Pair<Origin?, List<Item>>>({ result ->
            if (current !== cancellation) return@runCheck
            isRestoring = false
            val (storedOrigin, stored) = result.getOrNull() ?: (null to emptyList())
            if (stored.isEmpty() || items.isNotEmpty()) onChange?.invoke()
            else { items = stored; origin = storedOrigin ?: origin; checkItems { } }
        }) { checker ->
            if (!mayStore(checker)) store.clear()
            store.readOrigin() to store.read().map { it.toItem(checker) }
        }
    }

    /** False where the person chose to keep nothing, and where the log cannot be read and the choice is unknown. */
    private fun mayStore(checker: Checker) = runCatching { checker.logKeep() != Keep.NOTHING }.getOrDefault(false)

    /** An entry that the person deleted meanwhile is not logged again. */
    private fun EncryptedInputStore.StoredInput.toItem(checker: Checker) =
        Item(input, entry?.takeIf { runCatching { checker.logEntry(it) }.isSuccess }, wasLogged = entry != null)

    /** Checks all items one after another. [writeCopy] stores their encrypted copy before the first check. */
    private fun checkItems(writeCopy: () -> Unit) {
        cancellation.cancel()
        val current = Cancellation().also { cancellation = it }
        isRestoring = false
        items.forEach { it.state = LoadState.Loading() }
        onChange?.invoke()
        // An open photo takes up to 12.6 MB: a single photo stays open, several are closed one by one.
        val keepOpen = items.size == 1
        items.forEachIndexed { i, item ->
            core.runCheck<Report>({ result -> if (current === cancellation) onReport(item, result) }) { checker ->
                if (i == 0) { if (mayStore(checker)) writeCopy() else store.clear() }
                check(checker, item, current, keepOpen).also { report -> report.entry?.let { store.writeEntry(i, it) } }
            }
        }
    }

    private fun check(checker: Checker, item: Item, current: Cancellation, keepOpen: Boolean): Report {
        // A second check of the same input adds no second log entry.
        val options = core.options(origin).copy(keep = !item.wasLogged)
        return when (val input = item.input) {
            is CheckInput.Text -> checker.checkText(input.text, options)
            is CheckInput.Answers -> checker.checkAnswers(input.yes, options)
            is CheckInput.Photo -> try {
                item.session(checker) {
                    current.withFlag { flag -> checker.openPhoto(PhotoDecoder.toPhoto(input.bytes), progress(item, current), flag) }
                }.check(emptyList(), options)
            } finally {
                if (!keepOpen) item.closePhoto()
            }
        }
    }

    private fun onReport(item: Item, result: Result<Report>) {
        val entry = result.getOrNull()?.entry
        if (entry != null) { item.entry = entry; item.wasLogged = true }
        item.state = result.map { it.copy(entry = item.entry) }.toLoadState()
        if (items.size > 1 && items.none { it.state is LoadState.Loading }) selectedIndex = mostSevereIndex()
        onChange?.invoke()
    }

    /** The core declares its verdicts from the least to the most severe. */
    private fun mostSevereIndex() = items.indices.maxByOrNull { (items[it].state as? LoadState.Loaded)?.value?.verdict?.ordinal ?: -1 } ?: 0

    private fun progress(item: Item, current: Cancellation) = object : Progress {
        override fun step(done: UInt, of: UInt) = core.onMain {
            if (current === cancellation && item.state is LoadState.Loading) {
                item.state = LoadState.Loading(done.toInt(), of.toInt())
                onChange?.invoke()
            }
        }
    }
}
