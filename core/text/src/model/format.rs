//! The model's weights as bytes: what the rule compiler writes and the pack carries.
//!
//! Little-endian: magic, counts, bias, then columns: sorted n-gram hashes, their inverse document
//! frequencies and weights, then the scenario table. Everything is bounded and checked when read; a
//! model from a pack is untrusted until then.

/// Version of the bytes and of the features; only rises.
pub const FORMAT: u32 = 1;

/// First letters of the ids of classifiers of what is asked for, such as `ask/code`; those of
/// scenarios begin otherwise.
pub const ASK: &str = "ask/";

const MAGIC: &[u8; 8] = b"yankatm\x01";
/// Most n-grams of a model: 2 MB of columns hold fewer.
const MOST_NGRAMS: usize = 1 << 19;
/// Most scenarios of a model.
const MOST_SCENARIOS: usize = 1 << 10;

/// Why bytes are no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// Not the format that this program reads.
    #[error("not a text model of format {FORMAT}")]
    Format,
    /// Shorter or longer than its counts say, or not sorted.
    #[error("a damaged text model")]
    Damaged,
}

/// A learned model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Added to every score.
    pub bias: f32,
    /// Hashes of the known n-grams, rising.
    pub hashes: Vec<u32>,
    /// Inverse document frequency of each n-gram, quantised: value / 16.
    pub idf: Vec<u8>,
    /// Weight of each n-gram, quantised: value × `scale`.
    pub weights: Vec<i16>,
    /// Size of one weight step.
    pub scale: f32,
    /// Scenarios, each with its own sparse weights.
    pub scenarios: Vec<Scenario>,
    /// For the top 16 bits of a hash: index of the first hash with at least these bits.
    buckets: Vec<u32>,
    /// For each n-gram, where its entries in `by_ngram` begin; one more entry at the end.
    first_entry: Vec<u32>,
    /// The scenarios' weights by n-gram: index of the scenario and its weight.
    by_ngram: Vec<(u16, i8)>,
}

/// One scenario's sparse classifier.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    /// Its id, such as `courier/lost`.
    pub id: String,
    /// Added to its score.
    pub bias: f32,
    /// Size of one weight step.
    pub scale: f32,
    /// Indexes into the model's n-grams, rising, with a quantised weight each.
    pub weights: Vec<(u32, i8)>,
}

impl Model {
    /// A model of these columns.
    ///
    /// # Errors
    /// [`ModelError::Damaged`] where the columns differ in length or the hashes do not rise.
    pub fn new(
        bias: f32,
        scale: f32,
        hashes: Vec<u32>,
        idf: Vec<u8>,
        weights: Vec<i16>,
        scenarios: Vec<Scenario>,
    ) -> Result<Self, ModelError> {
        let count = hashes.len();
        let rising = hashes.is_sorted_by(|a, b| a < b);
        let scenarios_fit = scenarios.iter().all(|s| {
            s.weights.is_sorted_by(|a, b| a.0 < b.0)
                && s.weights.last().is_none_or(|(at, _)| (*at as usize) < count)
        });
        let numbers = [bias, scale].into_iter();
        let finite =
            numbers.chain(scenarios.iter().flat_map(|s| [s.bias, s.scale])).all(f32::is_finite);
        if idf.len() != count || weights.len() != count || !rising || !scenarios_fit || !finite {
            return Err(ModelError::Damaged);
        }
        let mut buckets = Vec::with_capacity(BUCKETS + 1);
        let mut at = 0;
        for bucket in 0..=BUCKETS {
            while at < count && ((hashes[at] >> BUCKET_SHIFT) as usize) < bucket {
                at += 1;
            }
            buckets.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        let (first_entry, by_ngram) = by_ngram(&scenarios, count);
        Ok(Self { bias, hashes, idf, weights, scale, scenarios, buckets, first_entry, by_ngram })
    }

    /// Index and weight of each scenario that weighs the n-gram at `index`.
    pub(super) fn scenario_weights(&self, index: usize) -> &[(u16, i8)] {
        let at = |index: usize| self.first_entry.get(index).map_or(0, |at| *at as usize);
        self.by_ngram.get(at(index)..at(index + 1)).unwrap_or(&[])
    }

    /// Reads a model.
    ///
    /// # Errors
    /// Where the bytes are no model of this format, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = Reader(bytes);
        if input.take(8)? != MAGIC || input.u32()? != FORMAT {
            return Err(ModelError::Format);
        }
        let (count, scenario_count) = (input.u32()? as usize, input.u32()? as usize);
        if count > MOST_NGRAMS || scenario_count > MOST_SCENARIOS {
            return Err(ModelError::Damaged);
        }
        let (bias, scale) = (input.f32()?, input.f32()?);
        let hashes: Vec<u32> = (0..count).map(|_| input.u32()).collect::<Result<_, _>>()?;
        let idf = input.take(count)?.to_vec();
        let weights: Vec<i16> = (0..count).map(|_| input.i16()).collect::<Result<_, _>>()?;
        let mut scenarios = Vec::with_capacity(scenario_count);
        for _ in 0..scenario_count {
            let length = usize::from(input.u8()?);
            let id = std::str::from_utf8(input.take(length)?).map_err(|_| ModelError::Damaged)?;
            let (bias, scale) = (input.f32()?, input.f32()?);
            let terms = input.u32()? as usize;
            if terms > count {
                return Err(ModelError::Damaged);
            }
            let weights = (0..terms).map(|_| Ok((input.u32()?, input.i8()?)));
            let weights = weights.collect::<Result<_, ModelError>>()?;
            scenarios.push(Scenario { id: id.to_owned(), bias, scale, weights });
        }
        if !input.0.is_empty() {
            return Err(ModelError::Damaged);
        }
        Self::new(bias, scale, hashes, idf, weights, scenarios)
    }

