//! Writes checked sources as a rule pack: the same sources give the same bytes.
//!
//! Decides the order of rows. Judges nothing: the sources have been checked before.

mod statements;

use rusqlite::{CachedStatement, Connection, OptionalExtension, params};
use yanka::pack::{APPLICATION_ID, FORMAT, SCHEMA};

use crate::host_lists::HostLists;
use crate::json;
use crate::source::{Entry, Located, Match, Provenance, Sources, Text};
use crate::traditional::TraditionalConverter;
use crate::train::stored::StoredModel;

/// Why a pack could not be written.
#[derive(Debug, thiserror::Error)]
pub enum EmitError {
    /// SQLite failed.
    #[error("the pack cannot be written: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// An imported list could not be read.
    #[error("the list {0} cannot be read: {1}")]
    List(String, std::io::Error),
    /// The tables for Traditional Chinese are damaged.
    #[error("no Traditional Chinese: {0}")]
    Traditional(String),
}

/// Bytes of the model in one row: half of the largest value that a pack may hold.
const MODEL_PART: usize = 1 << 19;

/// The bytes of a pack. `lists` reads the imported lists.
///
/// # Errors
/// Where SQLite or a list fails; never because of what the sources say.
pub fn emit(
    sources: &Sources,
    lists: &dyn HostLists,
    model: &StoredModel,
) -> Result<Vec<u8>, EmitError> {
    let mut database = Connection::open_in_memory()?;
    write(&mut database, sources, lists, model)?;
    Ok(database.serialize("main")?.to_vec())
}

fn write(
    database: &mut Connection,
    sources: &Sources,
    lists: &dyn HostLists,
    model: &StoredModel,
) -> Result<(), EmitError> {
    let converter = TraditionalConverter::new().map_err(EmitError::Traditional)?;
    // Fixed, so that no default of the linked SQLite changes the bytes.
    database.execute_batch("PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE;")?;
    database.pragma_update(None, "application_id", APPLICATION_ID)?;
    database.pragma_update(None, "user_version", FORMAT)?;
    let transaction = database.transaction()?;
    transaction.execute_batch(SCHEMA)?;
    Writer { database: &transaction, converter: &converter, sources, model }.write_all(lists)?;
    transaction.commit()?;
    Ok(())
}

struct Writer<'a> {
    database: &'a Connection,
    converter: &'a TraditionalConverter,
    sources: &'a Sources,
    model: &'a StoredModel,
}

