//! Converts records of the rule pack to API records in one language. Decides nothing.

use super::{Language, PackInfo};
use yanka_storage::pack::{self, FORMAT, Pack, Sentence, trusted_key};

/// An official number in `language`.
#[must_use]
pub fn hotline(hotline: &pack::Hotline, language: Language) -> super::Hotline {
    let text = |sentence: &Sentence| sentence.in_language(language).to_owned();
    super::Hotline {
        id: hotline.id.clone(),
        organization: text(&hotline.organization),
        number: hotline.number.clone(),
        purpose: text(&hotline.purpose),
        in_app_path: text(&hotline.in_app_path),
        warning: text(&hotline.warning),
        source: provenance(&hotline.provenance, language),
    }
}

/// The source of a statement in `language`.
#[must_use]
pub fn provenance(provenance: &pack::Provenance, language: Language) -> super::Provenance {
    super::Provenance {
        source: provenance.source.in_language(language).to_owned(),
        retrieved: provenance.retrieved.clone(),
        published: provenance.published.clone(),
        confidence: provenance.confidence,
    }
}

/// Version, date and origin of `pack`, and the name of the trusted key in `language`.
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
