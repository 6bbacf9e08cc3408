//! Lays everything that was found out as one report, in one language, spans in UTF-16.
//!
//! Decides order and repetition only: gravest first, each reason once.

use super::Known;
use super::judge::{Judge, OwnHit, Shown};
use crate::error::Error;
use crate::matcher::Hit;
use crate::photo::{Reading, RoundCode, Symbol};
use crate::report::{
    self, Code, Confidence, FORMAT, Finding, Link, Milliseconds, Moment, Notice, Options, Origin,
    Provenance, Report, Severity, Subject, Verdict, Word,
};
use crate::{advice, verdict};
use std::cell::OnceCell;
use std::collections::HashSet;
use std::time::Instant;
use time::OffsetDateTime;
use yanka_types::{Span, Utf16Index};

/// A report in the making.
pub struct Draft<'a> {
    known: &'a Known,
    options: &'a Options,
    text: Option<String>,
    /// The text was not looked at: nothing may be said of it.
    unchecked: bool,
    /// Along `text`, made when it is first asked.
    ruler: OnceCell<Utf16Index>,
    size: (u32, u32),
    codes: Vec<Code>,
    words: Vec<Word>,
    notices: Vec<Notice>,
    payloads: usize,
    answers: Option<Vec<Finding>>,
}

impl<'a> Draft<'a> {
    /// An empty report.
    pub const fn new(known: &'a Known, options: &'a Options) -> Self {
        Self {
            known,
            options,
            text: None,
            unchecked: false,
            ruler: OnceCell::new(),
            size: (0, 0),
            codes: Vec::new(),
            words: Vec::new(),
            notices: Vec::new(),
            payloads: 0,
            answers: None,
        }
    }

    /// The text that was checked.
    pub fn text(&mut self, text: String) {
        self.text = Some(text);
    }

    /// The size of the upright picture.
    pub const fn picture(&mut self, reading: &Reading) {
        self.size = (reading.width, reading.height);
    }

    /// The printed lines.
    pub fn words(&mut self, words: Vec<Word>) {
        self.words = words;
    }

    /// Reasons that the person's answers gave.
    pub fn answers(&mut self, findings: Vec<Finding>) {
        self.answers = Some(findings);
    }

    /// Something to know about the check itself.
    pub fn notice(&mut self, id: &str) -> Result<(), Error> {
        self.notices.push(self.known.notice(id, self.options.language)?);
        Ok(())
    }

    /// The subject of the code that is added next.
    pub fn next_code(&self) -> Subject {
        Subject::Code { index: u32::try_from(self.codes.len()).unwrap_or(u32::MAX) }
    }