impl Writer<'_> {
    fn write_all(&self, lists: &dyn HostLists) -> Result<(), EmitError> {
        self.metadata()?;
        self.rules(lists)?;
        self.payloads()?;
        self.codes()?;
        self.platforms()?;
        self.domains()?;
        self.hotlines()?;
        self.number_forms()?;
        self.text_model()?;
        self.records()
    }

    fn metadata(&self) -> Result<(), EmitError> {
        let active = self.sources.rules.iter().filter(|r| r.body.active).count();
        let mut insert = self.prepare(statements::META)?;
        for (name, value) in [
            ("version", self.sources.version.to_string()),
            ("date", self.sources.date.clone()),
            ("rules", active.to_string()),
            ("texts", self.model.fingerprint.clone()),
        ] {
            insert.execute([name, &value])?;
        }
        Ok(())
    }

    fn rules(&self, lists: &dyn HostLists) -> Result<(), EmitError> {
        let mut insert = self.prepare(statements::RULE)?;
        let mut withdraw = self.prepare(statements::WITHDRAWN)?;
        let mut row_id = 0_i64;
        for Entry { id, body, .. } in sorted_by_id(&self.sources.rules) {
            if !body.active {
                withdraw.execute([&id.value])?;
                continue;
            }
            row_id += 1;
            let [hans, hant, en] = self.three_languages(&body.why);
            let provenance = self.provenance_id(&body.provenance)?;
            let [parcel, message, call] = &body.by_origin;
            insert.execute(params![
                row_id,
                id.value,
                body.code.value,
                body.severity,
                parcel,
                message,
                call,
                hans,
                hant,
                en,
                provenance
            ])?;
            self.match_keys(row_id, &body.matches, lists)?;
        }
        Ok(())
    }

    fn match_keys(
        &self,
        rule: i64,
        matches: &Match,
        lists: &dyn HostLists,
    ) -> Result<(), EmitError> {
        match matches {
            Match::Payload(kinds) => self.keys(statements::BY_PAYLOAD, rule, values(kinds)),
            Match::Signal(signals) => self.keys(statements::BY_SIGNAL, rule, values(signals)),
            Match::Host(hosts) => self.keys(statements::BY_HOST, rule, values(hosts)),
            Match::Number(numbers) => self.keys(statements::BY_NUMBER, rule, values(numbers)),
            Match::Url(urls) => {
                self.keys(statements::BY_URL, rule, values(urls).map(without_scheme))
            }
            Match::Prefix(urls) => {
                self.keys(statements::BY_PREFIX, rule, values(urls).map(without_scheme))
            }
            Match::Frame(frames) => {
                let frame = frames.condition.clone();
                let frame = json::with_three_languages(frame, self.converter).to_string();
                self.prepare(statements::BY_FRAME)?.execute(params![rule, frame])?;
                Ok(())
            }
            Match::HostList(list) => {
                let hosts = lists.hosts(&list.value);
                let hosts = hosts.map_err(|e| EmitError::List(list.value.clone(), e))?;
                self.keys(statements::BY_HOST, rule, hosts)
            }
        }
    }

    fn keys(
        &self,
        statement: &str,
        rule: i64,
        keys: impl Iterator<Item = impl AsRef<str>>,
    ) -> Result<(), EmitError> {
        let mut insert = self.prepare(statement)?;
        for key in keys {
            insert.execute(params![key.as_ref(), rule])?;
        }
        Ok(())
    }

    fn text_model(&self) -> Result<(), EmitError> {
        let mut insert = self.prepare(statements::MODEL)?;
        for (part, bytes) in (0_i64..).zip(self.model.bytes.chunks(MODEL_PART)) {
            insert.execute(params![part, bytes])?;
        }
        Ok(())
    }

    fn payloads(&self) -> Result<(), EmitError> {
        let mut insert = self.prepare(statements::PAYLOAD)?;
        for Entry { id, body, .. } in sorted_by_id(&self.sources.payloads) {
            let [does_hans, does_hant, does_en] = self.three_languages(&body.does);
            let provenance = self.provenance_id(&body.provenance)?;
            insert.execute(params![id.value, does_hans, does_hant, does_en, provenance])?;
        }
        Ok(())
    }

    fn codes(&self) -> Result<(), EmitError> {
        let mut insert = self.prepare(statements::CODE)?;
        for Entry { id, body, .. } in sorted_by_id(&self.sources.codes) {
            let [title_hans, title_hant, title_en] = self.three_languages(&body.title);
            insert.execute(params![id.value, title_hans, title_hant, title_en])?;
        }
        Ok(())
    }

    fn platforms(&self) -> Result<(), EmitError> {
        let mut insert = self.prepare(statements::PLATFORM)?;
        for Entry { id, body, .. } in sorted_by_id(&self.sources.platforms) {
            let [name_hans, name_hant, name_en] = self.three_languages(&body.name);
            let [path_hans, path_hant, path_en] = self.three_languages(&body.path);
            let [never_hans, never_hant, never_en] = self.three_languages(&body.never);
            let (aliases, brands) = (json_array(&body.aliases), json_array(&body.brands));
            insert.execute(params![
                id.value, name_hans, name_hant, name_en, path_hans, path_hant, path_en, never_hans,
                never_hant, never_en, aliases, brands
            ])?;
        }
        Ok(())
    }

    fn domains(&self) -> Result<(), EmitError> {
        let mut insert = self.prepare(statements::DOMAIN)?;
        for Entry { id, body, .. } in sorted_by_id(&self.sources.domains) {
            let nothing = Text::empty(0..0);
            let note = body.open.as_ref().unwrap_or(&nothing);
            let [note_hans, note_hant, note_en] = self.three_languages(note);
            let provenance = self.provenance_id(&body.provenance)?;
            insert.execute(params![
                id.value,
                body.platform.value,
                body.role.value,
                body.open.is_some(),
                note_hans,
                note_hant,
                note_en,
                provenance
            ])?;
        }
        Ok(())
    }

    fn hotlines(&self) -> Result<(), EmitError> {
        let mut insert = self.prepare(statements::HOTLINE)?;
        let mut dial = self.prepare(statements::DIAL)?;
        // In the order of the sources, in which people read a list.
        for (place, Entry { id, body, .. }) in (1_i64..).zip(&self.sources.hotlines) {
            let [name_hans, name_hant, name_en] = self.three_languages(&body.name);
            let [purpose_hans, purpose_hant, purpose_en] = self.three_languages(&body.purpose);
            let [path_hans, path_hant, path_en] = self.three_languages(&body.path);
            let [warning_hans, warning_hant, warning_en] = self.three_languages(&body.warning);
            let provenance = self.provenance_id(&body.provenance)?;
            insert.execute(params![
                id.value,
                place,
                body.platform.as_ref().map(|p| &p.value),
                body.class.value,
                body.direction.value,
                body.number.as_ref().map_or("", |n| &n.value),
                name_hans,
                name_hant,
                name_en,
                purpose_hans,
                purpose_hant,
                purpose_en,
                path_hans,
                path_hant,
                path_en,
                warning_hans,
                warning_hant,
                warning_en,
                provenance
            ])?;
            for number in body.numbers() {
                let digits: String = number.value.chars().filter(char::is_ascii_digit).collect();
                if !digits.is_empty() {
                    dial.execute([&digits, &id.value])?;
                }
            }
        }
        Ok(())
    }

    fn number_forms(&self) -> Result<(), EmitError> {
        let mut insert = self.prepare(statements::NUMBER_FORM)?;
        for (place, Entry { id, body, .. }) in (1_i64..).zip(&self.sources.number_forms) {
            let [hans, hant, en] = self.three_languages(&body.meaning);
            let provenance = self.provenance_id(&body.provenance)?;
            let (class, form, risk) = (&body.class.value, &body.form.value, &body.risk.value);
            insert
                .execute(params![id.value, place, class, form, risk, hans, hant, en, provenance])?;
        }
        Ok(())
    }

    fn records(&self) -> Result<(), EmitError> {
        let mut insert = self.prepare(statements::RECORD)?;
        for (place, Entry { id, body, .. }) in (1_i64..).zip(&self.sources.records) {
            let mut record = json::with_three_languages(body.body.clone(), self.converter);
            if let (Some(fields), Some(provenance)) = (record.as_object_mut(), &body.provenance) {
                fields.insert("provenance".to_owned(), self.provenance_json(provenance));
            }
            insert.execute(params![body.kind, id.value, place, record.to_string()])?;
        }
        Ok(())
    }

    /// The row id of a provenance; entries with the same provenance share one row.
    fn provenance_id(&self, provenance: &Provenance) -> Result<i64, EmitError> {
        let [hans, hant, en] = self.source_names(provenance);
        let published = provenance.published.as_ref().map(|p| &p.value);
        let (retrieved, confidence) = (&provenance.retrieved.value, &provenance.confidence);
        let known = self
            .prepare(statements::FIND_PROVENANCE)?
            .query_row(params![hans, en, retrieved, published, confidence], |row| row.get("id"))
            .optional()?;
        match known {
            Some(id) => Ok(id),
            None => Ok(self
                .prepare(statements::PROVENANCE)?
                .insert(params![hans, hant, en, retrieved, published, confidence])?),
        }
    }

    fn provenance_json(&self, provenance: &Provenance) -> serde_json::Value {
        let [hans, hant, en] = self.source_names(provenance);
        serde_json::json!({
            "source": json::sentence(&hans, &hant, &en),
            "retrieved": provenance.retrieved.value,
            "published": provenance.published.as_ref().map(|p| &p.value),
            "confidence": provenance.confidence,
        })
    }

    /// The names of all publishers of a provenance, joined, in three languages.
    fn source_names(&self, provenance: &Provenance) -> [String; 3] {
        let publisher =
            |id: &Located<String>| self.sources.publishers.iter().find(|p| p.id.value == id.value);
        let names: Vec<[String; 3]> = provenance
            .sources
            .iter()
            .filter_map(publisher)
            .map(|p| self.three_languages(&p.body.name))
            .collect();
        let join = |language: usize, separator: &str| {
            names.iter().map(|n| n[language].as_str()).collect::<Vec<_>>().join(separator)
        };
        [join(0, "；"), join(1, "；"), join(2, "; ")]
    }

    /// Simplified Chinese, Traditional Chinese, English.
    fn three_languages(&self, text: &Text) -> [String; 3] {
        let (zh, en) = (&text.zh.value, &text.en.value);
        let hant = text.hant.as_ref().map(|t| t.value.clone());
        [zh.clone(), hant.unwrap_or_else(|| self.converter.convert(zh)), en.clone()]
    }

    fn prepare(&self, statement: &str) -> rusqlite::Result<CachedStatement<'_>> {
        self.database.prepare_cached(statement)
    }
}

fn sorted_by_id<T>(entries: &[Entry<T>]) -> Vec<&Entry<T>> {
    let mut sorted: Vec<_> = entries.iter().collect();
    sorted.sort_by(|a, b| a.id.value.cmp(&b.id.value));
    sorted
}

fn values(keys: &[Located<String>]) -> impl Iterator<Item = &str> {
    keys.iter().map(|key| key.value.as_str())
}

/// Look-ups treat `http` and `https` as equivalent.
fn without_scheme(url: &str) -> &str {
    match url.split_once("://") {
        Some(("http" | "https", rest)) => rest,
        _ => url,
    }
}

fn json_array(words: &[String]) -> String {
    serde_json::Value::from(words).to_string()
}
