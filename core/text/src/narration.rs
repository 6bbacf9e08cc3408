//! Decides for each clause who speaks to whom: the sender to the reader, the writer about their
//! own case, or a notice about scammers or victims.
//!
//! A warning covers sentences, never the document: scams quote police warnings, so a warning in one
//! sentence must not excuse the next one that addresses the reader.

use crate::clause_segmentation::ClauseSegment;
use crate::speakers::Speaker;
use crate::stance_markers::{Marker, MarkerSet};

/// How a clause relates to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narration {
    /// Addressed to the reader, or nothing says otherwise.
    Direct,
    /// The writer reports their own case.
    FirstPerson,
    /// Describes or warns of scammers.
    ScamDescription,
    /// Reports somebody else's case.
    ThirdParty,
}

/// The narration of each clause. `markers` holds the markers of each clause. A description of
/// scammers continues in the next sentence only while that one addresses nobody and narrates.
#[must_use]
pub fn narration_of_clauses(clauses: &[ClauseSegment], markers: &[MarkerSet]) -> Vec<Narration> {
    let mut out = vec![Narration::Direct; clauses.len()];
    let mut state = Narration::Direct;
    let mut speaker = Speaker::Unknown;
    let mut at = 0;
    while at < clauses.len() {
        let sentence = clauses[at].sentence;
        let end = at + clauses[at..].partition_point(|c| c.sentence <= sentence);
        let all = MarkerSet::union(&markers[at..end]);
        if clauses[at].speaker != speaker {
            speaker = clauses[at].speaker;
            state = Narration::Direct;
        }
        let continues = all.contains(Marker::Narrative) && !all.addresses_reader();
        if !continues && state != Narration::FirstPerson {
            state = Narration::Direct;
        }
        if describes_scam(all) {
            out[at..end].fill(Narration::ScamDescription);
            state = Narration::ScamDescription;
            if markers[at].contains(Marker::ScamWarning) {
                let question = question_before(clauses, at);
                out[question..at].fill(Narration::ScamDescription);
            }
        } else {
            for (markers, narration) in markers[at..end].iter().zip(&mut out[at..end]) {
                state = next(state, *markers);
                *narration = state;
            }
        }
        at = end;
    }
    out
}

/// Whether a sentence with markers `all` warns of scammers or describes them.
const fn describes_scam(all: MarkerSet) -> bool {
    let describes = all.contains(Marker::ScamDescription);
    let warns = all.contains(Marker::ScamWarning);
    let generic = all.contains(Marker::Generic) || describes;
    let about_scam =
        warns && (generic || !all.addresses_reader()) || describes && !all.addresses_reader();
    about_scam && !all.contains(Marker::FirstPersonReport)
}

/// First clause of the sentence before clause `at` if that sentence is a question, which a warning
/// at `at` answers ("客服帮您取消扣费？都是诈骗。"); otherwise `at`.
fn question_before(clauses: &[ClauseSegment], at: usize) -> usize {
    match at.checked_sub(1).and_then(|before| clauses.get(before)) {
        Some(before) if before.is_question => {
            clauses[..at].partition_point(|c| c.sentence < before.sentence)
        }
        _ => at,
    }
}

/// The narration of a clause with `markers` after a clause with narration `state`.
const fn next(state: Narration, markers: MarkerSet) -> Narration {
    if markers.contains(Marker::FirstPersonReport) {
        Narration::FirstPerson
    } else if markers.contains(Marker::ScamDescription) {
        Narration::ScamDescription
    } else if markers.contains(Marker::DirectRequest) {
        match state {
            Narration::FirstPerson => Narration::FirstPerson,
            _ => Narration::Direct,
        }
    } else if markers.contains(Marker::ThirdParty) {
        Narration::ThirdParty
    } else {
        state
    }
}
