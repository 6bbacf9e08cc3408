//! Writes checked sources as a rule pack: the same sources give the same bytes.
//!
//! The only place of the compiler that knows SQLite. Decides the order of rows; judges nothing.

use std::path::Path;

use rusqlite::{Connection, params};

use crate::hant::Hant;
use crate::json;
use crate::lists::HostLists;
use crate::source::{Entry, Match, Placed, Provenance, Sources, Text};
use yanka::pack::{APPLICATION_ID, FORMAT, SCHEMA};

/// Why a pack could not be written.
#[derive(Debug, thiserror::Error)]
pub enum EmitError {
    /// SQLite refused.
    #[error("the pack cannot be written: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// An imported list could not be read.
    #[error("the list {0} cannot be read: {1}")]
    List(String, std::io::Error),
    /// The tables for Traditional Chinese are damaged.
    #[error("no Traditional Chinese: {0}")]
    Hant(String),
}

/// The bytes of a pack. `lists` gives the hosts of imported lists.
///
/// # Errors
/// If SQLite or a list fails; never for what the sources say, which was checked before.
pub fn emit(sources: &Sources, lists: &dyn HostLists) -> Result<Vec<u8>, EmitError> {
    let mut database = Connection::open_in_memory()?;
    fill(&mut database, sources, lists)?;
    Ok(database.serialize("main")?.to_vec())
}

/// The same into a new file, for lists that are better not held in memory.
///
/// # Errors
/// As [`emit`].
pub fn emit_file(
    sources: &Sources,
    lists: &dyn HostLists,
    path: &Path,
) -> Result<(), EmitError> {
    let mut database = Connection::open(path)?;
    // Nobody else has the file, and a file cut short is no pack.
    database.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
    fill(&mut database, sources, lists)
}

fn fill(
    database: &mut Connection,
    sources: &Sources,
    lists: &dyn HostLists,
) -> Result<(), EmitError> {
    let hant = Hant::new().map_err(EmitError::Hant)?;
    // Nothing of the surroundings (a random salt, a version counter of pages) gets into the bytes.
    database.execute_batch("PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE;")?;
    database.pragma_update(None, "application_id", APPLICATION_ID)?;
    database.pragma_update(None, "user_version", FORMAT)?;
    let write = database.transaction()?;
    write.execute_batch(SCHEMA)?;
    Writer { database: &write, hant: &hant, sources }.everything(lists)?;
    write.commit()?;
    Ok(())
}

struct Writer<'a> {
    database: &'a Connection,
    hant: &'a Hant,
    sources: &'a Sources,
}

