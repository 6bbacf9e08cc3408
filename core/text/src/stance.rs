//! Decides the stance of each frame: asked of the reader, negated, reported, or a question.
//!
//! A stance covers a clause, never the document. Must not know words: the lexicon defines the
//! markers in its `mode.*` frames.

use crate::clause_segmentation::{Boundary, ClauseSegment};
use crate::narration::{Narration, narration_of_clauses};
use crate::normalize::NormalizedText;
use crate::pattern_matcher::PatternMatch;
use crate::speakers::Speaker;
use crate::stance_markers::{Marker, MarkerSet, StanceMarkers};

/// Scope of a negation: a frame begins at most this many characters of the folded text after
/// it. Empirical; no measurement recorded.
const NEGATION_REACH: usize = 20;
/// Scope of a denial, in characters. Empirical; no measurement recorded.
const DENIAL_REACH: usize = 2;
/// A conjunction continues a list if it begins at most this many characters after its clause
/// does. Empirical; no measurement recorded.
const LIST_HEAD: usize = 2;

/// Particles that add nothing to a confirmation.
const PARTICLES: &str = "的呀啊哦呢了嘛哈吧亲您你";

/// How a frame is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Asked of the reader now.
    Asked,
    /// Reported by the writer as their own case: "客服让我…".
    FirstPersonReport,
    /// Prohibited or denied: "请勿…", "不会要求您…".
    Negated,
    /// Reported of scammers in general or of somebody else.
    ThirdPartyReport,
    /// Asked about; nobody requests it.
    Question,
    /// The person's own offer, demand or statement in a chat.
    Own,
}

/// A frame with its stance.
#[derive(Clone, Copy, Debug)]
pub struct StancedFrame {
    /// The frame in the folded text.
    pub found: PatternMatch,
    /// How it is meant.
    pub stance: Stance,
    /// Who says it.
    pub speaker: Speaker,
}

/// What [`assign_stances`] finds.
pub struct Stances {
    /// The frames that are no markers, each with its stance, ascending by start, then end.
    pub frames: Vec<StancedFrame>,
    /// Byte ranges of the safety clauses, ascending: those that warn, that describe scammers, or that
    /// forbid or deny what a frame detects.
    pub safety: Vec<(usize, usize)>,
    /// Share of the characters that describe scammers or tell of somebody else's case, 0 to 1.
    pub reported: f32,
}

/// The stance of each frame among `matches`, and the clauses that are safety advice.
#[must_use]
pub fn assign_stances(
    markers: &StanceMarkers,
    normal: &NormalizedText,
    clauses: &[ClauseSegment],
    matches: &[PatternMatch],
) -> Stances {
    let context = Context::new(markers, normal, clauses, matches);
    let frames = matches.iter().filter(|m| markers.marker(m).is_none());
    let stanced = |found: &PatternMatch| {
        let negatable = markers.is_negatable(found);
        let speaker = clauses.get(clause_at(clauses, found.start))?.speaker;
        Some(StancedFrame { found: *found, stance: context.stance(found, negatable)?, speaker })
    };
    let mut frames: Vec<StancedFrame> = frames.filter_map(stanced).collect();
    frames.sort_by_key(|s| (s.found.start, s.found.end));
    let safety = context.safety_clauses(&frames);
    Stances { frames, safety, reported: context.reported_share() }
}

/// The clauses of a text with their markers.
struct Context<'a> {
    normal: &'a NormalizedText,
    clauses: &'a [ClauseSegment],
    /// For each clause.
    markers: Vec<MarkerSet>,
    /// For each clause.
    narration: Vec<Narration>,
    /// For each clause: whether it continues a list that a negation opened.
    in_negated_list: Vec<bool>,
    /// For each clause: whether the other side's next clause confirms it.
    is_confirmed: Vec<bool>,
    /// Negations as byte ranges, ascending.
    negations: Vec<(usize, usize)>,
    /// First bytes of [`Marker::NegationEnd`], ascending.
    negation_ends: Vec<usize>,
    /// Ends of [`Marker::Denial`], ascending.
    denials: Vec<usize>,
}

