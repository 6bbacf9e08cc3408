//! Coupons: one with a perforated stub, one with a patch to be scratched off.

use super::Press;
use super::panel::small;
use crate::cards::canvas::{Area, to_segment};
use crate::cards::data::Colour;
use crate::cards::lettering::{Align, Face, Style};
use crate::cards::seed::{Seed, rough};

const WHITE: Colour = Colour::WHITE;

/// A wide coupon: heading and value at the left, a stub with the code at the right.
pub(super) fn ticket(press: &mut Press<'_>) -> Result<(), String> {
    let card = press.card;
    let sheet = press.sheet();
    let unit = sheet.h / 54.0;
    let stub = (sheet.h * 0.78).min(sheet.w * 0.42);
    let cut = sheet.w - stub;
    press.canvas.fill(Area::new(0.0, 0.0, cut, sheet.h), 0.0, card.accent);
    waves(press, Area::new(0.0, 0.0, cut, sheet.h));
    let body = Area::new(5.0 * unit, 5.0 * unit, cut - 10.0 * unit, sheet.h - 10.0 * unit);
    let gold = Colour([255, 226, 160]);
    let mut y = body.y;
    if !card.from.is_empty() {
        let style = Style::new(Face::Sans, 2.9 * unit, gold);
        y += press.fitted(&card.from, Area { y, ..body }, style, Align::Left) * 1.6;
    }
    let head = Style::new(Face::Bold, 9.0 * unit, gold).spaced(1.2 * unit);
    y += press.fitted(&card.heading, Area { y, ..body }, head, Align::Left) * 1.22;
    if !card.subheading.is_empty() {
        let style = Style::new(Face::Sans, 2.9 * unit, WHITE);
        y += press.fitted(&card.subheading, Area { y, ..body }, style, Align::Left) * 1.6;
    }
    if !card.badge.is_empty() {
        let row = Area::new(body.x, y, body.w * 0.86, 7.6 * unit);
        press.canvas.fill(row, 3.8 * unit, gold);
        let style = Style::new(Face::Bold, 4.6 * unit, card.accent);
        let inside = Area::new(row.x + 3.0 * unit, y + 1.35 * unit, row.w - 6.0 * unit, 4.6 * unit);
        press.fitted(&card.badge, inside, style, Align::Centre);
        y += 9.6 * unit;
    }
    let style = Style::new(Face::Sans, 2.6 * unit, WHITE);
    press.paragraphs(Area { y, ..body }, style, Align::Left, 0.3 * unit);
    press.canvas.dashes((cut, 3.0 * unit), (cut, sheet.h - 3.0 * unit), 0.35 * unit, card.ink);
    for edge in [0.0, sheet.h] {
        press.holes.push((cut, edge, 2.4 * unit));
    }
    let place = Area::new(cut + 3.0 * unit, 3.5 * unit, stub - 6.0 * unit, sheet.h - 9.0 * unit);
    press.codes(place, Style::new(Face::Bold, 2.9 * unit, card.accent))?;
    if !card.small_print.is_empty() {
        let row = Area::new(cut + 2.0 * unit, sheet.h - 4.6 * unit, stub - 4.0 * unit, 2.0 * unit);
        let ink = card.ink.towards(card.paper, 0.4);
        press.fitted(
            &card.small_print,
            row,
            Style::new(Face::Sans, 2.0 * unit, ink),
            Align::Centre,
        );
    }
    Ok(())
}

/// A card with a silver patch, half scratched off over the prize.
pub(super) fn scratch(press: &mut Press<'_>) -> Result<(), String> {
    let card = press.card;
    let sheet = press.sheet();
    let unit = sheet.w.min(sheet.h) / 60.0;
    waves(press, sheet);
    let body = sheet.inset(4.5 * unit);
    let flat = sheet.w > sheet.h;
    let words = if flat { Area { w: body.w * 0.56, ..body } } else { body };
    let head = Style::new(Face::Bold, 9.0 * unit, card.accent).spaced(0.8 * unit);
    let mut y = words.y + press.fitted(&card.heading, words, head, Align::Centre) * 1.25;
    let sub = Style::new(Face::Sans, 3.0 * unit, card.ink);
    y += press.fitted(&card.subheading, Area { y, ..words }, sub, Align::Centre) + 2.4 * unit;
    let patch = Area::new(words.x + words.w * 0.06, y, words.w * 0.88, 13.5 * unit);
    silver(press, patch, unit);
    y = patch.y + patch.h + 3.0 * unit;
    let want = if flat { 3.0 * unit } else { 34.0 * unit };
    let high = body.y + body.h - y - want;
    let size = press.size_for(3.1 * unit, words.w, high, 0.55, 2.04);
    let after = press.steps(Area { y, h: high, ..words }, size, card.accent, WHITE, card.ink);
    let place = if flat {
        let w = body.w * 0.4;
        Area::new(body.x + body.w - w, body.y, w, body.h - 3.0 * unit)
    } else {
        Area::new(body.x, after, body.w, body.y + body.h - after - 3.0 * unit)
    };
    press.codes(place, Style::new(Face::Bold, 3.0 * unit, card.accent))?;
    small(press, card.ink.towards(card.paper, 0.3));
    Ok(())
}

fn silver(press: &mut Press<'_>, patch: Area, unit: f32) {
    let card = press.card;
    let seed = card.photo.seed;
    press.canvas.fill(patch.inset(-0.8 * unit), 1.2 * unit, card.accent);
    press.canvas.fill(patch, 0.6 * unit, WHITE);
    let prize = Style::new(Face::Bold, 6.4 * unit, card.accent);
    let row =
        Area::new(patch.x + 2.0 * unit, patch.y + 3.2 * unit, patch.w - 4.0 * unit, 6.4 * unit);
    press.fitted(&card.badge, row, prize, Align::Centre);
    // Strokes of a coin lay the prize bare; what no stroke touches stays silver.
    let mut chance = Seed::of(seed, "scratch");
    let strokes: Vec<((f32, f32), (f32, f32))> = (0..15)
        .map(|i| {
            let x = patch.x + patch.w * (0.1 + 0.054 * i as f32);
            let lean = chance.between(2.0, 6.0) * unit;
            let top = patch.y + chance.between(1.2, 3.4) * unit;
            let foot = patch.y + patch.h - chance.between(1.2, 3.4) * unit;
            ((x + lean, top), (x - lean, foot))
        })
        .collect();
    let metal = Colour([168, 170, 176]);
    press.canvas.shape(patch, metal, |x, y| {
        let bare = strokes.iter().map(|s| to_segment((x, y), s.0, s.1)).fold(f32::MAX, f32::min);
        let edge = 1.55 * unit + 0.5 * unit * rough(seed, x * 1.7, y * 1.7);
        patch.distance(x, y, 0.6 * unit).max(edge - bare)
    });
}

/// Faint lines against copying, as coupons have them.
fn waves(press: &mut Press<'_>, area: Area) {
    let light = press.card.ink.towards(WHITE, 0.6);
    let unit = press.sheet().h / 54.0;
    press.canvas.tint(area, light, 0.1, |x, y| {
        let swing = (x / unit * 0.21).sin() * 1.4 + (x / unit * 0.083).cos() * 1.1;
        let phase = (y / unit + swing).rem_euclid(2.2) - 1.1;
        (phase.abs() - 0.13) * unit
    });
}
