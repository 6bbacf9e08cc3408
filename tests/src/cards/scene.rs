//! Lights the scene: card, table, lamps, shadows, specular reflection, film and a thumb.
//!
//! Output is linear light on an ideal sensor. Does not depend on lens or sensor.

use std::f32::consts::{PI, TAU};

use super::camera::{Camera, Paper, RayHit};
use super::canvas::{Area, to_segment};
use super::damage::Take;
use super::data::{Card, Table};
use super::layout::Printed;
use super::seed::{self, Seed};

/// A picture in linear light, 1 is white paper.
#[derive(Clone, Debug)]
pub struct Light {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Row-major red, green, blue.
    pub pixels: Vec<[f32; 3]>,
}

struct Scene<'a> {
    card: &'a Card,
    printed: &'a Printed,
    take: &'a Take,
    paper: &'a Paper,
    sheet: Area,
    seed: u64,
    /// From the card towards the main lamp.
    lamp: [f32; 3],
    /// Middle of the first code, from the card's middle: damages strike there.
    aim: (f32, f32),
    strokes: Vec<((f32, f32), (f32, f32))>,
    shade: (f32, f32, f32),
}

/// Lights and sees the whole picture.
#[must_use]
pub fn light(
    card: &Card,
    printed: &Printed,
    take: &Take,
    paper: &Paper,
    camera: &Camera,
    frame: (usize, usize),
) -> Light {
    let scene = Scene::new(card, printed, take, paper);
    let thumb = Thumb::of(&scene, camera, frame);
    let mut pixels = Vec::with_capacity(frame.0 * frame.1);
    let row = |y: usize| -> Vec<RayHit> {
        (0..=frame.0).map(|x| camera.see(paper, x as f32 + 0.5, y as f32 + 0.5)).collect()
    };
    let mut here = row(0);
    for y in 0..frame.1 {
        let below = row(y + 1);
        for x in 0..frame.0 {
            let mut colour = scene.colour(&here[x], here[x + 1].card, below[x].card);
            if let Some(thumb) = &thumb {
                colour = thumb.over(colour, x as f32 + 0.5, y as f32 + 0.5);
            }
            pixels.push(colour);
        }
        here = below;
    }
    Light { width: frame.0, height: frame.1, pixels }
}

impl<'a> Scene<'a> {
    fn new(card: &'a Card, printed: &'a Printed, take: &'a Take, paper: &'a Paper) -> Self {
        let mut chance = Seed::of(card.photo.seed, "light");
        let turn = chance.between(0.0, TAU);
        let lamp = [turn.cos() * 0.55, turn.sin() * 0.55, 0.83];
        let [w, h] = card.size;
        let corners = printed.symbols.first().map_or([(w / 2.0, h / 2.0); 4], |s| s.corners);
        let middle = |f: fn(&(f32, f32)) -> f32| corners.iter().map(f).sum::<f32>() / 4.0;
        let aim = (middle(|c| c.0) - w / 2.0, middle(|c| c.1) - h / 2.0);
        let strokes = (0..take.strokes)
            .map(|_| {
                let at = (aim.0 + chance.bell() * w * 0.14, aim.1 + chance.bell() * h * 0.14);
                let (way, half) = (chance.between(0.0, PI), chance.between(0.06, 0.2) * w);
                let d = (way.cos() * half, way.sin() * half);
                ((at.0 - d.0, at.1 - d.1), (at.0 + d.0, at.1 + d.1))
            })
            .collect();
        let shade =
            (chance.between(-0.2, 0.2), chance.between(0.3, 1.2), chance.between(0.75, 1.0));
        Self {
            card,
            printed,
            take,
            paper,
            sheet: Area::new(-w / 2.0, -h / 2.0, w, h),
            seed: card.photo.seed,
            lamp,
            aim,
            strokes,
            shade,
        }
    }

    /// What one pixel shows, given the points of the card that its neighbours show.
    ///
    /// Light varies slowly and is taken once; print and the card's edge are taken at four points.
    fn colour(&self, seen: &RayHit, right: (f32, f32), below: (f32, f32)) -> [f32; 3] {
        let c = seen.card;
        let (rx, ry, bx, by) = (right.0 - c.0, right.1 - c.1, below.0 - c.0, below.1 - c.1);
        let points = [(-0.25, -0.25), (0.25, -0.25), (-0.25, 0.25), (0.25, 0.25)]
            .map(|(i, j)| (c.0 + rx * i + bx * j, c.1 + ry * i + by * j));
        let on = points.map(|p| self.on_card(p));
        let share = on.iter().filter(|o| **o).count() as f32 / 4.0;
        let mut colour = [0.0; 3];
        if share > 0.0 {
            let lit = self.lit(seen.ground, self.slope_light(seen.ground));
            let grain = 1.0 + 0.018 * seed::noise(self.seed ^ 77, c.0 * 3.1, c.1 * 3.1);
            let mirror = self.mirrored(seen) * share;
            for (point, _) in points.iter().zip(on).filter(|(_, on)| *on) {
                let paint = self.print(*point);
                colour.iter_mut().zip(paint).for_each(|(k, p)| *k += p * lit * grain / 4.0);
            }
            colour.iter_mut().for_each(|k| *k += mirror);
        }
        if share < 1.0 {
            let table = table(self.card.photo.table, self.seed, seen.table);
            let lit = self.lit(seen.table, 1.0) * self.contact_shadow(seen.table) * (1.0 - share);
            colour.iter_mut().zip(table).for_each(|(k, t)| *k += t * lit);
        }
        colour
    }

