//! Finds where a text says what a lexicon's frames describe. It does not know who means it:
//! negation, telling and asking are the affair of `modes`.

use std::cell::OnceCell;

use super::entities::find_entities;
use super::lexicon::Lexicon;
use super::normalize::NormalizedText;

/// One word of the lexicon in the folded text, filling one slot.
#[derive(Clone, Copy)]
struct Token {
    start: u32,
    end: u32,
    slot: u16,
    single: bool,
}

/// A frame in the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw {
    /// Number of the frame.
    pub frame: u16,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The same frame is kept this often in one sentence.
const REPEATS: usize = 6;

/// Every frame, in order of place, within the sentences that `bounds` gives (rising byte ranges).
#[must_use]
pub fn find(lexicon: &Lexicon, normal: &NormalizedText, bounds: &[(usize, usize)]) -> Vec<Raw> {
    let tokens = tokens(lexicon, normal);
    let mut places = Places::default();
    let starts = Starts { lexicon, text: &normal.text, cell: OnceCell::new() };
    let mut raws = Vec::new();
    let mut from = 0;
    for &(start, end) in bounds {
        while tokens.get(from).is_some_and(|t| (t.start as usize) < start) {
            from += 1;
        }
        let length = tokens[from..].iter().take_while(|t| (t.start as usize) < end).count();
        let inside = &tokens[from..from + length];
        places.fill(inside, lexicon.loose.len());
        in_sentence(lexicon, inside, &places, &starts, end, &mut raws);
        from += length;
    }
    raws
}

/// The tokens of each slot in one sentence, by place, so that the next one is found without walking
/// over the others.
#[derive(Default)]
struct Places {
    /// For each slot: the sentence that it was filled in last, where its tokens begin in `tokens`,
    /// and how many they are.
    slots: Vec<(usize, u32, u32)>,
    tokens: Vec<Token>,
    sentence: usize,
}

impl Places {
    /// Takes the next sentence; its tokens are in order of place and stay so within each slot.
    fn fill(&mut self, tokens: &[Token], slots: usize) {
        self.sentence += 1;
        self.slots.resize(slots, (0, 0, 0));
        for token in tokens {
            let slot = &mut self.slots[usize::from(token.slot)];
            if slot.0 != self.sentence {
                *slot = (self.sentence, 0, 0);
            }
            slot.2 += 1;
        }
        let mut from = 0;
        self.tokens.clear();
        self.tokens.extend_from_slice(tokens);
        for token in tokens {
            let slot = &mut self.slots[usize::from(token.slot)];
            // Counted and not yet placed: it gets its part of the list.
            if slot.1 == 0 {
                slot.1 = from + 1;
                from += slot.2;
                slot.2 = 0;
            }
            self.tokens[(slot.1 - 1 + slot.2) as usize] = *token;
            slot.2 += 1;
        }
    }

    /// Whether the sentence fills `slot`.
    fn has(&self, slot: u16) -> bool {
        self.slots[usize::from(slot)].0 == self.sentence
    }

    /// The tokens of `slot` that begin at `from` or later, in order.
    fn next(&self, slot: u16, from: u32) -> impl Iterator<Item = &Token> {
        let (sentence, first, count) = self.slots[usize::from(slot)];
        let count = if sentence == self.sentence { count } else { 0 };
        let first = first.saturating_sub(1) as usize;
        let all = self.tokens.get(first..first + count as usize).unwrap_or(&[]);
        all[all.partition_point(|t| t.start < from)..].iter()
    }
}

struct Starts<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    cell: OnceCell<Vec<super::segmenter::WordStart>>,
}

impl Starts<'_> {
    /// Whether `token` may stand as it is: one character counts only where a word begins.
    fn allow(&self, token: &Token) -> bool {
        if !token.single {
            return true;
        }
        let words = self.cell.get_or_init(|| self.lexicon.segmenter.word_starts(self.text));
        let next = words.partition_point(|w| w.start <= token.start);
        next.checked_sub(1)
            .and_then(|i| words.get(i))
            .is_some_and(|w| w.start == token.start || w.begins_with_function)
    }
}

