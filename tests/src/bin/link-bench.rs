//! `link-bench [PACK | COUNT]`: links a second on one core, beside the same links parsed by `url` alone, and
//! the time that 1 MB of hostile text takes.
//!
//! PACK is a plain pack database, such as one with a million hosts: then each link's host and its
//! parents are looked up in it too. COUNT makes such a pack of that many made-up hosts. Machines
//! differ and are noisy: compare rows of one run.
#![allow(clippy::print_stdout)] // prints its rows

use std::hint::black_box;
use std::time::Instant;
use yanka::link::{self, Brands};
use yanka::pack::Pack;
use yanka_tests::links::imitations::{self, Original};
use yanka_tests::links::{brand_list, brands, ordinary};
use yanka_tests::packs;

fn main() {
    let brands = brands();
    let links = links();
    println!("{} links", links.len());
    let parse = rate(&links, |l| url::Url::parse(l).is_ok());
    println!("{:<44} {parse:>12.0} a second", "parsed by `url` alone");
    let facts = rate(&links, |l| link::of_payload(l, &brands).is_some());
    println!("{:<44} {facts:>12.0} a second", "all facts, no pack");
    if let Some(path) = std::env::args().nth(1) {
        let pack = match path.parse() {
            Ok(count) => Pack::open_unverified(&packs::of_hosts(count)),
            Err(_) => Pack::open_unverified_file(path.as_ref()),
        };
        match pack {
            Ok(pack) => {
                let looked_up = rate(&links, |l| looked_up(l, &brands, &pack));
                println!(
                    "{:<44} {looked_up:>12.0} a second",
                    "all facts, host looked up in the pack"
                );
            }
            Err(_) => println!("that file is no pack of this format"),
        }
    }
    for (name, piece) in HOSTILE {
        let text = piece.repeat((1 << 20) / piece.len());
        let started = Instant::now();
        let found = black_box(link::find(&text, &brands)).len();
        println!(
            "1 MB of {name:<36} {:>9.1} ms, {found} links",
            started.elapsed().as_secs_f64() * 1e3
        );
    }
}

fn looked_up(text: &str, brands: &Brands, pack: &Pack) -> bool {
    let facts = link::of_payload(text, brands);
    let host = facts.as_ref().and_then(|f| f.host.as_deref());
    host.is_some_and(|h| pack.rules_for_host(h).is_ok())
}

/// Ordinary ones and imitations, with a path, as they stand in messages.
fn links() -> Vec<String> {
    let originals: Vec<Original> = brand_list().iter().map(Original::of).collect();
    let made = imitations::hosts(7, 5, &originals).into_iter().map(|i| i.host);
    let hosts = ordinary::hosts(7, 54_000).into_iter().chain(made);
    hosts.map(|h| format!("https://{h}/item/detail?id=12345&from=card")).collect()
}

fn rate(links: &[String], ask: impl Fn(&str) -> bool) -> f64 {
    let mut best = 0.0_f64;
    for _ in 0..3 {
        let started = Instant::now();
        for link in links {
            black_box(ask(black_box(link)));
        }
        best = best.max(links.len() as f64 / started.elapsed().as_secs_f64());
    }
    best
}

/// Texts in which a careless reader starts over at each byte.
const HOSTILE: &[(&str, &str)] = &[
    ("links", "https://example.com/a "),
    ("links without blanks", "https://example.com/a"),
    ("bare hosts", "a.cn "),
    ("hosts in one run", "a.cn."),
    ("dots", "."),
    ("@", "@"),
    ("%25", "%25"),
    ("one link of %25", "https://example.com/?u=%25%25%25"),
    ("http://", "http://"),
    ("colons", ":"),
    ("a:", "a:"),
    ("opening brackets", "["),
    ("signs of money", "￥a"),
    ("点", "a点"),
    ("line breaks", "http://a\n"),
    ("a.b@", "a.b@"),
    ("zero-width", "a\u{200b}."),
    ("wide letters", "ａ．"),
    ("wifi:", "wifi:"),
    ("tel:", "tel:1"),
    ("sms:", "sms:"),
    ("parameters", "https://example.com/?a=http://example.net&"),
];
