//! Reads the files of the rule sources: every `*.toml` of a folder tree, sorted by path.
//!
//! Leaves out the folder `texts` of the sources: `corpus` reads the training texts, and they go into no
//! pack. Depends on the file system only.

use std::fs;
use std::io;
use std::path::Path;

use crate::diagnostic::SourceFile;

/// Folder of the training texts inside the sources.
pub const TEXTS: &str = "texts";

/// Reads all source files of the folder `path`, or the one file `path`.
///
/// # Errors
/// Where a file cannot be read.
pub fn load(path: &Path) -> io::Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    if path.is_file() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push(SourceFile { name, text: fs::read_to_string(path)? });
    } else {
        walk(path, "", &mut files)?;
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn walk(folder: &Path, parent: &str, files: &mut Vec<SourceFile>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{parent}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            if name == TEXTS {
                continue;
            }
            walk(&entry.path(), &format!("{name}/"), files)?;
        } else if name.ends_with(".toml") {
            files.push(SourceFile { name, text: fs::read_to_string(entry.path())? });
        }
    }
    Ok(())
}
