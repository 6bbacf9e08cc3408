//! Maps positions of a folded text back to the original.
//!
//! Data of one folded text; `fold` makes it.

use std::borrow::Cow;
use yanka_types::Span;

/// A folded text, and where each piece of it comes from.
pub(super) struct Folded<'a> {
    /// The folded text; the original where nothing changed.
    pub text: Cow<'a, str>,
    /// In order; empty where nothing changed.
    pub pieces: Vec<Piece>,
}

/// What folding changed; every change but [`Fold::Unchanged`] is a signal of the link around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// The piece is a copy.
    Unchanged,
    /// A full-width character became an ASCII one.
    FullWidth,
    /// A spelled-out or foreign dot became a dot.
    Dot,
    /// Invisible characters were dropped before the piece.
    Invisible,
    /// A line break was dropped before the piece.
    LineBreak,
}

/// A range of the folded text that comes from one range of the original.
pub(super) struct Piece {
    /// First byte in the folded text.
    pub folded: usize,
    /// First byte in the original.
    pub original: usize,
    /// One past the last byte in the original.
    pub original_end: usize,
    pub fold: Fold,
}

impl Piece {
    /// Whether the piece is one character that replaces a range of the original.
    pub const fn is_replacement(&self) -> bool {
        matches!(self.fold, Fold::FullWidth | Fold::Dot)
    }
}

impl Folded<'_> {
    /// The span of the original text that became `start..end` of the folded text.
    pub fn original_span(&self, start: usize, end: usize) -> Span {
        if self.pieces.is_empty() {
            return Span::new(start, end);
        }
        let first = self.piece_at(start);
        let last = self.piece_at(end.saturating_sub(1).max(start));
        let from = match first.is_replacement() {
            true => first.original,
            false => first.original + (start - first.folded),
        };
        let to = match last.is_replacement() {
            true => last.original_end,
            false => (last.original + (end - last.folded)).min(last.original_end),
        };
        Span::new(from.min(to), to)
    }

    /// The changes inside `start..end` of the folded text, with their spans in the original.
    pub fn changes(&self, start: usize, end: usize) -> impl Iterator<Item = (Fold, Span)> + '_ {
        let from = self.pieces.partition_point(|p| p.folded <= start).saturating_sub(1);
        self.pieces[from..]
            .iter()
            .enumerate()
            .take_while(move |(_, p)| p.folded < end)
            // What was dropped before the first piece is outside the range.
            .filter(move |(i, p)| {
                p.fold != Fold::Unchanged
                    && (*i > 0 || p.folded >= start)
                    && (p.folded > start || p.is_replacement())
            })
            .map(|(_, p)| (p.fold, Span::new(p.original, p.original_end)))
    }

    fn piece_at(&self, at: usize) -> &Piece {
        const NONE: Piece =
            Piece { folded: 0, original: 0, original_end: 0, fold: Fold::Unchanged };
        let i = self.pieces.partition_point(|p| p.folded <= at);
        i.checked_sub(1).map_or(&NONE, |i| &self.pieces[i])
    }
}
