//! Sets Chinese text: three faces, lines that break where Chinese may break.
//!
//! Refuses to draw a letter that the face lacks: an empty box on a card would make a photograph
//! that no shop ever printed.

use std::path::Path;

use ab_glyph::{Font, FontVec, Glyph, PxScale, ScaleFont, point};

use super::canvas::{Area, Canvas};
use super::data::Colour;

/// The faces of a card.
pub struct Faces {
    sans: FontVec,
    bold: FontVec,
    serif: FontVec,
}

/// Which face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Running text.
    Sans,
    /// Headings.
    Bold,
    /// Headings of notices and certificates.
    Serif,
}

/// How a piece of text is set.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The face.
    pub face: Face,
    /// Height of the em square in millimetres.
    pub size: f32,
    /// Ink.
    pub colour: Colour,
    /// Extra space between letters in millimetres.
    pub space: f32,
    /// Distance of lines as a multiple of the size.
    pub lead: f32,
}

impl Style {
    /// Running text of a size.
    #[must_use]
    pub const fn new(face: Face, size: f32, colour: Colour) -> Self {
        Self { face, size, colour, space: 0.0, lead: 1.55 }
    }

    /// The same with letters further apart.
    #[must_use]
    pub const fn spaced(self, space: f32) -> Self {
        Self { space, ..self }
    }
}

/// Where a line stands between the edges of its area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
}

impl Faces {
    /// The faces in a folder: `sans.otf`, `bold.otf`, `serif.otf`; or one font file for all three.
    ///
    /// # Errors
    /// One sentence with the missing font and how to install it.
    pub fn open(path: &Path) -> Result<Self, String> {
        let file = |name: &str| if path.is_dir() { path.join(name) } else { path.to_path_buf() };
        let load = |name: &str| {
            let at = file(name);
            let bytes = std::fs::read(&at).map_err(|e| {
                format!(
                    "the font {} cannot be read ({e}). Give --font a folder with sans.otf, \
                     bold.otf and serif.otf or one font file with Chinese letters, for example \
                     of Debian's fonts-noto-cjk",
                    at.display()
                )
            })?;
            // Number 2 of the Noto CJK collections is Simplified Chinese.
            let number = if bytes.starts_with(b"ttcf") { 2 } else { 0 };
            FontVec::try_from_vec_and_index(bytes, number)
                .map_err(|_| format!("{} is not a font that can be used", at.display()))
        };
        Ok(Self { sans: load("sans.otf")?, bold: load("bold.otf")?, serif: load("serif.otf")? })
    }

    /// Letters of `text` that a face lacks.
    #[must_use]
    pub fn lacking(&self, text: &str) -> Vec<char> {
        let faces = [&self.sans, &self.bold];
        let lacks = |c: &char| !c.is_whitespace() && faces.iter().any(|f| f.glyph_id(*c).0 == 0);
        text.chars().filter(lacks).collect()
    }

    /// Width of one line in millimetres.
    #[must_use]
    pub fn width(&self, text: &str, style: Style) -> f32 {
        let font = self.face(style.face);
        let em = font.units_per_em().unwrap_or(1000.0);
        let advance = |c| font.h_advance_unscaled(font.glyph_id(c)) / em * style.size + style.space;
        text.chars().map(advance).sum::<f32>() - style.space
    }

    /// Draws one line from its left end; `y` is the top of the em square.
    pub fn line(&self, canvas: &mut Canvas, text: &str, x: f32, y: f32, style: Style) {
        let font = self.face(style.face);
        let em = font.units_per_em().unwrap_or(1000.0);
        let size = style.size * canvas.scale;
        // ab_glyph scales by the height of the line, printers by the em.
        let scale = PxScale::from(size * font.height_unscaled() / em);
        let baseline = y * canvas.scale + size * 0.88;
        let mut at = x * canvas.scale;
        for c in text.chars() {
            let id = font.glyph_id(c);
            let glyph: Glyph = id.with_scale_and_position(scale, point(at, baseline));
            if let Some(outline) = font.outline_glyph(glyph) {
                let origin = outline.px_bounds().min;
                outline.draw(|gx, gy, cover| {
                    let (px, py) = (origin.x as i64 + gx as i64, origin.y as i64 + gy as i64);
                    canvas.blend(px, py, style.colour, cover);
                });
            }
            at += font.as_scaled(scale).h_advance(id) + style.space * canvas.scale;
        }
    }

    /// Draws one line within a width; too long a line is set smaller, never cut. Returns its height.
    pub fn fitted(
        &self,
        canvas: &mut Canvas,
        text: &str,
        area: Area,
        style: Style,
        align: Align,
    ) -> f32 {
        let natural = self.width(text, style);
        let shrink = (area.w / natural.max(0.01)).min(1.0);
        let style = Style { size: style.size * shrink, space: style.space * shrink, ..style };
        let width = self.width(text, style);
        let x = match align {
            Align::Left => area.x,
            Align::Centre => area.x + (area.w - width) / 2.0,
            Align::Right => area.x + area.w - width,
        };
        self.line(canvas, text, x, area.y, style);
        style.size
    }

    /// Draws a paragraph, broken into lines. Returns the y below it.
    pub fn paragraph(
        &self,
        canvas: &mut Canvas,
        text: &str,
        area: Area,
        style: Style,
        align: Align,
    ) -> f32 {
        let mut y = area.y;
        for line in self.broken(text, area.w, style) {
            let row = Area::new(area.x, y, area.w, style.size);
            self.fitted(canvas, &line, row, style, align);
            y += style.size * style.lead;
        }
        y
    }

    /// The lines of a paragraph of a width.
    #[must_use]
    pub fn broken(&self, text: &str, width: f32, style: Style) -> Vec<String> {
        let mut lines = vec![String::new()];
        for piece in pieces(text) {
            if piece == "\n" {
                lines.push(String::new());
                continue;
            }
            let line = lines.last_mut().expect("there is always a line");
            let longer = format!("{line}{piece}");
            if line.is_empty() || self.width(&longer, style) <= width + 0.01 {
                *line = longer;
            } else {
                lines.push(piece.trim_start().to_owned());
            }
        }
        lines
    }

    fn face(&self, face: Face) -> &FontVec {
        match face {
            Face::Sans => &self.sans,
            Face::Bold => &self.bold,
            Face::Serif => &self.serif,
        }
    }
}

/// Signs that may not begin a line.
const NO_START: &str = "，。、！？：；）》】」”%…〕";
/// Signs that may not end one.
const NO_END: &str = "（《【「“〔";

/// What may not be parted: words of Latin letters and digits, and a sign with its stop.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in text.chars() {
        let joins = pieces.last().is_some_and(|last| {
            let end = last.chars().next_back().unwrap_or(' ');
            let word = |c: char| c.is_ascii_graphic();
            (word(c) && word(end)) || NO_START.contains(c) || NO_END.contains(end)
        });
        match pieces.last_mut() {
            Some(last) if joins && c != '\n' => last.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}
