//! Compiles the constant regular expressions of the detectors.

use regex::Regex;

/// Compiles `source`, which must be a constant of this program that a test case uses.
pub fn pattern(source: &str) -> Regex {
    Regex::new(source).unwrap_or_else(|_| unreachable!("a constant pattern compiles"))
}
