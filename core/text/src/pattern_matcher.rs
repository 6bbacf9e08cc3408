//! Finds the lexicon's frame patterns in a folded text.
//!
//! Must not decide how a frame is meant (negated, reported, a question): `stance` does.

use std::cell::OnceCell;

use crate::entities::find_entities;
use crate::lexicon::{Lexicon, Pattern};
use crate::normalize::NormalizedText;
use crate::segmenter::WordStart;

/// Most matches of one frame in one sentence. Empirical; no measurement recorded.
const MAX_REPEATS: usize = 6;

/// A frame pattern found in the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatternMatch {
    /// Number of the frame.
    pub frame: u16,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Matches in `normal`, ascending by start. No match crosses a sentence; `sentences` holds
/// ascending byte ranges.
#[must_use]
pub fn find_patterns(
    lexicon: &Lexicon,
    normal: &NormalizedText,
    sentences: &[(usize, usize)],
) -> Vec<PatternMatch> {
    let tokens = tokens(lexicon, &normal.text);
    let word_starts = WordStarts { lexicon, text: &normal.text, cell: OnceCell::new() };
    let mut search =
        Search { lexicon, normal, word_starts, by_slot: SlotIndex::default(), matches: Vec::new() };
    let mut from = 0;
    for &(start, end) in sentences {
        while tokens.get(from).is_some_and(|t| (t.start as usize) < start) {
            from += 1;
        }
        let count = tokens[from..].iter().take_while(|t| (t.start as usize) < end).count();
        search.sentence(&tokens[from..from + count], end);
        from += count;
    }
    search.matches
}

/// A lexicon word or an entity in the folded text that fills one slot.
#[derive(Clone, Copy)]
struct Token {
    start: u32,
    end: u32,
    slot: u16,
    /// Whether it counts only at the start of a segmented word.
    must_start_word: bool,
}

/// Every token of `text`, ascending by start, then end.
fn tokens(lexicon: &Lexicon, text: &str) -> Vec<Token> {
    let mut words: Vec<(u32, u32, usize)> = Vec::new();
    let mut push = |word: usize, start: usize, end: usize| {
        if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
            words.push((start, end, word));
        }
    };
    for found in lexicon.automaton.find_overlapping_iter(text) {
        if is_whole_latin_word(text, found.start(), found.end()) {
            push(found.pattern().as_usize(), found.start(), found.end());
        }
    }
    for (kind, start, end) in find_entities(text) {
        for (_, word) in lexicon.entities.iter().filter(|(k, _)| *k == kind) {
            push(*word, start, end);
        }
    }
    for homophone in lexicon.homophones.find_all(text) {
        let written = &text[homophone.start..homophone.end];
        let is_lexicon_word =
            lexicon.automaton.find(written).is_some_and(|m| m.len() == written.len());
        // One shared character excludes most chance homophones.
        if !is_lexicon_word
            && lexicon.homophones.shares_character(homophone.word, written)
            && lexicon.segmenter.is_out_of_vocabulary(written)
        {
            push(homophone.word, homophone.start, homophone.end);
        }
    }
    // Almost sorted: the automaton reports matches by their end.
    words.sort();
    let mut tokens = Vec::with_capacity(words.len() * 2);
    for (start, end, word) in words {
        let anchored = lexicon.must_start_word.get(word).copied().unwrap_or(false);
        for slot in lexicon.slots_of_word.get(word).into_iter().flatten() {
            let unanchored = lexicon.unanchored.get(usize::from(*slot)).copied().unwrap_or(false);
            let must_start_word = anchored && !unanchored;
            tokens.push(Token { start, end, slot: *slot, must_start_word });
        }
    }
    tokens
}

/// Whether `start..end` cuts no Latin word: a match that begins or ends with a Latin letter has no
/// Latin letter beside it.
fn is_whole_latin_word(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let cut_before = letter(start) && start > 0 && letter(start - 1);
    let cut_after = end > 0 && letter(end - 1) && letter(end);
    !cut_before && !cut_after
}

/// The search for patterns, sentence by sentence.
struct Search<'a> {
    lexicon: &'a Lexicon,
    normal: &'a NormalizedText,
    word_starts: WordStarts<'a>,
    by_slot: SlotIndex,
    matches: Vec<PatternMatch>,
}