    fn on_card(&self, at: (f32, f32)) -> bool {
        let (x, y) = (at.0 - self.sheet.x, at.1 - self.sheet.y);
        self.sheet.distance(at.0, at.1, self.printed.corner) < 0.0
            && self.printed.holes.iter().all(|h| (x - h.0).hypot(y - h.1) > h.2)
    }

    /// The ink at a point of the card, in linear light.
    fn print(&self, at: (f32, f32)) -> [f32; 3] {
        let canvas = &self.printed.canvas;
        let x = ((at.0 - self.sheet.x) * canvas.scale - 0.5).clamp(0.0, canvas.width as f32 - 1.01);
        let y =
            ((at.1 - self.sheet.y) * canvas.scale - 0.5).clamp(0.0, canvas.height as f32 - 1.01);
        let (ix, iy, fx, fy) = (x as usize, y as usize, x.fract(), y.fract());
        let pixel = |dx: usize, dy: usize| canvas.pixels[(iy + dy) * canvas.width + ix + dx];
        let (a, b, c, d) = (pixel(0, 0), pixel(1, 0), pixel(0, 1), pixel(1, 1));
        let stroke = self.stroke(at);
        std::array::from_fn(|i| {
            let top = a[i] + (b[i] - a[i]) * fx;
            let bottom = c[i] + (d[i] - c[i]) * fx;
            let ink = top + (bottom - top) * fy;
            let worn = ink + (0.93 - ink) * self.take.faded;
            let printed = linear(worn) * 0.9 + 0.012;
            printed + (stroke[i] - printed) * stroke[3]
        })
    }

    /// Colour and cover of a scratch or a pen's stroke.
    fn stroke(&self, at: (f32, f32)) -> [f32; 4] {
        for (i, (from, to)) in self.strokes.iter().enumerate() {
            let d = to_segment(at, *from, *to);
            let pen = i % 3 == 1;
            let half = if pen { 0.38 } else { 0.2 };
            if d < half {
                return if pen { [0.02, 0.03, 0.22, 0.92] } else { [0.8, 0.79, 0.77, 0.85] };
            }
        }
        [0.0; 4]
    }

    fn slope_light(&self, ground: (f32, f32)) -> f32 {
        let (sx, sy) = self.paper.slope(ground.0, ground.1);
        let length = (sx * sx + sy * sy + 1.0).sqrt();
        let facing = (-sx * self.lamp[0] - sy * self.lamp[1] + self.lamp[2]) / length;
        0.5 + 0.5 * (facing / self.lamp[2]).clamp(0.0, 1.5)
    }

    /// Light on a point of the ground: nearer to the lamp is brighter; a shadow takes its share.
    fn lit(&self, at: (f32, f32), facing: f32) -> f32 {
        let reach = self.sheet.w.max(self.sheet.h);
        let near = 1.0 + 0.13 * (at.0 * self.lamp[0] + at.1 * self.lamp[1]) / reach;
        near * facing * (1.0 - self.take.shadow * self.shadow(at))
    }

    /// 1 in the shadow of the hand with the phone, 0 outside, soft between.
    fn shadow(&self, at: (f32, f32)) -> f32 {
        if self.take.shadow == 0.0 {
            return 0.0;
        }
        let reach = self.sheet.w.max(self.sheet.h);
        let (sin, cos) = self.shade.1.sin_cos();
        // The phone's edge runs through the code.
        let (dx, dy) = (at.0 - self.aim.0 - self.shade.0 * 20.0, at.1 - self.aim.1);
        let (u, v) = (dx * cos + dy * sin, dy * cos - dx * sin);
        let phone = Area::new(0.0, -reach * 0.16, reach * 0.75, reach * 1.6);
        let hand = (u - reach * 0.5).hypot((v - reach * 0.7) * 0.8) - reach * 0.42;
        let soft = reach * 0.035 * self.shade.2;
        let d = phone.distance(u, v, reach * 0.06).min(hand);
        1.0 / (1.0 + (d / soft).exp())
    }

