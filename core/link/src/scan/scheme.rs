//! Decides what a scheme before a colon means for the scan.
//!
//! Knows schemes only; `payload` decides the kind of a link.

/// Shortest and longest web scheme, in bytes: `ttp`, `hxxps`.
const MIN_WEB: usize = 3;
const MAX_WEB: usize = 6;

/// The web scheme, defanged or not, at the end of `text`; the longest one.
pub(super) fn web_scheme_suffix(text: &str) -> Option<&str> {
    (MIN_WEB..=MAX_WEB).rev().find_map(|len| {
        let tail = text.get(text.len().checked_sub(len)?..)?;
        crate::canonical::is_web_scheme(tail).then_some(tail)
    })
}

/// Whether a link with `scheme` runs without `//`.
pub(super) fn is_script_scheme(scheme: &str) -> bool {
    ["javascript", "vbscript", "data", "intent"].iter().any(|s| s.eq_ignore_ascii_case(scheme))
}

/// Whether `scheme` names local content of one device. In a text it is no link, in a code it is.
pub(super) fn is_local_scheme(scheme: &str) -> bool {
    ["file", "content", "blob"].iter().any(|s| s.eq_ignore_ascii_case(scheme))
}
