//! What the end-to-end tests share: case files, known misses, a folder of one's own, a log, cards.

pub mod cards;
pub mod clock;
pub mod data;
pub mod folder;
pub mod links;
pub mod log;
pub mod measure;
pub mod packs;
pub mod pages;
pub mod photos;
pub mod texts;

pub use data::{Ledger, cases, repository};
pub use folder::{Folder, built};
