//! Facts and rules → hits with spans. Combines nothing.

pub mod frames;
