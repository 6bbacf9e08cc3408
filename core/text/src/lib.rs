//! Extracts facts from a Chinese text: who asks whom for what, clause by clause.
//!
//! A lexicon supplies words and frame patterns; this crate decides where they occur and how each
//! is meant. `frame_rules` matches rules against the facts. Must not depend on a clock, a disk or
//! a rule pack.

mod char_folding;
mod clause_segmentation;
mod entities;
mod facts;
pub mod frame_rules;
mod homophones;
mod lexicon;
mod lexicon_source;
pub mod model;
mod narration;
mod normalize;
mod pattern_matcher;
mod segmenter;
mod situations;
mod speakers;
mod stance;
mod stance_markers;

pub use char_folding::LINE_END;
pub use entities::EntityKind;
pub use facts::{Clause, Facts, Frame};
pub use lexicon::{FrameDefinition, Lexicon};
pub use lexicon_source::{ClassSource, FrameSource, GroupSource, LexiconError, LexiconSource};
pub use normalize::NormalizedText;
pub use speakers::Speaker;
pub use stance::Stance;

use clause_segmentation::{segment_clauses, sentence_ranges};
use stance_markers::StanceMarkers;

/// Longest text that is analysed, in bytes (1 MiB). A check refuses a longer one.
pub const MAX_TEXT_BYTES: usize = 1 << 20;

/// The sentences and messages of `normal`, as rising byte ranges of its text.
#[must_use]
pub fn sentences(normal: &NormalizedText) -> Vec<(usize, usize)> {
    sentence_ranges(&segment_clauses(normal))
}

/// Extracts the facts of `text`. A text longer than [`MAX_TEXT_BYTES`] yields none.
#[must_use]
pub fn extract_facts(text: &str, lexicon: &Lexicon) -> Facts {
    if text.len() > MAX_TEXT_BYTES {
        return Facts::default();
    }
    let normal = NormalizedText::new(text);
    let clauses = segment_clauses(&normal);
    let matches = pattern_matcher::find_patterns(lexicon, &normal, &sentence_ranges(&clauses));
    let markers = StanceMarkers::of(lexicon);
    let frames: Vec<Frame> = stance::assign_stances(&markers, &clauses, &matches)
        .iter()
        .map(|s| Frame {
            frame: s.found.frame,
            span: normal.original_span(s.found.start, s.found.end),
            position: s.found.start / 3,
            stance: s.stance,
        })
        .collect();
    let clause = |c: &clause_segmentation::ClauseSegment| Clause {
        span: normal.original_span(c.start, c.end),
        sentence: c.sentence,
        speaker: c.speaker,
    };
    let entities = entities::find_entities(&normal.text);
    let entities = entities.into_iter().map(|(kind, s, e)| (kind, normal.original_span(s, e)));
    Facts {
        situations: situations::shown_situations(lexicon, &frames),
        frames,
        clauses: clauses.iter().map(clause).collect(),
        entities: entities.collect(),
    }
}
