//! What the end-to-end tests share.

pub mod log;
pub mod pages;
