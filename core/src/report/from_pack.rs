//! Records of the rule pack as the API shows them, in one language.

use super::{Language, PackInfo};
use yanka_storage::pack::{self, FORMAT, Pack, Sentence, trusted_key};

/// An official number.
#[must_use]
pub fn hotline(hotline: &pack::Hotline, language: Language) -> super::Hotline {
    let say = |sentence: &Sentence| sentence.in_language(language).to_owned();
    super::Hotline {
        id: hotline.id.clone(),
        organization: say(&hotline.organization),
        number: hotline.number.clone(),
        purpose: say(&hotline.purpose),
        in_app_path: say(&hotline.in_app_path),
        warning: say(&hotline.warning),
        source: provenance(&hotline.provenance, language),
    }
}

/// Where a statement comes from.
#[must_use]
pub fn provenance(provenance: &pack::Provenance, language: Language) -> super::Provenance {
    super::Provenance {
        source: provenance.source.in_language(language).to_owned(),
        retrieved: provenance.retrieved.clone(),
        published: provenance.published.clone(),
        confidence: provenance.confidence,
    }
}

/// Version, date and key of a pack.
#[must_use]
pub fn pack_info(pack: &Pack, language: Language) -> PackInfo {
    let metadata = pack.metadata();
    PackInfo {
        version: metadata.version,
        format: FORMAT,
        date: metadata.date.clone(),
        rules: metadata.rules,
        origin: if pack.is_installed() { "installed" } else { "embedded" }.to_owned(),
        key: trusted_key().name(language).to_owned(),
    }
}
