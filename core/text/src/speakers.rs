//! Recognises speaker labels at the start of a line in a pasted chat ("我：", "[09:21] 客服：", or a
//! name and a time on a line of their own).
//!
//! Works on folded lines, in which a colon is full-width, brackets are commas and quotation marks are
//! gone. Must not depend on the lexicon: it knows only the names and titles that such labels carry.

use crate::timestamps::timestamp;

/// Longest name in a label, in characters.
const MAX_NAME: usize = 14;
/// Longest name that is a label even without a title and without a second line, in bytes: three
/// Chinese characters or nine Latin letters, since Latin names are longer.
const MAX_BARE_NAME_BYTES: usize = 9;
/// Ends a label in folded text.
const COLON: char = '：';
/// What brackets and commas become in folded text.
const COMMA: char = '，';

/// Labels under which the person who checks the text writes.
const SELF_LABELS: &[&str] = &["我", "本人", "自己", "我自己", "俺", "me", "机主", "受害人"];

/// Labels of a customer, who is the reader where an agent answers.
const CUSTOMER_LABELS: &[&str] =
    &["用户", "顾客", "客户", "买家", "消费者", "访客", "乙", "会员", "业主"];

/// Words in the label of an agent who serves customers.
const AGENT_WORDS: &[&str] = &[
    "客服",
    "专员",
    "坐席",
    "接待",
    "小二",
    "工作人员",
    "理赔",
    "快递",
    "平台",
    "商家",
    "店家",
    "售后",
];

/// Titles in the labels of whoever talks to the person.
const TITLES: &[&str] = &[
    "老师", "经理", "主管", "警官", "民警", "对方", "卖家", "骗子", "导师", "助理", "群主", "管理",
    "女士", "先生", "主任",
];

/// Words that precede a colon but are no speaker: "加微信：", "温馨提示：".
const NON_SPEAKER_WORDS: &[&str] = &[
    "加",
    "扫",
    "微信",
    "v信",
    "qq",
    "点击",
    "联系",
    "请",
    "电话",
    "地址",
    "号",
    "如下",
    "方式",
    "链接",
    "网址",
    "骗",
    "诈",
    "警",
    "案",
    "通知",
    "提醒",
    "提示",
    "公告",
    "短信",
    "收款",
    "金额",
    "户名",
    "备注",
    "时间",
    "日期",
    "主题",
    "附件",
    "开户行",
];

/// Words of a line that introduces somebody else's message.
const FORWARD_WORDS: &[&str] =
    &["转发", "聊天记录", "原话", "原文", "短信内容", "发来的", "发给我的", "对方发的"];
/// Longest such line, in characters.
const MAX_FORWARD_LINE: usize = 14;

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

/// The kind of a speaker label by its name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// The person who checks the text.
    Myself,
    /// A customer.
    Customer,
    /// An agent who serves customers.
    Agent,
    /// A title or a short name.
    Named,
    /// A longer name: a speaker only where the text is a chat.
    Nickname,
}

/// What the start of a folded line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineStart<'a> {
    /// A speaker label: its length in bytes and its name.
    Label(usize, &'a str, LabelKind),
    /// A line that introduces somebody else's message.
    Forward,
    /// A line of dashes, which separates a quote from the answer.
    Separator,
    /// An empty line.
    Empty,
    /// A time alone.
    Time,
    /// Words.
    Words,
}

/// What `line`, without its line break, starts with.
#[must_use]
pub fn line_start(line: &str) -> LineStart<'_> {
    if line.is_empty() {
        return LineStart::Empty;
    }
    if line.chars().all(|c| matches!(c, '-' | '=' | '_' | ' ')) {
        return LineStart::Separator;
    }
    let mut rest = skip_count(line.trim_start_matches(COMMA));
    if let Some(length) = timestamp(rest) {
        rest = rest[length..].trim_start_matches([COMMA, ' ']);
        if rest.is_empty() {
            return LineStart::Time;
        }
    }
    let skipped = line.len() - rest.len();
    if line.chars().count() <= MAX_FORWARD_LINE && FORWARD_WORDS.iter().any(|w| line.contains(w)) {
        return LineStart::Forward;
    }
    match label(rest) {
        Some((length, name, kind)) => LineStart::Label(skipped + length, name, kind),
        None => LineStart::Words,
    }
}

/// The label at the start of `text`: its length with the colon, its name and its kind.
fn label(text: &str) -> Option<(usize, &str, LabelKind)> {
    let mut ends = text.char_indices().take(MAX_NAME + 2);
    let (at, length) = ends.find_map(|(at, c)| {
        if c == COLON {
            return Some((at, at + c.len_utf8()));
        }
        // A name and a time, and nothing else or a colon behind them.
        let length = timestamp(&text[at..])?;
        let rest = text[at + length..].trim_start_matches([COMMA, ' ']);
        let colon = rest.starts_with(COLON);
        let end = text.len() - rest.len() + if colon { COLON.len_utf8() } else { 0 };
        (rest.is_empty() || colon).then_some((at, end))
    })?;
    let name = text[..at].trim_matches(|c: char| !c.is_alphanumeric());
    let characters = name.chars().count();
    // One comma: a bracket with an office behind the name.
    let commas = name.matches(COMMA).count();
    let is_bracketed = commas == 1 && text[..at].ends_with(COMMA);
    let has_letter = name.contains(char::is_alphabetic);
    if !has_letter || characters > MAX_NAME || commas > 0 && !is_bracketed {
        return None;
    }
    let is_field = |word: &&str| name.starts_with(*word) || name.ends_with(*word);
    if name.starts_with("http") || NON_SPEAKER_WORDS.iter().any(is_field) {
        return None;
    }
    // "请联系qq客服" is no agent; "栗子不加糖的店" is somebody where the text is a chat.
    let holds_word = NON_SPEAKER_WORDS.iter().any(|word| name.contains(word));
    Some((length, name, if holds_word { LabelKind::Nickname } else { kind(name) }))
}

fn kind(name: &str) -> LabelKind {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if SELF_LABELS.contains(&name) {
        LabelKind::Myself
    } else if CUSTOMER_LABELS.iter().any(|label| name.starts_with(label)) {
        LabelKind::Customer
    } else if has(AGENT_WORDS) {
        LabelKind::Agent
    } else if has(TITLES) || name.len() <= MAX_BARE_NAME_BYTES {
        LabelKind::Named
    } else {
        LabelKind::Nickname
    }
}

/// `text` without a count of one or two digits and a full stop or comma at its start.
fn skip_count(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let after = rest.strip_prefix(['.', '、', COMMA]).filter(|_| (1..=2).contains(&digits));
    after.map_or(text, str::trim_start)
}
