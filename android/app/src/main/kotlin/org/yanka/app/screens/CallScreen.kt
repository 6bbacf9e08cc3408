// Shown before the dialler opens: whose number it is and what to say first. The person presses call in the dialler.
package org.yanka.app.screens

import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.sourceText
import org.yanka.app.core.Hotline
import org.yanka.app.core.LoadState

class CallScreen(arg: String) : Screen("call", arg) {
    private val target = EntryLinkedId(arg)
    data class Call(val hotline: Hotline?, val scriptId: String, val firstLine: String)

    var state: LoadState<Call> = LoadState.NotRequested
    override val title = R.string.result_official_numbers

    override fun start() = fetch({ state = it }) { checker ->
        val hotline = checker.hotlines("", core.language).firstOrNull { it.id == target.id }
        val script = checker.scripts(core.language).asSequence()
            .mapNotNull { target.loadScript(checker, it.id, emptyList(), core.language) }
            .firstOrNull { script -> script.hotlines.any { it.id == target.id } }
        Call(hotline, script?.id.orEmpty(), script?.lines?.firstOrNull().orEmpty())
    }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val call = state) {
            is LoadState.Loaded -> {
                val hotline = call.value.hotline
                if (hotline == null || hotline.number.isEmpty()) page(emptyText(text(R.string.numbers_none)))
                else page(
                    card(
                        label(hotline.number, 34f, bold = true),
                        boldText(hotline.organization),
                        if (hotline.purpose.isEmpty()) null else body(hotline.purpose),
                        if (hotline.warning.isEmpty()) null else label(hotline.warning, 16f, R.color.caution),
                        caption(sourceText(hotline.source)),
                    ),
                    if (call.value.firstLine.isEmpty()) null else card(caption(text(R.string.hotline_say)), label(call.value.firstLine, 22f, bold = true)),
                    primaryButton(text(R.string.action_call, hotline.number), R.drawable.ic_phone) { activity.outgoing.dial(hotline.number) },
                    if (call.value.scriptId.isEmpty()) null else secondaryButton(text(R.string.screen_scripts)) { activity.navigate("script", entryLinkedArg(call.value.scriptId, target.entry)) },
                )
            }
            is LoadState.Failed -> page(errorCard(call.error.sentence) { start() })
            else -> page(progressView(text(R.string.state_working)))
        }
    }
}
