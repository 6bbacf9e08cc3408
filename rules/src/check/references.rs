//! Checks references to other entries: publishers, platforms, codes, payload kinds, signals; and
//! the dates of provenances.

use std::collections::BTreeSet;

use yanka::link::SIGNALS;
use yanka::matcher::LEARNED_SIGNALS;
use yanka::payload::Kind;

use super::context::Checker;
use crate::source::{Located, Match, Provenance, Sources};
use crate::spelling::nearest;
use crate::vocabulary::ROLES;

/// Signals that no list of the core names.
const OTHER_SIGNALS: &[&str] = &[
    "host.unconfirmed",
    "number.spoof-form",
    "number.overseas",
    "photo.round-mini-program",
    "photo.round-douyin",
];

/// Where a referenced entry is defined.
#[derive(Clone, Copy)]
pub(super) enum Definition {
    /// In the core: a new one needs a programmer.
    Core,
    /// In this file or folder of the sources.
    Sources(&'static str),
}

impl Checker<'_> {
    pub(super) fn provenances(&mut self) {
        let publishers: Vec<&str> =
            self.sources.publishers.iter().map(|p| p.id.value.as_str()).collect();
        for (file, provenance) in provenances(self.sources) {
            for source in &provenance.sources {
                if publishers.contains(&source.value.as_str()) {
                    continue;
                }
                if source.value.contains("://") || source.value.contains("www.") {
                    let message = "the source is an address; name its publisher".to_owned();
                    let help = "name the publisher by its id: an address may be a reprint's";
                    self.report("bad-source", file, &source.span, message, help);
                } else {
                    let defined = Definition::Sources("publishers.toml");
                    self.report_unknown("unknown-publisher", file, source, &publishers, defined);
                }
            }
            let latest = &self.sources.date;
            let dates = [Some(&provenance.retrieved), provenance.published.as_ref()];
            for date in dates.into_iter().flatten() {
                if !latest.is_empty() && date.value > *latest {
                    let message =
                        format!("{} lies after {latest}, the day of the pack", date.value);
                    let help = "correct the date, or the date in pack.toml";
                    self.report("future-date", file, &date.span, message, help);
                }
            }
        }
    }

    pub(super) fn references(&mut self) {
        let s = self.sources;
        let platforms: Vec<&str> = s.platforms.iter().map(|p| p.id.value.as_str()).collect();
        let domains = s.domains.iter().map(|d| (d.file, Some(&d.body.platform)));
        let hotlines = s.hotlines.iter().map(|h| (h.file, h.body.platform.as_ref()));
        for (file, platform) in domains.chain(hotlines) {
            let unknown = platform.filter(|p| !platforms.contains(&p.value.as_str()));
            if let Some(platform) = unknown {
                let defined = Definition::Sources("platforms/");
                self.report_unknown("unknown-platform", file, platform, &platforms, defined);
            }
        }
        let codes: Vec<&str> = s.codes.iter().map(|c| c.id.value.as_str()).collect();
        let kinds: Vec<&str> = Kind::ALL.iter().map(|k| k.word()).collect();
        let signals = signals();
        for rule in s.rules.iter().filter(|r| r.body.active) {
            let code = &rule.body.code;
            if !codes.contains(&code.value.as_str()) {
                let defined = Definition::Sources("codes/");
                self.report_unknown("unknown-code", rule.file, code, &codes, defined);
            }
            let (code, words, known) = match &rule.body.matches {
                Match::Payload(words) => ("unknown-kind", words, &kinds),
                Match::Signal(words) => ("unknown-signal", words, &signals),
                _ => continue,
            };
            for word in words.iter().filter(|w| !known.contains(&w.value.as_str())) {
                self.report_unknown(code, rule.file, word, known, Definition::Core);
            }
        }
        for kind in s.payloads.iter().filter(|k| !kinds.contains(&k.id.value.as_str())) {
            self.report_unknown("unknown-kind", kind.file, &kind.id, &kinds, Definition::Core);
        }
    }

    pub(super) fn report_unknown(
        &mut self,
        code: &'static str,
        file: usize,
        word: &Located<String>,
        known: &[&str],
        defined: Definition,
    ) {
        let help = match (nearest(&word.value, known), defined) {
            (Some(nearest), _) => format!("did you mean `{nearest}`?"),
            (None, Definition::Core) => {
                "those known are in the core; a new one has to be built there".to_owned()
            }
            (None, Definition::Sources(path)) => {
                format!("define it in {path}, or use one that is there")
            }
        };
        let message = format!("`{}` is not defined", word.value);
        self.report(code, file, &word.span, message, help);
    }
}

/// Every provenance, with the index of its file.
fn provenances(s: &Sources) -> Vec<(usize, &Provenance)> {
    let mut all = Vec::new();
    all.extend(s.rules.iter().map(|e| (e.file, &e.body.provenance)));
    all.extend(s.payloads.iter().map(|e| (e.file, &e.body.provenance)));
    all.extend(s.domains.iter().map(|e| (e.file, &e.body.provenance)));
    all.extend(s.hotlines.iter().map(|e| (e.file, &e.body.provenance)));
    all.extend(s.number_forms.iter().map(|e| (e.file, &e.body.provenance)));
    all.extend(s.records.iter().filter_map(|e| Some((e.file, e.body.provenance.as_ref()?))));
    all
}

/// Every signal that the core can emit.
fn signals() -> Vec<&'static str> {
    let hosts = ROLES.iter().map(|(_, signal)| *signal);
    let all: BTreeSet<&str> = SIGNALS
        .iter()
        .copied()
        .chain(hosts)
        .chain(OTHER_SIGNALS.iter().copied())
        .chain(LEARNED_SIGNALS)
        .collect();
    all.into_iter().collect()
}
