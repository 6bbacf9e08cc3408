//! `measure SUBJECT …`: measures a module on material given on the command line.
//!
//! One module a subject. Decides nothing; figures go to standard output.
#![allow(clippy::print_stdout, clippy::print_stderr)] // prints its figures

#[path = "../measure/judgement.rs"]
mod judgement;
#[path = "../measure/links.rs"]
mod links;
#[path = "../measure/marks.rs"]
mod marks;
#[path = "../measure/model.rs"]
mod model;
#[path = "../measure/padded.rs"]
mod padded;
#[path = "../measure/photos.rs"]
mod photos;
#[path = "../measure/rows.rs"]
mod rows;
#[path = "../measure/texts.rs"]
mod texts;

const USAGE: &str = "usage: measure links FILE | imitations [SEED] | ordinary [SEED] | \
    texts FILE… [--rows] [--rules SOURCES] | model FILE… [--texts FOLDER] |\
    judgement [FILE…] [--rows] [--texts FOLDER] | padded FILE… [--texts FOLDER] | marks [FILE…] [--texts FOLDER] | \
    cards FOLDER | \
    photos DIR [--rows | --ours] [--only PART] [--python PATH]";

fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let answer = match words.split_first() {
        Some((s, rest)) if matches!(s.as_str(), "links" | "imitations" | "ordinary") => {
            links::run(s, rest)
        }
        Some((s, rest)) if s == "photos" => photos::run(rest),
        Some((s, rest)) if s == "model" => model::run(rest),
        Some((s, rest)) if s == "marks" => marks::run(rest),
        Some((s, rest)) if s == "padded" => padded::run(rest),
        Some((s, rest)) if s == "judgement" => judgement::run(rest),
        Some((s, rest)) if s == "texts" => texts::run(rest),
        Some((s, [folder])) if s == "cards" => {
            yanka_tests::measure::cards::measure(std::path::Path::new(folder))
                .map(|table| print!("{table}"))
        }
        _ => Err(USAGE.to_owned()),
    };
    match answer {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            std::process::ExitCode::FAILURE
        }
    }
}
