// The only file that knows the generated binding. It asks the core off the main thread and brings
// the answer back to it; it judges nothing.
package org.yanka.app.core

import android.content.Context
import android.os.Handler
import android.os.Looper
import java.util.TimeZone
import java.util.concurrent.Executors
import org.yanka.app.R
import uniffi.yanka.ApiException
import uniffi.yanka.ErrorKind
import uniffi.yanka.OpenOptions
import uniffi.yanka.errorSentence

typealias Checker = uniffi.yanka.Checker
typealias Cancel = uniffi.yanka.Cancel
typealias PhotoSession = uniffi.yanka.PhotoSession
typealias Progress = uniffi.yanka.Progress
typealias Report = uniffi.yanka.Report
typealias Finding = uniffi.yanka.Finding
typealias Advice = uniffi.yanka.Advice
typealias AdvicePage = uniffi.yanka.AdvicePage
typealias Hotline = uniffi.yanka.Hotline
typealias NumberAnswer = uniffi.yanka.NumberAnswer
typealias PackInfo = uniffi.yanka.PackInfo
typealias Page = uniffi.yanka.Page
typealias Blank = uniffi.yanka.Blank
typealias Script = uniffi.yanka.Script
typealias Filling = uniffi.yanka.Filling
typealias Question = uniffi.yanka.Question
typealias SituationChoice = uniffi.yanka.SituationChoice
typealias StraightCard = uniffi.yanka.StraightCard
typealias ChecklistItem = uniffi.yanka.ChecklistItem
typealias Code = uniffi.yanka.Code
typealias Link = uniffi.yanka.Link
typealias Provenance = uniffi.yanka.Provenance
typealias Notice = uniffi.yanka.Notice
typealias Subject = uniffi.yanka.Subject
typealias SubjectPhoto = uniffi.yanka.Subject.Photo
typealias SubjectCode = uniffi.yanka.Subject.Code
typealias SubjectWord = uniffi.yanka.Subject.Word
typealias SubjectText = uniffi.yanka.Subject.Text
typealias SubjectKind = uniffi.yanka.SubjectKind
typealias Photo = uniffi.yanka.Photo
typealias EncodedPhoto = uniffi.yanka.Photo.Encoded
typealias RgbaPhoto = uniffi.yanka.Photo.Rgba
typealias Options = uniffi.yanka.Options
typealias Verdict = uniffi.yanka.Verdict
typealias Severity = uniffi.yanka.Severity
typealias Origin = uniffi.yanka.Origin
typealias Language = uniffi.yanka.Language
typealias Confidence = uniffi.yanka.Confidence
typealias Situation = uniffi.yanka.Situation
typealias Urgency = uniffi.yanka.Urgency
typealias NumberStatus = uniffi.yanka.NumberStatus
typealias LogLine = uniffi.yanka.LogLine
typealias LogEntry = uniffi.yanka.LogEntry
typealias LogFilter = uniffi.yanka.LogFilter
typealias TimelineStep = uniffi.yanka.TimelineStep
typealias Moment = uniffi.yanka.Moment
typealias Keep = uniffi.yanka.Keep
typealias Retention = uniffi.yanka.Retention
typealias Original = uniffi.yanka.Original
typealias EvidenceOptions = uniffi.yanka.EvidenceOptions
typealias Opinion = uniffi.yanka.Opinion
typealias OwnRule = uniffi.yanka.OwnRule

/** What a person sees of a call that failed. */
class Trouble(val kind: Kind, val sentence: String) : Exception(sentence) {
    enum class Kind { LOG_KEY, LOG, PACK, STOPPED, OTHER }
}

/** Everything the app asks the core. Its answers arrive on the main thread, in the order asked. */
class Core(private val context: Context, private val keys: LogKey, private val place: Place) {
    private val checks = Executors.newSingleThreadExecutor { Thread(it, "checks") }
    private val asks = Executors.newSingleThreadExecutor { Thread(it, "asks") }
    private val main = Handler(Looper.getMainLooper())
    private val lock = Any()
    private var opened: Checker? = null

