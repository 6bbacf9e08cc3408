//! Decides how a text is read where people write links to slip past filters, and maps back.
//!
//! Full-width letters become narrow, invisible characters go, written-out dots become dots, broken
//! lines are joined. Words stay as they are. One walk over the text, bounded look-ahead.

use super::chars::{is_dot, is_invisible};
use std::borrow::Cow;
use yanka_types::Span;

/// A text in folded form, and where each piece of it came from.
pub(super) struct Folded<'a> {
    /// The folded text; the text itself where nothing was to fold.
    pub text: Cow<'a, str>,
    /// None where nothing was folded.
    pieces: Vec<Piece>,
}

/// What the walk changed at a place; each is a signal of a link that holds it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// Nothing: bytes stand as they were.
    Copied,
    /// A wide character became a narrow one.
    Widened,
    /// A written-out or foreign dot became a dot.
    Dotted,
    /// Invisible characters, or a line break, stood before this piece.
    Hidden,
    /// A line break stood before this piece.
    Joined,
}

/// A stretch of folded text that came from one stretch of the original.
struct Piece {
    folded: usize,
    original: usize,
    original_end: usize,
    fold: Fold,
}

impl Folded<'_> {
    /// The span of the original under `start..end` of the folded text.
    pub fn back(&self, start: usize, end: usize) -> Span {
        if self.pieces.is_empty() {
            return Span::new(start, end);
        }
        let first = self.piece(start);
        let last = self.piece(end.saturating_sub(1).max(start));
        let from = match first.fold {
            Fold::Widened | Fold::Dotted => first.original,
            _ => first.original + (start - first.folded),
        };
        let to = match last.fold {
            Fold::Widened | Fold::Dotted => last.original_end,
            _ => (last.original + (end - last.folded)).min(last.original_end),
        };
        Span::new(from.min(to), to)
    }

    /// Which folds lie inside `start..end`.
    pub fn folds(&self, start: usize, end: usize) -> impl Iterator<Item = (Fold, Span)> + '_ {
        let from = self.pieces.partition_point(|p| p.folded <= start).saturating_sub(1);
        self.pieces[from..]
            .iter()
            .enumerate()
            .take_while(move |(_, p)| p.folded < end)
            // What stood before the first piece is outside the link.
            .filter(move |(i, p)| {
                p.fold != Fold::Copied
                    && (*i > 0 || p.folded >= start)
                    && (p.folded > start || matches!(p.fold, Fold::Widened | Fold::Dotted))
            })
            .map(|(_, p)| (p.fold, Span::new(p.original, p.original_end)))
    }

    fn piece(&self, at: usize) -> &Piece {
        const NONE: Piece = Piece { folded: 0, original: 0, original_end: 0, fold: Fold::Copied };
        let i = self.pieces.partition_point(|p| p.folded <= at);
        i.checked_sub(1).map_or(&NONE, |i| &self.pieces[i])
    }
}

/// Folds `text`.
pub(super) fn fold(text: &str) -> Folded<'_> {
    if !text.bytes().any(is_foldable) {
        return Folded { text: Cow::Borrowed(text), pieces: Vec::new() };
    }
    let mut walk = Walk {
        text,
        out: String::with_capacity(text.len()),
        pieces: Vec::new(),
        pending: Fold::Copied,
        url_at: None,
        joins: 0,
    };
    let mut at = 0;
    while at < text.len() {
        let plain = text.as_bytes()[at..].iter().take_while(|b| !is_foldable(**b)).count();
        walk.copy_plain(at, at + plain);
        at += plain;
        let Some(c) = text[at..].chars().next() else { break };
        at += walk.step(at, c);
    }
    Folded { text: Cow::Owned(walk.out), pieces: walk.pieces }
}

/// Bytes at which something can begin that is not copied as it is.
const fn is_foldable(b: u8) -> bool {
    !b.is_ascii() || matches!(b, b'[' | b'(' | b'{' | b'\n' | b'\r' | b'\t' | b'\x0c' | b' ')
}

