//! Hostile pictures for yanka-photo, and how their results are checked.
//!
//! Does not depend on how a code is found.

pub mod canvas;
pub mod fuzz;
pub mod print;
