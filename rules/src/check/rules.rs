//! Checks what a rule needs beyond its fields: keys in canonical form, and examples.

use super::context::Checker;
use super::values::is_host;
use crate::source::{Entry, Located, Match, Rule};

impl Checker<'_> {
    pub(super) fn rules(&mut self) {
        for entry in self.sources.rules.iter().filter(|r| r.body.active) {
            self.has_examples(entry);
            match &entry.body.matches {
                Match::Host(hosts) => hosts.iter().for_each(|h| self.host(entry.file, h)),
                Match::Url(urls) | Match::Prefix(urls) => {
                    urls.iter().for_each(|u| self.url(entry.file, u));
                }
                Match::Number(numbers) => numbers.iter().for_each(|n| self.digits(entry.file, n)),
                _ => {}
            }
        }
    }

    fn has_examples(&mut self, entry: &Entry<Rule>) {
        // A binary payload cannot be written as an example; the core's own tests have it.
        let binary = matches!(&entry.body.matches, Match::Payload(kinds) if kinds.iter().all(|k| k.value == "binary"));
        if entry.body.hit.is_empty() && !binary {
            let message = format!("`{}` has no `hit`", entry.id.value);
            let help = "write hit = [\"…\"] with an invented example that the rule must match";
            self.report("missing-hit", entry.file, &entry.id.span, message, help);
        }
        if entry.body.miss.is_empty() {
            let message = format!("`{}` has no `miss`", entry.id.value);
            let help = "write miss = [\"…\"] with something close that the rule must not match";
            self.report("missing-miss", entry.file, &entry.id.span, message, help);
        }
    }

    fn host(&mut self, file: usize, host: &Located<String>) {
        if !is_host(&host.value) {
            let message = format!("`{}` is not a host in canonical form", host.value);
            let help = "write it in lower case, without scheme and path; other scripts as xn--…";
            self.report("bad-domain", file, &host.span, message, help);
        }
    }

    fn url(&mut self, file: usize, url: &Located<String>) {
        let rest = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
        let host = rest.and_then(|r| r.split_once('/')).map(|(host, _)| host);
        if !host.is_some_and(is_host) {
            let message = format!("`{}` is not a complete URL", url.value);
            let help = "write it as https://host/path, the host in lower case";
            self.report("bad-url", file, &url.span, message, help);
        }
    }

    fn digits(&mut self, file: usize, number: &Located<String>) {
        if !number.value.bytes().all(|b| b.is_ascii_digit()) {
            let message = format!("`{}` has other characters than digits", number.value);
            let help = "take out spaces, + and hyphens";
            self.report("bad-number", file, &number.span, message, help);
        }
    }
}
