//! Decides the facts of one link that was found: everything that `Facts` holds.
//!
//! Works on the folded text and maps every span back to the original.

use super::fold::{Fold, Folded};
use super::scan::{Form, Found};
use super::{Brands, Effect, Facts, Signal, canonical, inner, signal};
use crate::payload::{self, Kind};
use yanka_types::Span;

/// The facts of `found` in `folded`.
pub(super) fn of_found(folded: &Folded<'_>, found: &Found, brands: &Brands) -> Facts {
    let raw = &folded.text[found.start..found.end];
    let back = |s: Span| folded.back(found.start + s.start, found.start + s.end);
    let mut facts = of_raw(raw, found.form, 0, brands, &back);
    facts.span = folded.back(found.start, found.end);
    facts.signals.extend(fold_signals(folded, found));
    facts.signals.sort_by_key(|s| s.span);
    facts
}

/// What the folding changed inside the link, each trick once.
fn fold_signals(folded: &Folded<'_>, found: &Found) -> Vec<Signal> {
    let mut signals: Vec<Signal> = Vec::new();
    for (fold, span) in folded.folds(found.start, found.end) {
        let code = match fold {
            Fold::Copied => continue,
            Fold::Widened => signal::FULL_WIDTH,
            Fold::Dotted => signal::WRITTEN_DOT,
            Fold::Hidden => signal::HIDDEN,
            Fold::Joined => signal::LINE_BREAK,
        };
        if signals.iter().all(|s| s.code != code) {
            signals.push(Signal { code, span, about: None });
        }
        if signals.len() == 4 {
            break;
        }
    }
    signals
}

/// The facts of `raw`; `back` turns its bytes into a span of the original.
fn of_raw(
    raw: &str,
    form: Form,
    depth: u32,
    brands: &Brands,
    back: &dyn Fn(Span) -> Span,
) -> Facts {
    let mut facts = match form {
        Form::Web => web(raw, brands, back),
        Form::App => app(raw, back),
    };
    facts.depth = depth;
    if depth < inner::MAX_DEPTH {
        for found in inner::find(raw) {
            let span = back(Span::new(found.start, found.end));
            let link = found.link.trim_start();
            // Inside a decoded parameter nothing is visible: every span is the parameter's.
            let Some(form) = form_of(link) else { continue };
            let mut inside = of_raw(link, form, depth + 1, brands, &|_| span);
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

fn form_of(link: &str) -> Option<Form> {
    if canonical::web_scheme_len(link).is_none() && payload::of_app(link).is_some() {
        return Some(Form::App);
    }
    Some(Form::Web)
}

fn app(raw: &str, back: &dyn Fn(Span) -> Span) -> Facts {
    let kind = payload::classify(raw.as_bytes(), Some(raw));
    let scheme = raw.split(':').next().unwrap_or("");
    let is_scheme = raw.contains(':') && scheme.bytes().all(|b| b.is_ascii_graphic());
    Facts {
        span: back(Span::whole(raw)),
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

fn web(raw: &str, brands: &Brands, back: &dyn Fn(Span) -> Span) -> Facts {
    let span = back(Span::whole(raw));
    let Some(web) = canonical::parse(raw.trim_start_matches('/')) else {
        let mut facts = app(raw, back);
        facts.signals.push(Signal { code: signal::UNREADABLE, span, about: None });
        return facts;
    };
    let skipped = raw.len() - raw.trim_start_matches('/').len();
    let host = web.url.host_str().unwrap_or("").to_owned();
    let kind = payload::of_url(&web.url, raw);
    let registrable = registrable(&host, &web.url);
    let host_at = Span::new(web.host_at.start + skipped, web.host_at.end + skipped);
    let registrable_span =
        registrable.as_deref().and_then(|r| visible(host_at, host_at.of(raw), &host, r)).map(back);
    let owner = brands.owner(&host);
    let kind = match (&owner, kind) {
        (Some(owner), Kind::UnknownSite | Kind::UnknownHttpSite) if owner.confirmed => {
            if owner.open { Kind::OwnedSite } else { Kind::OfficialSite }
        }
        (_, kind) => kind,
    };
    let mut signals = canonical::signals(raw.trim_start_matches('/'), &web);
    for s in &mut signals {
        s.span = back(Span::new(s.span.start + skipped, s.span.end + skipped));
    }
    let may_imitate = owner.is_none() && matches!(web.url.host(), Some(url::Host::Domain(_)));
    let imitated = may_imitate.then(|| brands.imitated(&host)).flatten();
    let kind = match (&imitated, kind) {
        (Some((.., true)), Kind::UnknownSite | Kind::UnknownHttpSite) => Kind::ImitationSite,
        (_, kind) => kind,
    };
    if let Some((platform, _, sure)) = imitated {
        let about = Some(platform.to_owned());
        let code = if sure { signal::IMITATION } else { signal::BRAND_NAME };
        signals.push(Signal { code, span: back(host_at), about });
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
    psl::domain_str(host).map(str::to_owned)
}

/// Where the registrable domain stands in the raw host: the same number of labels from the end.
fn visible(host_at: Span, raw_host: &str, host: &str, registrable: &str) -> Option<Span> {
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
