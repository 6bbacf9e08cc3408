//! The language of the output and the time zone of this machine.

use crate::args::Lang;
use yanka::report::{Language, Moment};

/// The requested language, else that of the locale: English if it begins with `en`, Chinese for all
/// others.
pub fn language(requested: Option<Lang>) -> Language {
    match requested {
        Some(Lang::Zh) => Language::ZhHans,
        Some(Lang::ZhHant) => Language::ZhHant,
        Some(Lang::En) => Language::En,
        None => language_of_locale(&locale()),
    }
}

/// Now, in the time zone of this machine.
pub fn now() -> Moment {
    Moment { unix_ms: jiff::Timestamp::now().as_millisecond(), offset_minutes: offset_minutes() }
}

/// Minutes by which the time zone of this machine is ahead of UTC.
pub fn offset_minutes() -> i32 {
    jiff::Zoned::now().offset().seconds() / 60
}

/// The first of the POSIX locale variables that is set; empty if none is.
fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default()
}

fn language_of_locale(locale: &str) -> Language {
    let locale = locale.to_ascii_lowercase();
    if locale.starts_with("en") {
        Language::En
    } else if ["zh_tw", "zh_hk", "zh_mo", "zh_hant"].iter().any(|p| locale.starts_with(p)) {
        Language::ZhHant
    } else {
        Language::ZhHans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_is_chinese_unless_the_locale_is_english() {
        assert_eq!(language_of_locale("en_US.UTF-8"), Language::En);
        assert_eq!(language_of_locale("zh_TW.UTF-8"), Language::ZhHant);
        assert_eq!(language_of_locale("C.UTF-8"), Language::ZhHans);
        assert_eq!(language_of_locale(""), Language::ZhHans);
    }
}
