//! Which key's signature a pack needs.
//!
//! The key is a build setting: `YANKA_PACK_KEY` holds the base64 line of a minisign public key, and
//! `YANKA_PACK_KEY_NAME` what people call it. Without them the development key in rules/keys is
//! trusted, and every place that shows a key says that it is no release key.

use base64::{Engine, engine::general_purpose::STANDARD};
use minisign_verify::{PublicKey, Signature};

use crate::error::Error;
use yanka_types::Language;

const DEVELOPMENT: &str = include_str!("../../../../rules/keys/development.pub");

/// The key whose packs are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrustedKey {
    line: &'static str,
    name: Option<&'static str>,
}

/// The key that this program was built to trust.
#[must_use]
pub fn trusted_key() -> TrustedKey {
    match option_env!("YANKA_PACK_KEY") {
        Some(line) => {
            let name = option_env!("YANKA_PACK_KEY_NAME").unwrap_or("YANKA_PACK_KEY");
            TrustedKey { line: line.trim_ascii(), name: Some(name) }
        }
        None => TrustedKey { line: last_line(DEVELOPMENT), name: None },
    }
}

impl TrustedKey {
    /// True for the key whose secret half is public.
    #[must_use]
    pub const fn is_development(&self) -> bool {
        self.name.is_none()
    }

    /// What people call the key.
    #[must_use]
    pub const fn name(&self, language: Language) -> &'static str {
        match (self.name, language) {
            (Some(name), _) => name,
            (None, Language::En) => "development key (not a release key)",
            (None, Language::ZhHans) => "开发密钥（不是发布密钥）",
            (None, Language::ZhHant) => "開發金鑰（不是發布金鑰）",
        }
    }

    /// The base64 line of the public key, as the `minisign` tool takes it with `-P`.
    #[must_use]
    pub const fn line(&self) -> &'static str {
        self.line
    }

    /// Checks a whole file. Only the prehashed form of minisign is accepted.
    pub(super) fn verify(&self, bytes: &[u8], signature: &str) -> Result<(), Error> {
        let refused = |_| Error::PackSignature;
        let key = PublicKey::from_base64(self.line).map_err(refused)?;
        let signature = Signature::decode(signature).map_err(refused)?;
        key.verify(bytes, &signature, false).map_err(refused)
    }

    /// True where `signature` names this key. Proves nothing by itself: it tells a pack that was
    /// verified when it was installed from one whose key was given up since.
    pub(super) fn made(&self, signature: &str) -> bool {
        let named = signature.lines().nth(1).and_then(key_number);
        named.is_some() && named == key_number(self.line)
    }
}

/// Bytes 2 to 9 of both a minisign public key and a signature: the key's number.
fn key_number(line: &str) -> Option<[u8; 8]> {
    let bytes = STANDARD.decode(line.trim_ascii()).ok()?;
    bytes.get(2..10)?.try_into().ok()
}

const fn last_line(text: &'static str) -> &'static str {
    let text = text.trim_ascii_end().as_bytes();
    let mut from = text.len();
    while from > 0 && text[from - 1] != b'\n' {
        from -= 1;
    }
    match std::str::from_utf8(text.split_at(from).1) {
        Ok(line) => line,
        Err(_) => "",
    }
}
