//! Why a code that is plainly there could not be read, as the reader saw it.

/// What was in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Trouble {
    /// There is no sign of a code.
    NoCode,
    /// The code is out of focus or shaken.
    Blurred,
    /// Light is reflected from it.
    Glare,
    /// It is too small in the picture.
    TooSmall,
    /// The paper is folded or curled.
    Folded,
    /// A corner is covered or outside the picture.
    Partial,
    /// Its modules or finders are drawn too freely, or something lies on them.
    Stylised,
}
