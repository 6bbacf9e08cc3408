//! Prints that look official: a notice with a seal, a certificate in a table.

use super::Press;
use crate::cards::canvas::Area;
use crate::cards::lettering::{Align, Face, Style};

/// A red heading over a double rule, numbered paragraphs, a code, a sender with a seal.
pub(super) fn notice(press: &mut Press<'_>) -> Result<(), String> {
    let card = press.card;
    let sheet = press.sheet();
    let unit = sheet.w / 60.0;
    let body = sheet.inset(5.5 * unit);
    let mut y = body.y;
    let head = Style::new(Face::Serif, 6.6 * unit, card.accent).spaced(0.8 * unit);
    y += press.fitted(&card.heading, Area { y, ..body }, head, Align::Centre) * 1.25;
    if !card.subheading.is_empty() {
        let style = Style::new(Face::Sans, 2.4 * unit, card.ink);
        y += press.fitted(&card.subheading, Area { y, ..body }, style, Align::Centre) + unit;
    }
    press.canvas.fill(Area::new(body.x, y, body.w, 0.55 * unit), 0.0, card.accent);
    press.canvas.fill(Area::new(body.x, y + 0.9 * unit, body.w, 0.18 * unit), 0.0, card.accent);
    y += 3.0 * unit;
    let foot = 3.6 * unit;
    let high = sheet.h - foot - y - 27.0 * unit;
    let size = press.size_for(2.9 * unit, body.w, high, 0.4, 0.0);
    let style = Style::new(Face::Sans, size, card.ink);
    y = press.paragraphs(Area { y, ..body }, style, Align::Left, 0.4 * size) + 0.6 * unit;
    let room = (sheet.h - foot - y - 2.0 * unit).max(10.0 * unit);
    let caption = Style::new(Face::Bold, 2.5 * unit, card.accent);
    let codes = card.codes.len() as f32;
    let place = Area::new(body.x, y, (room * 0.84 * codes).min(body.w * 0.64), room);
    press.codes(place, caption)?;
    let right = Area::new(body.x + body.w * 0.56, y + room * 0.16, body.w * 0.44, 2.7 * unit);
    let style = Style::new(Face::Sans, 2.7 * unit, card.ink);
    press.fitted(&card.from, right, style, Align::Right);
    let date = Area { y: right.y + 4.6 * unit, ..right };
    press.fitted(&card.small_print, date, style, Align::Right);
    if !card.badge.is_empty() {
        let side = 17.0 * unit;
        let (x, y) = (body.x + body.w - side * 0.98, right.y + 9.5 * unit - side / 2.0);
        press.seal(Area::new(x, y, side, side), &card.badge, true, -0.2);
    }
    Ok(())
}

/// A double frame, a serif heading, rows of `name|value`, codes below, a seal.
pub(super) fn certificate(press: &mut Press<'_>) -> Result<(), String> {
    let card = press.card;
    let sheet = press.sheet();
    let unit = sheet.w.min(sheet.h) / 60.0;
    press.canvas.frame(sheet.inset(2.2 * unit), 0.0, 0.6 * unit, card.accent);
    press.canvas.frame(sheet.inset(3.3 * unit), 0.0, 0.2 * unit, card.accent);
    let body = sheet.inset(6.5 * unit);
    let mut y = body.y;
    let head = Style::new(Face::Serif, 6.8 * unit, card.accent).spaced(1.6 * unit);
    y += press.fitted(&card.heading, Area { y, ..body }, head, Align::Centre) * 1.3;
    if !card.subheading.is_empty() {
        let style = Style::new(Face::Sans, 2.3 * unit, card.ink.towards(card.paper, 0.3));
        y += press.fitted(
            &card.subheading,
            Area { y, ..body },
            style.spaced(0.4 * unit),
            Align::Centre,
        );
        y += 1.8 * unit;
    }
    let flat = sheet.w > sheet.h;
    let table = Area::new(body.x, y, body.w * if flat { 0.58 } else { 1.0 }, 0.0);
    y = rows(press, table, unit) + 1.6 * unit;
    let foot = sheet.h - 6.2 * unit;
    let place = if flat {
        Area::new(body.x + body.w * 0.62, table.y, body.w * 0.38, foot - table.y - unit)
    } else {
        Area::new(body.x, y, body.w, foot - y - unit)
    };
    press.codes(place, Style::new(Face::Bold, 2.6 * unit, card.accent))?;
    let row = Area::new(body.x, foot, body.w, 2.1 * unit);
    let text = if card.from.is_empty() {
        card.small_print.clone()
    } else {
        format!("{} {}", card.from, card.small_print)
    };
    press.fitted(&text, row, Style::new(Face::Sans, 2.1 * unit, card.ink), Align::Centre);
    if !card.badge.is_empty() {
        let side = 17.0 * unit;
        let x = table.x + table.w - side * 1.1;
        press.seal(Area::new(x, y - side * 0.86, side, side), &card.badge, false, -0.24);
    }
    Ok(())
}

/// Draws the table; returns the y below it.
fn rows(press: &mut Press<'_>, table: Area, unit: f32) -> f32 {
    let card = press.card;
    let (high, line) = (5.0 * unit, 0.16 * unit);
    let split = table.w * 0.3;
    let rule = card.ink.towards(card.paper, 0.35);
    for (i, text) in card.lines.iter().enumerate() {
        let (name, value) = text.split_once('|').unwrap_or((text, ""));
        let y = table.y + high * i as f32;
        let cell = Area::new(table.x, y, table.w, high);
        press.canvas.fill(Area { w: split, ..cell }, 0.0, card.accent.towards(card.paper, 0.9));
        press.canvas.frame(cell, 0.0, line, rule);
        press.canvas.frame(Area { w: split, ..cell }, 0.0, line, rule);
        let text_y = y + 1.15 * unit;
        let size = 2.6 * unit;
        let left = Area::new(table.x + unit, text_y, split - 2.0 * unit, size);
        press.fitted(name, left, Style::new(Face::Bold, size, card.ink), Align::Centre);
        let right =
            Area::new(table.x + split + 1.4 * unit, text_y, table.w - split - 2.4 * unit, size);
        press.fitted(value, right, Style::new(Face::Sans, size, card.ink), Align::Left);
    }
    table.y + high * card.lines.len() as f32
}
