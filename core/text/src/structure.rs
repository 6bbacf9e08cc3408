//! Cuts a folded text into messages, sentences and clauses, and says whose message each is.
//!
//! It looks at marks, line heads and dates; it knows no rule word beyond the names speakers bear.

use super::char_folding::is_han;
use super::normalize::NormalizedText;

/// Who wrote a message, as far as the paste shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speaker {
    /// Not shown.
    #[default]
    Unknown,
    /// The person: "我：".
    Person,
    /// Whoever speaks to the person: "客服：", a name.
    Other,
}

/// What stands before a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// A sentence begins.
    Sentence,
    /// A comma or another weak mark.
    Comma,
    /// The mark of a list: 、
    List,
}

/// A clause of the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What stands before it.
    pub before: Before,
    /// Number of its sentence.
    pub sentence: usize,
    /// Whose words they are.
    pub speaker: Speaker,
    /// Whether its sentence ends as a question.
    pub asked: bool,
}

/// A sentence without end is cut at the next weak mark after this many bytes …
const SENTENCE_LONG: usize = 360;
/// … and anywhere after this many.
const SENTENCE_MOST: usize = 900;
/// Spaces cut clauses where the runs between them have this many bytes on average.
const SOFT_RUN: usize = 12;

/// Speech that a machine wrote down has no marks: a clause longer than this is cut where one of
/// [`TURNS`] begins, so that an excuse reaches no further than it was meant.
const SPEECH_LONG: usize = 120;
/// … and no piece gets shorter than this.
const SPEECH_LEAST: usize = 30;

/// Words with which a speaker goes on to the next thing.
const TURNS: &[&str] = &[
    "然后",
    "现在",
    "那您",
    "那你",
    "请您",
    "请你",
    "您先",
    "你先",
    "所以",
    "但是",
    "就是说",
    "这样",
    "您看",
    "麻烦您",
    "我们现在",
    "为了",
    "接下来",
    "的话",
    "您把",
    "你把",
    "您点",
    "你点",
    "我给您",
];

const PERSON: &[&str] =
    &["我", "本人", "自己", "用户", "顾客", "客户", "买家", "消费者", "me", "机主", "受害人", "乙"];

/// Cuts `normal`.
#[must_use]
pub fn pieces(normal: &NormalizedText) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut sentence = 0;
    let mut speaker = Speaker::Unknown;
    let mut at = 0;
    for line in normal.text.split_inclusive('\n') {
        let (head, who) = line_head(line);
        if let Some(who) = who {
            speaker = who;
        }
        sentences(normal, at + head, at + line.len(), speaker, &mut sentence, &mut out);
        at += line.len();
    }
    out
}

/// Length of a speaker's name at the head of a line, and who it is.
fn line_head(line: &str) -> (usize, Option<Speaker>) {
    let head: usize = line.chars().take(14).take_while(|c| *c != '：').map(char::len_utf8).sum();
    if line.get(head..).is_none_or(|rest| !rest.starts_with('：')) {
        return (0, None);
    }
    let name = line[..head].trim_matches(|c: char| !c.is_alphanumeric());
    let asks = ASKING.iter().any(|a| name.contains(a));
    let short = !asks && name.chars().count() <= 8 && !name.is_empty() && !name.contains('，');
    if !short || name.starts_with("http") {
        return (0, None);
    }
    let who = if PERSON.contains(&name) { Speaker::Person } else { Speaker::Other };
    let speaks =
        who == Speaker::Person || NAMES.iter().any(|n| name.contains(n)) || name.len() <= 9;
    if speaks { (head + '：'.len_utf8(), Some(who)) } else { (0, None) }
}

/// What a name does not hold, but "加微信：" does.
const ASKING: &[&str] = &[
    "加", "扫", "微信", "v信", "qq", "点击", "联系", "请", "电话", "地址", "号", "如下", "方式",
    "链接", "网址", "骗", "诈", "警", "案", "通知", "提醒", "提示", "公告", "短信",
];

