//! The command `yanka-rules` end to end, as a rule author runs it; and the independent tool
//! `minisign`, which verifies the signatures that the command makes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use yanka_tests::{Folder, build_artifact, golden, golden_names, repository};

/// Runs the command in the working directory `home`.
fn run(home: &Path, args: &[&str]) -> Output {
    Command::new(build_artifact("yanka-rules")).args(args).current_dir(home).output().unwrap()
}

/// Standard output of a run that must succeed.
fn said(home: &Path, args: &[&str]) -> String {
    let output = run(home, args);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}\n{error}");
    String::from_utf8(output.stdout).unwrap() + &error
}

/// Standard error of a run that must fail.
fn complaint(home: &Path, args: &[&str]) -> String {
    let output = run(home, args);
    assert_eq!(output.status.code(), Some(1), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn minisign(home: &Path, args: &[&str]) -> Output {
    let run = Command::new("minisign").args(args).current_dir(home).output();
    run.expect("the tool minisign (Debian package minisign)")
}

/// A folder that contains the small case sources and the development key.
fn author(word: &str) -> Folder {
    let folder = Folder::new(word);
    fs::create_dir_all(folder.path().join("sources/lists")).unwrap();
    let base = repository().join("tests/cases/rules/base/base.toml");
    fs::copy(base, folder.path().join("sources/base.toml")).unwrap();
    for name in ["development.key", "development.pub"] {
        fs::copy(repository().join("rules/keys").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

#[test]
fn the_committed_sources_give_no_diagnostics() {
    assert_eq!(said(&repository(), &["check", "rules/sources"]), "");
}

/// Each batch of tests/cases/rules/texts beside sources that name one scheme.
#[test]
fn each_wrong_training_text_is_refused_with_its_file() {
    let mut names = BTreeSet::new();
    insta::glob!("../cases/rules/texts", "*.toml", |path| {
        let folder = author("rules-texts");
        let home = folder.path();
        let texts = home.join("sources/texts");
        fs::create_dir(&texts).unwrap();
        fs::copy(path, texts.join(path.file_name().unwrap())).unwrap();
        let scheme = "[[record.scenario]]\nid = \"courier/lost\"\n\
            name = { zh = \"快递丢失\", en = \"A lost parcel\" }\n\
            provenance = { source = \"city-police\", retrieved = 2026-11-01, confidence = \"high\" }\n";
        fs::write(home.join("sources/schemes.toml"), scheme).unwrap();
        let why = complaint(home, &["check", "sources"]);
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        golden("cases/rules/texts").bind(|| insta::assert_snapshot!(name.clone(), why));
        names.insert(name);
    });
    assert_eq!(golden_names("cases/rules/texts"), names, "a diagnostic for each wrong batch");
}

#[test]
fn minisign_accepts_an_unpacked_pack_and_nothing_else() {
    let folder = author("rules-minisign");
    let home = folder.path();
    said(home, &["build", "sources", "-o", "pack.sqlite"]);
    said(home, &["build", "sources", "-o", "again.sqlite"]);
    let built = fs::read(home.join("pack.sqlite")).unwrap();
    assert!(
        built == fs::read(home.join("again.sqlite")).unwrap(),
        "two builds give different bytes"
    );

    said(home, &["sign", "pack.sqlite", "-k", "development.key", "-o", "new.yankapack"]);
    fs::create_dir(home.join("out")).unwrap();
    said(home, &["unpack", "new.yankapack", "-o", "out"]);
    assert!(built == fs::read(home.join("out/pack.sqlite")).unwrap());
    let verify = ["-V", "-p", "development.pub", "-m", "out/pack.sqlite"];
    let verified = minisign(home, &verify);
    let words = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert!(verified.status.success(), "{words}");
    assert!(words.contains("yanka rule pack, version 1, 2026-11-21"), "{words}");

    let mut spoilt = built.clone();
    let middle = spoilt.len() / 2;
    spoilt[middle] ^= 1;
    fs::write(home.join("out/pack.sqlite"), spoilt).unwrap();
    assert!(!minisign(home, &verify).status.success(), "a flipped bit is accepted");
}

#[test]
fn a_pack_signed_with_another_key_passes_minisign_and_is_not_installed() {
    let folder = author("rules-other-key");
    let home = folder.path();
    let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    fs::write(home.join("own.pub"), pair.pk.to_box().unwrap().to_string()).unwrap();
    fs::write(home.join("own.key"), pair.sk.to_box(None).unwrap().to_string()).unwrap();
    said(home, &["build", "sources", "-o", "pack.sqlite"]);
    // A key that `minisign` makes without a password has no checksum: the command refuses it and
    // gives the reason.
    let made = minisign(home, &["-G", "-W", "-p", "bare.pub", "-s", "bare.key"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let why = complaint(home, &["sign", "pack.sqlite", "-k", "bare.key", "-o", "bare.yankapack"]);
    assert!(why.contains("password"), "{why}");
    said(home, &["sign", "pack.sqlite", "-k", "own.key", "-o", "own.yankapack"]);
    said(home, &["unpack", "own.yankapack"]);
    assert!(minisign(home, &["-V", "-p", "own.pub", "-m", "pack.sqlite"]).status.success());
    assert!(
        !minisign(home, &["-V", "-p", "development.pub", "-m", "pack.sqlite"]).status.success()
    );

    let install = Command::new(build_artifact("yanka"))
        .args(["rules", "install", "own.yankapack", "--lang", "en"])
        .current_dir(home)
        .env("YANKA_HOME", home.join("home"))
        .output()
        .unwrap();
    assert!(!install.status.success());
    let why = String::from_utf8_lossy(&install.stderr).into_owned();
    assert!(why.contains("cannot be trusted"), "{why}");
}

#[test]
fn all_errors_are_reported_at_once_with_position_and_fix() {
    let folder = author("rules-wrong");
    let home = folder.path();
    let source = home.join("sources/base.toml");
    let text = fs::read_to_string(&source).unwrap();
    // One rule loses its severity, the other one its source.
    let text = text.replacen("severity = \"danger\"", "severty = \"danger\"", 1);
    fs::write(&source, text.replace("\"city-police\", retrieved", "\"city-polise\", retrieved"))
        .unwrap();
    for task in [&["check", "sources"][..], &["build", "sources", "-o", "pack.sqlite"]] {
        let why = complaint(home, task);
        for part in [
            "error[unknown-field]",
            "--> sources/base.toml:28:1",
            "did you mean `severity`?",
            "did you mean `city-police`?",
            " errors",
        ] {
            assert!(why.contains(part), "{part} is missing:\n{why}");
        }
    }
    assert!(!home.join("pack.sqlite").exists(), "no pack is built from wrong sources");
}

#[test]
fn a_published_list_becomes_a_rule_and_the_next_pack_is_described_in_words() {
    let folder = author("rules-import");
    let home = folder.path();
    said(home, &["build", "sources", "-o", "old.sqlite"]);
    let forms = [
        ("hosts", "127.0.0.1 localhost\n0.0.0.0 worse.example.com # seen in May\n"),
        ("plain", "# hosts\nWorse.Example.COM\n*.worst.example.com\n"),
        ("adblock", "[Adblock Plus 2.0]\n||worse.example.com^\n||worst.example.com^$document\n"),
        ("csv", "date,domain\n2026-11-01,worse.example.com\n2026-11-02,\"worst.example.com\"\n"),
    ];
    for (form, text) in forms {
        fs::write(home.join("list"), text).unwrap();
        let words = said(home, &["import", "list", "-o", "sources/lists/new.txt"]);
        assert!(words.contains(" hosts, "), "{form}: {words}");
        let list = fs::read_to_string(home.join("sources/lists/new.txt")).unwrap();
        assert!(list.lines().any(|l| l == "worse.example.com"), "{form}: {list}");
    }
    let source = home.join("sources/base.toml");
    let rule = "\n[[rule]]\nid = \"host/list\"\ncode = \"link.known-bad\"\nstatus = \"active\"\n\
        match = { host_list = \"lists/new.txt\" }\nseverity = \"caution\"\n\
        why = { zh = \"名单上有这个网站。\", en = \"The site is on a list.\" }\n\
        hit = [\"https://worst.example.com/\"]\nmiss = [\"https://good.example.com/\"]\n\
        provenance = { source = \"city-police\", retrieved = 2026-11-01, confidence = \"medium\" }\n";
    let text = fs::read_to_string(&source).unwrap().replace("version = 1", "version = 2");
    fs::write(&source, text + rule).unwrap();
    said(home, &["build", "sources", "-o", "new.sqlite"]);
    said(home, &["sign", "new.sqlite", "-k", "development.key", "-o", "new.yankapack"]);
    let words = said(home, &["diff", "old.sqlite", "new.yankapack"]);
    for part in
        ["version 1 of 2026-11-21 → 2", "+ rule host/list (caution): The site is on a list."]
    {
        assert!(words.contains(part), "{part} is missing:\n{words}");
    }
    let words = said(home, &["explain", "host/list", "--sources", "sources"]);
    assert!(words.contains("every host of the list lists/new.txt"), "{words}");
}
