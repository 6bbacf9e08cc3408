//! A pack's words and text rules, made ready once and asked often.
//!
//! It reads them from the pack and gives each hit its rule; what is met is decided in `met`.

use std::collections::HashMap;

use crate::error::Error;
use crate::matcher::Hit;
use crate::pack::{Pack, Rule};
use crate::report::{Origin, Subject};
use crate::text::{Facts, Lexicon, LexiconSource};
use yanka_text::frame_rules::{FrameRule, FrameRuleMatch, FrameRules};

/// The words and rules of a pack, made ready.
pub struct Texts {
    lexicon: Lexicon,
    rules: FrameRules,
    by_id: HashMap<String, Rule>,
}

impl Texts {
    /// Reads the lexicon and the text rules of `pack`.
    ///
    /// # Errors
    /// Where the pack cannot be read, or its words and rules do not fit each other.
    pub fn read(pack: &Pack) -> Result<Self, Error> {
        let mut source = LexiconSource::default();
        for record in pack.records("lexicon")? {
            let part = serde_json::from_value(record.body).map_err(|_| Error::PACK_FORMAT)?;
            source.extend(part);
        }
        let lexicon = Lexicon::new(&source).map_err(|_| Error::PACK_FORMAT)?;
        let mut by_id = HashMap::new();
        let mut rules = Vec::new();
        for (rule, frames) in pack.frame_rules()? {
            let frames = serde_json::from_str(&frames).map_err(|_| Error::PACK_FORMAT)?;
            rules.push(FrameRule { id: rule.id.clone(), frames });
            by_id.insert(rule.id.clone(), rule);
        }
        let rules = FrameRules::new(&rules, &lexicon).map_err(|_| Error::PACK_FORMAT)?;
        Ok(Self { lexicon, rules, by_id })
    }

    /// The facts of a text.
    #[must_use]
    pub fn facts(&self, text: &str) -> Facts {
        crate::text::extract_facts(text, &self.lexicon)
    }

    /// Every rule that the text meets.
    #[must_use]
    pub fn hits(&self, facts: &Facts, subject: Subject, origin: Origin) -> Vec<Hit> {
        let hit = |met: FrameRuleMatch| {
            let rule = self.by_id.get(&met.rule)?.clone();
            let severity = rule.severity_for(origin);
            Some(Hit { severity, rule, subject, span: Some(met.span), platform: None })
        };
        self.rules.matches(facts).into_iter().filter_map(hit).collect()
    }
}
