//! Advice: from verdict, findings and situations to ordered steps and official numbers.
//!
//! Decides which steps of the pack apply, in which order, and which numbers they need. Holds no
//! platform, number or sentence: they come from the pack, so that a pack update can correct them.

mod catalogue;
mod log_fillings;
mod pages;
mod placeholders;
mod questionnaires;
mod ranking;
mod rendering;
mod scripts;
mod steps;

pub use catalogue::StepCatalogue;
pub use log_fillings::log_fillings;
pub use pages::{page, pages, situations};
pub use questionnaires::{checklist, checklist_findings, questions};
pub use scripts::{script, scripts};
pub use steps::{CheckResult, for_check, for_situations};
