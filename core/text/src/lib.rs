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
mod script;
mod segmenter;
mod situations;
mod speakers;
mod stance;
mod stance_markers;
mod timestamps;
mod turns;

pub use char_folding::LINE_END;
pub use entities::EntityKind;
pub use facts::{Clause, Facts, FoldedParts, Frame};
pub use lexicon::{FrameDefinition, Lexicon};
pub use lexicon_source::{ClassSource, FrameSource, GroupSource, LexiconError, LexiconSource};
pub use normalize::NormalizedText;
pub use script::Script;
pub use speakers::Speaker;
pub use stance::Stance;

use clause_segmentation::{ClauseSegment, segment_clauses, sentence_ranges};
use stance::StancedFrame;
use stance_markers::StanceMarkers;

/// Longest text that is analysed, in bytes (1 MiB). A check refuses a longer one.
pub const MAX_TEXT_BYTES: usize = 1 << 20;

/// The sentences and messages of `normal`, as rising byte ranges of its text.
#[must_use]
pub fn sentences(normal: &NormalizedText) -> Vec<(usize, usize)> {
    sentence_ranges(&segment_clauses(normal))
}

/// Extracts the facts of `text`. A text longer than [`MAX_TEXT_BYTES`] yields none.
///
/// ```
/// use yanka_text::{FrameSource, Lexicon, LexiconSource, Stance, extract_facts};
///
/// let frame = |id: &str, word: &str| FrameSource {
///     id: id.to_owned(),
///     any: vec![word.to_owned()],
///     negatable: true,
/// };
/// let frame = vec![frame("request.money", "转账"), frame("mode.not", "不要")];
/// let lexicon = Lexicon::new(&LexiconSource { frame, ..LexiconSource::default() })?;
///
/// let asked = extract_facts("请转账到安全账户", &lexicon);
/// assert_eq!(asked.frames[0].stance, Stance::Asked);
/// let warning = extract_facts("不要转账给陌生人", &lexicon);
/// assert_eq!(warning.frames[0].stance, Stance::Negated);
/// # Ok::<(), yanka_text::LexiconError>(())
/// ```
#[must_use]
pub fn extract_facts(text: &str, lexicon: &Lexicon) -> Facts {
    if text.len() > MAX_TEXT_BYTES {
        return Facts::default();
    }
    extract_facts_of(&NormalizedText::new(text), lexicon)
}

/// Extracts the facts of a text that is normalised already. Spans count bytes of the original.
#[must_use]
pub fn extract_facts_of(normal: &NormalizedText, lexicon: &Lexicon) -> Facts {
    let clauses = segment_clauses(normal);
    let sentences = sentence_ranges(&clauses);
    let matches = pattern_matcher::find_patterns(lexicon, normal, &sentences);
    let markers = StanceMarkers::of(lexicon);
    let positions = Positions::new(normal, &clauses);
    let stances = stance::assign_stances(&markers, normal, &clauses, &matches);
    let is_in_place = |s: &&StancedFrame| {
        s.speaker == Speaker::Person || !situations::is_of_a_turn(lexicon, s.found.frame)
    };
    let frames: Vec<Frame> = stances
        .frames
        .iter()
        .filter(is_in_place)
        .map(|s| Frame {
            frame: s.found.frame,
            span: normal.original_span(s.found.start, s.found.end),
            position: positions.of(s.found.start),
            stance: s.stance,
        })
        .collect();
    let clause = |c: &clause_segmentation::ClauseSegment| Clause {
        span: normal.original_span(c.start, c.end),
        sentence: c.sentence,
        speaker: c.speaker,
    };
    let found = entities::find_entities(&normal.text);
    let entities = found.iter().map(|(kind, s, e)| (*kind, normal.original_span(*s, *e)));
    Facts {
        situations: situations::shown_situations(lexicon, &frames),
        reported: stances.reported,
        frames,
        clauses: clauses.iter().map(clause).collect(),
        entities: entities.collect(),
        folded: FoldedParts { sentences, entities: found, safety: stances.safety },
    }
}

/// Positions in a chat that leave out what the person says: their turns must not move a pretext away
/// from its request.
struct Positions<'a> {
    normal: &'a NormalizedText,
    /// For each clause of the person: its end, and the characters of the person's clauses up to there.
    own: Vec<(usize, usize)>,
}

impl<'a> Positions<'a> {
    fn new(normal: &'a NormalizedText, clauses: &[ClauseSegment]) -> Self {
        let own = clauses.iter().filter(|c| c.speaker == Speaker::Person);
        let own = own.scan(0, |sum, clause| {
            *sum += normal.chars_between(clause.start, clause.end);
            Some((clause.end, *sum))
        });
        Self { normal, own: own.collect() }
    }

