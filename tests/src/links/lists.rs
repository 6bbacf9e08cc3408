//! Reads the lists of hosts in tests/cases/links: real hosts that must be quiet, and shapes of
//! imitations. Half of each is held out from tuning; a hash of the line selects the half.

/// The lines that are neither empty nor a remark.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// The list of that name.
///
/// # Panics
/// Where it cannot be read.
#[must_use]
pub fn list(name: &str) -> String {
    let path = crate::repository().join("tests/cases/links").join(name);
    std::fs::read_to_string(path).expect("a list of hosts")
}

/// Lists of real hosts of which none may be reported as an imitation. Each was written from memory by
/// an author without access to the detectors; the second holds those that a too eager one would accuse.
pub const QUIET: [&str; 3] = ["quiet-hosts.txt", "quiet-hosts-second.txt", "quiet-hosts-third.txt"];

/// Lists of invented hosts in the shapes in which imitations are registered, and the percent of each
/// that must be reported as an imitation at least.
pub const SHAPES: [(&str, usize); 3] = [
    ("imitation-shapes.txt", 75),
    ("imitation-shapes-second.txt", 70),
    ("imitation-shapes-third.txt", 57),
];
