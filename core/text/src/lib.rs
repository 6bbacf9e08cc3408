//! Facts about a Chinese text: who asks whom for what, clause by clause.
//!
//! Facts only. It knows the words and patterns a lexicon gives it, and decides how each is meant;
//! whether a thing is bad is the rules' affair. No clock, no disk, no rules.

mod char_folding;
mod clause_segmentation;
mod entities;
pub mod frame_rules;
mod homophones;
mod lexicon;
mod lexicon_source;
mod modes;
mod normalize;
mod pattern_matcher;
mod segmenter;
mod situation;
mod speakers;

pub use char_folding::LINE_END;
pub use entities::EntityKind;
pub use lexicon::{FrameDefinition, Lexicon};
pub use lexicon_source::{ClassSource, FrameSource, GroupSource, LexiconError, LexiconSource};
pub use modes::Mode;
pub use normalize::NormalizedText;
pub use speakers::Speaker;

use yanka_types::{Situation, Span};

/// Longest text that is read, in bytes; a check refuses a longer one with a sentence.
pub const LONGEST: usize = 1 << 20;

/// A frame found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Its number in [`Lexicon::frames`].
    pub frame: u16,
    /// Where, in bytes of the original text.
    pub span: Span,
    /// Number of the clause it begins in.
    pub clause: usize,
    /// Number of characters before it in the folded text: what distances are measured by.
    pub place: usize,
    /// How it is meant.
    pub mode: Mode,
}

/// A clause of the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Where, in bytes of the original text.
    pub span: Span,
    /// Number of its sentence.
    pub sentence: usize,
    /// Whose words they are.
    pub speaker: Speaker,
}

/// What a text says. Every span counts bytes of the original text, on character boundaries.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Clauses, in order.
    pub clauses: Vec<Clause>,
    /// Frames, in order of place.
    pub frames: Vec<Frame>,
    /// What has a form: addresses, numbers, contact names, amounts.
    pub entities: Vec<(EntityKind, Span)>,
    /// How far the person has gone, as far as the text shows.
    pub situations: Vec<Situation>,
}

/// Reads `text` with the words of `lexicon`. A text longer than [`LONGEST`] gives nothing.
#[must_use]
pub fn facts(text: &str, lexicon: &Lexicon) -> Facts {
    if text.len() > LONGEST {
        return Facts::default();
    }
    let normal = NormalizedText::new(text);
    let pieces = clause_segmentation::segment_clauses(&normal);
    let raws = pattern_matcher::find_patterns(
        lexicon,
        &normal,
        &clause_segmentation::sentence_ranges(&pieces),
    );
    let names = modes::ModeFrames::of(lexicon);
    let meant = modes::meant(&names, &pieces, &raws);
    let frames: Vec<Frame> = meant
        .iter()
        .map(|m| Frame {
            frame: m.raw.frame,
            span: normal.original_span(m.raw.start, m.raw.end),
            clause: m.clause,
            place: m.raw.start / 3,
            mode: m.mode,
        })
        .collect();
    Facts {
        situations: situation::situations(lexicon, &frames),
        frames,
        clauses: pieces
            .iter()
            .map(|p| Clause {
                span: normal.original_span(p.start, p.end),
                sentence: p.sentence,
                speaker: p.speaker,
            })
            .collect(),
        entities: entities::find_entities(&normal.text)
            .into_iter()
            .map(|(kind, start, end)| (kind, normal.original_span(start, end)))
            .collect(),
    }
}