struct Walk<'a> {
    text: &'a str,
    /// The folded text so far.
    out: String,
    pieces: Vec<Piece>,
    /// What the next copied piece must say about the gap before it.
    pending: Fold,
    /// Where in the folded text the address in progress has its host.
    url_at: Option<usize>,
    joins: u8,
}

impl Walk<'_> {
    /// Takes the character `c` at `at`; returns how many bytes of the original were used.
    fn step(&mut self, at: usize, c: char) -> usize {
        if c.is_ascii() {
            return self.ascii(at, c);
        }
        let len = c.len_utf8();
        if is_invisible(c) {
            if self.pending == Fold::Copied {
                self.pending = Fold::Hidden;
            }
            return len;
        }
        if let Some(narrow) = self.narrow(c, at + len) {
            self.replace(at, at + len, narrow, Fold::Widened);
            return len;
        }
        if is_dot(c) && self.between(at + len) {
            self.replace(at, at + len, '.', Fold::Dotted);
            return len;
        }
        if c == '点' && self.after_host_letter() && suffix_follows(&self.text[at + len..]) {
            self.replace(at, at + len, '.', Fold::Dotted);
            return len;
        }
        self.url_at = None;
        self.copy(at, c);
        len
    }

    fn ascii(&mut self, at: usize, c: char) -> usize {
        let rest = &self.text[at..];
        if matches!(c, '[' | '(' | '{')
            && let Some(used) = bracketed_dot(rest)
            && self.between(at + used)
        {
            self.replace(at, at + used, '.', Fold::Dotted);
            return used;
        }
        if matches!(c, '\n' | '\r' | '\t')
            && let Some(used) = self.break_to_join(rest)
        {
            self.pending = Fold::Joined;
            self.joins += 1;
            return used;
        }
        if c == ' '
            && let Some(used) = spelled_dot(rest)
            && self.after_host_letter()
            && suffix_follows(&rest[used..])
        {
            self.replace(at, at + used, '.', Fold::Dotted);
            return used;
        }
        self.copy(at, c);
        self.follow_url(c);
        1
    }

    fn follow_url(&mut self, c: char) {
        if c.is_ascii_whitespace() {
            (self.url_at, self.joins) = (None, 0);
        } else if self.url_at.is_none() && c == '/' && self.out.ends_with("://") {
            self.url_at = Some(self.out.len());
        }
    }

    fn copy(&mut self, at: usize, c: char) {
        self.piece(at, at + c.len_utf8());
        self.out.push(c);
    }

    /// Copies what holds nothing to fold, in one go.
    fn copy_plain(&mut self, at: usize, end: usize) {
        if at == end {
            return;
        }
        self.piece(at, end);
        let looked = self.out.len().saturating_sub(2);
        self.out.push_str(&self.text[at..end]);
        if self.url_at.is_none() {
            let tail = &self.out.as_bytes()[looked..];
            self.url_at = memchr::memmem::find(tail, b"://").map(|i| looked + i + 3);
        }
    }

    /// `at..end` of the original goes on at the end of what is folded.
    fn piece(&mut self, at: usize, end: usize) {
        match self.pieces.last_mut() {
            Some(p)
                if p.original_end == at
                    && self.pending == Fold::Copied
                    && !matches!(p.fold, Fold::Widened | Fold::Dotted) =>
            {
                p.original_end = end;
            }
            _ => self.pieces.push(Piece {
                folded: self.out.len(),
                original: at,
                original_end: end,
                fold: self.pending,
            }),
        }
        self.pending = Fold::Copied;
    }

    fn replace(&mut self, at: usize, end: usize, c: char, fold: Fold) {
        let folded = self.out.len();
        self.out.push(c);
        self.pieces.push(Piece { folded, original: at, original_end: end, fold });
        self.pending = Fold::Copied;
        self.follow_url(c);
    }

    /// Full-width forms that can stand in an address. `？` and `＃` also end sentences, so they
    /// count only where letters follow.
    fn narrow(&self, c: char, next: usize) -> Option<char> {
        let narrow = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0)?,
            _ => return None,
        };
        let fits = match narrow {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '/' | '-' | '_' | '@' | '%' | '=' | '&' => true,
            ':' => self.out.ends_with(|c: char| c.is_ascii_alphanumeric()),
            '?' | '#' => self.next_is_letter(next),
            '.' => self.between(next),
            _ => false,
        };
        fits.then_some(narrow)
    }

    fn between(&self, next: usize) -> bool {
        self.after_host_letter() && self.next_is_letter(next)
    }

    fn after_host_letter(&self) -> bool {
        self.out.ends_with(|c: char| c.is_alphanumeric())
    }

    fn next_is_letter(&self, at: usize) -> bool {
        self.text[at..]
            .chars()
            .take(8)
            .find(|c| !is_invisible(*c))
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '\u{ff10}'..='\u{ff5a}'))
    }

    /// The blanks at the start of `rest`, where the address before them plainly goes on after them.
    fn break_to_join(&self, rest: &str) -> Option<usize> {
        let host_at = self.url_at.filter(|_| self.joins < 4)?;
        let used =
            rest.bytes().take(64).take_while(|b| matches!(b, b'\n' | b'\r' | b'\t' | b' ')).count();
        let next = rest[used..].bytes().next()?;
        let so_far = &self.out[host_at..];
        let goes_on = next.is_ascii_alphanumeric()
            || matches!(next, b'/' | b'?' | b'&' | b'=' | b'%' | b'-' | b'_');
        let starts_anew = super::canonical::web_scheme_len(&rest[used..]).is_some();
        (goes_on && !starts_anew && is_unfinished(so_far)).then_some(used)
    }
}

