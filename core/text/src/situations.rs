//! Decides how far the person has gone, as far as a text shows: "已经转了", "她共享了屏幕", "我：交了".
//!
//! Reads only frames of the kinds `did` and `turn`, whose ids carry the word of a situation.

use yanka_types::Situation;

use crate::facts::Frame;
use crate::lexicon::Lexicon;
use crate::stance::Stance;

/// Kind prefix of the frames that show a situation wherever they stand, such as `did.paid`.
const ANYWHERE_PREFIX: &str = "did.";
/// Kind prefix of the frames that show one only in what the person says in a chat, where "交了" is
/// enough.
const TURN_PREFIX: &str = "turn.";

/// Whether the frame of that number counts only in what the person says in a chat.
#[must_use]
pub fn is_of_a_turn(lexicon: &Lexicon, frame: u16) -> bool {
    let definition = lexicon.frames().get(usize::from(frame));
    definition.is_some_and(|d| d.id.starts_with(TURN_PREFIX))
}

/// The situations that `frames` show, each once, in the order of [`Situation::ALL`]. Ignores
/// negated frames and reports about third parties, and questions of the person in a chat.
#[must_use]
pub fn shown_situations(lexicon: &Lexicon, frames: &[Frame]) -> Vec<Situation> {
    let situation = |frame: &Frame| {
        let id = lexicon.frames().get(usize::from(frame.frame))?.id.as_str();
        let in_turn = id.strip_prefix(TURN_PREFIX).filter(|_| frame.stance != Stance::Question);
        Situation::from_word(id.strip_prefix(ANYWHERE_PREFIX).or(in_turn)?)
    };
    let counts = |f: &&Frame| !matches!(f.stance, Stance::Negated | Stance::ThirdPartyReport);
    let mut shown: Vec<Situation> = frames.iter().filter(counts).filter_map(situation).collect();
    shown.sort_unstable();
    shown.dedup();
    shown
}
