//! The model as a pack stores it, and when a stored one can be used again.
//!
//! A fingerprint of the features of all training texts and of the trainer's own code stands beside
//! the weights: while it is the same, training would give the same bytes.

use std::fmt::Write;
use std::path::Path;

use sha2::{Digest, Sha256};
use yanka::pack::Pack;
use yanka::text::model::{FORMAT, ModelError};

use super::vectors::{Counts, TextCounts};
use crate::corpus::Corpus;

/// The code that decides what the weights are, apart from the features, which are hashed themselves.
const TRAINER: [&str; 3] =
    [include_str!("../train.rs"), include_str!("logistic.rs"), include_str!("vectors.rs")];

/// A text model in the form that a pack carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredModel {
    /// The weights; empty where there are no training texts.
    pub bytes: Vec<u8>,
    /// SHA-256 of what they were trained from, in hexadecimal.
    pub fingerprint: String,
}

/// Where the model came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Trained now.
    Trained,
    /// Taken from the pack that was there.
    Reused,
}

impl StoredModel {
    /// The model of the texts in `folder`: that of `pack` where its fingerprint is the same, else a
    /// newly trained one. Without such a folder there is no model.
    ///
    /// # Errors
    /// Sentences that say which texts cannot be trained on.
    pub fn of(folder: &Path, pack: Option<&[u8]>) -> Result<(Self, Origin), String> {
        if !folder.is_dir() {
            return Ok((Self::default(), Origin::Reused));
        }
        let corpus = Corpus::load_checked(folder)?;
        let counts = super::counts(&corpus);
        let fingerprint = fingerprint(&corpus, &counts);
        let stored = pack.and_then(|bytes| Pack::open_unverified(bytes).ok()).and_then(|pack| {
            let same = pack.texts().is_ok_and(|texts| texts == fingerprint);
            same.then(|| pack.text_model().ok())?
        });
        Ok(match stored {
            Some(bytes) => (Self { bytes, fingerprint }, Origin::Reused),
            None => {
                let model = super::train_on(&corpus, &counts);
                let bytes = model.map_err(|e: ModelError| e.to_string())?.to_bytes();
                (Self { bytes, fingerprint }, Origin::Trained)
            }
        })
    }
}

fn fingerprint(corpus: &Corpus, counts: &[TextCounts]) -> String {
    let mut hash = Sha256::new();
    TRAINER.iter().for_each(|file| hash.update(file));
    hash.update(FORMAT.to_le_bytes());
    let mut add = |counts: &Counts| {
        hash.update((counts.len() as u64).to_le_bytes());
        for (term, count) in counts {
            hash.update(term.to_le_bytes());
            hash.update(count.to_le_bytes());
        }
    };
    for counts in counts {
        add(&counts.whole);
        counts.windows.iter().for_each(&mut add);
    }
    for example in &corpus.examples {
        hash.update(example.part.word());
        hash.update([0]);
        hash.update(&example.kind);
        hash.update([0]);
        example.asks.iter().for_each(|ask| hash.update(ask.word() + " "));
        hash.update([0]);
    }
    hash.finalize().iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
