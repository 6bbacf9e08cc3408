//! What crosses the door about advice beyond one check: pages, words for the phone, questions, the
//! card checklist. Plain public data, no behaviour and no I/O.

use serde::{Deserialize, Serialize};
use yanka_types::debug_lengths;

use super::{Advice, Hotline, Situation};

/// A page to read in one sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Page {
    /// Its id; a situation's page has the situation's word.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// One sentence that says what matters; empty where the steps say it all.
    pub lead: String,
    /// How long there is; empty where nothing runs out: then no step shows its urgency either.
    pub deadline: String,
    /// What to do, in order; empty in a list of pages.
    pub steps: Vec<Advice>,
    /// The numbers that the steps need, in their order.
    pub hotlines: Vec<Hotline>,
}

/// One answer to "where are you now?". Any set of them may hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct SituationChoice {
    /// What to give back in [`Options::situations`](super::Options).
    pub situation: Situation,
    /// In the person's words, first person: "I added them".
    pub label: String,
    /// One line by which they know that it is theirs.
    pub meaning: String,
}

/// What to say on the phone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Script {
    /// `police`, `bank`, `platform` …
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Sentences to read aloud; empty in a list of scripts.
    pub lines: Vec<String>,
    /// Blanks that nobody filled, in the order in which they come.
    pub blanks: Vec<Blank>,
    /// Whom to call with it.
    pub hotlines: Vec<Hotline>,
}

/// A blank of a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Blank {
    /// `amount`, `account`, `time`, `order`, `waybill` …
    pub id: String,
    /// What to write there.
    pub label: String,
}

/// What goes into a blank.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Filling {
    /// The blank's id.
    pub blank: String,
    /// In the person's words.
    pub text: String,
}

/// A yes-or-no question for someone who is being talked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: String,
    /// The page that "yes" leads to.
    pub yes: String,
    /// The question that "no" leads to; empty after the last.
    pub no: String,
}

/// One line of the checklist for a card or chat that nothing could read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct ChecklistItem {
    /// Its id, to be given back where the answer is "yes".
    pub id: String,
    /// The question.
    pub text: String,
    /// Name of the picture that goes with it.
    pub picture: String,
    /// Code of the finding that "yes" makes.
    pub finding: String,
}

debug_lengths! {
    Script { lines, blanks },
    Filling { text },
}
