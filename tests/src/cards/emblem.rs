//! Draws the small pictures in codes and headings. All are invented; none is a brand's mark.

use super::canvas::{Area, Canvas, to_segment};
use super::data::{Colour, Emblem};

const WHITE: Colour = Colour::WHITE;

/// An emblem on its ground with rounded corners.
pub fn draw(canvas: &mut Canvas, emblem: Emblem, area: Area) {
    canvas.fill(area, area.w * 0.2, ground(emblem));
    sign(canvas, emblem, area);
}

/// An emblem on a disc.
pub fn draw_round(canvas: &mut Canvas, emblem: Emblem, area: Area) {
    let (x, y) = area.middle();
    canvas.disc(x, y, area.w / 2.0, ground(emblem));
    sign(canvas, emblem, area.inset(area.w * 0.1));
}

fn ground(emblem: Emblem) -> Colour {
    Colour(match emblem {
        Emblem::Avatar => [120, 146, 170],
        Emblem::Chat => [34, 170, 90],
        Emblem::Headset => [34, 104, 204],
        Emblem::Gift => [214, 40, 48],
        Emblem::Bag => [240, 118, 24],
        Emblem::Coin => [24, 128, 232],
        Emblem::Group => [46, 150, 220],
        Emblem::Note => [22, 22, 26],
    })
}

/// Draws in units of the area: 0 to 1 across and down.
fn sign(canvas: &mut Canvas, emblem: Emblem, area: Area) {
    let mut pen = Pen { canvas, area };
    match emblem {
        Emblem::Avatar => pen.person(0.5, 0.5, 0.34),
        Emblem::Chat => pen.bubbles(),
        Emblem::Headset => pen.headset(),
        Emblem::Gift => pen.gift(),
        Emblem::Bag => pen.bag(),
        Emblem::Coin => pen.coin(),
        Emblem::Group => {
            pen.person(0.28, 0.48, 0.2);
            pen.person(0.72, 0.48, 0.2);
            pen.person(0.5, 0.56, 0.26);
        }
        Emblem::Note => pen.note(),
    }
}

struct Pen<'a> {
    canvas: &'a mut Canvas,
    area: Area,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.area.x + x * self.area.w, self.area.y + y * self.area.h)
    }

    fn disc(&mut self, x: f32, y: f32, r: f32, colour: Colour) {
        let (cx, cy) = self.at(x, y);
        self.canvas.disc(cx, cy, r * self.area.w, colour);
    }

    fn line(&mut self, a: (f32, f32), b: (f32, f32), width: f32, colour: Colour) {
        let (from, to) = (self.at(a.0, a.1), self.at(b.0, b.1));
        self.canvas.line(from, to, width * self.area.w, colour);
    }

    fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, round: f32, colour: Colour) {
        let (left, top) = self.at(x, y);
        let side = self.area.w;
        self.canvas.fill(Area::new(left, top, w * side, h * side), round * side, colour);
    }

    fn person(&mut self, x: f32, y: f32, size: f32) {
        self.disc(x, y - size * 0.42, size * 0.52, WHITE);
        let (cx, cy) = self.at(x, y + size * 1.05);
        let (r, side) = (size * 0.92 * self.area.w, self.area);
        // Shoulders: a disc cut off at the lower edge of the bust.
        self.canvas.shape(Area::new(cx - r, cy - r, 2.0 * r, r), WHITE, |px, py| {
            ((px - cx).hypot(py - cy) - r).max(py - (cy - r * 0.06)).max(py - side.y - side.h)
        });
    }

    fn bubbles(&mut self) {
        self.rect(0.14, 0.2, 0.5, 0.4, 0.19, WHITE);
        self.line((0.26, 0.56), (0.22, 0.68), 0.08, WHITE);
        self.rect(0.42, 0.42, 0.44, 0.35, 0.17, ground(Emblem::Chat).towards(WHITE, 0.82));
        self.line((0.74, 0.74), (0.79, 0.85), 0.07, ground(Emblem::Chat).towards(WHITE, 0.82));
        for x in [0.27, 0.37] {
            self.disc(x, 0.38, 0.035, ground(Emblem::Chat));
        }
    }

    fn headset(&mut self) {
        let ((cx, cy), side) = (self.at(0.5, 0.5), self.area.w);
        let (r, area) = (side * 0.29, self.area);
        self.canvas.shape(area, WHITE, |x, y| {
            (((x - cx).hypot(y - cy) - r).abs() - side * 0.04).max(y - cy)
        });
        self.rect(0.15, 0.46, 0.14, 0.25, 0.06, WHITE);
        self.rect(0.71, 0.46, 0.14, 0.25, 0.06, WHITE);
        self.line((0.78, 0.7), (0.6, 0.8), 0.055, WHITE);
        self.disc(0.57, 0.8, 0.06, WHITE);
    }

    fn gift(&mut self) {
        let gold = Colour([252, 206, 92]);
        self.rect(0.2, 0.46, 0.6, 0.36, 0.03, WHITE);
        self.rect(0.15, 0.34, 0.7, 0.14, 0.03, WHITE);
        self.rect(0.45, 0.34, 0.1, 0.48, 0.0, gold);
        self.line((0.5, 0.34), (0.34, 0.2), 0.07, gold);
        self.line((0.5, 0.34), (0.66, 0.2), 0.07, gold);
    }

    fn bag(&mut self) {
        self.rect(0.22, 0.36, 0.56, 0.46, 0.06, WHITE);
        let ((cx, cy), side) = (self.at(0.5, 0.38), self.area.w);
        let area = self.area;
        self.canvas.shape(area, WHITE, |x, y| {
            (((x - cx).hypot(y - cy) - side * 0.16).abs() - side * 0.03).max(y - cy)
        });
        let (a, b) = (self.at(0.4, 0.52), self.at(0.6, 0.52));
        self.canvas.shape(area, ground(Emblem::Bag), |x, y| to_segment((x, y), a, b) - side * 0.03);
    }

    fn coin(&mut self) {
        let (cx, cy) = self.at(0.5, 0.5);
        self.canvas.ring(cx, cy, self.area.w * 0.31, self.area.w * 0.055, WHITE);
        self.line((0.38, 0.32), (0.5, 0.48), 0.06, WHITE);
        self.line((0.62, 0.32), (0.5, 0.48), 0.06, WHITE);
        self.line((0.5, 0.48), (0.5, 0.7), 0.06, WHITE);
        self.line((0.38, 0.5), (0.62, 0.5), 0.05, WHITE);
        self.line((0.38, 0.6), (0.62, 0.6), 0.05, WHITE);
    }

    fn note(&mut self) {
        for (shift, colour) in
            [(-0.025, Colour([60, 230, 230])), (0.025, Colour([250, 50, 90])), (0.0, WHITE)]
        {
            self.disc(0.38 + shift, 0.68, 0.13, colour);
            self.line((0.48 + shift, 0.68), (0.48 + shift, 0.22), 0.075, colour);
            self.line((0.48 + shift, 0.24), (0.7 + shift, 0.36), 0.08, colour);
        }
    }
}
