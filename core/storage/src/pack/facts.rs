//! Looks facts up: domains, platforms, payload kinds, number forms and records of other crates.
//!
//! Does not interpret what it finds.

use rusqlite::Row;

use super::columns::{json, list, provenance, sentence};
use super::handle::Pack;
use super::records::{Domain, NumberForm, PayloadKind, Platform, Record, Sentence};
use super::rules::host_and_parents;
use crate::error::Error;

const DOMAIN: &str = "
    SELECT d.domain, d.platform, d.role, d.open, f.name_hans, f.name_hant, f.name_en,
      d.note_hans, d.note_hant, d.note_en,
      p.source_hans, p.source_hant, p.source_en, p.retrieved, p.published, p.confidence
    FROM domain d JOIN platform f ON f.id = d.platform JOIN provenance p ON p.id = d.provenance
    WHERE d.domain = ?1";

const PLATFORM: &str = "
    SELECT id, name_hans, name_hant, name_en, path_hans, path_hant, path_en, aliases
    FROM platform WHERE id = ?1";

const PAYLOAD_KIND: &str = "
    SELECT k.kind, k.does_hans, k.does_hant, k.does_en,
      p.source_hans, p.source_hant, p.source_en, p.retrieved, p.published, p.confidence
    FROM payload k JOIN provenance p ON p.id = k.provenance WHERE k.kind = ?1";

const CODE: &str = "SELECT title_hans, title_hant, title_en FROM code WHERE code = ?1";

const TEXTS: &str = "SELECT value FROM meta WHERE name = 'texts'";

const MODEL: &str = "SELECT bytes FROM model ORDER BY part";

const NUMBER_FORMS: &str = "
    SELECT n.id, n.class, n.form, n.risk, n.meaning_hans, n.meaning_hant, n.meaning_en,
      p.source_hans, p.source_hant, p.source_en, p.retrieved, p.published, p.confidence
    FROM number_form n JOIN provenance p ON p.id = n.provenance ORDER BY n.place";

const RECORDS: &str = "SELECT id, body FROM record WHERE kind = ?1 ORDER BY place";

const RECORD: &str = "SELECT id, body FROM record WHERE kind = ?1 AND id = ?2";

impl Pack {
    /// The known domain that `host` equals or is a subdomain of; the longest where there are
    /// several.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn domain(&self, host: &str) -> Result<Option<Domain>, Error> {
        for name in host_and_parents(host) {
            let found = self.one(DOMAIN, [name], domain)?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// The platform with this id.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn platform(&self, id: &str) -> Result<Option<Platform>, Error> {
        self.one(PLATFORM, [id], |row| {
            Ok(Platform {
                id: row.get("id")?,
                name: sentence(row, ["name_hans", "name_hant", "name_en"])?,
                in_app_path: sentence(row, ["path_hans", "path_hant", "path_en"])?,
                aliases: list(row, "aliases")?,
            })
        })
    }

    /// What scanning a payload kind does; `kind` is its word.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn payload_kind(&self, kind: &str) -> Result<Option<PayloadKind>, Error> {
        self.one(PAYLOAD_KIND, [kind], |row| {
            Ok(PayloadKind {
                kind: row.get("kind")?,
                does: sentence(row, ["does_hans", "does_hant", "does_en"])?,
                provenance: provenance(row)?,
            })
        })
    }

    /// The heading of a finding code.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn code_title(&self, code: &str) -> Result<Option<Sentence>, Error> {
        self.one(CODE, [code], |row| sentence(row, ["title_hans", "title_hant", "title_en"]))
    }

    /// Fingerprint of the texts that the text model was trained on; empty where there is no model.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn texts(&self) -> Result<String, Error> {
        Ok(self.one(TEXTS, [], |row| row.get("value"))?.unwrap_or_default())
    }

    /// The learned text model as bytes; empty where the pack has none.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn text_model(&self) -> Result<Vec<u8>, Error> {
        Ok(self.all(MODEL, [], |row| row.get::<_, Vec<u8>>("bytes"))?.concat())
    }

    /// The forms of telephone numbers, in the order of the sources.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn number_forms(&self) -> Result<Vec<NumberForm>, Error> {
        self.all(NUMBER_FORMS, [], |row| {
            Ok(NumberForm {
                id: row.get("id")?,
                class: row.get("class")?,
                form: row.get("form")?,
                risk: row.get("risk")?,
                meaning: sentence(row, ["meaning_hans", "meaning_hant", "meaning_en"])?,
                provenance: provenance(row)?,
            })
        })
    }

    /// Every record of one kind, in the order of the sources.
    ///
    /// # Errors
    /// Where the pack cannot be read or a record is no JSON.
    pub fn records(&self, kind: &str) -> Result<Vec<Record>, Error> {
        self.all(RECORDS, [kind], record)
    }

    /// The record of this kind and id.
    ///
    /// # Errors
    /// Where the pack cannot be read or the record is no JSON.
    pub fn record(&self, kind: &str, id: &str) -> Result<Option<Record>, Error> {
        self.one(RECORD, [kind, id], record)
    }
}

fn domain(row: &Row<'_>) -> rusqlite::Result<Domain> {
    Ok(Domain {
        domain: row.get("domain")?,
        platform: row.get("platform")?,
        role: row.get("role")?,
        open: row.get("open")?,
        note: sentence(row, ["note_hans", "note_hant", "note_en"])?,
        owner: sentence(row, ["name_hans", "name_hant", "name_en"])?,
        provenance: provenance(row)?,
    })
}

fn record(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record { id: row.get("id")?, body: json(row, "body")? })
}
