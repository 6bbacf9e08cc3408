// Cancels the opening of a photo, also when requested before the core's `Cancel` exists. Other checks run to the end
// and their report is discarded.
package org.yanka.app.core

class Cancellation {
    private var isCancelled = false
    private var flag: Cancel? = null

    fun cancel() = synchronized(this) {
        isCancelled = true
        flag?.cancel()
        Unit
    }

    /** Runs [work] with a flag of the core, which is already raised where [cancel] was called before. */
    fun <T> withFlag(work: (Cancel) -> T): T = Cancel().use { own ->
        synchronized(this) { flag = own; if (isCancelled) own.cancel() }
        try { work(own) } finally { synchronized(this) { flag = null } }
    }
}
