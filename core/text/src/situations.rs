//! Decides how far the person has gone, as far as a text shows: "已经转了", "她共享了屏幕".
//!
//! Reads only frames of kind `did`, whose ids carry the word of a situation.

use yanka_types::Situation;

use crate::facts::Frame;
use crate::lexicon::Lexicon;
use crate::stance::Stance;

/// Kind prefix of the frames that show a situation, such as `did.paid`.
const SITUATION_PREFIX: &str = "did.";

/// The situations that `frames` show, each once, in the order of [`Situation::ALL`]. Ignores
/// negated frames and reports about third parties.
#[must_use]
pub fn shown_situations(lexicon: &Lexicon, frames: &[Frame]) -> Vec<Situation> {
    let mut shown: Vec<Situation> = frames
        .iter()
        .filter(|f| !matches!(f.stance, Stance::Negated | Stance::ThirdPartyReport))
        .filter_map(|f| {
            let definition = lexicon.frames().get(usize::from(f.frame))?;
            Situation::from_word(definition.id.strip_prefix(SITUATION_PREFIX)?)
        })
        .collect();
    shown.sort_unstable();
    shown.dedup();
    shown
}
