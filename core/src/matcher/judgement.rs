//! What the learned score, the text rules and a hard request mean together: a table of points and
//! thresholds, a record of the pack.
//!
//! Pure. learned.rs applies it to the matches of a text.

use serde::Deserialize;

use crate::report::Severity;

/// What is known of a text before it is judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// Log-odds of the learned model that it is a scam text.
    pub score: f32,
    /// Whether a hard request is meant in earnest.
    pub hard: bool,
    /// The gravest text rule at caution or danger that matches.
    pub rule: Option<Severity>,
    /// Whether one of the rules is about what the model does not see.
    pub strong: bool,
    /// Length of the text in characters.
    pub characters: usize,
    /// Share of its characters that describe scammers or tell of somebody else's case, 0 to 1.
    pub reported: f32,
    /// Whether it is written in Simplified Chinese.
    pub simplified: bool,
}

/// The table. Points add to the score; every threshold is exclusive.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Judgement {
    /// What counts beside the score.
    pub points: Points,
    /// What the total means.
    pub thresholds: Thresholds,
}

/// What counts beside the score, in log-odds.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Points {
    /// A text rule matches.
    pub rule: f32,
    /// More, for a rule about what the model does not see.
    pub strong_rule: f32,
    /// A hard request is meant in earnest.
    pub hard: f32,
    /// More, for a rule at danger together with a hard request.
    pub hard_danger: f32,
    /// More, for a rule at caution in a brief text, which gives the model little to go by.
    pub brief_caution: f32,
    /// More, for a rule at danger in a brief text.
    pub brief_danger: f32,
    /// Taken away, times the share that describes scammers or tells of somebody else's case.
    pub reported: f32,
}

/// What the total of score and points means.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Thresholds {
    /// A total above this is caution.
    pub caution: f32,
    /// A total above this is danger where a hard request is made.
    pub danger: f32,
    /// A total above this is danger where a rule at danger matches.
    pub danger_rule: f32,
    /// A score above this is danger by itself, in Simplified Chinese.
    pub certain: f32,
    /// A total above this, and no finding: the text alone does not tell.
    pub unsure: f32,
    /// The most likely scenario is named above this score of its own.
    pub named: f32,
    /// A text of fewer characters is brief.
    pub brief: usize,
    /// No finding in a text of fewer characters: it alone does not tell.
    pub short: usize,
}

impl Judgement {
    /// Score and points together.
    #[must_use]
    pub fn total(&self, evidence: &Evidence) -> f32 {
        let Points { rule, strong_rule, hard, hard_danger, brief_caution, brief_danger, reported } =
            self.points;
        let is_brief = evidence.characters < self.thresholds.brief;
        let brief = match evidence.rule {
            Some(Severity::Danger) => brief_danger,
            _ => brief_caution,
        };
        let counts = |condition: bool, points: f32| if condition { points } else { 0.0 };
        evidence.score
            + counts(evidence.hard, hard)
            + counts(evidence.hard && evidence.rule == Some(Severity::Danger), hard_danger)
            + counts(evidence.rule.is_some(), rule)
            + counts(evidence.rule.is_some() && is_brief, brief)
            + counts(evidence.strong, strong_rule)
            - evidence.reported * reported
    }

    /// How grave the text is; `None` where nothing is found. Danger needs a hard request or a rule at
    /// danger, or a score that hardly any honest text reaches.
    #[must_use]
    pub fn severity(&self, evidence: &Evidence) -> Option<Severity> {
        let total = self.total(evidence);
        let table = &self.thresholds;
        if total <= table.caution {
            return None;
        }
        let has_danger_rule = evidence.rule == Some(Severity::Danger);
        let is_danger = evidence.hard && (has_danger_rule || total > table.danger)
            || has_danger_rule && total > table.danger_rule
            || evidence.simplified && evidence.score > table.certain;
        Some(if is_danger { Severity::Danger } else { Severity::Caution })
    }

    /// Whether the score is a finding without any rule.
    #[must_use]
    pub fn is_found_by_score(&self, evidence: &Evidence) -> bool {
        let alone = Evidence { rule: None, strong: false, ..*evidence };
        self.total(&alone) > self.thresholds.caution
    }

