//! Decides whether letters read as whole syllables of Hanyu Pinyin.
//!
//! A misspelt name that is good pinyin is somebody's name: by itself it imitates nobody.

use crate::QuickSet;
use std::sync::LazyLock;

/// Finals that each initial takes (ISO 7098, without tones; ü as v or u).
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

/// Whether `text`, lower-case ASCII, is one syllable after another.
pub(super) fn reads(text: &str) -> bool {
    // Places that whole syllables reach, as bits; labels are at most 63 bytes.
    if text.is_empty() || text.len() > 63 {
        return false;
    }
    let mut reached = 1_u64;
    for at in 0..text.len() {
        if reached & (1 << at) != 0 {
            for len in 1..=6.min(text.len() - at) {
                if text.get(at..at + len).is_some_and(is_syllable) && parts_clearly(text, at, len) {
                    reached |= 1 << (at + len);
                }
            }
        }
    }
    reached & (1 << text.len()) != 0
}

/// Inside a word a syllable that begins with a vowel needs a consonant before it; without one it is
/// written with an apostrophe, which names leave out only before `an`, `ai` and `er`.
fn parts_clearly(text: &str, at: usize, len: usize) -> bool {
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let bytes = text.as_bytes();
    if at == 0 || !vowel(bytes[at]) {
        return true;
    }
    let syllable = &text[at..at + len];
    syllable.len() > 1 && (!vowel(bytes[at - 1]) || matches!(syllable, "an" | "ai" | "er"))
}

/// Every syllable, written out: some four hundred.
static WHOLE: LazyLock<QuickSet<String>> = LazyLock::new(|| {
    let of = |(initial, finals): &(&'static str, &'static str)| {
        let initial = *initial;
        finals.split(' ').map(move |f| [initial, f].concat())
    };
    SYLLABLES.iter().flat_map(of).collect()
});

fn is_syllable(text: &str) -> bool {
    WHOLE.contains(text)
}

#[cfg(test)]
mod tests {
    use super::reads;

    #[test]
    fn pinyin_reads_and_other_letters_do_not() {
        for good in ["taobao", "weixing", "zhongguo", "xian", "nvren", "kuaidi", "haier", "pingan"]
        {
            assert!(reads(good), "{good}");
        }
        for bad in ["tobao", "alipay", "wexin", "", "jd", "taobaoo1", "taobaoo", "taobaao"] {
            assert!(!reads(bad), "{bad}");
        }
    }
}
