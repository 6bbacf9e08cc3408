// One step of the timeline of a log entry, in the person's words. Every field may stay empty.
package org.yanka.app.screens

import android.app.DatePickerDialog
import android.app.TimePickerDialog
import android.view.View
import java.util.Calendar
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.components.ViewFactory
import org.yanka.app.components.formatTime
import org.yanka.app.components.titleWithDetail
import org.yanka.app.core.LoadState
import org.yanka.app.core.Moment
import org.yanka.app.core.Situation
import org.yanka.app.core.SituationChoice
import org.yanka.app.core.TimelineStep

class TimelineScreen(arg: String) : Screen("timeline", arg) {
    data class State(val step: LoadState<TimelineStep> = LoadState.NotRequested, val situations: List<SituationChoice> = emptyList(), val isChoosing: Boolean = false)

    var state = State()
    private val entry get() = arg.substringBefore('/').toLongOrNull() ?: -1
    private val number get() = arg.substringAfter('/', "0").toLongOrNull() ?: 0
    override val title = R.string.screen_timeline
    override val isSecure = true
    override val showsLog = true

    override fun start() = fetch<Pair<TimelineStep, List<SituationChoice>>>({ content ->
        state = when (content) {
            is LoadState.Loaded -> State(LoadState.Loaded(content.value.first), content.value.second)
            is LoadState.Failed -> State(content)
            else -> State(LoadState.Loading())
        }
    }) { checker ->
        val step = checker.logEntry(entry).steps.firstOrNull { it.step == number } ?: TimelineStep(0, core.now(), null, "", "", "", "", "")
        step to checker.situations(core.language)
    }

    private fun change(how: (TimelineStep) -> TimelineStep) { (state.step as? LoadState.Loaded)?.let { state = state.copy(step = LoadState.Loaded(how(it.value))) } }

    override fun draw(views: ViewFactory): View = with(views) {
        when (val content = state.step) {
            is LoadState.Loaded -> {
                val step = content.value
                page(
                    caption(text(R.string.timeline_when)),
                    secondaryButton(formatTime(views, step.time)) { pickTime(step) },
                    caption(text(R.string.timeline_situation)),
                    *situationChoices(views, step).toTypedArray(),
                    textField(text(R.string.timeline_what), step.what, lines = 3) { w -> change { it.copy(what = w) } },
                    textField(text(R.string.timeline_amount), step.amount) { w -> change { it.copy(amount = w) } },
                    textField(text(R.string.timeline_account), step.account) { w -> change { it.copy(account = w) } },
                    textField(text(R.string.timeline_order), step.order) { w -> change { it.copy(order = w) } },
                    textField(text(R.string.timeline_waybill), step.waybill) { w -> change { it.copy(waybill = w) } },
                    primaryButton(text(R.string.action_save)) { saveStep() },
                    if (step.step == 0L) null else secondaryButton(text(R.string.action_delete)) { core.query({ activity.back() }) { it.logStepRemove(step.step) } },
                )
            }
            is LoadState.Failed -> page(errorCard(content.error.sentence), secondaryButton(text(R.string.action_home)) { activity.resetTo("home") })
            else -> page(progressView(text(R.string.state_working)))
        }
    }

    /** The situation of the step: one button, or the list of choices after a tap on it. */
    private fun situationChoices(views: ViewFactory, step: TimelineStep): List<View> = with(views) {
        val none = text(R.string.timeline_not_said)
        fun pick(situation: Situation?) { change { it.copy(situation = situation) }; state = state.copy(isChoosing = false); redraw() }
        if (!state.isChoosing) return listOf(
            secondaryButton(state.situations.firstOrNull { it.situation == step.situation }?.label ?: none) { state = state.copy(isChoosing = true); redraw() },
        )
        listOf(radioButton(none, step.situation == null) { pick(null) }) +
            state.situations.map { k -> radioButton(titleWithDetail(k.label, k.meaning), step.situation == k.situation) { pick(k.situation) } }
    }

    private fun saveStep() {
        val step = (state.step as? LoadState.Loaded)?.value ?: return
        fetch<TimelineStep>({ state = state.copy(step = it); if (it is LoadState.Loaded) activity.back() }) { it.logStep(entry, step); step }
    }

    private fun pickTime(step: TimelineStep) {
        val calendar = Calendar.getInstance().apply { timeInMillis = step.time.unixMs }
        fun set() { change { it.copy(time = Moment(calendar.timeInMillis, step.time.offsetMinutes)) }; redraw() }
        DatePickerDialog(activity, { _, y, m, d ->
            calendar.set(y, m, d)
            TimePickerDialog(activity, { _, h, min -> calendar.set(Calendar.HOUR_OF_DAY, h); calendar.set(Calendar.MINUTE, min); set() }, calendar[Calendar.HOUR_OF_DAY], calendar[Calendar.MINUTE], true).show()
        }, calendar[Calendar.YEAR], calendar[Calendar.MONTH], calendar[Calendar.DAY_OF_MONTH]).show()
    }
}
