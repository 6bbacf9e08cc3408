//! Decides the facts of one link that was found: everything that [`Facts`] holds.
//!
//! Reads the folded text and maps every span back to the original.

use super::folded::{Fold, Folded};
use super::scan::{Form, Found};
use super::{Brands, Effect, Owner, Signal, canonical, inner, signal};
use crate::payload::{self, Kind};
use yanka_types::{Span, public_suffix};

/// Everything about one link.
#[derive(Clone, PartialEq, Eq)]
pub struct Facts {
    /// The link in the original text, in bytes. An inner link has the span of the part of the outer
    /// link that carries it.
    pub span: Span,
    /// Canonical form by the URL Standard; app links as written.
    pub canonical: String,
    /// Scheme in lower case, without the colon; empty for share codes.
    pub scheme: String,
    /// Host in canonical form (punycode); `None` for app links and unreadable addresses.
    pub host: Option<String>,
    /// Registrable domain by the Public Suffix List with its private part; `None` for IP addresses
    /// and for a bare suffix.
    pub registrable: Option<String>,
    /// The registrable domain in the original text, in bytes; `None` where the text does not show
    /// it.
    pub registrable_span: Option<Span>,
    /// The known brand that owns the host; `None` where no brand lists it.
    pub owner: Option<Owner>,
    /// What kind of link it is.
    pub kind: Kind,
    /// What it does when opened.
    pub effect: Effect,
    /// Observations, in the order of the text.
    pub signals: Vec<Signal>,
    /// Links inside it.
    pub inner: Vec<Facts>,
    /// Number of links that contain it; 0 for a visible link.
    pub depth: u32,
}

/// Prints lengths and kinds only, because a link is the person's data.
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

/// Signals of changes by folding that one link carries at most.
const MAX_FOLD_SIGNALS: usize = 4;

/// The facts of `found` in `folded`.
pub(super) fn of_found(folded: &Folded<'_>, found: &Found, brands: &Brands) -> Facts {
    let raw = &folded.text[found.start..found.end];
    let to_original = |s: Span| folded.original_span(found.start + s.start, found.start + s.end);
    let mut facts = of_raw(raw, found.form, 0, brands, &to_original);
    facts.span = folded.original_span(found.start, found.end);
    facts.signals.extend(fold_signals(folded, found));
    facts.signals.sort_by_key(|s| s.span);
    facts
}

/// One signal for each kind of change that folding made inside the link.
fn fold_signals(folded: &Folded<'_>, found: &Found) -> Vec<Signal> {
    let mut signals: Vec<Signal> = Vec::new();
    for (fold, span) in folded.changes(found.start, found.end) {
        let code = match fold {
            Fold::Unchanged => continue,
            Fold::FullWidth => signal::FULL_WIDTH,
            Fold::Dot => signal::WRITTEN_DOT,
            Fold::Invisible => signal::HIDDEN,
            Fold::LineBreak => signal::LINE_BREAK,
        };
        if signals.iter().all(|s| s.code != code) {
            signals.push(Signal { code, span, about: None });
        }
        if signals.len() == MAX_FOLD_SIGNALS {
            break;
        }
    }
    signals
}

/// The facts of `raw`; `to_original` maps a span of `raw` to one of the original text.
fn of_raw(
    raw: &str,
    form: Form,
    depth: u32,
    brands: &Brands,
    to_original: &dyn Fn(Span) -> Span,
) -> Facts {
    let mut facts = match form {
        Form::Web => web(raw, brands, to_original),
        Form::App => app(raw, to_original),
    };
    facts.depth = depth;
    if depth < inner::MAX_DEPTH {
        for found in inner::find(raw) {
            let span = to_original(Span::new(found.start, found.end));
            let link = found.link.trim_start();
            // The original text does not show a decoded link, so every span is the parameter's.
            let mut inside = of_raw(link, form_of(link), depth + 1, brands, &|_| span);
            inside.registrable_span = None;
            facts.inner.push(inside);
        }
    }
    if let Some(first) = facts.inner.first() {
        let span = first.span;
        facts.signals.push(Signal { code: signal::CARRIES_LINK, span, about: None });
    }
    facts
}

fn form_of(link: &str) -> Form {
    match canonical::web_scheme_len(link).is_none() && payload::of_app(link).is_some() {
        true => Form::App,
        false => Form::Web,
    }
}

