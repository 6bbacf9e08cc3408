//! Recognises round mini-program and Douyin codes, which no QR reader can read, by their shape.

use crate::report::Point;

/// Whose round code it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RoundFamily {
    /// Rays of dots around a middle: a WeChat mini program.
    MiniProgram,
    /// Rings of arcs around a middle: Douyin.
    Douyin,
}

/// A round code in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Round {
    /// Whose it looks like.
    pub family: RoundFamily,
    /// Corners of the square around it, clockwise from the upper left, in pixels of the upright
    /// picture at full size.
    pub corners: [Point; 4],
}
