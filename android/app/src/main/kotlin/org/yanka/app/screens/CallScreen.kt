// Before the dialler: whose number it is, and the one sentence to say first. The person presses call.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Hotline
import org.yanka.app.core.Phase
import org.yanka.app.parts.Kit
import org.yanka.app.parts.source

class CallScreen(arg: String) : Screen("call", arg) {
    private val about = Matter(arg)
    data class Call(val hotline: Hotline?, val script: String, val say: String)

    var state: Phase<Call> = Phase.Empty
    override val title = R.string.result_official_numbers

    override fun start() = ask({ state = it }) { checker ->
        val hotline = checker.hotlines("", core.language).firstOrNull { it.id == about.id }
        val script = checker.scripts(core.language).asSequence()
            .mapNotNull { about.script(checker, it.id, emptyList(), core.language) }
            .firstOrNull { script -> script.hotlines.any { it.id == about.id } }
        Call(hotline, script?.id.orEmpty(), script?.lines?.firstOrNull().orEmpty())
    }

    override fun draw(kit: Kit): View = with(kit) {
        when (val call = state) {
            is Phase.Ready -> {
                val hotline = call.value.hotline
                if (hotline == null || hotline.number.isEmpty()) page(empty(text(R.string.numbers_none)))
                else page(
                    card(
                        label(hotline.number, 34f, bold = true),
                        strong(hotline.organization),
                        if (hotline.purpose.isEmpty()) null else body(hotline.purpose),
                        if (hotline.warning.isEmpty()) null else label(hotline.warning, 16f, R.color.caution),
                        small(source(hotline.source)),
                    ),
                    if (call.value.say.isEmpty()) null else card(small(text(R.string.hotline_say)), label(call.value.say, 22f, bold = true)),
                    mainButton(text(R.string.action_call, hotline.number), R.drawable.ic_phone) { shell.out.dial(hotline.number) },
                    if (call.value.script.isEmpty()) null else quietButton(text(R.string.screen_scripts)) { shell.go("script", matter(call.value.script, about.entry)) },
                )
            }
            is Phase.Failed -> page(trouble(call.trouble.sentence) { start() })
            else -> page(working(text(R.string.state_working)))
        }
    }
}
