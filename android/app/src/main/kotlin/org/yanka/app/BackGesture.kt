// Handles the back gesture of Android 13 and later. A class of its own, so that older versions never load it.
package org.yanka.app

import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher

@android.annotation.TargetApi(33)
class BackGesture(private val activity: MainActivity) {
    private val callback = OnBackInvokedCallback { activity.back() }
    fun register() = activity.onBackInvokedDispatcher.registerOnBackInvokedCallback(OnBackInvokedDispatcher.PRIORITY_DEFAULT, callback)
    fun unregister() = activity.onBackInvokedDispatcher.unregisterOnBackInvokedCallback(callback)
}
