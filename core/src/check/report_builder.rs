//! Builds the report of one check, in one language, with spans in UTF-16 code units.
//!
//! Takes the verdict from verdict.rs and the steps from advice/; findings.rs orders the findings.
//! Runs no detector.

mod findings;

use super::collector::{CollectedLink, Collector};
use super::rule_context::RuleContext;
use crate::error::Error;
use crate::link::Facts;
use crate::matcher::RuleMatch;
use crate::photo::{Reading, RoundCode, Symbol};
use crate::report::{
    Advice, Code, FORMAT, Finding, Hotline, Link, Milliseconds, Notice, Options, Origin, Report,
    Severity, Situation, Subject, Verdict, Word,
};
use crate::{advice, verdict};
use std::cell::OnceCell;
use std::time::Instant;
use yanka_types::{Span, Utf16Index, Utf16Span};

/// A report under construction.
pub struct ReportBuilder<'a> {
    rules: &'a RuleContext,
    options: &'a Options,
    text: Option<String>,
    /// The text was not read, so the report may state nothing about it.
    unchecked: bool,
    /// UTF-16 offsets of `text`, built on first use.
    utf16_index: OnceCell<Utf16Index>,
    /// Width and height of the upright picture in pixels; 0 for a text.
    picture_size: (u32, u32),
    codes: Vec<Code>,
    words: Vec<Word>,
    notices: Vec<Notice>,
    /// How many of `codes` were decoded.
    decoded: usize,
    /// Findings of the card checklist; `None` if the check is none of the checklist.
    checklist: Option<Vec<Finding>>,
}

impl<'a> ReportBuilder<'a> {
    /// An empty report.
    pub const fn new(rules: &'a RuleContext, options: &'a Options) -> Self {
        Self {
            rules,
            options,
            text: None,
            unchecked: false,
            utf16_index: OnceCell::new(),
            picture_size: (0, 0),
            codes: Vec::new(),
            words: Vec::new(),
            notices: Vec::new(),
            decoded: 0,
            checklist: None,
        }
    }

    /// Sets the text that was checked.
    pub fn set_text(&mut self, text: String) {
        self.text = Some(text);
    }

    /// Sets the size of the upright picture.
    pub const fn set_picture_size(&mut self, reading: &Reading) {
        self.picture_size = (reading.width, reading.height);
    }

    /// Sets the printed lines.
    pub fn set_words(&mut self, words: Vec<Word>) {
        self.words = words;
    }

    /// Sets the findings of the checklist items that the person answered with "yes".
    pub fn set_checklist(&mut self, findings: Vec<Finding>) {
        self.checklist = Some(findings);
    }

