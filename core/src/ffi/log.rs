//! API for the private log and the person's own rules.

use super::{Checker, clock};
use crate::check::{self, OwnRules};
use crate::error::{ApiError, Error};
use crate::journal::{Journal, NewEntry};
use crate::report::{
    Erased, Keep, LogEntry, LogFilter, LogLine, Opinion, Options, Original, OwnRule, Report,
    Retention, SubjectKind, TimelineStep,
};

#[uniffi::export]
impl Checker {
    /// At most `limit` entries that match `filter`, newest first; never more than 500. `before` is an
    /// entry number: only lower numbers are listed. `None` selects all entries.
    ///
    /// # Errors
    /// `JournalUnavailable` if no journal is open or it cannot be read.
    pub fn log_page(
        &self,
        filter: Option<LogFilter>,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<LogLine>, ApiError> {
        Ok(self.journal()?.page(&filter.unwrap_or_default(), before, limit)?)
    }

    /// How many entries match `filter`; with `None`, how many there are.
    ///
    /// # Errors
    /// `JournalUnavailable` if no journal is open or it cannot be read.
    pub fn log_count(&self, filter: Option<LogFilter>) -> Result<u64, ApiError> {
        Ok(self.journal()?.count(&filter.unwrap_or_default())?)
    }

    /// All labels in use.
    ///
    /// # Errors
    /// `JournalUnavailable` if no journal is open or it cannot be read.
    pub fn log_labels(&self) -> Result<Vec<String>, ApiError> {
        Ok(self.journal()?.labels()?)
    }

    /// One entry in full.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`.
    pub fn log_entry(&self, entry: i64) -> Result<LogEntry, ApiError> {
        Ok(self.journal()?.entry(entry)?)
    }

    /// Deletes one entry, also one kept as evidence; no trace of it stays in the file.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`.
    pub fn log_delete(&self, entry: i64) -> Result<(), ApiError> {
        Ok(self.journal()?.delete(entry)?)
    }

    /// Erases all entries. Entries kept as evidence stay unless `evidence` is true.
    ///
    /// # Errors
    /// `JournalUnavailable` if no journal is open or it cannot be written; `DiskFull`.
    pub fn log_erase(&self, evidence: bool) -> Result<Erased, ApiError> {
        Ok(self.journal()?.erase(evidence)?)
    }

    /// Sets the person's note on an entry; an empty note removes it.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`.
    pub fn log_note(&self, entry: i64, note: String) -> Result<(), ApiError> {
        Ok(self.journal()?.set_note(entry, &note)?)
    }

    /// Sets the person's label on an entry; an empty label removes it.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`.
    pub fn log_label(&self, entry: i64, label: String) -> Result<(), ApiError> {
        Ok(self.journal()?.set_label(entry, &label)?)
    }

    /// Keeps an entry as evidence, with the unredacted text or photo, until it is released.
    ///
    /// # Errors
    /// `NoSuchEntry`, `DiskFull`.
    pub fn log_keep_as_evidence(&self, entry: i64, original: Original) -> Result<(), ApiError> {
        Ok(self.journal()?.keep_as_evidence(entry, &original)?)
    }

    /// Releases an entry: deletes the unredacted text or photo; the rest stays for the retention
    /// time.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`.
    pub fn log_release(&self, entry: i64) -> Result<(), ApiError> {
        Ok(self.journal()?.release(entry)?)
    }

    /// Adds a timeline step to an entry, or changes the one whose number `step` has; returns its number.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`.
    pub fn log_step(&self, entry: i64, step: TimelineStep) -> Result<i64, ApiError> {
        Ok(self.journal()?.put_step(entry, &step)?)
    }

    /// Removes one timeline step.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`.
    pub fn log_step_remove(&self, step: i64) -> Result<(), ApiError> {
        Ok(self.journal()?.remove_step(step)?)
    }

    /// How much of each check the log keeps.
    ///
    /// # Errors
    /// `JournalUnavailable` if no journal is open or it cannot be read.
    pub fn log_keep(&self) -> Result<Keep, ApiError> {
        Ok(self.journal()?.keep()?)
    }

    /// Sets how much of each later check the log keeps.
    ///
    /// # Errors
    /// `JournalUnavailable` if no journal is open or it cannot be written; `DiskFull`.
    pub fn log_set_keep(&self, keep: Keep) -> Result<(), ApiError> {
        Ok(self.journal()?.set_keep(keep)?)
    }

    /// How long the log keeps entries.
    ///
    /// # Errors
    /// `JournalUnavailable` if no journal is open or it cannot be read.
    pub fn log_retention(&self) -> Result<Retention, ApiError> {
        Ok(self.journal()?.retention()?)
    }

    /// Sets how long the log keeps entries and deletes older ones at once; returns how many it
    /// deleted.
    ///
    /// # Errors
    /// `JournalUnavailable` if no journal is open or it cannot be written; `DiskFull`.
    pub fn log_set_retention(&self, retention: Retention) -> Result<u64, ApiError> {
        let journal = self.journal()?;
        journal.set_retention(retention)?;
        Ok(journal.expire(clock::unix_ms())?)
    }

    /// The person's own rules, newest first.
    ///
    /// # Errors
    /// `JournalUnavailable` if no journal is open or it cannot be read.
    pub fn own_rules(&self) -> Result<Vec<OwnRule>, ApiError> {
        Ok(self.journal()?.own_rules()?)
    }

    /// Adds an own rule for a link or host; returns its number. `offset_minutes` is the zone of the
    /// person's clock in minutes ahead of UTC.
    ///
    /// # Errors
    /// `JournalUnavailable` if no journal is open or it cannot be written; `DiskFull`.
    pub fn own_add(
        &self,
        opinion: Opinion,
        subject: String,
        note: String,
        offset_minutes: i32,
    ) -> Result<i64, ApiError> {
        let subject = crate::link::subject(&subject);
        Ok(self.journal()?.add_own_rule(opinion, &subject, &note, clock::now(offset_minutes))?)
    }

    /// Removes one own rule.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`.
    pub fn own_remove(&self, id: i64) -> Result<(), ApiError> {
        Ok(self.journal()?.remove_own_rule(id)?)
    }
}

impl Checker {
    pub(super) fn journal(&self) -> Result<&Journal, Error> {
        self.journal.as_ref().ok_or(Error::NoJournal)
    }

