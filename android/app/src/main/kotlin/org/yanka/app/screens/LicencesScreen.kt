// The licence notices of all dependencies, from assets/licences.txt (written by scripts/licences.py).
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory

class LicencesScreen : Screen("licences") {
    override val title = R.string.screen_licences

    override fun draw(views: ViewFactory): View = with(views) {
        val words = context.assets.open("licences.txt").use { it.readBytes().decodeToString() }
        page(*words.split("\n\n").filter { it.isNotBlank() }.map { caption(it.trim()) }.toTypedArray())
    }
}
