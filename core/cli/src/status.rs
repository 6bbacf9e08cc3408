//! Exit statuses, and how those of several photos combine.

use std::process::ExitCode;
use yanka::report::Verdict;

/// The exit status of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status(u8);

/// An error of the environment: a file, a folder, the key, the command line.
pub const ENVIRONMENT_ERROR: Status = Status(2);
/// Success without a verdict.
pub const QUIET: Status = Status(0);

impl From<Verdict> for Status {
    fn from(verdict: Verdict) -> Self {
        Self(match verdict {
            Verdict::NothingFound => 0,
            Verdict::Unreadable => 3,
            Verdict::Caution => 10,
            Verdict::Danger => 20,
        })
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status.0)
    }
}

/// The most severe of several: an environment error (2), then 20, 10, 3, 0. Success if there is none.
pub fn most_severe(all: impl IntoIterator<Item = Status>) -> Status {
    const ASCENDING: [u8; 5] = [0, 3, 10, 20, 2];
    let rank = |s: &Status| ASCENDING.iter().position(|o| *o == s.0);
    all.into_iter().max_by_key(rank).unwrap_or(QUIET)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danger_outranks_caution_and_an_unreadable_file_outranks_danger() {
        let of = |v: &[u8]| most_severe(v.iter().map(|s| Status(*s))).0;
        assert_eq!(of(&[0, 10, 20, 3]), 20);
        assert_eq!(of(&[0, 3]), 3);
        assert_eq!(of(&[20, 2, 10]), 2);
        assert_eq!(of(&[]), 0);
    }
}
