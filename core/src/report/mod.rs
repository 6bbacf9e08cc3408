//! The data of the API: plain public types with one shape for UniFFI records and for JSON.
//!
//! No behaviour and no I/O. Spans count UTF-16 code units of the original text; corners are pixels of
//! the upright picture, x to the right, y down. `Debug` of a type that holds the person's text or a
//! payload prints lengths only. To change the shape, raise [`FORMAT`] and edit
//! docs/report.schema.json first.

use serde::{Deserialize, Serialize};
use yanka_types::debug_lengths;

/// Version of the shape of [`Report`] and the other JSON output; only rises.
pub const FORMAT: u32 = 2;

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, uniffi::Enum)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Subject {
    /// The picture as a whole.
    Photo,
    /// The code at this index of `codes`.
    Code {
        /// Index in `codes`, from 0.
        index: u32,
    },
    /// The printed line at this index of `words`.
    Word {
        /// Index in `words`, from 0.
        index: u32,
    },
    /// The text that was checked.
    Text,
}

/// The source of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Provenance {
    /// Publisher, in the report's language.
    pub source: String,
    /// When the source was last looked up, `YYYY-MM-DD`.
    pub retrieved: String,
    /// When the source was published, `YYYY-MM-DD`; `None` if not known.
    pub published: Option<String>,
    /// How reliable the statement is.
    pub confidence: Confidence,
}

/// One finding: a reason for the verdict, or something worth knowing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Finding {
    /// Its code, such as `payload.private-contact`; never renamed or reused.
    pub finding: String,
    /// Its severity for a subject of this origin.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// The words of the subject's text that it is about, those that matter most first; empty if it is
    /// about the whole subject.
    #[serde(default)]
    pub spans: Vec<Span>,
    /// Id of the rule behind it.
    pub rule: String,
    /// Its heading, a few words in the report's language; empty for a rule of the person's own.
    #[serde(default)]
    pub title: String,
    /// The reason, one sentence in the report's language.
    pub why: String,
    /// The source of the rule.
    pub source: Provenance,
}

/// A notice about the check itself: an unreadable photo, an old pack, a quarantined log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Notice {
    /// Its code, such as `photo.no-code`.
    pub notice: String,
    /// What it means and what to do, in the report's language.
    pub text: String,
}

/// One code found in the picture.
#[derive(Clone, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Code {
    /// Its payload as text; `None` if the bytes are no text or the code cannot be decoded.
    pub text: Option<String>,
    /// Its payload as bytes, empty if the code cannot be decoded; base64 in JSON.
    #[serde(with = "base64_bytes")]
    pub bytes: Vec<u8>,
    /// The kind of its payload, such as `wechat-contact`.
    pub kind: String,
    /// What scanning it would do, one sentence in the report's language.
    pub does: String,
    /// Its four corners, clockwise from the upper left corner of the code itself.
    pub corners: Vec<Point>,
    /// The verdict of its findings alone.
    pub verdict: Verdict,
}

/// One printed line that text recognition read.
#[derive(Clone, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Word {
    /// The line; single characters may be wrong.
    pub text: String,
    /// Its corners, clockwise from the upper left; empty if not known.
    pub corners: Vec<Point>,
    /// True if the corners are pixels of the straight card and not of the upright picture. Only a
    /// caller sets it: in a report all corners are pixels of the upright picture.
    #[serde(skip)]
    #[uniffi(default = false)]
    pub straight: bool,
}

/// One link in a subject.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Link {
    /// The subject that contains the link.
    pub subject: Subject,
    /// The link in the subject's text; empty if the subject has no text.
    pub span: Span,
    /// The registrable domain in the subject's text; `None` for an IP address, an app link or a link
    /// inside another link.
    pub registrable: Option<Span>,
    /// The link in canonical form.
    pub canonical: String,
    /// How many links contain this link; 0 for one that is visible in the text.
    pub depth: u32,
    /// What the link is, one sentence in the report's language.
    pub what: String,
}

