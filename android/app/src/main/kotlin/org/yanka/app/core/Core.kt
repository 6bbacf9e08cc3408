// The only file that uses the generated binding. Calls the core on background threads and delivers
// results on the main thread. Contains no rule and no advice.
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
typealias ChecklistItem = uniffi.yanka.ChecklistItem
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

/** Opens the core and calls it. Results of each queue arrive on the main thread in the order of the calls. */
class Core(private val context: Context, private val keys: LogKey, private val directories: AppDirectories) {
    private val checkExecutor = Executors.newSingleThreadExecutor { Thread(it, "checks") }
    private val queryExecutor = Executors.newSingleThreadExecutor { Thread(it, "queries") }
    private val mainHandler = Handler(Looper.getMainLooper())
    private val lock = Any()
    private var openChecker: Checker? = null

    /** Why the log could not be opened. Checks go on without a log. */
    @Volatile var logError: UserFacingError? = null
        private set

    /** The language of the core's sentences. */
    @Volatile var language: Language = Language.ZH_HANS

    /** Number of queries and checks since the process started. */
    @Volatile var callCount = 0
        private set

    fun options(origin: Origin) = Options(origin, language, emptyList(), true, offsetMinutes())

    fun now() = Moment(System.currentTimeMillis(), offsetMinutes())

    /** Runs a short call: a page, a list, a number. */
    fun <T> query(then: (Result<T>) -> Unit, work: (Checker) -> T) = run(queryExecutor, then, work)

    /** Runs a check, which may take a second and can be cancelled. */
    fun <T> runCheck(then: (Result<T>) -> Unit, work: (Checker) -> T) = run(checkExecutor, then, work)

    /** Quarantines the log that could not be opened and creates a new one with a new key. */
    fun startNewLog(then: (Result<Unit>) -> Unit) = run(queryExecutor, then) {
        synchronized(lock) {
            openChecker?.close()
            openChecker = null
            directories.quarantineLog()
            keys.delete()
            checker()
        }
        Unit
    }

    fun onMain(work: () -> Unit) { mainHandler.post(work) }

    /** Runs [work] on the check thread after the checks that are queued now. Does not open the core. */
    fun afterChecks(work: () -> Unit) = checkExecutor.execute(work)

    private fun <T> run(executor: java.util.concurrent.Executor, then: (Result<T>) -> Unit, work: (Checker) -> T) {
        callCount++ // on the main thread, like every call
        executor.execute {
            val result = try {
                Result.success(work(checker()))
            } catch (e: Exception) {
                Result.failure(userFacingError(e))
            }
            mainHandler.post { then(result) }
        }
    }

    private fun checker(): Checker = synchronized(lock) {
        check(Looper.myLooper() != Looper.getMainLooper()) { "the core must not be called on the main thread" }
        openChecker ?: open().also { openChecker = it }
    }

    private fun open(): Checker {
        val folder = directories.coreFolder().path
        logError = null
        return try {
            Checker.open(OpenOptions(language, folder, keys.key()))
        } catch (e: Exception) {
            // A check must not fail because the log does: the person may need its result at once.
            logError = userFacingError(e)
            Checker.open(OpenOptions(language, folder, null))
        }
    }

    private fun userFacingError(e: Exception): UserFacingError {
        fun error(kind: UserFacingError.Kind, error: ErrorKind) = UserFacingError(kind, errorSentence(error, language))
        return when (e) {
            is UserFacingError -> e
            is LogKey.KeyLost -> error(UserFacingError.Kind.LOG_KEY, ErrorKind.JOURNAL_KEY_WRONG)
            is ApiException.PackUnusable -> error(UserFacingError.Kind.PACK, ErrorKind.PACK_UNUSABLE)
            is ApiException.PackOlder -> error(UserFacingError.Kind.PACK, ErrorKind.PACK_OLDER)
            is ApiException.JournalKeyWrong -> error(UserFacingError.Kind.LOG_KEY, ErrorKind.JOURNAL_KEY_WRONG)
            is ApiException.JournalNewer -> error(UserFacingError.Kind.LOG, ErrorKind.JOURNAL_NEWER)
            is ApiException.JournalUnavailable -> error(UserFacingError.Kind.LOG, ErrorKind.JOURNAL_UNAVAILABLE)
            is ApiException.DiskFull -> error(UserFacingError.Kind.OTHER, ErrorKind.DISK_FULL)
            is ApiException.NoFolder -> error(UserFacingError.Kind.OTHER, ErrorKind.NO_FOLDER)
            is ApiException.NoSuchEntry -> error(UserFacingError.Kind.OTHER, ErrorKind.NO_SUCH_ENTRY)
            is ApiException.Cancelled -> error(UserFacingError.Kind.CANCELLED, ErrorKind.CANCELLED)
            else -> UserFacingError(UserFacingError.Kind.OTHER, context.getString(R.string.error_unexpected))
        }
    }

    companion object {
        fun offsetMinutes(): Int = TimeZone.getDefault().getOffset(System.currentTimeMillis()) / 60_000
    }
}
