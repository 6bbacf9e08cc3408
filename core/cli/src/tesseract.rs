//! Reads the printed words of a card with `tesseract`, if it is installed.
//!
//! Passes picture and words through pipes and writes no file. Drops words of low confidence; the core
//! judges the rest and marks every line as read by machine.

use crate::messages::Failure;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use yanka::report::{Point, StraightCard, Word};

/// Language data for Simplified Chinese; in Debian the package `tesseract-ocr-chi-sim`.
const LANGUAGE: &str = "chi_sim";
/// Page segmentation mode 11, sparse text: a card has words in many places and no columns.
const SEGMENTATION_MODE: &str = "11";
/// Time limit. A card takes about a second; a picture of noise can take minutes.
const TIMEOUT: Duration = Duration::from_secs(60);
/// Least confidence of a word, in per cent; below it most words come from texture and codes. Empirical;
/// no measurement recorded.
const MIN_CONFIDENCE: f32 = 40.0;
/// Most bytes of output that are read; no card has so many words.
const MAX_OUTPUT_BYTES: u64 = 4 << 20;

/// Checks that tesseract and its Chinese language data are installed.
///
/// # Errors
/// [`Failure::OcrMissing`] if they are not.
pub fn check_installed() -> Result<(), Failure> {
    let listed = Command::new("tesseract").arg("--list-langs").stdin(Stdio::null()).output();
    let listed = listed.map_err(|_| Failure::OcrMissing)?;
    let installed = String::from_utf8_lossy(&listed.stdout).lines().any(|l| l.trim() == LANGUAGE);
    if installed { Ok(()) } else { Err(Failure::OcrMissing) }
}

/// The printed lines of a card, with their corners in pixels of the straight card.
///
/// # Errors
/// [`Failure::OcrMissing`] if tesseract does not start; [`Failure::OcrFailed`] if it fails or exceeds
/// the time limit.
pub fn read_lines(card: StraightCard) -> Result<Vec<Word>, Failure> {
    let mut process = Command::new("tesseract")
        .args(["-", "-", "-l", LANGUAGE, "--psm", SEGMENTATION_MODE, "-c", "tessedit_create_tsv=1"])
        .env("OMP_THREAD_LIMIT", "1") // Several threads are slower than one.
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| Failure::OcrMissing)?;
    let table = read_table(&mut process, card.bytes);
    if table.is_none() {
        // An error means that the process has ended already.
        let _ = process.kill();
    }
    let succeeded = process.wait().is_ok_and(|status| status.success());
    table.filter(|_| succeeded).map(|t| parse_table(&t)).ok_or(Failure::OcrFailed)
}

/// The output of tesseract; `None` if it exceeds the time limit.
fn read_table(process: &mut Child, picture: Vec<u8>) -> Option<String> {
    let (mut input, output) = (process.stdin.take()?, process.stdout.take()?);
    // Writing fails if tesseract ends early; its exit status reports that.
    std::thread::spawn(move || input.write_all(&picture).is_ok());
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut text = Vec::new();
        let read = output.take(MAX_OUTPUT_BYTES).read_to_end(&mut text);
        // Sending fails after the time limit, when the receiver is gone.
        let _ = sender.send(read.ok().map(|_| String::from_utf8_lossy(&text).into_owned()));
    });
    receiver.recv_timeout(TIMEOUT).ok().flatten()
}

/// One row of the table: one word.
struct Row<'a> {
    /// Numbers of its block, paragraph and line, as written.
    line: [&'a str; 3],
    /// Left, top, right, bottom, in pixels.
    bounds: [f32; 4],
    /// Confidence in per cent.
    confidence: f32,
    text: &'a str,
}

/// Parses one row; `None` for a row without a word. The columns of tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
fn parse_row(line: &str) -> Option<Row<'_>> {
    let columns: Vec<&str> = line.splitn(12, '\t').collect();
    let number = |index: usize| columns.get(index)?.parse::<f32>().ok();
    let (left, top) = (number(6)?, number(7)?);
    Some(Row {
        line: [columns.get(2)?, columns.get(3)?, columns.get(4)?],
        bounds: [left, top, left + number(8)?, top + number(9)?],
        confidence: number(10)?,
        text: columns.get(11).map(|t| t.trim()).filter(|t| !t.is_empty())?,
    })
}

/// The lines of the table, each with the bounding box of its words.
fn parse_table(table: &str) -> Vec<Word> {
    let mut lines: Vec<Word> = Vec::new();
    let mut last_line = None;
    let mut bounds = [0.0; 4];
    for row in table.lines().filter_map(parse_row).filter(|r| r.confidence >= MIN_CONFIDENCE) {
        let [left, top, right, bottom] = row.bounds;
        match lines.last_mut() {
            Some(line) if last_line == Some(row.line) => {
                if needs_space(&line.text, row.text) {
                    line.text.push(' ');
                }
                line.text.push_str(row.text);
                bounds = [
                    f32::min(bounds[0], left),
                    f32::min(bounds[1], top),
                    f32::max(bounds[2], right),
                    f32::max(bounds[3], bottom),
                ];
                line.corners = corners(bounds);
            }
            _ => {
                bounds = row.bounds;
                let corners = corners(bounds);
                lines.push(Word { text: row.text.to_owned(), corners, straight: true });
            }
        }
        last_line = Some(row.line);
    }
    lines
}

/// True if a space belongs between two words: only Latin words have spaces.
fn needs_space(before: &str, after: &str) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    latin(before.chars().last()) && latin(after.chars().next())
}

/// The corners of a bounding box, clockwise from the upper left.
fn corners([left, top, right, bottom]: [f32; 4]) -> Vec<Point> {
    [(left, top), (right, top), (right, bottom), (left, bottom)]
        .map(|(x, y)| Point { x, y })
        .to_vec()
}