impl Writer<'_> {
    fn everything(&self, lists: &dyn HostLists) -> Result<(), EmitError> {
        self.meta()?;
        self.rules(lists)?;
        self.payloads()?;
        self.codes()?;
        self.platforms()?;
        self.domains()?;
        self.hotlines()?;
        self.forms()?;
        self.records()
    }

    fn meta(&self) -> Result<(), EmitError> {
        let active = self.sources.rules.iter().filter(|r| r.body.active).count();
        let mut put = self.prepare("INSERT INTO meta VALUES (?1, ?2)")?;
        for (name, value) in [
            ("version", self.sources.version.to_string()),
            ("date", self.sources.date.clone()),
            ("rules", active.to_string()),
        ] {
            put.execute([name, &value])?;
        }
        Ok(())
    }

    fn rules(&self, lists: &dyn HostLists) -> Result<(), EmitError> {
        let sql = "INSERT INTO rule VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)";
        let mut put = self.prepare(sql)?;
        let mut gone = self.prepare("INSERT INTO withdrawn VALUES (?1)")?;
        let mut number = 0_i64;
        for Entry { id, body, .. } in sorted(&self.sources.rules) {
            if !body.active {
                gone.execute([&id.value])?;
                continue;
            }
            number += 1;
            let [hans, hant, en] = self.three(&body.why);
            let from = self.provenance(&body.provenance)?;
            let [parcel, message, call] = &body.by_origin;
            put.execute(params![
                number,
                id.value,
                body.code.value,
                body.severity,
                parcel,
                message,
                call,
                hans,
                hant,
                en,
                from
            ])?;
            self.matches(number, &body.matches, lists)?;
        }
        Ok(())
    }

    fn matches(&self, rule: i64, way: &Match, lists: &dyn HostLists) -> Result<(), EmitError> {
        match way {
            Match::Payload(words) => self.keys("by_payload", rule, words),
            Match::Signal(words) => self.keys("by_signal", rule, words),
            Match::Host(hosts) => self.keys("by_host", rule, hosts),
            Match::Number(numbers) => self.keys("by_number", rule, numbers),
            Match::Url(urls) => self.keys("by_url", rule, &without_schemes(urls)),
            Match::Prefix(urls) => self.keys("by_prefix", rule, &without_schemes(urls)),
            Match::Frame(frame) => {
                let frame = json::complete(frame.clone(), self.hant).to_string();
                let sql = "INSERT INTO by_frame VALUES (?1, ?2)";
                self.prepare(sql)?.execute(params![rule, frame])?;
                Ok(())
            }
            Match::HostList(list) => {
                let mut put = self.prepare("INSERT OR IGNORE INTO by_host VALUES (?1, ?2)")?;
                let hosts = lists.hosts(&list.value);
                let hosts = hosts.map_err(|e| EmitError::List(list.value.clone(), e))?;
                for host in hosts {
                    put.execute(params![host, rule])?;
                }
                Ok(())
            }
        }
    }

    fn keys(&self, table: &str, rule: i64, keys: &[Placed<String>]) -> Result<(), EmitError> {
        let mut put = self.prepare(&format!("INSERT OR IGNORE INTO {table} VALUES (?1, ?2)"))?;
        for key in keys {
            put.execute(params![key.value, rule])?;
        }
        Ok(())
    }

    fn payloads(&self) -> Result<(), EmitError> {
        let mut put = self.prepare("INSERT INTO payload VALUES (?1,?2,?3,?4,?5,?6,?7,?8)")?;
        for Entry { id, body, .. } in sorted(&self.sources.payloads) {
            let ([a, b, c], [d, e, f]) = (self.three(&body.does), self.three(&body.bait));
            let from = self.provenance(&body.provenance)?;
            put.execute(params![id.value, a, b, c, d, e, f, from])?;
        }
        Ok(())
    }

    fn codes(&self) -> Result<(), EmitError> {
        let mut put = self.prepare("INSERT INTO code VALUES (?1,?2,?3,?4,?5,?6,?7)")?;
        for Entry { id, body, .. } in sorted(&self.sources.codes) {
            let ([a, b, c], [d, e, f]) = (self.three(&body.title), self.three(&body.more));
            put.execute(params![id.value, a, b, c, d, e, f])?;
        }
        Ok(())
    }

    fn platforms(&self) -> Result<(), EmitError> {
        let sql = "INSERT INTO platform VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)";
        let mut put = self.prepare(sql)?;
        for Entry { id, body, .. } in sorted(&self.sources.platforms) {
            let ([a, b, c], [d, e, f]) = (self.three(&body.name), self.three(&body.path));
            let [g, h, i] = self.three(&body.never);
            let (aliases, brands) = (as_json(&body.aliases), as_json(&body.brands));
            put.execute(params![id.value, a, b, c, d, e, f, g, h, i, aliases, brands])?;
        }
        Ok(())
    }

    fn domains(&self) -> Result<(), EmitError> {
        let mut put = self.prepare("INSERT INTO domain VALUES (?1,?2,?3,?4,?5,?6,?7,?8)")?;
        for Entry { id, body, .. } in sorted(&self.sources.domains) {
            let none = Text::empty(0..0);
            let [a, b, c] = self.three(body.open.as_ref().unwrap_or(&none));
            let (open, from) = (body.open.is_some(), self.provenance(&body.provenance)?);
            let (platform, role) = (&body.platform.value, &body.role.value);
            put.execute(params![id.value, platform, role, open, a, b, c, from])?;
        }
        Ok(())
    }

    fn hotlines(&self) -> Result<(), EmitError> {
        let sql = "INSERT INTO hotline VALUES \
            (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19)";
        let mut put = self.prepare(sql)?;
        let mut dial = self.prepare("INSERT OR IGNORE INTO dial VALUES (?1, ?2)")?;
        // In the order of the sources: people read lists from the top.
        for (place, Entry { id, body, .. }) in (1_i64..).zip(&self.sources.hotlines) {
            let ([a, b, c], [d, e, f]) = (self.three(&body.name), self.three(&body.purpose));
            let ([g, h, i], [j, k, l]) = (self.three(&body.path), self.three(&body.warning));
            let from = self.provenance(&body.provenance)?;
            let (class, direction) = (&body.class.value, &body.direction.value);
            let platform = body.platform.as_ref().map(|p| &p.value);
            put.execute(params![
                id.value,
                place,
                platform,
                class,
                direction,
                body.number,
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h,
                i,
                j,
                k,
                l,
                from
            ])?;
            for number in body.others.iter().map(|n| &n.value).chain([&body.number]) {
                let digits: String = number.chars().filter(char::is_ascii_digit).collect();
                if !digits.is_empty() {
                    dial.execute([&digits, &id.value])?;
                }
            }
        }
        Ok(())
    }

    fn forms(&self) -> Result<(), EmitError> {
        let mut put =
            self.prepare("INSERT INTO number_form VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)")?;
        for (place, Entry { id, body, .. }) in (1_i64..).zip(&self.sources.forms) {
            let [a, b, c] = self.three(&body.meaning);
            let from = self.provenance(&body.provenance)?;
            let (class, form, risk) = (&body.class.value, &body.form.value, &body.risk.value);
            put.execute(params![id.value, place, class, form, risk, a, b, c, from])?;
        }
        Ok(())
    }

    fn records(&self) -> Result<(), EmitError> {
        let mut put = self.prepare("INSERT INTO record VALUES (?1, ?2, ?3, ?4)")?;
        for (place, Entry { id, body, .. }) in (1_i64..).zip(&self.sources.records) {
            let mut whole = json::complete(body.body.clone(), self.hant);
            if let (Some(fields), Some(from)) = (whole.as_object_mut(), &body.provenance) {
                fields.insert("provenance".to_owned(), self.provenance_json(from));
            }
            put.execute(params![body.sort, id.value, place, whole.to_string()])?;
        }
        Ok(())
    }

    /// The number of a provenance, written once however many entries share it.
    fn provenance(&self, from: &Provenance) -> Result<i64, EmitError> {
        let [hans, hant, en] = self.source_names(from);
        let published = from.published.as_ref().map(|p| &p.value);
        let (retrieved, confidence) = (&from.retrieved.value, &from.confidence);
        let sql = "SELECT id FROM provenance WHERE source_hans = ?1 AND source_en = ?2 \
            AND retrieved = ?3 AND published IS ?4 AND confidence = ?5";
        let given = params![hans, en, retrieved, published, confidence];
        let known = self.prepare(sql)?.query_row(given, |row| row.get(0));
        match known {
            Ok(id) => Ok(id),
            Err(rusqlite::Error::QueryReturnedNoRows) => {
                let sql = "INSERT INTO provenance (source_hans, source_hant, source_en, \
                    retrieved, published, confidence) VALUES (?1,?2,?3,?4,?5,?6)";
                let given = params![hans, hant, en, retrieved, published, confidence];
                Ok(self.prepare(sql)?.insert(given)?)
            }
            Err(other) => Err(other.into()),
        }
    }

    fn provenance_json(&self, from: &Provenance) -> serde_json::Value {
        let [hans, hant, en] = self.source_names(from);
        serde_json::json!({
            "source": json::sentence(&hans, &hant, &en),
            "retrieved": from.retrieved.value,
            "published": from.published.as_ref().map(|p| &p.value),
            "confidence": from.confidence,
        })
    }

    fn source_names(&self, from: &Provenance) -> [String; 3] {
        let named = |id: &Placed<String>| {
            self.sources.publishers.iter().find(|p| p.id.value == id.value).map(|p| &p.body.name)
        };
        let names: Vec<&Text> = from.sources.iter().filter_map(named).collect();
        let joined = |mark: &str, each: &dyn Fn(&Text) -> String| {
            names.iter().map(|n| each(n)).collect::<Vec<_>>().join(mark)
        };
        let hant = |t: &Text| t.hant.clone().unwrap_or_else(|| self.hant.of(&t.zh));
        [joined("；", &|t| t.zh.clone()), joined("；", &hant), joined("; ", &|t| t.en.clone())]
    }

    fn three(&self, text: &Text) -> [String; 3] {
        let hant = text.hant.clone().unwrap_or_else(|| self.hant.of(&text.zh));
        [text.zh.clone(), hant, text.en.clone()]
    }

    fn prepare(&self, sql: &str) -> rusqlite::Result<rusqlite::CachedStatement<'_>> {
        self.database.prepare_cached(sql)
    }
}

fn sorted<T>(entries: &[Entry<T>]) -> Vec<&Entry<T>> {
    let mut sorted: Vec<_> = entries.iter().collect();
    sorted.sort_by(|a, b| a.id.value.cmp(&b.id.value));
    sorted
}

fn without_schemes(urls: &[Placed<String>]) -> Vec<Placed<String>> {
    let bare = |url: &str| match url.split_once("://") {
        Some(("http" | "https", rest)) => rest.to_owned(),
        _ => url.to_owned(),
    };
    urls.iter().map(|u| Placed::new(bare(&u.value), u.place.clone())).collect()
}

fn as_json(words: &[String]) -> String {
    serde_json::Value::from(words).to_string()
}
