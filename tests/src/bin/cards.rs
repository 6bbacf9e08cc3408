//! `cards OUT_DIR`: prints every card of tests/cards and photographs it.
//!
//! `--damage all` photographs every card with every damage at every strength instead, for
//! measuring. The folder gets one JPEG a photograph and `labels.jsonl`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use yanka_tests::cards::damage::Damage;
use yanka_tests::cards::data::{self, Card};
use yanka_tests::cards::labels::Label;
use yanka_tests::cards::lettering::Faces;
use yanka_tests::cards::{MAX_PHOTOGRAPH_BYTES, photograph};

const USAGE: &str = "usage: cards [--cards DIR] [--font PATH] [--only NAME] [--damage all|KIND] \
                     [--megapixels N] OUT_DIR";

fn main() -> ExitCode {
    match Options::read(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(told) => {
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

struct Options {
    cards: PathBuf,
    font: PathBuf,
    only: Option<String>,
    damage: Option<Vec<Damage>>,
    megapixels: f32,
    out: PathBuf,
}

/// One photograph to make.
struct Job<'a> {
    card: &'a Card,
    name: String,
    damage: BTreeMap<Damage, u8>,
}

impl Options {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let home = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut options = Self {
            cards: home.join("cards"),
            font: home.join("cards/font"),
            only: None,
            damage: None,
            megapixels: 1.92,
            out: PathBuf::new(),
        };
        while let Some(word) = words.next() {
            let mut value =
                || words.next().ok_or_else(|| format!("{word} lacks its value; {USAGE}"));
            match word.as_str() {
                "--cards" => options.cards = value()?.into(),
                "--font" => options.font = value()?.into(),
                "--only" => options.only = Some(value()?),
                "--damage" => options.damage = Some(damages(&value()?)?),
                "--megapixels" => {
                    let number = value()?.parse().ok().filter(|n| (0.1..=50.0).contains(n));
                    options.megapixels =
                        number.ok_or("--megapixels takes a number of 0.1 to 50")?;
                }
                "--help" | "-h" => return Err(USAGE.to_owned()),
                flag if flag.starts_with('-') => return Err(format!("unknown {flag}; {USAGE}")),
                folder => options.out = folder.into(),
            }
        }
        if options.out.as_os_str().is_empty() { Err(USAGE.to_owned()) } else { Ok(options) }
    }
}

fn damages(word: &str) -> Result<Vec<Damage>, String> {
    if word == "all" {
        return Ok(Damage::ALL.to_vec());
    }
    let known = || Damage::ALL.iter().map(|d| d.word()).collect::<Vec<_>>().join(", ");
    let found = Damage::ALL.iter().find(|d| d.word() == word);
    found.map(|d| vec![*d]).ok_or_else(|| format!("--damage takes all or one of: {}", known()))
}

fn run(options: &Options) -> Result<String, String> {
    let faces = Faces::open(&options.font)?;
    let cards = data::read_folder(&options.cards)?;
    let jobs: Vec<Job<'_>> = cards
        .iter()
        .filter(|card| options.only.as_ref().is_none_or(|only| *only == card.name))
        .flat_map(|card| jobs_of(card, options.damage.as_deref()))
        .collect();
    if jobs.is_empty() {
        return Err("no card has this name".to_owned());
    }
    fs::create_dir_all(&options.out)
        .map_err(|e| format!("the folder {} cannot be made: {e}", options.out.display()))?;
    let mut labels = work(options, &faces, &jobs)?;
    labels.sort_by(|a, b| a.file.cmp(&b.file));
    if options.only.is_none() {
        let lines: Result<Vec<String>, _> = labels.iter().map(serde_json::to_string).collect();
        let text = lines.map_err(|e| e.to_string())?.join("\n") + "\n";
        save(&options.out.join("labels.jsonl"), text.as_bytes())?;
    }
    Ok(format!("{} photographs of {} cards", labels.len(), cards.len()))
}

fn jobs_of<'a>(card: &'a Card, matrix: Option<&[Damage]>) -> Vec<Job<'a>> {
    let Some(kinds) = matrix else {
        let (name, damage) = (card.name.clone(), card.photo.damage.clone());
        return vec![Job { card, name, damage }];
    };
    let one = |kind: &Damage, strength: u8| Job {
        card,
        name: format!("{}--{}-{strength}", card.name, kind.word()),
        damage: BTreeMap::from([(*kind, strength)]),
    };
    let plain = Job { card, name: format!("{}--none-0", card.name), damage: BTreeMap::new() };
    let harmed = kinds.iter().flat_map(|k| (1..=3).map(move |s| one(k, s)));
    std::iter::once(plain).chain(harmed).collect()
}

/// Makes all photographs, as many at a time as there are cores.
fn work(options: &Options, faces: &Faces, jobs: &[Job<'_>]) -> Result<Vec<Label>, String> {
    let next = AtomicUsize::new(0);
    let labels = Mutex::new(Vec::new());
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..hands)
            .map(|_| {
                scope.spawn(|| -> Result<(), String> {
                    while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let label = make(options, faces, job)?;
                        labels.lock().map_err(|_| "a worker stopped")?.push(label);
                    }
                    Ok(())
                })
            })
            .collect();
        workers.into_iter().try_for_each(|w| w.join().map_err(|_| "a worker stopped".to_owned())?)
    })?;
    labels.into_inner().map_err(|_| "a worker stopped".to_owned())
}

fn make(options: &Options, faces: &Faces, job: &Job<'_>) -> Result<Label, String> {
    let mut made = photograph(job.card, faces, &job.damage, options.megapixels)?;
    if options.damage.is_none()
        && options.megapixels < 2.0
        && made.bytes.len() > MAX_PHOTOGRAPH_BYTES
    {
        return Err(format!("{} weighs {} bytes, too many", job.name, made.bytes.len()));
    }
    made.label.file = format!("{}.jpg", job.name);
    save(&options.out.join(&made.label.file), &made.bytes)?;
    Ok(made.label)
}

fn save(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|e| format!("{} cannot be written: {e}", path.display()))
}