impl<'a> Context<'a> {
    fn new(
        stance_markers: &StanceMarkers,
        normal: &'a NormalizedText,
        clauses: &'a [ClauseSegment],
        matches: &[PatternMatch],
    ) -> Self {
        let mut markers = vec![MarkerSet::default(); clauses.len()];
        let mut negations = Vec::new();
        let mut negation_ends = Vec::new();
        let mut denials = Vec::new();
        for found in matches {
            let Some(marker) = stance_markers.marker(found) else { continue };
            let index = clause_at(clauses, found.start);
            let Some(clause) = clauses.get(index) else { continue };
            match marker {
                Marker::Negation => negations.push((found.start, found.end)),
                Marker::NegationEnd => negation_ends.push(found.start),
                Marker::Denial => denials.push(found.end),
                Marker::ListContinuation
                    if normal.chars_between(clause.start, found.start) > LIST_HEAD =>
                {
                    continue;
                }
                Marker::Confirmation if !is_whole(normal, found, clause) => continue,
                _ => {}
            }
            markers[index].insert(marker);
        }
        negations.sort_unstable();
        negation_ends.sort_unstable();
        denials.sort_unstable();
        Self {
            normal,
            clauses,
            narration: narration_of_clauses(clauses, &markers),
            in_negated_list: negated_lists(clauses, &markers),
            is_confirmed: confirmed(clauses, &markers),
            markers,
            negations,
            negation_ends,
            denials,
        }
    }

    /// The stance of `found`; `None` where the text has no clause.
    fn stance(&self, found: &PatternMatch, negatable: bool) -> Option<Stance> {
        let index = clause_at(self.clauses, found.start);
        let clause = self.clauses.get(index)?;
        let markers = self.markers.get(index)?;
        if self.is_denied(found) || negatable && self.is_negated(found, index) {
            return Some(Stance::Negated);
        }
        if markers.contains(Marker::FirstPersonReport) {
            return Some(Stance::FirstPersonReport);
        }
        let narration = self.narration.get(index).copied().unwrap_or(Narration::Direct);
        let sentence = self.sentence_markers(clause.sentence);
        let asks = markers.contains(Marker::Question)
            // "每月扣五百，您看现在取消吗？" is a question in form and a request in substance.
            || clause.is_question && !sentence.addresses_reader();
        Some(match narration {
            Narration::ScamDescription | Narration::ThirdParty => Stance::ThirdPartyReport,
            // "怎么又扣我25块，不退我就投诉"
            _ if sentence.contains(Marker::CustomerDemand) => Stance::Own,
            Narration::FirstPerson => Stance::FirstPersonReport,
            Narration::Direct if clause.speaker == Speaker::Person => {
                self.stance_of_person(index, asks)
            }
            Narration::Direct if asks && !markers.contains(Marker::SecondPerson) => {
                Stance::Question
            }
            Narration::Direct => Stance::Asked,
        })
    }

    /// The stance of what the person says in clause `index`: a question that the other side confirms
    /// is their request.
    fn stance_of_person(&self, index: usize, asks: bool) -> Stance {
        if asks && self.is_confirmed.get(index).copied().unwrap_or(false) {
            Stance::Asked
        } else if self.markers.get(index).is_some_and(|m| m.contains(Marker::Question)) {
            Stance::Question
        } else {
            Stance::Own
        }
    }

    /// Share of the characters in clauses that describe scammers or tell of somebody else's case.
    fn reported_share(&self) -> f32 {
        let (mut reported, mut all) = (0, 0);
        for (clause, narration) in self.clauses.iter().zip(&self.narration) {
            let characters = self.normal.chars_between(clause.start, clause.end);
            all += characters;
            if matches!(narration, Narration::ScamDescription | Narration::ThirdParty) {
                reported += characters;
            }
        }
        if all == 0 { 0.0 } else { reported as f32 / all as f32 }
    }

    /// Byte ranges of the clauses that warn, describe scammers, or hold a negated frame of `frames`.
    fn safety_clauses(&self, frames: &[StancedFrame]) -> Vec<(usize, usize)> {
        let mut is_safety: Vec<bool> = self
            .markers
            .iter()
            .zip(&self.narration)
            .map(|(markers, narration)| {
                markers.contains(Marker::ScamWarning) || *narration == Narration::ScamDescription
            })
            .collect();
        for frame in frames.iter().filter(|f| f.stance == Stance::Negated) {
            if let Some(clause) = is_safety.get_mut(clause_at(self.clauses, frame.found.start)) {
                *clause = true;
            }
        }
        let clauses = self.clauses.iter().zip(is_safety).filter(|(_, is_safety)| *is_safety);
        clauses.map(|(c, _)| (c.start, c.end)).collect()
    }

