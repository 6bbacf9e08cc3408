//! Finds the links in a folded text.
//!
//! One pass from delimiter to delimiter (colon, dot, token sign); each byte is examined a bounded
//! number of times. A host without a scheme counts with a listed public suffix only. Decides
//! positions, not facts.

mod extent;
mod host_syntax;
mod scheme;

use crate::canonical::web_scheme_len;
use crate::chars::is_host_char;
use crate::payload::{self, Kind};
use extent::{
    MAX_LINK, authority_len, dial_string_len, glued_sign_len, line_end, record_end, token_end,
    trim_punctuation, web_end,
};
use host_syntax::{
    is_chinese_host, is_chinese_host_char, is_chinese_payload_host, is_file_or_number, longest_host,
};
use scheme::{is_local_scheme, is_script_scheme, web_scheme_suffix};
use yanka_types::chars::is_han;

/// Characters at which [`Scanner`] looks for a link: those of a scheme, a host and a 淘口令.
const DELIMITERS: [char; 13] = [':', '.', '￥', '¥', '$', '€', '₤', '₳', '¢', '₴', '《', '（', '('];
/// Start of the link of a WeChat mini program, before `://`.
const MINI_PROGRAM: &str = "#小程序";
/// Bytes before a colon that are searched for a scheme, and bytes after it for the kind.
const MAX_SCHEME: usize = 32;
const MAX_AFTER_SCHEME: usize = 24;
/// Bytes before the first dot that are searched for the start of a host, and longest host.
const MAX_BEFORE_DOT: usize = 64;
const MAX_HOST_RUN: usize = 512;
/// Characters before a dot that are searched for a name in Chinese characters.
const MAX_CHINESE_NAME: usize = 21;
/// Bytes that are searched for a 淘口令.
const MAX_TOKEN: usize = 40;
/// Longest port, in digits, with one to spare.
const MAX_PORT: usize = 6;

/// How a link is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A web address, with or without its scheme.
    Web,
    /// A link that opens an app or a function of the phone.
    App,
}

/// A link in the folded text, in bytes.
pub(super) struct Found {
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    pub form: Form,
}

/// The links of `text`, lazily, in order.
pub(super) fn scan(text: &str) -> impl Iterator<Item = Found> + '_ {
    let mut scanner = Scanner { text, last_end: 0, at: 0 };
    std::iter::from_fn(move || scanner.next())
}

/// The whole of `text`, without white space around it, as one link; `None` where it is none.
pub(super) fn whole(text: &str) -> Option<Found> {
    let inner = text.trim_matches(payload::is_blank);
    let start = inner.as_ptr() as usize - text.as_ptr() as usize;
    let end = start + inner.len();
    let host = || &inner[..inner.find(['/', '?', '#', ':']).unwrap_or(inner.len())];
    let form = match payload::of_app(inner) {
        Some(_) => Form::App,
        None if inner.contains(' ') => return None,
        None if web_scheme_len(inner).is_some() => Form::Web,
        None if payload::is_bare_host(host()) || is_chinese_payload_host(host()) => Form::Web,
        None if payload::classify(inner.as_bytes(), Some(inner)) == Kind::TaobaoToken => Form::App,
        None => return None,
    };
    Some(Found { start, end: end.min(text.floor_char_boundary(start + MAX_LINK)), form })
}

struct Scanner<'a> {
    text: &'a str,
    /// End of the last link; nothing before it is examined again.
    last_end: usize,
    /// Where the search for the next delimiter starts.
    at: usize,
}

