//! Corrects the codewords of one block: unknown errors, and erasures whose places are known.
//!
//! GF(256) with x⁸ + x⁴ + x³ + x² + 1 and generator roots α⁰, α¹ … (ISO/IEC 18004, 7.5.2).
//! `rqrr` corrects errors only and does not say how many; both are needed here.

const EXP: [u8; 512] = tables().0;
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
            x ^= 0x11d;
        }
        i += 1;
    }
    (exp, log)
}

fn times(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 {
        0
    } else {
        EXP[usize::from(LOG[usize::from(a)]) + usize::from(LOG[usize::from(b)])]
    }
}

fn over(a: u8, b: u8) -> u8 {
    if a == 0 {
        0
    } else {
        EXP[usize::from(LOG[usize::from(a)]) + 255 - usize::from(LOG[usize::from(b)])]
    }
}

fn alpha(power: usize) -> u8 {
    EXP[power % 255]
}

/// Value of a polynomial, lowest power first.
fn value(poly: &[u8], x: u8) -> u8 {
    poly.iter().rev().fold(0, |sum, c| times(sum, x) ^ c)
}

fn product(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut out = vec![0; a.len() + b.len() - 1];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            out[i + j] ^= times(*x, *y);
        }
    }
    out
}

/// All syndromes of `block` (highest power first), and whether they are all nothing.
fn syndromes(block: &[u8], parity: usize) -> (Vec<u8>, bool) {
    let s: Vec<u8> = (0..parity)
        .map(|i| {
            let x = alpha(i);
            block.iter().fold(0, |sum, c| times(sum, x) ^ c)
        })
        .collect();
    let clean = s.iter().all(|v| *v == 0);
    (s, clean)
}

/// Mends `block` in place. `parity` is the number of check codewords at its end, `erased` the
/// places that may be wrong, `most` the largest number of other errors believed. Gives the number
/// of wrong places outside `erased`; `None` where the block cannot be mended.
pub fn correct(block: &mut [u8], parity: usize, erased: &[usize], most: usize) -> Option<usize> {
    let (s, clean) = syndromes(block, parity);
    if clean {
        return Some(0);
    }
    if erased.len() > parity || parity >= block.len() {
        return None;
    }
    let n = block.len();
    let mut gamma = vec![1];
    for at in erased {
        gamma = product(&gamma, &[1, alpha(n - 1 - at)]);
    }
    // Syndromes with the erasures taken out.
    let mut forney = product(&s, &gamma);
    forney.truncate(parity);
    let rest = &forney[erased.len()..];
    let lambda = shortest(rest);
    let errors = lambda.len() - 1;
    if errors > most || 2 * errors + erased.len() > parity {
        return None;
    }
    let locator = product(&lambda, &gamma);
    let mut evaluator = product(&s, &locator);
    evaluator.truncate(parity);
    let derivative: Vec<u8> =
        locator.iter().enumerate().skip(1).map(|(i, c)| if i % 2 == 1 { *c } else { 0 }).collect();
    let mut found = 0;
    for (at, word) in block.iter_mut().enumerate() {
        let power = n - 1 - at;
        let inverse = alpha(255 - power % 255);
        if value(&locator, inverse) != 0 {
            continue;
        }
        let slope = value(&derivative, inverse);
        if slope == 0 {
            return None;
        }
        *word ^= times(alpha(power), over(value(&evaluator, inverse), slope));
        found += 1;
    }
    (found == errors + erased.len() && syndromes(block, parity).1).then_some(errors)
}

/// Berlekamp–Massey: the shortest register that makes `s`, lowest power first.
fn shortest(s: &[u8]) -> Vec<u8> {
    let (mut now, mut before) = (vec![1_u8], vec![1_u8]);
    let (mut length, mut gap, mut last) = (0, 1, 1_u8);
    for i in 0..s.len() {
        let mut off = s[i];
        for j in 1..=length.min(now.len() - 1) {
            off ^= times(now[j], s[i - j]);
        }
        if off == 0 {
            gap += 1;
            continue;
        }
        let k = over(off, last);
        let mut next = now.clone();
        if next.len() < before.len() + gap {
            next.resize(before.len() + gap, 0);
        }
        for (j, c) in before.iter().enumerate() {
            next[j + gap] ^= times(k, *c);
        }
        if 2 * length <= i {
            length = i + 1 - length;
            before = now;
            last = off;
            gap = 1;
        } else {
            gap += 1;
        }
        now = next;
    }
    now.resize(length + 1, 0);
    now
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(parity: usize) -> Vec<u8> {
        // Systematic: the remainder of data · x^parity by the generator.
        let data: Vec<u8> = (0..20).map(|i| (i * 37 + 11) as u8).collect();
        let mut generator = vec![1];
        for i in 0..parity {
            generator = product(&[1, alpha(i)], &generator);
        }
        let mut rest = data.clone();
        rest.resize(20 + parity, 0);
        for i in 0..20 {
            let k = rest[i];
            for (j, g) in generator.iter().enumerate() {
                rest[i + j] ^= times(k, *g);
            }
        }
        [data, rest[20..].to_vec()].concat()
    }

    #[test]
    fn mends_errors_and_erasures_up_to_the_bound_and_no_further() {
        let good = encoded(10);
        for (errors, erased, mends) in
            [(0, 0, true), (5, 0, true), (6, 0, false), (3, 4, true), (0, 10, true), (4, 4, false)]
        {
            let mut block = good.clone();
            for i in 0..errors {
                block[i * 2] ^= 0x5a + i as u8;
            }
            let places: Vec<usize> = (0..erased).map(|i| 29 - i * 2).collect();
            for at in &places {
                block[*at] ^= 0xff;
            }
            let done = correct(&mut block, 10, &places, 10);
            assert_eq!(done, mends.then_some(errors), "{errors} errors, {erased} erased");
            if mends {
                assert_eq!(block, good);
            }
        }
    }
}
