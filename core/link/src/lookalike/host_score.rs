//! Scores third-party hosts that contain a brand name.
//!
//! The fallback behind the specific detectors: it reads every word of the host on its own and adds
//! points, whatever the order of the words. So it also finds imitations that no detector was
//! written for, with less certainty. docs/decisions/0005 has the reasons for the weights.

use super::distinctiveness::Distinctiveness;
use super::host::{Host, Label, Lookalike};
use super::index::{BrandIndex, BrandName, Match};
use super::lures::{ADDRESS_WORDS, ANY, GOVERNMENT_CLAIMS, Lure, STRONG};
use super::obfuscated::{self, has_masked_letter, has_repeated_letters};
use super::segmentation::{Segmentation, segment};
use super::syllables::is_pinyin;
use crate::suffixes::TldTier;

/// Score at which [`BRAND_NAME`](crate::signal::BRAND_NAME) is emitted.
const BRAND_NAME_SCORE: i8 = 3;
/// The same on a legacy suffix, where brands have second domains of their own.
const BRAND_NAME_SCORE_LEGACY: i8 = 4;
/// Score at which [`IMITATION`](crate::signal::IMITATION) is emitted.
const IMITATION_SCORE: i8 = 5;
/// Words of a host that are read; the rest is ignored.
const MAX_WORDS: usize = 24;
/// Shortest name that counts when `www` is glued to it, in bytes.
const MIN_GLUED_NAME: usize = 4;
/// Shortest lure that counts at the edge of a word with unknown letters, in bytes.
const MIN_EDGE_LURE: usize = 4;
/// Most letters that may be glued to a hotline number.
const MAX_BESIDE_HOTLINE: usize = 6;
/// Names under which companies connect their own customers: `weixin.company.com`.
const CONNECTED_SERVICES: &[&str] = &["weixin", "wechat", "alipay", "wechatpay", "weixinpay"];

/// The evidence in the words of a host.
#[derive(Default)]
struct HostScore {
    /// The name with the most points: its index, and the points.
    name: Option<(usize, i8)>,
    /// Bits of lures that count beside any name.
    lures: u16,
    /// Bits of lures that form an ordinary company name with a short name.
    company: u16,
    /// Bits of lures that are a whole subdomain: companies have `kefu.company.com`.
    subdomain_lures: u16,
    /// Whether a strong lure is a word of its own beside others in its label.
    has_separate_lure: bool,
    /// Whether `www`, `com` and the like make the host look like an address.
    has_address_word: bool,
    /// Whether a second name of the same brand, or the same name again, occurs.
    has_second_name: bool,
    /// Whether a word of the registrable label begins or ends in a year or other chosen digits.
    has_chosen_digits: bool,
    /// Whether the registrable label makes a claim that only a government site may make.
    claims_government: bool,
    /// Whether the name with the most points is in a subdomain.
    is_in_subdomain: bool,
    /// Whether the name is the whole registrable label.
    is_whole_label: bool,
}

/// The brand whose name `host` contains, where the score reaches the threshold.
///
/// `owner_of` gives the index of the platform that owns a domain.
pub(super) fn detect(
    host: &Host,
    index: &BrandIndex,
    owner_of: &dyn Fn(&str) -> Option<usize>,
) -> Option<Lookalike> {
    let own = host.labels.last()?;
    if let Some(rest) = own.text.strip_prefix("www")
        && let Some(platform) = glued_www(rest.trim_start_matches('-'), host, index, owner_of)
    {
        return Some(Lookalike { platform, certain: true });
    }
    let is_obfuscated =
        host.labels.iter().any(|l| has_masked_letter(&l.text)) || has_repeated_letters(&own.text);
    // Most hosts return here.
    if !host.labels.iter().any(Label::has_lure)
        && !is_obfuscated
        && !GOVERNMENT_CLAIMS.iter().any(|s| own.text.contains(s))
        && !host.is_low_cost()
        && host.labels.iter().all(|l| l.names(index).next().is_none())
    {
        return None;
    }
    let mut score = HostScore::of(host, index);
    if score.name.is_none() {
        score.add_obfuscated(host, &own.text, is_obfuscated, index);
    }
    let Some((name, points)) = score.name else {
        // `rz-gov.top`: no brand name, and a claim that only a government site may make.
        let claims = score.claims_government && host.is_low_cost();
        let platform = owner_of("gov.cn").filter(|_| claims)?;
        return Some(Lookalike { platform, certain: false });
    };
    let name = &index.names[name];
    let by_suffix = match host.tier {
        TldTier::LowCost => 1,
        TldTier::Legacy | TldTier::Common => 0,
        TldTier::Other => -1,
    };
    let total = points + score.points_beside(name) + by_suffix;
    // On legacy suffixes the brand holds its own name, and in other countries other companies do.
    let may_be_own = score.is_whole_label && matches!(host.tier, TldTier::Legacy | TldTier::Other);
    let threshold = match host.tier {
        TldTier::Legacy => BRAND_NAME_SCORE_LEGACY,
        _ => BRAND_NAME_SCORE,
    };
    let certain = total >= IMITATION_SCORE;
    (total >= threshold && !may_be_own).then_some(Lookalike { platform: name.platform, certain })
}

