//! The rule sources as plain data, with the span of every value.
//!
//! Depends on neither TOML nor SQLite.

use std::ops::Range;

/// A value and its span in its file, in bytes.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its span.
    pub span: Range<usize>,
}

impl<T> Located<T> {
    /// `value` at `span`.
    pub const fn new(value: T, span: Range<usize>) -> Self {
        Self { value, span }
    }
}

/// A sentence as written: Simplified Chinese and English, rarely Traditional Chinese.
#[derive(Clone, Debug)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: Located<String>,
    /// Traditional Chinese; `None` where the compiler converts it.
    pub hant: Option<Located<String>>,
    /// English.
    pub en: Located<String>,
}

impl Text {
    /// A sentence without text.
    #[must_use]
    pub fn empty(span: Range<usize>) -> Self {
        let (zh, en) = (String::new(), String::new());
        Self { zh: Located::new(zh, span.clone()), hant: None, en: Located::new(en, span) }
    }
}

/// The source of a statement.
#[derive(Clone, Debug)]
pub struct Provenance {
    /// Ids of publishers.
    pub sources: Vec<Located<String>>,
    /// Date of the last look-up, `YYYY-MM-DD`.
    pub retrieved: Located<String>,
    /// Date of publication, `YYYY-MM-DD`; `None` where it is unknown.
    pub published: Option<Located<String>>,
    /// `high`, `medium` or `memory`.
    pub confidence: String,
}

/// What every entry has.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// Index of its file in the sources.
    pub file: usize,
    /// Its id, kind, code or domain.
    pub id: Located<String>,
    /// Ids of the collected facts that it covers.
    pub facts: Vec<Located<String>>,
    /// Span of the whole entry.
    pub span: Range<usize>,
    /// Its content.
    pub body: T,
}

/// A publisher that provenances name.
#[derive(Clone, Debug)]
pub struct Publisher {
    /// Name of the publisher.
    pub name: Text,
}

/// What a rule matches.
#[derive(Clone, Debug)]
pub enum Match {
    /// Payloads of one of these kinds.
    Payload(Vec<Located<String>>),
    /// One of these signals.
    Signal(Vec<Located<String>>),
    /// One of these hosts or a subdomain of one.
    Host(Vec<Located<String>>),
    /// A host of an imported list or a subdomain of one.
    HostList(Located<String>),
    /// Exactly one of these URLs.
    Url(Vec<Located<String>>),
    /// A URL that begins with one of these, up to a slash.
    Prefix(Vec<Located<String>>),
    /// One of these telephone numbers, digits only.
    Number(Vec<Located<String>>),
    /// Texts with these frames.
    Frame(Frames),
}

/// The frames that a text rule requires; the core parses them.
#[derive(Clone, Debug)]
pub struct Frames {
    /// The condition as JSON.
    pub condition: serde_json::Value,
    /// Its span.
    pub span: Range<usize>,
    /// Every string in it.
    pub strings: Vec<Located<String>>,
}

/// A reviewed rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The code of the finding that it emits.
    pub code: Located<String>,
    /// False for `withdrawn`.
    pub active: bool,
    /// What it matches.
    pub matches: Match,
    /// Its severity where `by_origin` has none for the origin.
    pub severity: String,
    /// Its severity for a parcel, a message, a call; `None` where `severity` applies.
    pub by_origin: [Option<String>; 3],
    /// The reason, for the person.
    pub why: Text,
    /// Examples that it must match.
    pub hit: Vec<Located<String>>,
    /// Examples that it must not match.
    pub miss: Vec<Located<String>>,
    /// Its source.
    pub provenance: Provenance,
}

/// A payload kind.
#[derive(Clone, Debug)]
pub struct Payload {
    /// What scanning does.
    pub does: Text,
    /// Its source.
    pub provenance: Provenance,
}

/// A finding code.
#[derive(Clone, Debug)]
pub struct Code {
    /// What people see above the reason.
    pub title: Text,
}

/// A company or authority.
#[derive(Clone, Debug)]
pub struct Platform {
    /// Its name.
    pub name: Text,
    /// Other names that people use.
    pub aliases: Vec<String>,
    /// Words under which links imitate it.
    pub brands: Vec<String>,
    /// The path to its customer service inside its app.
    pub path: Text,
    /// What it never asks for.
    pub never: Text,
}

