// What this app is, what it promises and what it does not.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.parts.Kit

class AboutScreen : Screen("about") {
    override val title = R.string.screen_about

    override fun draw(kit: Kit): View = with(kit) {
        val version = context.packageManager.getPackageInfo(context.packageName, 0).versionName.orEmpty()
        page(
            body(text(R.string.about_what)),
            strong(text(R.string.about_no_promise)),
            heading(text(R.string.about_privacy)),
            card(*PRIVACY.map { body(text(it)) }.toTypedArray(), gap = 12),
            line(R.drawable.ic_lock, text(R.string.screen_log)) { shell.go("log") },
            line(R.drawable.ic_book, text(R.string.screen_licences)) { shell.go("licences") },
            small(text(R.string.about_version, version)),
        )
    }

    private companion object {
        val PRIVACY = listOf(R.string.about_offline, R.string.about_nothing_collected, R.string.about_camera, R.string.about_log, R.string.about_erase)
    }
}
