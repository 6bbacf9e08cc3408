// One step of what happened, in the person's words. Every field may stay empty.
package org.yanka.app.screens

import android.app.DatePickerDialog
import android.app.TimePickerDialog
import android.view.View
import java.util.Calendar
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Moment
import org.yanka.app.core.Phase
import org.yanka.app.core.Situation
import org.yanka.app.core.SituationChoice
import org.yanka.app.core.TimelineStep
import org.yanka.app.parts.Kit
import org.yanka.app.parts.time
import org.yanka.app.parts.twoLines

class TimelineScreen(arg: String) : Screen("timeline", arg) {
    data class State(val step: Phase<TimelineStep> = Phase.Empty, val kinds: List<SituationChoice> = emptyList(), val choosing: Boolean = false)

    var state = State()
    private val entry get() = arg.substringBefore('/').toLongOrNull() ?: -1
    private val number get() = arg.substringAfter('/', "0").toLongOrNull() ?: 0
    override val title = R.string.screen_timeline
    override val secret = true
    override val ofLog = true

    override fun start() = ask<Pair<TimelineStep, List<SituationChoice>>>({ phase ->
        state = when (phase) {
            is Phase.Ready -> State(Phase.Ready(phase.value.first), phase.value.second)
            is Phase.Failed -> State(phase)
            else -> State(Phase.Working())
        }
    }) { checker ->
        val step = checker.logEntry(entry).steps.firstOrNull { it.step == number } ?: TimelineStep(0, core.now(), null, "", "", "", "", "")
        step to checker.situations(core.language)
    }

    private fun change(how: (TimelineStep) -> TimelineStep) { (state.step as? Phase.Ready)?.let { state = state.copy(step = Phase.Ready(how(it.value))) } }

    override fun draw(kit: Kit): View = with(kit) {
        when (val phase = state.step) {
            is Phase.Ready -> {
                val step = phase.value
                page(
                    small(text(R.string.timeline_when)),
                    quietButton(time(kit, step.time)) { pickTime(step) },
                    small(text(R.string.timeline_situation)),
                    *kinds(kit, step).toTypedArray(),
                    input(text(R.string.timeline_what), step.what, lines = 3) { w -> change { it.copy(what = w) } },
                    input(text(R.string.timeline_amount), step.amount) { w -> change { it.copy(amount = w) } },
                    input(text(R.string.timeline_account), step.account) { w -> change { it.copy(account = w) } },
                    input(text(R.string.timeline_order), step.order) { w -> change { it.copy(order = w) } },
                    input(text(R.string.timeline_waybill), step.waybill) { w -> change { it.copy(waybill = w) } },
                    mainButton(text(R.string.action_save)) { store() },
                    if (step.step == 0L) null else quietButton(text(R.string.action_delete)) { core.ask({ shell.back() }) { it.logStepRemove(step.step) } },
                )
            }
            is Phase.Failed -> page(trouble(phase.trouble.sentence), quietButton(text(R.string.action_home)) { shell.fromHome("home") })
            else -> page(working(text(R.string.state_working)))
        }
    }

    /** What kind of step it was, in the core's words; the list opens where one is to be chosen. */
    private fun kinds(kit: Kit, step: TimelineStep): List<View> = with(kit) {
        val none = text(R.string.timeline_not_said)
        fun pick(situation: Situation?) { change { it.copy(situation = situation) }; state = state.copy(choosing = false); redraw() }
        if (!state.choosing) return listOf(
            quietButton(state.kinds.firstOrNull { it.situation == step.situation }?.label ?: none) { state = state.copy(choosing = true); redraw() },
        )
        listOf(choice(none, step.situation == null) { pick(null) }) +
            state.kinds.map { k -> choice(twoLines(k.label, k.meaning), step.situation == k.situation) { pick(k.situation) } }
    }

    private fun store() {
        val step = (state.step as? Phase.Ready)?.value ?: return
        ask<TimelineStep>({ state = state.copy(step = it); if (it is Phase.Ready) shell.back() }) { it.logStep(entry, step); step }
    }

    private fun pickTime(step: TimelineStep) {
        val now = Calendar.getInstance().apply { timeInMillis = step.time.unixMs }
        fun set() { change { it.copy(time = Moment(now.timeInMillis, step.time.offsetMinutes)) }; redraw() }
        DatePickerDialog(shell, { _, y, m, d ->
            now.set(y, m, d)
            TimePickerDialog(shell, { _, h, min -> now.set(Calendar.HOUR_OF_DAY, h); now.set(Calendar.MINUTE, min); set() }, now[Calendar.HOUR_OF_DAY], now[Calendar.MINUTE], true).show()
        }, now[Calendar.YEAR], now[Calendar.MONTH], now[Calendar.DAY_OF_MONTH]).show()
    }
}
