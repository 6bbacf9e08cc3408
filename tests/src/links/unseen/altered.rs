//! Unseen kinds of imitation: the name itself altered: doubled, dated, misspelt, parted.

use super::super::imitations::Maker;
use super::words::{
    CHEAP, ENDINGS, LURES, NOBODY, fake, halves, known, lettered, numbered, pick, told,
};

/// The name twice over, as when the single name is taken on every suffix.
pub(super) const DOUBLED: Maker = |r, o, n| {
    if !known(n) || !lettered(n) {
        return None;
    }
    let between = pick(r, &["", "-"]);
    fake(o, format!("{n}{between}{n}.{}", pick(r, ENDINGS)))
};

/// An English plural or owner's "s", as in sites that sell "taobaos" to people abroad and at home.
pub(super) const PLURAL: Maker = |r, o, n| {
    if !known(n) || !lettered(n) || n.len() < 5 || n.ends_with('s') {
        return None;
    }
    let tail = pick(r, &["s", "s", "-s", "z"]);
    fake(o, format!("{n}{tail}.{}", pick(r, CHEAP)))
};

/// A mark of the phone page or app (app, h5, wap, m), as the pages in text messages bear.
pub(super) const FRONT: Maker = |r, o, n| {
    if !known(n) {
        return None;
    }
    let mark = pick(r, &["app", "h5", "wap", "web", "mobile", "xcx", "apk", "ios", "3g", "wapp"]);
    let end = pick(r, CHEAP);
    let host = match r.under(4) {
        0 => format!("{n}{mark}.{end}"),
        1 => format!("{mark}{n}.{end}"),
        2 => format!("{mark}-{n}.{end}"),
        _ => format!("m-{n}-{mark}.{end}"),
    };
    fake(o, host)
};

/// A year, a month or a shopping festival after the name, as the pages for one campaign bear.
pub(super) const DATED: Maker = |r, o, n| {
    if !known(n) {
        return None;
    }
    let when = pick(r, &["2024", "2025", "2026", "202511", "1111", "618", "1212", "0315", "20251"]);
    let between = if numbered(n) { "-" } else { pick(r, &["", "-"]) };
    fake(o, format!("{n}{between}{when}.{}", pick(r, ENDINGS)))
};

/// A year between name and lure: `jd2025tuikuan.top`.
pub(super) const DATED_LURE: Maker = |r, o, n| {
    if !told(n) || numbered(n) {
        return None;
    }
    let when = pick(r, &["2024", "2025", "2026", "11", "24", "25"]);
    let lure = pick(r, LURES);
    fake(o, format!("{n}{when}{lure}.{}", pick(r, ENDINGS)))
};

/// A bank's or carrier's hotline beside its letters, as sender names and pages pair them.
pub(super) const HOTLINE: Maker = |r, o, n| {
    let letters = o.names.iter().find(|m| lettered(m) && m.len() >= 3)?;
    if !numbered(n) {
        return None;
    }
    let between = pick(r, &["", "-"]);
    let end = pick(r, ENDINGS);
    let host = if r.chance(1, 2) {
        format!("{letters}{between}{n}.{end}")
    } else {
        format!("{n}{between}{letters}.{end}")
    };
    fake(o, host)
};

/// The hotline with two or three letters before or after it, as in points-swap text messages.
pub(super) const HOTLINE_LETTERS: Maker = |r, o, n| {
    if n.len() != 5 || !numbered(n) {
        return None;
    }
    let mark = pick(r, &["jf", "dh", "kf", "wap", "yh", "sj", "hd", "cn", "vip", "jfdh", "xyk"]);
    let end = pick(r, ENDINGS);
    let host = match r.under(3) {
        0 => format!("{mark}{n}.{end}"),
        1 => format!("{n}{mark}.{end}"),
        _ => format!("{n}-{mark}.{end}"),
    };
    fake(o, host)
};

/// Two slips (letters doubled, at most one left out), one in each half of a long name, as when
/// the one-slip names are all taken.
pub(super) const TWO_SLIPS: Maker = |r, o, n| {
    if !known(n) || !lettered(n) || n.len() < 8 {
        return None;
    }
    let mut letters: Vec<char> = n.chars().collect();
    let middle = letters.len() / 2;
    let late = middle + 1 + r.under(letters.len() - middle - 1);
    let early = 1 + r.under(middle - 1);
    let dropped = r.under(3);
    for (at, drop) in [(late, dropped == 0), (early, dropped == 1)] {
        let letter = letters.get(at).copied()?;
        if drop {
            letters.remove(at);
        } else {
            letters.insert(at, letter);
        }
    }
    let host: String = letters.into_iter().collect();
    if host == n {
        return None;
    }
    fake(o, format!("{host}.{}", pick(r, ENDINGS)))
};

/// One letter three times: `taooobao.com`.
pub(super) const TRIPLED: Maker = |r, o, n| {
    if !lettered(n) || n.len() < 5 || (!known(n) && n != "apple" && n != "amazon") {
        return None;
    }
    let mut letters: Vec<char> = n.chars().collect();
    let at = 1 + r.under(letters.len() - 1);
    let letter = letters.get(at).copied()?;
    letters.insert(at, letter);
    letters.insert(at, letter);
    let host: String = letters.into_iter().collect();
    fake(o, format!("{host}.{}", pick(r, ENDINGS)))
};

/// A hyphen within the name and a lure beside it: `tao-bao-tuikuan.top`.
pub(super) const PARTED_LURE: Maker = |r, o, n| {
    let (one, two) = halves(n)?;
    let lure = pick(r, LURES);
    let end = pick(r, ENDINGS);
    let host = match r.under(3) {
        0 => format!("{one}-{two}-{lure}.{end}"),
        1 => format!("{lure}-{one}-{two}.{end}"),
        _ => format!("{one}-{two}{lure}.{end}"),
    };
    fake(o, host)
};

/// The last or first letter left off, with a lure: `taoba-tuikuan.vip`.
pub(super) const CUT_LURE: Maker = |r, o, n| {
    if !known(n) || !lettered(n) || n.len() < 6 {
        return None;
    }
    let first = n.len() >= 7 && !n.starts_with("zh") && r.chance(1, 3);
    let cut: String =
        if first { n.chars().skip(1).collect() } else { n.chars().take(n.len() - 1).collect() };
    let lure = pick(r, LURES);
    let between = pick(r, &["-", "-", ""]);
    fake(o, format!("{cut}{between}{lure}.{}", pick(r, ENDINGS)))
};

/// Two neighbours swapped, with a lure: `taoboa-kefu.cc`.
pub(super) const SWAPPED_LURE: Maker = |r, o, n| {
    if !lettered(n) || n.len() < 5 || NOBODY.contains(&n) {
        return None;
    }
    let mut letters: Vec<char> = n.chars().collect();
    let at = 1 + r.under(letters.len() - 2);
    letters.swap(at, at + 1);
    let wrong: String = letters.into_iter().collect();
    if wrong == n {
        return None;
    }
    let lure = pick(r, LURES);
    let between = pick(r, &["-", ""]);
    let end = pick(r, ENDINGS);
    let host = if r.chance(2, 3) {
        format!("{wrong}{between}{lure}.{end}")
    } else {
        format!("{lure}{between}{wrong}.{end}")
    };
    fake(o, host)
};
