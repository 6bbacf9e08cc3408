//! Unseen kinds of imitation: other words around the name.

use super::super::imitations::Maker;
use super::words::{CHEAP, ENDINGS, LURES, OFFICES, OTHERS, digits, fake, known, pick, told};

/// The lure shortened to its pinyin initials (客服中心 kfzx), beside the name.
pub(super) const INITIALS: Maker = |r, o, n| {
    let end = pick(r, ENDINGS);
    if known(n) {
        let short =
            pick(r, &["kf", "tk", "lp", "shfw", "kfzx", "tkzx", "lpzx", "gfkf", "gw", "zx"]);
        let host = match r.under(3) {
            0 => format!("{n}{short}.{end}"),
            1 => format!("{short}{n}.{end}"),
            _ => format!("{short}-{n}.{end}"),
        };
        return fake(o, host);
    }
    if !told(n) {
        return None;
    }
    let long = pick(r, &["kfzx", "tkzx", "lpzx", "shzx", "tkkf", "gfkf", "kffw", "zxkf"]);
    fake(o, format!("{n}-{long}.{end}"))
};

/// A city and digits after the name, as "branches" of a brand are numbered.
pub(super) const CITY_DIGITS: Maker = |r, o, n| {
    if !known(n) {
        return None;
    }
    let city = pick(r, &["bj", "sh", "gz", "sz", "hz", "cd", "wuhan", "beijing", "xian", "xm"]);
    let many = 2 + r.under(3);
    let number = digits(r, many);
    let between = pick(r, &["", "-"]);
    fake(o, format!("{n}{between}{city}{number}.{}", pick(r, ENDINGS)))
};

/// A country after or before the name, as a make-believe home branch of it.
pub(super) const COUNTRY: Maker = |r, o, n| {
    if !known(n) && n != "apple" && n != "amazon" {
        return None;
    }
    let land = pick(r, &["cn", "china", "hk", "zh", "zhongguo", "asia", "prc", "chn"]);
    if n.contains("china") || (n.contains("pay") && land == "hk") {
        return None;
    }
    let between = pick(r, &["", "", "-"]);
    let end = pick(r, CHEAP);
    let host = if r.chance(3, 4) {
        format!("{n}{between}{land}.{end}")
    } else {
        format!("{land}{between}{n}.{end}")
    };
    fake(o, host)
};

/// English words run together after the name, as in kits translated from abroad.
pub(super) const ENGLISH: Maker = |r, o, n| {
    if !told(n) || OFFICES.contains(&n) {
        return None;
    }
    let words = pick(
        r,
        &[
            "refundcenter",
            "accountverify",
            "helpdesk",
            "orderservice",
            "claimcenter",
            "securelogin",
            "billingupdate",
            "customercare",
            "idverify",
            "paycenter",
            "safecenter",
            "rewardcenter",
            "supportonline",
            "servicecenter",
            "unlockaccount",
        ],
    );
    fake(o, format!("{n}{words}.{}", pick(r, ENDINGS)))
};

/// Two brands together, as for "the refund comes by the other one".
pub(super) const TWO_BRANDS: Maker = |r, o, n| {
    if !told(n) || OFFICES.contains(&n) {
        return None;
    }
    let other = pick(r, OTHERS);
    if o.names.iter().any(|m| m == other || m.contains(other) || other.contains(m.as_str())) {
        return None;
    }
    let between = if known(n) { pick(r, &["", "-"]) } else { "-" };
    let end = pick(r, CHEAP);
    let host = if r.chance(1, 2) {
        format!("{n}{between}{other}.{end}")
    } else {
        format!("{other}{between}{n}.{end}")
    };
    fake(o, host)
};

/// What the victim is to the brand (user, member, buyer, order), run together with the name.
pub(super) const RELATION: Maker = |r, o, n| {
    if OFFICES.contains(&n) || !(known(n) || told(n) && n.len() >= 5) {
        return None;
    }
    let word = pick(
        r,
        &[
            "user",
            "member",
            "buyer",
            "order",
            "aftersale",
            "huiyuan",
            "dingdan",
            "yonghu",
            "maijia",
            "shangjia",
            "seller",
            "client",
            "account",
            "vipuser",
            "zhanghu",
            "wuliu",
        ],
    );
    let end = pick(r, CHEAP);
    let host = match r.under(3) {
        0 => format!("{word}{n}.{end}"),
        1 => format!("{word}-{n}.{end}"),
        _ => format!("{n}{word}.{end}"),
    };
    fake(o, host)
};

/// The name as a label between lure labels and a numbered throw-away domain.
pub(super) const LURE_LABELS: Maker = |r, o, n| {
    if !told(n) {
        return None;
    }
    let many = 2 + r.under(3);
    let number = digits(r, many);
    let stem = pick(r, &["xyz", "kf", "vx", "a", "hk", "qw", "mm", "sdf", "zx", "ok"]);
    let lure = pick(r, LURES);
    let end = pick(r, CHEAP);
    let host = match r.under(3) {
        0 => format!("{lure}.{n}.{stem}{number}.{end}"),
        1 => format!("{n}.{lure}.{stem}{number}.{end}"),
        _ => format!("{}.{lure}.{n}.{stem}{number}.{end}", pick(r, &["m", "h5", "wap", "order"])),
    };
    fake(o, host)
};
