//! Suggests the known word that a misspelt word probably means. Depends on nothing but the words.

/// The known word with the smallest edit distance to `word`; `None` where none is close: more than
/// one edit, plus one for every four characters.
pub(crate) fn nearest<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
    let max_distance = 1 + word.chars().count() / 4;
    let distances = known.iter().map(|k| (strsim::levenshtein(word, k), *k));
    let close = distances.filter(|(distance, _)| *distance <= max_distance);
    close.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}
