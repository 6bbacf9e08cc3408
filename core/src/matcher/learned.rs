//! The learned text model of a pack and the table that says what its scores mean.
//!
//! Scores a text, and weighs the text rules that match by its score. The thresholds are a record of
//! the pack; verdict.rs combines what is left.

use std::collections::HashMap;

use serde::Deserialize;

use super::rule_match::RuleMatch;
use crate::error::Error;
use crate::pack::{Pack, Rule, Sentence};
use crate::report::{Origin, Severity, Subject};
use crate::text::model::{ASK, Model};
use crate::text::{Facts, Lexicon, NormalizedText, Stance};
use yanka_types::Span;

/// The signals of a text that the model takes for a scam text: where it resembles one scenario, and
/// where it resembles several alike.
pub const SIGNALS: [&str; 2] = ["text.resembles-scenario", "text.resembles-scam"];

/// Kind and id of the record with the thresholds.
const RECORD: (&str, &str) = ("judgement", "text/judgement");

/// What the scores mean. A score is the log-odds of a scam text; every threshold is exclusive.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Thresholds {
    /// The score alone is caution above this.
    pub caution: f32,
    /// Above this, a hard request makes caution, and a rule at danger makes danger.
    pub asked: f32,
    /// Above this, a hard request makes danger.
    pub danger: f32,
    /// Above this, a rule and a hard request make danger.
    pub supported: f32,
    /// A rule at caution counts above this.
    pub caution_rule: f32,
    /// A rule at danger counts, at caution, above this.
    pub danger_rule: f32,
    /// A rule at danger is danger above this where a hard request is made; below, it only informs.
    pub hard_rule: f32,
    /// Above this, and no finding: the text alone does not tell.
    pub unsure: f32,
    /// The most likely scenario is named above this score of its own.
    pub named: f32,
    /// Fewer characters than this are brief: they give the model little to go by.
    pub brief: usize,
    /// What a rule needs less in a brief text.
    pub slack: f32,
}

impl Thresholds {
    /// The thresholds for a text of so many characters. In a brief one, no score contradicts a rule
    /// at danger with a hard request.
    #[must_use]
    pub fn for_length(&self, characters: usize) -> Self {
        if characters >= self.brief {
            return *self;
        }
        Self {
            caution_rule: self.caution_rule - self.slack,
            danger_rule: self.danger_rule - self.slack,
            hard_rule: f32::NEG_INFINITY,
            ..*self
        }
    }

    /// The severity of a text rule of that severity in a text with that score; `None` where the
    /// score contradicts it.
    #[must_use]
    pub fn of_rule(&self, rule: Severity, score: f32, hard: bool) -> Option<Severity> {
        match rule {
            Severity::Danger if hard && score > self.hard_rule => Some(Severity::Danger),
            Severity::Danger if hard => Some(Severity::Info),
            Severity::Danger if score > self.asked => Some(Severity::Danger),
            Severity::Danger => (score > self.danger_rule).then_some(Severity::Caution),
            Severity::Caution => (score > self.caution_rule).then_some(Severity::Caution),
            Severity::Info => Some(Severity::Info),
        }
    }

    /// The severity of the score itself; `None` where it means nothing.
    #[must_use]
    pub fn of_score(&self, score: f32, hard: bool) -> Option<Severity> {
        let severity =
            if hard && score > self.danger { Severity::Danger } else { Severity::Caution };
        let least = if hard { self.asked } else { self.caution };
        (score > least).then_some(severity)
    }

    /// Whether rules of these severities weigh as much as a hard request: several at danger do.
    #[must_use]
    pub fn is_hard(&self, rules: impl Iterator<Item = Severity>, score: f32) -> bool {
        score > self.supported && rules.filter(|s| *s == Severity::Danger).count() > 1
    }

    /// Whether a rule at caution is danger, because of a hard request and the score.
    #[must_use]
    pub fn raises(&self, score: f32, hard: bool) -> bool {
        hard && score > self.supported
    }
}

/// The record of the thresholds.
#[derive(Clone, Debug, Deserialize)]
struct Judgement {
    thresholds: Thresholds,
    /// Fewer characters than this, and no finding: the text alone does not tell.
    short: usize,
    /// Names of the frames that are hard requests, as in text rules.
    hard_frames: Vec<String>,
    /// Ids of the model's requests that are hard.
    hard_requests: Vec<String>,
}

/// How much a text resembles the scam texts of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Resemblance {
    /// Log-odds that it is one.
    pub score: f32,
    /// Length of the text in characters.
    pub characters: usize,
    /// The part that resembles them most, in bytes of the text.
    pub span: Span,
    /// Id of the scenario that it resembles most; `None` where that is not sure enough to be said.
    pub scenario: Option<String>,
    /// What is asked for by the model, such as `ask/code`, if it is a scam text.
    pub requests: Vec<String>,
}

/// The model of a pack with its thresholds.
pub struct LearnedText {
    model: Model,
    judgement: Judgement,
    /// For each frame of the lexicon: whether it is a hard request.
    hard: Vec<bool>,
    /// The rules about each of [`SIGNALS`].
    rules: [Vec<Rule>; 2],
    /// Names of scenarios, by id.
    scenarios: HashMap<String, Scenario>,
}

/// A scenario as the finding names it.
#[derive(Clone, Debug, Deserialize)]
struct Scenario {
    name: Sentence,
}

/// Placeholder for the name of the scenario in the reason of a rule.
const NAME: &str = "{scenario}";