    /// Light that gloss or film throws back, the same in all colours.
    fn mirrored(&self, seen: &RayHit) -> f32 {
        let (x, y) = seen.card;
        let reach = self.sheet.w.max(self.sheet.h);
        let mut sum = 0.0;
        if self.take.glare > 0.0 {
            let size = reach * (0.07 + 0.026 * self.take.glare);
            let (dx, dy) = (x - self.aim.0 - size * 0.7, y - self.aim.1 + size * 0.5);
            let (u, v) = (dx * 0.8 + dy * 0.6, dy * 0.8 - dx * 0.6);
            let wave = 0.25 * seed::noise(self.seed ^ 9, x / 9.0, y / 9.0);
            let r = (u / (size * 1.5)).hypot(v / (size * 0.62)) + wave;
            sum += self.take.glare * (-r.powi(2) * 1.4).exp() + 0.015;
        }
        if self.take.film > 0.0 {
            let (u, v) = (x * 0.86 + y * 0.5, y * 0.86 - x * 0.5);
            let bend = 7.0 * seed::noise(self.seed ^ 21, u / 31.0, v / 31.0);
            let fold = 1.0 - seed::noise(self.seed ^ 22, u / 34.0, (v + bend) / 6.5).abs();
            let patch = 0.5 + 0.5 * seed::noise(self.seed ^ 23, x / 26.0, y / 26.0);
            sum += self.take.film * fold.powi(14) * patch + 0.02 + 0.02 * self.take.film;
        }
        sum
    }

    /// The card keeps light from the table close to it.
    fn contact_shadow(&self, at: (f32, f32)) -> f32 {
        let (x, y) = (at.0 + self.lamp[0] * 2.6, at.1 + self.lamp[1] * 2.6);
        let d = self.sheet.distance(x, y, 2.0).max(0.0);
        1.0 - 0.5 * (-d / 1.7).exp()
    }
}

/// The table's colour at a point in millimetres, in linear light.
fn table(kind: Table, seed: u64, (x, y): (f32, f32)) -> [f32; 3] {
    let planks = |dark: [f32; 3], light: [f32; 3], width: f32| {
        let plank = (y / width).floor();
        let shift = seed::noise(seed ^ 3, plank * 7.3, 0.5) * 200.0;
        let knots = seed::rough(seed ^ 4, (x + shift) / 95.0, y / 12.0 + plank * 5.0);
        let grain = seed::rough(seed ^ 5, (x + shift) / 19.0, y / 0.8);
        let pore = seed::noise(seed ^ 6, (x + shift) / 5.0, y / 0.42);
        let pore = 1.0 - 0.26 * ((pore - 0.42) * 4.0).clamp(0.0, 1.0);
        let ring = (knots * 14.0 + y / 5.0).sin() * 0.5 + 0.5;
        let gap = ((y / width).fract() - 0.5).abs() > 0.5 - 0.3 / width;
        let tone = (0.26 + 0.26 * ring + 0.42 * grain + 0.12 * shift / 200.0).clamp(0.0, 1.0);
        let seam = if gap { 0.35 } else { 1.0 };
        std::array::from_fn(|i| (dark[i] + (light[i] - dark[i]) * tone) * seam * pore)
    };
    match kind {
        Table::Wood => planks([0.13, 0.062, 0.03], [0.34, 0.185, 0.09], 88.0),
        Table::Oak => planks([0.42, 0.3, 0.185], [0.62, 0.48, 0.32], 120.0),
        Table::Marble => {
            let cloud = seed::rough(seed, x / 60.0, y / 60.0);
            let vein = seed::rough(seed ^ 1, x / 45.0 + cloud, y / 45.0).abs();
            let tone = 0.6 + 0.1 * cloud - 0.3 * (1.0 - vein * 9.0).max(0.0);
            [tone, tone * 0.995, tone * 0.98]
        }
        Table::Cardboard => {
            let flute = 0.02 * (x * 0.9).sin();
            let pulp = 0.05 * seed::rough(seed, x / 9.0, y / 4.0)
                + 0.09 * seed::rough(seed ^ 8, x / 0.9, y / 0.5)
                + flute;
            let tape = (y - 52.0 - x * 0.03).abs() < 24.0;
            let shine =
                if tape { 0.07 + 0.05 * seed::noise(seed ^ 2, x / 14.0, y / 3.0) } else { 0.0 };
            [0.4 + pulp + shine, 0.255 + pulp * 0.8 + shine, 0.14 + pulp * 0.6 + shine]
        }
        Table::Cloth => {
            let weave = 0.05 * ((x * 5.2).sin() * (y * 5.2).sin());
            let stripe = |v: f32| f32::from(v.rem_euclid(32.0) < 15.0);
            let check = (stripe(x) + stripe(y)) / 2.0;
            let shade = 1.0 + 0.12 * seed::rough(seed, x / 55.0, y / 55.0);
            [0.62, 0.66, 0.74].map(|c: f32| (c - 0.33 * check * (1.2 - c) + weave) * shade)
        }
        Table::Dark => {
            let grain = seed::rough(seed, x / 1.4, y / 1.4) * 0.006;
            let cloud = seed::rough(seed ^ 1, x / 70.0, y / 70.0) * 0.008;
            [0.032, 0.034, 0.04].map(|c: f32| c + grain + cloud)
        }
    }
}