/// Whether an address, here without its scheme, cannot end where it does.
fn is_unfinished(so_far: &str) -> bool {
    if so_far.is_empty() || so_far.ends_with(['.', '-', '_', '=', '&', '?', '%', '/', ':', '@']) {
        return true;
    }
    so_far.len() <= 253 && !so_far.contains('/') && !crate::payload::is_bare_host(so_far)
}

/// `[.]`, `(dot)`, `{点}`: how long.
fn bracketed_dot(rest: &str) -> Option<usize> {
    ["[.]", "(.)", "{.}", "[dot]", "(dot)", "{dot}", "[点]", "(点)", "{点}"]
        .into_iter()
        .find(|d| rest.get(..d.len()).is_some_and(|r| r.eq_ignore_ascii_case(d)))
        .map(str::len)
}

/// ` dot `: how long.
fn spelled_dot(rest: &str) -> Option<usize> {
    [" dot ", " . "]
        .into_iter()
        .find(|d| rest.get(..d.len()).is_some_and(|r| r.eq_ignore_ascii_case(d)))
        .map(str::len)
}

/// Suffixes that people write after a spelled-out dot.
const SPELLED: &[&str] = &[
    "com", "cn", "net", "org", "top", "xyz", "vip", "cc", "club", "shop", "site", "online", "icu",
    "info", "wang", "ltd", "fun", "work", "app", "link", "live", "me", "io", "co", "im", "tv",
    "store", "life", "cyou", "one",
];

/// Whether labels and a common suffix follow: `com`, or `taobao点com`.
fn suffix_follows(rest: &str) -> bool {
    let label: String =
        rest.chars().take(64).take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if SPELLED.iter().any(|s| s.eq_ignore_ascii_case(&label)) {
        return true;
    }
    let after = &rest[label.len()..];
    !label.is_empty()
        && ["点", ".", " dot ", "。"].iter().any(|d| {
            after.strip_prefix(d).is_some_and(|a| {
                SPELLED.iter().any(|s| a.get(..s.len()).is_some_and(|h| h.eq_ignore_ascii_case(s)))
            })
        })
}
