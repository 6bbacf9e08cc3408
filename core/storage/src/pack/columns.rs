//! Reads columns that several tables of a pack share: sentences, provenance, severities, lists.
//!
//! Depends on column names only.

use rusqlite::Row;
use rusqlite::types::Type;
use serde::de::DeserializeOwned;
use yanka_types::{Confidence, Severity};

use super::records::{Provenance, Sentence};
use crate::columns::{conversion_error, string_enum};

/// Reads a sentence from its three columns: Simplified Chinese, Traditional Chinese, English.
pub(super) fn sentence(row: &Row<'_>, columns: [&str; 3]) -> rusqlite::Result<Sentence> {
    let [hans, hant, en] = columns;
    Ok(Sentence { zh_hans: row.get(hans)?, zh_hant: row.get(hant)?, en: row.get(en)? })
}

/// Reads the columns of the table `provenance`.
pub(super) fn provenance(row: &Row<'_>) -> rusqlite::Result<Provenance> {
    Ok(Provenance {
        source: sentence(row, ["source_hans", "source_hant", "source_en"])?,
        retrieved: row.get("retrieved")?,
        published: row.get("published")?,
        confidence: string_enum(row, "confidence", Confidence::from_word)?,
    })
}

/// Reads a severity that may be NULL.
pub(super) fn optional_severity(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Severity>> {
    let word: Option<String> = row.get(column)?;
    let parse = |word: String| {
        Severity::from_word(&word).ok_or_else(|| conversion_error(row, column, Type::Text))
    };
    word.map(parse).transpose()
}

/// Reads a JSON array.
pub(super) fn list<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<Vec<T>> {
    json(row, column)
}

/// Reads a JSON value.
pub(super) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| conversion_error(row, column, Type::Text))
}
