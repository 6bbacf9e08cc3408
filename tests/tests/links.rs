//! Runs tests/cases/links, and holds the link module to its detection thresholds on generated
//! hosts and texts.
#![allow(clippy::print_stderr)] // reports which test data was compared

use serde::Deserialize;
use yanka::link::{self, Brands, Facts, signal};
use yanka::report::{Origin, Severity};
use yanka_tests::Ledger;
use yanka_tests::links::imitations::{self, Original};
use yanka_tests::links::{brand_list, brands, fuzz, lists, ordinary, unseen};
use yanka_tests::texts::Line;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[allow(dead_code)] // documents the case only
    why: String,
    /// A text with links in it, or …
    text: Option<String>,
    /// … a payload that is one.
    payload: Option<String>,
    links: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    shown: Option<String>,
    host: Option<String>,
    registrable: Option<String>,
    /// The original text under the span of the registrable domain; empty for none.
    bold: Option<String>,
    canonical: Option<String>,
    kind: Option<String>,
    effect: Option<String>,
    owner: Option<String>,
    open: Option<bool>,
    /// Codes of all signals, sorted.
    signals: Option<Vec<String>>,
    /// The imitated brand.
    about: Option<String>,
    /// Hosts of the nested links, one level deeper each; empty for an app link.
    inner: Option<Vec<String>>,
    /// The innermost link's kind.
    last: Option<String>,
}

#[test]
fn every_case_gives_the_expected_facts() {
    let brands = brands();
    let cases: Vec<Case> = yanka_tests::cases("links");
    let outcomes: Vec<(String, Option<String>)> =
        cases.iter().map(|c| (c.name.clone(), failure(c, &brands))).collect();
    let complaints = Ledger::of("links").discrepancies(&outcomes);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// A message with addresses in it, and how grave its gravest finding must be.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    name: String,
    why: String,
    text: String,
    least: Option<String>,
    most: Option<String>,
    /// Rules that must not match.
    #[serde(default)]
    never: Vec<String>,
}

#[test]
fn an_address_is_what_a_browser_opens_and_an_eye_reads() {
    let line = Line::open();
    let severity = |word: &String| Severity::from_word(word).expect("a known severity");
    let outcome = |case: &Message| -> Option<String> {
        assert!(!case.why.is_empty() && case.least.is_some() != case.most.is_some());
        let report = line.report(&case.text, Origin::Message);
        let findings = report.findings.iter();
        let gravest = findings.map(|f| f.severity).max().unwrap_or(Severity::Info);
        let rules: Vec<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
        let wrong = case.least.as_ref().is_some_and(|least| gravest < severity(least))
            || case.most.as_ref().is_some_and(|most| gravest > severity(most))
            || case.never.iter().any(|rule| rules.contains(&rule.as_str()));
        wrong.then(|| format!("{} by {rules:?}", gravest.word()))
    };
    let cases: Vec<Message> = yanka_tests::cases("link-texts");
    let outcomes: Vec<_> = cases.iter().map(|c| (c.name.clone(), outcome(c))).collect();
    assert!(outcomes.len() >= 20);
    let complaints = Ledger::of("link-texts").discrepancies(&outcomes);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn a_link_behind_five_hundred_others_is_read_or_said_to_be_unread() {
    let line = Line::open();
    let phish = "https://www.taobao.com.refund.example.top/a";
    let repeated = format!("{}{phish}", "a.cn ".repeat(600));
    let findings = line.report(&repeated, Origin::Message).findings;
    assert!(findings.iter().any(|f| f.severity == Severity::Danger), "repeated links come last");
    let different: String = (0..600).map(|i| format!("a{i}.cn ")).collect();
    let report = line.report(&format!("{different}{phish}"), Origin::Message);
    assert!(report.findings.iter().any(|f| f.rule == "link/more-unread"));
    assert!(report.verdict >= yanka::report::Verdict::Caution);
}

fn failure(case: &Case, brands: &Brands) -> Option<String> {
    let text = case.text.as_deref().or(case.payload.as_deref())?;
    let links = match case.payload {
        Some(_) => link::of_payload(text, brands).into_iter().collect(),
        None => link::find(text, brands),
    };
    if links.len() != case.links.len() {
        let shown: Vec<&str> = links.iter().map(|l| l.span.of(text)).collect();
        return Some(format!("found {shown:?}"));
    }
    let wrong: Vec<String> =
        links.iter().zip(&case.links).flat_map(|(facts, e)| differences(text, facts, e)).collect();
    (!wrong.is_empty()).then(|| wrong.join("; "))
}

fn differences(text: &str, facts: &Facts, e: &Expected) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut same = |what: &str, expected: &Option<String>, got: &str| {
        if let Some(expected) = expected
            && expected != got
        {
            wrong.push(format!("{what} {got:?}"));
        }
    };
    let owner = facts.owner.as_ref();
    let about = facts.signals.iter().find(|s| s.code == signal::IMITATION);
    let about = about.and_then(|s| s.about.as_deref());
    let chain: Vec<&Facts> =
        std::iter::successors(facts.inner.first(), |f| f.inner.first()).collect();
    same("shown", &e.shown, facts.span.of(text));
    same("host", &e.host, facts.host.as_deref().unwrap_or(""));
    same("registrable", &e.registrable, facts.registrable.as_deref().unwrap_or(""));
    same("bold", &e.bold, facts.registrable_span.map_or("", |s| s.of(text)));
    same("canonical", &e.canonical, &facts.canonical);
    same("kind", &e.kind, facts.kind.word());
    same("effect", &e.effect, facts.effect.word());
    same("owner", &e.owner, owner.map_or("", |o| o.platform.as_str()));
    same("about", &e.about, about.unwrap_or(""));
    same("last", &e.last, chain.last().map_or("", |f| f.kind.word()));
    if e.open.is_some_and(|open| owner.map(|o| !o.is_official()) != Some(open)) {
        wrong.push("open".to_owned());
    }
    let mut codes: Vec<&str> = facts.signals.iter().map(|s| s.code).collect();
    codes.sort_unstable();
    if e.signals.as_ref().is_some_and(|s| *s != codes) {
        wrong.push(format!("signals {codes:?}"));
    }
    let hosts: Vec<&str> = chain.iter().map(|f| f.host.as_deref().unwrap_or("")).collect();
    if e.inner.as_ref().is_some_and(|i| *i != hosts) {
        wrong.push(format!("inner {hosts:?}"));
    }
    wrong
}

