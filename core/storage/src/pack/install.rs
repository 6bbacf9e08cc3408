//! Installs a pack (verify, validate, swap in), and opens the newest one.
//!
//! An installed pack is `rules-N.sqlite` with `rules-N.sqlite.minisig` beside it; N is its version.
//! Files are completed under a temporary name and renamed, never changed in place: after a kill or
//! on a full disk each name holds a complete file or does not exist. The older pack is removed only
//! after the new one has answered look-ups.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::archive::{Archive, unpack};
use super::format::Metadata;
use super::handle::Pack;
use super::key::trusted_key;
use super::{open, validate};
use crate::error::Error;

impl Pack {
    /// Opens the pack with the higher version: the embedded one, or the newest installed one in
    /// `folder`. `None` means that there is no folder.
    ///
    /// Skips an installed pack that does not open, does not answer look-ups, or was signed by a key
    /// that is no longer trusted: a program always has rules.
    ///
    /// # Errors
    /// Only where the embedded pack cannot be used.
    pub fn open_newest(folder: Option<&Path>) -> Result<Self, Error> {
        let embedded = Self::embedded()?;
        let newer = folder.and_then(|f| newest_installed(f, embedded.metadata().version));
        Ok(newer.unwrap_or(embedded))
    }

    /// Verifies a `*.yankapack` and installs it in `folder` where it is not older than the pack in
    /// use.
    ///
    /// The pack in use stays in place until the new one has answered look-ups. A pack of the same
    /// version as the one in use changes nothing.
    ///
    /// # Errors
    /// Why the pack was refused; the pack in use stays installed.
    pub fn install(folder: &Path, package: &[u8]) -> Result<Metadata, Error> {
        let Archive { database, signature } = unpack(package)?;
        trusted_key().verify(&database, &signature)?;
        fs::create_dir_all(folder).map_err(file_error)?;
        remove_temporary_files(folder);

        let temporary = TemporaryFile(folder.join(format!("incoming-{}.part", std::process::id())));
        write_synced(&temporary.0, &database)?;
        let version = {
            let database = open::from_file(&temporary.0)?;
            let metadata = open::metadata(&database)?;
            validate::check(&database)?;
            metadata.version
        };
        let in_use = Self::open_newest(Some(folder))?;
        if version < in_use.metadata().version {
            return Err(Error::PackOlder);
        }
        if version == in_use.metadata().version {
            return Ok(in_use.metadata().clone());
        }
        drop(in_use);
        swap_in(folder, version, &temporary.0, &signature)
    }
}

/// The newest installed pack with a version above `embedded_version` that answers look-ups.
fn newest_installed(folder: &Path, embedded_version: u32) -> Option<Pack> {
    let mut versions = installed_versions(folder);
    versions.retain(|v| *v > embedded_version);
    versions.sort_unstable_by(|a, b| b.cmp(a));
    versions.into_iter().find_map(|version| open_installed(folder, version).ok())
}

fn swap_in(folder: &Path, version: u32, from: &Path, signature: &str) -> Result<Metadata, Error> {
    let path = database_path(folder, version);
    // The signature is renamed first: a database without a signature is never opened.
    let signature_file = TemporaryFile(from.with_extension("minisig.part"));
    write_synced(&signature_file.0, signature.as_bytes())?;
    fs::rename(&signature_file.0, signature_path(&path)).map_err(file_error)?;
    fs::rename(from, &path).map_err(file_error)?;
    sync_folder(folder);
    match open_installed(folder, version) {
        Ok(pack) => {
            for older in installed_versions(folder).into_iter().filter(|v| *v < version) {
                remove(&database_path(folder, older));
            }
            Ok(pack.metadata().clone())
        }
        Err(error) => {
            remove(&path);
            Err(error)
        }
    }
}

/// Opens an installed pack and makes one look-up of each sort.
fn open_installed(folder: &Path, version: u32) -> Result<Pack, Error> {
    let path = database_path(folder, version);
    let signature = fs::read_to_string(signature_path(&path)).map_err(file_error)?;
    if !trusted_key().is_named_by(&signature) {
        return Err(Error::PackSignature);
    }
    let pack = Pack::from_connection(open::from_file(&path)?, true)?;
    if pack.metadata().version != version {
        return Err(Error::PackFormat { check: "version in the file name" });
    }
    pack.rules_for_payload("wechat-contact")?;
    pack.domain("www.taobao.com")?;
    pack.hotlines()?;
    pack.number_forms()?;
    Ok(pack)
}

fn installed_versions(folder: &Path) -> Vec<u32> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let version = |name: &str| name.strip_prefix("rules-")?.strip_suffix(".sqlite")?.parse().ok();
    entries.flatten().filter_map(|e| version(e.file_name().to_str()?)).collect()
}

fn database_path(folder: &Path, version: u32) -> PathBuf {
    folder.join(format!("rules-{version}.sqlite"))
}

fn signature_path(database: &Path) -> PathBuf {
    database.with_extension("sqlite.minisig")
}

/// A file that is removed on drop unless it was renamed.
struct TemporaryFile(PathBuf);

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn write_synced(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = File::create(path).map_err(file_error)?;
    file.write_all(bytes).map_err(file_error)?;
    file.sync_all().map_err(file_error)
}

/// Removes what a killed installation left.
fn remove_temporary_files(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let temporary = |n: &str| n.starts_with("incoming-") && n.ends_with(".part");
        if name.to_str().is_some_and(temporary) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Removes the database first: a signature alone is never opened.
fn remove(database: &Path) {
    let _ = fs::remove_file(database);
    let _ = fs::remove_file(signature_path(database));
}

/// Makes the renames durable where the system can sync a folder.
fn sync_folder(folder: &Path) {
    if let Ok(opened) = File::open(folder) {
        let _ = opened.sync_all();
    }
}

fn file_error(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::PackFile(error),
    }
}
