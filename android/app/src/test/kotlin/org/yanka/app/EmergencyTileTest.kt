package org.yanka.app

import android.content.Intent
import android.net.Uri
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.yanka.app.intents.EmergencyTile
import org.yanka.app.intents.IntentRouter

/** The exported service: only the system may bind it, and it forwards nothing of the intents that it gets. */
@RunWith(RobolectricTestRunner::class)
class EmergencyTileTest : AppTest() {
    private val hostile = listOf(
        Intent(), Intent("org.other.BREAK"), Intent(Intent.ACTION_VIEW, Uri.parse("file:///etc/passwd")),
        Intent(IntentRouter.EMERGENCY).putExtra(Intent.EXTRA_TEXT, "x".repeat(300_000)), Intent().putExtra("service", 7), Intent().putExtra("token", "no binder"),
    )

    @Test fun `only the system may bind it`() {
        val info = app.packageManager.getServiceInfo(android.content.ComponentName(app, EmergencyTile::class.java), 0)
        assertTrue(info.exported)
        assertEquals("android.permission.BIND_QUICK_SETTINGS_TILE", info.permission)
    }

    @Test fun `starting the service starts nothing else`() {
        for (intent in hostile) {
            val tile = Robolectric.buildService(EmergencyTile::class.java, intent).create().get()
            tile.onStartCommand(intent, 0, 1)
            assertNull("$intent starts nothing", shadowOf(app).nextStartedActivity)
        }
    }

    @Test fun `a tap opens the emergency screen without any content of the intent`() {
        for (intent in hostile) {
            val tile = Robolectric.buildService(EmergencyTile::class.java, intent).create().get()
            val opened = tile.emergencyIntent()
            assertEquals(MainActivity::class.java.name, opened.component!!.className)
            assertEquals(IntentRouter.EMERGENCY, opened.action)
            assertNull(opened.extras)
            assertNull(opened.data)
        }
    }
}
