//! Projects points of the card to the picture, and pixels back to the card.
//!
//! A pinhole camera over a sheet that bends and folds along one direction without stretching; a
//! crumple adds height. Does not depend on lighting.

use super::damage::Take;
use super::seed;

/// The paper's form. Heights in millimetres above the table's plane through the card's middle.
#[derive(Clone, Debug)]
pub struct Paper {
    cos: f32,
    sin: f32,
    /// At even steps along the ground: height, and length of paper from the middle.
    profile: Vec<(f32, f32)>,
    reach: f32,
    crumple: f32,
    seed: u64,
}

/// Steps of the profile on one side.
const STEPS: usize = 600;

impl Paper {
    /// The form of a sheet of `size` millimetres in a take.
    #[must_use]
    pub fn new(size: [f32; 2], take: &Take, seed: u64) -> Self {
        // Bend across the longer side, as a card that was in an envelope does.
        let turn = take.across + if size[0] >= size[1] { 0.0 } else { std::f32::consts::FRAC_PI_2 };
        let half = size[0].max(size[1]) / 2.0;
        let reach = half * 1.7;
        let step = reach / STEPS as f32;
        let fold_at = half * 0.14 * (take.across * 9.0).sin();
        let height = |s: f32| {
            let bend = take.curl * half * (s / half).powi(2);
            bend + take.fold * ((s - fold_at).hypot(0.7))
        };
        let mut profile = vec![(0.0, 0.0); 2 * STEPS + 1];
        for (i, point) in profile.iter_mut().enumerate() {
            point.0 = height((i as f32 - STEPS as f32) * step);
        }
        for i in 1..=STEPS {
            for (here, before, way) in
                [(STEPS + i, STEPS + i - 1, 1.0), (STEPS - i, STEPS - i + 1, -1.0)]
            {
                let rise = profile[here].0 - profile[before].0;
                profile[here].1 = profile[before].1 + way * rise.hypot(step);
            }
        }
        let middle = profile[STEPS].0;
        profile.iter_mut().for_each(|p| p.0 -= middle);
        Self { cos: turn.cos(), sin: turn.sin(), profile, reach, crumple: take.crumple, seed }
    }

    /// The point of the sheet that lies above a point of the ground, both from the card's middle.
    #[must_use]
    pub fn card_at(&self, x: f32, y: f32) -> (f32, f32) {
        let (s, t) = (x * self.cos + y * self.sin, y * self.cos - x * self.sin);
        let u = self.along(s).1;
        (u * self.cos - t * self.sin, u * self.sin + t * self.cos)
    }

    /// Height above a point of the ground.
    #[must_use]
    pub fn height(&self, x: f32, y: f32) -> f32 {
        self.along(x * self.cos + y * self.sin).0 + self.crumples(x, y)
    }

    /// Slopes of the sheet to the right and down.
    #[must_use]
    pub fn slope(&self, x: f32, y: f32) -> (f32, f32) {
        let e = 0.4;
        let rise = |dx: f32, dy: f32| {
            (self.height(x + dx, y + dy) - self.height(x - dx, y - dy)) / (2.0 * e)
        };
        (rise(e, 0.0), rise(0.0, e))
    }

    /// Lowest height within the card's reach: there the table lies.
    #[must_use]
    pub fn lowest(&self) -> f32 {
        let inner = STEPS * 4 / 10..STEPS * 16 / 10;
        self.profile[inner].iter().map(|p| p.0).fold(0.0, f32::min) - self.crumple * 0.4
    }

    /// The ground below a point of the sheet, with its height.
    #[must_use]
    pub fn ground(&self, card: (f32, f32)) -> (f32, f32, f32) {
        let (u, t) = (card.0 * self.cos + card.1 * self.sin, card.1 * self.cos - card.0 * self.sin);
        let i = self.profile.partition_point(|p| p.1 < u).clamp(1, 2 * STEPS);
        let (before, after) = (self.profile[i - 1].1, self.profile[i].1);
        let part = (u - before) / (after - before);
        let s = ((i - 1) as f32 + part - STEPS as f32) * self.reach / STEPS as f32;
        let (x, y) = (s * self.cos - t * self.sin, s * self.sin + t * self.cos);
        (x, y, self.height(x, y))
    }

    fn along(&self, s: f32) -> (f32, f32) {
        let at =
            (s / self.reach * STEPS as f32 + STEPS as f32).clamp(0.0, 2.0 * STEPS as f32 - 0.01);
        let (i, part) = (at as usize, at.fract());
        let (a, b) = (self.profile[i], self.profile[i + 1]);
        // Beyond the profile the paper is longer than any card: no pixel shows it.
        (a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part)
    }

    fn crumples(&self, x: f32, y: f32) -> f32 {
        if self.crumple == 0.0 {
            return 0.0;
        }
        // Creases are where the noise changes its sign.
        let coarse = 1.0 - 2.0 * seed::noise(self.seed, x / 17.0, y / 17.0).abs();
        let fine = 1.0 - 2.0 * seed::noise(self.seed ^ 5, x / 8.0, y / 8.0).abs();
        self.crumple * (coarse + 0.4 * fine)
    }
}

