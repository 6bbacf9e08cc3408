//! Decides how each frame is meant: asked of the reader now, forbidden, told of others, told by the
//! person it happened to, or asked about.
//!
//! A clause is excused, never a document: scams quote police warnings, so what a warning says in
//! one clause excuses nothing in the next that speaks to "you". Which words do what is the
//! lexicon's affair, in frames whose kind is `mode`; this file knows only their names.

use super::clause_segmentation::{Boundary, ClauseSegment};
use super::lexicon::Lexicon;
use super::pattern_matcher::PatternMatch;
use super::speakers::Speaker;

/// How a frame is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Said to the reader, now.
    Live,
    /// Told by the person it happened to: "客服让我…".
    Retold,
    /// Forbidden or denied: "请勿…", "不会要求您…".
    Forbidden,
    /// Told of liars in general, or of somebody else.
    Told,
    /// A question without anyone asking for it.
    Asked,
    /// The person's own offer or question in a chat.
    Own,
}

/// A "do not" reaches this many bytes to the right.
const NOT_REACH: usize = 60;

/// The mode frames of one clause.
#[derive(Clone, Copy, Default)]
struct Marks {
    villain: bool,
    third: bool,
    live: bool,
    retold: bool,
    question: bool,
    you: bool,
    list: bool,
    not: bool,
    general: bool,
    verdict: bool,
    tale: bool,
    mine: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Teller {
    Live,
    Retold,
    Villain,
    Third,
}

/// Numbers of the mode frames in a lexicon.
pub struct ModeFrames {
    names: Vec<Option<&'static str>>,
    negatable: Vec<bool>,
}

const NAMES: [&str; 14] = [
    "not", "turn", "villain", "third", "live", "retold", "question", "you", "list", "general",
    "verdict", "tale", "deny", "mine",
];
/// "Is not" reaches this many bytes to the right.
const DENY_REACH: usize = 6;

impl ModeFrames {
    /// Looks the names up once.
    #[must_use]
    pub fn of(lexicon: &Lexicon) -> Self {
        let name = |id: &str| {
            let name = id.strip_prefix("mode.")?;
            NAMES.iter().copied().find(|n| *n == name)
        };
        Self {
            names: lexicon.frames().iter().map(|f| name(&f.id)).collect(),
            negatable: lexicon.frames().iter().map(|f| f.negatable).collect(),
        }
    }

    fn name(&self, raw: &PatternMatch) -> Option<&'static str> {
        self.names.get(usize::from(raw.frame)).copied().flatten()
    }

    /// Whether a "do not" excuses the frame.
    fn negatable(&self, raw: &PatternMatch) -> bool {
        self.negatable.get(usize::from(raw.frame)).copied().unwrap_or(true)
    }
}

/// One frame with its clause and mode.
#[derive(Clone, Copy, Debug)]
pub struct Meant {
    /// The frame.
    pub raw: PatternMatch,
    /// Number of the clause it begins in.
    pub clause: usize,
    /// How it is meant.
    pub mode: Mode,
}

/// Gives every frame of `raws` that is no mode its clause and mode.
#[must_use]
pub fn meant(names: &ModeFrames, pieces: &[ClauseSegment], raws: &[PatternMatch]) -> Vec<Meant> {
    let clause_of = |at: usize| pieces.partition_point(|p| p.start <= at).saturating_sub(1);
    let mut marks = vec![Marks::default(); pieces.len()];
    let mut nots: Vec<(usize, usize)> = Vec::new();
    let mut turns: Vec<usize> = Vec::new();
    let mut denials: Vec<usize> = Vec::new();
    for raw in raws {
        let Some(name) = names.name(raw) else { continue };
        let Some(mark) = marks.get_mut(clause_of(raw.start)) else { continue };
        match name {
            "not" => {
                mark.not = true;
                nots.push((raw.start, raw.end));
            }
            "turn" => turns.push(raw.start),
            "deny" => denials.push(raw.end),
            "tale" => mark.tale = true,
            "mine" => mark.mine = true,
            "villain" => mark.villain = true,
            "third" => mark.third = true,
            "live" => mark.live = true,
            "retold" => mark.retold = true,
            "question" => mark.question = true,
            "you" => mark.you = true,
            "general" => mark.general = true,
            "verdict" => mark.verdict = true,
            _ if pieces.get(clause_of(raw.start)).is_some_and(|p| raw.start <= p.start + 6) => {
                mark.list = true;
            }
            _ => {}
        }
    }
    nots.sort_unstable();
    turns.sort_unstable();
    denials.sort_unstable();
    let tellers = tellers(pieces, &marks);
    let forbidding = forbidding(pieces, &marks);
    let mut out = Vec::with_capacity(raws.len());
    for raw in raws.iter().filter(|r| names.name(r).is_none()) {
        let clause = clause_of(raw.start);
        let (Some(piece), Some(mark)) = (pieces.get(clause), marks.get(clause)) else { continue };
        let last = clause_of(raw.end.saturating_sub(1).max(raw.start));
        let denial = denials.partition_point(|d| *d <= raw.start).checked_sub(1);
        let denied =
            denial.and_then(|d| denials.get(d)).is_some_and(|d| d + DENY_REACH >= raw.start);
        let next = denials.partition_point(|d| *d <= raw.start);
        let denied = denied || denials.get(next).is_some_and(|d| *d < raw.end);
        let forbidden = denied
            || names.negatable(raw)
                && (is_forbidden(raw, piece, &nots, &turns)
                    || forbidding.get(clause).copied().unwrap_or(false)
                    || (last > clause
                        && pieces.get(last).is_some_and(|p| is_forbidden(raw, p, &nots, &turns))));
        let teller = tellers.get(clause).copied().unwrap_or(Teller::Live);
        let mode = if forbidden {
            Mode::Forbidden
        } else if mark.retold {
            Mode::Retold
        } else {
            match teller {
                Teller::Villain | Teller::Third => Mode::Told,
                _ if demanding(pieces, &marks, clause) => Mode::Own,
                Teller::Retold => Mode::Retold,
                Teller::Live if piece.speaker == Speaker::Person => Mode::Own,
                Teller::Live if mark.question && !mark.you => Mode::Asked,
                Teller::Live
                    if piece.is_question && !mark.you && !speaking(pieces, &marks, clause) =>
                {
                    Mode::Asked
                }
                Teller::Live => Mode::Live,
            }
        };
        out.push(Meant { raw: *raw, clause, mode });
    }
    out.sort_by_key(|m| (m.raw.start, m.raw.end));
    out
}

