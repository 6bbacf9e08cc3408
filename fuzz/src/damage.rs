//! Damages files as a broken disk, a killed process or a hostile sender does.
//!
//! An input is a list of edits of eight bytes each, so that libFuzzer can change, repeat and combine
//! them: kind and file, three bytes of position, four bytes of value.

/// Bytes of one edit.
const EDIT_BYTES: usize = 8;

/// Page size of the databases, in bytes.
const PAGE: usize = 4096;

/// Applies the edits in `input` to `files`. Position and length wrap around the file.
pub fn damage(files: &mut [Vec<u8>], input: &[u8]) {
    for edit in input.chunks_exact(EDIT_BYTES) {
        let count = files.len().max(1);
        let Some(file) = files.get_mut(usize::from(edit[0] >> 4) % count) else { return };
        let at = u32::from_le_bytes([edit[1], edit[2], edit[3], 0]) as usize % file.len().max(1);
        apply(file, edit[0] & 15, at, [edit[4], edit[5], edit[6], edit[7]]);
    }
}

fn apply(file: &mut Vec<u8>, kind: u8, at: usize, value: [u8; 4]) {
    let number = u32::from_le_bytes(value) as usize;
    let page = at / PAGE * PAGE;
    match kind {
        0 => file.truncate(at),
        1 => file.truncate(page),
        2 => file.extend(value.repeat(number % 64)),
        3 => file.extend_from_within(page..file.len().min(page + PAGE)),
        4 => zero(file, page..page + PAGE),
        5 => {
            let to = number % file.len().max(1) / PAGE * PAGE;
            copy_page(file, page, to);
        }
        6 => xor(file, at, [1 << (number % 8), 0, 0, 0]),
        7 => file.clear(),
        8..=11 => xor(file, at, value),
        _ => overwrite(file, at, value),
    }
}

fn zero(file: &mut [u8], range: std::ops::Range<usize>) {
    file.iter_mut().take(range.end).skip(range.start).for_each(|byte| *byte = 0);
}

fn copy_page(file: &mut [u8], from: usize, to: usize) {
    let length = PAGE.min(file.len().saturating_sub(from.max(to)));
    file.copy_within(from..from + length, to);
}

fn xor(file: &mut [u8], at: usize, value: [u8; 4]) {
    file.iter_mut().skip(at).zip(value).for_each(|(byte, mask)| *byte ^= mask);
}

fn overwrite(file: &mut [u8], at: usize, value: [u8; 4]) {
    file.iter_mut().skip(at).zip(value).for_each(|(byte, new)| *byte = new);
}
