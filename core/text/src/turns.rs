//! Decides for each line of a folded text who says it, where it is a chat as people paste it.

use std::collections::HashMap;

use crate::speakers::{LabelKind, LineStart, Speaker, line_start};

/// A line without its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// First byte after the label.
    pub start: usize,
    /// One past the last byte, with the line break.
    pub end: usize,
    /// Who says it.
    pub speaker: Speaker,
}

/// The lines of `text`, in order. Of a line that holds only a name, a time or a separator, the line
/// break is left.
///
/// Where a line is labelled 我, every other label is somebody else's. Where none is, a customer who
/// talks with an agent is the person; a buyer who talks with a seller may be either.
#[must_use]
pub fn turns(text: &str) -> Vec<Turn> {
    let labels = Labels::of(text);
    let mut turns = Vec::new();
    let mut speaker = Speaker::Unknown;
    let mut is_forwarded = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        let content = line.trim_end_matches('\n');
        // A line break alone still ends a sentence.
        let nothing = start + content.len();
        let words = match line_start(content) {
            LineStart::Label(length, name, kind) => match labels.speaker(name, kind) {
                Some(labelled) => {
                    (speaker, is_forwarded) = (labelled, false);
                    start + length
                }
                None => start,
            },
            LineStart::Forward => {
                (speaker, is_forwarded) = (Speaker::Other, true);
                nothing
            }
            LineStart::Empty if !is_forwarded => nothing,
            LineStart::Empty | LineStart::Separator => {
                (speaker, is_forwarded) = (Speaker::Unknown, false);
                nothing
            }
            LineStart::Time => nothing,
            LineStart::Words => start,
        };
        turns.push(Turn { start: words, end, speaker });
    }
    turns
}

/// What the labels of all lines show together.
struct Labels<'a> {
    /// A line is labelled 我.
    has_self: bool,
    /// A line is an agent's.
    has_agent: bool,
    /// Lines of each nickname.
    lines: HashMap<&'a str, usize>,
}

impl<'a> Labels<'a> {
    fn of(text: &'a str) -> Self {
        let mut out = Self { has_self: false, has_agent: false, lines: HashMap::new() };
        for line in text.lines() {
            if let LineStart::Label(_, name, kind) = line_start(line) {
                out.has_self |= kind == LabelKind::Myself;
                out.has_agent |= kind == LabelKind::Agent;
                if kind == LabelKind::Nickname {
                    *out.lines.entry(name).or_default() += 1;
                }
            }
        }
        out
    }

    /// The speaker with that label; `None` where the words before the colon are no label.
    fn speaker(&self, name: &str, kind: LabelKind) -> Option<Speaker> {
        match kind {
            LabelKind::Myself => Some(Speaker::Person),
            LabelKind::Customer if !self.has_self && self.has_agent => Some(Speaker::Person),
            LabelKind::Customer | LabelKind::Agent | LabelKind::Named => Some(Speaker::Other),
            LabelKind::Nickname => {
                let is_chat = self.has_self || self.lines.get(name).is_some_and(|lines| *lines > 1);
                is_chat.then_some(Speaker::Other)
            }
        }
    }
}
