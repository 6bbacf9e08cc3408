//! Cards that speak to the customer: a letter, and a printed contact page.

use super::Press;
use super::panel::small;
use crate::cards::canvas::Area;
use crate::cards::data::{Colour, Emblem};
use crate::cards::emblem;
use crate::cards::lettering::{Align, Face, Style};

/// A letter: sender, heading, paragraphs, codes at the foot.
pub(super) fn letter(press: &mut Press<'_>) -> Result<(), String> {
    let card = press.card;
    let sheet = press.sheet();
    let unit = sheet.w.min(sheet.h) / 60.0;
    let body = sheet.inset(5.5 * unit);
    press.canvas.fill(Area::new(0.0, 0.0, sheet.w, 1.6 * unit), 0.0, card.accent);
    press.canvas.fill(Area::new(0.0, sheet.h - 1.0 * unit, sheet.w, 1.0 * unit), 0.0, card.accent);
    let mut y = body.y;
    if !card.from.is_empty() {
        let style = Style::new(Face::Bold, 2.9 * unit, card.accent).spaced(0.3 * unit);
        y += press.fitted(&card.from, Area { y, ..body }, style, Align::Centre) * 1.5;
        let (mid, half) = (sheet.w / 2.0, body.w * 0.16);
        press.canvas.line((mid - half, y), (mid + half, y), 0.18 * unit, card.accent);
        y += 2.0 * unit;
    }
    let head = Style::new(Face::Serif, 7.4 * unit, card.accent).spaced(0.9 * unit);
    y += press.fitted(&card.heading, Area { y, ..body }, head, Align::Centre) * 1.3;
    if !card.subheading.is_empty() {
        let style = Style::new(Face::Sans, 2.5 * unit, card.ink.towards(card.paper, 0.4));
        y += press.fitted(
            &card.subheading,
            Area { y, ..body },
            style.spaced(0.5 * unit),
            Align::Centre,
        );
        y += 2.6 * unit;
    }
    let flat = sheet.w > sheet.h;
    let text_w = if flat && !card.codes.is_empty() { body.w * 0.58 } else { body.w };
    let boxed = if card.badge.is_empty() { 0.0 } else { 8.4 * unit };
    let want = boxed + if flat { 4.0 * unit } else { 31.0 * unit };
    let size = press.size_for(3.2 * unit, text_w, sheet.h - y - want - 5.0 * unit, 0.45, 0.0);
    let style = Style::new(Face::Sans, size, card.ink);
    let text = Area { y: y + unit, w: text_w, ..body };
    let mut after = press.paragraphs(text, style, Align::Left, 0.45 * size);
    if !card.badge.is_empty() {
        // The offer in a box of its own.
        let row = Area::new(body.x, after, text_w, 7.0 * unit);
        press.canvas.fill(row, 1.2 * unit, card.accent.towards(card.paper, 0.86));
        press.canvas.frame(row, 1.2 * unit, 0.2 * unit, card.accent);
        let style = Style::new(Face::Bold, 3.8 * unit, card.accent);
        let inside = Area { y: row.y + 1.6 * unit, ..row }.inset(0.0);
        press.fitted(&card.badge, inside, style, Align::Centre);
        after += 8.4 * unit;
    }
    let foot = if card.small_print.is_empty() { 1.0 } else { 3.4 } * unit;
    let caption = Style::new(Face::Bold, 2.7 * unit, card.accent);
    let bottom = sheet.h - foot - 1.6 * unit;
    let place = if flat {
        let x = body.x + body.w * 0.62;
        Area::new(x, y, body.w * 0.38, bottom - y)
    } else {
        Area::new(body.x, after + unit, body.w, bottom - after - unit)
    };
    press.codes(place, caption)?;
    if !card.small_print.is_empty() {
        let row = Area::new(body.x, sheet.h - foot - 0.9 * unit, body.w, 2.0 * unit);
        let ink = card.ink.towards(card.paper, 0.45);
        press.fitted(
            &card.small_print,
            row,
            Style::new(Face::Sans, 2.0 * unit, ink),
            Align::Centre,
        );
    }
    Ok(())
}

/// A contact page: avatar, name, company, one large code, the request to scan it.
pub(super) fn contact(press: &mut Press<'_>) -> Result<(), String> {
    let card = press.card;
    let sheet = press.sheet();
    let unit = sheet.w / 60.0;
    press.canvas.fill(sheet, 0.0, card.accent);
    let panel = Area::new(4.0 * unit, 5.0 * unit, 52.0 * unit, sheet.h - 15.0 * unit);
    press.canvas.fill(panel, 2.6 * unit, Colour::WHITE);
    let face = Area::new(panel.x + 4.0 * unit, panel.y + 4.0 * unit, 10.0 * unit, 10.0 * unit);
    emblem::draw(&mut press.canvas, card.codes[0].logo.unwrap_or(Emblem::Headset), face);
    let x = face.x + 12.0 * unit;
    let w = panel.x + panel.w - x - 3.0 * unit;
    let name = Style::new(Face::Bold, 4.2 * unit, card.ink);
    press.fitted(
        &card.heading,
        Area::new(x, face.y + 0.7 * unit, w, 4.2 * unit),
        name,
        Align::Left,
    );
    let firm = Style::new(Face::Sans, 2.8 * unit, Colour([214, 138, 40]));
    press.fitted(
        &card.subheading,
        Area::new(x, face.y + 6.3 * unit, w, 2.8 * unit),
        firm,
        Align::Left,
    );
    let side = 40.0 * unit;
    let top = face.y + 12.5 * unit;
    press.code(0, Area::new(panel.x + (panel.w - side) / 2.0, top, side, side))?;
    let mut y = top + side + 0.6 * unit;
    let caption = Style::new(Face::Sans, 2.7 * unit, card.ink.towards(Colour::WHITE, 0.35));
    let row = Area::new(panel.x, y, panel.w, 2.7 * unit).inset(0.0);
    press.fitted(&card.codes[0].caption, row, caption, Align::Centre);
    y += 5.6 * unit;
    let rest = Area::new(panel.x + 3.0 * unit, y, panel.w - 6.0 * unit, 10.0 * unit);
    let size = press.size_for(3.4 * unit, rest.w, panel.y + panel.h - y, 0.1, 0.0);
    let style = Style::new(Face::Bold, size, card.accent);
    press.paragraphs(rest, style, Align::Centre, 0.2 * unit);
    let foot = Area::new(4.0 * unit, sheet.h - 8.2 * unit, 52.0 * unit, 3.4 * unit);
    let style = Style::new(Face::Bold, 3.4 * unit, Colour::WHITE).spaced(0.3 * unit);
    press.fitted(&card.from, foot, style, Align::Centre);
    small(press, Colour::WHITE.towards(card.accent, 0.2));
    Ok(())
}