/// `wwwtaobao.com`, `wwwjd.top`: `www` without its dot before a brand's domain or name.
fn glued_www(
    rest: &str,
    host: &Host,
    index: &BrandIndex,
    owner_of: &dyn Fn(&str) -> Option<usize>,
) -> Option<usize> {
    if rest.len() < 2 {
        return None;
    }
    let by_domain = || owner_of(&format!("{rest}.{}", host.suffix));
    let by_name =
        || index.name(rest).filter(|n| n.text.len() >= MIN_GLUED_NAME).map(|n| n.platform);
    by_domain().or_else(by_name)
}

impl HostScore {
    fn of(host: &Host, index: &BrandIndex) -> Self {
        let mut score = Self::default();
        let words = host.labels.iter().enumerate().flat_map(|(at, label)| {
            let is_own = at + 1 == host.labels.len();
            label.text.split(['-', '_']).map(move |word| (word, label.text.as_ref(), is_own))
        });
        for (word, label, is_own) in words.filter(|w| !w.0.is_empty()).take(MAX_WORDS) {
            score.add_word(word, label, is_own, index);
        }
        score
    }

    /// Adds one word of `label`; `is_own` is whether that is the registrable label.
    fn add_word(&mut self, word: &str, label: &str, is_own: bool, index: &BrandIndex) {
        if word == label
            && let Some(i) = index.index_of(word)
            && index.names[i].distinctiveness == Distinctiveness::DomainLabel
        {
            self.add_name(i, 2 - i8::from(!is_own), index);
            return;
        }
        let matches = index.find_all(word);
        let segmentations = segment(word, &matches, index);
        let best = segmentations.into_iter().filter(|s| !s.has_unknown).max_by_key(|s| {
            let points = s.name.map_or(0, |i| index.names[i].points());
            // A name that contains another name or a lure, such as `wechatpay`, is one name.
            let is_whole = s.name.is_some_and(|i| index.names[i].text == word);
            let has_second = s.lures & Lure::SecondName.bit() != 0;
            let has_lure = (s.lures | s.company) & ANY != 0;
            (is_whole, points, has_second, s.lures & STRONG != 0, has_lure)
        });
        let Some(best) = best else {
            self.add_edges(word, &matches, is_own, index);
            return;
        };
        self.claims_government |= is_own && GOVERNMENT_CLAIMS.contains(&word);
        if ADDRESS_WORDS.contains(&word) {
            self.has_address_word |= is_own || matches!(label, "com" | "cn" | "net");
            return;
        }
        self.add_lures(&best, word == label, is_own);
        self.has_address_word |= is_own && best.has_address_word;
        self.has_chosen_digits |= is_own && has_chosen_digits(word);
        self.has_second_name |= is_own && best.lures & Lure::SecondName.bit() != 0;
        self.claims_government |=
            is_own && GOVERNMENT_CLAIMS.iter().any(|s| word.ends_with(s) || word.starts_with(s));
        if let Some(i) = best.name {
            let name = &index.names[i];
            // A subdomain often names a service that the site only connects to.
            let is_connected = CONNECTED_SERVICES.contains(&name.text.as_str());
            let in_subdomain = if is_own { 0 } else { 1 + 2 * i8::from(is_connected) };
            self.add_name(i, name.points() - in_subdomain, index);
            self.is_whole_label |= is_own && label == name.text;
            self.is_in_subdomain |= !is_own && self.name.is_some_and(|(best, _)| best == i);
        }
    }

    fn add_lures(&mut self, word: &Segmentation, is_whole_label: bool, is_own: bool) {
        if is_whole_label && !is_own {
            self.subdomain_lures |= word.lures;
            return;
        }
        self.lures |= word.lures;
        self.company |= word.company;
        self.has_separate_lure |=
            !is_whole_label && word.name.is_none() && word.lures & STRONG != 0;
    }

