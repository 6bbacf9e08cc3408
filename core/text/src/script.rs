//! Tells in which script a text is written.

use yanka_types::chars::is_han;

use crate::char_folding::simplified;

/// One Chinese character in so many, at least, has another Simplified form in a Traditional text.
/// Running Traditional text has about one in three; names and quotes in a Simplified one have fewer.
const TRADITIONAL_SHARE: usize = 8;

/// The script of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Chinese in Simplified characters.
    Simplified,
    /// Chinese in Traditional characters.
    Traditional,
    /// Hardly any Chinese.
    Other,
}

impl Script {
    /// The script of `text`: Chinese where at least a third of its letters are.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let han = text.chars().filter(|c| is_han(*c)).count();
        let traditional = text.chars().filter(|c| is_han(*c) && simplified(*c) != *c).count();
        if han == 0 || han * 3 < letters {
            Self::Other
        } else if traditional * TRADITIONAL_SHARE >= han {
            Self::Traditional
        } else {
            Self::Simplified
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Script;

    #[test]
    fn a_text_has_the_script_of_most_of_its_letters() {
        for (text, script) in [
            ("您的快递丢了，请下载会议软件", Script::Simplified),
            ("您的快遞遺失，請下載會議軟件", Script::Traditional),
            ("老街的“豬肉榮”今天关门，明天照常营业，要订货的街坊请打店里电话", Script::Simplified),
            ("Your parcel is held, pay 0.35", Script::Other),
            ("加我QQ3051客服", Script::Simplified),
            ("123", Script::Other),
        ] {
            assert_eq!(Script::of(text), script, "{text}");
        }
    }
}
