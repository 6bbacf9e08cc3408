//! What one rule must have besides its fields: keys of the right form, and examples.

use super::Check;
use super::values::is_host;
use crate::source::{Entry, Match, Placed, Rule};

impl Check<'_> {
    pub(super) fn rules(&mut self) {
        for entry in self.sources.rules.iter().filter(|r| r.body.active) {
            self.examples(entry);
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

    fn examples(&mut self, entry: &Entry<Rule>) {
        // What is no text cannot be written down as an example; the core's own tests have it.
        let written = !matches!(&entry.body.matches, Match::Payload(k) if k.iter().all(|k| k.value == "binary"));
        if entry.body.hit.is_empty() && written {
            let wrong = format!("`{}` names nothing that it meets", entry.id.value);
            let mend = "write hit = [\"…\"] with an invented example that the rule must meet";
            self.note("missing-hit", entry.file, &entry.id.place, wrong, mend);
        }
        if entry.body.miss.is_empty() {
            let wrong = format!("`{}` names nothing that it must miss", entry.id.value);
            let mend = "write miss = [\"…\"] with something close that the rule must not meet";
            self.note("missing-miss", entry.file, &entry.id.place, wrong, mend);
        }
    }

    fn host(&mut self, file: usize, host: &Placed<String>) {
        if !is_host(&host.value) {
            let wrong = format!("`{}` is no host in its canonical form", host.value);
            let mend = "write it in lower case, without scheme and path; other scripts as xn--…";
            self.note("bad-domain", file, &host.place, wrong, mend);
        }
    }

    fn url(&mut self, file: usize, url: &Placed<String>) {
        let rest = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
        let host = rest.and_then(|r| r.split_once('/')).map(|(host, _)| host);
        if !host.is_some_and(is_host) {
            let wrong = format!("`{}` is not a whole address", url.value);
            let mend = "write it as https://host/path, the host in lower case";
            self.note("bad-url", file, &url.place, wrong, mend);
        }
    }

    fn digits(&mut self, file: usize, number: &Placed<String>) {
        if !number.value.bytes().all(|b| b.is_ascii_digit()) {
            let wrong = format!("`{}` is not only digits", number.value);
            self.note("bad-number", file, &number.place, wrong, "take out spaces, + and hyphens");
        }
    }
}