    /** Why there is no log, while checking goes on without it. */
    @Volatile var logTrouble: Trouble? = null
        private set

    /** The language in which the core answers; the app's own at the time of asking. */
    @Volatile var language: Language = Language.ZH_HANS

    /** How often the core was asked since the process began: a shared photo is one question. */
    @Volatile var asked = 0
        private set

    fun options(origin: Origin, situations: Collection<Situation> = emptyList()) =
        Options(origin, language, situations.toList(), true, offsetMinutes())

    fun now() = Moment(System.currentTimeMillis(), offsetMinutes())

    /** A short question: a page, a list, a number. */
    fun <T> ask(then: (Result<T>) -> Unit, work: (Checker) -> T) = run(asks, then, work)

    /** A check, which may take a second and can be stopped. */
    fun <T> check(then: (Result<T>) -> Unit, work: (Checker) -> T) = run(checks, then, work)

    /** Sets the old log aside and begins a new one under a new key. */
    fun beginNewLog(then: (Result<Unit>) -> Unit) = run(asks, then) {
        synchronized(lock) {
            opened?.close()
            opened = null
            place.setLogAside()
            keys.forget()
            checker()
        }
        Unit
    }

    fun onMain(work: () -> Unit) { main.post(work) }

    /** Runs after the checks asked for before, off the main thread, and does not open the core. */
    fun afterChecks(work: () -> Unit) = checks.execute(work)

    private fun <T> run(on: java.util.concurrent.Executor, then: (Result<T>) -> Unit, work: (Checker) -> T) {
        asked++ // on the main thread, as every question
        on.execute {
            val result = try {
                Result.success(work(checker()))
            } catch (e: Exception) {
                Result.failure(trouble(e))
            }
            main.post { then(result) }
        }
    }

    private fun checker(): Checker = synchronized(lock) {
        check(Looper.myLooper() != Looper.getMainLooper()) { "the core is asked off the main thread" }
        opened ?: open().also { opened = it }
    }

    private fun open(): Checker {
        val folder = place.folder().path
        logTrouble = null
        return try {
            Checker.open(OpenOptions(language, folder, keys.key()))
        } catch (e: Exception) {
            // Checking must go on when the log cannot: the person may be in the middle of it.
            logTrouble = trouble(e)
            Checker.open(OpenOptions(language, folder, null))
        }
    }

    private fun trouble(e: Exception): Trouble {
        fun told(kind: Trouble.Kind, error: ErrorKind) = Trouble(kind, errorSentence(error, language))
        return when (e) {
            is Trouble -> e
            is LogKey.Lost -> told(Trouble.Kind.LOG_KEY, ErrorKind.JOURNAL_KEY_WRONG)
            is ApiException.PackUnusable -> told(Trouble.Kind.PACK, ErrorKind.PACK_UNUSABLE)
            is ApiException.PackOlder -> told(Trouble.Kind.PACK, ErrorKind.PACK_OLDER)
            is ApiException.JournalKeyWrong -> told(Trouble.Kind.LOG_KEY, ErrorKind.JOURNAL_KEY_WRONG)
            is ApiException.JournalNewer -> told(Trouble.Kind.LOG, ErrorKind.JOURNAL_NEWER)
            is ApiException.JournalUnavailable -> told(Trouble.Kind.LOG, ErrorKind.JOURNAL_UNAVAILABLE)
            is ApiException.DiskFull -> told(Trouble.Kind.OTHER, ErrorKind.DISK_FULL)
            is ApiException.NoFolder -> told(Trouble.Kind.OTHER, ErrorKind.NO_FOLDER)
            is ApiException.NoSuchEntry -> told(Trouble.Kind.OTHER, ErrorKind.NO_SUCH_ENTRY)
            is ApiException.Cancelled -> told(Trouble.Kind.STOPPED, ErrorKind.CANCELLED)
            else -> Trouble(Trouble.Kind.OTHER, context.getString(R.string.error_unexpected))
        }
    }

    companion object {
        fun offsetMinutes(): Int = TimeZone.getDefault().getOffset(System.currentTimeMillis()) / 60_000
    }
}
