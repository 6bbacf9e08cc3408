//! Mutated packages: none may be taken for another, none may end in a panic.
//!
//! A byte turned in a ZIP mostly stops at its checksum. So the parts are mutated as well and
//! packed again with a right checksum, to reach the signature; and a mutated database is signed
//! anew, to reach SQLite and the look through the schema.

use std::fs;

use yanka::pack::Pack;
use yanka_tests::{Folder, packs};
use zip::CompressionMethod;

use crate::{Random, answers, version};

pub fn run(count: u32) {
    let folder = Folder::new("pack-mutations");
    let before = version(folder.path());
    let database = packs::database(before + 1);
    let whole = packs::signed(&database);
    let (_, signature) = packs::parts(&whole);
    let packed = |database: &[u8], signature: &[u8]| {
        let parts = [("pack.sqlite", database), ("pack.sqlite.minisig", signature)];
        packs::zipped(&parts, CompressionMethod::Stored)
    };
    let mut random = Random(42);
    let mut tried = [0_u32; 4];
    let mut signed_anew_taken = 0_u32;
    for at in 0..count {
        let kind = usize::try_from(at % 4).unwrap();
        tried[kind] += 1;
        let mutant = |bytes: &[u8], random: &mut Random| {
            let mut bytes = bytes.to_vec();
            mutate(&mut bytes, random);
            bytes
        };
        let package = match kind {
            0 => mutant(&whole, &mut random),
            1 => packed(&mutant(&database, &mut random), &signature),
            2 => packed(&database, &mutant(&signature, &mut random)),
            _ => packs::signed(&mutant(&database, &mut random)),
        };
        if Pack::install(folder.path(), &package).is_err() {
            continue;
        }
        if kind == 3 {
            // The key vouches for these bytes. Whatever they are, a pack must still answer.
            signed_anew_taken += 1;
            assert!(answers_at_all(folder.path()), "mutation {at}: no pack answers");
        } else {
            // Some bytes of a ZIP or of a comment say nothing; the content must be the same.
            let same = inner(&package) == inner(&whole);
            assert!(same, "mutation {at} was accepted with another content");
        }
        fs::remove_dir_all(folder.path()).unwrap();
        fs::create_dir_all(folder.path()).unwrap();
    }
    assert_eq!(version(folder.path()), before);
    assert!(answers(folder.path()));
    println!(
        "{count} mutated packs, none with another content accepted: {} of the file, {} of the \
         database and {} of the signature under a right checksum; {} signed anew by the trusted \
         key, {signed_anew_taken} of them good enough to answer",
        tried[0], tried[1], tried[2], tried[3]
    );
}

fn answers_at_all(home: &std::path::Path) -> bool {
    let pack = Pack::open_newest(Some(home)).unwrap();
    let _ = pack.metadata();
    // An error is an answer; a panic would have ended this process.
    let _ = pack.rules_for_host("www.bad.example.com");
    pack.rules_for_payload("wechat-contact").is_ok()
}

fn inner(package: &[u8]) -> Option<Vec<u8>> {
    yanka_rules::sign::unpack(package)
        .ok()
        .and_then(|parts| parts.into_iter().next())
        .map(|(_, part)| part)
}

fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len().max(1));
        match random.below(6) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << random.below(8),
            1 if !bytes.is_empty() => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            2 => bytes.truncate(at),
            3 => bytes.insert(at.min(bytes.len()), 0),
            4 if bytes.len() > at + 64 => drop(bytes.drain(at..at + 64)),
            _ if bytes.len() > at + 16 => bytes[at..at + 16].fill(0xff),
            _ => {}
        }
    }
}
