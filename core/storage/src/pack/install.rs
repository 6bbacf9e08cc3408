//! Installs a pack: verify, look, swap; and finds the installed one again.
//!
//! An installed pack is `rules-N.sqlite` with `rules-N.sqlite.minisig` beside it, N its version.
//! Files are completed under another name and renamed, never changed, so at any moment (a kill, a
//! full disk) each name holds a whole pack or does not exist. The older file goes only after the
//! newer one has answered.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::archive::{Package, unpack};
use super::{Pack, Stamp, open, trusted_key, validate};
use crate::error::Error;

pub(super) fn install(folder: &Path, package: &[u8]) -> Result<Stamp, Error> {
    let Package { database, signature } = unpack(package)?;
    trusted_key().verify(&database, &signature)?;
    fs::create_dir_all(folder).map_err(file_error)?;
    remove_unfinished(folder);

    let unfinished = Unfinished(folder.join(format!("incoming-{}.part", std::process::id())));
    write_whole(&unfinished.0, &database)?;
    let version = {
        let arrived = open::from_file(&unfinished.0)?;
        let stamp = open::stamp(&arrived)?;
        validate::check(&arrived)?;
        stamp.version
    };
    let serving = Pack::open_best(Some(folder))?;
    if version < serving.stamp.version {
        return Err(Error::PackOlder);
    }
    if version == serving.stamp.version {
        return Ok(serving.stamp.clone());
    }
    drop(serving);
    swap_in(folder, version, &unfinished.0, &signature)
}

/// The newest installed pack above version `floor` that opens and answers.
pub(super) fn newest(folder: &Path, floor: u32) -> Option<Pack> {
    let mut versions = installed(folder);
    versions.retain(|v| *v > floor);
    versions.sort_unstable_by(|a, b| b.cmp(a));
    versions.into_iter().find_map(|version| answering(folder, version).ok())
}

fn swap_in(folder: &Path, version: u32, from: &Path, signature: &str) -> Result<Stamp, Error> {
    let name = name_of(folder, version);
    // The signature goes first: a database without one is never opened.
    let signed = Unfinished(from.with_extension("minisig.part"));
    write_whole(&signed.0, signature.as_bytes())?;
    fs::rename(&signed.0, signature_of(&name)).map_err(file_error)?;
    fs::rename(from, &name).map_err(file_error)?;
    sync_folder(folder);
    match answering(folder, version) {
        Ok(pack) => {
            for older in installed(folder).into_iter().filter(|v| *v < version) {
                remove(&name_of(folder, older));
            }
            Ok(pack.stamp.clone())
        }
        Err(error) => {
            remove(&name);
            Err(error)
        }
    }
}

/// Opens an installed pack and asks it something of each sort.
fn answering(folder: &Path, version: u32) -> Result<Pack, Error> {
    let name = name_of(folder, version);
    let signature = fs::read_to_string(signature_of(&name)).map_err(file_error)?;
    if !trusted_key().made(&signature) {
        return Err(Error::PackSignature);
    }
    let pack = Pack::ready(open::from_file(&name)?, true)?;
    if pack.stamp.version != version {
        return Err(Error::PackFormat);
    }
    pack.rules_for_payload("wechat-contact")?;
    pack.domain("www.taobao.com")?;
    pack.hotlines()?;
    pack.number_forms()?;
    Ok(pack)
}

fn installed(folder: &Path) -> Vec<u32> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let version = |name: &str| name.strip_prefix("rules-")?.strip_suffix(".sqlite")?.parse().ok();
    entries.flatten().filter_map(|e| version(e.file_name().to_str()?)).collect()
}

fn name_of(folder: &Path, version: u32) -> PathBuf {
    folder.join(format!("rules-{version}.sqlite"))
}

fn signature_of(name: &Path) -> PathBuf {
    name.with_extension("sqlite.minisig")
}

/// A file that goes when it was not renamed.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = File::create(path).map_err(file_error)?;
    file.write_all(bytes).map_err(file_error)?;
    file.sync_all().map_err(file_error)
}

/// What a killed install left behind.
fn remove_unfinished(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let unfinished = |n: &str| n.starts_with("incoming-") && n.ends_with(".part");
        if name.to_str().is_some_and(unfinished) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The database goes first: a signature alone is nothing.
fn remove(name: &Path) {
    let _ = fs::remove_file(name);
    let _ = fs::remove_file(signature_of(name));
}

/// Makes the renames last over a power cut, where the system can.
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
