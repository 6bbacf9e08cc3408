//! Checks that no official number stands in two entries, except where an entry says so in `shares`.

use std::collections::BTreeMap;

use super::context::Checker;
use super::references::Definition;

impl Checker<'_> {
    pub(super) fn numbers(&mut self) {
        let hotlines = &self.sources.hotlines;
        let ids: Vec<&str> = hotlines.iter().map(|h| h.id.value.as_str()).collect();
        // The entries that have a number, by its digits.
        let mut owners: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for hotline in hotlines {
            let (id, body) = (hotline.id.value.as_str(), &hotline.body);
            for other in body.shares.iter().filter(|s| !ids.contains(&s.value.as_str())) {
                let defined = Definition::Sources("numbers/");
                self.report_unknown("unknown-hotline", hotline.file, other, &ids, defined);
            }
            for number in body.numbers() {
                let digits = number.value.chars().filter(char::is_ascii_digit).collect();
                let owners = owners.entry(digits).or_default();
                let shares = |other: &str| body.shares.iter().any(|s| s.value == other);
                if let Some(other) = owners.iter().find(|other| **other == id || !shares(other)) {
                    let (message, help) = if *other == id {
                        let message = format!("`{id}` has {} twice", number.value);
                        (message, "take it out".to_owned())
                    } else {
                        let message = format!("{} is the number of `{other}`", number.value);
                        let help =
                            format!("correct it; where both have it, `shares = [\"{other}\"]`");
                        (message, help)
                    };
                    self.report("duplicate-number", hotline.file, &number.span, message, help);
                }
                owners.push(id);
            }
        }
    }
}