impl LearnedText {
    /// Reads the model of `pack`; `None` where the pack has none.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read or the model is damaged.
    pub fn read(pack: &Pack, lexicon: &Lexicon) -> Result<Option<Self>, Error> {
        let bytes = pack.text_model()?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let model = Model::from_bytes(&bytes).map_err(|_| Error::PACK_FORMAT)?;
        let record = pack.record(RECORD.0, RECORD.1)?.ok_or(Error::PACK_FORMAT)?;
        let judgement: Judgement =
            serde_json::from_value(record.body).map_err(|_| Error::PACK_FORMAT)?;
        let mut hard = vec![false; lexicon.frames().len()];
        for name in &judgement.hard_frames {
            lexicon.frames_named(name).into_iter().for_each(|frame| hard[frame] = true);
        }
        let scenarios = pack.records("scenario")?.into_iter().filter_map(|record| {
            Some((record.id, serde_json::from_value::<Scenario>(record.body).ok()?))
        });
        let scenarios = scenarios.collect();
        let [named, unnamed] = SIGNALS;
        let rules = [pack.rules_for_signal(named)?, pack.rules_for_signal(unnamed)?];
        Ok(Some(Self { model, judgement, hard, rules, scenarios }))
    }

    /// How much `normal` resembles a scam text; `None` for a text without words.
    #[must_use]
    pub fn resemblance(&self, normal: &NormalizedText, facts: &Facts) -> Option<Resemblance> {
        let score = self.model.score_parts(&normal.text, &facts.folded)?;
        let span = normal.original_span(score.window.start, score.window.end);
        let ranked = self.model.scenarios(&normal.text, score.block.start, score.block.end);
        let asked = ranked.iter().take_while(|(_, s)| *s > 0.0);
        let asked = asked.filter(|(id, _)| id.starts_with(ASK));
        let requests = asked.map(|(id, _)| (*id).to_owned()).collect();
        let best = ranked.iter().find(|(id, _)| !id.starts_with(ASK));
        let named = best.filter(|(_, s)| *s > self.judgement.thresholds.named);
        let scenario = named.map(|(id, _)| (*id).to_owned());
        let characters = normal.text.chars().count();
        Some(Resemblance { score: score.score, characters, span, scenario, requests })
    }

    /// Weighs the `matches` of text rules by the score, and adds the model's own match.
    ///
    /// A card from a parcel keeps every match: few honest cards reach anybody that way, and the words
    /// on a card are few.
    #[must_use]
    pub fn weigh(
        &self,
        mut matches: Vec<RuleMatch>,
        facts: &Facts,
        found: &Resemblance,
        subject: Subject,
        origin: Origin,
    ) -> Vec<RuleMatch> {
        // On a card the model's own requests do not count: few words, and codes that say more.
        let parcel = origin == Origin::Parcel;
        let table = self.judgement.thresholds.for_length(found.characters);
        let hard = if parcel {
            self.has_hard_frame(facts)
        } else {
            table.is_hard(matches.iter().map(|m| m.severity), found.score)
                || self.has_hard_request(facts, found)
        };
        if !parcel {
            matches.retain_mut(|rule| match table.of_rule(rule.severity, found.score, hard) {
                Some(severity) => {
                    rule.severity = severity;
                    true
                }
                None => false,
            });
            // One finding at danger is enough for the verdict; the others keep their severity.
            let gravest = matches.iter_mut().max_by_key(|rule| rule.severity);
            if let Some(rule) = gravest.filter(|rule| rule.severity == Severity::Caution)
                && table.raises(found.score, hard)
            {
                rule.severity = Severity::Danger;
            }
        }
        if let Some(severity) = table.of_score(found.score, hard) {
            let scenario = found.scenario.as_ref().and_then(|id| self.scenarios.get(id));
            let [named, unnamed] = &self.rules;
            let rules = if scenario.is_some() { named } else { unnamed };
            matches.extend(rules.iter().map(|rule| RuleMatch {
                rule: scenario.map_or_else(|| rule.clone(), |s| with_name(rule, &s.name)),
                severity,
                subject,
                span: Some(found.span),
                platform: None,
            }));
        }
        matches
    }

    /// Whether the text alone does not tell, given that nothing was found in it.
    #[must_use]
    pub fn is_unsure(&self, normal: &NormalizedText, found: Option<&Resemblance>) -> bool {
        normal.text.chars().count() < self.judgement.short
            || found.is_some_and(|f| f.score > self.judgement.thresholds.unsure)
    }

    /// What the scores mean.
    #[must_use]
    pub const fn thresholds(&self) -> &Thresholds {
        &self.judgement.thresholds
    }

    /// Whether a hard request is meant in earnest: a frame of the text, or by the model.
    #[must_use]
    pub fn has_hard_request(&self, facts: &Facts, found: &Resemblance) -> bool {
        self.has_hard_frame(facts)
            || self.judgement.hard_requests.iter().any(|id| found.requests.contains(id))
    }

    fn has_hard_frame(&self, facts: &Facts) -> bool {
        let meant = |stance| matches!(stance, Stance::Asked | Stance::FirstPersonReport);
        let is_hard = |frame: u16| self.hard.get(usize::from(frame)).copied().unwrap_or(false);
        facts.frames.iter().any(|f| meant(f.stance) && is_hard(f.frame))
    }
}

/// `rule` with the name of a scenario in its reason.
fn with_name(rule: &Rule, name: &Sentence) -> Rule {
    Rule { why: rule.why.with(NAME, name), ..rule.clone() }
}
