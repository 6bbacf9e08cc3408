//! Yanka's shared core: detects what a code or a message would do to a person, and advises them.
//!
//! Data flows one way: bytes → facts → findings → verdict → advice → report → journal.
//! ARCHITECTURE.md shows the modules and what each must not depend on.

uniffi::setup_scaffolding!();

pub mod advice;
pub mod check;
pub mod error;
pub mod evidence;
pub mod ffi;
pub mod journal;
pub mod mask;
pub mod matcher;
pub mod number;
pub mod report;
pub mod verdict;

pub use yanka_link::payload;
pub use yanka_storage::pack;
pub use yanka_types::Span;
pub use {yanka_link as link, yanka_photo as photo, yanka_text as text};
