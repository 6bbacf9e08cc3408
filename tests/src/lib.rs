//! Shared test support: case files, the ledger of known misses, temporary folders, snapshot settings,
//! journals, packs, host and text generators, and the renderer of test cards.

pub mod cards;
pub mod clock;
pub mod data;
pub mod folder;
pub mod golden;
pub mod links;
pub mod log;
pub mod measure;
pub mod packs;
pub mod pages;
pub mod photos;
pub mod texts;

pub use data::{Ledger, cases, cases_by_file, repository};
pub use folder::{Folder, build_artifact};
pub use golden::{golden, golden_names};
