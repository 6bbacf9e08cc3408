//! The learned text model of a pack, and what it says of a text.
//!
//! Scores a text, and weighs the text rules that match by its score as the table in judgement.rs says;
//! verdict.rs combines what is left.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::judgement::{Evidence, Judgement};
use super::read_text::{ReadText, Resemblance};
use super::rule_match::RuleMatch;
use crate::error::Error;
use crate::pack::{Pack, Rule, Sentence};
use crate::report::{Origin, Severity, Subject};
use crate::text::model::{ASK, Model, TextScore};
use crate::text::{Facts, Lexicon, NormalizedText, Script, Stance};
use yanka_types::Span;

/// The signals of a text that the model takes for a scam text: where it resembles one scenario, and
/// where it resembles several alike.
pub const SIGNALS: [&str; 2] = ["text.resembles-scenario", "text.resembles-scam"];

/// Kind and id of the record with the table.
const RECORD: (&str, &str) = ("judgement", "text/judgement");

/// The record of the table, and what is a hard request.
#[derive(Clone, Debug, Deserialize)]
struct Record {
    #[serde(flatten)]
    judgement: Judgement,
    /// Ids of the rules about what the model does not see.
    strong_rules: HashSet<String>,
    /// Names of the frames that are hard requests, as in text rules.
    hard_frames: Vec<String>,
    /// Ids of the model's requests that are hard.
    hard_requests: Vec<String>,
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
    /// The words that add most, in bytes of the text, with the log-odds added, the largest first.
    pub marks: Vec<(Span, f32)>,
    /// Ids and scores of all scenarios, the most likely first.
    pub scenarios: Vec<(String, f32)>,
    /// Ids and scores of all requests, the most likely first; above 0 one counts.
    pub requests: Vec<(String, f32)>,
    /// Whether a hard request is meant in earnest.
    pub is_hard: bool,
    /// The table by which it is judged.
    pub judgement: Judgement,
}

/// The matches in a text, weighed.
#[derive(Clone, Debug, Default)]
pub struct Weighed {
    /// Those that count.
    pub matches: Vec<RuleMatch>,
    /// The text alone does not tell, if nothing is found in it: the person should be asked.
    pub is_unsure: bool,
}

