//! The texts that the learned model is trained on: `rules/sources/texts/*.toml`, one batch a file.
//!
//! Reads and labels them; `check` refuses what must not be trained on. The texts themselves never go
//! into the pack.

pub mod check;

use std::path::Path;

use serde::Deserialize;

use crate::diagnostic::SourceFile;
use crate::source_files;

/// One batch: the complete output of one author.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// Who wrote it, when, and whom the author had in mind.
    pub batch: Author,
    /// Texts on the same occasion: a scam, its honest twin, perhaps a warning.
    #[serde(default)]
    pub group: Vec<Group>,
    /// Ordinary texts without a twin.
    #[serde(default)]
    pub quiet: Vec<Quiet>,
    /// Path of its file.
    #[serde(skip)]
    pub file: String,
}

/// The head of a batch.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Author {
    /// Its id, the file's name.
    pub id: String,
    /// The day it was written.
    pub written: toml::value::Datetime,
    /// Whom the author had in mind: region, register.
    pub voice: String,
}

/// Texts on one occasion, alike in channel, length, register and words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The scheme, such as `courier/lost`.
    pub scenario: String,
    /// How it arrives.
    pub channel: Channel,
    /// The scam text.
    pub scam: Scam,
    /// What the honest party writes on the same occasion.
    pub honest: Other,
    /// A warning, news item, quiz, letter or narrated case about the scheme.
    pub warning: Option<Warning>,
}

/// A scam text and what it asks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scam {
    /// The text.
    pub text: String,
    /// What is asked for.
    pub asks: Vec<Ask>,
    /// Who speaks.
    pub stance: Stance,
    /// How far the person has gone, as far as the text shows.
    #[serde(default)]
    pub situation: Vec<yanka::report::Situation>,
    /// The text itself quotes safety advice.
    #[serde(default)]
    pub advice: bool,
}

/// An honest text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Other {
    /// The text.
    pub text: String,
    /// Who speaks.
    pub stance: Stance,
}

/// A text about the scheme that cheats nobody.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// What sort of text.
    pub kind: WarningKind,
    /// Who speaks.
    pub stance: Stance,
    /// The text.
    pub text: String,
}

/// An ordinary text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quiet {
    /// What sort of text, such as `sms/bank` or `talk/forum`.
    pub kind: String,
    /// How it arrives.
    pub channel: Channel,
    /// Who speaks.
    pub stance: Stance,
    /// The text.
    pub text: String,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident),+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs)] // the words are explained in rules/sources/texts/README.md
        pub enum $name { $($variant),+ }

        impl $name {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its word in the sources.
            #[must_use]
            pub fn word(self) -> String {
                // The variants are one or two words; serde writes the same form.
                let name = match self { $(Self::$variant => stringify!($variant)),+ };
                let mut out = String::new();
                for (at, c) in name.char_indices() {
                    if at > 0 && c.is_uppercase() {
                        out.push('-');
                    }
                    out.push(c.to_ascii_lowercase());
                }
                out
            }
        }
    };
}

words! {
    /// How a text arrives.
    Channel { Sms, Chat, Call, Elder, Card, Poster, Email, Form, Screen, Post, Letter }
}
words! {
    /// What a scam text asks for.
    Ask { Money, Transfer, Cash, Gold, Code, Screen, Card, Nfc, App, Contact, Id, Link, None }
}
impl Ask {
    /// Whether doing it costs money or opens the phone or an account.
    #[must_use]
    pub const fn is_hard(self) -> bool {
        !matches!(self, Self::Contact | Self::Id | Self::Link | Self::None)
    }
}

words! {
    /// Who speaks, and whether it goes on.
    Stance { Asked, FirstPerson, ThirdParty, Closed, Forbidden, Question, Rescue, None }
}
words! {
    /// What sort of warning.
    WarningKind { Police, News, Quiz, Letter, Narrated }
}

/// What part of a batch a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A scam text.
    Scam,
    /// Its honest twin.
    Honest,
    /// A warning about the scheme.
    Warning,
    /// An ordinary text without a twin.
    Quiet,
}

impl Part {
    /// Its name in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Scam => "scam",
            Self::Honest => "honest",
            Self::Warning => "warning",
            Self::Quiet => "quiet",
        }
    }
}

