//! Builds small packs for tests: signed with the development key, with another key, or corrupted.
#![allow(clippy::unwrap_used)] // what a test makes is made, or the test fails

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Write};

use rusqlite::Connection;
use yanka_rules::host_lists::{HostLists, Hosts, NoLists};
use yanka_rules::train::stored::StoredModel;
use yanka_rules::{compile, sign, source_files};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::links::Random;
use crate::repository;

/// The database of a small pack of that content version.
#[must_use]
pub fn database(version: u32) -> Vec<u8> {
    let mut base = source_files::load(&repository().join("tests/cases/rules/base")).unwrap();
    base[0].text = base[0].text.replace("version = 1", &format!("version = {version}"));
    compile(&base, &NoLists, &StoredModel::default()).unwrap().1
}

/// The database of a pack with one list of `count` made-up hosts, the same every time.
#[must_use]
pub fn of_hosts(count: usize) -> Vec<u8> {
    const KNOWN_HOST: &str = "bad.example.com";
    let mut random = Random::new(1);
    let mut hosts = BTreeSet::from([KNOWN_HOST.to_owned()]);
    while hosts.len() < count {
        let letters: String =
            (0..7).map(|_| char::from(b'a' + (random.bits() % 26) as u8)).collect();
        let suffix = random.one(&["com", "cn", "net", "top", "xyz", "com.cn", "shop", "vip"]);
        hosts.insert(format!("{letters}{}.{suffix}", random.under(1000)));
    }
    let mut base = source_files::load(&repository().join("tests/cases/rules/base")).unwrap();
    let text = &mut base[0].text;
    *text = text.replace(&format!("host = [\"{KNOWN_HOST}\"]"), "host_list = \"list\"");
    compile(&base, &GeneratedList(hosts), &StoredModel::default()).unwrap().1
}

struct GeneratedList(BTreeSet<String>);

impl HostLists for GeneratedList {
    fn hosts(&self, _: &str) -> std::io::Result<Hosts> {
        Ok(Box::new(self.0.clone().into_iter()))
    }
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

/// The same, signed with a key that the core does not trust.
#[must_use]
pub fn signed_with_untrusted_key(database: &[u8]) -> Vec<u8> {
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
    opened.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    opened.execute_batch(sql).unwrap();
    opened.serialize("main").unwrap().to_vec()
}

/// The two parts of a package.
#[must_use]
pub fn parts(package: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let mut parts = sign::unpack(package).unwrap().into_iter().map(|(_, bytes)| bytes);
    (parts.next().unwrap(), parts.next().unwrap())
}
