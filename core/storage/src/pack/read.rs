//! The look-ups: host, parent domains, address, path prefix, payload kind, signal, number.
//!
//! Every one is an exact key into an index. Refuses to interpret what it finds.

use rusqlite::types::{FromSql, Type};
use rusqlite::{OptionalExtension, Params, Row, params};
use serde::de::DeserializeOwned;

use super::{
    ByOrigin, CodeText, Domain, Hotline, KindFact, NumberForm, Pack, Platform, Provenance, Record,
    Rule, Sentence,
};
use crate::error::Error;
use yanka_types::{Confidence, Severity};

/// Longer names than DNS allows (RFC 1035, 2.3.4) are not looked up.
const LONGEST_HOST: usize = 253;

/// Path prefixes tried for one address.
const MOST_PREFIXES: usize = 32;

const RULE: &str = "SELECT r.name, r.code, r.severity, r.on_parcel, r.in_message, r.in_call, \
    r.why_hans, r.why_hant, r.why_en, p.source_hans, p.source_hant, p.source_en, p.retrieved, \
    p.published, p.confidence FROM rule r JOIN provenance p ON p.id = r.provenance ";

const HOTLINE: &str = "SELECT h.id, h.platform, h.class, h.direction, h.number, h.name_hans, \
    h.name_hant, h.name_en, h.purpose_hans, h.purpose_hant, h.purpose_en, h.path_hans, \
    h.path_hant, h.path_en, h.warning_hans, h.warning_hant, h.warning_en, p.source_hans, \
    p.source_hant, p.source_en, p.retrieved, p.published, p.confidence FROM hotline h \
    JOIN provenance p ON p.id = h.provenance ";