/// One labelled text.
#[derive(Clone, Debug)]
pub struct Example {
    /// The text as written.
    pub text: String,
    /// What part of its batch it is.
    pub part: Part,
    /// Index of its batch.
    pub batch: usize,
    /// Index of its group within all groups; `None` for a quiet text.
    pub group: Option<usize>,
    /// Scenario of its group, or kind of a quiet text.
    pub kind: String,
    /// How it arrives.
    pub channel: Channel,
    /// What a scam text asks for; empty otherwise.
    pub asks: Vec<Ask>,
}

impl Example {
    /// Whether it is a scam text.
    #[must_use]
    pub fn is_scam(&self) -> bool {
        self.part == Part::Scam
    }
}

/// All batches of a folder, in the order of their names.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The batches.
    pub batches: Vec<Batch>,
    /// Every text of every batch, in order.
    pub examples: Vec<Example>,
}

impl Corpus {
    /// Reads the batches in `folder`.
    ///
    /// # Errors
    /// For each file that is no batch, a sentence that names it and what is wrong in it.
    pub fn load(folder: &Path) -> Result<Self, String> {
        let files = source_files::load(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let path = |name: String| folder.join(name).display().to_string();
        let files = files.into_iter().map(|f| SourceFile { name: path(f.name), ..f });
        Self::read(&files.collect::<Vec<_>>())
    }

    /// Reads the batches in `folder` and refuses texts that must not be trained on.
    ///
    /// # Errors
    /// As [`Self::load`], and a sentence for each of these texts.
    pub fn load_checked(folder: &Path) -> Result<Self, String> {
        let corpus = Self::load(folder)?;
        refuse(&check::check(&corpus))?;
        Ok(corpus)
    }

    /// Reads batches.
    ///
    /// # Errors
    /// For each file that is no batch, a sentence that names it and what is wrong in it.
    pub fn read(files: &[SourceFile]) -> Result<Self, String> {
        let mut corpus = Self::default();
        let mut groups = 0;
        let batches = files.iter().map(|file| match toml::from_str::<Batch>(&file.text) {
            Ok(batch) => Ok(Batch { file: file.name.clone(), ..batch }),
            Err(error) => Err(format!("{}: {error}", file.name)),
        });
        let (batches, wrong): (Vec<_>, Vec<_>) = batches.partition(Result::is_ok);
        if !wrong.is_empty() {
            let wrong: Vec<String> = wrong.into_iter().filter_map(Result::err).collect();
            return Err(wrong.join("\n"));
        }
        for (index, batch) in batches.into_iter().flatten().enumerate() {
            for group in &batch.group {
                corpus.group(index, groups, group);
                groups += 1;
            }
            for quiet in &batch.quiet {
                corpus.examples.push(Example {
                    text: quiet.text.clone(),
                    part: Part::Quiet,
                    batch: index,
                    group: None,
                    kind: quiet.kind.clone(),
                    channel: quiet.channel,
                    asks: Vec::new(),
                });
            }
            corpus.batches.push(batch);
        }
        Ok(corpus)
    }

    fn group(&mut self, batch: usize, index: usize, group: &Group) {
        let mut push = |text: &str, part: Part, asks: &[Ask]| {
            self.examples.push(Example {
                text: text.to_owned(),
                part,
                batch,
                group: Some(index),
                kind: group.scenario.clone(),
                channel: group.channel,
                asks: asks.to_vec(),
            });
        };
        push(&group.scam.text, Part::Scam, &group.scam.asks);
        push(&group.honest.text, Part::Honest, &[]);
        if let Some(warning) = &group.warning {
            push(&warning.text, Part::Warning, &[]);
        }
    }
}

/// Turns sentences about texts into one error; none where there is no sentence.
///
/// # Errors
/// The sentences, and how many there are.
pub fn refuse(wrong: &[String]) -> Result<(), String> {
    match wrong.len() {
        0 => Ok(()),
        1 => Err(format!("{}\n1 text cannot be trained on", wrong.join("\n"))),
        count => Err(format!("{}\n{count} texts cannot be trained on", wrong.join("\n"))),
    }
}
