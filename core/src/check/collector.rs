//! Runs the detectors on one subject after another and collects their matches.
//!
//! Decides the order of the detectors only. Weighs nothing: verdict.rs does.

use super::rule_context::RuleContext;
use crate::error::Error;
use crate::link::{self, Facts};
use crate::matcher::{self, RuleMatch};
use crate::number;
use crate::payload;
use crate::report::{Opinion, Options, OwnRule, Situation, Subject};
use crate::text;
use std::time::{Duration, Instant};
use yanka_types::Span;

/// The person's own rules about links.
pub trait OwnRules {
    /// The own rule for a link, given in canonical form, or for its `host`; `None` if there is none.
    ///
    /// # Errors
    /// [`Error::Storage`] if the journal cannot be read.
    fn find(&self, canonical: &str, host: Option<&str>) -> Result<Option<OwnRule>, Error>;
}

/// A link with the subject that contains it.
pub struct CollectedLink {
    /// The subject.
    pub subject: Subject,
    /// The link; `inner` is empty, because inner links are collected by themselves.
    pub facts: Facts,
}

/// An own rule that matched a link.
pub struct OwnRuleMatch {
    /// The subject that contains the link.
    pub subject: Subject,
    /// The link in the subject's text, in bytes.
    pub span: Span,
    /// The rule.
    pub rule: OwnRule,
}

/// What kind of payload was checked.
pub struct CheckedPayload {
    /// Its kind.
    pub kind: payload::Kind,
    /// True if the whole payload is one link.
    pub is_link: bool,
}

/// Everything found so far in one check.
pub struct Collector<'a> {
    rules: &'a RuleContext,
    own_rules: &'a dyn OwnRules,
    options: &'a Options,
    /// Rules of the pack that matched.
    pub matches: Vec<RuleMatch>,
    /// Rules of the person's own that matched.
    pub own_matches: Vec<OwnRuleMatch>,
    /// Links, each before the links inside it.
    pub links: Vec<CollectedLink>,
    /// Situations of the person that the texts report; may repeat.
    pub situations: Vec<Situation>,
    /// A text alone does not tell, if nothing is found.
    pub is_unsure: bool,
    /// Time spent on extracting facts.
    pub facts_time: Duration,
}

impl<'a> Collector<'a> {
    /// A collector with nothing in it.
    pub fn new(rules: &'a RuleContext, own_rules: &'a dyn OwnRules, options: &'a Options) -> Self {
        Self {
            rules,
            own_rules,
            options,
            matches: Vec::new(),
            own_matches: Vec::new(),
            links: Vec::new(),
            situations: Vec::new(),
            is_unsure: false,
            facts_time: Duration::ZERO,
        }
    }

    /// Checks a payload: its kind, its link, or else its text. `text` is `None` if `bytes` are no text.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack or the journal cannot be read.
    pub fn check_payload(
        &mut self,
        subject: Subject,
        bytes: &[u8],
        text: Option<&str>,
    ) -> Result<CheckedPayload, Error> {
        let started = Instant::now();
        let kind = payload::classify(bytes, text);
        let facts = match text {
            Some(text) => link::of_payload(text, self.rules.brands()?),
            None => None,
        };
        self.facts_time += started.elapsed();
        let is_link = facts.is_some();
        // The facts of a link know the owner of its host, so they decide its kind.
        let kind = facts.as_ref().map_or(kind, |f| f.kind);
        match (facts, text) {
            (Some(facts), _) => {
                if let (payload::Kind::Tel | payload::Kind::Sms, Some(text)) = (kind, text) {
                    self.check_dialled_number(subject, text)?;
                }
                self.check_link(subject, facts)?;
            }
            (None, Some(text)) => {
                self.check_kind(kind, subject, text)?;
                self.check_text(subject, text)?;
            }
            (None, None) => self.check_kind(kind, subject, "")?,
        }
        Ok(CheckedPayload { kind, is_link })
    }

    /// Checks a text: its links, its text rules and its telephone numbers.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack or the journal cannot be read.
    pub fn check_text(&mut self, subject: Subject, text: &str) -> Result<(), Error> {
        let started = Instant::now();
        let links = link::find(text, self.rules.brands()?);
        let text_rules = self.rules.text_rules()?;
        let read = text_rules.read_text(text);
        self.facts_time += started.elapsed();
        for facts in links {
            self.check_link(subject, facts)?;
        }
        let origin = self.options.origin;
        let weighed = text_rules.weigh(&read, subject, origin);
        self.is_unsure |= weighed.is_unsure;
        self.matches.extend(weighed.matches);
        self.check_numbers(subject, text, &read.facts)?;
        self.situations.extend(read.facts.situations);
        Ok(())
    }

