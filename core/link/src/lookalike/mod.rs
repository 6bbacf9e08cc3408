//! Decides whether a third-party host imitates a brand, by a list of detectors.
//!
//! The caller has ruled out the brand's own hosts. The result carries no severity: it becomes one
//! signal, which the rules weigh. Knows no rule pack; the caller passes brand names and domains.

mod deletion_index;
mod detectors;
mod distinctiveness;
mod host;
mod host_score;
mod index;
mod lures;
mod misspelling;
mod obfuscated;
mod segmentation;
mod subdomain;
mod syllables;

pub use detectors::Detector;
pub(super) use detectors::detect;
pub use distinctiveness::is_distinctive;
pub(super) use index::BrandIndex;
