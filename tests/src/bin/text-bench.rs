//! `text-bench [FILE…]`: what checking a text costs, beside cutting the same text into words by
//! `jieba` alone with the same word list.
//!
//! The texts are the project's own cases, or those of JSONL files with a field `text`. Processor
//! time of one thread, compared within one run. What a cold process pays is shown by `bench`.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a measuring tool: it stops where it fails

use std::hint::black_box;
use std::io::BufReader;

use flate2::read::DeflateDecoder;
use jieba_rs::Jieba;
use yanka::report::Origin;
use yanka_tests::clock::processor_ms;
use yanka_tests::texts::{Case, Line};
use yanka_tests::{cases, repository};

/// What a long message has, in characters.
const LONG: usize = 300;

fn main() {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let texts =
        if files.is_empty() { own() } else { files.iter().flat_map(|f| given(f)).collect() };
    let packed = std::fs::read(repository().join("core/text/src/data/word_frequencies.z")).unwrap();
    let words = BufReader::new(DeflateDecoder::new(packed.as_slice()));
    let jieba = Jieba::with_dict(&mut { words }).unwrap();
    let line = Line::open();
    let check = |text: &str| {
        let report = line.report(text, Origin::Message);
        !report.notices.iter().any(|n| n.notice == "text.too-long")
    };
    let cut = |text: &str| jieba.cut(text, false).len();
    // The word list and the rules are read by the first.
    assert!(check("退款"));
    println!("{:<46} {:>10} {:>10} {:>7}", "", "check ms", "jieba ms", "ratio");
    let short: Vec<&str> = texts.iter().map(String::as_str).collect();
    row(&format!("{} texts as they are, median", short.len()), &short, check, cut);
    let long = messages(&texts);
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    row(&format!("{} messages of {LONG} characters, median", long.len()), &long, check, cut);
    let one: String = texts.join("\n").chars().cycle().take(340_000).collect();
    let megabytes = one.len() as f64 / 1e6;
    let (ours, theirs) = row("one text of about 1 MB", &[&one], check, cut);
    println!(
        "{:<46} {:>10.1} {:>10.1}",
        "the same, MB a second",
        megabytes / ours * 1e3,
        megabytes / theirs * 1e3
    );
    for (name, piece) in HOSTILE {
        let text = piece.repeat((1 << 20) / piece.len());
        row(&format!("1 MB of {name}"), &[&text], check, cut);
    }
    let large = "退".repeat(1 << 20);
    assert!(!check(&large));
    println!("3 MB are refused with a sentence");
}

/// Texts that could make a careless reader quadratic.
const HOSTILE: [(&str, &str); 9] = [
    ("one character", "退"),
    ("one request", "请共享屏幕"),
    ("a request without a sentence's end", "请您添加微信领取退款然后转账"),
    ("prohibitions", "不要转账，"),
    ("quotation marks", "“"),
    ("speakers", "客服：\n"),
    ("digits", "6222020200112233445 "),
    ("letters above each other", "e\u{301}\u{302}"),
    ("decorated letters", "ⓦⓔⓘⓧⓘⓝ"),
];

/// Prints and gives the median milliseconds of both.
fn row(
    name: &str,
    texts: &[&str],
    check: impl Fn(&str) -> bool,
    cut: impl Fn(&str) -> usize,
) -> (f64, f64) {
    let ours = median(texts.iter().map(|t| lowest(|| usize::from(check(t)))));
    let theirs = median(texts.iter().map(|t| lowest(|| cut(t))));
    println!("{name:<46} {ours:>10.3} {theirs:>10.3} {:>7.2}", ours / theirs);
    (ours, theirs)
}

fn own() -> Vec<String> {
    cases::<Case>("texts").into_iter().map(|case| case.text).collect()
}

fn given(file: &str) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Line {
        text: String,
    }
    let lines = std::fs::read_to_string(file).unwrap();
    lines.lines().map(|l| serde_json::from_str::<Line>(l).unwrap().text).collect()
}

/// The texts one behind the other, in pieces of that many characters.
fn messages(texts: &[String]) -> Vec<String> {
    let all: Vec<char> = texts.join("\n").chars().collect();
    all.chunks_exact(LONG).map(|piece| piece.iter().collect()).collect()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// Processor milliseconds of the quicker of two runs.
fn lowest(task: impl Fn() -> usize) -> f64 {
    let once = || {
        let begin = processor_ms();
        black_box(task());
        processor_ms() - begin
    };
    once().min(once())
}
