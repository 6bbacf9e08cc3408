// For a card that nothing could read: the person looks, the core answers.
package org.yanka.app.screens

import android.graphics.Bitmap
import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.ChecklistItem
import org.yanka.app.core.Given
import org.yanka.app.core.Phase
import org.yanka.app.core.Pictures
import org.yanka.app.parts.Kit

class ChecklistScreen : Screen("checklist") {
    data class State(val items: Phase<List<ChecklistItem>> = Phase.Empty, val yes: Set<String> = emptySet(), val card: Bitmap? = null)

    var state = State()
    override val title = R.string.screen_checklist
    override fun start() {
        ask({ state = state.copy(items = it) }) { it.checklist(core.language) }
        straighten()
    }

    /** The card of the photo that could not be read, laid straight by the core, to look at line by line. */
    private fun straighten() {
        app.check.withPhoto<Bitmap?>({ result -> state = state.copy(card = result.getOrNull()); if (state.card != null) redraw() }) { photo ->
            photo.straightCard()?.let { Pictures.upright(it.bytes, SHOWN_PIXELS) }
        }
    }
    override fun save() = state.yes.joinToString(",")
    override fun restore(saved: String) { state = state.copy(yes = saved.split(",").filter { it.isNotEmpty() }.toSet()) }

    override fun draw(kit: Kit): View = with(kit) {
        when (val items = state.items) {
            is Phase.Ready -> page(
                body(text(R.string.checklist_look)),
                state.card?.let { photo(kit, it, text(R.string.checklist_card)) },
                *items.value.map { item ->
                    tick(item.text, item.id in state.yes) { on -> state = state.copy(yes = if (on) state.yes + item.id else state.yes - item.id) }
                }.toTypedArray(),
                mainButton(text(R.string.checklist_check)) { shell.ways.check(Given.Answers(state.yes.toList())) },
            )
            is Phase.Failed -> page(trouble(items.trouble.sentence) { start() })
            else -> page(working(text(R.string.state_working)))
        }
    }

    private companion object {
        const val SHOWN_PIXELS = 1_000_000
    }
}