    /// Whether the text alone does not tell, given that nothing was found in it.
    #[must_use]
    pub fn is_unsure(&self, evidence: &Evidence) -> bool {
        evidence.characters < self.thresholds.short || self.total(evidence) > self.thresholds.unsure
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Severity::{Caution, Danger};

    const TABLE: Judgement = Judgement {
        points: Points {
            rule: 1.0,
            strong_rule: 3.0,
            hard: 0.5,
            hard_danger: 0.25,
            brief_caution: 1.0,
            brief_danger: 2.0,
            reported: 3.0,
        },
        thresholds: Thresholds {
            caution: 2.0,
            danger: 3.0,
            danger_rule: 4.0,
            certain: 5.0,
            unsure: 1.0,
            named: -1.5,
            brief: 48,
            short: 12,
        },
    };
    const QUIET: Evidence = Evidence {
        score: 0.0,
        hard: false,
        rule: None,
        strong: false,
        characters: 100,
        reported: 0.0,
        simplified: true,
    };

    #[test]
    fn danger_needs_a_hard_request_a_rule_at_danger_or_a_certain_score() {
        let scored = |score: f32| Evidence { score, ..QUIET };
        for (evidence, severity) in [
            (scored(2.0), None),
            (scored(2.1), Some(Caution)),
            (scored(5.0), Some(Caution)),
            (scored(5.1), Some(Danger)),
            (Evidence { simplified: false, ..scored(5.1) }, Some(Caution)),
            (Evidence { hard: true, ..scored(1.6) }, Some(Caution)),
            (Evidence { hard: true, ..scored(2.6) }, Some(Danger)),
            (Evidence { rule: Some(Caution), ..scored(1.1) }, Some(Caution)),
            (Evidence { rule: Some(Caution), ..scored(4.9) }, Some(Caution)),
            (Evidence { rule: Some(Danger), ..scored(2.9) }, Some(Caution)),
            (Evidence { rule: Some(Danger), ..scored(3.1) }, Some(Danger)),
            (Evidence { rule: Some(Danger), hard: true, ..scored(0.3) }, Some(Danger)),
            (Evidence { rule: Some(Danger), hard: true, ..scored(0.25) }, None),
        ] {
            assert_eq!(TABLE.severity(&evidence), severity, "{evidence:?}");
        }
    }

    #[test]
    fn a_rule_weighs_more_in_a_brief_text_and_where_the_model_does_not_see() {
        let rule = Evidence { rule: Some(Danger), ..QUIET };
        assert_eq!(TABLE.severity(&rule), None);
        assert_eq!(TABLE.severity(&Evidence { characters: 47, ..rule }), Some(Caution));
        let caution = Evidence { rule: Some(Caution), characters: 47, ..QUIET };
        assert_eq!(TABLE.severity(&caution), None);
        assert_eq!(TABLE.severity(&Evidence { strong: true, ..rule }), Some(Caution));
    }

    #[test]
    fn what_is_told_of_others_weighs_less() {
        let told = |reported: f32| Evidence { reported, score: 3.5, ..QUIET };
        assert_eq!(TABLE.severity(&told(0.4)), Some(Caution));
        assert_eq!(TABLE.severity(&told(0.6)), None);
    }

    #[test]
    fn a_brief_or_nearly_flagged_text_does_not_tell() {
        assert!(!TABLE.is_unsure(&QUIET));
        assert!(TABLE.is_unsure(&Evidence { score: 1.1, ..QUIET }));
        assert!(TABLE.is_unsure(&Evidence { characters: 11, score: -9.0, ..QUIET }));
    }

    #[test]
    fn a_score_is_a_finding_of_its_own_only_without_the_rule() {
        let both = Evidence { score: 1.5, rule: Some(Caution), ..QUIET };
        assert_eq!(TABLE.severity(&both), Some(Caution));
        assert!(!TABLE.is_found_by_score(&both));
        assert!(TABLE.is_found_by_score(&Evidence { hard: true, score: 1.6, ..both }));
    }
}