fn imitates(host: &str, brands: &Brands) -> bool {
    link::of_payload(&format!("https://{host}/"), brands)
        .is_some_and(|f| f.signals.iter().any(|s| s.code == signal::IMITATION))
}

#[test]
fn brand_owned_domains_are_never_imitations() {
    let brands = brands();
    let domains: Vec<String> =
        brand_list().into_iter().flat_map(|b| b.domains).map(|d| d.domain).collect();
    assert!(domains.len() >= 290, "{}", domains.len());
    for domain in domains {
        assert!(!imitates(&domain, &brands), "{domain}");
        assert!(!imitates(&format!("www.{domain}"), &brands), "www.{domain}");
    }
}

#[test]
fn domains_open_to_third_parties_are_never_official() {
    let brands = brands();
    let open: Vec<String> = brand_list()
        .into_iter()
        .flat_map(|b| b.domains)
        .filter(|d| d.open || !d.confirmed)
        .map(|d| d.domain)
        .collect();
    assert!(open.len() >= 100, "{}", open.len());
    for domain in open {
        let facts = link::of_payload(&format!("https://{domain}/a"), &brands).expect("a link");
        assert_ne!(facts.kind.word(), "official-site", "{domain}");
        assert!(facts.owner.is_some_and(|o| !o.is_official()), "{domain}");
    }
}

#[test]
fn imitations_are_found() {
    let brands = brands();
    let originals: Vec<Original> = brand_list().iter().map(Original::of).collect();
    let made = imitations::hosts(20_261_123, 20, &originals);
    assert!(made.len() >= 20_000);
    let found =
        made.iter().filter(|i| imitates(&i.host, &brands) || carries_name(&i.host, &brands));
    let found = found.count();
    assert!(found * 100 >= made.len() * 97, "{found} of {}", made.len());
}

#[test]
fn real_hosts_are_rarely_flagged_as_imitations() {
    let brands = brands();
    let texts: Vec<String> = lists::QUIET.iter().map(|name| lists::list(name)).collect();
    let hosts: Vec<&str> = texts.iter().flat_map(|t| lists::lines(t)).collect();
    assert!(hosts.len() >= 2_500, "{}", hosts.len());
    let accused: Vec<&&str> = hosts.iter().filter(|h| imitates(h, &brands)).collect();
    assert!(accused.len() * 1_000 <= hosts.len(), "{accused:?}");
    let told: Vec<&&str> = hosts.iter().filter(|h| carries_name(h, &brands)).collect();
    assert!(told.len() * 200 <= hosts.len(), "{told:?}");
}

