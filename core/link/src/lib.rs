//! Decides the facts of a link: canonical form, host, owner, effect, signals and the links inside
//! it; also the kind of a payload and the facts of a telephone number.
//!
//! Facts and signals only: no rule, no weight, no disk, no network. Data flow: text → folded text
//! (`fold`) → positions of links (`scan`) → facts of one link (`facts`), with the parse
//! (`canonical`), the owner (`brands`), the effect (`effect`) and the links inside (`inner`).

mod brands;
mod canonical;
mod chars;
mod confusables;
mod effect;
mod facts;
mod fold;
mod folded;
mod inner;
mod lookalike;
pub mod number;
pub mod payload;
mod scan;
mod script;
pub mod signal;
mod subject;
mod suffixes;

pub use brands::{Brand, BrandDomain, Brands, Owner};
pub use effect::Effect;
pub use facts::Facts;
pub use lookalike::{Detector, is_distinctive};
pub use signal::{SIGNALS, Signal};
pub use subject::subject;

/// Links read in one text; where a text has more, the last link carries [`signal::MORE`].
pub const MAX_LINKS: usize = 512;

/// All links of `text`, in order, at most [`MAX_LINKS`]. Their spans lie on character boundaries.
///
/// ```
/// use yanka_link::{Brand, Brands, signal};
///
/// let brand = Brand {
///     platform: "taobao".to_owned(),
///     names: vec!["taobao".to_owned()],
///     ..Brand::default()
/// };
/// let links = yanka_link::find("退款请点ｔａｏｂａｏ-kefu．top/r", &Brands::new(vec![brand]));
/// assert_eq!(links[0].canonical, "http://taobao-kefu.top/r");
/// assert_eq!(links[0].registrable.as_deref(), Some("taobao-kefu.top"));
/// assert!(links[0].signals.iter().any(|s| s.code == signal::IMITATION));
/// ```
#[must_use]
pub fn find(text: &str, brands: &Brands) -> Vec<Facts> {
    let folded = fold::fold(text);
    let (chosen, has_more) = choose(&folded.text, scan::scan(&folded.text));
    let mut links: Vec<Facts> =
        chosen.iter().map(|found| facts::of_found(&folded, found, brands)).collect();
    if has_more && let Some(Facts { span, signals, .. }) = links.last_mut() {
        signals.push(Signal { code: signal::MORE, span: *span, about: None });
    }
    links
}

/// The links that are read: at most [`MAX_LINKS`], in order, one that is written like no other before
/// those that are repeated; and whether there are more of the former.
fn choose(text: &str, found: impl Iterator<Item = scan::Found>) -> (Vec<scan::Found>, bool) {
    let mut seen: std::collections::HashSet<&str> = std::collections::HashSet::new();
    let (mut new, mut repeated) = (Vec::new(), Vec::new());
    let mut has_more = false;
    for link in found {
        let is_new = seen.insert(&text[link.start..link.end]);
        if is_new && new.len() == MAX_LINKS {
            has_more = true;
            break;
        }
        if is_new {
            new.push(link);
        } else if repeated.len() < MAX_LINKS {
            repeated.push(link);
        }
    }
    let room = MAX_LINKS - new.len();
    new.extend(repeated.into_iter().take(room));
    new.sort_by_key(|link| link.start);
    (new, has_more)
}

/// The facts of a payload that is one link as a whole; `None` for words and digits.
#[must_use]
pub fn of_payload(text: &str, brands: &Brands) -> Option<Facts> {
    let folded = fold::fold(text);
    let found = scan::whole(&folded.text)?;
    Some(facts::of_found(&folded, &found, brands))
}

/// A map with a fast hash. Its keys come from the rule pack and from this crate, never from an
/// untrusted input, so HashDoS resistance is not needed.
type FastMap<K, V> = std::collections::HashMap<K, V, foldhash::fast::FixedState>;
/// A set with the hash of [`FastMap`].
type FastSet<K> = std::collections::HashSet<K, foldhash::fast::FixedState>;
