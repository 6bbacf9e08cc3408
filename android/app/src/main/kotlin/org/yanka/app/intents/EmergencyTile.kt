// The quick settings tile: opens the emergency screen from anywhere, also during a call.
package org.yanka.app.intents

import android.app.PendingIntent
import android.content.Intent
import android.os.Build
import android.service.quicksettings.TileService
import org.yanka.app.MainActivity

class EmergencyTile : TileService() {
    @Suppress("DEPRECATION") // the form with a PendingIntent needs Android 14
    override fun onClick() {
        val intent = emergencyIntent()
        if (Build.VERSION.SDK_INT >= 34) {
            startActivityAndCollapse(PendingIntent.getActivity(this, 0, intent, PendingIntent.FLAG_IMMUTABLE))
        } else startActivityAndCollapse(intent)
    }

    fun emergencyIntent(): Intent =
        Intent(this, MainActivity::class.java).setAction(IntentRouter.EMERGENCY).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
}
