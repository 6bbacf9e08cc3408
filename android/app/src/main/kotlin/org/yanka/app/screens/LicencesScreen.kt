// The notices of everything inside, from a file that the build lays in.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.parts.Kit

class LicencesScreen : Screen("licences") {
    override val title = R.string.screen_licences

    override fun draw(kit: Kit): View = with(kit) {
        val words = context.assets.open("licences.txt").use { it.readBytes().decodeToString() }
        page(*words.split("\n\n").filter { it.isNotBlank() }.map { small(it.trim()) }.toTypedArray())
    }
}
