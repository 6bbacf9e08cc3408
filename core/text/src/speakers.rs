//! Recognises speaker labels at the start of a line in a pasted chat ("我：", "客服：").
//!
//! Must not depend on the lexicon: it knows only the names and titles that such labels carry.

/// Longest label that is searched for, in characters before the colon.
const MAX_LABEL_SCAN: usize = 14;
/// Longest label, in characters, without the marks around it.
const MAX_LABEL: usize = 8;
/// Longest label that counts as a name even without a title, in bytes: three Chinese characters or
/// nine Latin letters, since Latin names are longer.
const MAX_BARE_NAME_BYTES: usize = 9;
/// Ends a label in folded text.
const COLON: char = '：';

/// Labels under which the person who checks the text writes.
const USER_LABELS: &[&str] =
    &["我", "本人", "自己", "用户", "顾客", "客户", "买家", "消费者", "me", "机主", "受害人", "乙"];

/// Titles in the labels of whoever talks to that person.
const TITLES: &[&str] = &[
    "客服",
    "专员",
    "老师",
    "经理",
    "主管",
    "理赔",
    "工作人员",
    "警官",
    "民警",
    "对方",
    "商家",
    "卖家",
    "店家",
    "骗子",
    "导师",
    "助理",
    "接待",
    "快递",
    "平台",
    "群主",
    "管理",
    "女士",
    "先生",
    "主任",
];

/// Words that precede a colon but are no speaker: "加微信：", "温馨提示：".
const NON_SPEAKER_WORDS: &[&str] = &[
    "加", "扫", "微信", "v信", "qq", "点击", "联系", "请", "电话", "地址", "号", "如下", "方式",
    "链接", "网址", "骗", "诈", "警", "案", "通知", "提醒", "提示", "公告", "短信",
];

/// Who wrote a message, as far as the pasted text shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speaker {
    /// No label.
    #[default]
    Unknown,
    /// The person who checks the text: "我：".
    Person,
    /// Whoever talks to that person: "客服：", a name.
    Other,
}

/// The speaker label of a folded `line`: its length in bytes with the colon, and the speaker.
/// `None` where the line has no label.
#[must_use]
pub fn speaker_label(line: &str) -> Option<(usize, Speaker)> {
    let scanned = line.chars().take(MAX_LABEL_SCAN);
    let length: usize = scanned.take_while(|c| *c != COLON).map(char::len_utf8).sum();
    if !line.get(length..)?.starts_with(COLON) {
        return None;
    }
    let name = line[..length].trim_matches(|c: char| !c.is_alphanumeric());
    let fits = !name.is_empty() && name.chars().count() <= MAX_LABEL && !name.contains('，');
    let excluded =
        name.starts_with("http") || NON_SPEAKER_WORDS.iter().any(|word| name.contains(word));
    if !fits || excluded {
        return None;
    }
    let end = length + COLON.len_utf8();
    if USER_LABELS.contains(&name) {
        return Some((end, Speaker::Person));
    }
    let is_name =
        name.len() <= MAX_BARE_NAME_BYTES || TITLES.iter().any(|title| name.contains(title));
    is_name.then_some((end, Speaker::Other))
}
