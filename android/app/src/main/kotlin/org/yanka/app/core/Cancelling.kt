// A stop flag that may be raised before the core's own exists, and from the main thread.
package org.yanka.app.core

class Cancelling {
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
