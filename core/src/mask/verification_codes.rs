//! Detects verification codes: a short number or token after or before a word such as 验证码.
//!
//! Every verification code is the person's own, so this does not use ownership.rs.

use std::sync::LazyLock;

use regex::Regex;

use super::detail::{DetailKind, DetailSpan};
use super::pattern::pattern;
use yanka_types::Span;

/// All verification codes in `text`.
pub fn find(text: &str) -> Vec<DetailSpan> {
    let captured = |pattern: &'static LazyLock<Regex>| {
        pattern.captures_iter(text).filter_map(|c| c.name("code")).collect::<Vec<_>>()
    };
    let mut codes = captured(&CODE_AFTER_WORD);
    codes.extend(captured(&CODE_BEFORE_WORD));
    codes
        .into_iter()
        .filter(|code| stands_alone(text, code.start(), code.end()))
        .filter(|code| code.as_str().contains(|c: char| c.is_numeric()))
        .map(|code| DetailSpan {
            kind: DetailKind::Code,
            span: Span::new(code.start(), code.end()),
        })
        .collect()
}

/// `您的验证码是 482913`, `code: 48 29 13`: at most 8 filler words between the word and the code.
/// Empirical; no measurement recorded.
static CODE_AFTER_WORD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)(?:验证码|校验码|動態碼|驗證碼|动态码|动态密码|动态口令|短信码|确认码|授权码|登录码|随机码|短信密码|一次性密码|",
        r"verification code|security code|confirmation code|login code|passcode|one[- ]time (?:code|password)|\bOTP\b|\bcode is\b)",
        r#"(?:\s|是|为|就|的|了|：|:|is|was|=|—|–|-|“|"|「|【|\[|［|（|\(|，|,|＝|您|你|我|本次|收到|刚才|刚刚|发给|发你|给你|念给|报给|告诉|到|现在|后面|数字|#){0,8}?"#,
        r"(?P<code>[0-9０-９]{4,8}|[0-9]{2,4}(?:[ -][0-9]{2,4}){1,3}|(?-i:[A-Z]{1,3}-?[0-9]{4,6}|[0-9]+[A-Z]+[0-9A-Z]{2,6}))"
    ))
});

/// `482913（登录验证码）`, `482913 is your verification code`.
static CODE_BEFORE_WORD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)(?P<code>[0-9０-９]{4,8}|[0-9]{3}[ -][0-9]{3})\s*",
        r"(?:是|为|is|（|\(|【|——这是|——|就是)[^，。；\n0-9]{0,14}?",
        r"(?:验证码|校验码|驗證碼|动态码|动态密码|动态口令|短信码|确认码|verification code|security code|passcode|login code|one[- ]time (?:code|password)|\bOTP\b)"
    ))
});

/// True if `start..end` is not part of a longer number or word, and no amount, duration, year or
/// count.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    static UNIT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"^\s*(?:元|块|万|角|％|%|位|分钟|秒|小时|天|年|月|日|次|条|个|人|名|号[店楼线]|客服|热线|rmb|yuan|minutes?|seconds?|digits?|",
            r"[.．:：/][0-9]|[-–][0-9])"
        ))
    });
    let previous = text.get(..start).and_then(|t| t.chars().next_back());
    let following = text.get(end..).unwrap_or("");
    !previous.is_some_and(|c| {
        c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '¥' | '￥' | '$' | '+')
    }) && !following.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !UNIT.is_match(following)
}
