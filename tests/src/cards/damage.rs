//! Decides what each damage at each strength means for one photograph.
//!
//! Only numbers stand here; how they bend paper or dim light is the matter of `camera`, `scene`
//! and `sensor`.

use std::collections::BTreeMap;
use std::f32::consts::TAU;

use serde::Deserialize;

use super::seed::Seed;

macro_rules! damages {
    ($($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)?) => {
        /// What can befall a card or its photograph.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        pub enum Damage { $($(#[$doc])* #[serde(rename = $word)] $variant),+ }

        impl Damage {
            /// Every kind, in the order of reports.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in data files, labels and file names.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

damages! {
    /// The camera looks from the side.
    Perspective = "perspective",
    /// The paper bends as if it had been rolled.
    Curl = "curl",
    /// The paper was folded once.
    Fold = "fold",
    /// The paper was crumpled.
    Crumple = "crumple",
    /// The shadow of a hand or phone lies over the card.
    Shadow = "shadow",
    /// A lamp is mirrored in glossy print.
    Glare = "glare",
    /// A wrinkled plastic film lies over the card.
    Film = "film",
    /// Hardly any light.
    LowLight = "low-light",
    /// Far too much light.
    Overexposed = "overexposed",
    /// Out of focus.
    FocusBlur = "focus-blur",
    /// The phone moved.
    MotionBlur = "motion-blur",
    /// Grain of a weak sensor.
    Noise = "noise",
    /// Saved with a low quality.
    Jpeg = "jpeg",
    /// The card is far away.
    Far = "far",
    /// Held at an angle, and turned by an EXIF orientation.
    Turned = "turned",
    /// A thumb lies over the edge.
    Thumb = "thumb",
    /// Scratches and a pen's strokes across the print.
    Scratched = "scratched",
    /// Faded print.
    Faded = "faded",
}

/// One photograph in numbers.
#[derive(Clone, Copy, Debug)]
pub struct Take {
    /// Angle between the line of sight and the card's upright, in radians.
    pub tilt: f32,
    /// Direction of that tilt in the plane of the card, in radians.
    pub towards: f32,
    /// Turn of the phone, in radians.
    pub roll: f32,
    /// Share of the frame that the card fills.
    pub fill: f32,
    /// Rise of the bent paper at its ends, as a share of half its length.
    pub curl: f32,
    /// Slope of the paper beside the fold.
    pub fold: f32,
    /// Height of the crumples in millimetres.
    pub crumple: f32,
    /// Direction across bend and fold, in radians.
    pub across: f32,
    /// Share of light that a shadow takes.
    pub shadow: f32,
    /// Light of a mirrored lamp, 1 is white paper.
    pub glare: f32,
    /// Light of the streaks of a film.
    pub film: f32,
    /// Exposure, 1 is right.
    pub exposure: f32,
    /// Light that reaches the sensor, 1 is daylight; grain grows as it falls.
    pub light: f32,
    /// Radius of blur in pixels of a picture 1600 wide.
    pub blur: f32,
    /// Length of the trace of a moved phone, in the same pixels.
    pub motion: f32,
    /// Added grain, 1 is full scale.
    pub grain: f32,
    /// JPEG quality of 1 to 100.
    pub quality: u8,
    /// EXIF orientation, 1, 3, 6 or 8.
    pub orientation: u8,
    /// How far the thumb reaches, 0 is no thumb.
    pub thumb: f32,
    /// Strokes across the print.
    pub strokes: u8,
    /// Share of ink that is gone.
    pub faded: f32,
}

impl Take {
    /// A careful person's photograph, different by seed, with damages laid over it.
    #[must_use]
    pub fn of(seed: u64, fill: f32, damage: &BTreeMap<Damage, u8>) -> Self {
        let mut chance = Seed::of(seed, "take");
        let mut take = Self {
            tilt: chance.between(0.05, 0.16),
            towards: chance.between(0.0, TAU),
            roll: chance.between(-0.07, 0.07),
            fill,
            curl: chance.between(0.0, 0.03),
            fold: 0.0,
            crumple: 0.0,
            across: chance.between(-0.25, 0.25),
            shadow: 0.0,
            glare: 0.0,
            film: 0.0,
            exposure: chance.between(0.92, 1.04),
            light: 1.0,
            blur: 0.55,
            motion: 0.0,
            grain: 0.006,
            quality: 84,
            orientation: 1,
            thumb: 0.0,
            strokes: 0,
            faded: 0.0,
        };
        for (damage, strength) in damage {
            take.suffer(*damage, usize::from((*strength).clamp(1, 3)) - 1, &mut chance);
        }
        take
    }

    fn suffer(&mut self, damage: Damage, n: usize, chance: &mut Seed) {
        match damage {
            Damage::Perspective => self.tilt = [0.5, 0.75, 0.98][n],
            Damage::Curl => {
                self.curl = [0.16, 0.3, 0.5][n] * if chance.coin() { 1.0 } else { -0.8 }
            }
            Damage::Fold => {
                self.fold = [0.16, 0.3, 0.48][n] * if chance.coin() { 1.0 } else { -1.0 }
            }
            Damage::Crumple => self.crumple = [0.45, 0.95, 1.7][n],
            Damage::Shadow => self.shadow = [0.5, 0.68, 0.85][n],
            Damage::Glare => self.glare = [0.7, 1.6, 3.6][n],
            Damage::Film => self.film = [0.45, 0.95, 1.8][n],
            Damage::LowLight => {
                self.light = [0.16, 0.06, 0.024][n];
                self.exposure *= [0.55, 0.34, 0.2][n];
                self.blur += [0.2, 0.5, 0.8][n];
            }
            Damage::Overexposed => self.exposure *= [1.7, 2.6, 4.2][n],
            Damage::FocusBlur => self.blur = [1.7, 2.9, 4.4][n],
            Damage::MotionBlur => self.motion = [5.0, 9.0, 15.0][n],
            Damage::Noise => self.grain = [0.05, 0.11, 0.2][n],
            Damage::Jpeg => self.quality = [30, 14, 6][n],
            Damage::Far => self.fill *= [0.58, 0.4, 0.27][n],
            Damage::Turned => {
                self.orientation = [6, 8, 3][n];
                self.roll += [0.2, 0.45, 0.75][n];
                self.fill *= 0.86;
            }
            Damage::Thumb => self.thumb = [0.45, 0.75, 1.0][n],
            Damage::Scratched => self.strokes = [3, 7, 14][n],
            Damage::Faded => self.faded = [0.45, 0.68, 0.84][n],
        }
    }
}
