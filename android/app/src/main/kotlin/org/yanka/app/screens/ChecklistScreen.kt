// The checklist for a card that could not be read: the person looks at it and answers, the core judges the answers.
package org.yanka.app.screens

import android.graphics.Bitmap
import android.view.View
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.core.CheckInput
import org.yanka.app.core.ChecklistItem
import org.yanka.app.core.LoadState
import org.yanka.app.core.PhotoDecoder

class ChecklistScreen : Screen("checklist") {
    data class State(val items: LoadState<List<ChecklistItem>> = LoadState.NotRequested, val yes: Set<String> = emptySet(), val card: Bitmap? = null)

    var state = State()
    override val title = R.string.screen_checklist
    override fun start() {
        fetch({ state = state.copy(items = it) }) { it.checklist(core.language) }
        loadCard()
    }

    /** Loads the card of the checked photo with turn and perspective removed, so that the person can read it. */
    private fun loadCard() {
        app.check.withPhoto<Bitmap?>({ result -> state = state.copy(card = result.getOrNull()); if (state.card != null) redraw() }) { photo ->
            photo.straightCard()?.let { PhotoDecoder.decodeUpright(it.bytes, MAX_CARD_PIXELS) }
        }
    }
    override fun save() = state.yes.joinToString(",")
    override fun restore(saved: String) { state = state.copy(yes = saved.split(",").filter { it.isNotEmpty() }.toSet()) }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val items = state.items) {
            is LoadState.Loaded -> page(
                body(text(R.string.checklist_look)),
                state.card?.let { zoomablePhoto(views, it, text(R.string.checklist_card)) },
                *items.value.map { item ->
                    checkBox(item.text, item.id in state.yes) { on -> state = state.copy(yes = if (on) state.yes + item.id else state.yes - item.id) }
                }.toTypedArray(),
                primaryButton(text(R.string.checklist_check)) { activity.router.check(CheckInput.Answers(state.yes.toList())) },
            )
            is LoadState.Failed -> page(errorCard(items.error.sentence) { start() })
            else -> page(progressView(text(R.string.state_working)))
        }
    }

    private companion object {
        /** Pixel limit of the displayed card. Empirical; no measurement recorded. */
        const val MAX_CARD_PIXELS = 1_000_000
    }
}
