//! Lays out cards: each layout file arranges the same words and codes as a different kind of print.
//!
//! This file holds what layouts share. Layouts do not depend on the content of the words.

mod formal;
mod letter;
mod panel;
mod ticket;
mod waybill;

use super::canvas::{Area, Canvas};
use super::code::{self, Symbol};
use super::data::{Card, Colour, Layout};
use super::lettering::{Align, Face, Faces, Style};

/// A card as it leaves the press.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The sheet.
    pub canvas: Canvas,
    /// Its codes, in the order of the data file.
    pub symbols: Vec<Symbol>,
    /// Punched holes: x, y, radius in millimetres.
    pub holes: Vec<(f32, f32, f32)>,
    /// Radius of the sheet's corners in millimetres.
    pub corner: f32,
}

/// Prints a card at `scale` pixels a millimetre.
///
/// # Errors
/// A sentence when a letter is in no face or a code's text is too long.
pub fn print(card: &Card, faces: &Faces, scale: f32) -> Result<Printed, String> {
    let words = words_of(card);
    let lacking = faces.lacking(&words);
    if !lacking.is_empty() {
        let lacking: String = lacking.into_iter().collect();
        return Err(format!(
            "card {}: the font lacks {lacking}; run tests/cards/subset-font.py again",
            card.name
        ));
    }
    let canvas = Canvas::new(card.size, scale, card.paper);
    let mut press = Press { canvas, faces, card, symbols: Vec::new(), holes: Vec::new() };
    match card.layout {
        Layout::Banner => panel::banner(&mut press)?,
        Layout::Festive => panel::festive(&mut press)?,
        Layout::Letter => letter::letter(&mut press)?,
        Layout::Contact => letter::contact(&mut press)?,
        Layout::Notice => formal::notice(&mut press)?,
        Layout::Certificate => formal::certificate(&mut press)?,
        Layout::Ticket => ticket::ticket(&mut press)?,
        Layout::Scratch => ticket::scratch(&mut press)?,
        Layout::Waybill => waybill::waybill(&mut press)?,
    }
    let corner = match card.layout {
        Layout::Waybill | Layout::Notice | Layout::Ticket => 0.3,
        _ => 2.4,
    };
    Ok(Printed { canvas: press.canvas, symbols: press.symbols, holes: press.holes, corner })
}

/// All that is printed on a card in letters.
#[must_use]
pub fn words_of(card: &Card) -> String {
    let mut words =
        vec![&card.heading, &card.subheading, &card.from, &card.badge, &card.small_print];
    words.extend(&card.lines);
    words.extend(card.codes.iter().map(|c| &c.caption));
    words.into_iter().map(String::as_str).collect::<Vec<_>>().join("") + waybill::WORDS
}

/// A sheet under work.
pub(crate) struct Press<'a> {
    pub canvas: Canvas,
    pub faces: &'a Faces,
    pub card: &'a Card,
    pub symbols: Vec<Symbol>,
    pub holes: Vec<(f32, f32, f32)>,
}

