//! The folder of the command and the journal key in it.
//!
//! The folder is `YANKA_HOME`, else the user's data folder. The key is 32 random bytes in
//! `journal.key`, readable by its owner alone; the phones use their key store instead.

use crate::messages::Failure;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Length of the raw SQLCipher key.
const KEY_BYTES: usize = 32;

/// The folder for the log, its key and an installed rule pack; created if it is missing.
pub fn folder() -> Result<PathBuf, Failure> {
    let folder = std::env::var_os("YANKA_HOME")
        .filter(|v| !v.is_empty())
        .map(PathBuf::from)
        .or_else(|| dirs::data_dir().map(|d| d.join("yanka")))
        .ok_or(Failure::NoFolder)?;
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder).map_err(|_| Failure::NoFolder)?;
    Ok(folder)
}

/// The journal key in `folder`; created on first use.
pub fn journal_key(folder: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let path = folder.join("journal.key");
    match read_key(&path) {
        Ok(key) => Ok(key),
        Err(error) if error.kind() == ErrorKind::NotFound => create_key(&path),
        Err(_) => Err(Failure::Key),
    }
}

fn read_key(path: &Path) -> std::io::Result<Zeroizing<Vec<u8>>> {
    let mut key = Zeroizing::new(Vec::with_capacity(KEY_BYTES + 1));
    fs::File::open(path)?.take(KEY_BYTES as u64 + 1).read_to_end(&mut key)?;
    if key.len() == KEY_BYTES { Ok(key) } else { Err(ErrorKind::InvalidData.into()) }
}

fn create_key(path: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut key = Zeroizing::new(vec![0; KEY_BYTES]);
    getrandom::fill(&mut key).map_err(|_| Failure::Key)?;
    // Written to a temporary file and then linked, so that `path` never holds a partial key.
    let temporary = path.with_extension(format!("key.{}", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(&temporary)
        .and_then(|mut file| file.write_all(&key).and_then(|()| file.sync_all()))
        .and_then(|()| fs::hard_link(&temporary, path));
    let _ = fs::remove_file(&temporary);
    match written {
        Ok(()) => Ok(key),
        // Another process created the key first, so that one counts.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            read_key(path).map_err(|_| Failure::Key)
        }
        Err(_) => Err(Failure::Key),
    }
}
