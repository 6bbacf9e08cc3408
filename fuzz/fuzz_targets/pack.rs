//! Pack files: an archive from anywhere, and a database that even the trusted key signed.
//!
//! An input that begins like a ZIP archive is installed as it is. An input that begins like SQLite is
//! a database, any other a list of edits to a small one; it is signed and installed, and its
//! look-ups are made.
#![no_main]

use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use minisign::{SecretKey, SecretKeyBox};
use yanka_fuzz::damage::damage;
use yanka_storage::pack::{DATABASE_NAME, Pack, SIGNATURE_NAME};
use yanka_text::model::Model;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The pack of tests/cases/rules/base.
const BASE: &[u8] = include_bytes!("../seeds/pack/base.sqlite");

/// The development key: public, and trusted by a program without a release key.
const KEY: &str = include_str!("../../rules/keys/development.key");

static SECRET_KEY: LazyLock<SecretKey> = LazyLock::new(|| {
    let key = SecretKeyBox::from_string(KEY).expect("the development key");
    key.into_unencrypted_secret_key().expect("a key without a password")
});

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| yanka_fuzz::folder("pack"));

fuzz_target!(|input: &[u8]| {
    if input.starts_with(b"PK") {
        let _ = Pack::install(&FOLDER, input);
        return;
    }
    let mut files = [BASE.to_vec()];
    if input.starts_with(b"SQLite") {
        files[0] = input.to_vec();
    } else {
        damage(&mut files, input);
    }
    let [database] = files;
    let _ = Pack::install(&FOLDER, &signed(&database));
    if let Ok(pack) = Pack::open_unverified(&database) {
        look_up(&pack);
    }
});

fn signed(database: &[u8]) -> Vec<u8> {
    let signature = minisign::sign(None, &SECRET_KEY, Cursor::new(database), None, None);
    let signature = signature.expect("a signature").to_string();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in [(DATABASE_NAME, database), (SIGNATURE_NAME, signature.as_bytes())] {
        zip.start_file(name, stored).expect("an entry");
        zip.write_all(bytes).expect("bytes in memory");
    }
    zip.finish().expect("an archive").into_inner()
}

/// Every look-up; each may fail, none may panic.
fn look_up(pack: &Pack) {
    let _ = pack.brands().map(|brands| brands.len());
    let _ = pack.rules_for_payload("wechat-contact");
    let _ = pack.rules_for_signal("link.homograph");
    let _ = pack.rules_for_host("a.bad.example.com");
    let _ = pack.rules_for_url("https://a.bad.example.com/b/c");
    let _ = pack.rules_for_number("96110");
    let _ = pack.frame_rules();
    let _ = pack.domain("shop.good.example.com");
    let _ = pack.platform("shop");
    let _ = pack.payload_kind("wechat-contact");
    let _ = (pack.number_forms(), pack.records("lexicon"), pack.record("step", "a"));
    let _ = (pack.code_title("link.known-bad"), pack.texts());
    let _ = pack.text_model().map(|bytes| Model::from_bytes(&bytes).is_ok());
    let _ = (pack.hotlines(), pack.hotlines_with_number("96110"), pack.hotline("a"));
}
