//! The card made straight: the plane of a code, without turn and perspective.

use super::Luma;

/// The upright picture at a sensible size.
pub fn upright(luma: &Luma) -> Luma {
    luma.clone()
}
