//! Turns rule matches into findings: most severe first, each rule once per subject.
//!
//! Decides order and repetition only; the severity comes with the match.

use super::ReportBuilder;
use crate::check::collector::OwnRuleMatch;
use crate::error::Error;
use crate::matcher::RuleMatch;
use crate::report::{self, Confidence, Finding, Moment, Provenance, Severity, local_time};
use std::collections::HashSet;

impl ReportBuilder<'_> {
    /// The findings of `matches` and `own_matches`, added to those of the checklist.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub(super) fn findings(
        &self,
        matches: &[RuleMatch],
        own_matches: &[OwnRuleMatch],
        checklist: Vec<Finding>,
    ) -> Result<Vec<Finding>, Error> {
        let language = self.options.language;
        let mut findings = checklist;
        // Repetitions go first, because converting a span is expensive.
        let mut reported: Vec<&RuleMatch> = matches.iter().collect();
        reported.sort_by_key(|m| std::cmp::Reverse(m.severity));
        let mut seen = HashSet::new();
        reported.retain(|m| seen.insert((m.rule.id.as_str(), m.subject)));
        for found in reported {
            findings.push(Finding {
                finding: found.rule.code.clone(),
                severity: found.severity,
                subject: found.subject,
                spans: found
                    .spans
                    .iter()
                    .filter_map(|span| self.utf16_span(found.subject, Some(*span)))
                    .collect(),
                rule: found.rule.id.clone(),
                title: found.rule.title.in_language(language).to_owned(),
                why: found.rule.why.in_language(language).to_owned(),
                source: report::provenance(&found.rule.provenance, language),
            });
        }
        for own in own_matches {
            findings.push(self.own_finding(own)?);
        }
        // A stable sort keeps findings of one severity in the order of the subjects.
        findings.sort_by_key(|f| std::cmp::Reverse(f.severity));
        let mut seen = HashSet::new();
        findings.retain(|f| seen.insert((f.rule.clone(), f.subject)));
        Ok(findings)
    }

    fn own_finding(&self, own: &OwnRuleMatch) -> Result<Finding, Error> {
        let language = self.options.language;
        let (code, severity) =
            if own.is_bad() { ("own.bad", Severity::Danger) } else { ("own.fine", Severity::Info) };
        Ok(Finding {
            finding: code.to_owned(),
            severity,
            subject: own.subject,
            spans: self.utf16_span(own.subject, Some(own.span)).into_iter().collect(),
            rule: format!("own/{}", own.rule.id),
            title: String::new(),
            // The person's own note follows the sentence, if they wrote one.
            why: format!("{} {}", self.rules.phrase(code, language)?, own.rule.note)
                .trim_end()
                .to_owned(),
            source: Provenance {
                source: self.rules.phrase("own.source", language)?,
                retrieved: local_date(own.rule.time),
                published: None,
                confidence: Confidence::High,
            },
        })
    }
}

/// The date in the person's time zone, `YYYY-MM-DD`; empty if the moment is out of range.
fn local_date(moment: Moment) -> String {
    local_time(moment).map(|local| local.date().to_string()).unwrap_or_default()
}
