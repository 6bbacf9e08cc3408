//! The training texts nearest to a text, so that an author sees which of them it resembles.

use super::counts;
use super::logistic::Sparse;
use super::vectors::{TextCounts, Vocabulary};
use crate::corpus::{Corpus, Example};

/// A training text near to another text.
pub struct Near<'a> {
    /// The training text.
    pub example: &'a Example,
    /// Cosine of the angle between the two TF-IDF vectors, 0 to 1.
    pub similarity: f32,
}

/// The `most` training texts nearest to `text`, the nearest first; none that shares no n-gram with it.
#[must_use]
pub fn nearest_texts<'a>(corpus: &'a Corpus, text: &str, most: usize) -> Vec<Near<'a>> {
    let counts = counts(corpus);
    let vocabulary = Vocabulary::of(&counts.iter().map(|c| &c.whole).collect::<Vec<_>>());
    let sought = vocabulary.vector(&TextCounts::of(text).whole);
    let near = corpus.examples.iter().zip(&counts).map(|(example, counts)| Near {
        example,
        similarity: cosine(&sought, &vocabulary.vector(&counts.whole)),
    });
    let mut near: Vec<Near> = near.filter(|n| n.similarity > 0.0).collect();
    near.sort_by(|a, b| b.similarity.total_cmp(&a.similarity));
    near.truncate(most);
    near
}

/// The cosine of two vectors of length 1, sorted by index.
fn cosine(a: &Sparse, b: &Sparse) -> f32 {
    let (mut sum, mut at) = (0.0, 0);
    for (index, value) in a {
        while b.get(at).is_some_and(|(other, _)| other < index) {
            at += 1;
        }
        if let Some((other, weight)) = b.get(at)
            && other == index
        {
            sum += value * weight;
        }
    }
    sum
}
