// The log's lock: whether it is closed. The phone's own lock opens it (`Outgoing.unlock`); nothing of that is
// stored, so a new process begins with it closed.
package org.yanka.app.ways

import android.app.KeyguardManager
import android.content.Context
import org.yanka.app.Settings

class LogLock(context: Context, private val settings: Settings) {
    private val guard = context.getSystemService(KeyguardManager::class.java)
    private var opened = false

    /** Whether the phone has a lock of its own that can be asked for. */
    val possible get() = guard?.isDeviceSecure == true

    /** On a phone whose own lock was removed, which only its owner can do, the log is open. */
    val closed get() = settings.lockLog && possible && !opened

    fun open() { opened = true }
    fun close() { opened = false }
}
