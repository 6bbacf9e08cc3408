//! Values that must have a form: sentences, domains, numbers' forms.

use super::Check;
use crate::runaway;
use crate::source::Text;

/// What no sentence may promise: we can only fail to find harm.
const PROMISES: &[&str] =
    &["是安全的", "绝对安全", "放心扫", "可以放心", " is safe", " are safe", "completely safe"];

impl Check<'_> {
    pub(super) fn sentences(&mut self) {
        let s = self.sources;
        let mut all: Vec<(usize, &Text)> = Vec::new();
        all.extend(s.publishers.iter().map(|e| (e.file, &e.body.name)));
        all.extend(s.rules.iter().map(|e| (e.file, &e.body.why)));
        for e in &s.payloads {
            all.extend([(e.file, &e.body.does), (e.file, &e.body.bait)]);
        }
        for e in &s.codes {
            all.extend([(e.file, &e.body.title), (e.file, &e.body.more)]);
        }
        for e in &s.platforms {
            all.extend([(e.file, &e.body.name), (e.file, &e.body.path), (e.file, &e.body.never)]);
        }
        for e in &s.hotlines {
            let b = &e.body;
            all.extend([&b.name, &b.purpose, &b.path, &b.warning].map(|t| (e.file, t)));
        }
        all.extend(s.domains.iter().filter_map(|e| Some((e.file, e.body.open.as_ref()?))));
        all.extend(s.forms.iter().map(|e| (e.file, &e.body.meaning)));
        for (file, text) in all {
            self.sentence(file, text);
        }
    }

    fn sentence(&mut self, file: usize, text: &Text) {
        let both = [text.zh.as_str(), text.en.as_str()];
        let wrong = if both.iter().any(|t| PROMISES.iter().any(|p| t.contains(p))) {
            "this promises that something is safe; nothing here can know that"
        } else if both.iter().any(|t| t.contains("://")) {
            "this shows an address, which people would open"
        } else if both.iter().any(|t| t.chars().any(char::is_control)) {
            "this holds a line break or another invisible sign"
        } else if text.en.chars().filter(|c| is_han(*c)).count() * 2 > text.en.chars().count() {
            "the English is Chinese"
        } else if text.zh.chars().count() > 12 && !text.zh.chars().any(is_han) {
            "the Chinese is not Chinese"
        } else {
            return;
        };
        let mend = "write one plain sentence in each language, for a person who holds the card";
        self.note("bad-sentence", file, &text.place, wrong.to_owned(), mend);
    }

    pub(super) fn values(&mut self) {
        for entry in &self.sources.domains {
            let name = &entry.id;
            let suffix = psl::suffix_str(&name.value) == Some(name.value.as_str());
            if psl::domain_str(&name.value) != Some(name.value.as_str()) && !suffix {
                let whole = psl::domain_str(&name.value).filter(|_| is_host(&name.value));
                let mend = whole.map_or_else(
                    || "write the name alone, in lower case, such as `taobao.com`".to_owned(),
                    |d| format!("a domain is owned as a whole: write `{d}`"),
                );
                let wrong = format!("`{}` is not what somebody registers", name.value);
                self.note("bad-domain", entry.file, &name.place, wrong, mend);
            }
        }
        for entry in &self.sources.forms {
            let form = &entry.body.form;
            if let Some((code, wrong, mend)) = runaway::against(&form.value) {
                self.note(code, entry.file, &form.place, wrong, mend);
            }
        }
    }
}

/// A host in the form that look-ups use: lower-case labels of letters, digits and hyphens.
pub(super) fn is_host(name: &str) -> bool {
    let label = |l: &str| {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
        !l.is_empty() && l.len() <= 63 && l.bytes().all(fits)
    };
    name.len() <= 253 && name.contains('.') && name.split('.').all(label)
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
