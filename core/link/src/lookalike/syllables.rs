//! Decides whether letters are a sequence of whole Hanyu Pinyin syllables.
//!
//! A misspelled brand name that is valid pinyin may be another company's name, so it needs more
//! evidence. Knows no brand and no character: `yanka_types::pinyin` has the readings of characters;
//! eight of them are excluded here, see `EXCLUDED_READINGS`. The generator of the tests has a table
//! of its own, because it must not depend on the detectors.

use crate::FastSet;
use std::sync::LazyLock;

/// Most bytes of a text: the bits of a `u64` less one; also RFC 1035, 2.3.4 (a label).
const MAX_BYTES: usize = 63;

/// Most bytes of a syllable: `zhuang`.
const MAX_SYLLABLE: usize = 6;

/// Each initial with its finals: ISO 7098 without tones. ü is `v` after n and l (keyboard spelling, not
/// ISO 7098) and `u` after j, q, x and y. The spellings `lue`, `nue`, `lyu` and `nyu` are not accepted.
const SYLLABLES: &[(&str, &str)] = &[
    ("", "a ai an ang ao e ei en eng er o ou"),
    ("b", "a ai an ang ao ei en eng i ian iao ie in ing o u"),
    ("p", "a ai an ang ao ei en eng i ian iao ie in ing o ou u"),
    ("m", "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u"),
    ("f", "a an ang ei en eng o ou u"),
    ("d", "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo"),
    ("t", "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo"),
    ("n", "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve"),
    ("l", "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve"),
    ("g", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("k", "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo"),
    ("h", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("j", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("q", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("x", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("zh", "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo"),
    ("ch", "a ai an ang ao e en eng i ong ou u uai uan uang ui un uo"),
    ("sh", "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo"),
    ("r", "an ang ao e en eng i ong ou u uan ui un uo"),
    ("z", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("c", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("s", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("y", "a an ang ao e i in ing o ong ou u uan ue un"),
    ("w", "a ai an ang ei en eng o u"),
];

/// Whether `text`, in lower case, consists of whole syllables. False for an empty text and for more
/// than [`MAX_BYTES`].
pub(super) fn is_pinyin(text: &str) -> bool {
    if text.is_empty() || text.len() > MAX_BYTES {
        return false;
    }
    // Bit i is set where whole syllables end at byte i.
    let mut reached = 1_u64;
    for at in 0..text.len() {
        if reached & (1 << at) != 0 {
            for len in 1..=MAX_SYLLABLE.min(text.len() - at) {
                if text.get(at..at + len).is_some_and(is_syllable)
                    && is_clear_boundary(text, at, len)
                {
                    reached |= 1 << (at + len);
                }
            }
        }
    }
    reached & (1 << text.len()) != 0
}

/// Whether the syllable of `len` bytes at `at` may follow the text before it without an apostrophe.
///
/// ISO 7098 puts an apostrophe before a syllable that begins with a vowel. Names leave it out after a
/// consonant, as which `v` counts, and before `an`, `ai` and `er`. A syllable of one letter (`a`, `e`,
/// `o`) stands at the start only. Empirical; no measurement recorded.
fn is_clear_boundary(text: &str, at: usize, len: usize) -> bool {
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let bytes = text.as_bytes();
    if at == 0 || !vowel(bytes[at]) {
        return true;
    }
    let syllable = &text[at..at + len];
    syllable.len() > 1 && (!vowel(bytes[at - 1]) || matches!(syllable, "an" | "ai" | "er"))
}

/// All syllables, about 400.
static ALL: LazyLock<FastSet<String>> = LazyLock::new(|| {
    let of = |(initial, finals): &(&'static str, &'static str)| {
        let initial = *initial;
        finals.split(' ').map(move |f| [initial, f].concat())
    };
    SYLLABLES.iter().flat_map(of).collect()
});

fn is_syllable(text: &str) -> bool {
    ALL.contains(text)
}

#[cfg(test)]
mod tests {
    use super::{is_pinyin, is_syllable};

    /// Readings of interjections, dialect words and rare characters, which occur in no name.
    const EXCLUDED_READINGS: &[&str] = &["chua", "fiao", "hm", "lo", "m", "n", "nun", "rua"];

    #[test]
    fn only_the_excluded_readings_are_missing() {
        let mut others: Vec<String> = ('\u{4e00}'..='\u{9fff}')
            .filter_map(yanka_types::pinyin::reading)
            .map(|reading| reading.replace('ü', "v"))
            .filter(|reading| !is_syllable(reading))
            .collect();
        others.sort_unstable();
        others.dedup();
        assert_eq!(others, EXCLUDED_READINGS);
    }

    #[test]
    fn whole_syllables_are_pinyin_and_other_letters_are_not() {
        for good in ["taobao", "weixing", "zhongguo", "xian", "nvren", "kuaidi", "haier", "pingan"]
        {
            assert!(is_pinyin(good), "{good}");
        }
        for bad in ["tobao", "alipay", "wexin", "", "jd", "taobaoo1", "taobaoo", "taobaao"] {
            assert!(!is_pinyin(bad), "{bad}");
        }
    }
}