/// A registrable domain.
#[derive(Clone, Debug)]
pub struct Domain {
    /// Id of its platform.
    pub platform: Located<String>,
    /// What it is used for.
    pub role: Located<String>,
    /// What third parties can publish under it; `None` where nothing.
    pub open: Option<Text>,
    /// The source of the ownership.
    pub provenance: Provenance,
}

/// An official telephone number, or an organisation without one.
#[derive(Clone, Debug)]
pub struct Hotline {
    /// Id of its platform; `None` where it belongs to none.
    pub platform: Option<Located<String>>,
    /// `emergency`, `police`, `state` …
    pub class: Located<String>,
    /// `in`, `out`, `both`, `none`.
    pub direction: Located<String>,
    /// The number as shown; `None` where only the app is official.
    pub number: Option<Located<String>>,
    /// Further numbers.
    pub others: Vec<Located<String>>,
    /// Ids of hotlines that have one of its numbers, too.
    pub shares: Vec<Located<String>>,
    /// Name of the organisation.
    pub name: Text,
    /// What it is for.
    pub purpose: Text,
    /// The path inside the app.
    pub path: Text,
    /// How it is imitated.
    pub warning: Text,
    /// The source of the number.
    pub provenance: Provenance,
}

impl Hotline {
    /// All its numbers as shown.
    pub fn numbers(&self) -> impl Iterator<Item = &Located<String>> {
        self.others.iter().chain(&self.number)
    }
}

/// A form of telephone numbers.
#[derive(Clone, Debug)]
pub struct NumberForm {
    /// What kind of number it is.
    pub class: Located<String>,
    /// A regular expression; empty for a note.
    pub form: Located<String>,
    /// `none`, `low`, `caution`, `high`, `critical`.
    pub risk: Located<String>,
    /// What it means.
    pub meaning: Text,
    /// Its source.
    pub provenance: Provenance,
}

/// An entry that the core parses; sentences are as written.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its kind, such as `scenario`; decides which part of the core parses it.
    pub kind: String,
    /// Every field but id, facts and provenance, as JSON.
    pub body: serde_json::Value,
    /// Every string in the body.
    pub strings: Vec<Located<String>>,
    /// Its source; `None` only for the program's own phrases.
    pub provenance: Option<Provenance>,
}

impl Entry<Record> {
    /// The string `text` of the record; its id where there is none.
    #[must_use]
    pub fn string(&self, text: &str) -> &Located<String> {
        self.body.strings.iter().find(|s| s.value == text).unwrap_or(&self.id)
    }
}

/// All entries of the sources.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Content version; only rises.
    pub version: u32,
    /// Date of the content, `YYYY-MM-DD`.
    pub date: String,
    /// Publishers.
    pub publishers: Vec<Entry<Publisher>>,
    /// Rules.
    pub rules: Vec<Entry<Rule>>,
    /// Payload kinds.
    pub payloads: Vec<Entry<Payload>>,
    /// Finding codes.
    pub codes: Vec<Entry<Code>>,
    /// Platforms.
    pub platforms: Vec<Entry<Platform>>,
    /// Domains.
    pub domains: Vec<Entry<Domain>>,
    /// Official telephone numbers.
    pub hotlines: Vec<Entry<Hotline>>,
    /// Forms of telephone numbers.
    pub number_forms: Vec<Entry<NumberForm>>,
    /// Records that the core parses.
    pub records: Vec<Entry<Record>>,
    /// Facts covered by entries that do not name them; `kind id` of each such entry.
    pub carried: Vec<Entry<Vec<Located<String>>>>,
    /// Facts that no entry covers, each with the reason.
    pub left_out: Vec<Entry<String>>,
}

impl Sources {
    /// Ids of the schemes that have a name.
    #[must_use]
    pub fn scenarios(&self) -> Vec<&str> {
        let records = self.records.iter().filter(|r| r.body.kind == "scenario");
        records.map(|r| r.id.value.as_str()).collect()
    }
}
