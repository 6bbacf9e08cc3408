//! Decides how a text is read where senders disguise links, and maps positions back.
//!
//! Full-width letters become ASCII, invisible characters are dropped, spelled-out dots become dots,
//! broken lines are joined. Words stay. One pass with bounded look-ahead; knows no host.

use super::chars::is_dot_variant;
use super::folded::{Fold, Folded, Piece};
use super::payload::starts_with_ignore_case;
use super::suffixes;
use std::borrow::Cow;
use yanka_types::chars::{full_width_to_ascii, is_invisible};
use yanka_types::limits::MAX_HOST_BYTES;

/// Line breaks that are joined inside one address.
const MAX_JOINS: u8 = 4;
/// White space that is examined at a line break, in bytes.
const MAX_BREAK: usize = 64;
/// Characters that are examined for the next letter, and for the next label.
const MAX_LOOK_AHEAD: usize = 8;
const MAX_LABEL: usize = 64;
/// Dots in brackets.
const BRACKETED_DOTS: &[&str] =
    &["[.]", "(.)", "{.}", "[dot]", "(dot)", "{dot}", "[点]", "(点)", "{点}"];
/// Dots between spaces.
const SPACED_DOTS: &[&str] = &[" dot ", " . "];
/// Dots between two labels after the first spelled-out dot.
const NEXT_DOTS: &[&str] = &["点", ".", " dot ", "。"];
/// Folds `text`.
pub(super) fn fold(text: &str) -> Folded<'_> {
    if !text.bytes().any(may_change) {
        return Folded { text: Cow::Borrowed(text), pieces: Vec::new() };
    }
    let mut folder = Folder {
        text,
        folded: String::with_capacity(text.len()),
        pieces: Vec::new(),
        pending: Fold::Unchanged,
        address_start: None,
        joins: 0,
    };
    let mut at = 0;
    while at < text.len() {
        let unchanged = text.as_bytes()[at..].iter().take_while(|b| !may_change(**b)).count();
        folder.copy_range(at, at + unchanged);
        at += unchanged;
        let Some(c) = text[at..].chars().next() else { break };
        at += folder.fold_char(at, c);
    }
    Folded { text: Cow::Owned(folder.folded), pieces: folder.pieces }
}

/// Whether a sequence that folding changes can start with the byte `b`.
const fn may_change(b: u8) -> bool {
    !b.is_ascii() || matches!(b, b'[' | b'(' | b'{' | b'\n' | b'\r' | b'\t' | b'\x0c' | b' ')
}

struct Folder<'a> {
    text: &'a str,
    /// The folded text so far.
    folded: String,
    pieces: Vec<Piece>,
    /// What was dropped since the last piece.
    pending: Fold,
    /// Byte of `folded` after the `://` of the current address; `None` outside an address.
    address_start: Option<usize>,
    /// Line breaks joined in the current address.
    joins: u8,
}

