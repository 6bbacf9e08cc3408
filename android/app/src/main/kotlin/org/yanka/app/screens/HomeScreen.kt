// The start screen: three ways to check something, help during a call, and all other screens.
package org.yanka.app.screens

import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory

class HomeScreen : Screen("home") {
    override val title = R.string.app_name

    override fun draw(views: ViewFactory) = with(views) {
        fun link(icon: Int, title: Int, screen: String) = navigationRow(icon, text(title)) { activity.navigate(screen) }
        page(
            caption(text(R.string.app_what)),
            largeButton(R.drawable.ic_camera, text(R.string.home_camera), text(R.string.home_camera_more), isPrimary = true) { activity.router.openCamera() },
            largeButton(R.drawable.ic_picture, text(R.string.home_photo), text(R.string.home_photo_more), isPrimary = false) { activity.outgoing.pickPhoto() },
            largeButton(R.drawable.ic_paste, text(R.string.home_paste), text(R.string.home_paste_more), isPrimary = false) { activity.router.checkClipboard() },
            heading(text(R.string.home_now)),
            dangerButton(text(R.string.screen_emergency), R.drawable.ic_danger) { activity.navigate("emergency") },
            link(R.drawable.ic_steps, R.string.screen_situation, "situation"),
            link(R.drawable.ic_unreadable, R.string.screen_questions, "questions"),
            link(R.drawable.ic_phone, R.string.screen_numbers, "numbers"),
            heading(text(R.string.home_more)),
            link(R.drawable.ic_list, R.string.screen_checklist, "checklist"),
            link(R.drawable.ic_speaker, R.string.screen_scripts, "scripts"),
            link(R.drawable.ic_book, R.string.screen_pages, "pages"),
            link(R.drawable.ic_lock, R.string.screen_log, "log"),
            heading(text(R.string.home_app)),
            link(R.drawable.ic_person, R.string.screen_own_rules, "own-rules"),
            link(R.drawable.ic_rules, R.string.screen_rules, "rules"),
            link(R.drawable.ic_settings, R.string.screen_settings, "settings"),
            link(R.drawable.ic_share, R.string.screen_first_run, "first-run"),
            link(R.drawable.ic_about, R.string.screen_about, "about"),
        )
    }
}
