//! Hostile pictures for yanka-photo, and how their results are checked.
//!
//! Nothing here knows how a code is found.

pub mod canvas;
pub mod fuzz;
pub mod print;
