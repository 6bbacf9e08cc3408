//! `fuzz SUBJECT [COUNT] [SEED]`: feeds seeded inputs to a module; fails on the first kind of fault.
//!
//! One module a subject. Prints seeds, never inputs.
#![allow(clippy::print_stdout, clippy::print_stderr)] // prints its figures

#[path = "../fuzz/links.rs"]
mod links;
#[path = "../fuzz/photos.rs"]
mod photos;
#[path = "../fuzz/texts.rs"]
mod texts;

fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |i: usize, other: u64| words.get(i).and_then(|w| w.parse().ok()).unwrap_or(other);
    let faults = match words.first().map(String::as_str) {
        Some("links") => links::run(number(1, 1_000_000), number(2, 1)),
        Some("photos") => photos::run(number(1, 1_000_000), number(2, 1)),
        Some("texts") => texts::run(number(1, 1_000_000), number(2, 1)),
        _ => {
            eprintln!("usage: fuzz links|photos|texts [COUNT] [SEED]");
            1
        }
    };
    if faults == 0 { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}