    /// Whether a denial ends just before `found` or within it.
    fn is_denied(&self, found: &PatternMatch) -> bool {
        let next = self.denials.partition_point(|end| *end <= found.start);
        let before = next.checked_sub(1).and_then(|i| self.denials.get(i));
        before.is_some_and(|end| self.normal.chars_between(*end, found.start) <= DENIAL_REACH)
            || self.denials.get(next).is_some_and(|end| *end < found.end)
    }

    /// Whether a negation covers `found`, which begins in clause `index`: one of that clause, of a
    /// list that the clause continues, or of the clause in which `found` ends.
    fn is_negated(&self, found: &PatternMatch, index: usize) -> bool {
        let last = clause_at(self.clauses, found.end.saturating_sub(1).max(found.start));
        let negates = |clause: &ClauseSegment| self.has_negation(found, clause);
        self.clauses.get(index).is_some_and(negates)
            || self.in_negated_list.get(index).copied().unwrap_or(false)
            || last > index && self.clauses.get(last).is_some_and(negates)
    }

    /// Whether a negation in `clause` stands before `found` or in it, and its scope reaches
    /// `found`.
    fn has_negation(&self, found: &PatternMatch, clause: &ClauseSegment) -> bool {
        let first = self.negations.partition_point(|n| n.0 < clause.start);
        let limit = clause.end.min(found.end);
        self.negations[first..].iter().take_while(|n| n.0 < limit).any(|&(start, end)| {
            let near = self.normal.chars_between(end, found.start) <= NEGATION_REACH;
            let scope_end = self.negation_ends.partition_point(|t| *t < end);
            let ended = start < found.start
                && self.negation_ends.get(scope_end).is_some_and(|t| *t <= found.start);
            near && !ended
        })
    }

    /// The markers of all clauses of a sentence.
    fn sentence_markers(&self, sentence: usize) -> MarkerSet {
        let first = self.clauses.partition_point(|c| c.sentence < sentence);
        let last = self.clauses.partition_point(|c| c.sentence <= sentence);
        MarkerSet::union(self.markers.get(first..last).unwrap_or(&[]))
    }
}

/// Index of the clause in which byte `at` lies.
fn clause_at(clauses: &[ClauseSegment], at: usize) -> usize {
    clauses.partition_point(|c| c.start <= at).saturating_sub(1)
}

/// For each clause: whether the next clause after it that the person does not say is a confirmation.
fn confirmed(clauses: &[ClauseSegment], markers: &[MarkerSet]) -> Vec<bool> {
    let mut out = vec![false; clauses.len()];
    let mut next_confirms = false;
    for (at, (clause, markers)) in clauses.iter().zip(markers).enumerate().rev() {
        out[at] = next_confirms;
        if clause.speaker != Speaker::Person {
            next_confirms = markers.contains(Marker::Confirmation);
        }
    }
    out
}

/// Whether `found` is all that `clause` says, but for a particle.
fn is_whole(normal: &NormalizedText, found: &PatternMatch, clause: &ClauseSegment) -> bool {
    let rest = normal.text.get(found.end..clause.end).unwrap_or("");
    found.start == clause.start && rest.chars().all(|c| PARTICLES.contains(c))
}

/// For each clause: whether it continues a list that a negation opened.
fn negated_lists(clauses: &[ClauseSegment], markers: &[MarkerSet]) -> Vec<bool> {
    let mut out = vec![false; clauses.len()];
    for at in 1..clauses.len() {
        let (here, before) = (markers[at], markers[at - 1]);
        let opened = before.contains(Marker::Negation) || out[at - 1];
        let continues = match clauses[at].boundary {
            Boundary::Sentence => false,
            Boundary::Enumeration => true,
            Boundary::Comma => {
                here.contains(Marker::ListContinuation)
                    || here.contains(Marker::Generic) && before.contains(Marker::Generic)
            }
        };
        out[at] = opened && continues && !here.contains(Marker::DirectRequest);
    }
    out
}