fn tokens(lexicon: &Lexicon, normal: &NormalizedText) -> Vec<Token> {
    let text = &normal.text;
    let mut words: Vec<(u32, u32, usize)> = Vec::new();
    let mut push = |word: usize, start: usize, end: usize| {
        if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
            words.push((start, end, word));
        }
    };
    for found in lexicon.finder.find_overlapping_iter(text) {
        if whole_latin(text, found.start(), found.end()) {
            push(found.pattern().as_usize(), found.start(), found.end());
        }
    }
    for (kind, start, end) in find_entities(text) {
        for (_, word) in lexicon.entities.iter().filter(|(k, _)| *k == kind) {
            push(*word, start, end);
        }
    }
    for heard in lexicon.homophones.find_all(text) {
        let seen = lexicon.finder.find(&text[heard.start..heard.end]);
        let as_written = seen.is_some_and(|m| m.len() == heard.end - heard.start);
        let written = &text[heard.start..heard.end];
        // One character in common keeps chance readings out.
        let akin = lexicon.homophones.shares_character(heard.word, written);
        if !as_written && akin && lexicon.segmenter.is_out_of_vocabulary(written) {
            push(heard.word, heard.start, heard.end);
        }
    }
    // Nearly in order already: what ends first was found first.
    words.sort();
    let mut tokens = Vec::with_capacity(words.len() * 2);
    for (start, end, word) in words {
        let single = lexicon.single.get(word).copied().unwrap_or(false);
        for slot in lexicon.slots.get(word).into_iter().flatten() {
            let loose = lexicon.loose.get(usize::from(*slot)).copied().unwrap_or(false);
            tokens.push(Token { start, end, slot: *slot, single: single && !loose });
        }
    }
    tokens
}

/// A word that begins or ends with a Latin letter must not be a part of a longer Latin word.
fn whole_latin(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let cut_before = letter(start) && start > 0 && letter(start - 1);
    let cut_after = end > 0 && letter(end - 1) && letter(end);
    !cut_before && !cut_after
}

fn in_sentence(
    lexicon: &Lexicon,
    tokens: &[Token],
    places: &Places,
    starts: &Starts<'_>,
    end: usize,
    raws: &mut Vec<Raw>,
) {
    let first = raws.len();
    for token in tokens {
        let patterns = lexicon.first.get(usize::from(token.slot)).into_iter().flatten();
        for pattern in patterns {
            // Most patterns end here, without a search.
            if pattern.second.is_some_and(|slot| !places.has(slot)) {
                continue;
            }
            if !pattern.rest.iter().all(|(_, slot)| places.has(*slot)) {
                continue;
            }
            let Some(stop) = follow(&pattern.rest, token, places, starts) else { continue };
            if !starts.allow(token) || stop as usize > end {
                continue;
            }
            let raw = Raw { frame: pattern.frame, start: token.start as usize, end: stop as usize };
            let same = raws[first..].iter().filter(|r| r.frame == raw.frame);
            if same.clone().count() < REPEATS && same.clone().all(|r| *r != raw) {
                raws.push(raw);
            }
        }
    }
}

/// Where the rest of a pattern ends that began with `first`.
fn follow(
    rest: &[(usize, u16)],
    first: &Token,
    places: &Places,
    starts: &Starts<'_>,
) -> Option<u32> {
    let mut end = first.end;
    for (gap, slot) in rest {
        // Chinese characters have three bytes, and gaps are counted in characters.
        let limit = end as usize + gap * 3;
        let mut near = places.next(*slot, end).take_while(|t| t.start as usize <= limit);
        end = near.find(|t| starts.allow(t))?.end;
    }
    Some(end)
}
