//! Decides what a link is: its canonical form, its host, whose host that is, what it would do, and
//! what is hidden inside it. Facts and signals; no rule, no weight, no network.
//!
//! The way: text → folded text (fold) → where links stand (scan) → one link's facts (facts), with
//! the parse (canonical), the owner (brands), the effect and the links inside (inner).

mod brands;
mod canonical;
mod chars;
mod effect;
mod facts;
mod fold;
mod imitate;
mod inner;
pub mod number;
pub mod payload;
mod scan;
mod script;
/// Codes of what can be observed on a link.
pub mod signal;
mod signs;
mod subject;

use crate::payload::Kind;
pub use brands::{Brand, BrandDomain, Brands, Owner};
pub use effect::Effect;
pub use imitate::{Way, is_telling};
pub use signal::{SIGNALS, Signal};
pub use subject::subject;
use yanka_types::Span;

/// Links read in one text; a text with more carries [`signal::MORE`] on its last link.
pub const MAX_LINKS: usize = 512;

/// Everything about one link.
#[derive(Clone, PartialEq, Eq)]
pub struct Facts {
    /// The link, in the original text. An inner link's is that of the part which carries it.
    pub span: Span,
    /// Canonical form, by the URL Standard; app links as they were written.
    pub canonical: String,
    /// Scheme in lower case, without the colon; empty for share codes.
    pub scheme: String,
    /// Host in canonical form (punycode); `None` for app links and unreadable addresses.
    pub host: Option<String>,
    /// Registrable domain by the Public Suffix List with its private part; `None` for IP addresses.
    pub registrable: Option<String>,
    /// Where the registrable domain stands in the original text; `None` where it cannot be seen.
    pub registrable_span: Option<Span>,
    /// Whose host it is, among the known brands.
    pub owner: Option<Owner>,
    /// What kind of link it is.
    pub kind: Kind,
    /// What it would do.
    pub effect: Effect,
    /// What was observed on it, in the order of the text.
    pub signals: Vec<Signal>,
    /// Links inside it.
    pub inner: Vec<Facts>,
    /// How deep it was hidden; 0 in plain sight.
    pub depth: u32,
}

/// Lengths and kinds only: a link is what the person gave.
impl std::fmt::Debug for Facts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Facts")
            .field("canonical", &self.canonical.len())
            .field("kind", &self.kind)
            .field("signals", &self.signals.len())
            .field("inner", &self.inner.len())
            .finish_non_exhaustive()
    }
}

/// All links of a text, in order. Spans lie on character boundaries of `text`.
#[must_use]
pub fn find(text: &str, brands: &Brands) -> Vec<Facts> {
    let folded = fold::fold(text);
    let mut links = Vec::new();
    for found in scan::scan(&folded.text) {
        if links.len() == MAX_LINKS {
            if let Some(Facts { span, signals, .. }) = links.last_mut() {
                signals.push(Signal { code: signal::MORE, span: *span, about: None });
            }
            break;
        }
        links.push(facts::of_found(&folded, &found, brands));
    }
    links
}

/// The facts of a payload that is, as a whole, one link; `None` for words and digits.
#[must_use]
pub fn of_payload(text: &str, brands: &Brands) -> Option<Facts> {
    let folded = fold::fold(text);
    let found = scan::whole(&folded.text)?;
    Some(facts::of_found(&folded, &found, brands))
}

/// Tables whose keys are ours: a stranger only looks up in them, so the quick hash will do.
type QuickMap<K, V> = std::collections::HashMap<K, V, foldhash::fast::FixedState>;
type QuickSet<K> = std::collections::HashSet<K, foldhash::fast::FixedState>;

fn starts(text: &str, prefix: &str) -> bool {
    crate::payload::starts_with_ignore_case(text, prefix)
}
