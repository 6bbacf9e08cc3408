//! `measure photos DIR [--rows | --ours] [--only PART] [--python PATH]`: a folder of photographs with
//! `labels.jsonl` → how many are read, by set, beside plain `rqrr` and zxing-cpp, and the processor
//! time of each by size of the picture.
//!
//! All three get the same grey pixels. A photograph counts as read when one of its codes is read
//! with a text that its label accepts. Knows no file and no set by name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use yanka::photo::{self, Picture};

#[path = "photos/readers.rs"]
mod readers;
#[path = "photos/table.rs"]
mod table;

/// One line of labels.jsonl.
#[derive(Deserialize)]
struct Label {
    file: String,
    set: String,
    symbols: Vec<ExpectedCode>,
}

/// One code of a photograph; its payload is unknown without text and `accept`.
#[derive(Deserialize)]
struct ExpectedCode {
    text: Option<String>,
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

/// No label distinguishes line ends and blanks around a text.
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

/// One photograph and each reader's result, in the order of [`READERS`].
struct Row {
    label: Label,
    pixels: u64,
    answers: Vec<Answer>,
}

/// Ours first.
const READERS: [&str; 3] = ["yanka", "zxing-cpp", "rqrr"];

impl Row {
    /// Whether any text of a reader is right.
    fn read(&self, reader: usize) -> bool {
        self.right(reader) > 0
    }

    /// Codes that a reader read right; two codes with one text count as often as it was read.
    fn right(&self, reader: usize) -> usize {
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
    fn misread(&self, reader: usize) -> usize {
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
    alone: bool,
    python: PathBuf,
}

/// Reads and measures a folder.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(words: &[String]) -> Result<(), String> {
    let options = options(words)?;
    let labels = labels(&options.folder)?;
    let mut zxing = match options.rows || options.alone {
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
        "read": row.read(0),
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
        alone: false,
        python: "python3".into(),
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--rows" => options.rows = true,
            "--only" => options.only = words.next().ok_or(USAGE)?.clone(),
            "--ours" => options.alone = true,
            "--python" => options.python = words.next().ok_or(USAGE)?.into(),
            flag if flag.starts_with('-') => return Err(format!("unknown {flag}; {USAGE}")),
            folder => options.folder = folder.into(),
        }
    }
    if options.folder.as_os_str().is_empty() { Err(USAGE.to_owned()) } else { Ok(options) }
}

fn labels(folder: &Path) -> Result<Vec<Label>, String> {
    let path = folder.join("labels.jsonl");
    let text = std::fs::read_to_string(&path)
        .map_err(|e| format!("{} cannot be read: {e}", path.display()))?;
    let line = |(i, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|e| format!("{}:{}: {e}", path.display(), i + 1))
    };
    text.lines().enumerate().map(line).collect()
}

/// Photographs by set, in order.
fn by_set(rows: &[Row]) -> BTreeMap<&str, Vec<&Row>> {
    let mut sets: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        sets.entry(&row.label.set).or_default().push(row);
    }
    sets
}
