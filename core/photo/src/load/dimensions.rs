//! Reads the dimensions that a file declares in its header, before a decoder sees the file.

/// Width and height in pixels; `None` where the header does not declare them at their usual place,
/// which the decoder then judges.
pub fn from_header(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes {
        // PNG: IHDR is the first chunk.
        [0x89, b'P', b'N', b'G', ..] => {
            (bytes.get(12..16)? == b"IHDR").then_some(())?;
            Some((u32::from_be_bytes(array(bytes, 16)?), u32::from_be_bytes(array(bytes, 20)?)))
        }
        [b'G', b'I', b'F', ..] => Some((u16_le(bytes, 6)?, u16_le(bytes, 8)?)),
        // BMP: the first field is the header's length, which is 12 in OS/2 files.
        [b'B', b'M', ..] => match u32::from_le_bytes(array(bytes, 14)?) {
            12 => Some((u16_le(bytes, 18)?, u16_le(bytes, 20)?)),
            _ => {
                // A negative height means that the rows go from the top down.
                let side = |i| Some(i32::from_le_bytes(array(bytes, i)?).unsigned_abs());
                Some((side(18)?, side(22)?))
            }
        },
        [b'R', b'I', b'F', b'F', ..] => webp(bytes),
        [0xff, 0xd8, ..] => jpeg(bytes),
        _ => None,
    }
}

/// Marker and offset of a JPEG's first frame header (ITU-T T.81, table B.1); `None` without one.
pub fn first_jpeg_frame(bytes: &[u8]) -> Option<(u8, usize)> {
    let mut at = 2;
    loop {
        let [0xff, marker, high, low] = array(bytes, at)? else { return None };
        match marker {
            // All SOF markers; C4, C8 and CC are not frame headers.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => return Some((marker, at)),
            // A fill byte.
            0xff => at += 1,
            _ => at += 2 + usize::from(high) * 256 + usize::from(low),
        }
    }
}

/// `None` too for a height of 0, which a later segment may define (ITU-T T.81, B.2.5).
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let (_, at) = first_jpeg_frame(bytes)?;
    let [a, b, c, d] = array(bytes, at + 5)?;
    let (width, height) = (u16::from_be_bytes([c, d]), u16::from_be_bytes([a, b]));
    (height > 0).then_some((width.into(), height.into()))
}

/// The three kinds of first chunk (RFC 9649, 2.5 to 2.7).
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => {
            let [a, b, c, d, e, f] = array(bytes, 24)?;
            Some((u32::from_le_bytes([a, b, c, 0]) + 1, u32::from_le_bytes([d, e, f, 0]) + 1))
        }
        b"VP8L" => {
            let bits = u32::from_le_bytes(array(bytes, 21)?);
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8 " => Some((u16_le(bytes, 26)? & 0x3fff, u16_le(bytes, 28)? & 0x3fff)),
        _ => None,
    }
}

fn array<const N: usize>(bytes: &[u8], offset: usize) -> Option<[u8; N]> {
    bytes.get(offset..offset + N)?.try_into().ok()
}

fn u16_le(bytes: &[u8], offset: usize) -> Option<u32> {
    Some(u32::from(u16::from_le_bytes(array(bytes, offset)?)))
}
