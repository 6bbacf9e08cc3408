//! Promotional cards: a coloured band, or a sheet in festive colours.

use super::Press;
use crate::cards::canvas::Area;
use crate::cards::data::Colour;
use crate::cards::lettering::{Align, Face, Style};

const WHITE: Colour = Colour::WHITE;

/// A band with the heading above; text and codes side by side, or below each other on high sheets.
pub(super) fn banner(press: &mut Press<'_>) -> Result<(), String> {
    let card = press.card;
    let sheet = press.sheet();
    let flat = sheet.w > sheet.h;
    let margin = sheet.w * 0.06;
    let band = sheet.h * if flat { 0.3 } else { 0.2 };
    let accent = card.accent;
    press.canvas.fill(Area::new(0.0, 0.0, sheet.w, band), 0.0, accent);
    // A lighter sweep in the band, as templates have it.
    let (cx, r) = (sheet.w * 0.92, band * 1.25);
    press.canvas.tint(Area::new(0.0, 0.0, sheet.w, band), WHITE, 0.1, |x, y| {
        ((x - cx).hypot(y) - r).max(y - band)
    });
    press.canvas.tint(Area::new(0.0, 0.0, sheet.w, band), WHITE, 0.08, |x, y| {
        ((x - cx).hypot(y - band) - r * 0.6).max(y - band)
    });
    let big = band * if card.subheading.is_empty() { 0.5 } else { 0.4 };
    let head = Style::new(Face::Bold, big, WHITE).spaced(big * 0.06);
    let width = sheet.w - 2.0 * margin;
    let top = band * if card.subheading.is_empty() { 0.25 } else { 0.17 };
    press.fitted(&card.heading, Area::new(margin, top, width * 0.72, big), head, Align::Left);
    if !card.subheading.is_empty() {
        let sub = Style::new(Face::Sans, band * 0.17, WHITE.towards(accent, 0.12)).spaced(0.2);
        let row = Area::new(margin, band * 0.69, width, band * 0.17);
        press.fitted(&card.subheading, row, sub, Align::Left);
    }
    if !card.from.is_empty() {
        let from = Style::new(Face::Sans, band * 0.15, WHITE);
        let row = Area::new(sheet.w * 0.6, band * 0.14, sheet.w * 0.4 - margin, band * 0.15);
        press.fitted(&card.from, row, from, Align::Right);
    }
    let foot = if card.small_print.is_empty() { margin * 0.6 } else { margin * 1.35 };
    let body = Area::new(margin, band + margin * 0.8, width, sheet.h - band - margin * 0.8 - foot);
    let caption = Style::new(Face::Bold, sheet.w.min(sheet.h) * 0.047, accent);
    if flat {
        let side = body.h.min(body.w * if card.codes.len() > 1 { 0.56 } else { 0.42 });
        let code_w = if card.codes.len() > 1 { body.w * 0.56 } else { side };
        let text = Area::new(body.x, body.y, body.w - code_w - margin * 0.7, body.h);
        let size = press.size_for(body.h * 0.12, text.w, body.h * 0.96, 0.55, 2.04);
        press.steps(text, size, accent, WHITE, card.ink);
        press.codes(Area::new(body.x + body.w - code_w, body.y, code_w, body.h), caption)?;
    } else {
        let want = (body.w / card.codes.len() as f32).min(body.h * 0.56) * 1.1;
        let size = press.size_for(sheet.w * 0.056, body.w, body.h - want, 0.55, 2.04);
        let y = press.steps(Area { h: body.h - want, ..body }, size, accent, WHITE, card.ink);
        let rest = Area::new(body.x, y + 1.0, body.w, body.y + body.h - y - 1.0);
        press.codes(rest, caption)?;
    }
    small(press, card.ink.towards(card.paper, 0.45));
    Ok(())
}

