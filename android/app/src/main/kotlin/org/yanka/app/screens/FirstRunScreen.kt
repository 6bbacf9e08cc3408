// How to bring a picture or message here, and what this app cannot do.
package org.yanka.app.screens

import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.parts.Kit

class FirstRunScreen : Screen("first-run") {
    override val title = R.string.screen_first_run

    override fun draw(kit: Kit) = with(kit) {
        fun told(icon: Int, words: Int) = card(row(icon(icon, 36), body(text(words))))
        page(
            told(R.drawable.ic_camera, R.string.first_run_photo),
            told(R.drawable.ic_picture, R.string.first_run_wechat_photo),
            told(R.drawable.ic_paste, R.string.first_run_wechat_text),
            told(R.drawable.ic_share, R.string.home_share_more),
            told(R.drawable.ic_lock, R.string.about_offline),
            told(R.drawable.ic_caution, R.string.first_run_cannot),
            mainButton(text(R.string.first_run_start)) { app.settings.started = true; shell.fromHome("home") },
        )
    }
}