const NAMES: &[&str] = &[
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

fn sentences(
    normal: &NormalizedText,
    start: usize,
    end: usize,
    speaker: Speaker,
    count: &mut usize,
    out: &mut Vec<Piece>,
) {
    let text = &normal.text[start..end];
    let mut from = start;
    for (i, c) in text.char_indices() {
        let here = start + i;
        let long = here - from;
        let stop = matches!(c, '。' | '！' | '？' | '；' | '\n') || is_full_stop(c, text, i);
        let line_ended = normal.line_ends.binary_search_by(|l| (*l as usize).cmp(&here)).is_ok();
        if line_ended && long > SENTENCE_LONG {
            clauses(normal, from, here, speaker, *count, false, out);
            *count += 1;
            from = here;
        }
        let long = here - from;
        let late = long > SENTENCE_LONG && matches!(c, '，' | '、' | '：');
        if stop || late || long > SENTENCE_MOST {
            let to = if stop || late { here } else { here + c.len_utf8() };
            clauses(normal, from, to, speaker, *count, c == '？', out);
            *count += 1;
            from = here + c.len_utf8();
        }
    }
    if from < end {
        clauses(normal, from, end, speaker, *count, false, out);
        *count += 1;
    }
}

fn is_full_stop(c: char, text: &str, at: usize) -> bool {
    c == '.'
        && !text[at + 1..].starts_with(|n: char| n.is_ascii_alphanumeric())
        && text[..at].ends_with(|p: char| is_han(p) || p.is_ascii_alphanumeric())
}

fn clauses(
    normal: &NormalizedText,
    start: usize,
    end: usize,
    speaker: Speaker,
    sentence: usize,
    asked: bool,
    out: &mut Vec<Piece>,
) {
    let soft = soft_in(normal, start, end);
    let cut_soft = !soft.is_empty() && (end - start) / (soft.len() + 1) >= SOFT_RUN;
    let ends_line = |at: &u32| normal.line_ends.binary_search(at).is_ok();
    let cuts = |at: &&u32| cut_soft || ends_line(at);
    let mut soft = soft.iter().filter(cuts).map(|s| *s as usize).peekable();
    let mut before = Before::Sentence;
    let mut from = start;
    let mut push = |from: &mut usize, to: usize, before: Before| {
        let mut before = before;
        for cut in turns(&normal.text, *from, to) {
            out.push(Piece { start: *from, end: cut, before, sentence, speaker, asked });
            (*from, before) = (cut, Before::Comma);
        }
        if to > *from {
            out.push(Piece { start: *from, end: to, before, sentence, speaker, asked });
        }
    };
    for (i, c) in normal.text[start..end].char_indices() {
        let here = start + i;
        if soft.next_if(|s| *s <= here).is_some() && here > from {
            push(&mut from, here, before);
            from = here;
            before = Before::Comma;
        }
        if matches!(c, '，' | '：' | '、') {
            push(&mut from, here, before);
            from = here + c.len_utf8();
            before = if c == '、' { Before::List } else { Before::Comma };
        }
    }
    push(&mut from, end, before);
}

/// Where an unmarked run of speech turns to the next thing; nothing in a clause of ordinary length.
fn turns(text: &str, start: usize, end: usize) -> Vec<usize> {
    let mut cuts = Vec::new();
    if end.saturating_sub(start) <= SPEECH_LONG {
        return cuts;
    }
    let mut last = start;
    for (i, _) in text[start..end].char_indices() {
        let here = start + i;
        let apart = here >= last + SPEECH_LEAST && end >= here + SPEECH_LEAST;
        if apart && TURNS.iter().any(|t| text[here..end].starts_with(t)) {
            cuts.push(here);
            last = here;
        }
    }
    cuts
}

fn soft_in(normal: &NormalizedText, start: usize, end: usize) -> &[u32] {
    let first = normal.soft_breaks.partition_point(|s| (*s as usize) <= start);
    let last = normal.soft_breaks.partition_point(|s| (*s as usize) < end);
    normal.soft_breaks.get(first..last.max(first)).unwrap_or(&[])
}
