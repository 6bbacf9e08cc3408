//! API records for advice beyond one check: pages, phone scripts, questions, the card checklist.
//!
//! Plain public data, no behaviour and no I/O.

use serde::{Deserialize, Serialize};
use yanka_types::debug_lengths;

use super::{Advice, Hotline, Situation};

/// A page to read in one sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Page {
    /// Its id; for the page of a situation the situation's word.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// The main point in one sentence; empty if the steps need none.
    pub lead: String,
    /// The time left to act; empty if there is no deadline, and then no step shows its urgency.
    pub deadline: String,
    /// Steps, in order; empty in a list of pages.
    pub steps: Vec<Advice>,
    /// Official numbers that the steps need, in their order; empty in a list of pages.
    pub hotlines: Vec<Hotline>,
}

/// One answer to "where are you now?". A person may choose several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct SituationChoice {
    /// The value for [`Options::situations`](super::Options).
    pub situation: Situation,
    /// The answer in the first person: "I added them".
    pub label: String,
    /// How the person recognizes that they are in this situation, one line.
    pub meaning: String,
}

/// A phone script: what to say in a call.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Script {
    /// Its id: `police`, `bank`, `platform` …
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Sentences to read aloud; empty in a list of scripts.
    pub lines: Vec<String>,
    /// Blanks without a filling, in the order in which they occur; empty in a list of scripts.
    pub blanks: Vec<Blank>,
    /// Official numbers to call with it; empty in a list of scripts.
    pub hotlines: Vec<Hotline>,
}

/// A blank of a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Blank {
    /// Its id: `amount`, `account`, `time`, `order`, `waybill` …
    pub id: String,
    /// What belongs there, in the report's language.
    pub label: String,
}

/// The person's text for a blank.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Filling {
    /// The blank's id.
    pub blank: String,
    /// The text; at most 200 characters of it are used.
    pub text: String,
}

/// A yes-or-no question for someone whom a scammer may be influencing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: String,
    /// Id of the page that "yes" leads to.
    pub yes: String,
    /// Id of the question that "no" leads to; empty after the last.
    pub no: String,
}

/// One item of the checklist for a card or chat that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct ChecklistItem {
    /// Its id, to pass back if the answer is "yes".
    pub id: String,
    /// The question.
    pub text: String,
    /// Name of the picture that an app shows beside it.
    pub picture: String,
    /// Code of the finding that "yes" makes.
    pub finding: String,
}

debug_lengths! {
    Script { lines, blanks },
    Filling { text },
}