    /// The model as bytes; equal models give equal bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes();
        out.extend(FORMAT.to_le_bytes());
        out.extend(count(self.hashes.len()));
        out.extend(count(self.scenarios.len()));
        out.extend(self.bias.to_le_bytes());
        out.extend(self.scale.to_le_bytes());
        self.hashes.iter().for_each(|h| out.extend(h.to_le_bytes()));
        out.extend(&self.idf);
        self.weights.iter().for_each(|w| out.extend(w.to_le_bytes()));
        for scenario in &self.scenarios {
            let id = scenario.id.as_bytes();
            out.push(u8::try_from(id.len()).unwrap_or(u8::MAX));
            out.extend(&id[..id.len().min(usize::from(u8::MAX))]);
            out.extend(scenario.bias.to_le_bytes());
            out.extend(scenario.scale.to_le_bytes());
            out.extend(count(scenario.weights.len()));
            for (at, weight) in &scenario.weights {
                out.extend(at.to_le_bytes());
                out.extend(weight.to_le_bytes());
            }
        }
        out
    }

    /// The index of the n-gram with this hash, where the model knows it.
    #[must_use]
    pub fn index(&self, hash: u32) -> Option<usize> {
        let bucket = (hash >> BUCKET_SHIFT) as usize;
        let from = *self.buckets.get(bucket)? as usize;
        let to = *self.buckets.get(bucket + 1)? as usize;
        let found = self.hashes.get(from..to)?.binary_search(&hash).ok()?;
        Some(from + found)
    }
}

/// The weights of `scenarios` sorted by n-gram, and where those of each of `count` n-grams begin.
fn by_ngram(scenarios: &[Scenario], count: usize) -> (Vec<u32>, Vec<(u16, i8)>) {
    let mut entries: Vec<(u32, u16, i8)> = Vec::new();
    for (scenario, number) in scenarios.iter().zip(0_u16..) {
        entries.extend(scenario.weights.iter().map(|(index, weight)| (*index, number, *weight)));
    }
    entries.sort_unstable();
    let mut first = Vec::with_capacity(count + 1);
    let mut at = 0;
    for index in 0..=count {
        while entries.get(at).is_some_and(|(of, ..)| (*of as usize) < index) {
            at += 1;
        }
        first.push(u32::try_from(at).unwrap_or(u32::MAX));
    }
    (first, entries.into_iter().map(|(_, scenario, weight)| (scenario, weight)).collect())
}

const BUCKET_SHIFT: u32 = 16;
const BUCKETS: usize = 1 << (32 - BUCKET_SHIFT);

/// Bytes not read yet.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let (head, rest) = self.0.split_at_checked(count).ok_or(ModelError::Damaged)?;
        self.0 = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        self.take(N)?.try_into().map_err(|_| ModelError::Damaged)
    }

    fn u8(&mut self) -> Result<u8, ModelError> {
        self.array().map(u8::from_le_bytes)
    }

    fn i8(&mut self) -> Result<i8, ModelError> {
        self.array().map(i8::from_le_bytes)
    }

    fn i16(&mut self) -> Result<i16, ModelError> {
        self.array().map(i16::from_le_bytes)
    }

    fn u32(&mut self) -> Result<u32, ModelError> {
        self.array().map(u32::from_le_bytes)
    }

    fn f32(&mut self) -> Result<f32, ModelError> {
        self.array().map(f32::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Model {
        let scenario = Scenario {
            id: "courier/lost".to_owned(),
            bias: -0.5,
            scale: 0.25,
            weights: vec![(0, 3), (2, -7)],
        };
        Model::new(
            0.5,
            0.01,
            vec![1, 9, u32::MAX],
            vec![16, 32, 48],
            vec![-5, 0, 700],
            vec![scenario],
        )
        .expect("a model")
    }

    #[test]
    fn bytes_come_back_as_the_same_model() {
        let bytes = model().to_bytes();
        assert_eq!(Model::from_bytes(&bytes), Ok(model()));
        assert_eq!(model().index(9), Some(1));
        assert_eq!(model().index(u32::MAX), Some(2));
        assert_eq!(model().index(10), None);
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let bytes = model().to_bytes();
        for end in 0..bytes.len() {
            assert!(Model::from_bytes(&bytes[..end]).is_err(), "{end}");
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert_eq!(Model::from_bytes(&longer), Err(ModelError::Damaged));
        let mut unsorted = bytes.clone();
        unsorted[28..32].copy_from_slice(&100_u32.to_le_bytes());
        assert_eq!(Model::from_bytes(&unsorted), Err(ModelError::Damaged));
        let mut other = bytes;
        other[8] = 9;
        assert_eq!(Model::from_bytes(&other), Err(ModelError::Format));
    }
}
