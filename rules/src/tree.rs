//! Finds the rule sources: every `*.toml` of a folder and its folders, in the order of their names.

use std::fs;
use std::io;
use std::path::Path;

use crate::diagnostic::SourceFile;

/// Reads the sources of a folder, or one file.
///
/// # Errors
/// If a file cannot be read.
pub fn load(folder: &Path) -> io::Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    if folder.is_file() {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push(SourceFile { name, text: fs::read_to_string(folder)? });
    } else {
        walk(folder, "", &mut files)?;
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn walk(folder: &Path, above: &str, files: &mut Vec<SourceFile>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{name}/"), files)?;
        } else if name.ends_with(".toml") {
            files.push(SourceFile { name, text: fs::read_to_string(entry.path())? });
        }
    }
    Ok(())
}
