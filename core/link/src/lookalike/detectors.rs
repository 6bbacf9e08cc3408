//! Runs the detectors of brand imitation on a host, the cheap ones first.
//!
//! Each detector decides one kind of imitation; `host_score` is the fallback behind them.

use super::deletion_index::PrefixHashes;
use super::distinctiveness::Distinctiveness;
use super::host::{Host, Lookalike};
use super::index::{BrandIndex, BrandName, MIN_MISSPELLED};
use super::segmentation::segment;
use super::syllables::is_pinyin;
use super::{host_score, misspelling, subdomain};
use crate::confusables;
use crate::suffixes::TldTier;

/// Shortest number, in bytes, that counts on another suffix.
const MIN_HOTLINE: usize = 5;

/// A kind of imitation, to measure each detector on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detector {
    /// Letters of another script that look like those of the name.
    Homoglyph,
    /// Digits or letter pairs that look like letters: `ta0bao`.
    Substitution,
    /// One letter inserted, deleted, replaced or swapped: `taobo`.
    Misspelling,
    /// The name beside a lure: `jd-tuikuan`.
    Lure,
    /// The name or the domain in the subdomain of a third party.
    Subdomain,
    /// The name on another suffix: `taobao.top`.
    OtherSuffix,
    /// The name beside anything on a low-cost suffix: `taobao-xh3.top`.
    Affix,
    /// All words of the host, scored together.
    HostScore,
}

type Detect<'a> = &'a dyn Fn() -> Option<Lookalike>;

