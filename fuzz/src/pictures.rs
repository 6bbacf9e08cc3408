//! What must hold for every reading of a picture.

use yanka_photo::{Picture, WORK_LIMIT};

/// Most pixels of the rectified card, which the shells show.
const MAX_CARD_PIXELS: usize = 2_100_000;

/// Reads `picture` and checks the result.
///
/// # Panics
/// Where a bound or a promise of the reading is broken.
pub fn check(picture: Picture<'_>) {
    let Ok(reading) = yanka_photo::read(picture, &mut ()) else { return };
    assert!(reading.work <= WORK_LIMIT, "more work than the limit");
    assert!(reading.width > 0 && reading.height > 0, "a picture without pixels");
    let card = reading.card.luma();
    assert_eq!(card.data.len(), card.width as usize * card.height as usize, "the card's shape");
    assert!(card.data.len() <= MAX_CARD_PIXELS, "the card's size");
    // A code in perspective may lie outside the picture in part.
    let reach = 40.0 * reading.width.max(reading.height) as f32;
    let symbols = reading.symbols.iter().map(|s| &s.corners);
    let round_codes = reading.round_codes.iter().map(|r| &r.corners);
    for corner in symbols.chain(round_codes).flatten() {
        assert!(corner.x.abs() <= reach && corner.y.abs() <= reach, "a corner far outside");
    }
    for symbol in &reading.symbols {
        assert!(!symbol.bytes.is_empty(), "an empty payload");
        assert!((1..=40).contains(&symbol.version), "an unknown version");
    }
}
