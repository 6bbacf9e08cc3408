//! Seeded random numbers and smooth value noise.
//!
//! Not cryptographic. Implemented here so that a dependency update cannot change committed photographs.

/// A stream of numbers (SplitMix64, Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub struct Seed(u64);

impl Seed {
    /// The stream of a seed and a purpose, so that two purposes never share numbers.
    #[must_use]
    pub fn of(seed: u64, purpose: &str) -> Self {
        // FNV-1a over the purpose.
        let start = 0xcbf2_9ce4_8422_2325_u64 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self(purpose.bytes().fold(start, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)))
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// Even in `low..high`.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        let unit = (self.bits() >> 40) as f32 / 16_777_216.0;
        low + unit * (high - low)
    }

    /// Of mean 0 and deviation 1; three even numbers are near enough to a bell.
    pub fn bell(&mut self) -> f32 {
        let bits = self.bits();
        let part = |shift: u32| ((bits >> shift) & 0x1f_ffff) as f32 / 2_097_152.0 - 0.5;
        (part(0) + part(21) + part(42)) * 2.0
    }

    /// One of two, evenly.
    pub fn coin(&mut self) -> bool {
        self.bits() >> 63 == 1
    }
}

/// Smooth noise of -1 to 1 at a point; features are about one unit wide.
#[must_use]
pub fn noise(seed: u64, x: f32, y: f32) -> f32 {
    let (x0, y0) = (x.floor(), y.floor());
    let (fx, fy) = (smooth(x - x0), smooth(y - y0));
    let at = |dx: f32, dy: f32| lattice(seed, (x0 + dx) as i64, (y0 + dy) as i64);
    let top = at(0.0, 0.0) + (at(1.0, 0.0) - at(0.0, 0.0)) * fx;
    let bottom = at(0.0, 1.0) + (at(1.0, 1.0) - at(0.0, 1.0)) * fx;
    top + (bottom - top) * fy
}

/// Noise with four ever finer layers.
#[must_use]
pub fn rough(seed: u64, x: f32, y: f32) -> f32 {
    let mut sum = 0.0;
    let (mut size, mut weight) = (1.0, 0.53);
    for layer in 0..4 {
        sum += weight * noise(seed ^ layer, x * size, y * size);
        size *= 2.1;
        weight *= 0.5;
    }
    sum
}

fn smooth(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

fn lattice(seed: u64, x: i64, y: i64) -> f32 {
    let key = seed
        ^ (x as u64).wrapping_mul(0x8da6_b343_9e37_79b1)
        ^ (y as u64).wrapping_mul(0xd816_3841_85eb_ca6b);
    (mix(key) >> 40) as f32 / 8_388_608.0 - 1.0
}

const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
