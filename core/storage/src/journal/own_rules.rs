//! The person's own rules: a link or host that the person calls fine or bad.
//!
//! Stores and finds them. Does not judge: the verdict decides what an own rule changes
//! (docs/decisions/0003-own-rules.md).

use rusqlite::{OptionalExtension, Row, params};
use yanka_types::{Moment, Opinion};

use super::connect::truncate_wal;
use super::handle::Journal;
use super::records::OwnRule;
use super::rows::{moment, require_one_row};
use crate::columns::string_enum;
use crate::error::Error;

/// A host has at most 127 labels (RFC 1035, 2.3.4: 255 octets, two for each label, one for the root).
const MAX_LABELS: usize = 127;

const UPSERT: &str = "
    INSERT INTO own_rule (opinion, subject, note, unix_ms, offset_minutes)
    VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (subject) DO UPDATE SET
      opinion = excluded.opinion, note = excluded.note, unix_ms = excluded.unix_ms,
      offset_minutes = excluded.offset_minutes
    RETURNING id";

const LIST: &str = "
    SELECT id, opinion, subject, note, unix_ms, offset_minutes FROM own_rule ORDER BY id DESC";

const BY_SUBJECT: &str = "
    SELECT id, opinion, subject, note, unix_ms, offset_minutes FROM own_rule WHERE subject = ?1";

const DELETE: &str = "DELETE FROM own_rule WHERE id = ?1";

impl Journal {
    /// Adds a rule about a canonical link (with `://`) or a host, or replaces the rule about it.
    /// Returns the id of the rule.
    ///
    /// # Errors
    /// Where the journal cannot be written.
    pub fn add_own_rule(
        &self,
        opinion: Opinion,
        subject: &str,
        note: &str,
        time: Moment,
    ) -> Result<i64, Error> {
        let subject = subject.trim();
        let subject = if subject.contains("://") { subject } else { without_root_dot(subject) };
        self.writer()
            .query_row(
                UPSERT,
                params![opinion.word(), subject, note.trim(), time.unix_ms, time.offset_minutes],
                |row| row.get("id"),
            )
            .map_err(|e| self.query_error(e))
    }

    /// All own rules, newest first.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn own_rules(&self) -> Result<Vec<OwnRule>, Error> {
        let db = self.reader();
        let rules =
            || db.prepare_cached(LIST)?.query_map([], own_rule)?.collect::<rusqlite::Result<_>>();
        rules().map_err(|e| self.query_error(e))
    }

    /// Deletes a rule.
    ///
    /// # Errors
    /// [`Error::NoSuchRow`] where there is no such rule; otherwise where the journal cannot be
    /// written.
    pub fn remove_own_rule(&self, id: i64) -> Result<(), Error> {
        let db = self.writer();
        let deleted = db.execute(DELETE, [id]).map_err(|e| self.query_error(e))?;
        truncate_wal(&db);
        require_one_row(deleted)
    }

    /// The rule that applies to a link: the one about its canonical form, else about its host, else
    /// about the nearest parent domain. `host` is `None` where the link has no host.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn own_rule_for(
        &self,
        canonical: &str,
        host: Option<&str>,
    ) -> Result<Option<OwnRule>, Error> {
        let db = self.reader();
        let mut statement = db.prepare_cached(BY_SUBJECT).map_err(|e| self.query_error(e))?;
        let domains = host.map(without_root_dot).into_iter().flat_map(host_and_parents);
        for subject in std::iter::once(canonical).chain(domains) {
            let rule = statement.query_row([subject], own_rule).optional();
            if let Some(rule) = rule.map_err(|e| self.query_error(e))? {
                return Ok(Some(rule));
            }
        }
        Ok(None)
    }
}

/// `a.b.c` for `a.b.c.`, which is the same host.
fn without_root_dot(host: &str) -> &str {
    host.strip_suffix('.').unwrap_or(host)
}

/// `a.b.c`, `b.c`, `c`.
fn host_and_parents(host: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(host), |h| h.split_once('.').map(|(_, parent)| parent))
        .take(MAX_LABELS)
}

fn own_rule(row: &Row<'_>) -> rusqlite::Result<OwnRule> {
    Ok(OwnRule {
        id: row.get("id")?,
        opinion: string_enum(row, "opinion", Opinion::from_word)?,
        subject: row.get("subject")?,
        note: row.get("note")?,
        time: moment(row)?,
    })
}
