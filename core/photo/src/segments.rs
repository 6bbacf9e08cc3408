//! Reads the corrected bit stream: modes, counts, character sets, parts (ISO/IEC 18004, 7.4 and 8).
//!
//! `rqrr` drops the declared character set and knows neither Hanzi nor split messages, so the
//! stream is read here. Which characters the bytes are is decided in `charset`.

use super::StructuredAppend;

/// The character set a run of bytes is declared in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declared {
    /// Nothing was said.
    Nothing,
    /// An assignment number of the Extended Channel Interpretation (AIM ITS/04-023).
    Eci(u32),
    /// Kanji mode: Shift JIS.
    Kanji,
    /// Hanzi mode: GB 2312 (GB/T 18284, mode 1101).
    Hanzi,
}

/// Everything that one stream says.
#[derive(Default)]
pub struct Message {
    pub runs: Vec<(Declared, Vec<u8>)>,
    pub structured_append: Option<StructuredAppend>,
}

impl Message {
    fn push(&mut self, declared: Declared, bytes: &[u8]) {
        match self.runs.last_mut() {
            Some((last, run)) if *last == declared => run.extend_from_slice(bytes),
            _ => self.runs.push((declared, bytes.to_vec())),
        }
    }
}

struct Stream<'a> {
    data: &'a [u8],
    at: usize,
}

impl Stream<'_> {
    fn left(&self) -> usize {
        self.data.len() * 8 - self.at
    }

    fn take(&mut self, bits: usize) -> Option<u32> {
        if self.left() < bits {
            return None;
        }
        let mut out = 0;
        for _ in 0..bits {
            out = out << 1 | u32::from(self.data[self.at >> 3] >> (7 - (self.at & 7)) & 1);
            self.at += 1;
        }
        Some(out)
    }
}

/// Reads all segments; `None` where the stream is none.
pub fn read(data: &[u8], version: usize) -> Option<Message> {
    let mut s = Stream { data, at: 0 };
    let mut out = Message::default();
    let mut declared = Declared::Nothing;
    let mut first_function = false;
    while s.left() >= 4 {
        match s.take(4)? {
            0 => break,
            1 => numeric(&mut s, width(version, [10, 12, 14]), declared, &mut out)?,
            2 => {
                let bits = width(version, [9, 11, 13]);
                alphanumeric(&mut s, bits, declared, first_function, &mut out)?;
            }
            3 => {
                let (index, last) = (s.take(4)? as u8, s.take(4)? as u8);
                out.structured_append =
                    Some(StructuredAppend { index, total: last + 1, parity: s.take(8)? as u8 });
            }
            4 => {
                let n = s.take(width(version, [8, 16, 16]))? as usize;
                if s.left() < n * 8 {
                    return None;
                }
                let bytes: Option<Vec<u8>> = (0..n).map(|_| s.take(8).map(|b| b as u8)).collect();
                out.push(declared, &bytes?);
            }
            5 => first_function = true,
            7 => declared = Declared::Eci(assignment(&mut s)?),
            8 => double(&mut s, version, 0xc0, kanji, Declared::Kanji, &mut out)?,
            9 => {
                first_function = true;
                s.take(8)?;
            }
            13 => {
                // The subset that follows is GB 2312, the only one there is.
                if s.take(4)? != 1 {
                    return None;
                }
                double(&mut s, version, 0x60, hanzi, Declared::Hanzi, &mut out)?;
            }
            _ => return None,
        }
    }
    Some(out)
}

/// Bits of a count, by version 1 to 9, 10 to 26, 27 to 40.
fn width(version: usize, bits: [usize; 3]) -> usize {
    match version {
        0..=9 => bits[0],
        10..=26 => bits[1],
        _ => bits[2],
    }
}

fn assignment(s: &mut Stream<'_>) -> Option<u32> {
    let first = s.take(8)?;
    match first {
        0..=0x7f => Some(first),
        0x80..=0xbf => Some((first & 0x3f) << 8 | s.take(8)?),
        0xc0..=0xdf => Some((first & 0x1f) << 16 | s.take(16)?),
        _ => None,
    }
}

fn numeric(s: &mut Stream<'_>, bits: usize, declared: Declared, out: &mut Message) -> Option<()> {
    let n = s.take(bits)? as usize;
    let mut text = Vec::with_capacity(n.min(8000));
    let mut left = n;
    while left > 0 {
        let (digits, bits) = match left {
            1 => (1, 4),
            2 => (2, 7),
            _ => (3, 10),
        };
        let v = s.take(bits)?;
        if v >= 10_u32.pow(digits) {
            return None;
        }
        for i in (0..digits).rev() {
            text.push(b'0' + (v / 10_u32.pow(i) % 10) as u8);
        }
        left -= digits as usize;
    }
    out.push(declared, &text);
    Some(())
}

fn alphanumeric(
    s: &mut Stream<'_>,
    bits: usize,
    declared: Declared,
    first_function: bool,
    out: &mut Message,
) -> Option<()> {
    const SIGNS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let n = s.take(bits)? as usize;
    let mut text = Vec::with_capacity(n.min(8000));
    let mut left = n;
    while left > 0 {
        if left >= 2 {
            let v = s.take(11)? as usize;
            text.push(*SIGNS.get(v / 45)?);
            text.push(SIGNS[v % 45]);
            left -= 2;
        } else {
            text.push(*SIGNS.get(s.take(6)? as usize)?);
            left -= 1;
        }
    }
    if first_function {
        text = separated(&text);
    }
    out.push(declared, &text);
    Some(())
}

/// In FNC1 mode a percent sign is a separator and two of them are one (ISO/IEC 18004, 7.4.8.1).
fn separated(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut i = 0;
    while i < text.len() {
        if text[i] == b'%' {
            let twice = text.get(i + 1) == Some(&b'%');
            out.push(if twice { b'%' } else { 0x1d });
            i += usize::from(twice);
        } else {
            out.push(text[i]);
        }
        i += 1;
    }
    out
}

fn double(
    s: &mut Stream<'_>,
    version: usize,
    base: u32,
    to: fn(u32) -> u32,
    declared: Declared,
    out: &mut Message,
) -> Option<()> {
    let n = s.take(width(version, [8, 10, 12]))? as usize;
    if s.left() < n * 13 {
        return None;
    }
    let mut text = Vec::with_capacity(2 * n);
    for _ in 0..n {
        let v = s.take(13)?;
        let pair = to(((v / base) << 8) | (v % base));
        text.extend([(pair >> 8) as u8, pair as u8]);
    }
    out.push(declared, &text);
    Some(())
}

fn kanji(v: u32) -> u32 {
    v + if v < 0x1f00 { 0x8140 } else { 0xc140 }
}

fn hanzi(v: u32) -> u32 {
    v + if v < 0x0a00 { 0xa1a1 } else { 0xa6a1 }
}
