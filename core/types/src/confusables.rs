//! Letters of other alphabets that look like Latin letters in words and hosts: the one table of the
//! core.
//!
//! A manual selection. Callers decide what a look-alike means in a word or a host.

/// One Latin letter and the letters that look like it.
struct Row {
    latin: char,
    /// Small letters that readers take for the Latin one; most are confusables by UTS 39.
    same: &'static str,
    /// Small letters that are only similar: they count when the rest of the label is a brand name.
    similar: &'static str,
    /// Capital letters that readers take for the Latin capital.
    capital: &'static str,
}

const fn row(latin: char, same: &'static str, similar: &'static str, capital: &'static str) -> Row {
    Row { latin, same, similar, capital }
}

const LATIN: &[Row] = &[
    row('a', "аα", "ɑά", "АΑ"),
    row('b', "в", "ƅъьßβ", "ВΒ"),
    row('c', "с", "ς", "С"),
    row('d', "ԁ", "ðɗđ", ""),
    row('e', "еε", "єəέ", "ЕΕ"),
    row('f', "", "ƒ", ""),
    row('g', "ց", "", ""),
    row('h', "һнհ", "ħ", "НΗ"),
    row('i', "іι", "ıɩί", "ІΙ"),
    row('j', "ј", "", "Ј"),
    row('k', "кκ", "ĸ", "КΚ"),
    row('l', "ӏ", "łŀ", ""),
    row('m', "м", "", "МΜ"),
    row('n', "пηո", "ŋή", "Ν"),
    row('o', "оοօ", "øσό", "ОΟ"),
    row('p', "рρ", "", "РΡ"),
    row('q', "ԛզ", "", ""),
    row('r', "г", "", ""),
    row('s', "ѕ", "", "Ѕ"),
    row('t', "тτ", "ŧ", "ТΤ"),
    row('u', "υս", "μµцύ", ""),
    row('v', "νѵ", "", ""),
    row('w', "ωԝѡ", "шщώ", ""),
    row('x', "хχ", "", "ХΧ"),
    row('y', "уγ", "", "УΥ"),
    row('z', "", "з", "Ζ"),
];

/// Whether a reader takes `c`, a lower-case letter of another alphabet, for a Latin one.
#[must_use]
pub fn passes_for_latin(c: char) -> bool {
    LATIN.iter().any(|row| row.same.contains(c))
}

/// The small Latin letter that `c`, a letter of either case, is taken for.
#[must_use]
pub fn latin_letter(c: char) -> Option<char> {
    LATIN.iter().find(|row| row.same.contains(c) || row.capital.contains(c)).map(|row| row.latin)
}

/// The Latin letter that `c`, a lower-case letter, looks like or is similar to.
#[must_use]
pub fn similar_latin_letter(c: char) -> Option<char> {
    LATIN.iter().find(|row| row.same.contains(c) || row.similar.contains(c)).map(|row| row.latin)
}

#[cfg(test)]
mod tests {
    use super::{LATIN, latin_letter};

    #[test]
    fn no_letter_looks_like_two_latin_letters() {
        let all: Vec<char> = LATIN
            .iter()
            .flat_map(|row| [row.same, row.similar, row.capital])
            .flat_map(str::chars)
            .collect();
        let mut unique = all.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), all.len());
    }

    #[test]
    fn a_capital_counts_by_its_own_form() {
        let letters = "ВНΗνΝ".chars().map(latin_letter).collect::<Option<String>>();
        assert_eq!(letters.as_deref(), Some("bhhvn"));
    }
}
