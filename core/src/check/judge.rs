//! Asks the rooms about one subject after the other and gathers what they say.
//!
//! Knows the order of the questions; decides no weight.

use super::Known;
use crate::error::Error;
use crate::link::{self, Facts};
use crate::matcher::{self, Hit};
use crate::number;
use crate::payload;
use crate::report::{Opinion, Options, OwnRule, Situation, Subject};
use crate::text;
use std::time::{Duration, Instant};
use yanka_types::Span;

/// What the person said about links themselves.
pub trait Opinions {
    /// Their rule for a link or its host, if there is one.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    fn of(&self, canonical: &str, host: Option<&str>) -> Result<Option<OwnRule>, Error>;
}

/// A link with the subject that it stands in.
pub struct Shown {
    /// The subject.
    pub subject: Subject,
    /// The link.
    pub facts: Facts,
}

/// A rule of the person's own that a link met.
pub struct OwnHit {
    /// The subject of the link.
    pub subject: Subject,
    /// Where in the subject's text.
    pub span: Span,
    /// The rule.
    pub rule: OwnRule,
}

/// What one payload is.
pub struct Answer {
    /// Its kind.
    pub kind: payload::Kind,
    /// Whether the whole of it is one link.
    pub is_link: bool,
}

/// Everything found so far.
pub struct Judge<'a> {
    known: &'a Known,
    opinions: &'a dyn Opinions,
    options: &'a Options,
    /// Rules that were met.
    pub hits: Vec<Hit>,
    /// The person's own rules that were met.
    pub own: Vec<OwnHit>,
    /// Links, outer before inner.
    pub links: Vec<Shown>,
    /// How far the person has gone, as the texts show.
    pub situations: Vec<Situation>,
    /// Time spent on facts.
    pub facts_time: Duration,
}

impl<'a> Judge<'a> {
    /// Nothing asked yet.
    pub fn new(known: &'a Known, opinions: &'a dyn Opinions, options: &'a Options) -> Self {
        Self {
            known,
            opinions,
            options,
            hits: Vec::new(),
            own: Vec::new(),
            links: Vec::new(),
            situations: Vec::new(),
            facts_time: Duration::ZERO,
        }
    }

    /// Asks about a payload: what kind it is, where its link leads, what its words say.
    ///
    /// # Errors
    /// Where the pack or the journal fails.
    pub fn payload(
        &mut self,
        subject: Subject,
        bytes: &[u8],
        text: Option<&str>,
    ) -> Result<Answer, Error> {
        let started = Instant::now();
        let kind = payload::classify(bytes, text);
        let facts = match text {
            Some(text) => link::of_payload(text, self.known.brands()?),
            None => None,
        };
        self.facts_time += started.elapsed();
        let is_link = facts.is_some();
        // A link's facts know the owner of its host: they alone decide its kind.
        let kind = facts.as_ref().map_or(kind, |f| f.kind);
        match (facts, text) {
            (Some(facts), _) => {
                if let (payload::Kind::Tel | payload::Kind::Sms, Some(text)) = (kind, text) {
                    self.dialled(subject, text)?;
                }
                self.link(subject, facts)?;
            }
            (None, Some(text)) => {
                self.by_kind(kind, subject, text)?;
                self.text(subject, text)?;
            }
            (None, None) => self.by_kind(kind, subject, "")?,
        }
        Ok(Answer { kind, is_link })
    }

    /// Asks about a text: its links, its numbers, who asks whom for what.
    ///
    /// # Errors
    /// Where the pack or the journal fails.
    pub fn text(&mut self, subject: Subject, text: &str) -> Result<(), Error> {
        let started = Instant::now();
        let links = link::find(text, self.known.brands()?);
        let texts = self.known.texts()?;
        let facts = texts.facts(text);
        self.facts_time += started.elapsed();
        for facts in links {
            self.link(subject, facts)?;
        }
        self.hits.extend(texts.hits(&facts, subject, self.options.origin));
        self.numbers(subject, text, &facts)?;
        self.situations.extend(facts.situations);
        Ok(())
    }

    /// Asks about the number that a code dials or writes to.
    fn dialled(&mut self, subject: Subject, text: &str) -> Result<(), Error> {
        let Some((scheme, rest)) = text.split_once(':') else { return Ok(()) };
        let number = rest.split(['?', ';', ':', '&']).next().unwrap_or("");
        let start = scheme.len() + 1;
        self.named(subject, text, Span::new(start, start + number.len()))
    }

