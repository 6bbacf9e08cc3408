//! The lexicon, the text rules and the learned model of a pack, compiled once and matched often.
//!
//! Reads them from the pack and adds the rule to each frame match. `yanka_text::frame_rules` decides
//! what matches, learned.rs what a match weighs beside the score.

use std::collections::HashMap;

use super::learned::{LearnedText, ScoreReasons, Weighed};
use super::read_text::ReadText;
use super::rule_match::RuleMatch;
use crate::error::Error;
use crate::pack::{Pack, Rule};
use crate::report::{Origin, Subject};
use crate::text::{Facts, Lexicon, LexiconSource, MAX_TEXT_BYTES, NormalizedText, Script};
use yanka_text::frame_rules::{FrameRule, FrameRuleMatch, FrameRules};

/// The compiled lexicon and text rules of a pack.
pub struct TextRules {
    lexicon: Lexicon,
    frame_rules: FrameRules,
    rules_by_id: HashMap<String, Rule>,
    learned: Option<LearnedText>,
}

impl TextRules {
    /// Reads and compiles the lexicon and the text rules of `pack`.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read, or a rule names a word that the lexicon lacks.
    pub fn read(pack: &Pack) -> Result<Self, Error> {
        let mut source = LexiconSource::default();
        for record in pack.records("lexicon")? {
            let part = serde_json::from_value(record.body).map_err(|_| Error::PACK_FORMAT)?;
            source.extend(part);
        }
        let lexicon = Lexicon::new(&source).map_err(|_| Error::PACK_FORMAT)?;
        let mut rules_by_id = HashMap::new();
        let mut frame_rules = Vec::new();
        for (rule, frames) in pack.frame_rules()? {
            let frames = serde_json::from_str(&frames).map_err(|_| Error::PACK_FORMAT)?;
            frame_rules.push(FrameRule { id: rule.id.clone(), frames });
            rules_by_id.insert(rule.id.clone(), rule);
        }
        let frame_rules =
            FrameRules::new(&frame_rules, &lexicon).map_err(|_| Error::PACK_FORMAT)?;
        let learned = LearnedText::read(pack, &lexicon)?;
        Ok(Self { lexicon, frame_rules, rules_by_id, learned })
    }

    /// Reads a text. One longer than [`MAX_TEXT_BYTES`] is not read.
    #[must_use]
    pub fn read_text(&self, text: &str) -> ReadText {
        let normal = NormalizedText::new(if text.len() > MAX_TEXT_BYTES { "" } else { text });
        let facts = crate::text::extract_facts_of(&normal, &self.lexicon);
        let learned = self.learned.as_ref();
        ReadText {
            resemblance: learned.and_then(|l| l.resemblance(&normal, &facts, &self.lexicon)),
            facts,
            characters: normal.text.chars().count(),
            script: Script::of(text),
        }
    }

    /// Why a text has its score; `None` where it is not read, has no words, or the pack has no model.
    #[must_use]
    pub fn why(&self, text: &str) -> Option<ScoreReasons> {
        let normal = NormalizedText::new(if text.len() > MAX_TEXT_BYTES { "" } else { text });
        let facts = crate::text::extract_facts_of(&normal, &self.lexicon);
        self.learned.as_ref()?.why(&normal, &facts, &self.lexicon)
    }

    /// Every rule that matches a text, weighed by its score. Spans are bytes of that text.
    #[must_use]
    pub fn weigh(&self, text: &ReadText, subject: Subject, origin: Origin) -> Weighed {
        let matches = self.matches_of_rules(&text.facts, subject, origin);
        match &self.learned {
            Some(learned) => learned.weigh(matches, text, subject, origin),
            None => Weighed { matches, is_unsure: false },
        }
    }

    /// The words and frames of the pack.
    #[must_use]
    pub const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The learned model; `None` where the pack has none.
    #[must_use]
    pub const fn learned(&self) -> Option<&LearnedText> {
        self.learned.as_ref()
    }

    /// Every text rule that matches, whatever the score.
    #[must_use]
    pub fn matches_of_rules(
        &self,
        facts: &Facts,
        subject: Subject,
        origin: Origin,
    ) -> Vec<RuleMatch> {
        let rule_match = |hit: FrameRuleMatch| {
            let rule = self.rules_by_id.get(&hit.rule)?.clone();
            let severity = rule.severity_for(origin);
            Some(RuleMatch { severity, rule, subject, spans: vec![hit.span], platform: None })
        };
        self.frame_rules.matches(facts).into_iter().filter_map(rule_match).collect()
    }
}
