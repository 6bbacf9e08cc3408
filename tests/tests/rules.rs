//! The committed rules: they are clean, the pack is built from them, and look-ups answer.

use std::path::{Path, PathBuf};

use yanka::pack::Pack;
use yanka_rules::{diagnostic, emit, lists, read, tree};

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/sources")
}

#[test]
fn the_committed_sources_are_clean() {
    let files = tree::load(&sources()).unwrap();
    let (_, found) = read::read(&files);
    assert!(found.is_empty(), "{}", diagnostic::render(&files, &found));
}

#[test]
fn the_committed_pack_is_what_the_sources_say() {
    let files = tree::load(&sources()).unwrap();
    let (read, _) = read::read(&files);
    let built = emit::emit(&read, &lists::FolderLists(sources())).unwrap();
    let again = emit::emit(&read, &lists::FolderLists(sources())).unwrap();
    assert!(built == again, "two builds give different bytes");
    let committed = std::fs::read(sources().join("../pack/yanka.pack.sqlite")).unwrap();
    assert!(
        built == committed,
        "the committed pack is stale: run `cargo run --release -p yanka-rules -- build \
         rules/sources -o rules/pack/yanka.pack.sqlite`"
    );
}

#[test]
fn the_embedded_pack_answers() {
    let pack = Pack::embedded().unwrap();
    let rules = pack.rules_for_payload("wechat-contact").unwrap();
    assert_eq!(rules[0].id, "payload/wechat-contact");
    assert!(pack.payload_kind("wechat-contact").unwrap().is_some());
    assert!(pack.rules_for_payload("no-such-kind").unwrap().is_empty());
}