    /// Asks whether rules name the number at `span`.
    fn named(&mut self, subject: Subject, text: &str, span: Span) -> Result<(), Error> {
        let digits = number::key(span.of(text));
        let pack = self.known.pack();
        let hits = matcher::number(pack, &digits, subject, Some(span), self.options.origin)?;
        self.hits.extend(hits);
        Ok(())
    }

    /// Asks about every number of a text, by itself and by its form; that a number is unknown proves
    /// nothing.
    fn numbers(&mut self, subject: Subject, text: &str, facts: &text::Facts) -> Result<(), Error> {
        let pack = self.known.pack();
        for (kind, span) in &facts.entities {
            if !matches!(kind, text::EntityKind::Digits | text::EntityKind::Phone) {
                continue;
            }
            self.named(subject, text, *span)?;
            if let Some((signal, span)) = self.known.numbers()?.signal(text, *span) {
                let hits = matcher::signal(pack, signal, subject, Some(span), self.options.origin)?;
                self.hits.extend(hits);
            }
        }
        Ok(())
    }

    /// Moves the hits from `first` on, which point into joined lines, to the line they begin in.
    pub fn move_to_lines(&mut self, first: usize, lines: &[Span]) {
        let place = |span: Span| {
            let (index, line) =
                (0_u32..).zip(lines).find(|(_, l)| span.start < l.end.max(l.start + 1))?;
            let start = span.start.saturating_sub(line.start);
            let end = span.end.min(line.end).saturating_sub(line.start);
            Some((Subject::Word { index }, Span::new(start, end.max(start))))
        };
        for hit in self.hits.iter_mut().skip(first) {
            if let Some((subject, span)) = hit.span.and_then(place) {
                (hit.subject, hit.span) = (subject, Some(span));
            }
        }
        for own in &mut self.own {
            if own.subject == Subject::Text
                && let Some((subject, span)) = place(own.span)
            {
                (own.subject, own.span) = (subject, span);
            }
        }
        for link in &mut self.links {
            if link.subject == Subject::Text
                && let Some((subject, span)) = place(link.facts.span)
            {
                let moved = link.facts.span.start - span.start;
                let back =
                    |s: Span| Span::new(s.start.saturating_sub(moved), s.end.saturating_sub(moved));
                link.facts.registrable_span = link.facts.registrable_span.map(back);
                (link.subject, link.facts.span) = (subject, span);
            }
        }
    }

    /// Asks about a signal that a room gave without a payload, such as a round code.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn signal(&mut self, subject: Subject, signal: &str) -> Result<(), Error> {
        let hits = matcher::signal(self.known.pack(), signal, subject, None, self.options.origin)?;
        self.hits.extend(hits);
        Ok(())
    }

    fn by_kind(&mut self, kind: payload::Kind, subject: Subject, text: &str) -> Result<(), Error> {
        let span = (!text.is_empty()).then(|| Span::whole(text));
        let pack = self.known.pack();
        let hits = matcher::payload(pack, kind.word(), subject, span, self.options.origin)?;
        self.hits.extend(hits);
        Ok(())
    }

    /// Asks about a link and what is hidden in it, the outer and the inner each.
    fn link(&mut self, subject: Subject, mut facts: Facts) -> Result<(), Error> {
        let inner = std::mem::take(&mut facts.inner);
        let pack = self.known.pack();
        let mut hits = matcher::link(pack, &facts, subject, self.options.origin)?;
        if let Some(rule) = self.opinions.of(&facts.canonical, facts.host.as_deref())? {
            for hit in &mut hits {
                hit.severity = crate::verdict::with_own(hit.severity, rule.opinion);
            }
            self.own.push(OwnHit { subject, span: facts.span, rule });
        }
        self.hits.extend(hits);
        self.links.push(Shown { subject, facts });
        inner.into_iter().try_for_each(|link| self.link(subject, link))
    }
}

impl OwnHit {
    /// Whether the person called it bad.
    #[must_use]
    pub fn is_bad(&self) -> bool {
        self.rule.opinion == Opinion::Bad
    }
}