    /// Says why the text was not looked at.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn unchecked(&mut self, why: &str) -> Result<(), Error> {
        self.unchecked = true;
        self.notice(why)
    }

    /// A code that was read.
    pub fn code(&mut self, symbol: &Symbol, kind: &str) -> Result<(), Error> {
        self.payloads += 1;
        self.codes.push(Code {
            text: symbol.text.clone(),
            bytes: symbol.bytes.clone(),
            kind: kind.to_owned(),
            does: self.does(kind)?,
            corners: symbol.corners.to_vec(),
            verdict: Verdict::NothingFound,
        });
        Ok(())
    }

    /// A round code, which cannot be read.
    pub fn round(&mut self, round: &RoundCode, kind: &str) -> Result<(), Error> {
        self.codes.push(Code {
            text: None,
            bytes: Vec::new(),
            kind: kind.to_owned(),
            does: self.known.phrase(&format!("does.{kind}"), self.options.language)?,
            corners: round.corners.to_vec(),
            verdict: Verdict::Unreadable,
        });
        Ok(())
    }

    /// The report.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn finish(
        mut self,
        judge: Judge<'_>,
        started: Instant,
        mut time: Milliseconds,
    ) -> Result<Report, Error> {
        let judged = Instant::now();
        let Judge { hits, own, links, situations, facts_time, .. } = judge;
        let answered = self.answers.take();
        let read = self.payloads > 0
            || !self.words.is_empty()
            || self.text.is_some() && !self.unchecked
            || answered.is_some();
        let findings = self.findings(&hits, &own, answered.unwrap_or_default())?;
        for (index, code) in (0_u32..).zip(self.codes.iter_mut()) {
            let mine = findings.iter().filter(|f| f.subject == Subject::Code { index });
            code.verdict = verdict::of(
                mine.map(|f| f.severity),
                code.text.is_some() || !code.bytes.is_empty(),
            );
        }
        let verdict = verdict::of(findings.iter().map(|f| f.severity), read);
        let judge_links = links;
        let links = judge_links.iter().map(|l| self.link(l)).collect::<Result<Vec<_>, _>>()?;
        let (steps, hotlines) = self.advice(verdict, &findings, &hits, &judge_links, situations)?;
        let language = self.options.language;
        time.text = facts_time.as_secs_f64() * 1000.0;
        time.rules = judged.elapsed().as_secs_f64() * 1000.0;
        time.total = started.elapsed().as_secs_f64() * 1000.0;
        Ok(Report {
            format: FORMAT,
            verdict,
            headline: if self.unchecked {
                self.known.phrase("headline.unchecked", language)?
            } else {
                self.known.phrase(headline(verdict, self.options.origin), language)?
            },
            origin: self.options.origin,
            width: self.size.0,
            height: self.size.1,
            links,
            findings,
            advice: steps,
            hotlines,
            pack: self.known.info(language),
            entry: None,
            milliseconds: time,
            text: self.text,
            codes: self.codes,
            words: self.words,
            notices: self.notices,
        })
    }

    fn does(&self, kind: &str) -> Result<String, Error> {
        let fact = self.known.pack().payload_kind(kind)?;
        Ok(fact.map(|f| f.does.in_language(self.options.language).to_owned()).unwrap_or_default())
    }

    /// The text that a subject's spans point into.
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

    fn findings(
        &self,
        hits: &[Hit],
        own: &[OwnHit],
        mut findings: Vec<Finding>,
    ) -> Result<Vec<Finding>, Error> {
        let language = self.options.language;
        // Only the gravest of one rule in one subject is told; the others need no span.
        let mut told: Vec<&Hit> = hits.iter().collect();
        told.sort_by_key(|hit| std::cmp::Reverse(hit.severity));
        let mut seen = HashSet::new();
        told.retain(|hit| seen.insert((hit.rule.id.as_str(), hit.subject)));
        for hit in told {
            findings.push(Finding {
                finding: hit.rule.code.clone(),
                severity: hit.severity,
                subject: hit.subject,
                span: self.outward(hit.subject, hit.span),
                rule: hit.rule.id.clone(),
                why: hit.rule.why.in_language(language).to_owned(),
                source: report::provenance(&hit.rule.provenance, language),
            });
        }
        for hit in own {
            findings.push(self.own(hit)?);
        }
        // Stable, so that equal ones stay in the order of the subjects.
        findings.sort_by_key(|f| std::cmp::Reverse(f.severity));
        let mut seen = HashSet::new();
        findings.retain(|f| seen.insert((f.rule.clone(), f.subject)));
        Ok(findings)
    }

    fn own(&self, hit: &OwnHit) -> Result<Finding, Error> {
        let language = self.options.language;
        let (code, severity) =
            if hit.is_bad() { ("own.bad", Severity::Danger) } else { ("own.fine", Severity::Info) };
        Ok(Finding {
            finding: code.to_owned(),
            severity,
            subject: hit.subject,
            span: self.outward(hit.subject, Some(hit.span)),
            rule: format!("own/{}", hit.rule.id),
            // In the person's own words, where they left any.
            why: format!("{} {}", self.known.phrase(code, language)?, hit.rule.note)
                .trim_end()
                .to_owned(),
            source: Provenance {
                source: self.known.phrase("own.source", language)?,
                retrieved: day(hit.rule.time),
                published: None,
                confidence: Confidence::High,
            },
        })
    }

    fn outward(&self, subject: Subject, span: Option<Span>) -> Option<crate::report::Span> {
        let text = self.text_of(subject);
        let span = span.filter(|_| !text.is_empty())?;
        Some(match subject {
            Subject::Text => self.ruler.get_or_init(|| Utf16Index::of(text)).convert(text, span),
            _ => Utf16Index::of(text).convert(text, span),
        })
    }

    fn link(&self, shown: &Shown) -> Result<Link, Error> {
        let facts = &shown.facts;
        let whole = crate::report::Span { start: 0, end: 0 };
        Ok(Link {
            subject: shown.subject,
            span: self.outward(shown.subject, Some(facts.span)).unwrap_or(whole),
            registrable: self.outward(shown.subject, facts.registrable_span),
            canonical: facts.canonical.clone(),
            depth: facts.depth,
            what: self.does(facts.kind.word())?,
        })
    }

    /// What to do: from the verdict, the reasons, and where the person stands.
    fn advice(
        &self,
        verdict: Verdict,
        findings: &[Finding],
        hits: &[Hit],
        links: &[Shown],
        shown_by_text: Vec<crate::report::Situation>,
    ) -> Result<(Vec<crate::report::Advice>, Vec<crate::report::Hotline>), Error> {
        let mut situations = self.options.situations.clone();
        situations.extend(shown_by_text);
        situations.sort_unstable();
        situations.dedup();
        // Of a text that was not looked at nothing is known: only where the person stands counts.
        if self.unchecked {
            let (pack, language) = (self.known.pack(), self.options.language);
            return advice::page(pack, &situations, None, language);
        }
        // What only informs asks for no step: ordinary people share contacts and links.
        let weighs = |f: &&Finding| f.severity > Severity::Info;
        let codes: Vec<&str> = findings.iter().filter(weighs).map(|f| f.finding.as_str()).collect();
        let platform = self.platform(hits, links)?;
        advice::steps(
            self.known.pack(),
            self.known.book()?,
            advice::Checked { verdict, findings: &codes, origin: self.options.origin },
            &situations,
            platform.as_deref(),
            self.options.language,
        )
    }
}