/// A thumb that holds the card by its edge.
struct Thumb {
    from: (f32, f32),
    tip: (f32, f32),
    width: f32,
    light: f32,
}

impl Thumb {
    fn of(scene: &Scene<'_>, camera: &Camera, frame: (usize, usize)) -> Option<Self> {
        if scene.take.thumb == 0.0 {
            return None;
        }
        let sheet = scene.sheet;
        // From the side nearest to the first code, inwards by the take's reach.
        let right = scene.aim.0 >= 0.0;
        let corners = scene.printed.symbols.first().map(|s| s.corners);
        let near = corners.map_or(0.0, |c| if right { c[2].0 } else { c[3].0 } + sheet.x);
        let edge = if right { sheet.x + sheet.w } else { sheet.x };
        let x = edge + (near - edge) * scene.take.thumb * 1.25;
        let y = corners.map_or(0.0, |c| c[2].1 + sheet.y) - 3.0;
        let tip = camera.project(scene.paper, (x, y));
        let long = frame.0.max(frame.1) as f32;
        let away = if right { long * 0.55 } else { -long * 0.55 };
        let width = 8.6 * {
            let a = camera.project(scene.paper, (0.0, 0.0));
            let b = camera.project(scene.paper, (1.0, 0.0));
            (a.0 - b.0).hypot(a.1 - b.1)
        };
        let light = scene.lit((x, y), 1.0);
        Some(Self { from: (tip.0 + away, tip.1 + long * 0.24), tip, width, light })
    }

    /// Skin over what lies below, and the thumb's own shadow beside it.
    fn over(&self, below: [f32; 3], x: f32, y: f32) -> [f32; 3] {
        let w = self.width;
        let (vx, vy) = (self.from.0 - self.tip.0, self.from.1 - self.tip.1);
        let length = vx.hypot(vy);
        let (ux, uy) = (vx / length, vy / length);
        // The round tip ends where the thumb was aimed.
        let (dx, dy) = (x - self.tip.0 - ux * w, y - self.tip.1 - uy * w);
        let (along, side) = (dx * ux + dy * uy, dy * ux - dx * uy);
        let broad = w * (1.0 + 0.14 * (along / (3.0 * w)).clamp(0.0, 1.0));
        let d = if along > 0.0 { side.abs() - broad } else { along.hypot(side) - broad };
        if d > 0.5 {
            let shade = 1.0 - 0.45 * (-d / (w * 0.3)).exp();
            return below.map(|c| c * shade);
        }
        let edge = (side / broad).clamp(-1.0, 1.0);
        let end = (along / broad).clamp(-1.0, 0.0);
        let round = (1.0 - edge * edge - end * end).max(0.0).sqrt();
        let lines =
            0.025 * (along / w * 34.0).sin() * f32::from(along > w * 1.9 && along < w * 2.5);
        let pores = 0.04 * seed::rough(41, x / w * 9.0, y / w * 9.0);
        let tone = (0.42 + 0.58 * round + 0.08 * edge + lines + pores) * self.light;
        let mut skin = [0.66 * tone, 0.36 * tone, 0.245 * tone];
        let nail = (along - w * 0.12).hypot(0.0) / (w * 0.72);
        let plate = nail.powi(4) + (side / (w * 0.6)).powi(4) - 1.0;
        if plate < 0.0 {
            let gloss = 0.2 * (-((side / w + 0.22) * 6.0).powi(2)).exp();
            let rim = (plate + 1.0).powi(4) * 0.16;
            skin = [0.76 - rim, 0.5 - rim, 0.41 - rim]
                .map(|c| (c * (0.55 + 0.45 * round) + gloss) * self.light);
        }
        let cover = (0.5 - d).clamp(0.0, 1.0);
        std::array::from_fn(|i| below[i] + (skin[i] - below[i]) * cover)
    }
}

/// sRGB to linear light (IEC 61966-2-1).
fn linear(v: f32) -> f32 {
    if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
}