/// The brand that `host` imitates; `host` is canonical and no brand owns it.
///
/// `owner_of` gives the index of the platform that owns a domain such as `taobao.com`. The
/// detectors in `disabled` do not run; that is for measuring. A certain result comes before an
/// uncertain one.
pub(crate) fn detect(
    host: &str,
    index: &BrandIndex,
    owner_of: &dyn Fn(&str) -> Option<usize>,
    disabled: &[Detector],
) -> Option<Lookalike> {
    let host = Host::split(host, index)?;
    let certain = |platform| Lookalike { platform, certain: true };
    let detectors: [(Detector, Detect<'_>); 8] = [
        (Detector::Subdomain, &|| subdomain::detect(&host, index, owner_of).map(certain)),
        (Detector::OtherSuffix, &|| other_suffix(&host, index)),
        (Detector::Lure, &|| lure(&host, index)),
        (Detector::Affix, &|| affix(&host, index).map(certain)),
        (Detector::Homoglyph, &|| homoglyph(&host, index).map(certain)),
        (Detector::Substitution, &|| substitution(&host, index).map(certain)),
        (Detector::Misspelling, &|| misspelling::detect(&host, index).map(certain)),
        (Detector::HostScore, &|| host_score::detect(&host, index, owner_of)),
    ];
    let mut uncertain = None;
    for (detector, run) in detectors {
        if disabled.contains(&detector) {
            continue;
        }
        let Some(found) = run() else { continue };
        if found.certain {
            return Some(found);
        }
        uncertain = uncertain.or(Some(found));
    }
    uncertain
}

/// `taobao.top`; not another country's `amazon.de`.
fn other_suffix(host: &Host, index: &BrandIndex) -> Option<Lookalike> {
    use Distinctiveness as D;
    let name = index.name(&host.labels.last()?.text)?;
    let counts = match name.distinctiveness {
        D::Distinctive | D::CorporateFamily | D::PublicOffice | D::Chinese => {
            matches!(host.tier, TldTier::LowCost | TldTier::Common)
        }
        D::Short | D::DomainLabel => host.is_low_cost(),
        D::Digits => host.is_low_cost() && name.text.len() >= MIN_HOTLINE,
        D::Generic => false,
    };
    let certain = host.is_low_cost() && name.distinctiveness != D::PublicOffice;
    counts.then_some(Lookalike { platform: name.platform, certain })
}

/// `taobaokefu`, `jd-tuikuan-01`, in any label.
fn lure(host: &Host, index: &BrandIndex) -> Option<Lookalike> {
    let mut uncertain = None;
    for label in &host.labels {
        if label.names(index).next().is_none() {
            continue;
        }
        // A name that contains a lure, such as `wechatpay`, is not a name beside one.
        let is_name = index.name(&label.text).is_some();
        let has_two_names = label.names(index).nth(1).is_some();
        let has_specific_name = || label.names(index).any(|(n, _)| n.distinctiveness.is_specific());
        // Without a lure, two names count, or a specific one on a low-cost suffix.
        let may_count =
            label.has_lure() || has_two_names || host.is_low_cost() && has_specific_name();
        if is_name || !may_count {
            continue;
        }
        for segmentation in segment(&label.text, &label.matches, index) {
            if !segmentation.is_imitation(&label.text, index, host.is_low_cost()) {
                continue;
            }
            let Some(platform) = segmentation.name.map(|i| index.names[i].platform) else {
                continue;
            };
            let may_be_own = !host.is_low_cost() && segmentation.may_be_own();
            let certain = !may_be_own && segmentation.is_certain(index);
            if certain {
                return Some(Lookalike { platform, certain });
            }
            uncertain = uncertain.or(Some(Lookalike { platform, certain }));
        }
    }
    uncertain
}

/// `taobao-xh3.top`, `xh3taobao.top`.
fn affix(host: &Host, index: &BrandIndex) -> Option<usize> {
    if !host.is_low_cost() {
        return None;
    }
    let own = host.labels.last()?;
    let label = own.text.as_ref();
    own.names(index)
        .find(|(name, found)| {
            // Corporate families name their own sites like this: `tencentwemeet`.
            let ends_word =
                || !label.as_bytes().get(found.end).is_some_and(|b| b.is_ascii_alphabetic());
            let counts = match name.distinctiveness {
                Distinctiveness::Distinctive => true,
                Distinctiveness::CorporateFamily => ends_word(),
                _ => false,
            };
            counts && is_separate_word(label, name, found.start, found.end)
        })
        .map(|(name, ..)| name.platform)
}

/// Whether the name at `start..end` is a word of its own and not part of other pinyin.
fn is_separate_word(label: &str, name: &BrandName, start: usize, end: usize) -> bool {
    let is_open = |c: Option<u8>| c.is_none_or(|c| !c.is_ascii_alphabetic());
    let before = start.checked_sub(1).map(|i| label.as_bytes()[i]);
    let after = label.as_bytes().get(end).copied();
    match (is_open(before), is_open(after)) {
        (true, true) => true,
        (false, false) => false,
        // `weixing` is wei-xing, not weixin and g.
        (is_start, _) => {
            !(name.is_pinyin && is_pinyin(label))
                || (is_start
                    && !matches!(
                        after,
                        Some(b'g' | b'n' | b'r' | b'a' | b'e' | b'i' | b'o' | b'u')
                    ))
        }
    }
}

/// Letters of another script that look like those of a name.
fn homoglyph(host: &Host, index: &BrandIndex) -> Option<usize> {
    host.labels.iter().map(|l| &l.text).filter(|l| !l.is_ascii()).find_map(|label| {
        let ascii = confusables::to_ascii(label);
        if ascii == label.as_ref() || !ascii.is_ascii() {
            return None;
        }
        let is_word = |name: &BrandName, start: usize, end: usize| {
            let is_open = |c: Option<&u8>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
            let before = start.checked_sub(1).and_then(|i| ascii.as_bytes().get(i));
            name.text.len() >= MIN_MISSPELLED
                || (is_open(before) && is_open(ascii.as_bytes().get(end)))
        };
        let matches = index.find_all(&ascii);
        let mut names = matches.iter().filter_map(|m| m.name.map(|i| (&index.names[i], m)));
        let exact = names.find(|(n, m)| is_word(n, m.start, m.end)).map(|(n, _)| n.platform);
        let beside_lure = || {
            segment(&ascii, &matches, index)
                .iter()
                .find(|s| s.is_imitation(&ascii, index, true))
                .and_then(|s| s.name)
                .map(|i| index.names[i].platform)
        };
        let folded = || {
            let folded = confusables::fold_lookalikes(&ascii);
            index
                .find_folded(&folded)
                .find(|(n, s, e)| n.text.len() >= MIN_MISSPELLED || e - s == folded.len())
                .map(|(n, ..)| n.platform)
        };
        let misspelled = || {
            let prefixes = PrefixHashes::of(&ascii);
            index
                .find_misspelled(&ascii, &prefixes, (0, ascii.len()))
                .find(|n| n.distinctiveness != Distinctiveness::Generic)
                .map(|n| n.platform)
        };
        exact.or_else(beside_lure).or_else(folded).or_else(misspelled)
    })
}

/// Digits and letter pairs that look like letters of a name: `ta0bao`, `vveixin`.
fn substitution(host: &Host, index: &BrandIndex) -> Option<usize> {
    let labels = host.labels.iter().map(|l| l.text.as_ref());
    labels.filter(|l| confusables::may_fold(l)).find_map(|label| {
        let (folded, offsets) = confusables::fold_with_offsets(label);
        index.find_folded(&folded).find_map(|(name, start, end)| {
            let raw = label.get(offsets[start]..offsets[end])?;
            let digits = |s: &str| s.bytes().filter(u8::is_ascii_digit).count();
            let differs = digits(raw) != digits(&name.text) || raw.len() != name.text.len();
            let is_open = |c: Option<u8>| c.is_none_or(|c| !c.is_ascii_alphabetic());
            let before = offsets[start].checked_sub(1).map(|i| label.as_bytes()[i]);
            let after = label.as_bytes().get(offsets[end]).copied();
            let counts = match name.distinctiveness {
                Distinctiveness::Distinctive => is_open(before) || is_open(after),
                Distinctiveness::Digits => before.is_none() && after.is_none_or(|c| c == b'-'),
                _ => is_open(before) && is_open(after),
            };
            (differs && counts && raw != name.text).then_some(name.platform)
        })
    })
}