impl Pack {
    /// Rules about a kind of payload, named by its word.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn rules_for_payload(&self, kind: &str) -> Result<Vec<Rule>, Error> {
        self.rules("by_payload", "payload", kind)
    }

    /// Rules about an observed fact, named by its code.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn rules_for_signal(&self, signal: &str) -> Result<Vec<Rule>, Error> {
        self.rules("by_signal", "signal", signal)
    }

    /// Rules about `host` (canonical: lower case ASCII) or any domain above it, nearest first.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn rules_for_host(&self, host: &str) -> Result<Vec<Rule>, Error> {
        let mut found = Vec::new();
        for name in parents(host) {
            found.extend(self.rules("by_host", "host", name)?);
        }
        Ok(found)
    }

    /// Rules about this very address (canonical, as the link room writes it) or a path above it.
    /// `http` and `https` count as one.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn rules_for_url(&self, canonical: &str) -> Result<Vec<Rule>, Error> {
        let address = without_scheme(canonical);
        let mut found = self.rules("by_url", "url", address)?;
        for prefix in prefixes(address) {
            found.extend(self.rules("by_prefix", "prefix", prefix)?);
        }
        Ok(found)
    }

    /// Rules about a telephone number, digits only.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn rules_for_number(&self, digits: &str) -> Result<Vec<Rule>, Error> {
        self.rules("by_number", "number", digits)
    }

    /// Every rule that matches by a frame, with its frame as JSON, in the order of the sources.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn frames(&self) -> Result<Vec<(Rule, String)>, Error> {
        let sql = RULE.replace(" FROM rule r ", ", f.frame FROM rule r ")
            + "JOIN by_frame f ON f.rule = r.id ORDER BY r.id";
        self.all(&sql, [], |row| Ok((rule(row)?, row.get(15)?)))
    }

    /// The rule of that name.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn rule(&self, name: &str) -> Result<Option<Rule>, Error> {
        self.one(&format!("{RULE}WHERE r.name = ?1"), [name], rule)
    }

    /// Whose `host` is: the longest known domain that it is, or lies under.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn domain(&self, host: &str) -> Result<Option<Domain>, Error> {
        let sql = "SELECT d.domain, d.platform, d.role, d.open, d.features_hans, \
            d.features_hant, d.features_en, f.name_hans, f.name_hant, f.name_en, p.source_hans, \
            p.source_hant, p.source_en, p.retrieved, p.published, p.confidence \
            FROM domain d JOIN platform f ON f.id = d.platform \
            JOIN provenance p ON p.id = d.provenance WHERE d.domain = ?1";
        for name in parents(host) {
            let found = self.one(sql, [name], |row| {
                Ok(Domain {
                    domain: row.get(0)?,
                    platform: row.get(1)?,
                    role: row.get(2)?,
                    open: row.get(3)?,
                    open_features: sentence(row, 4)?,
                    owner: sentence(row, 7)?,
                    provenance: provenance(row, 10)?,
                })
            })?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// The platform of that id.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn platform(&self, id: &str) -> Result<Option<Platform>, Error> {
        let sql = "SELECT id, name_hans, name_hant, name_en, path_hans, path_hant, path_en, \
            never_hans, never_hant, never_en, aliases FROM platform WHERE id = ?1";
        self.one(sql, [id], |row| {
            Ok(Platform {
                id: row.get(0)?,
                name: sentence(row, 1)?,
                in_app_path: sentence(row, 4)?,
                never_asks: sentence(row, 7)?,
                aliases: list(row, 10)?,
            })
        })
    }

    /// Every official number, in the order of the sources.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn hotlines(&self) -> Result<Vec<Hotline>, Error> {
        self.hotlines_where("ORDER BY h.place", [])
    }

    /// The official number of that id.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn hotline(&self, id: &str) -> Result<Option<Hotline>, Error> {
        Ok(self.hotlines_where("WHERE h.id = ?1", [id])?.pop())
    }

    /// The official numbers of a platform, in the order of the sources.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn hotlines_of(&self, platform: &str) -> Result<Vec<Hotline>, Error> {
        self.hotlines_where("WHERE h.platform = ?1 ORDER BY h.place", [platform])
    }

    /// The official numbers that are exactly these digits.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn hotlines_with(&self, digits: &str) -> Result<Vec<Hotline>, Error> {
        let which = "JOIN dial d ON d.hotline = h.id WHERE d.number = ?1 ORDER BY h.place";
        self.hotlines_where(which, [digits])
    }

    /// The forms that numbers take, in the order of the sources.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn number_forms(&self) -> Result<Vec<NumberForm>, Error> {
        let sql = "SELECT n.id, n.class, n.form, n.risk, n.meaning_hans, n.meaning_hant, \
            n.meaning_en, p.source_hans, p.source_hant, p.source_en, p.retrieved, p.published, \
            p.confidence FROM number_form n JOIN provenance p ON p.id = n.provenance \
            ORDER BY n.place";
        self.all(sql, [], |row| {
            Ok(NumberForm {
                id: row.get(0)?,
                class: row.get(1)?,
                form: row.get(2)?,
                risk: row.get(3)?,
                meaning: sentence(row, 4)?,
                provenance: provenance(row, 7)?,
            })
        })
    }

    /// What a kind of payload does, by its word.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn payload_kind(&self, kind: &str) -> Result<Option<KindFact>, Error> {
        let sql = "SELECT k.kind, k.does_hans, k.does_hant, k.does_en, k.bait_hans, k.bait_hant, \
            k.bait_en, p.source_hans, p.source_hant, p.source_en, p.retrieved, p.published, \
            p.confidence FROM payload k JOIN provenance p ON p.id = k.provenance WHERE k.kind = ?1";
        self.one(sql, [kind], |row| {
            Ok(KindFact {
                kind: row.get(0)?,
                does: sentence(row, 1)?,
                why_risky: sentence(row, 4)?,
                provenance: provenance(row, 7)?,
            })
        })
    }

    /// What a finding code means.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn code(&self, code: &str) -> Result<Option<CodeText>, Error> {
        let sql = "SELECT code, title_hans, title_hant, title_en, more_hans, more_hant, more_en \
            FROM code WHERE code = ?1";
        self.one(sql, [code], |row| {
            Ok(CodeText {
                code: row.get(0)?,
                title: sentence(row, 1)?,
                explanation: sentence(row, 4)?,
            })
        })
    }

    /// Every record of one kind, in the order of the sources.
    ///
    /// # Errors
    /// If the pack cannot be read, or holds a record that is no JSON.
    pub fn records(&self, kind: &str) -> Result<Vec<Record>, Error> {
        let sql = "SELECT id, body FROM record WHERE kind = ?1 ORDER BY place";
        self.all(sql, [kind], record)
    }

    /// One record of a kind.
    ///
    /// # Errors
    /// If the pack cannot be read, or holds a record that is no JSON.
    pub fn record(&self, kind: &str, id: &str) -> Result<Option<Record>, Error> {
        self.one("SELECT id, body FROM record WHERE kind = ?1 AND id = ?2", [kind, id], record)
    }

    fn rules(&self, table: &str, column: &str, key: &str) -> Result<Vec<Rule>, Error> {
        let sql = format!("{RULE}JOIN {table} m ON m.rule = r.id WHERE m.{column} = ?1");
        self.all(&sql, params![key], rule)
    }

    fn hotlines_where(&self, which: &str, given: impl Params) -> Result<Vec<Hotline>, Error> {
        let mut found = self.all(&format!("{HOTLINE}{which}"), given, hotline)?;
        let sql = "SELECT number FROM dial WHERE hotline = ?1 ORDER BY number";
        for one in &mut found {
            let leading: String = one.number.chars().filter(char::is_ascii_digit).collect();
            one.digits = self.all(sql, [&one.id], |row| row.get(0))?;
            one.digits.sort_by_key(|d| *d != leading);
        }
        Ok(found)
    }

    pub(super) fn all<T>(
        &self,
        sql: &str,
        given: impl Params,
        each: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Error> {
        let database = self.db();
        let mut statement = database.prepare_cached(sql).map_err(Error::PackStorage)?;
        let rows = statement.query_map(given, each).map_err(Error::PackStorage)?;
        rows.collect::<Result<_, _>>().map_err(Error::PackStorage)
    }

    fn one<T>(
        &self,
        sql: &str,
        given: impl Params,
        each: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, Error> {
        let database = self.db();
        let mut statement = database.prepare_cached(sql).map_err(Error::PackStorage)?;
        statement.query_row(given, each).optional().map_err(Error::PackStorage)
    }
}

/// `a.b.c`, `b.c`, `c`: a host and every domain above it.
fn parents(host: &str) -> impl Iterator<Item = &str> {
    let host = if host.len() <= LONGEST_HOST { host } else { "" };
    let above = host.match_indices('.').filter_map(move |(dot, _)| host.get(dot + 1..));
    std::iter::once(host).chain(above).filter(|name| !name.is_empty())
}

fn without_scheme(address: &str) -> &str {
    let web = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    web.unwrap_or(address)
}

/// The address up to its query, and up to each slash before that, longest first.
fn prefixes(address: &str) -> impl Iterator<Item = &str> {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let slashes = path.rmatch_indices('/').map(move |(at, _)| &path[..=at]);
    std::iter::once(path).filter(|p| !p.ends_with('/')).chain(slashes).take(MOST_PREFIXES)
}

fn rule(row: &Row<'_>) -> rusqlite::Result<Rule> {
    let weight =
        |at: usize| row.get::<_, Option<String>>(at)?.map(|w| severity(at, &w)).transpose();
    Ok(Rule {
        id: row.get(0)?,
        code: row.get(1)?,
        severity: severity(2, &row.get::<_, String>(2)?)?,
        by_origin: ByOrigin { parcel: weight(3)?, message: weight(4)?, call: weight(5)? },
        why: sentence(row, 6)?,
        provenance: provenance(row, 9)?,
    })
}

fn hotline(row: &Row<'_>) -> rusqlite::Result<Hotline> {
    Ok(Hotline {
        id: row.get(0)?,
        platform: row.get(1)?,
        class: row.get(2)?,
        direction: row.get(3)?,
        number: row.get(4)?,
        digits: Vec::new(),
        organization: sentence(row, 5)?,
        purpose: sentence(row, 8)?,
        in_app_path: sentence(row, 11)?,
        warning: sentence(row, 14)?,
        provenance: provenance(row, 17)?,
    })
}

fn record(row: &Row<'_>) -> rusqlite::Result<Record> {
    let body: String = row.get(1)?;
    let body = serde_json::from_str(&body).map_err(|e| conversion(1, e))?;
    Ok(Record { id: row.get(0)?, body })
}

fn sentence(row: &Row<'_>, at: usize) -> rusqlite::Result<Sentence> {
    let part = |n: usize| text(row, at + n);
    Ok(Sentence { zh_hans: part(0)?, zh_hant: part(1)?, en: part(2)? })
}

fn provenance(row: &Row<'_>, at: usize) -> rusqlite::Result<Provenance> {
    let word: String = text(row, at + 5)?;
    let confidence = Confidence::from_word(&word).ok_or_else(|| unknown_word(at + 5))?;
    let retrieved = text(row, at + 3)?;
    Ok(Provenance {
        source: sentence(row, at)?,
        retrieved,
        published: text(row, at + 4)?,
        confidence,
    })
}

fn severity(at: usize, word: &str) -> rusqlite::Result<Severity> {
    Severity::from_word(word).ok_or_else(|| unknown_word(at))
}

/// A JSON array.
pub(super) fn list<T: DeserializeOwned>(row: &Row<'_>, at: usize) -> rusqlite::Result<Vec<T>> {
    let json: String = row.get(at)?;
    serde_json::from_str(&json).map_err(|e| conversion(at, e))
}

fn text<T: FromSql>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    row.get(at)
}

fn unknown_word(at: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(at, String::new(), Type::Text)
}

fn conversion(at: usize, cause: serde_json::Error) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(cause))
}
