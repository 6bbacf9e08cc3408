//! The door to the private log and to the person's own rules.

use super::Checker;
use crate::check::{self, Opinions};
use crate::error::{ApiError, Error};
use crate::journal::{Journal, NewEntry};
use crate::report::{
    Erased, Keep, LogEntry, LogFilter, LogLine, Moment, Opinion, Options, Original, OwnRule,
    Report, Retention, SubjectKind, TimelineStep,
};
use std::time::{SystemTime, UNIX_EPOCH};

#[uniffi::export]
impl Checker {
    /// At most `limit` entries, newest first, older than `before`; without a filter, all.
    ///
    /// # Errors
    /// `JournalUnavailable` where none is open.
    pub fn log_page(
        &self,
        filter: Option<LogFilter>,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<LogLine>, ApiError> {
        Ok(self.journal()?.page(&filter.unwrap_or_default(), before, limit)?)
    }

    /// How many entries fit the filter.
    ///
    /// # Errors
    /// `JournalUnavailable` where none is open.
    pub fn log_count(&self, filter: Option<LogFilter>) -> Result<u64, ApiError> {
        Ok(self.journal()?.count(&filter.unwrap_or_default())?)
    }

    /// Every label in use.
    ///
    /// # Errors
    /// `JournalUnavailable` where none is open.
    pub fn log_labels(&self) -> Result<Vec<String>, ApiError> {
        Ok(self.journal()?.labels()?)
    }

    /// One entry in full.
    ///
    /// # Errors
    /// `NoSuchEntry`.
    pub fn log_entry(&self, entry: i64) -> Result<LogEntry, ApiError> {
        Ok(self.journal()?.entry(entry)?)
    }

    /// Deletes one entry; no trace of it stays.
    ///
    /// # Errors
    /// `NoSuchEntry`.
    pub fn log_delete(&self, entry: i64) -> Result<(), ApiError> {
        Ok(self.journal()?.delete(entry)?)
    }

    /// Erases every entry, also those kept as evidence if `evidence` says so.
    ///
    /// # Errors
    /// `JournalUnavailable` where none is open.
    pub fn log_erase(&self, evidence: bool) -> Result<Erased, ApiError> {
        Ok(self.journal()?.erase(evidence)?)
    }

    /// Sets the person's note on an entry.
    ///
    /// # Errors
    /// `NoSuchEntry`.
    pub fn log_note(&self, entry: i64, note: String) -> Result<(), ApiError> {
        Ok(self.journal()?.set_note(entry, &note)?)
    }

    /// Sets the person's label on an entry.
    ///
    /// # Errors
    /// `NoSuchEntry`.
    pub fn log_label(&self, entry: i64, label: String) -> Result<(), ApiError> {
        Ok(self.journal()?.set_label(entry, &label)?)
    }

    /// Keeps an entry, with the untouched text or photo, until it is released.
    ///
    /// # Errors
    /// `NoSuchEntry`, `DiskFull`.
    pub fn log_keep_as_evidence(&self, entry: i64, original: Original) -> Result<(), ApiError> {
        Ok(self.journal()?.keep_as_evidence(entry, &original)?)
    }

    /// Releases an entry: the untouched text or photo is gone, the rest stays its time.
    ///
    /// # Errors
    /// `NoSuchEntry`.
    pub fn log_release(&self, entry: i64) -> Result<(), ApiError> {
        Ok(self.journal()?.release(entry)?)
    }

    /// Adds or changes one step of what happened; returns its number.
    ///
    /// # Errors
    /// `NoSuchEntry`.
    pub fn log_step(&self, entry: i64, step: TimelineStep) -> Result<i64, ApiError> {
        Ok(self.journal()?.put_step(entry, &step)?)
    }

    /// Takes one step away.
    ///
    /// # Errors
    /// `NoSuchEntry`.
    pub fn log_step_remove(&self, step: i64) -> Result<(), ApiError> {
        Ok(self.journal()?.remove_step(step)?)
    }

    /// How much of each check is kept.
    ///
    /// # Errors
    /// `JournalUnavailable` where none is open.
    pub fn log_keep(&self) -> Result<Keep, ApiError> {
        Ok(self.journal()?.keep()?)
    }

    /// Chooses how much of each check is kept from now on.
    ///
    /// # Errors
    /// `JournalUnavailable` where none is open.
    pub fn log_set_keep(&self, keep: Keep) -> Result<(), ApiError> {
        Ok(self.journal()?.set_keep(keep)?)
    }

    /// How long entries stay.
    ///
    /// # Errors
    /// `JournalUnavailable` where none is open.
    pub fn log_retention(&self) -> Result<Retention, ApiError> {
        Ok(self.journal()?.retention()?)
    }

    /// Chooses how long entries stay, and forgets at once what is older.
    ///
    /// # Errors
    /// `JournalUnavailable` where none is open.
    pub fn log_set_retention(&self, retention: Retention) -> Result<u64, ApiError> {
        let journal = self.journal()?;
        journal.set_retention(retention)?;
        Ok(journal.expire(unix_ms())?)
    }

    /// The person's own rules, newest first.
    ///
    /// # Errors
    /// `JournalUnavailable` where none is open.
    pub fn own_rules(&self) -> Result<Vec<OwnRule>, ApiError> {
        Ok(self.journal()?.own_rules()?)
    }

    /// Adds a rule of the person's own for a link or host; returns its number.
    ///
    /// # Errors
    /// `JournalUnavailable` where none is open.
    pub fn own_add(
        &self,
        opinion: Opinion,
        subject: String,
        note: String,
        offset_minutes: i32,
    ) -> Result<i64, ApiError> {
        let subject = crate::link::subject(&subject);
        Ok(self.journal()?.add_own_rule(opinion, &subject, &note, now(offset_minutes))?)
    }

    /// Takes one of the person's own rules away.
    ///
    /// # Errors
    /// `NoSuchEntry`.
    pub fn own_remove(&self, id: i64) -> Result<(), ApiError> {
        Ok(self.journal()?.remove_own_rule(id)?)
    }
}

impl Checker {
    pub(super) fn journal(&self) -> Result<&Journal, Error> {
        self.journal.as_ref().ok_or(Error::NoJournal)
    }

