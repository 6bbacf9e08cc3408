//! Creates a temporary folder and removes it on drop.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A new empty folder, removed with everything in it when dropped.
pub struct Folder(PathBuf);

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Folder {
    /// A folder whose name holds `word`.
    ///
    /// # Panics
    /// Where the system gives no folder.
    #[must_use]
    pub fn new(word: &str) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("yanka-{word}-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A file that the release build of this workspace made, such as `yanka` or `libyanka.so`.
///
/// # Panics
/// Where it is missing: run `cargo build --release --workspace` first.
#[must_use]
pub fn build_artifact(name: &str) -> PathBuf {
    let here = std::env::current_exe().expect("the test's own path");
    let folder = here.parent().and_then(Path::parent).expect("target/release");
    let file = folder.join(name);
    assert!(file.exists(), "{name} is missing: run `cargo build --release --workspace` first");
    file
}
