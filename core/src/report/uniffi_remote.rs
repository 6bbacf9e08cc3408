//! UniFFI declarations of types that other crates define.
//!
//! `#[uniffi::remote]` needs the definition repeated here and does not emit it. The compiler rejects
//! a repetition that differs from the type.

use super::log::{Erased, LogFilter, LogLine, Original, OwnRule, SetAside, TimelineStep};
use super::{
    Confidence, Keep, Language, Moment, NumberStatus, Opinion, Origin, Point, Retention, Severity,
    Situation, Span, SubjectKind, Urgency, Verdict,
};

/// The result of a check, from least to most serious. There is no `Safe`: a check can only fail to
/// find harm.
#[uniffi::remote(Enum)]
pub enum Verdict {
    /// No rule matched. That is no promise of safety.
    NothingFound,
    /// The photo gave neither a payload nor a finding.
    Unreadable,
    /// Suspicious: ask the official customer service first.
    Caution,
    /// Dangerous: stop.
    Danger,
}

/// The severity of one finding.
#[uniffi::remote(Enum)]
pub enum Severity {
    /// Worth knowing; does not change the verdict.
    Info,
    /// A reason for [`Verdict::Caution`].
    Caution,
    /// A reason for [`Verdict::Danger`].
    Danger,
}

/// Where the subject came from. The severity of a rule may depend on it.
#[uniffi::remote(Enum)]
pub enum Origin {
    /// On or in a parcel.
    Parcel,
    /// In a message, chat or post.
    Message,
    /// Named or sent during a call.
    Call,
    /// Not known.
    Unknown,
}

/// The language of every sentence in a report.
#[uniffi::remote(Enum)]
pub enum Language {
    /// Simplified Chinese.
    ZhHans,
    /// Traditional Chinese.
    ZhHant,
    /// English.
    En,
}

/// How reliable a fact is.
#[uniffi::remote(Enum)]
pub enum Confidence {
    /// An official page, a statute, a newspaper page, or two sources.
    High,
    /// One source of lesser standing.
    Medium,
    /// Not confirmed; always shown as unverified.
    Memory,
}

/// How far the person has gone. Any set of these may hold.
#[uniffi::remote(Enum)]
pub enum Situation {
    /// Holds the card, did nothing yet.
    CardOnly,
    /// Scanned the code.
    Scanned,
    /// Added the contact.
    ContactAdded,
    /// Joined the group.
    GroupJoined,
    /// Is on the phone with them now.
    OnThePhone,
    /// Shared or shares the screen.
    ScreenShared,
    /// Installed an app they named.
    AppInstalled,
    /// Gave a bank card or identity number.
    GaveCardOrId,
    /// Gave a verification code.
    GaveCode,
    /// Did tasks for them.
    DidTasks,
    /// Paid or transferred money.
    Paid,
    /// Took a loan for them.
    TookLoan,
    /// Sent cash or gold by courier.
    SentCashOrGold,
    /// Was locked out of an account.
    AccountLocked,
    /// Somebody offered to recover lost money.
    OfferedRecovery,
    /// Was contacted by the police or 96110, or by somebody who claims to be.
    PoliceContactedMe,
    /// Asks for a parent or child.
    ForParentOrChild,
}

/// How soon a step must be done.
#[uniffi::remote(Enum)]
pub enum Urgency {
    /// At once, before anything else.
    Seconds,
    /// In the next minutes.
    Minutes,
    /// Today.
    Hours,
    /// In the next days.
    Days,
}

/// What the list of official numbers says about one number.
#[uniffi::remote(Enum)]
pub enum NumberStatus {
    /// In the list. A caller can still fake a displayed number.
    Official,
    /// Not in the list, which proves nothing.
    NotListed,
    /// A form that scammers use to imitate an official number.
    SpoofForm,
    /// A number from outside mainland China.
    Overseas,
    /// A mobile number.
    Mobile,
}

/// What was checked.
#[uniffi::remote(Enum)]
pub enum SubjectKind {
    /// A photograph.
    Photo,
    /// A text.
    Text,
    /// A link given by itself.
    Link,
    /// A telephone number.
    Number,
}

/// How much of each check the log keeps.
#[uniffi::remote(Enum)]
pub enum Keep {
    /// Nothing at all.
    Nothing,
    /// Everything but the pictures.
    WithoutPictures,
    /// Everything, with a small picture of a photographed card.
    All,
}

