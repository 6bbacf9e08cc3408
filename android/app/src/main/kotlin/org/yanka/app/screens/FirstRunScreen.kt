// How to bring a photo or message into the app, and what the app cannot do.
package org.yanka.app.screens

import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory

class FirstRunScreen : Screen("first-run") {
    override val title = R.string.screen_first_run

    override fun draw(views: ViewFactory) = with(views) {
        fun hint(icon: Int, text: Int) = card(row(icon(icon, 36), body(text(text))))
        page(
            hint(R.drawable.ic_camera, R.string.first_run_photo),
            hint(R.drawable.ic_picture, R.string.first_run_wechat_photo),
            hint(R.drawable.ic_paste, R.string.first_run_wechat_text),
            hint(R.drawable.ic_share, R.string.home_share_more),
            hint(R.drawable.ic_lock, R.string.about_offline),
            hint(R.drawable.ic_caution, R.string.first_run_cannot),
            primaryButton(text(R.string.first_run_start)) { app.settings.started = true; activity.resetTo("home") },
        )
    }
}