    /// Characters of the folded text before byte `at` that the person does not say.
    fn of(&self, at: usize) -> usize {
        let before = self.own.partition_point(|(end, _)| *end <= at);
        let own = before.checked_sub(1).and_then(|i| self.own.get(i)).map_or(0, |(_, sum)| *sum);
        self.normal.char_index(at).saturating_sub(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(frames: &[(&str, &str)]) -> Lexicon {
        let frame = |(id, pattern): &(&str, &str)| FrameSource {
            id: (*id).to_owned(),
            any: vec![(*pattern).to_owned()],
            negatable: !id.starts_with("mode."),
        };
        let frame = frames.iter().map(frame).collect();
        Lexicon::new(&LexiconSource { frame, ..LexiconSource::default() }).expect("a valid lexicon")
    }

    /// The stance of the last frame in `text`.
    fn stance(lexicon: &Lexicon, text: &str) -> Option<Stance> {
        extract_facts(text, lexicon).frames.last().map(|f| f.stance)
    }

    #[test]
    fn position_counts_characters_of_the_folded_text() {
        let lexicon = lexicon(&[("request.money", "转账")]);
        for (text, position) in [("转账", 0), ("退款转账", 2), ("VX ab退款转账", 7), ("🐧转账", 2)]
        {
            let facts = extract_facts(text, &lexicon);
            let positions: Vec<usize> = facts.frames.iter().map(|f| f.position).collect();
            assert_eq!(positions, [position], "{text}");
        }
    }

    #[test]
    fn gaps_of_patterns_count_characters() {
        let lexicon = lexicon(&[("request.contact", "添加 ..8 微信")]);
        for unit in ["退", "a", "é"] {
            let text = |count: usize| format!("添加{}微信", unit.repeat(count));
            assert_eq!(extract_facts(&text(8), &lexicon).frames.len(), 1, "{unit}");
            assert_eq!(extract_facts(&text(9), &lexicon).frames.len(), 0, "{unit}");
        }
    }

    #[test]
    fn negations_reach_twenty_characters() {
        let lexicon = lexicon(&[("mode.not", "不要"), ("request.money", "转账")]);
        for unit in ["呢", "a"] {
            let text = |count: usize| format!("不要{}转账", unit.repeat(count));
            assert_eq!(stance(&lexicon, &text(20)), Some(Stance::Negated), "{unit}");
            assert_eq!(stance(&lexicon, &text(21)), Some(Stance::Asked), "{unit}");
        }
    }

    #[test]
    fn denials_reach_two_characters() {
        let lexicon = lexicon(&[("mode.deny", "不是"), ("request.money", "转账")]);
        for unit in ["呢", "a"] {
            let text = |count: usize| format!("不是{}转账", unit.repeat(count));
            assert_eq!(stance(&lexicon, &text(2)), Some(Stance::Negated), "{unit}");
            assert_eq!(stance(&lexicon, &text(3)), Some(Stance::Asked), "{unit}");
        }
    }

    #[test]
    fn conjunctions_continue_a_negated_list_within_two_characters() {
        let lexicon =
            lexicon(&[("mode.not", "不要"), ("mode.list", "或者"), ("request.money", "转账")]);
        for unit in ["好", "a"] {
            let text = |count: usize| format!("不要退款，{}或者转账", unit.repeat(count));
            assert_eq!(stance(&lexicon, &text(2)), Some(Stance::Negated), "{unit}");
            assert_eq!(stance(&lexicon, &text(3)), Some(Stance::Asked), "{unit}");
        }
    }

    #[test]
    fn distances_of_rules_count_characters() {
        use frame_rules::{FrameCondition, FrameRule, FrameRules};

        let lexicon = lexicon(&[("pretext.refund", "退款"), ("request.money", "转账")]);
        let all = vec!["pretext.refund".to_owned(), "request.money".to_owned()];
        let frames = FrameCondition { all, within: Some(10), ..FrameCondition::default() };
        let rules = FrameRules::new(&[FrameRule { id: "rule".to_owned(), frames }], &lexicon)
            .expect("known frames");
        for unit in ["好", "a"] {
            // The first frame itself has two of the ten characters.
            let text = |count: usize| format!("退款{}转账", unit.repeat(count));
            let matches = |text: &str| rules.matches(&extract_facts(text, &lexicon)).len();
            assert_eq!(matches(&text(8)), 1, "{unit}");
            assert_eq!(matches(&text(9)), 0, "{unit}");
        }
    }
}