/// One step of the advice: one thing to do or not to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Advice {
    /// Its id; never renamed or reused.
    pub id: String,
    /// What to do, one action, in the report's language.
    pub step: String,
    /// The reason; empty if the step needs none.
    pub why: String,
    /// How soon to act.
    pub urgency: Urgency,
    /// True for a thing not to do.
    pub avoid: bool,
    /// Ids of the official numbers that this step needs.
    pub call: Vec<String>,
    /// The source of the step.
    pub source: Provenance,
}

/// An official number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Hotline {
    /// Its id.
    pub id: String,
    /// The organization, in the report's language.
    pub organization: String,
    /// The number to dial; empty if no number is confirmed and only the app reaches the service.
    pub number: String,
    /// What the number is for.
    pub purpose: String,
    /// How to reach the service inside its app; empty if not known.
    pub in_app_path: String,
    /// What the service never asks, or how scammers imitate it; empty if nothing is known.
    pub warning: String,
    /// The source of the number.
    pub source: Provenance,
}

/// The result of looking up a number in the list of official numbers.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct NumberAnswer {
    /// Whether it is in the list, or why it only looks like it.
    pub status: NumberStatus,
    /// The number as understood: digits, with a plus sign if there was one.
    pub normalized: String,
    /// The result for the person, in the report's language.
    pub sentence: String,
    /// The official entries that the number is, imitates or is similar to.
    pub hotlines: Vec<Hotline>,
}

/// The rule pack in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct PackInfo {
    /// Version of the content; only rises.
    pub version: u32,
    /// Version of the shape of the pack.
    pub format: u32,
    /// Date of the content, `YYYY-MM-DD`.
    pub date: String,
    /// Number of active rules.
    pub rules: u32,
    /// `embedded` or `installed`.
    pub origin: String,
    /// Name of the key that signed the pack.
    pub key: String,
}

/// The duration of each stage, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Milliseconds {
    /// Decoding the photo to upright brightness pixels.
    pub load: f64,
    /// Searching the pixels for codes.
    pub photo: f64,
    /// Extracting facts from texts and links.
    pub text: f64,
    /// Combining matches into findings, verdict and advice.
    pub rules: f64,
    /// The whole check.
    pub total: f64,
}

/// Steps of advice with the official numbers that they need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct AdvicePage {
    /// Steps in order.
    pub advice: Vec<Advice>,
    /// Official numbers that the steps need.
    pub hotlines: Vec<Hotline>,
}

/// The result of one check.
#[derive(Clone, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Report {
    /// Version of this shape.
    pub format: u32,
    /// The most severe verdict of all subjects.
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
    /// Printed lines that text recognition read.
    pub words: Vec<Word>,
    /// Links, each before the links inside it.
    pub links: Vec<Link>,
    /// Findings, most severe first.
    pub findings: Vec<Finding>,
    /// Notices about the check itself.
    pub notices: Vec<Notice>,
    /// Steps of advice, most urgent first.
    pub advice: Vec<Advice>,
    /// Official numbers that the advice needs.
    pub hotlines: Vec<Hotline>,
    /// The rule pack that was used.
    pub pack: PackInfo,
    /// Number of the log entry; `None` if the check was not kept.
    pub entry: Option<i64>,
    /// Duration of each stage.
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
mod from_pack;
mod local_time;
pub mod log;
mod request;
mod uniffi_remote;

pub use advice::{Blank, ChecklistItem, Filling, Page, Question, Script, SituationChoice};
pub use from_pack::{hotline, pack_info, provenance};
pub(crate) use local_time::local_time;
pub use log::{
    Erased, EvidenceOptions, LogEntry, LogFilter, LogLine, Original, OwnRule, SetAside,
    TimelineStep,
};
pub use request::{Options, Photo, StraightCard};
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
