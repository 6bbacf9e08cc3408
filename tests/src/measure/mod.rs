//! Measures: what is counted over many pictures and printed for people, never asserted.

pub mod cards;
