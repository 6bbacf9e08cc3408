//! Decides which minisign key must have signed a pack.
//!
//! The key is a build setting: `YANKA_PACK_KEY` holds the base64 line of a minisign public key, and
//! `YANKA_PACK_KEY_NAME` its name. Without them the development key in rules/keys is trusted, and
//! its name states that it is no release key. Depends on no database.

use base64::{Engine, engine::general_purpose::STANDARD};
use minisign_verify::{PublicKey, Signature};
use yanka_types::Language;

use crate::error::Error;

const DEVELOPMENT: &str = include_str!("../../../../rules/keys/development.pub");

/// The key whose packs are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrustedKey {
    /// The base64 line of the public key.
    public_key: &'static str,
    /// `None` for the development key, whose secret half is public.
    name: Option<&'static str>,
}

/// The key that this program was built to trust.
#[must_use]
pub fn trusted_key() -> TrustedKey {
    match option_env!("YANKA_PACK_KEY") {
        Some(line) => {
            let name = option_env!("YANKA_PACK_KEY_NAME").unwrap_or("YANKA_PACK_KEY");
            TrustedKey { public_key: line.trim_ascii(), name: Some(name) }
        }
        None => TrustedKey { public_key: last_line(DEVELOPMENT), name: None },
    }
}

impl TrustedKey {
    /// The name of the key, for people.
    #[must_use]
    pub const fn name(&self, language: Language) -> &'static str {
        match (self.name, language) {
            (Some(name), _) => name,
            (None, Language::En) => "development key (not a release key)",
            (None, Language::ZhHans) => "开发密钥（不是发布密钥）",
            (None, Language::ZhHant) => "開發金鑰（不是發布金鑰）",
        }
    }

    /// Verifies the signature of a whole file. Accepts only minisign's prehashed signatures.
    pub(super) fn verify(&self, bytes: &[u8], signature: &str) -> Result<(), Error> {
        let refused = |_| Error::PackSignature;
        let key = PublicKey::from_base64(self.public_key).map_err(refused)?;
        let signature = Signature::decode(signature).map_err(refused)?;
        key.verify(bytes, &signature, false).map_err(refused)
    }

    /// True where `signature` carries the id of this key. Verifies nothing: a pack is verified once,
    /// when it is installed. This detects a pack whose key has been replaced since.
    pub(super) fn is_named_by(&self, signature: &str) -> bool {
        let named = signature.lines().nth(1).and_then(key_id);
        named.is_some() && named == key_id(self.public_key)
    }
}

/// The key id: bytes 2 to 9 of a minisign public key and of a signature
/// (jedisct1.github.io/minisign, "Signature format" and "Public key format").
fn key_id(line: &str) -> Option<[u8; 8]> {
    let bytes = STANDARD.decode(line.trim_ascii()).ok()?;
    bytes.get(2..10)?.try_into().ok()
}

const fn last_line(text: &'static str) -> &'static str {
    let text = text.trim_ascii_end().as_bytes();
    let mut start = text.len();
    while start > 0 && text[start - 1] != b'\n' {
        start -= 1;
    }
    match std::str::from_utf8(text.split_at(start).1) {
        Ok(line) => line,
        Err(_) => "",
    }
}
