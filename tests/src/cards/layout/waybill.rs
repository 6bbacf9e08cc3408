//! A courier's waybill on thermal paper, with an advertisement in its lower part.
//!
//! The bars are random: they encode no number and belong to no courier.

use super::Press;
use crate::cards::canvas::Area;
use crate::cards::data::Colour;
use crate::cards::emblem;
use crate::cards::lettering::{Align, Face, Style};
use crate::cards::seed::Seed;

/// What every waybill prints besides the card's own words.
pub(super) const WORDS: &str = "收寄示例市样本区虚构路号张*李*仓库已验视签收人时间0123456789*-";

/// Black of the printers of waybills, paler than [`Colour::PRINTED_BLACK`]. Empirical; no measurement
/// recorded.
const WAYBILL_BLACK: Colour = Colour([26, 26, 28]);

/// Bars, a route number, receiver and sender, a dashed cut, and below it the advertisement.
pub(super) fn waybill(press: &mut Press<'_>) -> Result<(), String> {
    let card = press.card;
    let sheet = press.sheet();
    let unit = sheet.w / 60.0;
    let body = sheet.inset(2.5 * unit);
    let line = 0.3 * unit;
    let top = Area { h: sheet.h * 0.52, ..body };
    press.canvas.frame(top, 0.0, line, WAYBILL_BLACK);
    let name = Style::new(Face::Bold, 4.4 * unit, WAYBILL_BLACK);
    let row = Area::new(body.x + 1.6 * unit, body.y + 1.4 * unit, body.w * 0.5, 4.4 * unit);
    press.fitted(&card.from, row, name, Align::Left);
    bars(press, Area::new(body.x + body.w * 0.44, body.y + 1.2 * unit, body.w * 0.53, 6.4 * unit));
    let number = Style::new(Face::Sans, 2.1 * unit, WAYBILL_BLACK).spaced(0.35 * unit);
    let row = Area::new(body.x + body.w * 0.44, body.y + 8.0 * unit, body.w * 0.53, 2.1 * unit);
    press.fitted(&card.small_print, row, number, Align::Centre);
    let mut y = body.y + 11.4 * unit;
    press.canvas.line((body.x, y), (body.x + body.w, y), line, WAYBILL_BLACK);
    let route = Style::new(Face::Bold, 8.6 * unit, WAYBILL_BLACK).spaced(0.4 * unit);
    let row = Area::new(body.x + 2.0 * unit, y + 1.2 * unit, body.w - 4.0 * unit, 8.6 * unit);
    press.fitted(&card.badge, row, route, Align::Centre);
    y += 11.4 * unit;
    let high = (top.y + top.h - y) / 2.0;
    let people = [
        ("收", "张* 1**-****-0000", "示例市样本区虚构路0号*-*-***"),
        ("寄", "李* 1**-****-0000", "示例市样本区虚构路00号仓库"),
    ];
    for (mark, who, place) in people {
        press.canvas.line((body.x, y), (body.x + body.w, y), line, WAYBILL_BLACK);
        press.canvas.disc(body.x + 4.0 * unit, y + high / 2.0, 2.5 * unit, WAYBILL_BLACK);
        let style = Style::new(Face::Bold, 3.0 * unit, Colour::WHITE);
        let spot =
            Area::new(body.x + 1.5 * unit, y + high / 2.0 - 1.5 * unit, 5.0 * unit, 3.0 * unit);
        press.fitted(mark, spot, style, Align::Centre);
        let text = Area::new(
            body.x + 8.5 * unit,
            y + high / 2.0 - 3.6 * unit,
            body.w - 11.0 * unit,
            3.0 * unit,
        );
        press.fitted(who, text, Style::new(Face::Bold, 3.0 * unit, WAYBILL_BLACK), Align::Left);
        let below = Area { y: text.y + 4.3 * unit, ..text };
        press.fitted(place, below, Style::new(Face::Sans, 2.6 * unit, WAYBILL_BLACK), Align::Left);
        y += high;
    }
    advertisement(press, Area::new(body.x, top.y + top.h + 2.0 * unit, body.w, 0.0), unit)
}

fn advertisement(press: &mut Press<'_>, area: Area, unit: f32) -> Result<(), String> {
    let card = press.card;
    let sheet = press.sheet();
    press.canvas.dashes((0.0, area.y), (sheet.w, area.y), 0.22 * unit, WAYBILL_BLACK);
    let place = Area::new(area.x, area.y + 2.0 * unit, area.w, sheet.h - area.y - 4.5 * unit);
    press.canvas.fill(place, 1.4 * unit, card.accent);
    let inside = place.inset(2.2 * unit);
    let white = Colour::WHITE;
    let head = Style::new(Face::Bold, 6.0 * unit, white).spaced(0.3 * unit);
    let side = (inside.h - 0.0).min(inside.w * 0.46);
    let words = Area { w: inside.w - side - 2.4 * unit, ..inside };
    let mut y = words.y + press.fitted(&card.heading, words, head, Align::Left) * 1.35;
    let sub = Style::new(Face::Bold, 3.4 * unit, white);
    y += press.fitted(&card.subheading, Area { y, ..words }, sub, Align::Left) * 1.7;
    let size = press.size_for(2.9 * unit, words.w, inside.y + inside.h - y - 9.5 * unit, 0.4, 0.0);
    let text = Style::new(Face::Sans, size, white);
    let y = press.paragraphs(Area { y, ..words }, text, Align::Left, 0.4 * size);
    let panel = Area::new(inside.x + inside.w - side, inside.y, side, side);
    press.canvas.fill(Area { h: inside.h, ..panel }, 1.2 * unit, white);
    press.code(0, panel.inset(0.4 * unit))?;
    let caption = Style::new(Face::Bold, 2.6 * unit, card.accent);
    let row = Area::new(panel.x, panel.y + side + 0.4 * unit, side, 2.6 * unit);
    if !card.codes[0].caption.is_empty() {
        press.fitted(&card.codes[0].caption, row, caption, Align::Centre);
    }
    let room = inside.y + inside.h - y;
    if room > 9.0 * unit {
        let at = Area::new(words.x, inside.y + inside.h - 9.0 * unit, 9.0 * unit, 9.0 * unit);
        emblem::draw(&mut press.canvas, crate::cards::data::Emblem::Gift, at);
    }
    Ok(())
}

fn bars(press: &mut Press<'_>, area: Area) {
    let mut chance = Seed::of(press.card.photo.seed, "bars");
    let module = area.w / 150.0;
    let mut x = area.x;
    while x < area.x + area.w - 4.0 * module {
        let bar = chance.between(1.0, 3.99).floor() * module;
        press.canvas.fill(Area::new(x, area.y, bar, area.h), 0.0, WAYBILL_BLACK);
        x += bar + chance.between(1.0, 3.99).floor() * module;
    }
}
