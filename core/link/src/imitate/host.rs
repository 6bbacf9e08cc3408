//! Decides what a host consists of, for those who look for imitations in it.

use super::index::{Index, Met, Name};
use super::lexicon;
use std::borrow::Cow;

/// A host taken apart.
pub(super) struct Host<'a> {
    /// Labels left of the suffix, leftmost first; the last is the registrable one.
    pub labels: Vec<Label<'a>>,
    pub suffix: &'a str,
    pub cheap: bool,
    pub common: bool,
    pub taken: bool,
}

/// A label and the known words in it.
pub(super) struct Label<'a> {
    /// In Unicode form.
    pub text: Cow<'a, str>,
    pub met: Vec<Met>,
}

impl Label<'_> {
    /// The names in it, with where they stand.
    pub fn names<'a>(&'a self, index: &'a Index) -> impl Iterator<Item = (&'a Name, &'a Met)> {
        self.met.iter().filter_map(|m| m.name.map(|i| (&index.names[i], m)))
    }

    /// Whether a word stands in it that is more than a filler.
    pub fn has_lure(&self) -> bool {
        let told = lexicon::ANY | lexicon::Lure::Short.bit();
        self.met.iter().any(|m| m.word.is_some_and(|w| w.lures & told != 0))
    }
}

/// `host` taken apart; `None` where a registry checks who registers, or where nothing stands before
/// the suffix.
pub(super) fn take_apart<'a>(host: &'a str, index: &Index) -> Option<Host<'a>> {
    let host = host.strip_suffix('.').unwrap_or(host);
    let suffix = psl::suffix_str(host)?;
    if lexicon::CHECKED.contains(&suffix) {
        return None;
    }
    let labels = host.get(..host.len().checked_sub(suffix.len() + 1)?)?;
    let labels = labels
        .split('.')
        .map(|l| {
            let text: Cow<str> = crate::script::unicode(l).map_or(l.into(), Into::into);
            let met = index.meet(&text);
            Label { text, met }
        })
        .collect();
    Some(Host {
        labels,
        suffix,
        cheap: index.is_cheap(suffix),
        common: index.is_common(suffix),
        taken: lexicon::TAKEN.contains(&suffix),
    })
}

impl Host<'_> {
    /// Labels left of the registrable one.
    pub fn subs(&self) -> &[Label<'_>] {
        self.labels.split_last().map_or(&[], |(_, subs)| subs)
    }
}
