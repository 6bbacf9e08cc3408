//! Parses the corrected bit stream into runs of bytes with their declared character set.
//!
//! Reads mode indicators, character counts, ECI assignments and structured append (ISO/IEC 18004,
//! 7.4 and 8) and the Hanzi mode of GB/T 18284. `rqrr` drops the declared character set and reads
//! neither Hanzi nor structured append. `charset` decides which characters the bytes are.

use crate::StructuredAppend;

/// Mode indicators (ISO/IEC 18004, table 2; Hanzi: GB/T 18284).
mod mode {
    pub const TERMINATOR: u32 = 0;
    pub const NUMERIC: u32 = 1;
    pub const ALPHANUMERIC: u32 = 2;
    pub const STRUCTURED_APPEND: u32 = 3;
    pub const BYTE: u32 = 4;
    pub const FNC1_FIRST: u32 = 5;
    pub const ECI: u32 = 7;
    pub const KANJI: u32 = 8;
    pub const FNC1_SECOND: u32 = 9;
    pub const HANZI: u32 = 13;
}

/// Bits of a character count in versions 1 to 9, 10 to 26 and 27 to 40 (ISO/IEC 18004, table 3).
const NUMERIC_COUNT_BITS: [usize; 3] = [10, 12, 14];
const ALPHANUMERIC_COUNT_BITS: [usize; 3] = [9, 11, 13];
const BYTE_COUNT_BITS: [usize; 3] = [8, 16, 16];
const DOUBLE_BYTE_COUNT_BITS: [usize; 3] = [8, 10, 12];

/// Characters of the alphanumeric mode by value (ISO/IEC 18004, table 5).
const ALPHANUMERIC: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
/// What a single percent sign stands for in FNC1 mode.
const GROUP_SEPARATOR: u8 = 0x1d;
/// The only subset that GB/T 18284 defines for Hanzi mode.
const HANZI_SUBSET_GB2312: u32 = 1;
/// Upper bound of a buffer reserved from a count in the stream: no symbol holds more characters
/// (7,089 digits in version 40-L, ISO/IEC 18004, table 7).
const MAX_RESERVED: usize = 8000;

/// The character set in which a run of bytes is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclaredCharset {
    /// The symbol declares none.
    Undeclared,
    /// An assignment number of the Extended Channel Interpretation (AIM ITS/04-023).
    Eci(u32),
    /// Kanji mode: Shift JIS.
    Kanji,
    /// Hanzi mode: GB 2312 (GB/T 18284, mode 1101).
    Hanzi,
}

/// The content of one symbol.
#[derive(Default)]
pub struct Message {
    /// Adjacent runs differ in their declaration.
    pub runs: Vec<(DeclaredCharset, Vec<u8>)>,
    pub structured_append: Option<StructuredAppend>,
}

impl Message {
    fn push(&mut self, declared: DeclaredCharset, bytes: &[u8]) {
        match self.runs.last_mut() {
            Some((last, run)) if *last == declared => run.extend_from_slice(bytes),
            _ => self.runs.push((declared, bytes.to_vec())),
        }
    }
}

/// Parses all segments of the data codewords; `None` where the stream is malformed.
pub fn read(data: &[u8], version: usize) -> Option<Message> {
    let mut bits = BitReader { data, position: 0 };
    let mut message = Message::default();
    let mut declared = DeclaredCharset::Undeclared;
    let mut fnc1 = false;
    while bits.remaining() >= 4 {
        match bits.take(4)? {
            mode::TERMINATOR => break,
            mode::NUMERIC => {
                let count = bits.count(version, NUMERIC_COUNT_BITS)?;
                message.push(declared, &numeric(&mut bits, count)?);
            }
            mode::ALPHANUMERIC => {
                let count = bits.count(version, ALPHANUMERIC_COUNT_BITS)?;
                let text = alphanumeric(&mut bits, count)?;
                let text = if fnc1 { unescape_fnc1(&text) } else { text };
                message.push(declared, &text);
            }
            mode::STRUCTURED_APPEND => {
                let (index, last) = (bits.take(4)? as u8, bits.take(4)? as u8);
                let parity = bits.take(8)? as u8;
                message.structured_append =
                    Some(StructuredAppend { index, total: last + 1, parity });
            }
            mode::BYTE => {
                let count = bits.count(version, BYTE_COUNT_BITS)?;
                if bits.remaining() < count * 8 {
                    return None;
                }
                let bytes: Option<Vec<u8>> =
                    (0..count).map(|_| bits.take(8).map(|b| b as u8)).collect();
                message.push(declared, &bytes?);
            }
            mode::FNC1_FIRST => fnc1 = true,
            mode::FNC1_SECOND => {
                fnc1 = true;
                // The application indicator.
                bits.take(8)?;
            }
            mode::ECI => declared = DeclaredCharset::Eci(eci_assignment(&mut bits)?),
            mode::KANJI => {
                let count = bits.count(version, DOUBLE_BYTE_COUNT_BITS)?;
                let text = double_byte(&mut bits, count, 0xc0, kanji_code)?;
                message.push(DeclaredCharset::Kanji, &text);
            }
            mode::HANZI => {
                if bits.take(4)? != HANZI_SUBSET_GB2312 {
                    return None;
                }
                let count = bits.count(version, DOUBLE_BYTE_COUNT_BITS)?;
                let text = double_byte(&mut bits, count, 0x60, hanzi_code)?;
                message.push(DeclaredCharset::Hanzi, &text);
            }
            _ => return None,
        }
    }
    Some(message)
}