fn app(raw: &str, to_original: &dyn Fn(Span) -> Span) -> Facts {
    let kind = payload::classify(raw.as_bytes(), Some(raw));
    let scheme = raw.split(':').next().unwrap_or("");
    let is_scheme = raw.contains(':') && scheme.bytes().all(|b| b.is_ascii_graphic());
    Facts {
        span: to_original(Span::whole(raw)),
        canonical: raw.to_owned(),
        scheme: if is_scheme { scheme.to_ascii_lowercase() } else { String::new() },
        host: None,
        registrable: None,
        registrable_span: None,
        owner: None,
        kind,
        effect: Effect::of(kind, raw),
        signals: Vec::new(),
        inner: Vec::new(),
        depth: 0,
    }
}

fn web(raw: &str, brands: &Brands, to_original: &dyn Fn(Span) -> Span) -> Facts {
    let span = to_original(Span::whole(raw));
    let Some(web) = canonical::parse(raw.trim_start_matches('/')) else {
        let mut facts = app(raw, to_original);
        facts.signals.push(Signal { code: signal::UNREADABLE, span, about: None });
        return facts;
    };
    let skipped = raw.len() - raw.trim_start_matches('/').len();
    let host = web.url.host_str().unwrap_or("").to_owned();
    let kind = payload::of_url(&web.url, raw);
    let registrable = registrable(&host, &web.url);
    let host_at = Span::new(web.host_at.start + skipped, web.host_at.end + skipped);
    let registrable_span = registrable
        .as_deref()
        .and_then(|r| visible_span(host_at, host_at.of(raw), &host, r))
        .map(to_original);
    let owner = brands.owner(&host);
    let kind = match (&owner, kind) {
        (Some(owner), Kind::UnknownSite | Kind::UnknownHttpSite) if owner.confirmed => {
            if owner.open { Kind::OwnedSite } else { Kind::OfficialSite }
        }
        (_, kind) => kind,
    };
    let mut signals = canonical::signals(raw.trim_start_matches('/'), &web);
    for s in &mut signals {
        s.span = to_original(Span::new(s.span.start + skipped, s.span.end + skipped));
    }
    let is_domain = matches!(web.url.host(), Some(url::Host::Domain(_)));
    let lookalike = if !is_domain {
        None
    } else if owner.as_ref().is_none_or(|o| o.open) {
        let third_party = owner.is_none().then(|| brands.lookalike(&host)).flatten();
        third_party
            .filter(|(_, certain)| *certain)
            .or_else(|| brands.domain_inside(&host).map(|platform| (platform, true)))
            .or_else(|| brands.read_with_capitals(host_at.of(raw)).map(|p| (p, true)))
            .or(third_party)
            .or_else(|| brands.domain_in_path(web.url.path()).map(|p| (p, false)))
            .filter(|(platform, _)| owner.as_ref().is_none_or(|o| o.platform != *platform))
    } else {
        None
    };
    let kind = match (&lookalike, kind) {
        (Some((_, true)), Kind::UnknownSite | Kind::UnknownHttpSite | Kind::OwnedSite) => {
            Kind::ImitationSite
        }
        (_, kind) => kind,
    };
    if let Some((platform, certain)) = lookalike {
        let about = Some(platform.to_owned());
        let code = if certain { signal::IMITATION } else { signal::BRAND_NAME };
        signals.push(Signal { code, span: to_original(host_at), about });
    }
    Facts {
        span,
        scheme: web.url.scheme().to_owned(),
        effect: Effect::of(kind, web.url.path()),
        canonical: web.url.into(),
        host: Some(host),
        registrable,
        registrable_span,
        owner,
        kind,
        signals,
        inner: Vec::new(),
        depth: 0,
    }
}

/// The registrable domain; `None` for IP addresses and for a bare suffix.
fn registrable(host: &str, url: &url::Url) -> Option<String> {
    let Some(url::Host::Domain(_)) = url.host() else { return None };
    public_suffix::registrable_domain(host).map(str::to_owned)
}

/// The registrable domain in the raw host: as many labels from the end as it has. `None` where the
/// raw host has other labels than the canonical one.
fn visible_span(host_at: Span, raw_host: &str, host: &str, registrable: &str) -> Option<Span> {
    let dots = |s: &str| s.bytes().filter(|b| *b == b'.').count();
    if dots(raw_host) != dots(host) || raw_host.contains('%') {
        return None;
    }
    let trailing = usize::from(raw_host.ends_with('.'));
    let mut keep = dots(registrable) + 1;
    let body = &raw_host[..raw_host.len() - trailing];
    let start = body
        .rmatch_indices('.')
        .find(|_| {
            keep -= 1;
            keep == 0
        })
        .map_or(0, |(i, _)| i + 1);
    Some(Span::new(host_at.start + start, host_at.end - trailing))
}
