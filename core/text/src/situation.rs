//! How far the person has gone, as far as a text shows: "已经转了", "她共享了屏幕".
//!
//! Frames of the kind `did` carry the word of a situation; nothing else is concluded.

use super::{Frame, Lexicon, Mode};
use yanka_types::Situation;

/// Situations shown by frames such as `did.paid`, each once, in the order of [`Situation::ALL`].
#[must_use]
pub fn situations(lexicon: &Lexicon, frames: &[Frame]) -> Vec<Situation> {
    let mut shown: Vec<Situation> = frames
        .iter()
        .filter(|f| !matches!(f.mode, Mode::Forbidden | Mode::Told))
        .filter_map(|f| {
            let name = lexicon.frames().get(usize::from(f.frame))?;
            Situation::from_word(name.id.strip_prefix("did.")?)
        })
        .collect();
    shown.sort_unstable();
    shown.dedup();
    shown
}
