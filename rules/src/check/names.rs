//! Names of other entries: publishers, platforms, codes, kinds of payload, signals.

use std::collections::BTreeSet;

use super::Check;
use crate::fields::nearest;
use crate::source::{Match, Placed, Provenance};
use yanka::link::SIGNALS;
use yanka::payload::Kind;

/// Signals that no list in the core names.
const OTHER_SIGNALS: &[&str] = &[
    "host.unconfirmed",
    "number.spoof-form",
    "number.overseas",
    "photo.round-mini-program",
    "photo.round-douyin",
];

impl Check<'_> {
    /// Every provenance, wherever it stands, with the place of its file.
    fn each_provenance(&self) -> Vec<(usize, Provenance)> {
        let s = self.sources;
        let mut all: Vec<(usize, Provenance)> = Vec::new();
        all.extend(s.rules.iter().map(|e| (e.file, e.body.provenance.clone())));
        all.extend(s.payloads.iter().map(|e| (e.file, e.body.provenance.clone())));
        all.extend(s.domains.iter().map(|e| (e.file, e.body.provenance.clone())));
        all.extend(s.hotlines.iter().map(|e| (e.file, e.body.provenance.clone())));
        all.extend(s.forms.iter().map(|e| (e.file, e.body.provenance.clone())));
        let records = s.records.iter().filter_map(|e| Some((e.file, e.body.provenance.clone()?)));
        all.extend(records);
        all
    }

    pub(super) fn provenances(&mut self) {
        let known: Vec<&str> =
            self.sources.publishers.iter().map(|p| p.id.value.as_str()).collect();
        for (file, from) in self.each_provenance() {
            for source in &from.sources {
                if known.contains(&source.value.as_str()) {
                    continue;
                }
                if source.value.contains("://") || source.value.contains("www.") {
                    let wrong = "a source is an address here".to_owned();
                    let mend = "name the publisher by its id: an address may be a reprint's";
                    self.note("bad-source", file, &source.place, wrong, mend);
                } else {
                    self.unknown("unknown-publisher", file, source, &known, "publishers.toml");
                }
            }
            let latest = &self.sources.date;
            let dates = [Some(&from.retrieved), from.published.as_ref()];
            for date in dates.into_iter().flatten() {
                if !latest.is_empty() && date.value > *latest {
                    let wrong = format!("{} lies after {latest}, the day of the pack", date.value);
                    let mend = "correct the date, or the date in pack.toml";
                    self.note("future-date", file, &date.place, wrong, mend);
                }
            }
        }
    }

    pub(super) fn names(&mut self) {
        let s = self.sources;
        let platforms: Vec<&str> = s.platforms.iter().map(|p| p.id.value.as_str()).collect();
        let domains = s.domains.iter().map(|d| (d.file, Some(&d.body.platform)));
        let hotlines = s.hotlines.iter().map(|h| (h.file, h.body.platform.as_ref()));
        for (file, platform) in domains.chain(hotlines) {
            let unknown = platform.filter(|p| !platforms.contains(&p.value.as_str()));
            if let Some(platform) = unknown {
                self.unknown("unknown-platform", file, platform, &platforms, "platforms/");
            }
        }
        let codes: Vec<&str> = s.codes.iter().map(|c| c.id.value.as_str()).collect();
        let kinds: Vec<&str> = Kind::ALL.iter().map(|k| k.word()).collect();
        let signals = signals();
        for rule in s.rules.iter().filter(|r| r.body.active) {
            if !codes.contains(&rule.body.code.value.as_str()) {
                self.unknown("unknown-code", rule.file, &rule.body.code, &codes, "codes/");
            }
            let (code, words, known) = match &rule.body.matches {
                Match::Payload(words) => ("unknown-kind", words, &kinds),
                Match::Signal(words) => ("unknown-signal", words, &signals),
                _ => continue,
            };
            for word in words.iter().filter(|w| !known.contains(&w.value.as_str())) {
                self.unknown(code, rule.file, word, known, "the core");
            }
        }
        for kind in s.payloads.iter().filter(|k| !kinds.contains(&k.id.value.as_str())) {
            self.unknown("unknown-kind", kind.file, &kind.id, &kinds, "the core");
        }
    }

    fn unknown(
        &mut self,
        code: &'static str,
        file: usize,
        word: &Placed<String>,
        known: &[&str],
        home: &str,
    ) {
        let mend = nearest(&word.value, known).map_or_else(
            || match home {
                "the core" => "those known are in the core; a new one has to be built there".into(),
                _ => format!("define it in {home}, or use one that is there"),
            },
            |n| format!("did you mean `{n}`?"),
        );
        let wrong = format!("`{}` is not known", word.value);
        self.note(code, file, &word.place, wrong, mend);
    }
}

/// Every signal that some room makes.
fn signals() -> Vec<&'static str> {
    let hosts = crate::read::ROLES.iter().map(|(_, signal)| *signal);
    let all: BTreeSet<&str> =
        SIGNALS.iter().copied().chain(hosts).chain(OTHER_SIGNALS.iter().copied()).collect();
    all.into_iter().collect()
}