/// Whether the sentence of a clause speaks to the reader somewhere: "每月扣五百，您看现在取消吗？" asks
/// for something, it does not ask about it.
fn speaking(pieces: &[ClauseSegment], marks: &[Marks], clause: usize) -> bool {
    sentence_of(pieces, marks, clause).iter().any(|m| m.live || m.you)
}

/// Whether the sentence of a clause is a customer's demand: "怎么又扣我25块，不退我就投诉".
fn demanding(pieces: &[ClauseSegment], marks: &[Marks], clause: usize) -> bool {
    sentence_of(pieces, marks, clause).iter().any(|m| m.mine)
}

/// The marks of the clauses that share a sentence with `clause`.
fn sentence_of<'a>(pieces: &[ClauseSegment], marks: &'a [Marks], clause: usize) -> &'a [Marks] {
    let Some(sentence) = pieces.get(clause).map(|p| p.sentence) else { return &[] };
    let first = pieces.partition_point(|p| p.sentence < sentence);
    let last = pieces.partition_point(|p| p.sentence <= sentence);
    marks.get(first..last).unwrap_or(&[])
}

/// Who tells each clause. What one sentence tells of liars goes on in the next only while that
/// one speaks to nobody.
fn tellers(pieces: &[ClauseSegment], marks: &[Marks]) -> Vec<Teller> {
    let mut out = vec![Teller::Live; pieces.len()];
    let mut state = Teller::Live;
    let mut speaker = Speaker::Unknown;
    let mut at = 0;
    while at < pieces.len() {
        let sentence = pieces[at].sentence;
        let end = at + pieces[at..].partition_point(|p| p.sentence <= sentence);
        let all = &marks[at..end];
        if pieces[at].speaker != speaker {
            speaker = pieces[at].speaker;
            state = Teller::Live;
        }
        let live = all.iter().any(|m| m.live);
        let speaks = live || all.iter().any(|m| m.you);
        let tale = all.iter().any(|m| m.tale);
        if (speaks || !tale) && state != Teller::Retold {
            state = Teller::Live;
        }
        let verdict = all.iter().any(|m| m.verdict);
        let general = all.iter().any(|m| m.general || m.villain);
        let retold = all.iter().any(|m| m.retold);
        let villain = all.iter().any(|m| m.villain);
        let doomed = verdict && (general || !speaks && !live) || villain && !speaks && !live;
        if doomed && !retold {
            out[at..end].fill(Teller::Villain);
            state = Teller::Villain;
            // "客服帮您取消扣费？都是诈骗。": the verdict answers the question before it.
            let asked = at > 0 && pieces[at - 1].is_question && all[0].verdict;
            if asked {
                let before = pieces[at - 1].sentence;
                let from = pieces[..at].partition_point(|p| p.sentence < before);
                out[from..at].fill(Teller::Villain);
            }
        } else {
            for (mark, teller) in all.iter().zip(&mut out[at..end]) {
                state = next(state, mark);
                *teller = state;
            }
        }
        at = end;
    }
    out
}

const fn next(state: Teller, mark: &Marks) -> Teller {
    if mark.retold {
        Teller::Retold
    } else if mark.villain {
        Teller::Villain
    } else if mark.live {
        match state {
            Teller::Retold => Teller::Retold,
            _ => Teller::Live,
        }
    } else if mark.third {
        Teller::Third
    } else {
        state
    }
}

/// Clauses that go on with a list that a "do not" opened.
fn forbidding(pieces: &[ClauseSegment], marks: &[Marks]) -> Vec<bool> {
    let mut out = vec![false; pieces.len()];
    for at in 1..pieces.len() {
        let (piece, mark, before) = (&pieces[at], &marks[at], &marks[at - 1]);
        let opened = before.not || out[at - 1];
        let goes_on = match piece.boundary {
            Boundary::Sentence => false,
            Boundary::Enumeration => true,
            Boundary::Comma => mark.list || (mark.general && before.general),
        };
        out[at] = opened && goes_on && !mark.live;
    }
    out
}

/// Whether a "do not" of the same clause stands before the frame, or in it, and nothing turns it.
fn is_forbidden(
    raw: &PatternMatch,
    piece: &ClauseSegment,
    nots: &[(usize, usize)],
    turns: &[usize],
) -> bool {
    let first = nots.partition_point(|n| n.0 < piece.start);
    let inside = nots[first..].iter().take_while(|n| n.0 < piece.end.min(raw.end));
    inside.clone().any(|&(start, end)| {
        let near = end + NOT_REACH >= raw.start;
        let turn = turns.partition_point(|t| *t < end);
        let turned = turns.get(turn).is_some_and(|t| *t <= raw.start && start < raw.start);
        near && !turned
    })
}
