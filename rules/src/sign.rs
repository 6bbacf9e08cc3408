//! Signs a pack and writes it as a `*.yankapack`; unpacks one again.
//!
//! The signature has minisign's format, so that anyone can verify a pack with the `minisign` tool.
//! Does not decide which key is trusted.

use std::io::{Cursor, Read, Write};

use minisign::{SecretKeyBox, SignatureBox};
use yanka::pack::{DATABASE_NAME, Pack, SIGNATURE_NAME};
use yanka::report::{self, Language};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Signs `database` and returns a `*.yankapack`. `key` is the text of a minisign secret key file.
///
/// Asks for the password of an encrypted key on the terminal.
///
/// # Errors
/// Where `database` is no pack or the key cannot be used: a sentence for the author.
pub fn sign(database: &[u8], key: &str) -> Result<Vec<u8>, String> {
    let pack = Pack::open_unverified(database).map_err(|e| format!("this is no pack: {e}"))?;
    let info = report::pack_info(&pack, Language::En);
    let key_box = || SecretKeyBox::from_string(key).map_err(|e| e.to_string());
    let key = match key_box()?.into_unencrypted_secret_key() {
        Ok(key) => key,
        Err(_) => key_box()?.into_secret_key(None).map_err(|e| {
            // minisign 0.11 leaves the checksum of a key without a password empty.
            format!(
                "{e}; a key that `minisign -G -W` made has no checksum: make one with a password"
            )
        })?,
    };
    let comment = format!("yanka rule pack, version {}, {}", info.version, info.date);
    let signature = minisign::sign(None, &key, Cursor::new(database), Some(&comment), None);
    let signature = signature.map_err(|e| e.to_string())?;
    archive(database, &signature)
}

fn archive(database: &[u8], signature: &SignatureBox) -> Result<Vec<u8>, String> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let signature = signature.to_string();
    for (name, bytes) in [(DATABASE_NAME, database), (SIGNATURE_NAME, signature.as_bytes())] {
        zip.start_file(name, stored).map_err(|e| e.to_string())?;
        zip.write_all(bytes).map_err(|e| e.to_string())?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|e| e.to_string())
}

/// The two files of a `*.yankapack` by name; verifies nothing.
///
/// # Errors
/// Where it is no `*.yankapack`: a sentence for the author.
pub fn unpack(package: &[u8]) -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let mut zip = ZipArchive::new(Cursor::new(package)).map_err(|e| e.to_string())?;
    let mut read = |name| {
        let mut bytes = Vec::new();
        let mut entry = zip.by_name(name).map_err(|e| format!("{name}: {e}"))?;
        entry.read_to_end(&mut bytes).map_err(|e| format!("{name}: {e}"))?;
        Ok::<_, String>((name, bytes))
    };
    Ok(vec![read(DATABASE_NAME)?, read(SIGNATURE_NAME)?])
}
