//! Renders cards and simulates photographs of them for tests and measures.
//!
//! Data file → `layout` prints a sheet → `camera` bends and projects it → `scene` lights it →
//! `sensor` makes a file. The same data file gives the same bytes. Nothing here reads a code.

pub mod camera;
pub mod canvas;
pub mod code;
pub mod damage;
pub mod data;
pub mod emblem;
pub mod labels;
pub mod layout;
pub mod lettering;
pub mod round;
pub mod scene;
pub mod seed;
pub mod sensor;

use std::collections::BTreeMap;

use camera::{Camera, Paper};
use damage::{Damage, Take};
use data::Card;
use labels::{Label, SymbolLabel};
use lettering::Faces;

/// Size limit of a committed photograph, in bytes.
pub const MAX_PHOTOGRAPH_BYTES: usize = 400 * 1024;

/// A photograph and what it shows.
#[derive(Clone, Debug)]
pub struct Photograph {
    /// A JPEG file.
    pub bytes: Vec<u8>,
    /// Its line in labels.jsonl.
    pub label: Label,
}

/// Photographs a card with the damages of `damage` in a picture of about `megapixels`.
///
/// # Errors
/// A sentence that names the card and what is wrong with it.
pub fn photograph(
    card: &Card,
    faces: &Faces,
    damage: &BTreeMap<Damage, u8>,
    megapixels: f32,
) -> Result<Photograph, String> {
    let take = Take::of(card.photo.seed, card.photo.fill, damage);
    let (w, h) = frame(card, megapixels);
    let long = w.max(h) as f32;
    // A sheet half as fine again as the picture leaves the camera enough to sample.
    let scale = (1.5 * long * card.photo.fill / card.size[0].max(card.size[1])).min(60.0);
    let printed = layout::print(card, faces, scale)?;
    let paper = Paper::new(card.size, &take, card.photo.seed);
    let camera = Camera::new((w, h), card.size, &take, &paper);
    let light = scene::light(card, &printed, &take, &paper, &camera, (w, h));
    let bytes = sensor::develop(light, &take, card.photo.seed)?;
    let symbols = printed
        .symbols
        .iter()
        .map(|s| {
            let at = |(x, y): (f32, f32)| {
                camera.project(&paper, (x - card.size[0] / 2.0, y - card.size[1] / 2.0))
            };
            let tenth = |v: f32| (v * 10.0).round() / 10.0;
            let [a, b, c, d] = s.corners.map(at);
            SymbolLabel {
                text: s.text.clone(),
                corners: [a.0, a.1, b.0, b.1, c.0, c.1, d.0, d.1].map(tenth),
                shape: s.shape.word().to_owned(),
                kind: s.kind.clone(),
            }
        })
        .collect();
    let damage = damage.iter().map(|(d, n)| format!("{}-{n}", d.word())).collect();
    let label = Label {
        file: format!("{}.jpg", card.name),
        set: "cards".to_owned(),
        width: w,
        height: h,
        symbols,
        card: card.name.clone(),
        damage,
    };
    Ok(Photograph { bytes, label })
}

/// Width and height of a picture, 4:3 or 3:4 as the card lies.
fn frame(card: &Card, megapixels: f32) -> (usize, usize) {
    let short = (megapixels * 1e6 * 0.75).sqrt();
    let even = |v: f32| (v / 2.0).round() as usize * 2;
    let (long, short) = (even(short * 4.0 / 3.0), even(short));
    if card.size[0] >= card.size[1] { (long, short) } else { (short, long) }
}
