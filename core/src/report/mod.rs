//! What crosses the door: plain public data, one shape for UniFFI records and for JSON.
//!
//! No behaviour and no I/O live here. Spans count UTF-16 code units of the original text; corners
//! are pixels of the upright picture, x to the right, y down. A type that holds the person's words
//! or a payload prints only lengths with `Debug`. To change the shape, raise [`FORMAT`] and
//! docs/report.schema.json first.

use serde::{Deserialize, Serialize};
use yanka_types::debug_lengths;

/// Version of the shape of everything below; only rises.
pub const FORMAT: u32 = 1;

/// Which thing a finding speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, uniffi::Enum)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Subject {
    /// The picture as a whole.
    Photo,
    /// The code with this place in `codes`.
    Code {
        /// Place in `codes`, from 0.
        index: u32,
    },
    /// The read line with this place in `words`.
    Word {
        /// Place in `words`, from 0.
        index: u32,
    },
    /// The text that was given.
    Text,
}

/// Where a statement comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Provenance {
    /// Publisher, in the report's language.
    pub source: String,
    /// When it was last looked up, `YYYY-MM-DD`.
    pub retrieved: String,
    /// When it was published, `YYYY-MM-DD`; `None` where not known.
    pub published: Option<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// One reason to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Finding {
    /// Its code, such as `payload.private-contact`; never renamed or reused.
    pub finding: String,
    /// How much it weighs here.
    pub severity: Severity,
    /// What it speaks of.
    pub subject: Subject,
    /// Where in the subject's text; `None` where it speaks of the whole.
    pub span: Option<Span>,
    /// The rule behind it.
    pub rule: String,
    /// Why, in the report's language.
    pub why: String,
    /// The rule's source.
    pub source: Provenance,
}

/// Something to know about the check itself: an unread photo, an old pack, a log set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Notice {
    /// Its code, such as `photo.no-code`.
    pub notice: String,
    /// What it means and what to do, in the report's language.
    pub text: String,
}

/// One code seen in the picture.
#[derive(Clone, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Code {
    /// Its text; `None` where the bytes are no text, or where the code cannot be read.
    pub text: Option<String>,
    /// Its bytes, exactly; base64 in JSON.
    #[serde(with = "base64_bytes")]
    pub bytes: Vec<u8>,
    /// What kind of payload it is, such as `wechat-contact`.
    pub kind: String,
    /// What it would do, one sentence in the report's language.
    pub does: String,
    /// Its four corners, clockwise from its own upper left.
    pub corners: Vec<Point>,
    /// Its own verdict.
    pub verdict: Verdict,
}

/// One printed line that a machine read.
#[derive(Clone, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Word {
    /// The line as read; single characters may be wrong.
    pub text: String,
    /// Its corners, clockwise from the upper left; empty where not known.
    pub corners: Vec<Point>,
    /// The corners were measured on the straight card and not on the upright picture. Only said by
    /// who hands a line over: in a report all corners are those of the upright picture.
    #[serde(skip)]
    #[uniffi(default = false)]
    pub straight: bool,
}

/// One link inside a subject, for showing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Link {
    /// Where the link was found.
    pub subject: Subject,
    /// The link inside the subject's text.
    pub span: Span,
    /// The part that says whose it is, inside the subject's text; `None` for an IP address or app link.
    pub registrable: Option<Span>,
    /// Canonical form.
    pub canonical: String,
    /// How deep it was hidden in another link; 0 for one in plain sight.
    pub depth: u32,
    /// What the link is, one sentence in the report's language.
    pub what: String,
}

/// One thing to do, or not to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Advice {
    /// Its id; never renamed or reused.
    pub id: String,
    /// What to do, one action, in the report's language.
    pub step: String,
    /// Why; empty where the step says it all.
    pub why: String,
    /// The time it has.
    pub urgency: Urgency,
    /// True for a "do not".
    pub avoid: bool,
    /// Ids of the official numbers that this step needs.
    pub call: Vec<String>,
    /// Where it comes from.
    pub source: Provenance,
}