impl Scanner<'_> {
    fn next(&mut self) -> Option<Found> {
        loop {
            let here = self.at + self.text[self.at..].find(DELIMITERS)?;
            let c = self.text[here..].chars().next()?;
            let link = match c {
                ':' => self.at_colon(here),
                '.' => self.at_dot(here),
                _ => self.at_token_sign(here),
            };
            match link {
                Some(link) => {
                    self.last_end = link.end.max(here + 1);
                    self.at = self.last_end;
                    if link.end - link.start > MAX_LINK {
                        let end = self.text.floor_char_boundary(link.start + MAX_LINK);
                        return Some(Found { end, ..link });
                    }
                    return Some(link);
                }
                None => self.at = self.at.max(here + c.len_utf8()),
            }
        }
    }

    /// A link whose scheme ends at `colon`.
    fn at_colon(&mut self, colon: usize) -> Option<Found> {
        let from = colon.saturating_sub(MAX_SCHEME).max(self.last_end);
        let before = &self.text[self.text.ceil_char_boundary(from)..colon];
        if before.ends_with(MINI_PROGRAM) && self.text[colon..].starts_with("://") {
            let start = colon - MINI_PROGRAM.len();
            let end = token_end(self.text, colon + 3, true);
            return Some(Found { start, end, form: Form::App });
        }
        if !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '*') {
            return None;
        }
        let scheme_len = before
            .bytes()
            .rev()
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.' | b'*'))
            .count();
        let scheme = &before[before.len() - scheme_len..];
        if let Some(web) = web_scheme_suffix(scheme)
            && let Some(len) = web_scheme_len(&self.text[colon - web.len()..])
        {
            let start = colon - web.len();
            let end = web_end(self.text, start + len)?;
            return Some(Found { start, end, form: Form::Web });
        }
        self.app_link(colon - scheme_len, colon)
    }

    /// A link that opens an app, with the scheme `start..colon`.
    fn app_link(&self, start: usize, colon: usize) -> Option<Found> {
        if colon < start + 2 {
            return None; // no scheme has one letter
        }
        let head_end = self.text.floor_char_boundary(colon + MAX_AFTER_SCHEME);
        let kind = payload::of_app(&self.text[start..head_end])?;
        let scheme = &self.text[start..colon];
        let at = colon + 1;
        let after = &self.text[at..];
        let end = match kind {
            Kind::Tel | Kind::TelMmi => at + dial_string_len(after),
            Kind::Wifi | Kind::ContactCard | Kind::EventOrPlace | Kind::DeviceSecret => {
                record_end(self.text, start, at)
            }
            Kind::Sms | Kind::Mail => line_end(self.text, at),
            // Chat programs write the local path of a picture; no other device can open it.
            Kind::Script if is_local_scheme(scheme) => return None,
            Kind::Script if !after.starts_with("//") && !is_script_scheme(scheme) => return None,
            _ => token_end(self.text, at, false),
        };
        (end > colon + 2).then_some(Found { start, end, form: Form::App })
    }

    /// A host without a scheme around the dot at `dot`.
    fn at_dot(&mut self, dot: usize) -> Option<Found> {
        let from = dot.saturating_sub(MAX_BEFORE_DOT).max(self.last_end);
        let from = self.text.ceil_char_boundary(from);
        let before = self.text[from..dot].chars().rev().take_while(|c| is_host_char(*c));
        let start = dot - before.map(char::len_utf8).sum::<usize>();
        let rest = &self.text[start..];
        let run_len = rest
            .char_indices()
            .find(|(_, c)| !is_host_char(*c) && *c != '.')
            .map_or(rest.len(), |(i, _)| i);
        let run = &rest[..run_len.min(rest.floor_char_boundary(MAX_HOST_RUN))];
        if start == dot
            && let Some(found) = self.chinese_host(dot, run)
        {
            self.at = found.end;
            return Some(found);
        }
        // No dot of this run is examined again, unless the run is a scheme.
        self.at = start + run_len;
        let next = rest[run_len..].chars().next();
        if next == Some(':') && rest[run_len..].starts_with("://") {
            let scheme = web_scheme_suffix(run)?;
            return self.bare_host(start, &run[..run.len() - scheme.len()], false);
        }
        if start > 0 && self.text[..start].ends_with('@') {
            return None;
        }
        if next == Some('@') {
            return self.user_info(start, run_len);
        }
        self.bare_host(start, run, true)
    }

    /// `“淘宝理赔.top”`: a name in Chinese characters between punctuation or white space; `tail` is
    /// the text from its dot.
    fn chinese_host(&self, dot: usize, tail: &str) -> Option<Found> {
        let before = self.text[self.last_end..dot].chars().rev().take(MAX_CHINESE_NAME);
        let name: usize = before.take_while(|c| is_chinese_host_char(*c)).map(char::len_utf8).sum();
        let start = dot - name;
        let previous = self.text[..start].chars().next_back();
        let begins =
            previous.is_none_or(|c| c.is_whitespace() || "“‘「『《【（(\"'：:，,。；;".contains(c));
        let end = dot + tail.trim_end_matches(['.', '-', '_']).len();
        let next = self.text[end..].chars().next();
        let ends = next.is_none_or(|c| !is_han(c) && !c.is_ascii_alphanumeric());
        let is_host = begins && ends && is_chinese_host(&self.text[start..end]);
        is_host.then_some(Found { start, end, form: Form::Web })
    }

    /// `taobao.com@host/…`: an address with a path; without a path it is a mail address.
    fn user_info(&self, start: usize, run_len: usize) -> Option<Found> {
        let host_start = start + run_len + 1;
        let len = authority_len(&self.text[host_start..]);
        let host = self.text[host_start..host_start + len].split(':').next()?;
        let is_link =
            payload::is_bare_host(host) && self.text[host_start + len..].starts_with(['/', '?']);
        let end = is_link.then(|| web_end(self.text, start)).flatten()?;
        Some(Found { start, end, form: Form::Web })
    }

    /// The host at the start of `run`, which starts at `start`; where `has_path`, with what follows.
    fn bare_host(&self, start: usize, run: &str, has_path: bool) -> Option<Found> {
        let run = run.trim_end_matches(['.', '-', '_']);
        let trimmed = run.trim_start_matches(['.', '-', '_']);
        let start = start + (run.len() - trimmed.len());
        let host = longest_host(trimmed)?;
        let host_end = start + host.len();
        let mut end = host_end;
        if has_path && host.len() == trimmed.len() {
            let is_digit = |b: &u8| b.is_ascii_digit();
            let port = self.text[host_end..]
                .strip_prefix(':')
                .map_or(0, |p| p.bytes().take(MAX_PORT).take_while(is_digit).count());
            if port > 0 {
                end += 1 + port;
            }
            if self.text[end..].starts_with(['/', '?', '#', '\\']) {
                let token_end = token_end(self.text, end, false);
                end = trim_punctuation(self.text, start, token_end).max(host_end);
            }
        }
        if end == host_end && is_file_or_number(host) {
            return None;
        }
        // One address to the eye: what stands behind the sign must not pass for another link.
        if has_path && end == host_end && glued_sign_len(&self.text[end..]).is_some() {
            end = web_end(self.text, start).unwrap_or(end);
        }
        Some(Found { start, end, form: Form::Web })
    }

    /// A 淘口令 that starts at `here`.
    fn at_token_sign(&self, here: usize) -> Option<Found> {
        let near = &self.text[here..self.text.floor_char_boundary(here + MAX_TOKEN)];
        let (start, end) = payload::share_token(near)?;
        (start == 0).then_some(Found { start: here, end: here + end, form: Form::App })
    }
}
