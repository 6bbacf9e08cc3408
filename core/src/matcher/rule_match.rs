//! One match of a rule. Plain data.

use crate::pack::Rule;
use crate::report::{Severity, Subject};
use yanka_types::Span;

/// One rule that matches a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleMatch {
    /// The rule.
    pub rule: Rule,
    /// What the rule matches.
    pub subject: Subject,
    /// What it is about in the subject's text, in bytes, that which matters most first; empty if the
    /// rule is about the whole subject.
    pub spans: Vec<Span>,
    /// The severity of the rule for a subject of this origin.
    pub severity: Severity,
    /// Id of the platform that the match is about: the owner of a host, or the imitated brand;
    /// `None` if it is about no platform.
    pub platform: Option<String>,
}
