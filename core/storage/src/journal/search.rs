//! Decides which entries a list shows: newest first, by answer, label and words.
//!
//! Words are looked for by reading the one narrow table `sought`, newest first, until the page is
//! full. An index of word pieces was left out on purpose: its pages would keep pieces of what was
//! deleted, and forgetting matters more here than the last milliseconds.

use memchr::memmem::Finder;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::fault::fault;
use super::read::{LINE, line};
use super::write::fold;
use super::{Journal, LogFilter, LogLine};
use crate::error::Error;

/// Most lines of one page.
pub const PAGE: u32 = 500;

impl Journal {
    /// At most `limit` entries that fit, newest first, older than entry `before` where given.
    ///
    /// For the next page give the last line's number. A page has at most 500 lines.
    pub fn page(
        &self,
        filter: &LogFilter,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<LogLine>, Error> {
        page(&self.reading(), filter, before, limit.min(PAGE)).map_err(|e| self.doubt(e))
    }

    /// How many entries fit.
    pub fn count(&self, filter: &LogFilter) -> Result<u64, Error> {
        count(&self.reading(), filter).map_err(|e| self.doubt(e))
    }

    /// Every label in use, in order.
    pub fn labels(&self) -> Result<Vec<String>, Error> {
        let db = self.reading();
        let all = || {
            db.prepare_cached("SELECT DISTINCT label FROM entry WHERE label <> '' ORDER BY label")?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()
        };
        all().map_err(fault)
    }
}

fn page(
    db: &Connection,
    filter: &LogFilter,
    before: Option<i64>,
    limit: u32,
) -> rusqlite::Result<Vec<LogLine>> {
    let (mut conditions, mut values) = conditions(filter);
    if let Some(before) = before {
        conditions.push_str(" AND entry.id < ?");
        values.push(Value::Integer(before));
    }
    let Some(words) = words(filter) else {
        let query = format!(
            "SELECT {LINE} FROM entry WHERE TRUE{conditions} ORDER BY entry.id DESC LIMIT {limit}"
        );
        let mut query = db.prepare_cached(&query)?;
        return query.query_map(params_from_iter(values), line)?.collect();
    };
    let mut lines = Vec::new();
    let mut one = db.prepare_cached(&format!("SELECT {LINE} FROM entry WHERE id = ?1"))?;
    sift(db, &conditions, values, &words, |id| {
        if lines.len() < limit as usize {
            lines.push(one.query_row([id], line)?);
        }
        Ok(lines.len() < limit as usize)
    })?;
    Ok(lines)
}

fn count(db: &Connection, filter: &LogFilter) -> rusqlite::Result<u64> {
    let (conditions, values) = conditions(filter);
    let mut found: i64 = 0;
    if let Some(words) = words(filter) {
        sift(db, &conditions, values, &words, |_| {
            found += 1;
            Ok(true)
        })?;
    } else {
        let query = format!("SELECT count(*) FROM entry WHERE TRUE{conditions}");
        found = db.prepare_cached(&query)?.query_row(params_from_iter(values), |row| row.get(0))?;
    }
    Ok(found.unsigned_abs())
}

/// Tells `met` every entry that holds all `words`, newest first, until it has enough.
fn sift(
    db: &Connection,
    conditions: &str,
    values: Vec<Value>,
    words: &[String],
    mut met: impl FnMut(i64) -> rusqlite::Result<bool>,
) -> rusqlite::Result<()> {
    let finders: Vec<Finder<'_>> = words.iter().map(Finder::new).collect();
    // Without another condition the small rows of `entry` need not be read at all.
    let join = if conditions.contains("verdict")
        || conditions.contains("label")
        || conditions.contains("evidence")
    {
        "JOIN entry ON entry.id = sought.entry"
    } else {
        ""
    };
    let conditions = conditions.replace("entry.id", "sought.entry");
    let mut query = db.prepare_cached(&format!(
        "SELECT sought.entry, sought.note, words FROM sought {join} WHERE TRUE{conditions}
         ORDER BY sought.entry DESC"
    ))?;
    let mut rows = query.query(params_from_iter(values))?;
    while let Some(row) = rows.next()? {
        let note = row.get_ref(1)?.as_str()?.as_bytes();
        let text = row.get_ref(2)?.as_str()?.as_bytes();
        let holds = |f: &Finder<'_>| f.find(text).is_some() || f.find(note).is_some();
        if finders.iter().all(holds) && !met(row.get(0)?)? {
            break;
        }
    }
    Ok(())
}

/// The filter's words, folded as the stored ones are; `None` where there are none.
fn words(filter: &LogFilter) -> Option<Vec<String>> {
    let folded = fold(filter.search.as_deref()?);
    let words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
    (!words.is_empty()).then_some(words)
}

fn conditions(filter: &LogFilter) -> (String, Vec<Value>) {
    let (mut conditions, mut values) = (String::new(), Vec::new());
    if let Some(verdict) = filter.verdict {
        conditions.push_str(" AND verdict = ?");
        values.push(Value::Text(verdict.word().to_owned()));
    }
    if let Some(label) = &filter.label {
        conditions.push_str(" AND label = ?");
        values.push(Value::Text(label.trim().to_owned()));
    }
    if let Some(evidence) = filter.evidence {
        conditions.push_str(" AND evidence = ?");
        values.push(Value::Integer(evidence.into()));
    }
    (conditions, values)
}