/// A lower bound of the detection rate at danger for each list of shapes, some points below the
/// last measured rate: a regression check, not a target.
#[test]
fn registered_imitation_shapes_meet_their_lower_bounds() {
    let brands = brands();
    for (name, floor) in lists::SHAPES {
        let text = lists::list(name);
        let hosts: Vec<&str> = lists::lines(&text).collect();
        let found = hosts.iter().filter(|h| imitates(h, &brands)).count();
        assert!(found * 100 >= hosts.len() * floor, "{name}: {found} of {}", hosts.len());
    }
}

/// The detection rate of each held-out kind stays above its floor.
#[test]
fn held_out_kinds_keep_their_detection_rate() {
    let brands = brands();
    let originals: Vec<Original> = brand_list().iter().map(Original::of).collect();
    let made = unseen::unseen(20_261_125, 20, &originals);
    for (kind, _, _, floor) in unseen::UNSEEN {
        let mine: Vec<&str> =
            made.iter().filter(|i| i.kind == *kind).map(|i| i.host.as_str()).collect();
        let told = |h: &&&str| imitates(h, &brands) || carries_name(h, &brands);
        assert!(mine.len() >= 100, "{kind}: {} hosts", mine.len());
        let found = 100.0 * mine.iter().filter(told).count() as f64 / mine.len() as f64;
        assert!(found >= *floor, "{kind}: {found:.1} %, floor {floor:.1} %");
    }
}

fn carries_name(host: &str, brands: &Brands) -> bool {
    link::of_payload(&format!("https://{host}/"), brands)
        .is_some_and(|f| f.signals.iter().any(|s| s.code == signal::BRAND_NAME))
}

#[test]
fn ordinary_domains_are_rarely_flagged() {
    let brands = brands();
    let hosts = ordinary::hosts(20_261_123, 100_000);
    let accused: Vec<&String> =
        hosts.iter().filter(|h| imitates(h, &brands) || carries_name(h, &brands)).collect();
    assert!(accused.len() <= 50, "{accused:?}");
}

#[test]
fn generated_texts_violate_no_invariant() {
    let brands = brands();
    for seed in 0..20_000 {
        if let Err(fault) = fuzz::check(&fuzz::text(seed), &brands) {
            panic!("seed {seed}: {fault}");
        }
    }
}

#[derive(Deserialize)]
struct Standard {
    input: String,
    base: Option<String>,
    hostname: Option<String>,
    #[serde(default)]
    failure: bool,
}

/// The URL Standard's own test data (`urltestdata.json` of web-platform-tests), where
/// `YANKA_URL_TEST_DATA` names a copy, else the project's own rows of the same form: every host
/// that the module parses equals the standard's.
#[test]
fn hosts_match_the_url_standard() {
    let (data, whose, least) = match std::env::var("YANKA_URL_TEST_DATA") {
        Ok(path) => (
            std::fs::read_to_string(path).expect("the file that YANKA_URL_TEST_DATA names"),
            "the URL Standard's",
            100,
        ),
        Err(_) => (lists::list("hosts.json"), "our own", 40),
    };
    let rows: Vec<serde_json::Value> = serde_json::from_str(&data).expect("an array");
    let rows = rows.into_iter().filter_map(|r| serde_json::from_value::<Standard>(r).ok());
    let (brands, mut compared, mut wrong) = (brands(), 0, Vec::new());
    for row in rows.filter(|r| r.base.as_deref().is_none_or(|b| b == "about:blank")) {
        let lower = row.input.trim_start().to_ascii_lowercase();
        if !(lower.starts_with("http://") || lower.starts_with("https://")) {
            continue;
        }
        compared += 1;
        let host = link::of_payload(&row.input, &brands).and_then(|f| f.host);
        let agrees = match (&host, row.failure) {
            (None, _) => true, // parsed as text or refused, never as another host
            (Some(_), true) => false,
            (Some(host), false) => row.hostname.as_ref() == Some(host),
        };
        if !agrees {
            wrong.push(format!("{:?}: {host:?}, not {:?}", row.input, row.hostname));
        }
    }
    eprintln!("{compared} rows compared, {whose}");
    assert!(compared >= least, "{compared}");
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn debug_prints_no_link() {
    let facts = link::of_payload("https://secret.example.com/token", &brands()).expect("a link");
    let printed = format!("{facts:?}");
    assert!(!printed.contains("secret") && !printed.contains("token"), "{printed}");
}

#[test]
fn links_beyond_the_limit_are_reported_as_unread() {
    let text: String = (0..=link::MAX_LINKS).map(|i| format!("https://example.com/{i} ")).collect();
    let links = link::find(&text, &brands());
    assert_eq!(links.len(), link::MAX_LINKS);
    let last = links.last().expect("a link");
    assert!(last.signals.iter().any(|s| s.code == signal::MORE));
}
