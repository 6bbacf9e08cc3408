//! The size that a file promises, read from its first bytes and before any decoder sees it.

/// Width and height in pixels as the header says them; `None` where it does not say them at its
/// usual place, which is then the decoder's to judge.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => {
            (bytes.get(12..16)? == b"IHDR").then_some(())?;
            Some((u32::from_be_bytes(at(bytes, 16)?), u32::from_be_bytes(at(bytes, 20)?)))
        }
        [b'G', b'I', b'F', ..] => Some((short(bytes, 6)?, short(bytes, 8)?)),
        [b'B', b'M', ..] => match u32::from_le_bytes(at(bytes, 14)?) {
            12 => Some((short(bytes, 18)?, short(bytes, 20)?)),
            // A negative height means that the rows go down.
            _ => {
                let side = |i| Some(i32::from_le_bytes(at(bytes, i)?).unsigned_abs());
                Some((side(18)?, side(22)?))
            }
        },
        [b'R', b'I', b'F', b'F', ..] => webp(bytes),
        [0xff, 0xd8, ..] => jpeg(bytes),
        _ => None,
    }
}

fn at<const N: usize>(bytes: &[u8], from: usize) -> Option<[u8; N]> {
    bytes.get(from..from + N)?.try_into().ok()
}

fn short(bytes: &[u8], from: usize) -> Option<u32> {
    Some(u32::from(u16::from_le_bytes(at(bytes, from)?)))
}

/// The three kinds of first chunk (RFC 9649, 2.5 to 2.7).
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => {
            let [a, b, c, d, e, f] = at(bytes, 24)?;
            Some((u32::from_le_bytes([a, b, c, 0]) + 1, u32::from_le_bytes([d, e, f, 0]) + 1))
        }
        b"VP8L" => {
            let bits = u32::from_le_bytes(at(bytes, 21)?);
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8 " => Some((short(bytes, 26)? & 0x3fff, short(bytes, 28)? & 0x3fff)),
        _ => None,
    }
}

/// The first frame header (ITU-T T.81, table B.1). A height of 0 may be told later in the file.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut from = 2;
    loop {
        let [lead, marker, high, low] = at(bytes, from)?;
        if lead != 0xff {
            return None;
        }
        match marker {
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let [a, b, c, d] = at(bytes, from + 5)?;
                let (width, height) = (u16::from_be_bytes([c, d]), u16::from_be_bytes([a, b]));
                return (height > 0).then_some((width.into(), height.into()));
            }
            0xff => from += 1,
            _ => from += 2 + usize::from(high) * 256 + usize::from(low),
        }
    }
}
