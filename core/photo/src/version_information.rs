//! The version that a large code says of itself, beside two of its finders.
//!
//! Read in the finders' own frames, before any grid is known: it tells the size, and it tells a
//! real group of finders from one that only looks like it (ISO/IEC 18004, 7.10 and annex D).

use super::Luma;
use super::codeword_placement::side;
use super::finder_triple::FinderTriple;
use super::geometry::AffineFrame;

/// From this version on it is printed.
const FIRST: usize = 7;
/// Wrong modules of 18 that are still believed; two version words differ in eight.
const WRONG: u32 = 2;
/// How far the size may be from the one that the finders' distance suggests, as a logarithm.
const OFF: f32 = 0.3;

/// Units of work that one look costs.
pub const COST: u64 = 1_500;

/// The version that either block says; `None` for a small code or where neither is one.
pub fn told(luma: &Luma, triple: &FinderTriple) -> Option<usize> {
    let guess = (triple.across + triple.down) * 0.5 + 7.0;
    if guess < side(FIRST) as f32 * 0.75 {
        return None;
    }
    let right = word(luma, &triple.frames[1], |i| (i % 3 - 7, i / 3 - 3));
    let low = word(luma, &triple.frames[2], |i| (i / 3 - 3, i % 3 - 7));
    let far = |version: usize| {
        let word = code(version);
        [right, low].into_iter().flatten().map(|w| (w ^ word).count_ones()).min().unwrap_or(18)
    };
    (FIRST..=40)
        .filter(|v| (side(*v) as f32 / guess).ln().abs() < OFF)
        .map(|v| (far(v), v))
        .min()
        .filter(|(wrong, _)| *wrong <= WRONG)
        .map(|(_, version)| version)
}

/// The 18 modules around a finder; `None` where the finder has no contrast.
fn word(luma: &Luma, frame: &AffineFrame, place: impl Fn(i32) -> (i32, i32)) -> Option<u32> {
    let look = |x: f32, y: f32| {
        let q = frame.point(x, y);
        luma.bilinear(q.x, q.y)
    };
    let dark = look(0.0, 0.0);
    let light = (look(2.0, 0.0) + look(-2.0, 0.0) + look(0.0, 2.0) + look(0.0, -2.0)) * 0.25;
    let middle = (dark + light) * 0.5;
    (light - dark > 8.0).then(|| {
        (0..18).fold(0, |word, i| {
            let (x, y) = place(i);
            word | u32::from(look(x as f32, y as f32) < middle) << i
        })
    })
}

/// The version word: six bits and their twelve check bits.
fn code(version: usize) -> u32 {
    let mut rest = (version as u32) << 12;
    for bit in (12..18).rev() {
        if rest >> bit & 1 == 1 {
            rest ^= 0x1f25 << (bit - 12);
        }
    }
    (version as u32) << 12 | rest
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn the_words_are_those_of_the_standard() {
        // ISO/IEC 18004, table D.1.
        assert_eq!([7, 21, 40].map(code), [0x07c94, 0x15683, 0x28c69]);
    }
}
