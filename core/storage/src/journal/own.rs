//! The person's own rules: this link is fine, this host is bad.
//!
//! Refuses to judge: that a "fine" may quiet a caution and never a danger is decided elsewhere.

use rusqlite::{OptionalExtension, Row, params};

use super::fault::fault;
use super::rows::{moment, require_one_row, truncate_wal, word};
use super::{Journal, OwnRule};
use crate::error::Error;
use yanka_types::{Moment, Opinion};

const COLUMNS: &str = "id, opinion, subject, note, unix_ms, offset_minutes";

impl Journal {
    /// Adds a rule for a canonical link (with `://`) or a host, or replaces the one it has.
    pub fn own_add(
        &self,
        opinion: Opinion,
        subject: &str,
        note: &str,
        time: Moment,
    ) -> Result<i64, Error> {
        let subject = subject.trim();
        self.writing()
            .query_row(
                "INSERT INTO own_rule (opinion, subject, note, unix_ms, offset_minutes)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (subject) DO UPDATE SET opinion = excluded.opinion,
                   note = excluded.note, unix_ms = excluded.unix_ms,
                   offset_minutes = excluded.offset_minutes
                 RETURNING id",
                params![opinion.word(), subject, note.trim(), time.unix_ms, time.offset_minutes],
                |row| row.get(0),
            )
            .map_err(fault)
    }

    /// All rules, newest first.
    pub fn own_list(&self) -> Result<Vec<OwnRule>, Error> {
        let db = self.reading();
        let all = || {
            db.prepare_cached(&format!("SELECT {COLUMNS} FROM own_rule ORDER BY id DESC"))?
                .query_map([], own_rule)?
                .collect::<rusqlite::Result<_>>()
        };
        all().map_err(fault)
    }

    /// Takes a rule away.
    pub fn own_remove(&self, id: i64) -> Result<(), Error> {
        let db = self.writing();
        let found = db.execute("DELETE FROM own_rule WHERE id = ?1", [id]).map_err(fault)?;
        truncate_wal(&db);
        require_one_row(found)
    }

    /// The rule that speaks of a link: its canonical form, else its host, else the nearest host
    /// above it. `None` for `host` where the link has none.
    pub fn own_for(&self, canonical: &str, host: Option<&str>) -> Result<Option<OwnRule>, Error> {
        let db = self.reading();
        let query = format!("SELECT {COLUMNS} FROM own_rule WHERE subject = ?1");
        let mut query = db.prepare_cached(&query).map_err(fault)?;
        for subject in std::iter::once(canonical).chain(host.into_iter().flat_map(upwards)) {
            let rule = query.query_row([subject], own_rule).optional().map_err(fault)?;
            if rule.is_some() {
                return Ok(rule);
            }
        }
        Ok(None)
    }
}

/// `a.b.c`, `b.c`, `c`; bounded, since a host has at most 127 labels.
fn upwards(host: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(host), |h| h.split_once('.').map(|(_, above)| above)).take(127)
}

fn own_rule(row: &Row<'_>) -> rusqlite::Result<OwnRule> {
    Ok(OwnRule {
        id: row.get(0)?,
        opinion: word(row, 1, Opinion::from_word)?,
        subject: row.get(2)?,
        note: row.get(3)?,
        time: moment(row, 4)?,
    })
}
