//! What a score of the learned model means: the table of thresholds, a record of the pack.
//!
//! Pure. learned.rs applies it to the matches of a text.

use serde::Deserialize;

use crate::report::Severity;

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

#[cfg(test)]
mod tests {
    use super::*;
    use Severity::{Caution, Danger, Info};

    const TABLE: Thresholds = Thresholds {
        caution: 2.5,
        asked: 1.2,
        danger: 2.0,
        supported: -0.5,
        caution_rule: -1.0,
        danger_rule: -1.5,
        hard_rule: -2.0,
        unsure: 0.8,
        named: -1.5,
        brief: 32,
        slack: 1.0,
    };

    #[test]
    fn a_score_alone_is_danger_only_with_a_hard_request() {
        for (score, hard, severity) in [
            (9.0, false, Some(Caution)),
            (2.5, false, None),
            (2.1, true, Some(Danger)),
            (2.0, true, Some(Caution)),
            (1.2, true, None),
        ] {
            assert_eq!(TABLE.of_score(score, hard), severity, "{score} {hard}");
        }
    }

    #[test]
    fn a_score_silences_a_weak_rule_and_no_danger_rule_with_a_hard_request() {
        for (rule, score, hard, severity) in [
            (Caution, -0.9, false, Some(Caution)),
            (Caution, -1.0, true, None),
            (Danger, 1.3, false, Some(Danger)),
            (Danger, -1.4, false, Some(Caution)),
            (Danger, -1.5, false, None),
            (Danger, -1.9, true, Some(Danger)),
            (Danger, -2.0, true, Some(Info)),
            (Info, -9.0, false, Some(Info)),
        ] {
            assert_eq!(TABLE.of_rule(rule, score, hard), severity, "{rule:?} {score} {hard}");
        }
    }

    #[test]
    fn a_brief_text_needs_less() {
        let brief = TABLE.for_length(31);
        assert_eq!(brief.of_rule(Danger, -9.0, true), Some(Danger));
        assert_eq!(brief.of_rule(Danger, -2.4, false), Some(Caution));
        assert_eq!(brief.of_rule(Caution, -1.9, false), Some(Caution));
        assert_eq!(brief.of_score(2.5, false), TABLE.of_score(2.5, false));
        assert_eq!(TABLE.for_length(32).of_rule(Danger, -9.0, true), Some(Info));
    }

    #[test]
    fn two_rules_at_danger_weigh_as_much_as_a_hard_request() {
        assert!(TABLE.is_hard([Danger, Danger].into_iter(), 0.0));
        assert!(!TABLE.is_hard([Danger, Danger].into_iter(), -0.5));
        assert!(!TABLE.is_hard([Danger, Caution].into_iter(), 9.0));
        assert!(TABLE.raises(0.0, true));
        assert!(!TABLE.raises(0.0, false));
    }
}
