//! Exit statuses, and which one several photos give together.

use std::process::ExitCode;
use yanka::report::Verdict;

/// What the process ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status(u8);

/// The rest of the world is at fault: a file, a folder, a key, the command line.
pub const ENVIRONMENT: Status = Status(2);
/// Nothing to report.
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

/// The gravest of several: a file that could not be opened before any verdict, then 20, 10, 3, 0.
pub fn gravest(all: impl IntoIterator<Item = Status>) -> Status {
    const ORDER: [u8; 5] = [0, 3, 10, 20, 2];
    let rank = |s: &Status| ORDER.iter().position(|o| *o == s.0);
    all.into_iter().max_by_key(rank).unwrap_or(QUIET)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danger_outweighs_caution_and_a_missing_file_outweighs_all() {
        let of = |v: &[u8]| gravest(v.iter().map(|s| Status(*s))).0;
        assert_eq!(of(&[0, 10, 20, 3]), 20);
        assert_eq!(of(&[0, 3]), 3);
        assert_eq!(of(&[20, 2, 10]), 2);
        assert_eq!(of(&[]), 0);
    }
}