/// What a pixel shows.
#[derive(Clone, Copy, Debug)]
pub struct RayHit {
    /// The ground below, in millimetres from the card's middle.
    pub ground: (f32, f32),
    /// The point of the sheet, in millimetres from its middle, also beyond its edges.
    pub card: (f32, f32),
    /// The point of the table's plane on the same line of sight.
    pub table: (f32, f32),
}

/// A pinhole camera that looks at the card.
#[derive(Clone, Debug)]
pub struct Camera {
    rows: [[f32; 3]; 3],
    shift: [f32; 3],
    focal: f32,
    middle: (f32, f32),
    table: f32,
}

impl Camera {
    /// A camera for a picture of `frame` pixels, so placed that the card fills its share.
    #[must_use]
    pub fn new(frame: (usize, usize), size: [f32; 2], take: &Take, paper: &Paper) -> Self {
        let (width, height) = (frame.0 as f32, frame.1 as f32);
        let long = width.max(height);
        let mut camera = Self {
            rows: rotation(take),
            shift: [0.0, 0.0, 3.0 * size[0].max(size[1])],
            focal: long * 1.05,
            middle: (width / 2.0, height / 2.0),
            table: -paper.lowest(),
        };
        let (w, h) = (size[0] / 2.0, size[1] / 2.0);
        let rim: Vec<(f32, f32)> = (0..=16)
            .flat_map(|i| {
                let k = i as f32 / 8.0 - 1.0;
                [(k * w, -h), (k * w, h), (-w, k * h), (w, k * h)]
            })
            .collect();
        for _ in 0..6 {
            let seen: Vec<(f32, f32)> = rim.iter().map(|p| camera.project(paper, *p)).collect();
            let span = |axis: fn(&(f32, f32)) -> f32| {
                let low = seen.iter().map(axis).fold(f32::MAX, f32::min);
                let high = seen.iter().map(axis).fold(f32::MIN, f32::max);
                (low, high)
            };
            let (x0, x1) = span(|p| p.0);
            let (y0, y1) = span(|p| p.1);
            let share = ((x1 - x0) / width).max((y1 - y0) / height);
            camera.shift[2] *= share / take.fill;
            let pixel = camera.shift[2] / camera.focal;
            camera.shift[0] -= ((x0 + x1) / 2.0 - width / 2.0) * pixel;
            camera.shift[1] -= ((y0 + y1) / 2.0 - height / 2.0) * pixel;
        }
        camera
    }

    /// The pixel that shows a point of the sheet.
    #[must_use]
    pub fn project(&self, paper: &Paper, card: (f32, f32)) -> (f32, f32) {
        let (x, y, height) = paper.ground(card);
        let point = [x, y, -height];
        let [px, py, pz]: [f32; 3] = std::array::from_fn(|i| {
            self.rows[i].iter().zip(point).map(|(a, b)| a * b).sum::<f32>() + self.shift[i]
        });
        (self.middle.0 + self.focal * px / pz, self.middle.1 + self.focal * py / pz)
    }

    /// What the pixel at (x, y) shows.
    #[must_use]
    pub fn see(&self, paper: &Paper, x: f32, y: f32) -> RayHit {
        let ray = [(x - self.middle.0) / self.focal, (y - self.middle.1) / self.focal, 1.0];
        let back = |v: [f32; 3]| -> [f32; 3] {
            std::array::from_fn(|i| (0..3).map(|r| self.rows[r][i] * v[r]).sum())
        };
        let direction = back(ray);
        let origin = back(self.shift).map(|v| -v);
        let at = |depth: f32| {
            let t = (depth - origin[2]) / direction[2];
            (origin[0] + t * direction[0], origin[1] + t * direction[1])
        };
        let mut depth = 0.0;
        let mut ground = at(depth);
        // A few steps towards the surface; less than whole ones, because steep paper would swing.
        for _ in 0..9 {
            let gap = -paper.height(ground.0, ground.1) - depth;
            depth += 0.8 * gap;
            ground = at(depth);
            if gap.abs() < 0.01 {
                break;
            }
        }
        RayHit { ground, card: paper.card_at(ground.0, ground.1), table: at(self.table) }
    }
}

fn rotation(take: &Take) -> [[f32; 3]; 3] {
    let (ts, tc) = take.tilt.sin_cos();
    let (as_, ac) = take.towards.sin_cos();
    let (rs, rc) = take.roll.sin_cos();
    // Turn the tilt's direction to the x axis, tilt, turn back, then roll.
    let turn = |s: f32, c: f32| [[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]];
    let tilt = [[1.0, 0.0, 0.0], [0.0, tc, -ts], [0.0, ts, tc]];
    let product = |a: [[f32; 3]; 3], b: [[f32; 3]; 3]| -> [[f32; 3]; 3] {
        std::array::from_fn(|i| std::array::from_fn(|j| (0..3).map(|k| a[i][k] * b[k][j]).sum()))
    };
    product(turn(rs, rc), product(turn(as_, ac), product(tilt, turn(-as_, ac))))
}
