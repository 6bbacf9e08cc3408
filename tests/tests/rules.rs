//! The committed rules: they compile without diagnostics, the committed pack is built from them,
//! and look-ups return the expected records. The compiler: each wrong source gives its golden
//! diagnostic.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};
use yanka::check::{self, OwnRules, RuleContext};
use yanka::error::Error;
use yanka::pack::Pack;
use yanka::payload::Kind;
use yanka::report::{Confidence, Language, Options, Origin, OwnRule, Severity, Verdict};
use yanka_rules::corpus::{self, Corpus};
use yanka_rules::diagnostic::{CODES, SourceFile, render};
use yanka_rules::host_lists::{FolderLists, NoLists};
use yanka_rules::source::Sources;
use yanka_rules::train::stored::{self, StoredModel};
use yanka_rules::{
    CompileError, compile, diff, emit, explain, fact_coverage, pack_tables, pack_text, parse,
    source_files,
};
use yanka_tests::texts::Case;
use yanka_tests::{golden, golden_names, repository};

fn sources() -> PathBuf {
    repository().join("rules/sources")
}

fn committed() -> Vec<u8> {
    fs::read(repository().join("rules/pack/yanka.pack")).unwrap()
}

/// The model of the committed pack, trained anew where the texts or the trainer have changed.
fn committed_model() -> StoredModel {
    StoredModel::of(&sources().join(source_files::TEXTS), Some(&committed())).unwrap().0
}

