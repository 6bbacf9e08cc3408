package org.yanka.app

import android.content.Intent
import android.net.Uri
import org.junit.Assert.*
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.yanka.app.ways.Intake
import org.yanka.app.ways.Tile

/** The other component that is exported: only the system may bind it, and nothing it is sent goes further. */
@RunWith(RobolectricTestRunner::class)
class TileTest : Phone() {
    private val hostile = listOf(
        Intent(), Intent("org.other.BREAK"), Intent(Intent.ACTION_VIEW, Uri.parse("file:///etc/passwd")),
        Intent(Intake.EMERGENCY).putExtra(Intent.EXTRA_TEXT, "x".repeat(300_000)), Intent().putExtra("service", 7), Intent().putExtra("token", "no binder"),
    )

    @Test fun `only the system may bind it`() {
        val info = app.packageManager.getServiceInfo(android.content.ComponentName(app, Tile::class.java), 0)
        assertTrue(info.exported)
        assertEquals("android.permission.BIND_QUICK_SETTINGS_TILE", info.permission)
    }

    @Test fun `whatever starts it, it only stands there`() {
        for (intent in hostile) {
            val tile = Robolectric.buildService(Tile::class.java, intent).create().get()
            tile.onStartCommand(intent, 0, 1)
            assertNull("$intent starts nothing", shadowOf(app).nextStartedActivity)
        }
    }

    @Test fun `a tap opens our own window, with nothing of the sender's`() {
        for (intent in hostile) {
            val tile = Robolectric.buildService(Tile::class.java, intent).create().get()
            val asked = tile.asked()
            assertEquals(MainActivity::class.java.name, asked.component!!.className)
            assertEquals(Intake.EMERGENCY, asked.action)
            assertNull(asked.extras)
            assertNull(asked.data)
        }
    }
}
