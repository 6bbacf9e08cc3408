//! `measure photos DIR [--rows | --ours] [--only PART] [--python PATH]`: a folder of photographs with
//! `labels.jsonl` → how many are read, by set, beside plain `rqrr` and zxing-cpp, and the processor
//! time of each by size of the picture.
//!
//! `--rows` prints one line of JSON a photograph, read by yanka alone; `--ours` the tables of yanka
//! alone. `--only PART` takes the photographs with PART in their path. `--python PATH` is the
//! interpreter that has zxing-cpp; `python3` without it.
//!
//! All three get the same grey pixels. A photograph counts as read when one of its codes is read
//! with a text that its label accepts. Knows no file and no set; a set is named `family-name`, and
//! the tables also sum by family.

use std::path::PathBuf;

use serde::Deserialize;
use yanka::photo::{self, Picture};
use yanka_tests::cards::labels;

#[path = "photos/readers.rs"]
mod readers;
#[path = "photos/table.rs"]
mod table;

/// What this measure needs of a line of labels.jsonl.
#[derive(Deserialize)]
struct ExpectedPhoto {
    file: String,
    set: String,
    symbols: Vec<ExpectedCode>,
}

/// One code of a photograph. The payload is unknown if `text` is null and `accept` is empty.
#[derive(Deserialize)]
struct ExpectedCode {
    text: Option<String>,
    /// Other texts that count as right.
    #[serde(default)]
    accept: Vec<String>,
}

impl ExpectedCode {
    fn is_known(&self) -> bool {
        self.text.is_some() || !self.accept.is_empty()
    }

    fn accepts(&self, text: &str) -> bool {
        let same = |known: &String| plain(known) == plain(text);
        self.text.iter().chain(&self.accept).any(same)
    }
}

/// `text` with LF line ends, trimmed: labels do not distinguish these.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// Result of one reader for one photograph.
#[derive(Clone, Default)]
struct Answer {
    texts: Vec<String>,
    /// Milliseconds of processor time from grey pixels to texts.
    ms: f64,
}

/// One photograph and the results in the order of [`READERS`]: of all, or of ours alone.
struct Row {
    label: ExpectedPhoto,
    pixels: u64,
    answers: Vec<Answer>,
}

/// Ours first.
const READERS: [&str; 3] = ["yanka", "zxing-cpp", "rqrr"];

impl Row {
    /// Whether any text of a reader is right.
    fn is_read(&self, reader: usize) -> bool {
        self.correct_count(reader) > 0
    }

    /// Codes that a reader read right; two codes with one text count as often as it was read.
    fn correct_count(&self, reader: usize) -> usize {
        let Some(answer) = self.answers.get(reader) else { return 0 };
        let mut texts: Vec<&String> = answer.texts.iter().collect();
        let mut found = 0;
        for known in &self.label.symbols {
            if let Some(i) = texts.iter().position(|t| known.accepts(t)) {
                texts.swap_remove(i);
                found += 1;
            }
        }
        found
    }

    /// Texts that no label accepts, where every code's text is known.
    fn misread_count(&self, reader: usize) -> usize {
        if self.label.symbols.is_empty() || !self.label.symbols.iter().all(ExpectedCode::is_known) {
            return 0;
        }
        let wrong = |t: &&String| !self.label.symbols.iter().any(|k| k.accepts(t));
        self.answers.get(reader).map_or(0, |a| a.texts.iter().filter(wrong).count())
    }

    fn is_known(&self) -> bool {
        self.label.symbols.iter().any(ExpectedCode::is_known)
    }
}

struct Options {
    folder: PathBuf,
    rows: bool,
    only: String,
    ours: bool,
    python: PathBuf,
}

/// Reads and measures a folder.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(words: &[String]) -> Result<(), String> {
    let options = options(words)?;
    let labels: Vec<ExpectedPhoto> = labels::read(&options.folder)?;
    let mut zxing = match options.rows || options.ours {
        true => None,
        false => Some(readers::Zxing::start(&options.python)?),
    };
    let mut rows = Vec::with_capacity(labels.len());
    for label in labels.into_iter().filter(|l| l.file.contains(&options.only)) {
        let path = options.folder.join(&label.file);
        let bytes =
            std::fs::read(&path).map_err(|e| format!("{} cannot be read: {e}", path.display()))?;
        let luma = photo::load_upright(&Picture::Encoded(&bytes))
            .map_err(|e| format!("{} is refused: {e:?}", path.display()))?;
        let pixels = luma.data.len() as u64;
        let mut answers = vec![readers::ours(&luma)];
        if let Some(zxing) = &mut zxing {
            answers.push(zxing.read(&luma)?);
            answers.push(readers::rqrr(&luma));
        }
        let row = Row { label, pixels, answers };
        if options.rows {
            print_row(&row);
        }
        rows.push(row);
    }
    if !options.rows {
        print!("{}", table::print(&rows));
    }
    Ok(())
}

fn print_row(row: &Row) {
    let line = serde_json::json!({
        "file": row.label.file,
        "read": row.is_read(0),
        "texts": row.answers[0].texts,
        "ms": row.answers[0].ms,
    });
    println!("{line}");
}

fn options(words: &[String]) -> Result<Options, String> {
    const USAGE: &str = "usage: measure photos DIR [--rows | --ours] [--only PART] [--python PATH]";
    let mut options = Options {
        folder: PathBuf::new(),
        only: String::new(),
        rows: false,
        ours: false,
        python: "python3".into(),
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--rows" => options.rows = true,
            "--only" => options.only = words.next().ok_or(USAGE)?.clone(),
            "--ours" => options.ours = true,
            "--python" => options.python = words.next().ok_or(USAGE)?.into(),
            flag if flag.starts_with('-') => return Err(format!("unknown {flag}; {USAGE}")),
            folder if options.folder.as_os_str().is_empty() => options.folder = folder.into(),
            _ => return Err(USAGE.to_owned()),
        }
    }
    if options.folder.as_os_str().is_empty() { Err(USAGE.to_owned()) } else { Ok(options) }
}
