// Three large ways in; help for whoever is being talked to; everything else below.
package org.yanka.app.screens

import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.parts.Kit

class HomeScreen : Screen("home") {
    override val title = R.string.app_name

    override fun draw(kit: Kit) = with(kit) {
        fun leads(icon: Int, words: Int, to: String) = line(icon, text(words)) { shell.go(to) }
        page(
            small(text(R.string.app_what)),
            bigButton(R.drawable.ic_camera, text(R.string.home_camera), text(R.string.home_camera_more), first = true) { shell.ways.camera() },
            bigButton(R.drawable.ic_picture, text(R.string.home_photo), text(R.string.home_photo_more), first = false) { shell.out.pickPicture() },
            bigButton(R.drawable.ic_paste, text(R.string.home_paste), text(R.string.home_paste_more), first = false) { shell.ways.paste() },
            heading(text(R.string.home_now)),
            dangerButton(text(R.string.screen_emergency), R.drawable.ic_danger) { shell.go("emergency") },
            leads(R.drawable.ic_steps, R.string.screen_situation, "situation"),
            leads(R.drawable.ic_unreadable, R.string.screen_questions, "questions"),
            leads(R.drawable.ic_phone, R.string.screen_numbers, "numbers"),
            heading(text(R.string.home_more)),
            leads(R.drawable.ic_list, R.string.screen_checklist, "checklist"),
            leads(R.drawable.ic_speaker, R.string.screen_scripts, "scripts"),
            leads(R.drawable.ic_book, R.string.screen_pages, "pages"),
            leads(R.drawable.ic_lock, R.string.screen_log, "log"),
            heading(text(R.string.home_app)),
            leads(R.drawable.ic_person, R.string.screen_own_rules, "own-rules"),
            leads(R.drawable.ic_rules, R.string.screen_rules, "rules"),
            leads(R.drawable.ic_settings, R.string.screen_settings, "settings"),
            leads(R.drawable.ic_share, R.string.screen_first_run, "first-run"),
            leads(R.drawable.ic_about, R.string.screen_about, "about"),
        )
    }
}
