//! Checks the form of values: sentences, domains, regular expressions of number forms.

use super::context::Checker;
use crate::regex_check;
use crate::source::{Located, Text};
use yanka_types::limits::{MAX_HOST_BYTES, MAX_LABEL_BYTES};
use yanka_types::{chars::is_han, public_suffix};

/// Promises of safety, which no sentence may make: a check can only fail to find harm.
const PROMISES: &[&str] =
    &["是安全的", "绝对安全", "放心扫", "可以放心", " is safe", " are safe", "completely safe"];

/// Longer text in the Chinese field must contain Han characters; a shorter one may be a name in
/// Latin letters. In characters. Empirical; no measurement recorded.
const MAX_LATIN_CHARS: usize = 12;

impl Checker<'_> {
    pub(super) fn sentences(&mut self) {
        let s = self.sources;
        let mut all: Vec<(usize, &Text)> = Vec::new();
        all.extend(s.publishers.iter().map(|e| (e.file, &e.body.name)));
        all.extend(s.rules.iter().map(|e| (e.file, &e.body.why)));
        all.extend(s.payloads.iter().map(|e| (e.file, &e.body.does)));
        all.extend(s.codes.iter().map(|e| (e.file, &e.body.title)));
        for e in &s.platforms {
            all.extend([(e.file, &e.body.name), (e.file, &e.body.path), (e.file, &e.body.never)]);
        }
        for e in &s.hotlines {
            let b = &e.body;
            all.extend([&b.name, &b.purpose, &b.path, &b.warning].map(|t| (e.file, t)));
        }
        all.extend(s.domains.iter().filter_map(|e| Some((e.file, e.body.open.as_ref()?))));
        all.extend(s.number_forms.iter().map(|e| (e.file, &e.body.meaning)));
        for (file, text) in all {
            self.sentence(file, text);
        }
    }

    fn sentence(&mut self, file: usize, text: &Text) {
        for language in [Some(&text.zh), text.hant.as_ref(), Some(&text.en)].into_iter().flatten() {
            if let Some(problem) = problem(&language.value) {
                self.bad_sentence(file, language, problem);
            }
        }
        let han = |text: &str| text.chars().filter(|c| is_han(*c)).count();
        let (zh, en) = (&text.zh.value, &text.en.value);
        if han(en) * 2 > en.chars().count() {
            self.bad_sentence(file, &text.en, "the English is Chinese");
        }
        if zh.chars().count() > MAX_LATIN_CHARS && han(zh) == 0 {
            self.bad_sentence(file, &text.zh, "the Chinese is not Chinese");
        }
    }

    fn bad_sentence(&mut self, file: usize, at: &Located<String>, message: &str) {
        let help = "write one plain sentence in each language, for a person who holds the card";
        self.report("bad-sentence", file, &at.span, message.to_owned(), help);
    }

    pub(super) fn values(&mut self) {
        for entry in &self.sources.domains {
            let name = entry.id.value.as_str();
            let registrable = public_suffix::registrable_domain(name);
            let is_suffix = public_suffix::suffix(name) == Some(name);
            if registrable != Some(name) && !is_suffix {
                let help = registrable.filter(|_| is_host(name)).map_or_else(
                    || "write the name alone, in lower case, such as `taobao.com`".to_owned(),
                    |d| format!("a domain is owned as a whole: write `{d}`"),
                );
                let message = format!("`{name}` is not a registrable domain");
                self.report("bad-domain", entry.file, &entry.id.span, message, help);
            }
        }
        for entry in &self.sources.number_forms {
            let form = &entry.body.form;
            if let Some((code, message, help)) = regex_check::problem(&form.value) {
                self.report(code, entry.file, &form.span, message, help);
            }
        }
    }
}

/// Why a sentence must not be shown in any language.
fn problem(text: &str) -> Option<&'static str> {
    if PROMISES.iter().any(|p| text.contains(p)) {
        Some("this promises that something is safe; nothing here can know that")
    } else if text.contains("://") {
        Some("this shows an address, which people would open")
    } else if text.chars().any(char::is_control) {
        Some("this holds a line break or another control character")
    } else {
        None
    }
}

/// True for a host in the canonical form that look-ups use: at least two lower-case ASCII labels of
/// letters, digits, hyphens and underscores.
pub(super) fn is_host(name: &str) -> bool {
    let is_label = |label: &str| {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b);
        !label.is_empty() && label.len() <= MAX_LABEL_BYTES && label.bytes().all(allowed)
    };
    name.len() <= MAX_HOST_BYTES && name.contains('.') && name.split('.').all(is_label)
}
