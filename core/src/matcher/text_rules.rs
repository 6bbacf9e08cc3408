//! The lexicon and the text rules of a pack, compiled once and matched often.
//!
//! Reads both from the pack and adds the rule to each frame match. `yanka_text::frame_rules` decides
//! what matches.

use std::collections::HashMap;

use super::rule_match::RuleMatch;
use crate::error::Error;
use crate::pack::{Pack, Rule};
use crate::report::{Origin, Subject};
use crate::text::{Facts, Lexicon, LexiconSource};
use yanka_text::frame_rules::{FrameRule, FrameRuleMatch, FrameRules};

/// The compiled lexicon and text rules of a pack.
pub struct TextRules {
    lexicon: Lexicon,
    frame_rules: FrameRules,
    rules_by_id: HashMap<String, Rule>,
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
        Ok(Self { lexicon, frame_rules, rules_by_id })
    }

    /// The facts of a text.
    #[must_use]
    pub fn facts(&self, text: &str) -> Facts {
        crate::text::extract_facts(text, &self.lexicon)
    }

    /// Every rule that matches the facts of a text. Spans are bytes of that text.
    #[must_use]
    pub fn matches(&self, facts: &Facts, subject: Subject, origin: Origin) -> Vec<RuleMatch> {
        let rule_match = |hit: FrameRuleMatch| {
            let rule = self.rules_by_id.get(&hit.rule)?.clone();
            let severity = rule.severity_for(origin);
            Some(RuleMatch { severity, rule, subject, span: Some(hit.span), platform: None })
        };
        self.frame_rules.matches(facts).into_iter().filter_map(rule_match).collect()
    }
}
