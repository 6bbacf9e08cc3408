//! Corrects the codewords of one block: errors, and erasures at known positions.
//!
//! Reed–Solomon over GF(256) with x⁸ + x⁴ + x³ + x² + 1 and generator roots α⁰, α¹ … (ISO/IEC
//! 18004, 7.5.2). `rqrr` takes no erasures and does not report the number of errors, which are both
//! needed here.

/// The reducing polynomial x⁸ + x⁴ + x³ + x² + 1.
const FIELD_POLYNOMIAL: u16 = 0x11d;
/// αⁱ for i from 0 to 509, so that a sum of two logarithms needs no reduction.
const EXP: [u8; 512] = tables().0;
/// Logarithm to the base α; entry 0 is unused.
const LOG: [u8; 256] = tables().1;

const fn tables() -> ([u8; 512], [u8; 256]) {
    let (mut exp, mut log) = ([0; 512], [0; 256]);
    let (mut x, mut i) = (1_u16, 0);
    while i < 255 {
        exp[i] = x as u8;
        exp[i + 255] = x as u8;
        log[x as usize] = i as u8;
        x <<= 1;
        if x & 0x100 != 0 {
            x ^= FIELD_POLYNOMIAL;
        }
        i += 1;
    }
    (exp, log)
}

/// Corrects `block` in place: data codewords, then `ec_codewords` error correction codewords.
///
/// `erasures` are indices of codewords that may be wrong; more than `max_errors` other errors are
/// not corrected. Returns the number of errors outside `erasures`, and 0 for a block that was
/// correct; `None` where the block cannot be corrected, and its content is then undefined.
pub fn correct(
    block: &mut [u8],
    ec_codewords: usize,
    erasures: &[usize],
    max_errors: usize,
) -> Option<usize> {
    let (s, correct) = syndromes(block, ec_codewords);
    if correct {
        return Some(0);
    }
    if erasures.len() > ec_codewords || ec_codewords >= block.len() {
        return None;
    }
    let n = block.len();
    let mut erasure_locator = vec![1];
    for i in erasures {
        erasure_locator = poly_mul(&erasure_locator, &[1, alpha_pow(n - 1 - i)]);
    }
    // Forney syndromes: those of the errors alone.
    let mut forney = poly_mul(&s, &erasure_locator);
    forney.truncate(ec_codewords);
    let error_locator = berlekamp_massey(&forney[erasures.len()..]);
    let errors = error_locator.len() - 1;
    if errors > max_errors || 2 * errors + erasures.len() > ec_codewords {
        return None;
    }
    let locator = poly_mul(&error_locator, &erasure_locator);
    let mut evaluator = poly_mul(&s, &locator);
    evaluator.truncate(ec_codewords);
    let derivative: Vec<u8> =
        locator.iter().enumerate().skip(1).map(|(i, c)| if i % 2 == 1 { *c } else { 0 }).collect();
    // Chien search for the positions, Forney's formula for the values.
    let mut found = 0;
    for (i, codeword) in block.iter_mut().enumerate() {
        let power = n - 1 - i;
        let inverse = alpha_pow(255 - power % 255);
        if poly_eval(&locator, inverse) != 0 {
            continue;
        }
        let slope = poly_eval(&derivative, inverse);
        if slope == 0 {
            return None;
        }
        *codeword ^= gf_mul(alpha_pow(power), gf_div(poly_eval(&evaluator, inverse), slope));
        found += 1;
    }
    (found == errors + erasures.len() && syndromes(block, ec_codewords).1).then_some(errors)
}

fn gf_mul(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 {
        0
    } else {
        EXP[usize::from(LOG[usize::from(a)]) + usize::from(LOG[usize::from(b)])]
    }
}

/// `b` must not be 0.
fn gf_div(a: u8, b: u8) -> u8 {
    if a == 0 {
        0
    } else {
        EXP[usize::from(LOG[usize::from(a)]) + 255 - usize::from(LOG[usize::from(b)])]
    }
}

fn alpha_pow(power: usize) -> u8 {
    EXP[power % 255]
}

/// Value at `x` of a polynomial, lowest power first.
fn poly_eval(poly: &[u8], x: u8) -> u8 {
    poly.iter().rev().fold(0, |sum, c| gf_mul(sum, x) ^ c)
}

fn poly_mul(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut out = vec![0; a.len() + b.len() - 1];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            out[i + j] ^= gf_mul(*x, *y);
        }
    }
    out
}

/// All syndromes of `block` (highest power first), and whether all of them are 0.
fn syndromes(block: &[u8], ec_codewords: usize) -> (Vec<u8>, bool) {
    let s: Vec<u8> = (0..ec_codewords)
        .map(|i| {
            let x = alpha_pow(i);
            block.iter().fold(0, |sum, c| gf_mul(sum, x) ^ c)
        })
        .collect();
    let all_zero = s.iter().all(|v| *v == 0);
    (s, all_zero)
}

/// The shortest linear feedback shift register that generates `s` (Berlekamp–Massey), as a
/// polynomial, lowest power first.
fn berlekamp_massey(s: &[u8]) -> Vec<u8> {
    let (mut current, mut previous) = (vec![1_u8], vec![1_u8]);
    let (mut length, mut shift, mut previous_discrepancy) = (0, 1, 1_u8);
    for i in 0..s.len() {
        let mut discrepancy = s[i];
        for j in 1..=length.min(current.len() - 1) {
            discrepancy ^= gf_mul(current[j], s[i - j]);
        }
        if discrepancy == 0 {
            shift += 1;
            continue;
        }
        let k = gf_div(discrepancy, previous_discrepancy);
        let mut next = current.clone();
        if next.len() < previous.len() + shift {
            next.resize(previous.len() + shift, 0);
        }
        for (j, c) in previous.iter().enumerate() {
            next[j + shift] ^= gf_mul(k, *c);
        }
        if 2 * length <= i {
            length = i + 1 - length;
            previous = current;
            previous_discrepancy = discrepancy;
            shift = 1;
        } else {
            shift += 1;
        }
        current = next;
    }
    current.resize(length + 1, 0);
    current
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A block of 20 data codewords, encoded systematically.
    fn encoded(ec_codewords: usize) -> Vec<u8> {
        let data: Vec<u8> = (0..20).map(|i| (i * 37 + 11) as u8).collect();
        let mut generator = vec![1];
        for i in 0..ec_codewords {
            generator = poly_mul(&[1, alpha_pow(i)], &generator);
        }
        let mut remainder = data.clone();
        remainder.resize(20 + ec_codewords, 0);
        for i in 0..20 {
            let k = remainder[i];
            for (j, g) in generator.iter().enumerate() {
                remainder[i + j] ^= gf_mul(k, *g);
            }
        }
        [data, remainder[20..].to_vec()].concat()
    }

    #[test]
    fn corrects_errors_and_erasures_up_to_the_bound_only() {
        let valid = encoded(10);
        for (errors, erasures, correctable) in
            [(0, 0, true), (5, 0, true), (6, 0, false), (3, 4, true), (0, 10, true), (4, 4, false)]
        {
            let mut block = valid.clone();
            for i in 0..errors {
                block[i * 2] ^= 0x5a + i as u8;
            }
            let positions: Vec<usize> = (0..erasures).map(|i| 29 - i * 2).collect();
            for i in &positions {
                block[*i] ^= 0xff;
            }
            let corrected = correct(&mut block, 10, &positions, 10);
            let expected = correctable.then_some(errors);
            assert_eq!(corrected, expected, "{errors} errors, {erasures} erasures");
            if correctable {
                assert_eq!(block, valid);
            }
        }
    }
}
