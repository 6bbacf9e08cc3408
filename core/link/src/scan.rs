//! Decides where links stand in a folded text.
//!
//! One walk from colon to dot to colon; every byte is looked at a bounded number of times. A host
//! without a scheme counts only with a listed public suffix.

use super::chars::{ends_token, is_chinese, is_host_char};
use super::signs::{
    begins_chinese_host, is_chinese_host, is_finished, is_han, is_script, is_whole_chinese_host,
    listed_prefix, number_len, reads_as_file_or_number,
};
use crate::payload::{self, Kind};

/// Longest link that is read, in bytes; the rest of a longer one is passed over.
const MAX_LINK: usize = 8192;

/// How a link is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A web address, with or without its scheme.
    Web,
    /// A link that opens an app or the phone itself.
    App,
}

/// A link in the folded text, in bytes.
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub form: Form,
}

/// The links of `text`, lazily, in order.
pub(super) fn scan(text: &str) -> impl Iterator<Item = Found> + '_ {
    let mut walk = Walk { text, low: 0, at: 0 };
    std::iter::from_fn(move || walk.next())
}

/// The whole of `text`, without the blanks around it, as one link.
pub(super) fn whole(text: &str) -> Option<Found> {
    let inner = text.trim_matches(payload::is_blank);
    let start = inner.as_ptr() as usize - text.as_ptr() as usize;
    let end = start + inner.len();
    let form = match payload::of_app(inner) {
        Some(_) => Form::App,
        None if inner.contains(' ') => return None,
        None if super::canonical::web_scheme_len(inner).is_some() => Form::Web,
        None if payload::is_bare_host(host_run(inner)) => Form::Web,
        None if is_whole_chinese_host(host_run(inner)) => Form::Web,
        None if payload::classify(inner.as_bytes(), Some(inner)) == Kind::TaobaoToken => Form::App,
        None => return None,
    };
    Some(Found { start, end: end.min(text.floor_char_boundary(start + MAX_LINK)), form })
}

fn host_run(text: &str) -> &str {
    &text[..text.find(['/', '?', '#', ':']).unwrap_or(text.len())]
}

struct Walk<'a> {
    text: &'a str,
    /// Where the last link ended: nothing before it is looked at again.
    low: usize,
    at: usize,
}