    /// Adds the notice that the rules are old, if they are.
    pub(super) fn add_age_notice(
        &self,
        mut report: Report,
        options: &Options,
    ) -> Result<Report, Error> {
        let now = clock::now(options.offset_minutes);
        report.notices.extend(check::age_notice(&self.rules(), options.language, now)?);
        Ok(report)
    }

    /// Adds the check to the journal, if one is open and `options.keep` is set, and sets the entry
    /// number in the report.
    pub(super) fn record(
        &self,
        report: Report,
        kind: SubjectKind,
        options: &Options,
        picture: Option<&[u8]>,
        photo_sha256: Option<[u8; 32]>,
    ) -> Result<Report, Error> {
        let mut report = self.add_age_notice(report, options)?;
        let is_nothing = report.text.as_deref().is_some_and(check::is_blank);
        let keeps = options.keep && !is_nothing;
        let Some(journal) = self.journal.as_ref().filter(|_| keeps) else {
            return Ok(report);
        };
        report.entry = journal.add(&NewEntry {
            time: clock::now(options.offset_minutes),
            kind,
            report: &report,
            situation: &options.situations,
            picture,
            photo_sha256,
            original: None,
        })?;
        journal.expire(clock::unix_ms())?;
        Ok(report)
    }
}

impl OwnRules for Checker {
    /// A log that cannot be read yields no rule: a check never fails because the log does. Where the
    /// check is to be kept, storing it reports the fault.
    fn find(&self, canonical: &str, host: Option<&str>) -> Result<Option<OwnRule>, Error> {
        let log = self.journal.as_ref();
        Ok(log.and_then(|log| log.own_rule_for(canonical, host).ok().flatten()))
    }
}