    /// Adds the notice of that id.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn add_notice(&mut self, id: &str) -> Result<(), Error> {
        self.notices.push(self.rules.notice(id, self.options.language)?);
        Ok(())
    }

    /// The subject of the code that is added next.
    pub fn next_code(&self) -> Subject {
        Subject::Code { index: u32::try_from(self.codes.len()).unwrap_or(u32::MAX) }
    }

    /// Marks the text as not read and adds `notice`, which says why.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn mark_unchecked(&mut self, notice: &str) -> Result<(), Error> {
        self.unchecked = true;
        self.add_notice(notice)
    }

    /// Adds a decoded code. `kind` is the word of its payload kind.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn add_code(&mut self, symbol: &Symbol, kind: &str) -> Result<(), Error> {
        self.decoded += 1;
        self.codes.push(Code {
            text: symbol.text.clone(),
            bytes: symbol.bytes.clone(),
            kind: kind.to_owned(),
            does: self.kind_sentence(kind)?,
            corners: symbol.corners.to_vec(),
            verdict: Verdict::NothingFound,
        });
        Ok(())
    }

    /// Adds a round code. The core cannot decode it, so it has no payload.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn add_round_code(&mut self, round: &RoundCode, kind: &str) -> Result<(), Error> {
        self.codes.push(Code {
            text: None,
            bytes: Vec::new(),
            kind: kind.to_owned(),
            does: self.rules.phrase(&format!("does.{kind}"), self.options.language)?,
            corners: round.corners.to_vec(),
            verdict: Verdict::Unreadable,
        });
        Ok(())
    }

    /// Combines everything into the report. `started` is when the check began; `time` holds the
    /// times of the earlier stages.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn finish(
        mut self,
        collector: Collector<'_>,
        started: Instant,
        mut time: Milliseconds,
    ) -> Result<Report, Error> {
        let rules_started = Instant::now();
        let Collector {
            matches,
            own_matches,
            links: collected_links,
            situations,
            is_unsure,
            facts_time,
            ..
        } = collector;
        let checklist = self.checklist.take();
        let anything_read = self.decoded > 0
            || !self.words.is_empty()
            || self.text.is_some() && !self.unchecked
            || checklist.is_some();
        let findings = self.findings(&matches, &own_matches, checklist.unwrap_or_default())?;
        for (index, code) in (0_u32..).zip(self.codes.iter_mut()) {
            let of_code = findings.iter().filter(|f| f.subject == Subject::Code { index });
            code.verdict = verdict::combine(
                of_code.map(|f| f.severity),
                code.text.is_some() || !code.bytes.is_empty(),
            );
        }
        let verdict = verdict::combine(findings.iter().map(|f| f.severity), anything_read);
        let is_unsure = is_unsure && self.text.is_some() && verdict == Verdict::NothingFound;
        if is_unsure {
            self.add_notice("text.ask")?;
        }
        let headline = match verdict {
            _ if self.unchecked => "headline.unchecked",
            _ if is_unsure => "headline.unsure",
            verdict => headline_id(verdict, self.options.origin),
        };
        let links = collected_links.iter().map(|l| self.link(l)).collect::<Result<Vec<_>, _>>()?;
        let (steps, hotlines) =
            self.advice(verdict, &findings, &matches, &collected_links, situations)?;
        let language = self.options.language;
        time.text = facts_time.as_secs_f64() * 1000.0;
        time.rules = rules_started.elapsed().as_secs_f64() * 1000.0;
        time.total = started.elapsed().as_secs_f64() * 1000.0;
        Ok(Report {
            format: FORMAT,
            verdict,
            headline: self.rules.phrase(headline, language)?,
            origin: self.options.origin,
            width: self.picture_size.0,
            height: self.picture_size.1,
            links,
            findings,
            advice: steps,
            hotlines,
            pack: self.rules.pack_info(language),
            entry: None,
            milliseconds: time,
            text: self.text,
            codes: self.codes,
            words: self.words,
            notices: self.notices,
        })
    }

    /// What a payload of that kind does, one sentence; empty if the pack does not know the kind.
    fn kind_sentence(&self, kind: &str) -> Result<String, Error> {
        let fact = self.rules.pack().payload_kind(kind)?;
        Ok(fact.map(|f| f.does.in_language(self.options.language).to_owned()).unwrap_or_default())
    }

    /// The text that the spans of a subject point into; empty if it has none.
    fn text_of(&self, subject: Subject) -> &str {
        let at = |index: u32| usize::try_from(index).unwrap_or(usize::MAX);
        match subject {
            Subject::Text => self.text.as_deref(),
            Subject::Code { index } => self.codes.get(at(index)).and_then(|c| c.text.as_deref()),
            Subject::Word { index } => self.words.get(at(index)).map(|w| w.text.as_str()),
            Subject::Photo => None,
        }
        .unwrap_or("")
    }

    /// Converts a byte span of the subject's text; `None` if the subject has no text.
    fn utf16_span(&self, subject: Subject, span: Option<Span>) -> Option<Utf16Span> {
        let text = self.text_of(subject);
        let span = span.filter(|_| !text.is_empty())?;
        Some(match subject {
            Subject::Text => {
                self.utf16_index.get_or_init(|| Utf16Index::of(text)).convert(text, span)
            }
            _ => Utf16Index::of(text).convert(text, span),
        })
    }

    fn link(&self, link: &CollectedLink) -> Result<Link, Error> {
        let facts = &link.facts;
        let no_text = Utf16Span { start: 0, end: 0 };
        Ok(Link {
            subject: link.subject,
            span: self.utf16_span(link.subject, Some(facts.span)).unwrap_or(no_text),
            registrable: self.utf16_span(link.subject, facts.registrable_span),
            canonical: facts.canonical.clone(),
            depth: facts.depth,
            what: self.link_sentence(facts)?,
        })
    }

    /// What a link is. Of a host on which others can publish, also what they publish there.
    fn link_sentence(&self, facts: &Facts) -> Result<String, Error> {
        let what = self.kind_sentence(facts.kind.word())?;
        let (Some(owner), Some(host)) = (&facts.owner, &facts.host) else { return Ok(what) };
        let domain = if owner.open { self.rules.pack().domain(host)? } else { None };
        let note = domain.map(|d| d.note.in_language(self.options.language).to_owned());
        Ok(match note.as_deref() {
            None | Some("") => what,
            Some(note) => self
                .rules
                .phrase("link.note", self.options.language)?
                .replace("{what}", &what)
                .replace("{note}", note),
        })
    }

    /// The steps and official numbers for the verdict, the findings and the person's situations,
    /// `reported` being the situations that the texts report.
    fn advice(
        &self,
        verdict: Verdict,
        findings: &[Finding],
        matches: &[RuleMatch],
        links: &[CollectedLink],
        reported: Vec<Situation>,
    ) -> Result<(Vec<Advice>, Vec<Hotline>), Error> {
        let mut situations = self.options.situations.clone();
        situations.extend(reported);
        situations.sort_unstable();
        situations.dedup();
        // Nothing is known about a text that was not read: only the situations count.
        if self.unchecked {
            let (pack, language) = (self.rules.pack(), self.options.language);
            return advice::for_situations(pack, &situations, None, language);
        }
        // An `info` finding selects no step: ordinary people share contacts and links.
        let weighs = |f: &&Finding| f.severity > Severity::Info;
        let codes: Vec<&str> = findings.iter().filter(weighs).map(|f| f.finding.as_str()).collect();
        let platform = self.platform(matches, links)?;
        advice::for_check(
            self.rules.pack(),
            self.rules.steps()?,
            advice::CheckResult { verdict, findings: &codes, origin: self.options.origin },
            &situations,
            platform.as_deref(),
            self.options.language,
        )
    }

    /// The id of the platform whose customer service the advice names: the imitated platform, else
    /// the one named in the text or on a printed line, else the owner of an official page.
    ///
    /// A service that anyone can rent, such as a personal contact, names no platform.
    fn platform(
        &self,
        matches: &[RuleMatch],
        links: &[CollectedLink],
    ) -> Result<Option<String>, Error> {
        let imitated =
            matches.iter().find(|m| m.rule.code.starts_with("link.") && m.platform.is_some());
        if let Some(found) = imitated {
            return Ok(found.platform.clone());
        }
        let texts = self.text.iter().chain(self.words.iter().map(|w| &w.text));
        for text in texts {
            if let Some(named) = self.rules.platform_named(text)? {
                return Ok(Some(named));
            }
        }
        let official = |l: &CollectedLink| {
            l.facts.owner.as_ref().filter(|o| o.is_official()).map(|o| o.platform.clone())
        };
        Ok(links.iter().find_map(official))
    }
}

const fn headline_id(verdict: Verdict, origin: Origin) -> &'static str {
    match (verdict, origin) {
        (Verdict::Danger, Origin::Parcel) => "headline.danger-parcel",
        (Verdict::Danger, _) => "headline.danger",
        (Verdict::Caution, _) => "headline.caution",
        (Verdict::NothingFound, _) => "headline.nothing-found",
        (Verdict::Unreadable, _) => "headline.unreadable",
    }
}