    fn add_name(&mut self, name: usize, points: i8, index: &BrandIndex) {
        if let Some((first, _)) = self.name {
            let (a, b) = (&index.names[first], &index.names[name]);
            self.has_second_name |= a.platform == b.platform;
        }
        if self.name.is_none_or(|(_, most)| points > most) {
            self.name = Some((name, points));
        }
    }

    /// Adds names and lures at the beginning or end of a word with unknown letters: `taobaoguide`.
    fn add_edges(&mut self, word: &str, matches: &[Match], is_own: bool, index: &BrandIndex) {
        for m in matches {
            if m.start != 0 && m.end != word.len() {
                continue;
            }
            let rest = if m.start == 0 { &word[m.end..] } else { &word[..m.start] };
            if let Some(i) = m.name {
                let name = &index.names[i];
                let is_long = matches!(
                    name.distinctiveness,
                    Distinctiveness::Distinctive | Distinctiveness::Chinese
                );
                // A hotline number with digits glued to it is another number.
                let nearest = if m.start == 0 { rest.bytes().next() } else { rest.bytes().last() };
                let is_hotline = name.distinctiveness == Distinctiveness::Digits
                    && name.text.len() >= 5
                    && rest.len() <= MAX_BESIDE_HOTLINE
                    && nearest.is_some_and(|b| !b.is_ascii_digit());
                // `weixing` is wei-xing, not weixin and g.
                let is_other_pinyin =
                    name.is_pinyin && (is_pinyin(word) || continues_syllable(rest));
                if (is_long && !is_other_pinyin) || is_hotline {
                    // Glued letters may make another name of it, but no other hotline.
                    let deduction = i8::from(!is_hotline) + i8::from(!is_own);
                    self.add_name(i, name.points() - deduction, index);
                }
            } else if let Some(lure) = m.word
                && m.end - m.start >= MIN_EDGE_LURE
                && !lure.company
            {
                self.lures |= lure.lures;
            }
        }
    }

    /// Adds the first obfuscated name found; `label` is the registrable label.
    fn add_obfuscated(
        &mut self,
        host: &Host,
        label: &str,
        is_obfuscated: bool,
        index: &BrandIndex,
    ) {
        let strong = self.lures & STRONG != 0;
        let masked = || obfuscated::find_masked(host, index);
        let found = is_obfuscated
            .then(masked)
            .flatten()
            .or_else(|| obfuscated::find_hyphenated(label, strong, index))
            .or_else(|| obfuscated::find_misspelled(label, strong, index));
        let Some(found) = found else { return };
        self.name = Some((found.name, found.points));
        if found.is_hyphenated {
            // The parts of the name are no lures of their own: `bank-of-china`.
            self.lures = (self.lures & STRONG) | found.lures;
            self.company = 0;
        }
    }

    /// Points of the other words beside `name`.
    fn points_beside(&self, name: &BrandName) -> i8 {
        use Distinctiveness as D;
        let counts_subdomains =
            self.is_in_subdomain || matches!(name.distinctiveness, D::Distinctive | D::Chinese);
        let subdomains = if counts_subdomains { self.subdomain_lures } else { 0 };
        let strong = (self.lures | subdomains) & STRONG != 0;
        let all = self.lures | self.company | subdomains;
        let is_generic = name.distinctiveness == D::Generic;
        let abbreviation = Lure::Abbreviation.bit();
        let lure = if strong || self.claims_government {
            2 + i8::from(self.has_separate_lure)
        } else if is_generic {
            i8::from(name.text.len() >= 5 && self.lures & (ANY | abbreviation) != 0)
        } else {
            i8::from(all & (ANY | abbreviation) != 0)
        };
        let decoration = self.has_address_word || (self.has_chosen_digits && !is_generic);
        lure.max(i8::from(decoration)) + i8::from(self.has_second_name)
    }
}

/// Whether `rest`, after a name in pinyin, may continue the name's last syllable: `weixing`.
fn continues_syllable(rest: &str) -> bool {
    matches!(rest.as_bytes().first(), Some(b'g' | b'n' | b'r' | b'a' | b'e' | b'i' | b'o' | b'u'))
}

/// Whether `word` begins or ends in a year from 2020 to 2039 and any digits after it, or in three
/// to six digits: `taobao6677`.
fn has_chosen_digits(word: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let (front, back) = (word.trim_start_matches(is_digit), word.trim_end_matches(is_digit));
    let ends = [&word[..word.len() - front.len()], &word[back.len()..]];
    let is_year =
        |d: &str| d.len() >= 4 && d.get(..4).is_some_and(|y| ("2020".."2040").contains(&y));
    ends.iter().any(|d| is_year(d) || (3..=6).contains(&d.len()))
}
