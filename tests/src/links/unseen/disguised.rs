//! Unseen kinds of imitation: addresses in disguise, Chinese letters, and what gangs do by the dozen.

use super::super::imitations::Maker;
use super::words::{
    CHEAP, ENDINGS, LURES, OFFICES, chinese, digits, fake, known, numbered, pick, told,
};

/// "com" or "cn" tied to the name so that a hurried reader sees the real domain.
pub(super) const TIED_SUFFIX: Maker = |r, o, n| {
    if !told(n) {
        return None;
    }
    let end = pick(r, CHEAP);
    let host = match r.under(6) {
        0 => format!("com-{n}.{end}"),
        1 => format!("cn-{n}.{end}"),
        2 => format!("{n}-com.{end}"),
        3 => format!("{n}-cn.{end}"),
        4 => format!("{n}-com-cn.{end}"),
        _ => format!("{n}com.{end}"),
    };
    fake(o, host)
};

/// The official domain up to a hyphen: `jd.com-tuikuan.top`.
pub(super) const HYPHEN_AFTER: Maker = |r, o, n| {
    let own = o.domains.iter().find(|d| d.starts_with(n) && d.contains('.'))?;
    let lure = pick(r, LURES);
    let end = pick(r, CHEAP);
    let host = match r.under(3) {
        0 => format!("{own}-{lure}.{end}"),
        1 => format!("{own}-{}.{end}", digits(r, 4)),
        _ => format!("{}.{own}-{lure}.{end}", pick(r, &["m", "pay", "order", "h5", "login"])),
    };
    fake(o, host)
};

/// An official address with its dots written as hyphens: `m-icbc-com-cn.vip`.
pub(super) const HYPHENS_FOR_DOTS: Maker = |r, o, n| {
    let own = o.domains.iter().find(|d| d.starts_with(n) && d.contains('.'))?;
    let flat = own.replace('.', "-");
    let part = pick(r, &["m", "pay", "login", "order", "h5", "my", "safe", "trade", "wap"]);
    fake(o, format!("{part}-{flat}.{}", pick(r, CHEAP)))
};

/// "gov" tied to an office's name, as in pages on social and medical insurance, taxes and ETC.
pub(super) const TIED_GOV: Maker = |r, o, n| {
    if !o.domains.iter().any(|d| d == "gov.cn" || d.ends_with(".gov.cn")) {
        return None;
    }
    let end = pick(r, CHEAP);
    let host = match r.under(5) {
        0 => format!("{n}-gov-cn.{end}"),
        1 => format!("{n}-gov.{end}"),
        2 => format!("gov-{n}.{end}"),
        3 => format!("{n}govcn.{end}"),
        _ => format!("cn-{n}-gov.{end}"),
    };
    fake(o, host)
};

/// The name in Chinese with a lure in Chinese.
pub(super) const IN_CHINESE: Maker = |r, o, n| {
    let name = chinese(n)?;
    let lure = pick(
        r,
        &[
            "退款",
            "客服",
            "理赔",
            "售后",
            "退款中心",
            "客服中心",
            "理赔中心",
            "官方客服",
            "认证",
            "积分兑换",
            "会员取消",
            "解冻",
            "在线客服",
            "订单退款",
        ],
    );
    let end = pick(r, &["com", "cn", "net", "top", "vip", "xyz", "中国", "网址", "在线", "cc"]);
    fake(o, format!("{name}{lure}.{end}"))
};

/// Part Chinese, part Latin: `淘宝kefu.top`, `taobao客服.com`.
pub(super) const HALF_CHINESE: Maker = |r, o, n| {
    if !known(n) {
        return None;
    }
    let end = pick(r, ENDINGS);
    if let Some(name) = chinese(n).filter(|name| *name != n)
        && r.chance(1, 2)
    {
        return fake(o, format!("{name}{}.{end}", pick(r, LURES)));
    }
    let lure = pick(r, &["退款", "客服", "理赔", "售后", "官网", "认证", "会员", "客服中心"]);
    fake(o, format!("{n}{lure}.{end}"))
};

/// The lure glued before the name: `tuikuantaobao.top`.
pub(super) const LURE_FIRST: Maker = |r, o, n| {
    if n.len() < 4 || !told(n) {
        return None;
    }
    let lure = pick(r, LURES);
    fake(o, format!("{lure}{n}.{}", pick(r, ENDINGS)))
};

/// Name, lure and a running number, as one gang registers dozens at a time.
pub(super) const NUMBERED: Maker = |r, o, n| {
    if !told(n) {
        return None;
    }
    let many = 1 + r.under(4);
    let number = digits(r, many);
    let lure = pick(r, LURES);
    let end = pick(r, ENDINGS);
    let host = match r.under(3) {
        0 => format!("{n}{lure}{number}.{end}"),
        1 => format!("{n}-{lure}{number}.{end}"),
        _ => format!("{number}{n}{lure}.{end}"),
    };
    if numbered(n) && host.starts_with(|c: char| c.is_ascii_digit()) && !host.starts_with(n) {
        return None;
    }
    fake(o, host)
};

/// Free hosting, where a page is up in minutes: `icbc-verify.pages.dev`.
pub(super) const FREE_HOST: Maker = |r, o, n| {
    if !told(n) || OFFICES.contains(&n) {
        return None;
    }
    let lure = pick(r, LURES);
    let home = pick(
        r,
        &[
            "pages.dev",
            "vercel.app",
            "netlify.app",
            "web.app",
            "weebly.com",
            "github.io",
            "workers.dev",
            "firebaseapp.com",
            "wixsite.com",
            "onrender.com",
            "glitch.me",
        ],
    );
    let between = if known(n) { pick(r, &["-", ""]) } else { "-" };
    fake(o, format!("{n}{between}{lure}.{home}"))
};

/// A small word before the name, as "my", "i", "e", "go" or "new".
pub(super) const SMALL_WORD: Maker = |r, o, n| {
    if !known(n) || (n.len() < 5 && !numbered(n)) {
        return None;
    }
    let word = pick(r, &["my", "i", "e", "go", "new", "ok", "the", "wo", "hi", "vip", "u"]);
    let between = if word.len() == 1 || numbered(n) { pick(r, &["-", ""]) } else { "" };
    fake(o, format!("{word}{between}{n}.{}", pick(r, CHEAP)))
};

/// Two lures about the name, with a hyphen at each: `safe-alipay-renzheng.com`.
pub(super) const BETWEEN_LURES: Maker = |r, o, n| {
    if !told(n) {
        return None;
    }
    let before = pick(r, &["safe", "online", "vip", "m", "pay", "my", "cn", "guanfang", "e", "zx"]);
    let lure = pick(r, LURES);
    fake(o, format!("{before}-{n}-{lure}.{}", pick(r, ENDINGS)))
};