/// Full-colour stock with a double frame and an amount; codes on a light panel.
pub(super) fn festive(press: &mut Press<'_>) -> Result<(), String> {
    let card = press.card;
    let sheet = press.sheet();
    let (paper, gold) = (card.paper, card.accent);
    rays(press);
    let unit = sheet.w.min(sheet.h) / 60.0;
    press.canvas.frame(sheet.inset(2.0 * unit), 1.5 * unit, 0.5 * unit, gold);
    press.canvas.frame(sheet.inset(3.1 * unit), 1.0 * unit, 0.2 * unit, gold);
    for (x, y) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
        let inner = sheet.inset(2.0 * unit);
        let (cx, cy) = (inner.x + inner.w * x, inner.y + inner.h * y);
        press.canvas.disc(cx, cy, 3.2 * unit, paper);
        press.canvas.ring(cx, cy, 2.6 * unit, 0.4 * unit, gold);
        press.canvas.disc(cx, cy, 1.1 * unit, gold);
    }
    let flat = sheet.w > sheet.h;
    let mut body = sheet.inset(7.0 * unit);
    if !card.small_print.is_empty() {
        body.h -= 1.6 * unit;
    }
    let wide = flat && card.codes.len() > 1;
    let flat = flat && !wide;
    let words = if flat { Area { w: body.w * 0.56, ..body } } else { body };
    let align = Align::Centre;
    let mut y = words.y;
    if !card.from.is_empty() {
        let row = Area { y, ..words };
        y += press.fitted(&card.from, row, Style::new(Face::Sans, 3.0 * unit, gold), align) * 1.5;
    }
    let head = Style::new(Face::Bold, 8.2 * unit, gold).spaced(0.7 * unit);
    y += press.fitted(&card.heading, Area { y, ..words }, head, align) * 1.22;
    if !card.subheading.is_empty() {
        let style =
            Style::new(Face::Sans, 3.1 * unit, gold.towards(WHITE, 0.35)).spaced(0.25 * unit);
        y += press.fitted(&card.subheading, Area { y, ..words }, style, align) * 1.6;
    }
    if !card.badge.is_empty() {
        let style = Style::new(Face::Bold, 6.6 * unit, gold.towards(WHITE, 0.55));
        y += press.fitted(&card.badge, Area { y, ..words }, style, align) * 1.25;
    }
    let ink = gold.towards(WHITE, 0.5);
    let want = if flat { 0.0 } else { body.h * 0.42 };
    let high = body.y + body.h - y - unit - want;
    let size = press.size_for(3.2 * unit, words.w, high, 0.55, 2.04);
    let after = press.steps(Area { y: y + unit, h: high, ..words }, size, gold, paper, ink);
    let panel = if flat {
        let w = body.w * 0.4;
        Area::new(body.x + body.w - w, body.y + (body.h - w * 1.17) / 2.0, w, w * 1.17)
    } else {
        let top = after + unit;
        let room = body.y + body.h - top;
        let w = (room * 0.86 * card.codes.len() as f32).min(body.w);
        let w = if wide { body.w } else { w };
        Area::new(body.x + (body.w - w) / 2.0, top, w, room)
    };
    let plain = card.codes.first().is_none_or(|c| c.ground == WHITE);
    if plain {
        press.canvas.fill(panel, 2.0 * unit, WHITE);
    }
    let ink = if plain { paper } else { gold };
    press.codes(panel.inset(1.6 * unit), Style::new(Face::Bold, 2.9 * unit, ink))?;
    small(press, gold.towards(paper, 0.25));
    Ok(())
}

/// Faint beams from above, as festive print has them.
fn rays(press: &mut Press<'_>) {
    let sheet = press.sheet();
    let light = press.card.paper.towards(WHITE, 0.5);
    let (cx, cy) = (sheet.w / 2.0, -sheet.h * 0.12);
    press.canvas.tint(sheet, light, 0.11, |x, y| {
        let (dx, dy) = (x - cx, y - cy);
        let beam = (dx.atan2(dy) * 11.0).sin();
        -beam * dx.hypot(dy) / 11.0
    });
}

/// The small print at the lower edge.
pub(super) fn small(press: &mut Press<'_>, ink: Colour) {
    let card = press.card;
    let sheet = press.sheet();
    let size = sheet.w.min(sheet.h) * 0.036;
    let festive = card.layout == crate::cards::data::Layout::Festive;
    let y = sheet.h - size * if festive { 3.0 } else { 1.75 };
    let row = Area::new(sheet.w * 0.08, y, sheet.w * 0.84, size);
    press.fitted(&card.small_print, row, Style::new(Face::Sans, size, ink), Align::Centre);
}
