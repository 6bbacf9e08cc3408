// The quick-settings tile: one tap from anywhere to help while they are on the phone.
package org.yanka.app.ways

import android.app.PendingIntent
import android.content.Intent
import android.os.Build
import android.service.quicksettings.TileService
import org.yanka.app.MainActivity

class Tile : TileService() {
    @Suppress("DEPRECATION") // before Android 14 there is only the other form
    override fun onClick() {
        val intent = asked()
        if (Build.VERSION.SDK_INT >= 34) {
            startActivityAndCollapse(PendingIntent.getActivity(this, 0, intent, PendingIntent.FLAG_IMMUTABLE))
        } else startActivityAndCollapse(intent)
    }

    fun asked(): Intent = Intent(this, MainActivity::class.java).setAction(Intake.EMERGENCY).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
}
