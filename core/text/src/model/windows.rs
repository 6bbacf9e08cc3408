//! Cuts a text into the parts that are scored: windows of neighbouring segments, and blocks.
//!
//! A segment is a message or a sentence. Training and scoring share this file, as they share the
//! features.

use super::features::Symbol;

/// Most neighbouring segments of one window.
const WINDOW: usize = 3;
/// Segments shorter than this, in symbols, are joined with the next one.
const SHORT: usize = 4;
/// Longest block, in symbols, unless one segment alone is longer. 94 % of the 5,300 training texts
/// are not longer in characters, so a block resembles what the model was trained on.
const BLOCK: usize = 300;
/// Most windows, and most blocks, that are scored; a longer text is scored to here.
const MOST_PARTS: usize = 60_000;

/// A range of symbols.
pub type Range = (usize, usize);

/// Every run of one to [`WINDOW`] neighbouring segments; the segments are byte ranges, rising.
#[must_use]
pub fn windows(symbols: &[Symbol], segments: &[(usize, usize)]) -> Vec<Range> {
    let bounds = bounds(symbols, segments);
    let runs = (0..bounds.len()).flat_map(|first| {
        let last = (first + WINDOW).min(bounds.len());
        bounds[first..last].iter().map(move |b| b.1).zip(std::iter::repeat(first))
    });
    runs.take(MOST_PARTS).map(|(to, first)| (bounds[first].0, to)).collect()
}

/// Overlapping runs of segments of at most [`BLOCK`] symbols that cover the text. A text that is not
/// longer is one block.
#[must_use]
pub fn blocks(symbols: &[Symbol], segments: &[(usize, usize)]) -> Vec<Range> {
    let bounds = bounds(symbols, segments);
    let mut out = Vec::new();
    let mut first = 0;
    while first < bounds.len() && out.len() < MOST_PARTS {
        let start = bounds[first].0;
        let fits = bounds[first..].iter().take_while(|b| b.1 - start <= BLOCK).count().max(1);
        out.push((start, bounds[first + fits - 1].1));
        if first + fits == bounds.len() {
            break;
        }
        first += fits.div_ceil(2);
    }
    out
}

/// The segments as ranges of symbols, short ones joined with their neighbours.
fn bounds(symbols: &[Symbol], segments: &[(usize, usize)]) -> Vec<Range> {
    let mut out: Vec<Range> = Vec::new();
    for (start, end) in segments {
        let from = symbols.partition_point(|s| (s.start as usize) < *start);
        let to = symbols.partition_point(|s| (s.start as usize) < *end);
        if to <= from {
            continue;
        }
        match out.last_mut() {
            Some(last) if last.1 - last.0 < SHORT => last.1 = to,
            _ => out.push((from, to)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::features::symbols;
    use super::*;

    /// `count` sentences of ten symbols each.
    fn text(count: usize) -> (Vec<Symbol>, Vec<(usize, usize)>) {
        let sentence = "今天我们一起去公园。";
        let all = symbols(&sentence.repeat(count));
        (all, (0..count).map(|i| (i * sentence.len(), (i + 1) * sentence.len())).collect())
    }

    #[test]
    fn windows_are_one_to_three_neighbours() {
        let (symbols, segments) = text(4);
        let lengths: Vec<usize> =
            windows(&symbols, &segments).iter().map(|(from, to)| (to - from) / 10).collect();
        assert_eq!(lengths, [1, 2, 3, 1, 2, 3, 1, 2, 1]);
    }

    #[test]
    fn a_short_segment_joins_the_next() {
        let all = symbols("好。今天我们去公园。");
        assert_eq!(windows(&all, &[(0, 6), (6, 30)]), [(0, 10)]);
    }

    #[test]
    fn blocks_overlap_and_cover_the_text() {
        let (symbols, segments) = text(100);
        let blocks = blocks(&symbols, &segments);
        assert_eq!((blocks[0], blocks[1]), ((0, 300), (150, 450)));
        assert_eq!(blocks.last().map(|b| b.1), Some(symbols.len()));
        assert!(blocks.windows(2).all(|pair| pair[1].0 < pair[0].1));
        let (symbols, segments) = text(12);
        assert_eq!(super::blocks(&symbols, &segments), [(0, 120)]);
    }
}
