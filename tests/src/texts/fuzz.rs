//! Fuzzes the text check with generated texts and reports what broke: spans, bounds, panics, time.
//!
//! Seeded: the same seed gives the same text. Pieces are those that scams and warnings are made of,
//! cut and glued at random, so that most inputs come near a frame.

use crate::links::Random;
use std::time::Duration;
use yanka::matcher::TextRules;
use yanka::report::{Origin, Subject};

/// Time limit for one generated input on an idle machine. Empirical; no measurement recorded.
pub const TIME_LIMIT: Duration = Duration::from_secs(2);

const PIECES: &[&str] = &[
    "加",
    "添加",
    "微信",
    "薇❤",
    "V❤",
    "qq",
    "扣扣",
    "群",
    "进群",
    "扫码",
    "二维码",
    "退款",
    "理赔",
    "双倍",
    "赔付",
    "快递",
    "丢失",
    "会员",
    "扣费",
    "每月",
    "误",
    "开通",
    "百万保障",
    "征信",
    "影响",
    "注销",
    "白条",
    "借呗",
    "借",
    "转账",
    "转到",
    "安全账户",
    "验证码",
    "念给",
    "共享屏幕",
    "屏幕",
    "下载",
    "app",
    "链接",
    "http://a.example/b",
    "不要",
    "请勿",
    "切勿",
    "不会",
    "骗子",
    "诱导",
    "都是诈骗",
    "对方",
    "您",
    "我",
    "让我",
    "客服：",
    "我：",
    "警方提醒",
    "王女士",
    "接到",
    "，",
    "。",
    "！",
    "？",
    "、",
    "\n",
    " ",
    "\u{200b}",
    "\u{fe0f}",
    "😀",
    "❤",
    "🐧",
    "ⓥ",
    "🅥",
    "𝐯",
    "ﬃ",
    "㎏",
    "退款退款",
    "囗",
    "徴",
    "亻言",
    "1",
    "13800000000",
    "8888元",
    "500",
    "a",
    "ab_cd9",
    ".",
    "*",
    "/",
    "：",
    "（",
    "】",
    "\u{301}",
    "\r\n",
    "\u{2028}",
    "支付寶",
    "賠",
    "é",
    "\u{0}",
    "\u{10ffff}",
    "ß",
    "İ",
    "ﷺ",
];

/// A text from `seed`.
#[must_use]
pub fn text(seed: u64) -> String {
    let mut random = Random::new(seed);
    let pieces = match random.under(50) {
        0 => 0,
        1 => 600,
        n => n,
    };
    let mut text = String::new();
    for _ in 0..random.under(pieces + 1) {
        if random.chance(1, 12) {
            let any = u32::try_from(random.under(0x11_0000)).ok().and_then(char::from_u32);
            text.push(any.unwrap_or('退'));
        } else {
            let piece = PIECES[random.under(PIECES.len())];
            let again = if random.chance(1, 40) { random.under(30) } else { 1 };
            text.extend(std::iter::repeat_n(piece, again));
        }
    }
    text
}

/// What is wrong with the facts and findings of `text`.
///
/// # Errors
/// A sentence without the text.
pub fn check(text: &str, texts: &TextRules) -> Result<(), String> {
    let read = texts.read_text(text);
    let facts = &read.facts;
    let fits = |span: &yanka_types::Span| {
        span.start <= span.end && text.get(span.start..span.end).is_some()
    };
    let spans = facts.frames.iter().map(|f| &f.span);
    let spans = spans.chain(facts.clauses.iter().map(|c| &c.span));
    let spans = spans.chain(facts.entities.iter().map(|(_, s)| s));
    if !spans.into_iter().all(fits) {
        return Err("a span off the text or inside a character".to_owned());
    }
    if !read.resemblance.iter().flat_map(|r| &r.marks).all(fits) {
        return Err("the scored part off the text or inside a character".to_owned());
    }
    let hits = texts.weigh(&read, Subject::Text, Origin::Message).matches;
    if !hits.iter().flat_map(|h| &h.spans).all(fits) {
        return Err("a hit's span off the text or inside a character".to_owned());
    }
    Ok(())
}