impl Search<'_> {
    /// Adds the matches among `tokens`, those of one sentence that ends at byte `end`.
    fn sentence(&mut self, tokens: &[Token], end: usize) {
        self.by_slot.fill(tokens, self.lexicon.unanchored.len());
        let first = self.matches.len();
        for token in tokens {
            let slot = usize::from(token.slot);
            for pattern in self.lexicon.patterns_by_slot.get(slot).into_iter().flatten() {
                let Some(stop) = self.match_from(pattern, token) else { continue };
                if stop as usize > end {
                    continue;
                }
                let (start, end) = (token.start as usize, stop as usize);
                let found = PatternMatch { frame: pattern.frame, start, end };
                let same = self.matches[first..].iter().filter(|m| m.frame == found.frame);
                if same.clone().count() < MAX_REPEATS && same.clone().all(|m| *m != found) {
                    self.matches.push(found);
                }
            }
        }
    }

    /// End of a match of `pattern` that begins with `token`.
    fn match_from(&self, pattern: &Pattern, token: &Token) -> Option<u32> {
        // Rejects most patterns without a search.
        if pattern.second.is_some_and(|slot| !self.by_slot.contains(slot))
            || !pattern.rest.iter().all(|(_, slot)| self.by_slot.contains(*slot))
        {
            return None;
        }
        let mut end = token.end;
        for (gap, slot) in &pattern.rest {
            let limit = self.normal.char_index(end as usize) + gap;
            let is_near = |t: &&Token| self.normal.char_index(t.start as usize) <= limit;
            let mut near = self.by_slot.from(*slot, end).take_while(is_near);
            end = near.find(|t| self.word_starts.allow(t))?.end;
        }
        self.word_starts.allow(token).then_some(end)
    }
}

/// The tokens of one sentence grouped by slot, so that the search for the next element skips all
/// others.
#[derive(Default)]
struct SlotIndex {
    slots: Vec<SlotTokens>,
    /// Tokens grouped by slot, ascending by start within a slot.
    tokens: Vec<Token>,
    /// Number of the current sentence, from 1. Entries of earlier sentences are stale; comparing
    /// numbers is cheaper than clearing every slot for every sentence.
    sentence: usize,
}

/// Where the tokens of one slot lie in [`SlotIndex::tokens`].
#[derive(Clone, Copy, Default)]
struct SlotTokens {
    sentence: usize,
    first: u32,
    count: u32,
}

/// [`SlotTokens::first`] before the slot has a range.
const UNPLACED: u32 = u32::MAX;

impl SlotIndex {
    /// Replaces the content with `tokens`, ascending by start, of a lexicon with `slots` slots.
    fn fill(&mut self, tokens: &[Token], slots: usize) {
        self.sentence += 1;
        self.slots.resize(slots, SlotTokens::default());
        for token in tokens {
            let slot = &mut self.slots[usize::from(token.slot)];
            if slot.sentence != self.sentence {
                *slot = SlotTokens { sentence: self.sentence, first: UNPLACED, count: 0 };
            }
            slot.count += 1;
        }
        let mut next = 0;
        self.tokens.clear();
        self.tokens.extend_from_slice(tokens);
        for token in tokens {
            let slot = &mut self.slots[usize::from(token.slot)];
            if slot.first == UNPLACED {
                slot.first = next;
                next += slot.count;
                slot.count = 0;
            }
            self.tokens[(slot.first + slot.count) as usize] = *token;
            slot.count += 1;
        }
    }

    /// Whether a token of the sentence fills `slot`.
    fn contains(&self, slot: u16) -> bool {
        self.slots[usize::from(slot)].sentence == self.sentence
    }

    /// The tokens of `slot` that begin at byte `from` or later, ascending.
    fn from(&self, slot: u16, from: u32) -> impl Iterator<Item = &Token> {
        let slot = self.slots[usize::from(slot)];
        let count = if slot.sentence == self.sentence { slot.count as usize } else { 0 };
        let first = slot.first as usize;
        let all = self.tokens.get(first..first + count).unwrap_or(&[]);
        all[all.partition_point(|t| t.start < from)..].iter()
    }
}

/// Word starts of the text; segments it at the first question, because most texts raise none.
struct WordStarts<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    cell: OnceCell<Vec<WordStart>>,
}

impl WordStarts<'_> {
    /// Whether `token` may stand where it does: see [`Token::must_start_word`].
    fn allow(&self, token: &Token) -> bool {
        if !token.must_start_word {
            return true;
        }
        let words = self.cell.get_or_init(|| self.lexicon.segmenter.word_starts(self.text));
        let next = words.partition_point(|w| w.start <= token.start);
        next.checked_sub(1)
            .and_then(|i| words.get(i))
            .is_some_and(|w| w.start == token.start || w.begins_with_function)
    }
}
