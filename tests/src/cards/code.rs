//! Draws one code: QR codes in the styles that cards carry; round ones are handed to `round`.
//!
//! Encoding is the `qrcode` crate's; what is drawn here is only ink. Knows nothing of what a code
//! means.

use qrcode::bits::Bits;
use qrcode::types::QrError;
use qrcode::{Color, EcLevel, QrCode, Version};

use super::canvas::{Area, Canvas};
use super::data::{Code, Colour, Level, Modules, Shape};
use super::{emblem, round};

/// A code as it was printed.
#[derive(Clone, Debug)]
pub struct Symbol {
    /// Its payload; `None` for round codes.
    pub text: Option<String>,
    /// Family.
    pub shape: Shape,
    /// Kind of payload.
    pub kind: String,
    /// Top left, top right, bottom right, bottom left, in millimetres on the card.
    pub corners: [(f32, f32); 4],
}

/// Draws a code so that it and its quiet zone fill the square `area`.
///
/// # Errors
/// A sentence when the text does not fit any QR code.
pub fn draw(canvas: &mut Canvas, code: &Code, area: Area, seed: u64) -> Result<Symbol, String> {
    match code.shape {
        Shape::Qr => qr(canvas, code, area),
        Shape::MiniProgram => Ok(round::mini_program(canvas, code, area, seed)),
        Shape::Douyin => Ok(round::douyin(canvas, code, area, seed)),
    }
}

/// The symbol that fills a square, less `quiet` on each side.
#[must_use]
pub fn symbol(code: &Code, area: Area, quiet: f32) -> Symbol {
    let a = area.inset(quiet);
    let (right, bottom) = (a.x + a.w, a.y + a.h);
    let text = (code.shape == Shape::Qr).then(|| code.text.clone());
    Symbol {
        text,
        shape: code.shape,
        kind: code.kind.clone(),
        corners: [(a.x, a.y), (right, a.y), (right, bottom), (a.x, bottom)],
    }
}

fn qr(canvas: &mut Canvas, code: &Code, area: Area) -> Result<Symbol, String> {
    let level = match code.level {
        Level::L => EcLevel::L,
        Level::M => EcLevel::M,
        Level::Q => EcLevel::Q,
        Level::H => EcLevel::H,
    };
    let made = encode(&code.text, level)
        .map_err(|e| format!("a code of kind {} cannot be encoded: {e}", code.kind))?;
    let ink = Ink::of(code);
    let grid = Grid::of(&made, area);
    canvas.fill(area, 0.0, ink.light);
    match code.modules {
        Modules::Square => grid.squares(canvas, ink.dark),
        Modules::Dots => grid.discs(canvas, ink),
        Modules::Rounded => grid.flowing(canvas, ink),
    }
    if let Some(picture) = code.logo {
        // About 5% of the area: what level Q and H can lose with room for the rest.
        let side = area.w * 0.19;
        let (cx, cy) = area.middle();
        let box_ = Area::new(cx - side / 2.0, cy - side / 2.0, side, side);
        canvas.fill(box_.inset(-side * 0.09), side * 0.24, ink.light);
        emblem::draw(canvas, picture, box_);
    }
    Ok(symbol(code, area, grid.module * QUIET))
}

/// Letters beyond ASCII go as plain bytes: the crate would take pairs of UTF-8 bytes for Kanji.
fn encode(text: &str, level: EcLevel) -> Result<QrCode, QrError> {
    if text.is_ascii() {
        return QrCode::with_error_correction_level(text, level);
    }
    let mut last = QrError::DataTooLong;
    for version in 1..=40 {
        let mut bits = Bits::new(Version::Normal(version));
        let filled = bits
            .push_byte_data(text.as_bytes())
            .and_then(|()| bits.push_terminator(level))
            .and_then(|()| QrCode::with_bits(bits, level));
        match filled {
            Ok(code) => return Ok(code),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Modules of quiet zone on each side (ISO/IEC 18004, 6.3.8).
const QUIET: f32 = 4.0;

#[derive(Clone, Copy)]
struct Ink {
    dark: Colour,
    light: Colour,
}

impl Ink {
    fn of(code: &Code) -> Self {
        Self { dark: code.colour, light: code.ground }
    }
}

struct Grid {
    dark: Vec<bool>,
    side: usize,
    module: f32,
    left: f32,
    top: f32,
}

impl Grid {
    fn of(code: &QrCode, area: Area) -> Self {
        let side = code.width();
        let module = area.w / (side as f32 + 2.0 * QUIET);
        Self {
            dark: code.to_colors().into_iter().map(|c| c == Color::Dark).collect(),
            side,
            module,
            left: area.x + QUIET * module,
            top: area.y + QUIET * module,
        }
    }

    fn is_dark(&self, x: i64, y: i64) -> bool {
        let side = self.side as i64;
        (0..side).contains(&x) && (0..side).contains(&y) && self.dark[(y * side + x) as usize]
    }

    fn cells(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        (0..self.side * self.side).filter(|i| self.dark[*i]).map(|i| (i % self.side, i / self.side))
    }

    fn cell(&self, x: usize, y: usize) -> Area {
        let m = self.module;
        Area::new(self.left + x as f32 * m, self.top + y as f32 * m, m, m)
    }

    /// A hair wider than the module, so that no light seam shows between neighbours.
    fn squares(&self, canvas: &mut Canvas, dark: Colour) {
        for (x, y) in self.cells() {
            canvas.fill(self.cell(x, y).inset(-0.3 / canvas.scale), 0.0, dark);
        }
    }

    fn discs(&self, canvas: &mut Canvas, ink: Ink) {
        for (x, y) in self.cells().filter(|(x, y)| !self.in_finder(*x, *y)) {
            let (cx, cy) = self.cell(x, y).middle();
            canvas.disc(cx, cy, self.module * 0.46, ink.dark);
        }
        self.finders(canvas, ink);
    }

    fn flowing(&self, canvas: &mut Canvas, ink: Ink) {
        for (x, y) in self.cells().filter(|(x, y)| !self.in_finder(*x, *y)) {
            let cell = self.cell(x, y);
            let (cx, cy) = cell.middle();
            let m = self.module;
            canvas.disc(cx, cy, m * 0.5, ink.dark);
            let (xi, yi) = (x as i64, y as i64);
            if self.is_dark(xi + 1, yi) && !self.in_finder(x + 1, y) {
                canvas.fill(Area::new(cx, cell.y, m, m), 0.0, ink.dark);
            }
            if self.is_dark(xi, yi + 1) && !self.in_finder(x, y + 1) {
                canvas.fill(Area::new(cell.x, cy, m, m), 0.0, ink.dark);
            }
        }
        self.finders(canvas, ink);
    }

    fn in_finder(&self, x: usize, y: usize) -> bool {
        let far = self.side - 7;
        (y < 7 && (x < 7 || x >= far)) || (x < 7 && y >= far)
    }

    fn finders(&self, canvas: &mut Canvas, ink: Ink) {
        let far = self.side - 7;
        let m = self.module;
        for (x, y) in [(0, 0), (far, 0), (0, far)] {
            let corner = self.cell(x, y);
            let whole = Area::new(corner.x, corner.y, 7.0 * m, 7.0 * m);
            canvas.fill(whole, 2.0 * m, ink.dark);
            canvas.fill(whole.inset(m), 1.3 * m, ink.light);
            canvas.fill(whole.inset(2.0 * m), 0.9 * m, ink.dark);
        }
    }
}
