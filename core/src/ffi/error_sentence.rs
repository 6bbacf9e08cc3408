//! API for the sentence behind an error.
//!
//! A function by itself, because opening the journal can fail before there is a
//! [`Checker`](super::Checker), and a flat error crosses the API without methods.

use crate::error::{ApiError, ErrorKind};
use crate::report::Language;

/// One sentence for the person: what is wrong and what they can do about it.
#[uniffi::export]
#[must_use]
pub fn error_sentence(error: ErrorKind, language: Language) -> String {
    ApiError::from(error).sentence(language).to_owned()
}