impl Walk<'_> {
    fn next(&mut self) -> Option<Found> {
        loop {
            let found = self.text[self.at..]
                .find([':', '.', '￥', '¥', '$', '€', '₤', '₳', '¢', '₴', '《', '（', '('])?;
            let here = self.at + found;
            let c = self.text[here..].chars().next()?;
            let link = match c {
                ':' => self.at_colon(here),
                '.' => self.at_dot(here),
                _ => self.at_token(here),
            };
            match link {
                Some(link) => {
                    self.low = link.end.max(here + 1);
                    self.at = self.low;
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

    /// A scheme ends here, or the sign of a mini program's link.
    fn at_colon(&mut self, colon: usize) -> Option<Found> {
        let window = self.text.ceil_char_boundary(colon.saturating_sub(32).max(self.low));
        let before = &self.text[window..colon];
        if before.ends_with("#小程序") && self.text[colon..].starts_with("://") {
            let start = colon - "#小程序".len();
            let end = self.token_end(colon + 3, true);
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
        if let Some(web) = web_tail(scheme)
            && let Some(len) = super::canonical::web_scheme_len(&self.text[colon - web.len()..])
        {
            let start = colon - web.len();
            return self.web_end(start + len).map(|end| Found { start, end, form: Form::Web });
        }
        let start = colon - scheme_len;
        self.app(start, colon)
    }

    fn app(&mut self, start: usize, colon: usize) -> Option<Found> {
        if colon < start + 2 {
            return None; // no scheme has one letter
        }
        // A scheme can be glued to the word before it only where that word is not Latin.
        let head_end = self.text.floor_char_boundary((colon + 24).min(self.text.len()));
        let kind = payload::of_app(&self.text[start..head_end])?;
        let after = &self.text[colon + 1..];
        let end = match kind {
            Kind::Tel | Kind::TelMmi => colon + 1 + number_len(after),
            Kind::Wifi | Kind::ContactCard | Kind::EventOrPlace | Kind::DeviceSecret => {
                self.record_end(start, colon + 1)
            }
            Kind::Sms | Kind::Mail => self.line_end(colon + 1),
            // A chat program leaves where a picture lay on its own device; nobody can open that.
            Kind::Script if is_place_on_device(&self.text[start..colon]) => return None,
            Kind::Script if !after.starts_with("//") && !is_script(&self.text[start..colon]) => {
                return None;
            }
            _ => self.token_end(colon + 1, false),
        };
        (end > colon + 2).then_some(Found { start, end, form: Form::App })
    }

    /// End of a web address whose authority starts at `host_at`; `None` where there is no host.
    fn web_end(&self, host_at: usize) -> Option<usize> {
        let authority = self.authority_len(host_at);
        let mut end = host_at + authority;
        if self.text[end..].starts_with(['/', '\\', '?', '#']) {
            end = self.token_end(end, false);
        }
        let end = self.trim(host_at, end);
        (end > host_at).then_some(end)
    }

    /// Length of the authority: ends at a slash, a blank, a quote, or where Chinese is glued on.
    fn authority_len(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let mut asked = false;
        for (i, c) in rest.char_indices() {
            if i > 1024 || ends_token(c) || matches!(c, '/' | '\\' | '?' | '#') {
                return i;
            }
            if is_chinese(c) {
                // A host may be in Chinese; what is glued to a finished host is not part of it.
                let so_far = &rest[..i];
                let host = so_far.rsplit('@').next().unwrap_or("");
                if !asked && (is_finished(host) || i == 0) {
                    return if i == 0 && !begins_chinese_host(rest) {
                        0
                    } else if i == 0 {
                        asked = true;
                        continue;
                    } else {
                        i
                    };
                }
                asked = true;
            } else if c == ':'
                && i > 0
                && web_tail(&rest[..i]).is_some()
                && rest[i..].starts_with("://")
            {
                // The next address is glued to this one.
                return i - web_tail(&rest[..i]).map_or(0, str::len);
            } else if !c.is_ascii() && !c.is_alphanumeric() {
                return i;
            }
        }
        rest.len()
    }

    /// End of a run of address characters from `at`.
    fn token_end(&self, at: usize, chinese: bool) -> usize {
        let rest = &self.text[at..];
        let mut slashes_from = 0;
        for (i, c) in rest.char_indices() {
            if ends_token(c) || (is_chinese(c) && !chinese) {
                return at + i;
            }
            if c == ':' && rest[i..].starts_with("://") {
                let from = floor(rest, i.saturating_sub(6).max(slashes_from));
                if let Some(web) = web_tail(&rest[from..i])
                    && rest[..i - web.len()].ends_with(|c: char| c.is_ascii_alphanumeric())
                {
                    return at + i - web.len();
                }
                slashes_from = i;
            }
        }
        self.text.len()
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..]
            .find(['\n', '\r', '，', '。', '；', '”', '】'])
            .map_or(self.text.len(), |i| at + i)
    }

    /// End of a WIFI:, MECARD: or vCard record.
    fn record_end(&self, start: usize, at: usize) -> usize {
        let rest = &self.text[at..];
        let near = &rest[..floor(rest, MAX_LINK)];
        if super::starts(&self.text[start..], "BEGIN:") {
            let end = near.find("\nEND:VC").or_else(|| near.find("\nEND:VE")).map(|i| i + 1);
            return end.map_or(at + near.len(), |i| {
                at + i + near[i..].find(['\n', '\r']).unwrap_or(near.len() - i)
            });
        }
        if let Some(i) = near.find(";;") {
            return at + i + 2;
        }
        self.token_end(at, true)
    }

    /// Cuts what punctuation a sentence glued to the end.
    fn trim(&self, low: usize, end: usize) -> usize {
        let body = &self.text[low..end];
        let mut kept =
            body.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '~', '|', '^', '、']);
        for (close, open) in [(')', '('), (']', '['), ('}', '{')] {
            if kept.ends_with(close) && !kept.contains(open) {
                kept = kept.trim_end_matches([close, '.', ',', ';', ':', '!', '?']);
            }
        }
        low + kept.len()
    }

    /// A host without a scheme around the dot at `dot`.
    fn at_dot(&mut self, dot: usize) -> Option<Found> {
        let window = self.text.ceil_char_boundary(dot.saturating_sub(64).max(self.low));
        let before = self.text[window..dot].chars().rev().take_while(|c| is_host_char(*c));
        let start = dot - before.map(char::len_utf8).sum::<usize>();
        let rest = &self.text[start..];
        let run_len = rest
            .char_indices()
            .find(|(_, c)| !is_host_char(*c) && *c != '.')
            .map_or(rest.len(), |(i, _)| i);
        let run = &rest[..run_len.min(floor(rest, 512))];
        if start == dot
            && let Some(found) = self.chinese_host(dot, run)
        {
            self.at = found.end;
            return Some(found);
        }
        // Whatever this run is, its dots are done with, unless it turns out to be a scheme.
        self.at = start + run_len;
        let next = rest[run_len..].chars().next();
        if next == Some(':') && rest[run_len..].starts_with("://") {
            if let Some(web) = web_tail(run) {
                return self.bare(start, &run[..run.len() - web.len()], false);
            }
            return None;
        }
        if start > 0 && self.text[..start].ends_with('@') {
            return None;
        }
        if next == Some('@') {
            return self.userinfo(start, run_len);
        }
        self.bare(start, run, true)
    }

    /// `“淘宝理赔.top”`: a name in Chinese characters that stands by itself, and `tail` from its dot on.
    fn chinese_host(&self, dot: usize, tail: &str) -> Option<Found> {
        let before = self.text[self.low..dot].chars().rev().take(21);
        let is_part = |c: &char| is_han(*c) || c.is_ascii_alphanumeric() || *c == '-';
        let name: usize = before.take_while(is_part).map(char::len_utf8).sum();
        let start = dot - name;
        let previous = self.text[..start].chars().next_back();
        let apart =
            previous.is_none_or(|c| c.is_whitespace() || "“‘「『《【（(\"'：:，,。；;".contains(c));
        let end = dot + tail.trim_end_matches(['.', '-', '_']).len();
        let next = self.text[end..].chars().next();
        let ends = next.is_none_or(|c| !is_han(c) && !c.is_ascii_alphanumeric());
        let is_host = apart && ends && is_chinese_host(&self.text[start..end]);
        is_host.then_some(Found { start, end, form: Form::Web })
    }

    /// `taobao.com@host/…`: an address with a path; without one it is mail.
    fn userinfo(&mut self, start: usize, run_len: usize) -> Option<Found> {
        let host_at = start + run_len + 1;
        let len = self.authority_len(host_at);
        let host = self.text[host_at..host_at + len].split(':').next()?;
        let is_link =
            payload::is_bare_host(host) && self.text[host_at + len..].starts_with(['/', '?']);
        is_link.then(|| self.web_end(start)).flatten().map(|end| Found {
            start,
            end,
            form: Form::Web,
        })
    }

    fn bare(&mut self, start: usize, run: &str, goes_on: bool) -> Option<Found> {
        let run = run.trim_end_matches(['.', '-', '_']);
        let trimmed = run.trim_start_matches(['.', '-', '_']);
        let start = start + (run.len() - trimmed.len());
        let host = listed_prefix(trimmed)?;
        let host_end = start + host.len();
        let whole = host.len() == trimmed.len();
        let after = &self.text[host_end..];
        let mut end = host_end;
        if whole && goes_on {
            let port = after
                .strip_prefix(':')
                .map_or(0, |p| p.bytes().take(6).take_while(u8::is_ascii_digit).count());
            if port > 0 {
                end += 1 + port;
            }
            if self.text[end..].starts_with(['/', '?', '#', '\\']) {
                end = self.trim(start, self.token_end(end, false)).max(host_end);
            }
        }
        if end == host_end && reads_as_file_or_number(host) {
            return None;
        }
        Some(Found { start, end, form: Form::Web })
    }

    /// A 淘口令 that opens here.
    fn at_token(&mut self, here: usize) -> Option<Found> {
        let near = &self.text[here..floor(self.text, here + 40)];
        let (start, end) = payload::share_token(near)?;
        (start == 0).then_some(Found { start: here, end: here + end, form: Form::App })
    }
}

/// A file or a record of one device: in running text no link, in a code still what it says.
fn is_place_on_device(scheme: &str) -> bool {
    ["file", "content", "blob"].iter().any(|s| scheme.eq_ignore_ascii_case(s))
}

/// `https` at the end of `scheme`, in any of its disguises, longest first.
fn web_tail(scheme: &str) -> Option<&str> {
    (3..=6).rev().find_map(|n| {
        let tail = scheme.get(scheme.len().checked_sub(n)?..)?;
        super::canonical::is_web_scheme(tail).then_some(tail)
    })
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}
