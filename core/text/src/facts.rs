//! What a text says: its clauses, frames, entities and situations.
//!
//! Data types only. Must not depend on the lexicon or on rules.

use yanka_types::{Situation, Span};

use crate::entities::EntityKind;
use crate::speakers::Speaker;
use crate::stance::Stance;

/// What a text says. Every span counts bytes of the original text and lies on character
/// boundaries.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Clauses, in order.
    pub clauses: Vec<Clause>,
    /// Frames, ascending by position.
    pub frames: Vec<Frame>,
    /// Addresses, numbers, contact names, amounts and accounts: accounts first, numbers in Chinese
    /// numerals last, each part ascending.
    pub entities: Vec<(EntityKind, Span)>,
    /// Share of the characters that describe scammers or tell of somebody else's case, 0 to 1.
    pub reported: f32,
    /// How far the person has gone, as far as the text shows; each once, ascending.
    pub situations: Vec<Situation>,
    /// What the learned model needs; bytes of the folded text.
    pub folded: FoldedParts,
}

/// Parts of the folded text.
#[derive(Clone, Debug, Default)]
pub struct FoldedParts {
    /// Sentences and messages, ascending.
    pub sentences: Vec<(usize, usize)>,
    /// Entities, in the order of [`Facts::entities`].
    pub entities: Vec<(EntityKind, usize, usize)>,
    /// Clauses that warn, describe scammers, forbid or deny, ascending.
    pub safety: Vec<(usize, usize)>,
}

/// A frame found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Its index in [`Lexicon::frames`](crate::Lexicon::frames).
    pub frame: u16,
    /// Its bytes in the original text.
    pub span: Span,
    /// Number of characters before it in the folded text, without those that the person says in a
    /// chat. Distances between frames are differences of positions.
    pub position: usize,
    /// How it is meant.
    pub stance: Stance,
}

/// A clause of the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its bytes in the original text.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// Who says it.
    pub speaker: Speaker,
}