/// The model of a pack with its thresholds.
pub struct LearnedText {
    model: Model,
    record: Record,
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
        let record: Record = serde_json::from_value(record.body).map_err(|_| Error::PACK_FORMAT)?;
        let mut hard = vec![false; lexicon.frames().len()];
        for name in &record.hard_frames {
            lexicon.frames_named(name).into_iter().for_each(|frame| hard[frame] = true);
        }
        let scenarios = pack.records("scenario")?.into_iter().filter_map(|record| {
            Some((record.id, serde_json::from_value::<Scenario>(record.body).ok()?))
        });
        let scenarios = scenarios.collect();
        let [named, unnamed] = SIGNALS;
        let rules = [pack.rules_for_signal(named)?, pack.rules_for_signal(unnamed)?];
        Ok(Some(Self { model, record, hard, rules, scenarios }))
    }

    /// How much `normal` resembles a scam text; `None` for a text without words.
    #[must_use]
    pub fn resemblance(
        &self,
        normal: &NormalizedText,
        facts: &Facts,
        lexicon: &Lexicon,
    ) -> Option<Resemblance> {
        if words_beside_entities(&normal.text, facts) < MIN_LETTERS {
            return None;
        }
        let score = self.model.score_parts(&normal.text, &facts.folded)?;
        let Judgement { points, thresholds } = &self.record.judgement;
        let may_be_found = score.score + points.hard > thresholds.caution;
        let marks = may_be_found.then(|| self.marks(normal, facts, lexicon, &score));
        let marks = marks.into_iter().flatten().map(|(span, _)| span).collect();
        let ranked = self.model.scenarios(&normal.text, score.block.start, score.block.end);
        let asked = ranked.iter().take_while(|(_, s)| *s > 0.0);
        let asked = asked.filter(|(id, _)| id.starts_with(ASK));
        let requests = asked.map(|(id, _)| (*id).to_owned()).collect();
        let best = ranked.iter().find(|(id, _)| !id.starts_with(ASK));
        let named = best.filter(|(_, s)| *s > self.record.judgement.thresholds.named);
        let scenario = named.map(|(id, _)| (*id).to_owned());
        Some(Resemblance { score: score.score, marks, scenario, requests })
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
            window_score: score.window.score,
            block_score: score.block.score,
            marks,
            scenarios: owned(scenarios),
            requests: owned(requests),
            is_hard: self.has_hard_request(facts, &self.resemblance(normal, facts, lexicon)?),
            judgement: self.record.judgement,
        })
    }

    /// Weighs the `matches` of text rules in `text` by its score, and adds the model's own match.
    ///
    /// A card from a parcel keeps every match: few honest cards reach anybody that way, and the words
    /// on a card are few; a text without a score keeps them, too. Elsewhere a rule that the score contradicts is silent; one at danger with a
    /// hard request still informs, and the person is asked.
    #[must_use]
    pub fn weigh(
        &self,
        mut matches: Vec<RuleMatch>,
        text: &ReadText,
        subject: Subject,
        origin: Origin,
    ) -> Weighed {
        let judgement = &self.record.judgement;
        let Some(found) = &text.resemblance else {
            let is_unsure = text.characters < judgement.thresholds.short;
            return Weighed { matches, is_unsure };
        };
        let parcel = origin == Origin::Parcel;
        // On a card the model's own requests do not count: few words, and codes that say more.
        let hard = if parcel {
            self.has_hard_frame(&text.facts)
        } else {
            self.has_hard_request(&text.facts, found)
        };
        let rules: Vec<(&str, Severity)> =
            matches.iter().map(|m| (m.rule.id.as_str(), m.severity)).collect();
        let mut evidence = self.evidence(text, found, hard, if parcel { &[] } else { &rules });
        // How many honest cards reach a high score was not measured.
        evidence.simplified &= !parcel;
        let severity = judgement.severity(&evidence);
        let mut is_unsure = judgement.is_unsure(&evidence);
        if !parcel {
            is_unsure |= hard && evidence.rule == Some(Severity::Danger);
            matches.retain_mut(|m| match severity {
                Some(severity) => {
                    m.severity = m.severity.min(severity);
                    true
                }
                None if hard && m.severity == Severity::Danger => {
                    m.severity = Severity::Info;
                    true
                }
                None => m.severity == Severity::Info,
            });
        }
        let Some(severity) = severity else { return Weighed { matches, is_unsure } };
        if parcel || judgement.is_found_by_score(&evidence) {
            matches.extend(self.own_matches(found, subject, severity));
        } else if let Some(gravest) = matches.iter_mut().max_by_key(|m| m.severity) {
            // One finding that is as grave as the text is enough; the others keep their severity.
            gravest.severity = severity;
        }
        Weighed { matches, is_unsure }
    }

    /// What is known of a text in which `rules` match, given by their ids and severities.
    #[must_use]
    pub fn evidence(
        &self,
        text: &ReadText,
        found: &Resemblance,
        hard: bool,
        rules: &[(&str, Severity)],
    ) -> Evidence {
        let weighty = rules.iter().filter(|(_, severity)| *severity > Severity::Info);
        Evidence {
            score: found.score,
            hard,
            rule: weighty.clone().map(|(_, severity)| *severity).max(),
            strong: weighty.clone().any(|(id, _)| self.record.strong_rules.contains(*id)),
            characters: text.characters,
            reported: text.facts.reported,
            simplified: text.script == Script::Simplified,
        }
    }

    /// The finding that the text resembles scam texts.
    fn own_matches(
        &self,
        found: &Resemblance,
        subject: Subject,
        severity: Severity,
    ) -> Vec<RuleMatch> {
        let scenario = found.scenario.as_ref().and_then(|id| self.scenarios.get(id));
        let [named, unnamed] = &self.rules;
        let rules = if scenario.is_some() { named } else { unnamed };
        let rule_match = |rule: &Rule| RuleMatch {
            rule: scenario.map_or_else(|| rule.clone(), |s| with_name(rule, &s.name)),
            severity,
            subject,
            spans: found.marks.clone(),
            platform: None,
        };
        rules.iter().map(rule_match).collect()
    }

    /// The table of points and thresholds.
    #[must_use]
    pub const fn judgement(&self) -> &Judgement {
        &self.record.judgement
    }

    /// Whether a hard request is meant in earnest: a frame of the text, or by the model.
    #[must_use]
    pub fn has_hard_request(&self, facts: &Facts, found: &Resemblance) -> bool {
        self.has_hard_frame(facts)
            || self.record.hard_requests.iter().any(|id| found.requests.contains(id))
    }

    fn has_hard_frame(&self, facts: &Facts) -> bool {
        let meant = |stance| matches!(stance, Stance::Asked | Stance::FirstPersonReport);
        let is_hard = |frame: u16| self.hard.get(usize::from(frame)).copied().unwrap_or(false);
        facts.frames.iter().any(|f| meant(f.stance) && is_hard(f.frame))
    }
}

/// Fewest letters beside addresses and numbers that give a text a score.
const MIN_LETTERS: usize = 8;

/// Letters of the folded `text` that belong to no address, number or sum.
fn words_beside_entities(text: &str, facts: &Facts) -> usize {
    let mut entities: Vec<(usize, usize)> =
        facts.folded.entities.iter().map(|(_, start, end)| (*start, *end)).collect();
    entities.sort_unstable();
    let (mut letters, mut at) = (0, 0);
    let count = |part: &str| part.chars().filter(|c| c.is_alphabetic()).take(MIN_LETTERS).count();
    for (start, end) in entities {
        letters += text.get(at..start.max(at)).map_or(0, count);
        at = at.max(end);
    }
    letters + text.get(at..).map_or(0, count)
}

/// `rule` with the name of a scenario in its reason.
fn with_name(rule: &Rule, name: &Sentence) -> Rule {
    Rule { why: rule.why.with(NAME, name), ..rule.clone() }
}
