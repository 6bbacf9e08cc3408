// What the app does, what it does not promise, and its privacy statement.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory

class AboutScreen : Screen("about") {
    override val title = R.string.screen_about

    override fun draw(views: ViewFactory): View = with(views) {
        val version = context.packageManager.getPackageInfo(context.packageName, 0).versionName.orEmpty()
        page(
            body(text(R.string.about_what)),
            boldText(text(R.string.about_no_promise)),
            heading(text(R.string.about_privacy)),
            card(*PRIVACY.map { body(text(it)) }.toTypedArray(), gap = 12),
            navigationRow(R.drawable.ic_lock, text(R.string.screen_log)) { activity.navigate("log") },
            navigationRow(R.drawable.ic_book, text(R.string.screen_licences)) { activity.navigate("licences") },
            caption(text(R.string.about_version, version)),
        )
    }

    private companion object {
        val PRIVACY = listOf(R.string.about_offline, R.string.about_nothing_collected, R.string.about_camera, R.string.about_log, R.string.about_erase)
    }
}
