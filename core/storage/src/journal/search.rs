//! Lists, searches and counts entries, newest first.
//!
//! A search scans the narrow table `sought`, newest first, until the page is full. There is no
//! full-text index on purpose: its pages would keep fragments of deleted text, and secure deletion
//! matters more here than milliseconds. Depends on no report.

use memchr::memmem::Finder;
use rusqlite::{Connection, ToSql};
use yanka_types::Verdict;

use super::handle::Journal;
use super::records::{LogFilter, LogLine};
use super::rows::{COUNT_ENTRIES, LOG_LINE, log_line};
use super::text_fold::fold;
use crate::error::Error;

/// Most lines of one page.
const MAX_PAGE: u32 = 500;

// One whole statement for each index that can serve the filter: SQLite uses no index for a condition
// such as `:verdict IS NULL OR verdict = :verdict`. Label and evidence are filtered row by row.

const LIST: &str = "
    SELECT id FROM entry
    WHERE id < :before
      AND (:label IS NULL OR label = :label)
      AND (:evidence IS NULL OR evidence = :evidence)
    ORDER BY id DESC";

const LIST_BY_VERDICT: &str = "
    SELECT id FROM entry
    WHERE verdict = :verdict AND id < :before
      AND (:label IS NULL OR label = :label)
      AND (:evidence IS NULL OR evidence = :evidence)
    ORDER BY id DESC";

const SEARCH: &str = "
    SELECT entry AS id, note, words FROM sought WHERE entry < :before ORDER BY entry DESC";

const SEARCH_FILTERED: &str = "
    SELECT entry.id, sought.note, sought.words
    FROM entry CROSS JOIN sought ON sought.entry = entry.id
    WHERE entry.id < :before
      AND (:label IS NULL OR entry.label = :label)
      AND (:evidence IS NULL OR entry.evidence = :evidence)
    ORDER BY entry.id DESC";

const SEARCH_BY_VERDICT: &str = "
    SELECT entry.id, sought.note, sought.words
    FROM entry CROSS JOIN sought ON sought.entry = entry.id
    WHERE entry.verdict = :verdict AND entry.id < :before
      AND (:label IS NULL OR entry.label = :label)
      AND (:evidence IS NULL OR entry.evidence = :evidence)
    ORDER BY entry.id DESC";

const COUNT_FILTERED: &str = "
    SELECT count(*) AS entries FROM entry
    WHERE (:label IS NULL OR label = :label)
      AND (:evidence IS NULL OR evidence = :evidence)";

const COUNT_BY_VERDICT: &str = "
    SELECT count(*) AS entries FROM entry
    WHERE verdict = :verdict
      AND (:label IS NULL OR label = :label)
      AND (:evidence IS NULL OR evidence = :evidence)";

const LABELS: &str = "SELECT DISTINCT label FROM entry WHERE label <> '' ORDER BY label";

impl Journal {
    /// The entries that match `filter`, newest first: at most `limit`, and at most 500.
    ///
    /// `before` is the entry id of the previous page's last line, `None` for the first page.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn page(
        &self,
        filter: &LogFilter,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<LogLine>, Error> {
        page(&self.reader(), filter, before, limit.min(MAX_PAGE)).map_err(|e| self.query_error(e))
    }

    /// The count of entries that match `filter`.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn count(&self, filter: &LogFilter) -> Result<u64, Error> {
        count(&self.reader(), filter).map_err(|e| self.query_error(e))
    }

    /// Every label in use, sorted.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn labels(&self) -> Result<Vec<String>, Error> {
        let db = self.reader();
        let labels = || {
            db.prepare_cached(LABELS)?
                .query_map([], |row| row.get("label"))?
                .collect::<rusqlite::Result<_>>()
        };
        labels().map_err(|e| self.query_error(e))
    }
}

fn page(
    db: &Connection,
    filter: &LogFilter,
    before: Option<i64>,
    limit: u32,
) -> rusqlite::Result<Vec<LogLine>> {
    let mut lines = Vec::new();
    let mut line = db.prepare_cached(LOG_LINE)?;
    if limit > 0 {
        for_each_match(db, filter, before, |id| {
            lines.push(line.query_row([id], log_line)?);
            Ok(lines.len() < limit as usize)
        })?;
    }
    Ok(lines)
}

