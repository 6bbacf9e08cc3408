// The back gesture of Android 13 and later, in a file of its own so that older phones never load it.
package org.yanka.app

import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher

@android.annotation.TargetApi(33)
class BackPress(private val shell: MainActivity) {
    private val callback = OnBackInvokedCallback { shell.back() }
    fun listen() = shell.onBackInvokedDispatcher.registerOnBackInvokedCallback(OnBackInvokedDispatcher.PRIORITY_DEFAULT, callback)
    fun stop() = shell.onBackInvokedDispatcher.unregisterOnBackInvokedCallback(callback)
}
