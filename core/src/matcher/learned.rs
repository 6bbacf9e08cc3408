//! The learned text model of a pack and the table that says what its scores mean.
//!
//! Scores a text, and weighs the text rules that match by its score. The thresholds are a record of
//! the pack; verdict.rs combines what is left.

use std::collections::HashMap;

use serde::Deserialize;

use super::rule_match::RuleMatch;
use super::thresholds::Thresholds;
use crate::error::Error;
use crate::pack::{Pack, Rule, Sentence};
use crate::report::{Origin, Severity, Subject};
use crate::text::model::{ASK, Model, TextScore};
use crate::text::{Facts, Lexicon, NormalizedText, Stance};
use yanka_types::Span;

/// The signals of a text that the model takes for a scam text: where it resembles one scenario, and
/// where it resembles several alike.
pub const SIGNALS: [&str; 2] = ["text.resembles-scenario", "text.resembles-scam"];

/// Kind and id of the record with the thresholds.
const RECORD: (&str, &str) = ("judgement", "text/judgement");

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
    /// The words that add most to the score, in bytes of the text, the largest sum first; empty where
    /// the score is no finding whatever is asked for.
    pub marks: Vec<Span>,
    /// Id of the scenario that it resembles most; `None` where that is not sure enough to be said.
    pub scenario: Option<String>,
    /// What is asked for by the model, such as `ask/code`, if it is a scam text.
    pub requests: Vec<String>,
}

/// Why a text has its score.
#[derive(Clone, Debug)]
pub struct ScoreReasons {
    /// Log-odds that it is a scam text: the mean of the next two.
    pub score: f32,
    /// Score of its highest-scoring window of one to three sentences.
    pub window_score: f32,
    /// Score of its highest-scoring block.
    pub block_score: f32,
    /// That window, in bytes of the text.
    pub window: Span,
    /// The words that add most, in bytes of the text, with the log-odds added, the largest first.
    pub marks: Vec<(Span, f32)>,
    /// Ids and scores of all scenarios, the most likely first.
    pub scenarios: Vec<(String, f32)>,
    /// Ids and scores of all requests, the most likely first; above 0 one counts.
    pub requests: Vec<(String, f32)>,
    /// Whether a hard request is meant in earnest.
    pub is_hard: bool,
    /// What scores mean in a text of this length.
    pub thresholds: Thresholds,
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
    pub fn resemblance(
        &self,
        normal: &NormalizedText,
        facts: &Facts,
        lexicon: &Lexicon,
    ) -> Option<Resemblance> {
        let score = self.model.score_parts(&normal.text, &facts.folded)?;
        let thresholds = &self.judgement.thresholds;
        let may_be_found = score.score > thresholds.asked.min(thresholds.caution);
        let marks = may_be_found.then(|| self.marks(normal, facts, lexicon, &score));
        let marks = marks.into_iter().flatten().map(|(span, _)| span).collect();
        let ranked = self.model.scenarios(&normal.text, score.block.start, score.block.end);
        let asked = ranked.iter().take_while(|(_, s)| *s > 0.0);
        let asked = asked.filter(|(id, _)| id.starts_with(ASK));
        let requests = asked.map(|(id, _)| (*id).to_owned()).collect();
        let best = ranked.iter().find(|(id, _)| !id.starts_with(ASK));
        let named = best.filter(|(_, s)| *s > self.judgement.thresholds.named);
        let scenario = named.map(|(id, _)| (*id).to_owned());
        let characters = normal.text.chars().count();
        Some(Resemblance { score: score.score, characters, marks, scenario, requests })
    }

    /// The words that add most to `score`, in bytes of the original text, with what they add.
    fn marks(
        &self,
        normal: &NormalizedText,
        facts: &Facts,
        lexicon: &Lexicon,
        score: &TextScore,
    ) -> Vec<(Span, f32)> {
        let words = |part: &str| lexicon.word_starts(part);
        let marks = self.model.marks(&normal.text, score, &facts.folded.safety, words);
        marks.iter().map(|m| (normal.original_span(m.start, m.end), m.value)).collect()
    }

    /// Why `normal` has its score; `None` for a text without words.
    #[must_use]
    pub fn why(
        &self,
        normal: &NormalizedText,
        facts: &Facts,
        lexicon: &Lexicon,
    ) -> Option<ScoreReasons> {
        let score = self.model.score_parts(&normal.text, &facts.folded)?;
        let ranked = self.model.scenarios(&normal.text, score.block.start, score.block.end);
        let (requests, scenarios): (Vec<_>, Vec<_>) =
            ranked.into_iter().partition(|(id, _)| id.starts_with(ASK));
        let owned = |list: Vec<(&str, f32)>| -> Vec<(String, f32)> {
            list.into_iter().map(|(id, score)| (id.to_owned(), score)).collect()
        };
        let marks = self.marks(normal, facts, lexicon, &score);
        Some(ScoreReasons {
            score: score.score,
            window: normal.original_span(score.window.start, score.window.end),
            window_score: score.window.score,
            block_score: score.block.score,
            marks,
            scenarios: owned(scenarios),
            requests: owned(requests),
            is_hard: self.has_hard_request(facts, &self.resemblance(normal, facts, lexicon)?),
            thresholds: self.judgement.thresholds.for_length(normal.text.chars().count()),
        })
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
                spans: found.marks.clone(),
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