fn count(db: &Connection, filter: &LogFilter) -> rusqlite::Result<u64> {
    if search_words(filter).is_empty() {
        let conditions = Conditions::of(filter, None);
        let params = conditions.params();
        let (query, params) = match (filter.verdict, conditions.filters_rows()) {
            (Some(_), _) => (COUNT_BY_VERDICT, &params[1..]),
            (None, true) => (COUNT_FILTERED, &params[1..3]),
            (None, false) => (COUNT_ENTRIES, &[][..]),
        };
        let entries: i64 = db.prepare_cached(query)?.query_row(params, |row| row.get("entries"))?;
        return Ok(entries.unsigned_abs());
    }
    let mut entries = 0;
    for_each_match(db, filter, None, |_| {
        entries += 1;
        Ok(true)
    })?;
    Ok(entries)
}

/// Calls `visit` with the id of each matching entry, newest first, until it returns `false`.
///
/// The statement stays open meanwhile, so `visit` reads from the same snapshot.
fn for_each_match(
    db: &Connection,
    filter: &LogFilter,
    before: Option<i64>,
    mut visit: impl FnMut(i64) -> rusqlite::Result<bool>,
) -> rusqlite::Result<()> {
    let conditions = Conditions::of(filter, before);
    let params = conditions.params();
    let words = search_words(filter);
    let (query, params) = match (words.is_empty(), filter.verdict, conditions.filters_rows()) {
        (true, None, _) => (LIST, &params[..3]),
        (true, Some(_), _) => (LIST_BY_VERDICT, &params[..]),
        (false, None, false) => (SEARCH, &params[..1]),
        (false, None, true) => (SEARCH_FILTERED, &params[..3]),
        (false, Some(_), _) => (SEARCH_BY_VERDICT, &params[..]),
    };
    let mut statement = db.prepare_cached(query)?;
    // Resolved once, not for each of up to 100,000 rows.
    let id = statement.column_index("id")?;
    let columns = if words.is_empty() {
        None
    } else {
        Some((statement.column_index("note")?, statement.column_index("words")?))
    };
    let finders: Vec<Finder<'_>> = words.iter().map(Finder::new).collect();
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        if let Some((note, text)) = columns {
            let note = row.get_ref(note)?.as_str()?.as_bytes();
            let text = row.get_ref(text)?.as_str()?.as_bytes();
            let contains = |f: &Finder<'_>| f.find(text).is_some() || f.find(note).is_some();
            if !finders.iter().all(contains) {
                continue;
            }
        }
        if !visit(row.get(id)?)? {
            break;
        }
    }
    Ok(())
}

/// The values of the named parameters.
struct Conditions<'f> {
    before: i64,
    label: Option<&'f str>,
    evidence: Option<bool>,
    verdict: Option<&'static str>,
}

impl<'f> Conditions<'f> {
    fn of(filter: &'f LogFilter, before: Option<i64>) -> Self {
        Self {
            // No entry reaches this id.
            before: before.unwrap_or(i64::MAX),
            label: filter.label.as_deref().map(str::trim),
            evidence: filter.evidence,
            verdict: filter.verdict.map(Verdict::word),
        }
    }

    /// True where a condition needs the rows of `entry` and has no index.
    const fn filters_rows(&self) -> bool {
        self.label.is_some() || self.evidence.is_some()
    }

    /// Ordered so that each statement takes a contiguous part.
    fn params(&self) -> [(&str, &dyn ToSql); 4] {
        [
            (":before", &self.before),
            (":label", &self.label),
            (":evidence", &self.evidence),
            (":verdict", &self.verdict),
        ]
    }
}

/// The words of the search, folded like the stored text; empty where there is no search.
fn search_words(filter: &LogFilter) -> Vec<String> {
    let folded = fold(filter.search.as_deref().unwrap_or_default());
    folded.split_whitespace().map(str::to_owned).collect()
}