impl Press<'_> {
    /// The whole sheet.
    fn sheet(&self) -> Area {
        Area::new(0.0, 0.0, self.card.size[0], self.card.size[1])
    }

    fn fitted(&mut self, text: &str, area: Area, style: Style, align: Align) -> f32 {
        self.faces.fitted(&mut self.canvas, text, area, style, align)
    }

    fn paragraph(&mut self, text: &str, area: Area, style: Style, align: Align) -> f32 {
        self.faces.paragraph(&mut self.canvas, text, area, style, align)
    }

    /// All running text, one paragraph below another. Returns the y below the last.
    fn paragraphs(&mut self, area: Area, style: Style, align: Align, gap: f32) -> f32 {
        let mut y = area.y;
        for text in &self.card.lines {
            let rest = Area::new(area.x, y, area.w, area.h);
            y = self.paragraph(text, rest, style, align) + gap;
        }
        y
    }

    /// The largest size up to `most` at which the running text of `width` is at most `high`.
    fn size_for(&self, most: f32, width: f32, high: f32, gap: f32, indent: f32) -> f32 {
        let style = |size| Style::new(Face::Sans, size, self.card.ink);
        let rows = |text: &String, size: f32| {
            self.faces.broken(text, width - indent * size, style(size)).len() as f32
        };
        let lines = &self.card.lines;
        let fits = |size: f32| {
            let used = |t: &String| rows(t, size) * size * style(size).lead + gap * size;
            lines.iter().map(used).sum::<f32>() <= high
        };
        let sizes: Vec<f32> = (0..20).map(|i| most * 0.97_f32.powi(i)).collect();
        // Steps that fit on one row each look better than larger ones that leave a word behind.
        let whole = |size: &&f32| fits(**size) && lines.iter().all(|t| rows(t, **size) == 1.0);
        let broken = |size: &&f32| fits(**size);
        let found = sizes[..11].iter().find(whole).or_else(|| sizes.iter().find(broken));
        found.copied().unwrap_or(sizes[19])
    }

    /// The running text as numbered steps, spread over the area's height where there is room.
    fn steps(&mut self, area: Area, size: f32, disc: Colour, number: Colour, ink: Colour) -> f32 {
        let mut y = area.y;
        let style = Style::new(Face::Sans, size, ink);
        let rows = |t: &String| self.faces.broken(t, area.w - 2.04 * size, style).len() as f32;
        let used: f32 = self.card.lines.iter().map(|t| (rows(t) * style.lead + 0.55) * size).sum();
        let spare = (area.h - used) / self.card.lines.len().max(1) as f32;
        let gap = size * 0.55 + spare.clamp(0.0, size * 1.1);
        for (i, text) in self.card.lines.iter().enumerate() {
            let r = size * 0.72;
            self.canvas.disc(area.x + r, y + size * 0.52, r, disc);
            let digit = Style::new(Face::Bold, size * 0.9, number);
            let spot = Area::new(area.x, y + size * 0.06, 2.0 * r, size);
            self.fitted(&(i + 1).to_string(), spot, digit, Align::Centre);
            let indent = 2.0 * r + size * 0.6;
            let rest = Area::new(area.x + indent, y, area.w - indent, area.h);
            y = self.paragraph(text, rest, style, Align::Left) + gap;
        }
        y
    }

    /// Codes side by side (or below each other where the area is high), captions below each.
    fn codes(&mut self, area: Area, caption: Style) -> Result<(), String> {
        let card = self.card;
        let count = card.codes.len().max(1) as f32;
        let below = |c: &str| if c.is_empty() { 0.0 } else { caption.size * 1.7 };
        let room = card.codes.iter().map(|c| below(&c.caption)).fold(0.0, f32::max);
        let flat = area.w >= area.h;
        let gap = 4.0;
        let side = if flat {
            ((area.w - gap * (count - 1.0)) / count).min(area.h - room)
        } else {
            area.w.min((area.h - gap * (count - 1.0)) / count - room)
        };
        let used = count * side + gap * (count - 1.0);
        for (i, code) in card.codes.iter().enumerate() {
            let i = i as f32;
            let (x, y) = if flat {
                let spread = ((area.w - used) / (count + 1.0)).max(0.0);
                let x = area.x + spread * (i + 1.0) + i * (side + gap);
                (x, area.y + (area.h - side - room) / 2.0)
            } else {
                let step = side + room + gap;
                let top = area.y + (area.h - step * count + gap) / 2.0;
                (area.x + (area.w - side) / 2.0, top + i * step)
            };
            self.code(i as usize, Area::new(x, y, side, side))?;
            let width = side.max(area.w / count * 0.9);
            let row = Area::new(
                x + side / 2.0 - width / 2.0,
                y + side + caption.size * 0.45,
                width,
                caption.size,
            );
            if !code.caption.is_empty() {
                self.fitted(&code.caption, row, caption, Align::Centre);
            }
        }
        Ok(())
    }

    /// One code, with its quiet zone, in a square.
    fn code(&mut self, number: usize, area: Area) -> Result<(), String> {
        let code = &self.card.codes[number];
        let seed = self.card.photo.seed.wrapping_add(number as u64);
        let symbol = code::draw(&mut self.canvas, code, area, seed)
            .map_err(|e| format!("card {}: {e}", self.card.name))?;
        self.symbols.push(symbol);
        Ok(())
    }

    /// A red seal, pressed a little askew: a ring with words, or a box.
    fn seal(&mut self, area: Area, text: &str, round: bool, turn: f32) {
        let red = Colour([206, 30, 36]);
        let mut mask = Canvas::new([area.w, area.h], self.canvas.scale, Colour::WHITE);
        let whole = Area::new(0.0, 0.0, area.w, area.h);
        let line = area.w * 0.035;
        if round {
            mask.ring(area.w / 2.0, area.h / 2.0, area.w * 0.42, line, Colour::PRINTED_BLACK);
            mask.ring(
                area.w / 2.0,
                area.h / 2.0,
                area.w * 0.36,
                line * 0.35,
                Colour::PRINTED_BLACK,
            );
        } else {
            let box_ = Area::new(area.w * 0.06, area.h * 0.3, area.w * 0.88, area.h * 0.4);
            mask.frame(box_, line, line, Colour::PRINTED_BLACK);
        }
        let size = area.w * if round { 0.17 } else { 0.2 };
        let style = Style::new(Face::Bold, size, Colour::PRINTED_BLACK);
        let width = area.w * if round { 0.62 } else { 0.8 };
        let rows = self.faces.broken(text, width, style);
        let mut y = whole.h / 2.0 - size * 0.62 * rows.len() as f32 + size * 0.1;
        for row in &rows {
            let at = Area::new((area.w - width) / 2.0, y, width, size);
            self.faces.fitted(&mut mask, row, at, style, Align::Centre);
            y += size * 1.22;
        }
        let s = self.canvas.scale;
        let (sin, cos) = turn.sin_cos();
        let (cx, cy) = area.middle();
        for py in 0..(area.h * s) as i64 {
            for px in 0..(area.w * s) as i64 {
                let (dx, dy) = (px as f32 / s - area.w / 2.0, py as f32 / s - area.h / 2.0);
                let (mx, my) = (cos * dx + sin * dy, cos * dy - sin * dx);
                let (ix, iy) = ((mx + area.w / 2.0) * s, (my + area.h / 2.0) * s);
                if ix < 0.0 || iy < 0.0 || ix >= mask.width as f32 || iy >= mask.height as f32 {
                    continue;
                }
                let ink = 1.0 - mask.pixels[iy as usize * mask.width + ix as usize][0];
                // Uneven pressure.
                let patchy =
                    0.78 + 0.3 * super::seed::rough(self.card.photo.seed, mx * 1.1, my * 1.1);
                let (x, y) =
                    (((cx - area.w / 2.0) * s) as i64 + px, ((cy - area.h / 2.0) * s) as i64 + py);
                self.canvas.blend(x, y, red, (ink * patchy).clamp(0.0, 0.9));
            }
        }
    }
}
