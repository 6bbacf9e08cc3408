//! Decrypts all pages of a journal, free pages and the write-ahead log included.
//!
//! Implements SQLCipher 4's page format, so that erasure tests do not depend on the code under test.

use std::path::Path;

use aes::cipher::{BlockDecryptMut, KeyIvInit, block_padding::NoPadding};

/// Bytes of a page, and of its end that holds the start vector and the HMAC.
const PAGE: usize = 4096;
const RESERVE: usize = 80;
const SALT: usize = 16;

/// Every page in `folder`'s journal files, decrypted, one after the other; and after them every
/// file of the folder as it lies on the disk.
pub fn decrypted_journal(folder: &Path, key: &[u8; 32]) -> Vec<u8> {
    let mut seen = Vec::new();
    let mut names: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|f| f.expect("a file").path()).collect();
    names.sort();
    for path in names {
        let bytes = std::fs::read(&path).expect("a readable file");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with("-wal") {
            // 32 bytes of header, then frames of 24 bytes and a page.
            for frame in bytes.get(32..).unwrap_or_default().chunks_exact(24 + PAGE) {
                let number = u32::from_be_bytes([frame[0], frame[1], frame[2], frame[3]]);
                seen.extend(decrypted(&frame[24..], number == 1, key));
            }
        } else if name.ends_with(".db") {
            for (index, page) in bytes.chunks_exact(PAGE).enumerate() {
                seen.extend(decrypted(page, index == 0, key));
            }
        }
        seen.extend(bytes);
    }
    seen
}

fn decrypted(page: &[u8], first: bool, key: &[u8; 32]) -> Vec<u8> {
    let from = if first { SALT } else { 0 };
    let vector: [u8; 16] = page[PAGE - RESERVE..][..16].try_into().expect("16 bytes");
    let mut plain = page[from..PAGE - RESERVE].to_vec();
    let decryptor = cbc::Decryptor::<aes::Aes256>::new(key.into(), &vector.into());
    decryptor.decrypt_padded_mut::<NoPadding>(&mut plain).expect("whole blocks");
    plain
}
