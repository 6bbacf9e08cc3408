//! Mirrors of the plain types of other crates, for UniFFI alone.
//!
//! `#[uniffi::remote]` needs the definition repeated here and does not emit it; the compiler refuses
//! a mirror that differs from the type. The types themselves are documented where they are defined.

use super::log::{Erased, LogFilter, LogLine, Original, OwnRule, SetAside, TimelineStep};
use super::{
    Confidence, Keep, Language, Moment, NumberStatus, Opinion, Origin, Point, Retention, Severity,
    Situation, Span, SubjectKind, Urgency, Verdict,
};

/// Least to most serious. There is no `Safe`: we can only fail to find harm.
#[uniffi::remote(Enum)]
pub enum Verdict {
    /// No rule met what was read. That is no promise.
    NothingFound,
    /// A photo gave neither payload nor finding.
    Unreadable,
    /// Look twice, and ask the official customer service first.
    Caution,
    /// Stop here.
    Danger,
}

/// How much one finding weighs.
#[uniffi::remote(Enum)]
pub enum Severity {
    /// Worth knowing; weighs nothing.
    Info,
    /// A reason for [`Verdict::Caution`].
    Caution,
    /// A reason for [`Verdict::Danger`].
    Danger,
}

/// Where the subject came from; the same code weighs differently by it.
#[uniffi::remote(Enum)]
pub enum Origin {
    /// On or in a parcel.
    Parcel,
    /// In a message, chat or post.
    Message,
    /// Told or sent during a call.
    Call,
    /// Not said.
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

/// How sure a fact is.
#[uniffi::remote(Enum)]
pub enum Confidence {
    /// An official page, a statute, a newspaper page, or two sources.
    High,
    /// One source of lesser standing.
    Medium,
    /// Not confirmed; shown only with that said.
    Memory,
}

/// How far the person has gone. Any set of these describes a person.
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
    /// Was offered to get lost money back.
    OfferedRecovery,
    /// Was contacted by police or 96110.
    PoliceContactedMe,
    /// Asks for a parent or child.
    ForParentOrChild,
}

/// The time that a step has.
#[uniffi::remote(Enum)]
pub enum Urgency {
    /// Before anything else.
    Seconds,
    /// In the next minutes.
    Minutes,
    /// Today.
    Hours,
    /// In the next days.
    Days,
}

/// What a list of official numbers can say about one number.
#[uniffi::remote(Enum)]
pub enum NumberStatus {
    /// In the list. A displayed number can still be faked.
    Official,
    /// Not in the list, which proves nothing.
    NotListed,
    /// A form that callers fake.
    SpoofForm,
    /// From outside mainland China.
    Overseas,
    /// A mobile phone.
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

/// How long an entry stays that is not kept as evidence.
#[uniffi::remote(Enum)]
pub enum Retention {
    /// A week.
    SevenDays,
    /// Thirty days.
    ThirtyDays,
    /// Ninety days; what a new log starts with.
    NinetyDays,
    /// Until the person deletes it.
    Forever,
}

/// What the person says of a link or host of their own choice.
#[uniffi::remote(Enum)]
pub enum Opinion {
    /// Quiets a caution, never a danger.
    Fine,
    /// A danger from now on.
    Bad,
}

/// Half-open range of UTF-16 code units of the original text.
#[uniffi::remote(Record)]
pub struct Span {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// A position in the upright picture, in pixels from its upper left corner.
#[uniffi::remote(Record)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// A moment as the person's clock showed it.
#[uniffi::remote(Record)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub unix_ms: i64,
    /// Minutes that the zone was ahead of UTC; 480 in China.
    pub offset_minutes: i32,
}

/// One entry as a list shows it.
#[uniffi::remote(Record)]
pub struct LogLine {
    /// Its number; only rises, never used again.
    pub entry: i64,
    /// When it was checked.
    pub time: Moment,
    /// What was checked.
    pub kind: SubjectKind,
    /// The answer.
    pub verdict: Verdict,
    /// The beginning of what was read, own details masked; at most 120 characters.
    pub title: String,
    /// Why, the gravest reason in the words that were shown; empty where there was none.
    pub why: String,
    /// The person's note; empty where none.
    pub note: String,
    /// The person's label; empty where none.
    pub label: String,
    /// Kept as evidence: stays until released.
    pub evidence: bool,
    /// Whether there is a small picture.
    pub picture: bool,
}

/// What an entry keeps untouched while it is evidence.
#[uniffi::remote(Record)]
pub struct Original {
    /// The text as it was given, nothing masked; `None` for a photo.
    pub text: Option<String>,
    /// The photo's own bytes; `None` for a text.
    pub photo: Option<Vec<u8>>,
}

/// Which entries to list. What is `None` does not matter.
#[uniffi::remote(Record)]
pub struct LogFilter {
    /// Only this answer.
    pub verdict: Option<Verdict>,
    /// Only this label.
    pub label: Option<String>,
    /// Only those kept as evidence, or only the others.
    pub evidence: Option<bool>,
    /// Only those whose note or content has these words; widths and case do not matter.
    pub search: Option<String>,
}

/// One thing that happened, as the person told it. Every field that is empty was not said.
#[uniffi::remote(Record)]
pub struct TimelineStep {
    /// Its number; 0 for one that is not stored yet.
    pub step: i64,
    /// When it happened.
    pub time: Moment,
    /// What it was.
    pub situation: Option<Situation>,
    /// In the person's words.
    pub what: String,
    /// Amount, as typed, such as `5000元`.
    pub amount: String,
    /// The account that was paid to.
    pub account: String,
    /// Order number.
    pub order: String,
    /// Waybill number.
    pub waybill: String,
}

/// A rule of the person's own.
#[uniffi::remote(Record)]
pub struct OwnRule {
    /// Its number.
    pub id: i64,
    /// What they say of it.
    pub opinion: Opinion,
    /// A canonical link (with `://`) or a host; a host speaks for the hosts under it as well.
    pub subject: String,
    /// Their note.
    pub note: String,
    /// When they said so.
    pub time: Moment,
}

/// What became of a damaged log.
#[uniffi::remote(Record)]
pub struct SetAside {
    /// Name of the file that was set aside, beside the log.
    pub file: String,
    /// How many entries could be carried over.
    pub saved: u64,
}

/// What erasing did.
#[uniffi::remote(Record)]
pub struct Erased {
    /// How many entries are gone.
    pub gone: u64,
    /// How many stay because they are kept as evidence.
    pub evidence: u64,
    /// True when no trace is left in any file. False when another process reads the log or the
    /// disk is full: the traces are unreadable without the key, and the next opening sweeps them.
    pub swept: bool,
}
