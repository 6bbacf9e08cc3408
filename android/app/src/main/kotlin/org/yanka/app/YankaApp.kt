// Objects that live as long as the process: the core, the current check, the settings and the log's lock.
package org.yanka.app

import android.app.Application
import org.yanka.app.core.AppDirectories
import org.yanka.app.core.CheckModel
import org.yanka.app.core.Core
import org.yanka.app.core.EncryptedInputStore
import org.yanka.app.core.LogKey
import org.yanka.app.platform.LogLock

class YankaApp : Application() {
    lateinit var core: Core
        private set
    lateinit var check: CheckModel
        private set
    lateinit var settings: Settings
        private set
    lateinit var lock: LogLock
        private set
    val directories by lazy { AppDirectories(this) }

    /** The activity that is open now. A result that arrives late goes to it. */
    var activity: MainActivity? = null

    /** Increases with each incoming request. Content of an older request that arrives late is dropped. */
    var inputGeneration = 0

    override fun onCreate() {
        super.onCreate()
        val keys = LogKey(this)
        settings = Settings(this)
        lock = LogLock(this, settings)
        core = Core(this, keys, directories)
        check = CheckModel(core, EncryptedInputStore(keys, directories))
        Thread { directories.deleteStaleSharedFiles() }.start()
    }
}
