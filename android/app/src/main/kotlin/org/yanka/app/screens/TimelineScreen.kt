// One step of what happened, in the person's words. Every field may stay empty.
package org.yanka.app.screens

import android.app.DatePickerDialog
import android.app.TimePickerDialog
import android.view.View
import java.text.DateFormat
import java.util.Calendar
import java.util.Date
import org.yanka.app.R
import org.yanka.app.Screen
import org.yanka.app.core.Moment
import org.yanka.app.core.Phase
import org.yanka.app.core.TimelineStep
import org.yanka.app.parts.Kit

class TimelineScreen(arg: String) : Screen("timeline", arg) {
    var state: Phase<TimelineStep> = Phase.Empty
    private val entry get() = arg.substringBefore('/').toLongOrNull() ?: -1
    private val number get() = arg.substringAfter('/', "0").toLongOrNull() ?: 0
    override val title = R.string.screen_timeline
    override val secret = true

    override fun start() = ask({ state = it }) { checker ->
        checker.logEntry(entry).steps.firstOrNull { it.step == number }
            ?: TimelineStep(0, core.now(), null, "", "", "", "", "")
    }

    private fun change(how: (TimelineStep) -> TimelineStep) { (state as? Phase.Ready)?.let { state = Phase.Ready(how(it.value)) } }

    override fun draw(kit: Kit): View = with(kit) {
        when (val phase = state) {
            is Phase.Ready -> {
                val step = phase.value
                page(
                    small(text(R.string.timeline_when)),
                    quietButton(DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, context.resources.configuration.locales[0]).format(Date(step.time.unixMs))) { pickTime(step) },
                    input(text(R.string.timeline_what), step.what, lines = 3) { w -> change { it.copy(what = w) } },
                    input(text(R.string.timeline_amount), step.amount) { w -> change { it.copy(amount = w) } },
                    input(text(R.string.timeline_account), step.account) { w -> change { it.copy(account = w) } },
                    input(text(R.string.timeline_order), step.order) { w -> change { it.copy(order = w) } },
                    input(text(R.string.timeline_waybill), step.waybill) { w -> change { it.copy(waybill = w) } },
                    mainButton(text(R.string.action_save)) { store() },
                    if (step.step == 0L) null else quietButton(text(R.string.action_delete)) { core.ask({ shell.back() }) { it.logStepRemove(step.step) } },
                )
            }
            is Phase.Failed -> page(trouble(phase.trouble.sentence), quietButton(text(R.string.action_back)) { shell.back() })
            else -> page(working(text(R.string.state_working)))
        }
    }

    private fun store() {
        val step = (state as? Phase.Ready)?.value ?: return
        ask<TimelineStep>({ state = it; if (it is Phase.Ready) shell.back() }) { it.logStep(entry, step); step }
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
