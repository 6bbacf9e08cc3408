//! What the rule sources say, once read: plain values with their places.
//!
//! Knows neither TOML nor SQLite.

use std::ops::Range;

/// A value and the bytes of its file where it stands.
#[derive(Clone, Debug)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Range<usize>,
}

impl<T> Placed<T> {
    /// `value`, which stands at `place`.
    pub const fn new(value: T, place: Range<usize>) -> Self {
        Self { value, place }
    }
}

/// A sentence as written: Simplified Chinese and English, seldom Traditional Chinese.
#[derive(Clone, Debug)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: String,
    /// Traditional Chinese, where the author wrote it.
    pub hant: Option<String>,
    /// English.
    pub en: String,
    /// Where it stands.
    pub place: Range<usize>,
}

impl Text {
    /// Nothing said.
    #[must_use]
    pub const fn empty(place: Range<usize>) -> Self {
        Self { zh: String::new(), hant: None, en: String::new(), place }
    }
}

/// Where a statement comes from.
#[derive(Clone, Debug)]
pub struct Provenance {
    /// Ids of publishers.
    pub sources: Vec<Placed<String>>,
    /// `YYYY-MM-DD`.
    pub retrieved: Placed<String>,
    /// `YYYY-MM-DD`, where known.
    pub published: Option<Placed<String>>,
    /// `high`, `medium` or `memory`.
    pub confidence: String,
}

/// What every entry has.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// Place of its file in the sources.
    pub file: usize,
    /// Its id, kind, code or domain.
    pub id: Placed<String>,
    /// Ids of the facts that it carries.
    pub facts: Vec<Placed<String>>,
    /// The whole entry.
    pub place: Range<usize>,
    /// What it says.
    pub body: T,
}

/// A name that sources are quoted by.
#[derive(Clone, Debug)]
pub struct Publisher {
    /// The publisher's name.
    pub name: Text,
}

/// How a rule meets a subject.
#[derive(Clone, Debug)]
pub enum Match {
    /// The payload is of one of these kinds.
    Payload(Vec<Placed<String>>),
    /// One of these facts was observed.
    Signal(Vec<Placed<String>>),
    /// The host is one of these, or lies under one.
    Host(Vec<Placed<String>>),
    /// The host is in an imported list, or lies under one of its hosts.
    HostList(Placed<String>),
    /// The address is exactly one of these.
    Url(Vec<Placed<String>>),
    /// The address begins with one of these, up to a slash.
    Prefix(Vec<Placed<String>>),
    /// The number is one of these, digits only.
    Number(Vec<Placed<String>>),
    /// A frame of the text room, as JSON.
    Frame(serde_json::Value),
}

/// A reviewed statement.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The finding that it makes.
    pub code: Placed<String>,
    /// False for `withdrawn`.
    pub active: bool,
    /// How it meets a subject.
    pub matches: Match,
    /// Severity, and by origin where that differs: parcel, message, call.
    pub severity: String,
    /// Severities by origin.
    pub by_origin: [Option<String>; 3],
    /// Why, for the person.
    pub why: Text,
    /// What it must meet.
    pub hit: Vec<Placed<String>>,
    /// What it must not meet.
    pub miss: Vec<Placed<String>>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// A kind of payload.
#[derive(Clone, Debug)]
pub struct Payload {
    /// What scanning does.
    pub does: Text,
    /// Why someone who cheats would print it.
    pub bait: Text,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// What a finding code means.
#[derive(Clone, Debug)]
pub struct Code {
    /// A heading.
    pub title: Text,
    /// A paragraph.
    pub more: Text,
}

/// A company or office.
#[derive(Clone, Debug)]
pub struct Platform {
    /// Its name.
    pub name: Text,
    /// Other names.
    pub aliases: Vec<String>,
    /// Words by which links imitate it.
    pub brands: Vec<String>,
    /// The way to its customer service inside the app.
    pub path: Text,
    /// What it never asks.
    pub never: Text,
}

/// A registrable domain.
#[derive(Clone, Debug)]
pub struct Domain {
    /// Id of its platform.
    pub platform: Placed<String>,
    /// What it is used for.
    pub role: Placed<String>,
    /// What strangers can put under it; `None` where nothing.
    pub open: Option<Text>,
    /// Where the ownership comes from.
    pub provenance: Provenance,
}

/// An official number, or an office without one.
#[derive(Clone, Debug)]
pub struct Hotline {
    /// Id of its platform.
    pub platform: Option<Placed<String>>,
    /// `emergency`, `police`, `state` …
    pub class: Placed<String>,
    /// `in`, `out`, `both`, `none`.
    pub direction: Placed<String>,
    /// As shown; empty where only the app is right.
    pub number: String,
    /// Further numbers.
    pub others: Vec<Placed<String>>,
    /// Whose it is.
    pub name: Text,
    /// What it is for.
    pub purpose: Text,
    /// The way inside the app.
    pub path: Text,
    /// How it is imitated.
    pub warning: Text,
    /// Where the number comes from.
    pub provenance: Provenance,
}

/// A form of numbers.
#[derive(Clone, Debug)]
pub struct NumberForm {
    /// What it says of a number.
    pub class: Placed<String>,
    /// A regular expression; empty for a note.
    pub form: Placed<String>,
    /// How much it says.
    pub risk: Placed<String>,
    /// What it means.
    pub meaning: Text,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// An entry that another room reads: its sort and its body as JSON, sentences not yet complete.
#[derive(Clone, Debug)]
pub struct Record {
    /// Which room reads it, such as `scenario`.
    pub sort: String,
    /// Everything but id, facts and provenance.
    pub body: serde_json::Value,
    /// Where it comes from; `None` only for the program's own phrases.
    pub provenance: Option<Provenance>,
}

/// All of it.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Content version; only rises.
    pub version: u32,
    /// Day that the content was fixed.
    pub date: String,
    /// Publishers.
    pub publishers: Vec<Entry<Publisher>>,
    /// Rules.
    pub rules: Vec<Entry<Rule>>,
    /// Kinds of payload.
    pub payloads: Vec<Entry<Payload>>,
    /// Finding codes.
    pub codes: Vec<Entry<Code>>,
    /// Platforms.
    pub platforms: Vec<Entry<Platform>>,
    /// Domains.
    pub domains: Vec<Entry<Domain>>,
    /// Official numbers.
    pub hotlines: Vec<Entry<Hotline>>,
    /// Forms of numbers.
    pub forms: Vec<Entry<NumberForm>>,
    /// Records for other rooms.
    pub records: Vec<Entry<Record>>,
    /// Facts carried by entries that do not name them: `sort id` of each.
    pub carried: Vec<Entry<Vec<Placed<String>>>>,
    /// Facts that nothing carries, each with the reason.
    pub left_out: Vec<Entry<String>>,
}