impl Folder<'_> {
    /// Folds the character `c` at `at` of the original; returns the number of bytes consumed.
    fn fold_char(&mut self, at: usize, c: char) -> usize {
        if c.is_ascii() {
            return self.fold_ascii(at, c);
        }
        let len = c.len_utf8();
        if is_invisible(c) {
            if self.pending == Fold::Unchanged {
                self.pending = Fold::Invisible;
            }
            return len;
        }
        if let Some(ascii) = self.address_ascii(c, at + len) {
            self.replace(at, at + len, ascii, Fold::FullWidth);
            return len;
        }
        if is_dot_variant(c) && self.is_between_letters(at + len) {
            self.replace(at, at + len, '.', Fold::Dot);
            return len;
        }
        if c == '点' && self.is_after_letter() && starts_with_suffix(&self.text[at + len..]) {
            self.replace(at, at + len, '.', Fold::Dot);
            return len;
        }
        self.address_start = None;
        self.copy(at, c);
        len
    }

    fn fold_ascii(&mut self, at: usize, c: char) -> usize {
        let rest = &self.text[at..];
        if matches!(c, '[' | '(' | '{')
            && let Some(len) = prefix_len(rest, BRACKETED_DOTS)
            && self.is_between_letters(at + len)
        {
            self.replace(at, at + len, '.', Fold::Dot);
            return len;
        }
        if matches!(c, '\n' | '\r' | '\t')
            && let Some(len) = self.joinable_break_len(rest)
        {
            self.pending = Fold::LineBreak;
            self.joins += 1;
            return len;
        }
        if c == ' '
            && let Some(len) = prefix_len(rest, SPACED_DOTS)
            && self.is_after_letter()
            && starts_with_suffix(&rest[len..])
        {
            self.replace(at, at + len, '.', Fold::Dot);
            return len;
        }
        self.copy(at, c);
        self.track_address(c);
        1
    }

    /// Updates the current address after `c` was appended.
    fn track_address(&mut self, c: char) {
        if c.is_ascii_whitespace() {
            (self.address_start, self.joins) = (None, 0);
        } else if self.address_start.is_none() && c == '/' && self.folded.ends_with("://") {
            self.address_start = Some(self.folded.len());
        }
    }

    fn copy(&mut self, at: usize, c: char) {
        self.add_piece(at, at + c.len_utf8());
        self.folded.push(c);
    }

    /// Copies `at..end` of the original, in which nothing can change.
    fn copy_range(&mut self, at: usize, end: usize) {
        if at == end {
            return;
        }
        self.add_piece(at, end);
        let searched = self.folded.len().saturating_sub(2);
        self.folded.push_str(&self.text[at..end]);
        if self.address_start.is_none() {
            let tail = &self.folded.as_bytes()[searched..];
            self.address_start = memchr::memmem::find(tail, b"://").map(|i| searched + i + 3);
        }
    }

    /// Records that `at..end` of the original is appended as it is.
    fn add_piece(&mut self, at: usize, end: usize) {
        match self.pieces.last_mut() {
            Some(p)
                if p.original_end == at
                    && self.pending == Fold::Unchanged
                    && !p.is_replacement() =>
            {
                p.original_end = end;
            }
            _ => self.pieces.push(Piece {
                folded: self.folded.len(),
                original: at,
                original_end: end,
                fold: self.pending,
            }),
        }
        self.pending = Fold::Unchanged;
    }

    /// Appends `c` for `at..end` of the original.
    fn replace(&mut self, at: usize, end: usize, c: char, fold: Fold) {
        let folded = self.folded.len();
        self.folded.push(c);
        self.pieces.push(Piece { folded, original: at, original_end: end, fold });
        self.pending = Fold::Unchanged;
        self.track_address(c);
    }

    /// The ASCII character for a full-width form that can be in an address. `next` is the byte after
    /// it: `？` and `＃` also end sentences, so they count before a letter only.
    fn address_ascii(&self, c: char, next: usize) -> Option<char> {
        let ascii = full_width_to_ascii(c)?;
        let fits = match ascii {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '/' | '-' | '_' | '@' | '%' | '=' | '&' => true,
            ':' => self.folded.ends_with(|c: char| c.is_ascii_alphanumeric()),
            '?' | '#' => self.is_before_letter(next),
            '.' => self.is_between_letters(next),
            _ => false,
        };
        fits.then_some(ascii)
    }

    fn is_between_letters(&self, next: usize) -> bool {
        self.is_after_letter() && self.is_before_letter(next)
    }

    fn is_after_letter(&self) -> bool {
        self.folded.ends_with(|c: char| c.is_alphanumeric())
    }

    fn is_before_letter(&self, at: usize) -> bool {
        self.text[at..]
            .chars()
            .take(MAX_LOOK_AHEAD)
            .find(|c| !is_invisible(*c))
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '\u{ff10}'..='\u{ff5a}'))
    }

    /// Length of the white space at the start of `rest`, where the current address continues after
    /// it.
    fn joinable_break_len(&self, rest: &str) -> Option<usize> {
        let address_start = self.address_start.filter(|_| self.joins < MAX_JOINS)?;
        let is_blank = |b: &u8| matches!(b, b'\n' | b'\r' | b'\t' | b' ');
        let len = rest.bytes().take(MAX_BREAK).take_while(is_blank).count();
        let next = rest[len..].bytes().next()?;
        let address = &self.folded[address_start..];
        let continues = next.is_ascii_alphanumeric()
            || matches!(next, b'/' | b'?' | b'&' | b'=' | b'%' | b'-' | b'_');
        let is_new_address = super::canonical::web_scheme_len(&rest[len..]).is_some();
        (continues && !is_new_address && is_incomplete(address)).then_some(len)
    }
}

/// Whether `address`, without its scheme, cannot end where it does.
fn is_incomplete(address: &str) -> bool {
    if address.is_empty() || address.ends_with(['.', '-', '_', '=', '&', '?', '%', '/', ':', '@']) {
        return true;
    }
    address.len() <= MAX_HOST_BYTES
        && !address.contains('/')
        && !crate::payload::is_bare_host(address)
}

/// Length of the first of `prefixes` that `text` starts with, in any case.
fn prefix_len(text: &str, prefixes: &[&str]) -> Option<usize> {
    let starts = |p: &&&str| text.get(..p.len()).is_some_and(|t| t.eq_ignore_ascii_case(p));
    prefixes.iter().find(starts).map(|p| p.len())
}

/// Whether `text` starts with a suffix, or with a label, a dot and a suffix: `com`, `taobao点com`.
fn starts_with_suffix(text: &str) -> bool {
    let is_label_char = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    let label: String = text.chars().take(MAX_LABEL).take_while(is_label_char).collect();
    let suffixes = || suffixes::in_messages().filter(|s| s.is_ascii());
    if suffixes().any(|s| s.eq_ignore_ascii_case(&label)) {
        return true;
    }
    let after = &text[label.len()..];
    !label.is_empty()
        && NEXT_DOTS
            .iter()
            .filter_map(|dot| after.strip_prefix(dot))
            .any(|rest| suffixes().any(|s| starts_with_ignore_case(rest, s)))
}
