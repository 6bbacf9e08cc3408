//! Looks official telephone numbers up: all, by id, by platform, by digits.
//!
//! Does not classify numbers.

use rusqlite::{Params, Row};

use super::columns::{provenance, sentence};
use super::handle::Pack;
use super::records::Hotline;
use crate::error::Error;

const ALL_IDS: &str = "SELECT id FROM hotline ORDER BY place";

const IDS_BY_PLATFORM: &str = "SELECT id FROM hotline WHERE platform = ?1 ORDER BY place";

const IDS_BY_NUMBER: &str = "
    SELECT h.id FROM dial d JOIN hotline h ON h.id = d.hotline
    WHERE d.number = ?1 ORDER BY h.place";

/// An entry without a warning of its own has what its platform never asks for.
const HOTLINE: &str = "
    SELECT h.id, h.platform, h.class, h.direction, h.number, h.name_hans, h.name_hant, h.name_en,
      h.purpose_hans, h.purpose_hant, h.purpose_en, h.path_hans, h.path_hant, h.path_en,
      coalesce(nullif(h.warning_hans, ''), f.never_hans, '') AS warning_hans,
      coalesce(nullif(h.warning_hant, ''), f.never_hant, '') AS warning_hant,
      coalesce(nullif(h.warning_en, ''), f.never_en, '') AS warning_en,
      p.source_hans, p.source_hant, p.source_en, p.retrieved, p.published, p.confidence
    FROM hotline h JOIN provenance p ON p.id = h.provenance
      LEFT JOIN platform f ON f.id = h.platform
    WHERE h.id = ?1";

const NUMBERS: &str = "SELECT number FROM dial WHERE hotline = ?1 ORDER BY number";

impl Pack {
    /// Every official number, in the order of the sources.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn hotlines(&self) -> Result<Vec<Hotline>, Error> {
        self.hotlines_by(ALL_IDS, [])
    }

    /// The official numbers of a platform, in the order of the sources.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn hotlines_of_platform(&self, platform: &str) -> Result<Vec<Hotline>, Error> {
        self.hotlines_by(IDS_BY_PLATFORM, [platform])
    }

    /// The official numbers that equal these digits, in the order of the sources.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn hotlines_with_number(&self, digits: &str) -> Result<Vec<Hotline>, Error> {
        self.hotlines_by(IDS_BY_NUMBER, [digits])
    }

    /// The official number with this id.
    ///
    /// # Errors
    /// Where the pack cannot be read.
    pub fn hotline(&self, id: &str) -> Result<Option<Hotline>, Error> {
        let Some(mut found) = self.one(HOTLINE, [id], hotline)? else { return Ok(None) };
        let shown: String = found.number.chars().filter(char::is_ascii_digit).collect();
        found.digits = self.all(NUMBERS, [id], |row| row.get("number"))?;
        found.digits.sort_by_key(|d| *d != shown);
        Ok(Some(found))
    }

    fn hotlines_by(&self, ids: &str, params: impl Params) -> Result<Vec<Hotline>, Error> {
        let mut found = Vec::new();
        for id in self.all(ids, params, |row| row.get::<_, String>("id"))? {
            found.extend(self.hotline(&id)?);
        }
        Ok(found)
    }
}

/// Reads a row of [`HOTLINE`]; `digits` stay empty.
fn hotline(row: &Row<'_>) -> rusqlite::Result<Hotline> {
    Ok(Hotline {
        id: row.get("id")?,
        platform: row.get("platform")?,
        class: row.get("class")?,
        direction: row.get("direction")?,
        number: row.get("number")?,
        digits: Vec::new(),
        organization: sentence(row, ["name_hans", "name_hant", "name_en"])?,
        purpose: sentence(row, ["purpose_hans", "purpose_hant", "purpose_en"])?,
        in_app_path: sentence(row, ["path_hans", "path_hant", "path_en"])?,
        warning: sentence(row, ["warning_hans", "warning_hant", "warning_en"])?,
        provenance: provenance(row)?,
    })
}
