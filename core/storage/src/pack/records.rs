//! What a rule pack says, as plain values.
//!
//! Knows no database and decides nothing but which language and which severity a caller gets.

use serde::Deserialize;

use yanka_types::{Confidence, Language, Origin, Severity};

/// One sentence in the three languages of the reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sentence {
    /// Simplified Chinese, as written in the rule sources.
    pub zh_hans: String,
    /// Traditional Chinese, written or made by the compiler.
    pub zh_hant: String,
    /// English.
    pub en: String,
}

impl Sentence {
    /// The sentence in `language`.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::ZhHans => &self.zh_hans,
            Language::ZhHant => &self.zh_hant,
            Language::En => &self.en,
        }
    }

    /// True where nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.zh_hans.is_empty() && self.en.is_empty()
    }
}

/// Where a statement comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Provenance {
    /// The publisher's name; never the address of a reprint.
    pub source: Sentence,
    /// When it was last looked up, `YYYY-MM-DD`.
    pub retrieved: String,
    /// When it was published, `YYYY-MM-DD`; `None` where not known.
    pub published: Option<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// One reviewed statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, such as `payload/wechat-contact`; kept for ever.
    pub id: String,
    /// The finding that it makes, such as `payload.private-contact`.
    pub code: String,
    /// How much it weighs where its origin is not named below.
    pub severity: Severity,
    /// How much it weighs by origin, where that differs.
    pub by_origin: ByOrigin,
    /// Why, for the person.
    pub why: Sentence,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl Rule {
    /// How much the rule weighs for a subject from `origin`.
    #[must_use]
    pub fn severity_for(&self, origin: Origin) -> Severity {
        let own = match origin {
            Origin::Parcel => self.by_origin.parcel,
            Origin::Message => self.by_origin.message,
            Origin::Call => self.by_origin.call,
            Origin::Unknown => None,
        };
        own.unwrap_or(self.severity)
    }
}

/// A severity for each origin that differs from the rule's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByOrigin {
    /// On or in a parcel.
    pub parcel: Option<Severity>,
    /// In a message.
    pub message: Option<Severity>,
    /// Told during a call.
    pub call: Option<Severity>,
}

/// A registrable domain and whose it is. Whose it is does not say who speaks on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// The domain, lower case ASCII.
    pub domain: String,
    /// Id of the platform that owns it.
    pub platform: String,
    /// The owner's name.
    pub owner: Sentence,
    /// What it is used for: `main`, `pay`, `courier`, `short`, `hosting`, `ugc-form` …
    pub role: String,
    /// True where strangers can put their own pages, contacts or codes under it.
    pub open: bool,
    /// What strangers can put there; empty where `open` is false.
    pub open_features: Sentence,
    /// Where the ownership comes from.
    pub provenance: Provenance,
}

/// A company or office that shoppers deal with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Platform {
    /// Its id, such as `taobao`.
    pub id: String,
    /// Its name.
    pub name: Sentence,
    /// Other names that people and cards use.
    pub aliases: Vec<String>,
    /// The way to its customer service inside its app; empty where not known.
    pub in_app_path: Sentence,
    /// What it never asks; empty where nothing is said.
    pub never_asks: Sentence,
}

/// The words by which a link may imitate a platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    /// Id of the platform.
    pub platform: String,
    /// Lower-case Latin words and pinyin, and Chinese names.
    pub names: Vec<String>,
    /// Registrable domains that belong to the platform.
    pub domains: Vec<BrandDomain>,
}

/// A registrable domain of a platform.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BrandDomain {
    /// The domain, lower case ASCII.
    pub domain: String,
    /// What it is used for: `main`, `pay`, `courier`, `short`, `hosting`, `ugc-form` and others.
    pub role: String,
    /// Outsiders can put their own pages or codes there.
    pub open: bool,
    /// The ownership has a source; false where it is from memory alone.
    pub confirmed: bool,
}

/// An official number as the pack has it, in all languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hotline {
    /// Its id, such as `taobao`.
    pub id: String,
    /// Id of the platform, where it belongs to one.
    pub platform: Option<String>,
    /// `emergency`, `police`, `state`, `platform`, `payment`, `courier`, `bank`, `telecom` …
    pub class: String,
    /// `in` (people call it), `out`, `both`, or `none`.
    pub direction: String,
    /// What to dial, as shown; empty where only the app is right.
    pub number: String,
    /// Every number that belongs to this entry, digits only; the first is `number`.
    pub digits: Vec<String>,
    /// Whose it is.
    pub organization: Sentence,
    /// What it is for.
    pub purpose: Sentence,
    /// The way inside the app; empty where not known.
    pub in_app_path: Sentence,
    /// What it never does, or how it is imitated.
    pub warning: Sentence,
    /// Where the number comes from.
    pub provenance: Provenance,
}

/// A form that numbers take and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberForm {
    /// Its id, such as `code-behind-foreign-prefix`.
    pub id: String,
    /// `official`, `spoof`, `overseas`, `mobile`, `company`, `landline`, `sms`, `note` …
    pub class: String,
    /// A regular expression over the normalised number; empty for a note.
    pub form: String,
    /// `none`, `low`, `caution`, `high`, `critical`.
    pub risk: String,
    /// What it means.
    pub meaning: Sentence,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// What a kind of payload does when it is scanned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindFact {
    /// The kind's word, such as `wechat-contact`.
    pub kind: String,
    /// What scanning does.
    pub does: Sentence,
    /// Why someone who cheats would print it; empty where there is no such use.
    pub why_risky: Sentence,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// What a finding code means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeText {
    /// The code, such as `payload.private-contact`.
    pub code: String,
    /// A heading of a few words.
    pub title: Sentence,
    /// A paragraph for the person who asks for more.
    pub explanation: Sentence,
}

/// A record that another room reads in its own shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its id, unique within its kind.
    pub id: String,
    /// A JSON object; every sentence in it has `zh-hans`, `zh-hant` and `en`.
    pub body: serde_json::Value,
}
