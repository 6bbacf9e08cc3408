//! What the fuzz targets share: the rule sources they read, and what must hold for every result.
//!
//! A check panics where a promise of the crate under test is broken; libFuzzer then keeps the input.

pub mod damage;
pub mod links;
pub mod pictures;
pub mod sources;

use std::path::PathBuf;

/// A folder of this process for the files of a target, in memory where the system has such a place.
#[must_use]
pub fn folder(name: &str) -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let parent = if memory.is_dir() { memory } else { std::env::temp_dir() };
    let folder = parent.join(format!("yanka-fuzz-{}-{name}", std::process::id()));
    let _ = std::fs::create_dir_all(&folder);
    folder
}
