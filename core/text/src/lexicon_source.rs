//! The lexicon as rule authors write it: TOML in rules/sources, JSON in a pack.
//!
//! Data types only. Field names are part of both formats.

use serde::{Deserialize, Serialize};

/// Content of a lexicon record. The record also holds its provenance, which is not read here.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LexiconSource {
    /// Named classes of words.
    #[serde(default)]
    pub class: Vec<ClassSource>,
    /// Frames that a clause can contain.
    #[serde(default)]
    pub frame: Vec<FrameSource>,
    /// Names for several frames.
    #[serde(default)]
    pub group: Vec<GroupSource>,
}

impl LexiconSource {
    /// Appends the content of another record.
    pub fn extend(&mut self, other: Self) {
        self.class.extend(other.class);
        self.frame.extend(other.frame);
        self.group.extend(other.group);
    }
}

/// A named group of frames.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupSource {
    /// The name that rules use after `@`.
    pub name: String,
    /// Frame ids; `@other` includes another group, `kind.*` every frame of a kind.
    pub frames: Vec<String>,
}

/// A named class of words.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassSource {
    /// The name that patterns use after `@`.
    pub name: String,
    /// Words; `@other` includes another class.
    pub words: Vec<String>,
    /// Whether homophones that are no words of their own count as these words.
    #[serde(default)]
    pub sounds: bool,
}

/// One frame: something that a clause can say.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameSource {
    /// Kind and name, such as `request.screen`.
    pub id: String,
    /// Patterns, any of which expresses the frame.
    pub any: Vec<String>,
    /// Whether a negation before the frame negates it. False where the patterns contain their
    /// own negation ("不要告诉家人").
    #[serde(default = "default_negatable")]
    pub negatable: bool,
}

const fn default_negatable() -> bool {
    true
}

/// Why a lexicon source does not compile. Addresses the rule author.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LexiconError {
    /// A pattern or class refers to a class that does not exist.
    #[error(
        "`{0}` names no class; write `[[record.lexicon.class]]` with `name = \"{0}\"`, or correct the name"
    )]
    UnknownClass(String),
    /// A pattern has no element, or only a gap.
    #[error("the pattern `{0}` of `{1}` holds no word")]
    EmptyPattern(String, String),
    /// A gap is not a number or is too wide.
    #[error("the gap in `{0}` must be `..` and a number up to 40")]
    BadGap(String),
    /// A frame id or class name occurs twice.
    #[error("`{0}` stands twice")]
    Duplicate(String),
    /// There are too many words or frames, or the automaton would be too large.
    #[error("too many words or frames")]
    TooLarge,
}
