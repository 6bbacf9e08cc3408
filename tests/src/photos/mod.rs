//! Hostile pictures for the photo room, and how they are judged.
//!
//! Nothing here knows how a code is found.

pub mod canvas;
pub mod fuzz;
pub mod print;