    /// Adds the rules about a signal that comes without a payload, such as a round code.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn check_signal(&mut self, subject: Subject, signal: &str) -> Result<(), Error> {
        let pack = self.rules.pack();
        let matches = matcher::signal(pack, signal, subject, None, self.options.origin)?;
        self.matches.extend(matches);
        Ok(())
    }

    /// Moves matches that point into joined printed lines to the line in which they begin, and cuts
    /// them at its end.
    ///
    /// `lines` are the byte spans of the lines in the joined text, in order. Of the rule matches only
    /// those from index `first` on move; own matches and links move if their subject is the text.
    pub fn move_to_lines(&mut self, first: usize, lines: &[Span]) {
        let in_line = |span: Span| {
            let (index, line) =
                (0_u32..).zip(lines).find(|(_, l)| span.start < l.end.max(l.start + 1))?;
            let start = span.start.saturating_sub(line.start);
            let end = span.end.min(line.end).saturating_sub(line.start);
            Some((Subject::Word { index }, Span::new(start, end.max(start))))
        };
        for found in self.matches.iter_mut().skip(first) {
            let spans = found.spans.iter().filter_map(|span| in_line(*span));
            let spans: Vec<(Subject, Span)> = spans.collect();
            // A finding is about one line: that of the words that matter most.
            if let Some((subject, _)) = spans.first() {
                found.subject = *subject;
                found.spans = spans.iter().filter(|s| s.0 == *subject).map(|s| s.1).collect();
            }
        }
        for own in &mut self.own_matches {
            if own.subject == Subject::Text
                && let Some((subject, span)) = in_line(own.span)
            {
                (own.subject, own.span) = (subject, span);
            }
        }
        for link in &mut self.links {
            if link.subject == Subject::Text
                && let Some((subject, span)) = in_line(link.facts.span)
            {
                let offset = link.facts.span.start - span.start;
                let shifted = |s: Span| {
                    Span::new(s.start.saturating_sub(offset), s.end.saturating_sub(offset))
                };
                link.facts.registrable_span = link.facts.registrable_span.map(shifted);
                (link.subject, link.facts.span) = (subject, span);
            }
        }
    }

    /// Adds the rules about the number that a `tel:` or `sms:` payload dials.
    fn check_dialled_number(&mut self, subject: Subject, text: &str) -> Result<(), Error> {
        let Some((scheme, rest)) = text.split_once(':') else { return Ok(()) };
        let number = rest.split(['?', ';', ':', '&']).next().unwrap_or("");
        let start = scheme.len() + 1;
        self.check_number(subject, text, Span::new(start, start + number.len()))
    }

    /// Adds the rules about the number at `span`.
    fn check_number(&mut self, subject: Subject, text: &str, span: Span) -> Result<(), Error> {
        let digits = number::key(span.of(text));
        let pack = self.rules.pack();
        let matches = matcher::number(pack, &digits, subject, Some(span), self.options.origin)?;
        self.matches.extend(matches);
        Ok(())
    }

    /// Adds the rules about every number in a text, by its digits and by its form. A number that is
    /// in no list proves nothing, so it gives no match.
    fn check_numbers(
        &mut self,
        subject: Subject,
        text: &str,
        facts: &text::Facts,
    ) -> Result<(), Error> {
        let pack = self.rules.pack();
        for (form, span) in &facts.entities {
            if !matches!(form, text::EntityKind::Digits | text::EntityKind::Phone) {
                continue;
            }
            self.check_number(subject, text, *span)?;
            if let Some((signal, span)) = self.rules.numbers()?.signal(text, *span) {
                let origin = self.options.origin;
                self.matches.extend(matcher::signal(pack, signal, subject, Some(span), origin)?);
            }
        }
        Ok(())
    }

    fn check_kind(
        &mut self,
        kind: payload::Kind,
        subject: Subject,
        text: &str,
    ) -> Result<(), Error> {
        let span = (!text.is_empty()).then(|| Span::whole(text));
        let pack = self.rules.pack();
        let matches = matcher::payload(pack, kind.word(), subject, span, self.options.origin)?;
        self.matches.extend(matches);
        Ok(())
    }

    /// Adds the rules about a link and about each link inside it.
    fn check_link(&mut self, subject: Subject, mut facts: Facts) -> Result<(), Error> {
        let inner = std::mem::take(&mut facts.inner);
        let pack = self.rules.pack();
        let mut matches = matcher::link(pack, &facts, subject, self.options.origin)?;
        if let Some(rule) = self.own_rules.find(&facts.canonical, facts.host.as_deref())? {
            for found in &mut matches {
                found.severity = crate::verdict::apply_opinion(found.severity, rule.opinion);
            }
            self.own_matches.push(OwnRuleMatch { subject, span: facts.span, rule });
        }
        self.matches.extend(matches);
        self.links.push(CollectedLink { subject, facts });
        inner.into_iter().try_for_each(|link| self.check_link(subject, link))
    }
}

impl OwnRuleMatch {
    /// True if the person marked the link or host as bad.
    #[must_use]
    pub fn is_bad(&self) -> bool {
        self.rule.opinion == Opinion::Bad
    }
}