/// An official number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Hotline {
    /// Its id.
    pub id: String,
    /// Whose it is, in the report's language.
    pub organization: String,
    /// What to dial; empty where no number is confirmed and only the app is right.
    pub number: String,
    /// What it is for.
    pub purpose: String,
    /// The way inside the app; empty where not known.
    pub in_app_path: String,
    /// What it never does, or how it is imitated.
    pub warning: String,
    /// Where the number comes from.
    pub source: Provenance,
}

/// The answer to "is this number official?".
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct NumberAnswer {
    /// What the list can say.
    pub status: NumberStatus,
    /// The number as it was understood.
    pub normalized: String,
    /// One sentence for the person.
    pub sentence: String,
    /// The official numbers it is, or is close to.
    pub hotlines: Vec<Hotline>,
}

/// Which rules answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct PackInfo {
    /// Content version; only rises.
    pub version: u32,
    /// Shape version.
    pub format: u32,
    /// Day the content was fixed, `YYYY-MM-DD`.
    pub date: String,
    /// How many rules are active.
    pub rules: u32,
    /// `embedded` or `installed`.
    pub origin: String,
    /// Name of the key that vouches for it.
    pub key: String,
}

/// How long each stage took, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Milliseconds {
    /// Bytes to upright luma.
    pub load: f64,
    /// Luma to codes.
    pub photo: f64,
    /// Texts and links to facts.
    pub text: f64,
    /// Facts to findings, verdict and advice.
    pub rules: f64,
    /// All of it.
    pub total: f64,
}

/// What to do, and the numbers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct AdvicePage {
    /// Steps in order.
    pub advice: Vec<Advice>,
    /// The numbers that the steps name.
    pub hotlines: Vec<Hotline>,
}

/// Everything about one check.
#[derive(Clone, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Report {
    /// Version of this shape.
    pub format: u32,
    /// The gravest of all subjects.
    pub verdict: Verdict,
    /// The verdict as one short sentence, in the report's language.
    pub headline: String,
    /// Where the subject came from.
    pub origin: Origin,
    /// The text that was checked; `None` for a photo.
    pub text: Option<String>,
    /// Width of the upright picture in pixels; 0 for a text.
    pub width: u32,
    /// Height of the upright picture in pixels; 0 for a text.
    pub height: u32,
    /// Codes, in reading order.
    pub codes: Vec<Code>,
    /// Lines read by machine.
    pub words: Vec<Word>,
    /// Links, by subject and place.
    pub links: Vec<Link>,
    /// Reasons, gravest first.
    pub findings: Vec<Finding>,
    /// Things to know about the check itself.
    pub notices: Vec<Notice>,
    /// What to do, in order.
    pub advice: Vec<Advice>,
    /// The numbers that the advice needs.
    pub hotlines: Vec<Hotline>,
    /// The rules that answered.
    pub pack: PackInfo,
    /// The journal's number for this check; `None` where nothing was kept.
    pub entry: Option<i64>,
    /// Time by stage.
    pub milliseconds: Milliseconds,
}

debug_lengths! {
    Code { bytes, corners },
    Word { text },
    Link { canonical },
    NumberAnswer { normalized, hotlines },
    Report { codes, words, links, findings, notices, advice },
}

mod advice;
mod ask;
mod from_pack;
pub mod log;
mod mirror;

pub use advice::{Blank, ChecklistItem, Filling, Page, Question, Script, SituationChoice};
pub use ask::{Options, Photo, StraightCard};
pub use from_pack::{hotline, pack_info, provenance};
pub use log::{
    Erased, EvidenceOptions, LogEntry, LogFilter, LogLine, Original, OwnRule, SetAside,
    TimelineStep,
};
pub use yanka_types::{
    Confidence, Keep, Language, Moment, NumberStatus, Opinion, Origin, Point, Retention, Severity,
    Situation, SubjectKind, Urgency, Utf16Span as Span, Verdict,
};

mod base64_bytes {
    use base64::{Engine, engine::general_purpose::STANDARD};
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8], out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&STANDARD.encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(input)?;
        STANDARD.decode(text).map_err(|_| serde::de::Error::custom("not base64"))
    }
}
