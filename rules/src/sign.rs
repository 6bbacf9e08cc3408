//! Signs a pack and packs it for travel; takes a package apart again.
//!
//! The form is minisign's, so that a person can check a pack with the `minisign` tool.

use std::io::{Cursor, Read, Write};

use minisign::{SecretKeyBox, SignatureBox};
use yanka::pack::{DATABASE_NAME, Pack, SIGNATURE_NAME};
use yanka::report::{self, Language};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A `*.yankapack`: the database and its signature by the secret key whose file's text is `key`.
///
/// A key with a password asks for it on the terminal.
///
/// # Errors
/// If `database` is no pack, or the key cannot be used; in words.
pub fn sign(database: &[u8], key: &str) -> Result<Vec<u8>, String> {
    let info = Pack::open_unverified(database).map_err(|e| format!("this is no pack: {e}"))?;
    let info = report::pack_info(&info, Language::En);
    let locked = || SecretKeyBox::from_string(key).map_err(|e| e.to_string());
    let key = match locked()?.into_unencrypted_secret_key() {
        Ok(open) => open,
        Err(_) => locked()?.into_secret_key(None).map_err(|e| {
            // The tool leaves the checksum of a key without a password empty (minisign 0.11).
            format!(
                "{e}; a key that `minisign -G -W` made has no checksum: make one with a password"
            )
        })?,
    };
    let comment = format!("yanka rule pack, version {}, {}", info.version, info.date);
    let signature = minisign::sign(None, &key, Cursor::new(database), Some(&comment), None);
    let signature = signature.map_err(|e| e.to_string())?;
    packed(database, &signature)
}

fn packed(database: &[u8], signature: &SignatureBox) -> Result<Vec<u8>, String> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let signature = signature.to_string();
    for (name, bytes) in [(DATABASE_NAME, database), (SIGNATURE_NAME, signature.as_bytes())] {
        zip.start_file(name, stored).map_err(|e| e.to_string())?;
        zip.write_all(bytes).map_err(|e| e.to_string())?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|e| e.to_string())
}

/// The two files of a `*.yankapack` by name, neither of them checked.
///
/// # Errors
/// If it is no package; in words.
pub fn unpack(package: &[u8]) -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let mut zip = ZipArchive::new(Cursor::new(package)).map_err(|e| e.to_string())?;
    let mut part = |name| {
        let mut bytes = Vec::new();
        let mut entry = zip.by_name(name).map_err(|e| format!("{name}: {e}"))?;
        entry.read_to_end(&mut bytes).map_err(|e| format!("{name}: {e}"))?;
        Ok::<_, String>((name, bytes))
    };
    Ok(vec![part(DATABASE_NAME)?, part(SIGNATURE_NAME)?])
}