    /// Adds to a report that the rules are old, where they are.
    pub(super) fn dated(&self, mut report: Report, options: &Options) -> Result<Report, Error> {
        let now = now(options.offset_minutes);
        check::remark_age(&self.known(), &mut report, options.language, now)?;
        Ok(report)
    }

    /// Keeps a check where the caller and the person want it kept, and notes its number.
    pub(super) fn keep(
        &self,
        report: Report,
        kind: SubjectKind,
        options: &Options,
        picture: Option<&[u8]>,
        photo_sha256: Option<[u8; 32]>,
    ) -> Result<Report, Error> {
        let mut report = self.dated(report, options)?;
        let Some(journal) = self.journal.as_ref().filter(|_| options.keep) else {
            return Ok(report);
        };
        report.entry = journal.add(&NewEntry {
            time: now(options.offset_minutes),
            kind,
            report: &report,
            situation: &options.situations,
            picture,
            photo_sha256,
            original: None,
        })?;
        journal.expire(unix_ms())?;
        Ok(report)
    }
}

impl Opinions for Checker {
    fn of(&self, canonical: &str, host: Option<&str>) -> Result<Option<OwnRule>, Error> {
        self.journal.as_ref().map_or(Ok(None), |journal| Ok(journal.own_rule_for(canonical, host)?))
    }
}

pub(super) fn now(offset_minutes: i32) -> Moment {
    Moment { unix_ms: unix_ms(), offset_minutes }
}

pub(super) fn unix_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
