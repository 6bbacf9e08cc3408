//! Packs for tests: small, signed with the development key, and spoilt in every way.
#![allow(clippy::unwrap_used)] // what a test makes is made, or the test fails

use std::fs;
use std::io::{Cursor, Write};

use rusqlite::Connection;
use yanka_rules::lists::NoLists;
use yanka_rules::{compile, sign, tree};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::repository;

/// The database of a small pack of that content version.
#[must_use]
pub fn database(version: u32) -> Vec<u8> {
    let mut base = tree::load(&repository().join("tests/cases/rules/base")).unwrap();
    base[0].text = base[0].text.replace("version = 1", &format!("version = {version}"));
    compile(&base, &NoLists).unwrap().1
}

/// The same as a `*.yankapack`, signed with the development key.
#[must_use]
pub fn package(version: u32) -> Vec<u8> {
    signed(&database(version))
}

/// Any bytes signed with the development key and packed, even such as the compiler never makes.
#[must_use]
pub fn signed(database: &[u8]) -> Vec<u8> {
    let key = fs::read_to_string(repository().join("rules/keys/development.key")).unwrap();
    with_key(database, &key)
}

/// The same with another key.
#[must_use]
pub fn signed_by_stranger(database: &[u8]) -> Vec<u8> {
    let stranger = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    with_key(database, &stranger.sk.to_box(None).unwrap().to_string())
}

fn with_key(database: &[u8], key: &str) -> Vec<u8> {
    let secret = minisign::SecretKeyBox::from_string(key).unwrap();
    let secret = secret.into_unencrypted_secret_key().unwrap();
    let made = minisign::sign(None, &secret, Cursor::new(database), Some("a test"), None).unwrap();
    zipped(
        &[("pack.sqlite", database), ("pack.sqlite.minisig", made.to_string().as_bytes())],
        CompressionMethod::Stored,
    )
}

/// A ZIP of these files.
#[must_use]
pub fn zipped(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A pack's database after `sql` was run on it.
#[must_use]
pub fn changed(database: &[u8], sql: &str) -> Vec<u8> {
    let mut opened = Connection::open_in_memory().unwrap();
    opened.deserialize_read_exact("main", database, database.len(), false).unwrap();
    opened.execute_batch(sql).unwrap();
    opened.serialize("main").unwrap().to_vec()
}

/// The two parts of a package.
#[must_use]
pub fn parts(package: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let mut parts = sign::unpack(package).unwrap().into_iter().map(|(_, bytes)| bytes);
    (parts.next().unwrap(), parts.next().unwrap())
}
