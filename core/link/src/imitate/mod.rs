//! Decides whether a host imitates a brand that it does not belong to, and in which way.
//!
//! Strong evidence only: a site of somebody else that shares a short or ordinary word is left in
//! peace. Hosts of any brand are never asked about. No weight: an imitation is one signal.

mod altered;
mod carried;
mod cover;
mod host;
mod index;
mod lexicon;
mod look;
mod pinyin;
mod slips;
mod spelling;
mod ways;

pub(super) use index::Index;
pub use index::is_telling;
pub(super) use ways::{Imitated, imitated};

use yanka_types::string_enum;

string_enum! {
    /// Ways of imitating, for measuring each by itself.
    Way {
        /// Letters of another script that look the same.
        Letters = "letters",
        /// Digits or letter pairs that pass for letters.
        StandIns = "stand-ins",
        /// One letter more, less, other or swapped.
        Spelling = "spelling",
        /// The name beside a lure: `jd-tuikuan`.
        Lure = "lure",
        /// The name or domain left of somebody else's domain.
        SubDomain = "sub-domain",
        /// The name on another suffix.
        Suffix = "suffix",
        /// The name beside anything on a suffix that costs next to nothing.
        Affix = "affix",
        /// The name as a word of the host, whatever else is there.
        Carried = "carried",
    }
}