fn compiled() -> (Sources, Vec<u8>) {
    let files = source_files::load(&sources()).unwrap();
    match compile(&files, &FolderLists(sources()), &committed_model()) {
        Ok(compiled) => compiled,
        Err(CompileError::Invalid(found)) => panic!("{}", render(&files, &found)),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn the_committed_pack_is_reproducible_from_the_sources() {
    let (_, built) = compiled();
    let (_, again) = compiled();
    assert!(built == again, "two builds give different bytes");
    let committed = committed();
    let changed = diff::diff(&committed, &built).unwrap();
    assert!(
        built == committed,
        "the committed pack is stale: run `cargo run --release -p yanka-rules -- build \
         rules/sources -o rules/pack/yanka.pack`\n{changed}"
    );
}

#[test]
fn the_committed_text_model_is_what_training_gives() {
    let texts = sources().join(source_files::TEXTS);
    let (reused, origin) = StoredModel::of(&texts, Some(&committed())).unwrap();
    assert_eq!(
        origin,
        stored::Origin::Reused,
        "the texts or the trainer changed: build the pack anew"
    );
    let (trained, origin) = StoredModel::of(&texts, None).unwrap();
    assert_eq!(origin, stored::Origin::Trained);
    assert!(trained == reused, "training gives other bytes than the committed model");
}

#[test]
fn the_pack_schema_has_its_golden_hash() {
    let hash = Sha256::digest(yanka::pack::SCHEMA.as_bytes());
    let hash: String = hash.iter().map(|b| format!("{b:02x}")).collect();
    // Where this differs, raise FORMAT in core/storage/src/pack/format.rs before accepting the new
    // hash; pack.sql has the procedure.
    insta::assert_snapshot!(hash, @"1dee8827d269532c90d428b0724e884f2173c24ac9a67251742789f17706a330");
}

#[test]
fn the_text_beside_the_pack_is_its_content() {
    let folder = repository().join("rules/pack");
    let written = pack_text::text(&fs::read(folder.join("yanka.pack")).unwrap()).unwrap();
    let committed = fs::read_to_string(folder.join("yanka.txt")).unwrap();
    let line = committed.lines().zip(written.lines()).position(|(a, b)| a != b);
    assert!(
        committed == written,
        "rules/pack/yanka.txt differs from the pack at line {line:?}: build the pack again"
    );
}

#[test]
fn every_fact_has_a_record() {
    let (sources, _) = compiled();
    let (table, missing) = fact_coverage::fact_coverage(&sources);
    assert!(missing.is_empty(), "facts without a record:\n  {}", missing.join("\n  "));
    let committed = repository().join("rules/ACCOUNT.tsv");
    assert!(
        fs::read_to_string(committed).unwrap() == table,
        "rules/ACCOUNT.tsv is stale: run `cargo run --release -p yanka-rules -- account \
         rules/sources -o rules/ACCOUNT.tsv`"
    );
}

#[test]
fn every_payload_kind_has_an_explanation_and_a_rule() {
    let pack = Pack::embedded().unwrap();
    for kind in Kind::ALL {
        let fact = pack.payload_kind(kind.word()).unwrap();
        let fact = fact.unwrap_or_else(|| panic!("{} has no explanation", kind.word()));
        for language in Language::ALL {
            assert!(!fact.does.in_language(*language).is_empty(), "{}", kind.word());
        }
        // The signal of a brand imitation decides such a link, because it has the span; the use of
        // the host decides a page on a platform's own host.
        let judged = matches!(kind, Kind::ImitationSite | Kind::OwnedSite)
            || !pack.rules_for_payload(kind.word()).unwrap().is_empty();
        assert!(judged, "{} has no rule", kind.word());
    }
}

#[test]
fn severity_by_origin_matches_the_design() {
    let pack = Pack::embedded().unwrap();
    let weight = |kind: &str, origin| pack.rules_for_payload(kind).unwrap()[0].severity_for(origin);
    for (kind, parcel, message) in [
        ("wechat-contact", Severity::Danger, Severity::Info),
        ("wechat-collect", Severity::Danger, Severity::Caution),
        ("tencent-meeting", Severity::Danger, Severity::Info),
        ("unknown-site", Severity::Caution, Severity::Info),
        ("official-site", Severity::Info, Severity::Info),
        ("tel", Severity::Caution, Severity::Info),
        ("plain-text", Severity::Info, Severity::Info),
    ] {
        assert_eq!(weight(kind, Origin::Parcel), parcel, "{kind} on a card");
        assert_eq!(weight(kind, Origin::Message), message, "{kind} in a message");
    }
}

#[test]
fn look_ups_return_the_nearest_key() {
    let pack = Pack::embedded().unwrap();
    let owner = |host: &str| pack.domain(host).unwrap().map(|d| (d.platform, d.open));
    assert_eq!(owner("shop.m.taobao.com"), Some(("taobao".to_owned(), true)));
    assert_eq!(owner("www.icbc.com.cn"), Some(("icbc".to_owned(), false)));
    assert_eq!(owner("www.mps.gov.cn").map(|o| o.0), Some("police".to_owned()));
    assert_eq!(owner("www.beijing.gov.cn").map(|o| o.0), Some("government".to_owned()));
    assert_eq!(owner("taobao.com.example.com"), None);
    assert_eq!(owner("www.icbc.com.cn.").map(|o| o.0), Some("icbc".to_owned()), "the root's dot");
    assert_eq!(pack.hotlines_with_number("96110").unwrap()[0].id, "antifraud");
    assert_eq!(pack.hotlines_of_platform("alipay").unwrap()[0].number, "95188");
    assert!(pack.rules_for_payload("no-such-kind").unwrap().is_empty());
    assert!(pack.rules_for_host(&"a.".repeat(9_999)).unwrap().is_empty());
    assert!(
        pack.rules_for_url(&format!("https://a.example/{}", "b/".repeat(9_999)))
            .unwrap()
            .is_empty()
    );
}

#[test]
fn no_displayed_source_is_a_link_to_a_reprint() {
    let committed = fs::read(repository().join("rules/pack/yanka.pack")).unwrap();
    let tables = pack_tables::read(&committed).unwrap();
    for row in tables["provenance"].rows() {
        assert!(!row.values().iter().any(|v| v.contains("://") || v.contains("www.")), "{row:?}");
    }
}

#[test]
fn each_wrong_source_gives_its_golden_diagnostic() {
    let base = source_files::load(&repository().join("tests/cases/rules/base")).unwrap();
    let mut seen = BTreeSet::new();
    let mut names = BTreeSet::new();
    insta::glob!("../cases/rules/wrong", "*.toml", |path| {
        let wrong = source_files::load(path).unwrap();
        let files: Vec<SourceFile> = base.iter().cloned().chain(wrong).collect();
        let lists = FolderLists(path.parent().unwrap().to_owned());
        let Err(CompileError::Invalid(found)) = compile(&files, &lists, &StoredModel::default())
        else {
            panic!("{} is accepted", path.display());
        };
        seen.extend(found.iter().map(|d| d.code));
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let said = render(&files, &found);
        golden("cases/rules/wrong").bind(|| insta::assert_snapshot!(name.clone(), said));
        names.insert(name);
    });
    assert!(names.len() >= 40, "{} wrong sources", names.len());
    assert_eq!(golden_names("cases/rules/wrong"), names, "a diagnostic for each wrong source");
    let unseen: Vec<_> = CODES.iter().filter(|(c, _)| !seen.contains(c)).collect();
    assert!(unseen.is_empty(), "no wrong source triggers {unseen:?}");
}

#[test]
fn the_base_of_the_wrong_sources_compiles() {
    let base = source_files::load(&repository().join("tests/cases/rules/base")).unwrap();
    let files = base.clone();
    match compile(&files, &NoLists, &StoredModel::default()) {
        Ok((sources, _)) => assert_eq!(sources.rules.len(), 2),
        Err(CompileError::Invalid(found)) => panic!("{}", render(&base, &found)),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn every_match_type_matches_its_examples() {
    let folder = repository().join("tests/cases/rules");
    let mut files = source_files::load(&folder.join("base")).unwrap();
    files.extend(source_files::load(&folder.join("right")).unwrap());
    match compile(&files, &FolderLists(folder.join("right")), &StoredModel::default()) {
        Ok((sources, _)) => assert_eq!(sources.rules.len(), 2 + 7),
        Err(CompileError::Invalid(found)) => panic!("{}", render(&files, &found)),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn unconfirmed_records_may_warn_but_never_reassure() {
    let known = RuleContext::new(Pack::embedded().unwrap());
    let (sources, _) = parse::parse(&source_files::load(&sources()).unwrap());
    let unconfirmed = sources.domains.iter().filter(|d| d.body.provenance.confidence == "memory");
    let mut asked = 0;
    for domain in unconfirmed {
        asked += 1;
        let link = format!("https://www.{}/", domain.id.value);
        for origin in [Origin::Parcel, Origin::Call] {
            let options = Options {
                origin,
                language: Language::En,
                situations: Vec::new(),
                keep: false,
                offset_minutes: 480,
            };
            let report = check::link(&known, &Nobody, link.clone(), &options).unwrap();
            assert!(report.verdict >= Verdict::Caution, "{link} {origin:?} is trusted");
            let marked = report.findings.iter().any(|f| f.source.confidence == Confidence::Memory);
            let named = report.findings.iter().any(|f| f.finding != "host.unconfirmed");
            assert!(marked || named, "{link} is not marked as unconfirmed");
        }
    }
    assert!(asked >= 20, "{asked} unconfirmed domains");
}

/// A user without own rules.
struct Nobody;

impl OwnRules for Nobody {
    fn find(&self, _: &str, _: Option<&str>) -> Result<Option<OwnRule>, Error> {
        Ok(None)
    }
}

#[test]
fn a_changed_pack_is_described_in_words() {
    let base = source_files::load(&repository().join("tests/cases/rules/base")).unwrap();
    let (_, old) = compile(&base, &NoLists, &StoredModel::default()).unwrap();
    let mut changed = base.clone();
    let text = &mut changed[0].text;
    *text = text
        .replace("version = 1", "version = 2")
        .replace("severity = \"danger\"", "severity = \"caution\"");
    *text = text.replace("[\"bad.example.com\"]", "[\"bad.example.com\", \"worse.example.com\"]");
    let (_, new) = compile(&changed, &NoLists, &StoredModel::default()).unwrap();
    let said = diff::diff(&old, &new).unwrap();
    assert_eq!(
        said,
        "version 1 of 2026-11-21 → 2 of 2026-11-21\n\
         ~ rule host/base: danger → caution\n\
         ~ rule host/base: hosts +1 −0 worse.example.com\n\
         the text model is the same: none\n"
    );
    let model = |bytes: usize, fingerprint: &str| StoredModel {
        bytes: vec![1; bytes],
        fingerprint: fingerprint.to_owned(),
    };
    let (sources, _) = parse::parse(&base);
    let with = emit::emit(&sources, &NoLists, &model(700_000, "0123456789abcdef")).unwrap();
    let other = emit::emit(&sources, &NoLists, &model(9, "fedcba9876543210")).unwrap();
    let said = diff::diff(&old, &with).unwrap();
    assert!(said.contains("~ the text model: none → 700000 bytes, 0123456789ab\n"), "{said}");
    let said = diff::diff(&with, &other).unwrap();
    let sizes = "700000 bytes, 0123456789ab → 9 bytes, fedcba987654";
    assert!(said.contains(&format!("~ the text model: {sizes}\n")), "{said}");
    assert!(diff::diff(&new, &old).unwrap().contains("the version does not rise"));
}

#[test]
fn a_rule_is_explained_in_plain_words() {
    let files = source_files::load(&sources()).unwrap();
    let (sources, _) = parse::parse(&files);
    let said = explain::explain(&sources, "payload/wechat-contact").unwrap();
    for part in ["payload.private-contact", "danger from a parcel", "retrieved 2026-11-21"] {
        assert!(said.contains(part), "{part} is missing:\n{said}");
    }
    let unknown = explain::explain(&sources, "payload/wechat-contct").unwrap_err();
    assert!(unknown.contains("did you mean `payload/wechat-contact`?"), "{unknown}");
}

/// The blocks of TOML in a page of documentation.
fn toml_blocks(page: &str) -> Vec<String> {
    let text = fs::read_to_string(repository().join(page)).unwrap();
    let blocks = text.split("```toml\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn the_examples_of_the_manual_are_valid() {
    let blocks = toml_blocks("rules/WRITING.md");
    let (cases, entries): (Vec<_>, Vec<_>) = blocks.iter().partition(|b| b.contains("[[case]]"));
    let mut files = source_files::load(&sources()).unwrap();
    for (number, text) in entries.into_iter().enumerate() {
        files.push(SourceFile { name: format!("example-{number}.toml"), text: text.clone() });
    }
    match compile(&files, &FolderLists(sources()), &StoredModel::default()) {
        Ok((sources, _)) => assert!(sources.platforms.iter().any(|p| p.id.value == "dingdangmao")),
        Err(CompileError::Invalid(found)) => panic!("{}", render(&files, &found)),
        Err(other) => panic!("{other}"),
    }
    assert_eq!(cases.len(), 1);
    let case: BTreeMap<String, Vec<Case>> = toml::from_str(cases[0]).unwrap();
    assert_eq!(case["case"][0].fault(Verdict::Caution), None);

    let [batch] = &toml_blocks("rules/sources/texts/README.md")[..] else { panic!("one batch") };
    let file = SourceFile { name: "pumpkins.toml".to_owned(), text: batch.clone() };
    let corpus = Corpus::read(&[file]).unwrap();
    let (sources, _) = parse::parse(&files);
    let mut wrong = corpus::check::check(&corpus);
    wrong.extend(corpus::check::unnamed(&corpus, &sources.scenarios()));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
