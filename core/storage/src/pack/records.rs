//! The records of a rule pack as plain data.
//!
//! Depends on no database. Decides only which language and which severity a caller gets.

use serde::Deserialize;

use yanka_types::{Confidence, Language, Origin, Severity};

/// A sentence in the three languages of reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sentence {
    /// Simplified Chinese, as written in the rule sources.
    pub zh_hans: String,
    /// Traditional Chinese, written in the sources or converted by the compiler.
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

    /// The sentence with `value` for every `placeholder`, in each language.
    #[must_use]
    pub fn with(&self, placeholder: &str, value: &Self) -> Self {
        Self {
            zh_hans: self.zh_hans.replace(placeholder, &value.zh_hans),
            zh_hant: self.zh_hant.replace(placeholder, &value.zh_hant),
            en: self.en.replace(placeholder, &value.en),
        }
    }

    /// True where the sentence has no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.zh_hans.is_empty() && self.en.is_empty()
    }
}

/// The source of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Provenance {
    /// The name of the publisher; never the URL of a reprint.
    pub source: Sentence,
    /// Date of the last look-up, `YYYY-MM-DD`.
    pub retrieved: String,
    /// Date of publication, `YYYY-MM-DD`; `None` where it is unknown.
    pub published: Option<String>,
    /// How well the statement is confirmed.
    pub confidence: Confidence,
}

/// One reviewed rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, such as `payload/wechat-contact`; never renamed or reused.
    pub id: String,
    /// The code of the finding that it emits, such as `payload.private-contact`.
    pub code: String,
    /// Its severity where `by_origin` has none for the origin.
    pub severity: Severity,
    /// Its severity for single origins.
    pub by_origin: ByOrigin,
    /// The heading of its code, a few words.
    pub title: Sentence,
    /// The reason, for the person.
    pub why: Sentence,
    /// Its source.
    pub provenance: Provenance,
}

impl Rule {
    /// The severity for a subject from `origin`.
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

/// Severities for single origins; `None` where the rule's own severity applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByOrigin {
    /// On or in a parcel.
    pub parcel: Option<Severity>,
    /// In a message.
    pub message: Option<Severity>,
    /// Spoken or sent during a call.
    pub call: Option<Severity>,
}

/// A registrable domain and its owner. The owner of a domain need not be the author of a page on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// The domain, lower case ASCII.
    pub domain: String,
    /// Id of the platform that owns it.
    pub platform: String,
    /// Name of the owner.
    pub owner: Sentence,
    /// What it is used for: `main`, `pay`, `courier`, `short`, `hosting`, `ugc-form` …
    pub role: String,
    /// True where third parties can publish their own pages, contacts or codes under it.
    pub open: bool,
    /// What others publish there; empty where nobody else can.
    pub note: Sentence,
    /// The source of the ownership.
    pub provenance: Provenance,
}

/// A company or authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Platform {
    /// Its id, such as `taobao`.
    pub id: String,
    /// Its name.
    pub name: Sentence,
    /// Other names that people and cards use.
    pub aliases: Vec<String>,
    /// The path to its customer service inside its app; empty where it is unknown.
    pub in_app_path: Sentence,
}

/// The names under which a link may imitate a platform.
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
    /// True where third parties can publish their own pages or codes there.
    pub open: bool,
    /// True where a source confirms the ownership.
    pub confirmed: bool,
}

/// An official telephone number, in all languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hotline {
    /// Its id, such as `taobao`.
    pub id: String,
    /// Id of its platform; `None` where it belongs to none.
    pub platform: Option<String>,
    /// `emergency`, `police`, `state`, `platform`, `payment`, `courier`, `bank`, `telecom` …
    pub class: String,
    /// `in` (people call it), `out` (it calls people), `both`, or `none`.
    pub direction: String,
    /// The number to dial, as shown; empty where only the app is official.
    pub number: String,
    /// Every number of this entry, digits only; the first is `number`.
    pub digits: Vec<String>,
    /// Name of the organisation.
    pub organization: Sentence,
    /// What it is for.
    pub purpose: Sentence,
    /// The path inside the app; empty where it is unknown.
    pub in_app_path: Sentence,
    /// What the organisation never does, or how it is imitated.
    pub warning: Sentence,
    /// The source of the number.
    pub provenance: Provenance,
}

/// A form of telephone numbers and its meaning.
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
    /// Its source.
    pub provenance: Provenance,
}

/// A payload kind and what scanning it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayloadKind {
    /// The kind's word, such as `wechat-contact`.
    pub kind: String,
    /// What scanning does.
    pub does: Sentence,
    /// Its source.
    pub provenance: Provenance,
}

/// A record that another crate parses.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its id, unique within its kind.
    pub id: String,
    /// A JSON object; every sentence in it has `zh-hans`, `zh-hant` and `en`.
    pub body: serde_json::Value,
}
