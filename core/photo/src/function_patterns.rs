//! Defines the modules that ISO/IEC 18004 fixes in a symbol: finder patterns, separators, timing
//! patterns and alignment patterns.
//!
//! Must not depend on pixels. Format and version information are no part of it.

use std::sync::OnceLock;

/// Largest version (ISO/IEC 18004, 6.3).
pub const MAX_VERSION: usize = 40;

/// Modules on a side of a version (ISO/IEC 18004, 6.3): 21 to 177.
pub const fn symbol_side(version: usize) -> usize {
    17 + 4 * version
}

/// The version whose symbols have `side` modules on a side.
pub const fn version_of_side(side: usize) -> usize {
    (side - 17) / 4
}

/// Coordinates of the alignment patterns' centres, the same in x and y; empty for version 1
/// (ISO/IEC 18004, annex E). The table is computed: equal steps of even width, except version 32.
pub fn alignment_positions(version: usize) -> Vec<usize> {
    if version < 2 {
        return Vec::new();
    }
    let n = version / 7 + 2;
    let last = symbol_side(version) - 7;
    let step = if version == 32 { 26 } else { (version * 4 + n * 2 + 1) / (2 * n - 2) * 2 };
    let mut out: Vec<usize> = (0..n - 1).map(|i| last - i * step).collect();
    out.push(6);
    out.reverse();
    out
}

/// Whether the module in column `x` and row `y` must be dark; `None` where no function pattern
/// fixes it.
pub fn expected_dark(side: usize, x: usize, y: usize) -> Option<bool> {
    all(side).get(y * side + x).copied().flatten()
}

/// [`expected_dark`] of all modules, row-major; computed once a version.
pub fn all(side: usize) -> &'static [Option<bool>] {
    static CACHE: [OnceLock<Vec<Option<bool>>>; MAX_VERSION + 1] =
        [const { OnceLock::new() }; MAX_VERSION + 1];
    let version = (side.saturating_sub(17) / 4).min(MAX_VERSION);
    let compute = || (0..side * side).map(|i| module(side, i % side, i / side)).collect();
    CACHE[version].get_or_init(compute)
}

fn module(side: usize, x: usize, y: usize) -> Option<bool> {
    let finder_pattern = |x: usize, y: usize| {
        let d = x.abs_diff(3).max(y.abs_diff(3));
        d != 2 && d != 4
    };
    match (x < 8, y < 8, x + 8 >= side, y + 8 >= side) {
        (true, true, ..) => return Some(finder_pattern(x, y)),
        (_, true, true, _) => return Some(finder_pattern(side - 1 - x.min(side - 1), y)),
        (true, _, _, true) => return Some(finder_pattern(x, side - 1 - y.min(side - 1))),
        _ => {}
    }
    if x == 6 {
        return Some(y.is_multiple_of(2));
    }
    if y == 6 {
        return Some(x.is_multiple_of(2));
    }
    let version = version_of_side(side);
    if version < 2 {
        return None;
    }
    if version < 7 {
        let c = side - 7;
        return (x.abs_diff(c) < 3 && y.abs_diff(c) < 3)
            .then(|| x.abs_diff(c).max(y.abs_diff(c)) != 1);
    }
    let positions = alignment_positions(version);
    let centre = |v: usize| positions.iter().copied().find(|c| v.abs_diff(*c) < 3);
    let (a, b) = (centre(x)?, centre(y)?);
    // The timing patterns above take precedence where they cross an alignment pattern; both agree.
    Some(x.abs_diff(a).max(y.abs_diff(b)) != 1)
}