impl Draft<'_> {
    /// The platform whose customer service is the right one to ask: the one that is imitated, else
    /// the one that a text or a printed line names, else the owner of an official page.
    ///
    /// A service that anyone can rent, such as a private contact, names no platform.
    fn platform(&self, hits: &[Hit], links: &[Shown]) -> Result<Option<String>, Error> {
        let imitated =
            hits.iter().find(|h| h.rule.code.starts_with("link.") && h.platform.is_some());
        if let Some(hit) = imitated {
            return Ok(hit.platform.clone());
        }
        let texts = self.text.iter().chain(self.words.iter().map(|w| &w.text));
        for text in texts {
            if let Some(named) = self.known.platform_named(text)? {
                return Ok(Some(named));
            }
        }
        let official = |l: &Shown| {
            l.facts.owner.as_ref().filter(|o| o.is_official()).map(|o| o.platform.clone())
        };
        Ok(links.iter().find_map(official))
    }
}

/// The day on the person's calendar, `YYYY-MM-DD`; empty where no calendar has it.
fn day(moment: Moment) -> String {
    let local =
        moment.unix_ms.div_euclid(1000).saturating_add(i64::from(moment.offset_minutes) * 60);
    OffsetDateTime::from_unix_timestamp(local).map_or_else(
        |_| String::new(),
        |t| format!("{:04}-{:02}-{:02}", t.year(), u8::from(t.month()), t.day()),
    )
}

const fn headline(verdict: Verdict, origin: Origin) -> &'static str {
    match (verdict, origin) {
        (Verdict::Danger, Origin::Parcel) => "headline.danger-parcel",
        (Verdict::Danger, _) => "headline.danger",
        (Verdict::Caution, _) => "headline.caution",
        (Verdict::NothingFound, _) => "headline.nothing-found",
        (Verdict::Unreadable, _) => "headline.unreadable",
    }
}
