//! API for what a person shares: evidence as a file, a warning for family, a wrong result.

use super::Checker;
use crate::error::ApiError;
use crate::evidence;
use crate::report::{self, EvidenceOptions, Language, Report, SubjectKind};

/// Ids of the official numbers to report to, in the order in which a person calls them.
const REPORT_TO: [&str; 4] = ["police", "antifraud", "spam-report", "consumer"];

#[uniffi::export]
impl Checker {
    /// The evidence of the given log entries, as the bytes of a ZIP file.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`, `DiskFull` if a ZIP archive cannot hold the files, or
    /// `PackUnusable` if the rules cannot be read.
    pub fn log_export(
        &self,
        entries: Vec<i64>,
        options: EvidenceOptions,
        language: Language,
    ) -> Result<Vec<u8>, ApiError> {
        let rules = self.rules();
        let mut report_to = Vec::with_capacity(REPORT_TO.len());
        for id in REPORT_TO {
            report_to.extend(rules.pack().hotline(id)?.map(|h| report::hotline(&h, language)));
        }
        Ok(evidence::export(self.journal()?, &entries, &report_to, &options)?)
    }

    /// A short text that warns family and friends. Contains no personal details.
    #[must_use]
    pub fn warning(&self, report: Report, kind: SubjectKind, language: Language) -> String {
        evidence::warning(&report, kind, language)
    }

    /// A text that reports a wrong result to the rule maintainers. Contains no personal details.
    #[must_use]
    pub fn wrong_answer(&self, report: Report, kind: SubjectKind, language: Language) -> String {
        evidence::wrong_answer(&report, kind, language)
    }
}
