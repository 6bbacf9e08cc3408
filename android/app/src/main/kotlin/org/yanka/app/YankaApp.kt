// What lives as long as the process: one core, one check, the settings, the log's lock.
package org.yanka.app

import android.app.Application
import org.yanka.app.core.Check
import org.yanka.app.core.Core
import org.yanka.app.core.LogKey
import org.yanka.app.core.Place
import org.yanka.app.core.Sealed
import org.yanka.app.ways.LogLock

class YankaApp : Application() {
    lateinit var core: Core
        private set
    lateinit var check: Check
        private set
    lateinit var settings: Settings
        private set
    lateinit var lock: LogLock
        private set
    val place by lazy { Place(this) }

    /** The window that is open now, and how often something came in: an answer that arrives late asks both. */
    var shell: MainActivity? = null
    var arrivals = 0

    override fun onCreate() {
        super.onCreate()
        val keys = LogKey(this)
        settings = Settings(this)
        lock = LogLock(this, settings)
        core = Core(this, keys, place)
        check = Check(core, Sealed(keys, place))
        Thread { place.sweepHanded() }.start()
    }
}
