// Whether the log is locked. The device credential unlocks it (`OutgoingIntents.requestUnlock`). The unlocked
// state is not stored, so a new process starts with a locked log.
package org.yanka.app.platform

import android.app.KeyguardManager
import android.content.Context
import org.yanka.app.Settings

class LogLock(context: Context, private val settings: Settings) {
    private val keyguard = context.getSystemService(KeyguardManager::class.java)
    private var isUnlocked = false

    /** Whether the device has a credential (PIN, pattern or password) to ask for. */
    val isAvailable get() = keyguard?.isDeviceSecure == true

    /** False on a device without a credential: only its owner can have removed it. */
    val isClosed get() = settings.lockLog && isAvailable && !isUnlocked

    fun open() { isUnlocked = true }
    fun close() { isUnlocked = false }
}