/// How long the log keeps an entry that is not evidence.
#[uniffi::remote(Enum)]
pub enum Retention {
    /// A week.
    SevenDays,
    /// Thirty days.
    ThirtyDays,
    /// Ninety days; the default.
    NinetyDays,
    /// Until the person deletes it.
    Forever,
}

/// The person's own rule about a link or host.
#[uniffi::remote(Enum)]
pub enum Opinion {
    /// Lowers a caution to `info`, never a danger.
    Fine,
    /// Makes every later check of it a danger.
    Bad,
}

/// Half-open range of UTF-16 code units of the original text.
#[uniffi::remote(Record)]
pub struct Span {
    /// Index of the first unit.
    pub start: u32,
    /// Index after the last unit.
    pub end: u32,
}

/// A position in the upright picture, in pixels from its upper left corner.
#[uniffi::remote(Record)]
pub struct Point {
    /// Pixels from the left edge.
    pub x: f32,
    /// Pixels from the top edge.
    pub y: f32,
}

/// A moment with the person's time zone.
#[uniffi::remote(Record)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub unix_ms: i64,
    /// Minutes by which the zone was ahead of UTC; 480 in China.
    pub offset_minutes: i32,
}

/// One log entry as a list shows it.
#[uniffi::remote(Record)]
pub struct LogLine {
    /// Its number; rises and is never reused.
    pub entry: i64,
    /// When it was checked.
    pub time: Moment,
    /// What was checked.
    pub kind: SubjectKind,
    /// The verdict.
    pub verdict: Verdict,
    /// The beginning of the text that was read, own details masked; at most 120 characters.
    pub title: String,
    /// The reason of the most severe finding, as shown; empty if there was no finding.
    pub why: String,
    /// The person's note; empty if none.
    pub note: String,
    /// The person's label; empty if none.
    pub label: String,
    /// True if the entry is kept as evidence, until it is released.
    pub evidence: bool,
    /// True if the entry has a small picture.
    pub picture: bool,
}

/// The unredacted input that an entry keeps while it is evidence.
#[uniffi::remote(Record)]
pub struct Original {
    /// The text, unmasked; `None` for a photo.
    pub text: Option<String>,
    /// The photo file; `None` for a text.
    pub photo: Option<Vec<u8>>,
}

/// Which entries to list. A field that is `None` selects all.
#[uniffi::remote(Record)]
pub struct LogFilter {
    /// Only entries with this verdict.
    pub verdict: Option<Verdict>,
    /// Only entries with this label.
    pub label: Option<String>,
    /// True for evidence only, false for all others only.
    pub evidence: Option<bool>,
    /// Only entries whose note or content contains these words, in any letter case and width.
    pub search: Option<String>,
}

/// One event of a timeline, as the person wrote it. A text field that is not known is empty.
#[uniffi::remote(Record)]
pub struct TimelineStep {
    /// Its number; 0 for a step that is not stored yet.
    pub step: i64,
    /// When it happened.
    pub time: Moment,
    /// The situation that the event led to; `None` if not given.
    pub situation: Option<Situation>,
    /// A description in the person's words.
    pub what: String,
    /// The amount as typed, such as `5000元`.
    pub amount: String,
    /// The account that the person paid to.
    pub account: String,
    /// The order number.
    pub order: String,
    /// The waybill number.
    pub waybill: String,
}

/// One of the person's own rules.
#[uniffi::remote(Record)]
pub struct OwnRule {
    /// Its number.
    pub id: i64,
    /// Whether the subject is fine or bad.
    pub opinion: Opinion,
    /// A canonical link (with `://`) or a host. A host includes its subdomains.
    pub subject: String,
    /// The person's note; empty if none.
    pub note: String,
    /// When the person added the rule.
    pub time: Moment,
}

/// How a damaged log was quarantined.
#[uniffi::remote(Record)]
pub struct SetAside {
    /// Name of the quarantined file, beside the log.
    pub file: String,
    /// How many entries were recovered.
    pub saved: u64,
}

/// The result of erasing the log.
#[uniffi::remote(Record)]
pub struct Erased {
    /// How many entries were erased.
    pub gone: u64,
    /// How many stay because they are kept as evidence.
    pub evidence: u64,
    /// True if no trace is left in any file. False if another process reads the log or the disk is
    /// full: the traces are unreadable without the key, and the next opening removes them.
    pub swept: bool,
}
