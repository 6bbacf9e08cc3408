//! Counts how many codes of our own cards are read, by kind of damage and by its strength.
//!
//! Reads a folder that `cards --damage all FOLDER` filled. Judges only against its labels.jsonl;
//! knows nothing of how the pictures came to be.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use yanka::photo::{self, Picture, Reading};

use crate::cards::labels::{self, Label, SymbolLabel};

/// What one group of photographs came to.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// QR codes read with the right text.
    pub read: usize,
    /// QR codes in the pictures.
    pub codes: usize,
    /// Round codes reported, at their position.
    pub reported: usize,
    /// Round codes in the pictures.
    pub rounds: usize,
    /// Texts that stand in no label of the picture.
    pub misread: usize,
    /// Round codes reported where there is none.
    pub invented: usize,
    /// Photographs that were refused.
    pub refused: usize,
    /// Milliseconds from grey to codes of each photograph.
    pub milliseconds: Vec<f64>,
}

impl Count {
    fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.codes += other.codes;
        self.reported += other.reported;
        self.rounds += other.rounds;
        self.misread += other.misread;
        self.invented += other.invented;
        self.refused += other.refused;
        self.milliseconds.extend(&other.milliseconds);
    }

    /// Milliseconds that the share `part` of the photographs stays below.
    fn below(&self, part: f64) -> f64 {
        let mut all = self.milliseconds.clone();
        all.sort_by(f64::total_cmp);
        let last = all.len().saturating_sub(1);
        all.get((last as f64 * part).round() as usize).copied().unwrap_or(0.0)
    }
}

/// Counts by damage, for each strength of 0 (none) to 3.
pub type Table = BTreeMap<String, [Count; 4]>;

/// Reads every photograph of a folder and gives the table to print.
///
/// # Errors
/// A sentence when the folder or its labels.jsonl cannot be read.
pub fn measure(folder: &Path) -> Result<String, String> {
    let labels: Vec<Label> = labels::read(folder)
        .map_err(|e| format!("{e}; `cards --damage all FOLDER` makes the folder"))?;
    let mut table = Table::new();
    let mut all = Count::default();
    for label in &labels {
        let path = folder.join(&label.file);
        let bytes =
            std::fs::read(&path).map_err(|e| format!("{} cannot be read: {e}", path.display()))?;
        let count = match photo::read(Picture::Encoded(&bytes), &mut ()) {
            Ok(reading) => judge(label, &reading),
            Err(_) => Count { refused: 1, ..blank(label) },
        };
        for (damage, strength) in damages(label) {
            table.entry(damage).or_default()[strength].add(&count);
        }
        all.add(&count);
    }
    Ok(print(&table, &all))
}

/// A photograph with several damages counts for each of them.
fn damages(label: &Label) -> Vec<(String, usize)> {
    if label.damage.is_empty() {
        return vec![("none".to_owned(), 0)];
    }
    let split = |d: &String| {
        let (kind, strength) = d.rsplit_once('-').unwrap_or((d, "1"));
        (kind.to_owned(), strength.parse().unwrap_or(1).min(3))
    };
    label.damage.iter().map(split).collect()
}

fn blank(label: &Label) -> Count {
    let codes = label.symbols.iter().filter(|s| s.text.is_some()).count();
    Count { codes, rounds: label.symbols.len() - codes, ..Count::default() }
}

fn judge(label: &Label, reading: &Reading) -> Count {
    let mut count = blank(label);
    let texts: Vec<&str> = reading.symbols.iter().filter_map(|s| s.text.as_deref()).collect();
    let wanted: Vec<&str> = label.symbols.iter().filter_map(|s| s.text.as_deref()).collect();
    count.read = wanted.iter().filter(|w| texts.contains(w)).count();
    count.misread = texts.iter().filter(|t| !wanted.contains(t)).count();
    let centres: Vec<(f32, f32)> = reading
        .round_codes
        .iter()
        .map(|r| {
            let mean = |f: fn(&yanka::report::Point) -> f32| r.corners.iter().map(f).sum::<f32>();
            (mean(|p| p.x) / 4.0, mean(|p| p.y) / 4.0)
        })
        .collect();
    let rounds: Vec<&SymbolLabel> = label.symbols.iter().filter(|s| s.text.is_none()).collect();
    let reported = |s: &&&SymbolLabel| centres.iter().any(|c| lies_in(s, *c));
    count.reported = rounds.iter().filter(reported).count();
    count.invented = centres.iter().filter(|c| !rounds.iter().any(|s| lies_in(s, **c))).count();
    count.milliseconds.push(reading.read_ms);
    count
}

/// Whether a point is no further from a code's middle than a third of its extent.
fn lies_in(symbol: &SymbolLabel, (x, y): (f32, f32)) -> bool {
    let xs: Vec<f32> = symbol.corners.iter().step_by(2).copied().collect();
    let ys: Vec<f32> = symbol.corners.iter().skip(1).step_by(2).copied().collect();
    let near = |all: &[f32], at: f32| {
        let (low, high) = all.iter().fold((f32::MAX, f32::MIN), |(l, h), v| (l.min(*v), h.max(*v)));
        (at - f32::midpoint(low, high)).abs() < (high - low) / 3.0
    };
    near(&xs, x) && near(&ys, y)
}

fn print(table: &Table, all: &Count) -> String {
    let mut out = String::from(
        "codes read, % by strength     weak medium strong    all   round reported   ms median   p95   max\n",
    );
    for (damage, strengths) in table {
        let mut sum = Count::default();
        strengths.iter().for_each(|s| sum.add(s));
        let share = |c: &Count| match c.codes {
            0 => "     -".to_owned(),
            n => format!("{:6.1}", 100.0 * c.read as f64 / n as f64),
        };
        let three: Vec<String> = strengths[1..].iter().map(share).collect();
        let _ = writeln!(out, "{damage:26}  {} {}{}", three.join(" "), share(&sum), tail(&sum));
    }
    let share = 100.0 * all.read as f64 / all.codes.max(1) as f64;
    let _ = writeln!(out, "{:26}  {:20} {share:6.1}{}", "all", "", tail(all));
    let _ = writeln!(
        out,
        "{} of {} codes read in {} photographs; {} misread; {} round codes reported where there is \
         none; {} photographs refused",
        all.read,
        all.codes,
        all.milliseconds.len() + all.refused,
        all.misread,
        all.invented,
        all.refused
    );
    out
}

fn tail(count: &Count) -> String {
    let [median, p95, max] = [0.5, 0.95, 1.0].map(|p| count.below(p));
    format!("   {:4} of {:3}    {median:8.1} {p95:5.0} {max:5.0}", count.reported, count.rounds)
}