struct BitReader<'a> {
    data: &'a [u8],
    /// In bits.
    position: usize,
}

impl BitReader<'_> {
    fn remaining(&self) -> usize {
        self.data.len() * 8 - self.position
    }

    fn take(&mut self, bits: usize) -> Option<u32> {
        if self.remaining() < bits {
            return None;
        }
        let mut out = 0;
        for _ in 0..bits {
            let bit = self.data[self.position >> 3] >> (7 - (self.position & 7)) & 1;
            out = out << 1 | u32::from(bit);
            self.position += 1;
        }
        Some(out)
    }

    /// A character count, whose width depends on the version.
    fn count(&mut self, version: usize, bits: [usize; 3]) -> Option<usize> {
        let bits = match version {
            0..=9 => bits[0],
            10..=26 => bits[1],
            _ => bits[2],
        };
        Some(self.take(bits)? as usize)
    }
}

/// An ECI assignment number of one, two or three bytes (ISO/IEC 18004, table 4).
fn eci_assignment(bits: &mut BitReader<'_>) -> Option<u32> {
    let first = bits.take(8)?;
    match first {
        0..=0x7f => Some(first),
        0x80..=0xbf => Some((first & 0x3f) << 8 | bits.take(8)?),
        0xc0..=0xdf => Some((first & 0x1f) << 16 | bits.take(16)?),
        _ => None,
    }
}

fn numeric(bits: &mut BitReader<'_>, count: usize) -> Option<Vec<u8>> {
    let mut text = Vec::with_capacity(count.min(MAX_RESERVED));
    let mut left = count;
    while left > 0 {
        let (digits, width) = match left {
            1 => (1, 4),
            2 => (2, 7),
            _ => (3, 10),
        };
        let value = bits.take(width)?;
        if value >= 10_u32.pow(digits) {
            return None;
        }
        for i in (0..digits).rev() {
            text.push(b'0' + (value / 10_u32.pow(i) % 10) as u8);
        }
        left -= digits as usize;
    }
    Some(text)
}

fn alphanumeric(bits: &mut BitReader<'_>, count: usize) -> Option<Vec<u8>> {
    let mut text = Vec::with_capacity(count.min(MAX_RESERVED));
    let mut left = count;
    while left > 0 {
        if left >= 2 {
            let value = bits.take(11)? as usize;
            text.push(*ALPHANUMERIC.get(value / 45)?);
            text.push(ALPHANUMERIC[value % 45]);
            left -= 2;
        } else {
            text.push(*ALPHANUMERIC.get(bits.take(6)? as usize)?);
            left -= 1;
        }
    }
    Some(text)
}

/// In FNC1 mode `%` is a group separator and `%%` a percent sign (ISO/IEC 18004, 7.4.8.1).
fn unescape_fnc1(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut i = 0;
    while i < text.len() {
        if text[i] == b'%' {
            let escaped = text.get(i + 1) == Some(&b'%');
            out.push(if escaped { b'%' } else { GROUP_SEPARATOR });
            i += usize::from(escaped);
        } else {
            out.push(text[i]);
        }
        i += 1;
    }
    out
}

/// Characters of 13 bits, each the two bytes of an offset code packed to the base `base`.
fn double_byte(
    bits: &mut BitReader<'_>,
    count: usize,
    base: u32,
    to_code: fn(u32) -> u32,
) -> Option<Vec<u8>> {
    if bits.remaining() < count * 13 {
        return None;
    }
    let mut text = Vec::with_capacity(2 * count);
    for _ in 0..count {
        let value = bits.take(13)?;
        let code = to_code(((value / base) << 8) | (value % base));
        text.extend([(code >> 8) as u8, code as u8]);
    }
    Some(text)
}

/// Shift JIS (ISO/IEC 18004, 7.4.6).
fn kanji_code(offset: u32) -> u32 {
    offset + if offset < 0x1f00 { 0x8140 } else { 0xc140 }
}

/// GB 2312 (GB/T 18284, 6.4.6).
fn hanzi_code(offset: u32) -> u32 {
    offset + if offset < 0x0a00 { 0xa1a1 } else { 0xa6a1 }
}
