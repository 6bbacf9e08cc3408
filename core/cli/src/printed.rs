//! Has the printed words of a card read by `tesseract`, where it is installed.
//!
//! The picture goes in and the words come out through pipes: no file is written. Decides which lines
//! are worth handing on; what they mean is the core's affair, and every line stays told apart as
//! read by machine.

use crate::words::Failure;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use yanka::report::{Point, StraightCard, Word};

/// Simplified Chinese, as Debian's `tesseract-ocr-chi-sim` brings it.
const LANGUAGE: &str = "chi_sim";
/// Sparse text: a card has words in many places and no columns.
const LAYOUT: &str = "11";
/// A card of ordinary size takes a second; a picture of noise can take minutes.
const LONGEST: Duration = Duration::from_secs(60);
/// Characters that the reader itself is less sure of, in per cent, come from texture and codes.
const LEAST_SURE: f32 = 40.0;
/// The tables of more characters than any card has are not read to their end.
const MOST_BYTES: u64 = 4 << 20;

/// Says so where no reader of Chinese is installed.
///
/// # Errors
/// [`Failure::NoReader`].
pub fn ready() -> Result<(), Failure> {
    let listed = Command::new("tesseract").arg("--list-langs").stdin(Stdio::null()).output();
    let listed = listed.map_err(|_| Failure::NoReader)?;
    let known = String::from_utf8_lossy(&listed.stdout).lines().any(|l| l.trim() == LANGUAGE);
    if known { Ok(()) } else { Err(Failure::NoReader) }
}

/// The printed lines of a card, with their corners on its straight picture.
///
/// # Errors
/// [`Failure::Unread`] where the reader fails or takes too long.
pub fn lines(card: StraightCard) -> Result<Vec<Word>, Failure> {
    let mut reader = Command::new("tesseract")
        .args(["-", "-", "-l", LANGUAGE, "--psm", LAYOUT, "-c", "tessedit_create_tsv=1"])
        .env("OMP_THREAD_LIMIT", "1") // several threads only get into each other's way
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| Failure::NoReader)?;
    let table = table(&mut reader, card.bytes);
    if table.is_none() {
        // It may have ended by itself; either way nothing of it is left behind.
        let _ = reader.kill();
    }
    let ended = reader.wait().is_ok_and(|status| status.success());
    table.filter(|_| ended).map(|t| from_table(&t)).ok_or(Failure::Unread)
}

/// What the reader wrote; `None` where it does not end in time.
fn table(reader: &mut Child, picture: Vec<u8>) -> Option<String> {
    let (mut into, from) = (reader.stdin.take()?, reader.stdout.take()?);
    // A reader that ends early closes its end, and the rest of the picture has nowhere to go.
    std::thread::spawn(move || into.write_all(&picture).is_ok());
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut text = Vec::new();
        let read = from.take(MOST_BYTES).read_to_end(&mut text);
        // Nobody listens any more where it took too long.
        let _ = sender.send(read.ok().map(|_| String::from_utf8_lossy(&text).into_owned()));
    });
    let until = Instant::now() + LONGEST;
    receiver.recv_timeout(until.saturating_duration_since(Instant::now())).ok().flatten()
}

/// One row of the table: a word of a line.
struct Row<'a> {
    /// Numbers of its block, paragraph and line.
    line: [&'a str; 3],
    /// Left, top, right, bottom, in pixels.
    bounds: [f32; 4],
    sure: f32,
    text: &'a str,
}

/// Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
fn row(line: &str) -> Option<Row<'_>> {
    let all: Vec<&str> = line.splitn(12, '\t').collect();
    let number = |at: usize| all.get(at)?.parse::<f32>().ok();
    let (left, top) = (number(6)?, number(7)?);
    Some(Row {
        line: [all.get(2)?, all.get(3)?, all.get(4)?],
        bounds: [left, top, left + number(8)?, top + number(9)?],
        sure: number(10)?,
        text: all.get(11).map(|t| t.trim()).filter(|t| !t.is_empty())?,
    })
}

fn from_table(table: &str) -> Vec<Word> {
    let mut lines: Vec<Word> = Vec::new();
    let mut last = None;
    let mut around = [0.0; 4];
    for row in table.lines().filter_map(row).filter(|r| r.sure >= LEAST_SURE) {
        let [left, top, right, bottom] = row.bounds;
        match lines.last_mut() {
            Some(line) if last == Some(row.line) => {
                if joins(&line.text, row.text) {
                    line.text.push(' ');
                }
                line.text.push_str(row.text);
                around = [
                    f32::min(around[0], left),
                    f32::min(around[1], top),
                    f32::max(around[2], right),
                    f32::max(around[3], bottom),
                ];
                line.corners = corners(around);
            }
            _ => {
                around = row.bounds;
                let corners = corners(around);
                lines.push(Word { text: row.text.to_owned(), corners, straight: true });
            }
        }
        last = Some(row.line);
    }
    lines
}

/// Whether a space belongs between two words: only Latin ones are written apart.
fn joins(before: &str, after: &str) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    latin(before.chars().last()) && latin(after.chars().next())
}

/// Clockwise from the upper left.
fn corners([left, top, right, bottom]: [f32; 4]) -> Vec<Point> {
    [(left, top), (right, top), (right, bottom), (left, bottom)]
        .map(|(x, y)| Point { x, y })
        .to_vec()
}
