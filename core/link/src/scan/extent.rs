//! Decides where a link ends.
//!
//! Functions from a position in the text to the end of what starts there, in bytes. Each byte is
//! examined a bounded number of times.

use super::host_syntax::{is_complete_host, starts_with_label_and_dot};
use super::scheme::web_scheme_suffix;
use crate::chars::{ends_address, is_cjk, is_glued_sign};
use crate::payload::starts_with_ignore_case;

/// Longest link that is read, in bytes; the rest of a longer one is skipped.
pub(super) const MAX_LINK: usize = 8192;
/// Longest authority, in bytes.
const MAX_AUTHORITY: usize = 1024;
/// Longest number to dial, in bytes.
const MAX_DIAL_STRING: usize = 64;
/// Longest web scheme, in bytes, that can be glued to an address.
const MAX_GLUED_SCHEME: usize = 6;

/// End of a web address whose authority starts at `host_start`; `None` where there is no host.
pub(super) fn web_end(text: &str, host_start: usize) -> Option<usize> {
    let mut end = host_start + authority_len(&text[host_start..]);
    if text[end..].starts_with(['/', '\\', '?', '#']) {
        end = token_end(text, end, false);
    }
    let end = trim_punctuation(text, host_start, end);
    (end > host_start).then_some(end)
}

/// Length of the authority at the start of `text`. It ends at a slash, white space or a quote, and
/// where Chinese text follows a complete host without a space.
pub(super) fn authority_len(text: &str) -> usize {
    // Whether a CJK character inside the host was accepted: then no more of them are checked.
    let mut has_cjk = false;
    for (i, c) in text.char_indices() {
        if i > MAX_AUTHORITY || ends_address(c) || matches!(c, '/' | '\\' | '?' | '#') {
            return i;
        }
        if i > 0 && glued_sign_len(&text[i..]).is_some_and(|sign| sign > 0) {
            // A browser reads on, and so does the eye: nothing is cut off in silence.
            has_cjk |= is_cjk(c);
        } else if is_cjk(c) {
            if i == 0 && !starts_with_label_and_dot(text) {
                return 0;
            }
            let host = text[..i].rsplit('@').next().unwrap_or("");
            if !has_cjk && i > 0 && is_complete_host(host) {
                return i;
            }
            has_cjk = true;
        } else if c == ':'
            && i > 0
            && text[i..].starts_with("://")
            && let Some(scheme) = web_scheme_suffix(&text[..i])
        {
            // The next address follows without a space.
            return i - scheme.len();
        } else if !c.is_ascii() && !c.is_alphanumeric() {
            return i;
        }
    }
    text.len()
}

/// Most characters of a sign that is glued to a host.
const MAX_GLUED_SIGN: usize = 8;

/// Length of the sign at the start of `text` that reads as part of an address: no sentence has it
/// there, and another host follows without a space (`taobao.com⁄refund.example.top`). `None` where
/// there is none.
pub(super) fn glued_sign_len(text: &str) -> Option<usize> {
    let sign = text.chars().take(MAX_GLUED_SIGN).take_while(|c| is_glued_sign(*c));
    let length = sign.map(char::len_utf8).sum::<usize>();
    (length > 0 && starts_with_label_and_dot(&text[length..])).then_some(length)
}

/// End of the address characters from `at`; `with_cjk` is whether they include CJK characters.
pub(super) fn token_end(text: &str, at: usize, with_cjk: bool) -> usize {
    let rest = &text[at..];
    // Where the last `://` was: its scheme is not examined twice.
    let mut last_colon = 0;
    for (i, c) in rest.char_indices() {
        if ends_address(c) || (is_cjk(c) && !with_cjk) {
            return at + i;
        }
        if c == ':' && rest[i..].starts_with("://") {
            let from = rest.floor_char_boundary(i.saturating_sub(MAX_GLUED_SCHEME).max(last_colon));
            if let Some(scheme) = web_scheme_suffix(&rest[from..i])
                && rest[..i - scheme.len()].ends_with(|c: char| c.is_ascii_alphanumeric())
            {
                return at + i - scheme.len();
            }
            last_colon = i;
        }
    }
    text.len()
}

/// End of the line or sentence from `at`.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r', '，', '。', '；', '”', '】']).map_or(text.len(), |i| at + i)
}

/// End of the `WIFI:`, `MECARD:` or vCard record that starts at `start` and has its body at `at`.
pub(super) fn record_end(text: &str, start: usize, at: usize) -> usize {
    let rest = &text[at..];
    let near = &rest[..rest.floor_char_boundary(MAX_LINK)];
    if starts_with_ignore_case(&text[start..], "BEGIN:") {
        let end = near.find("\nEND:VC").or_else(|| near.find("\nEND:VE")).map(|i| i + 1);
        return end.map_or(at + near.len(), |i| {
            at + i + near[i..].find(['\n', '\r']).unwrap_or(near.len() - i)
        });
    }
    if let Some(i) = near.find(";;") {
        return at + i + 2;
    }
    token_end(text, at, true)
}

/// Length of the number to dial, with its control characters, at the start of `text`.
pub(super) fn dial_string_len(text: &str) -> usize {
    text.bytes()
        .take(MAX_DIAL_STRING)
        .take_while(|b| {
            b.is_ascii_digit()
                || matches!(b, b'+' | b'*' | b'#' | b',' | b';' | b'-' | b'%' | b'/' | b'(' | b')')
        })
        .count()
}

/// `end` without the punctuation of the sentence around `start..end`.
pub(super) fn trim_punctuation(text: &str, start: usize, end: usize) -> usize {
    let body = &text[start..end];
    let mut trimmed =
        body.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '~', '|', '^', '、']);
    for (close, open) in [(')', '('), (']', '['), ('}', '{')] {
        if trimmed.ends_with(close) && !trimmed.contains(open) {
            trimmed = trimmed.trim_end_matches([close, '.', ',', ';', ':', '!', '?']);
        }
    }
    start + trimmed.len()
}
