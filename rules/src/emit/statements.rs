//! The INSERT statements of a pack, one for each table of core/storage/src/pack/pack.sql.

pub(super) const META: &str = "INSERT INTO meta (name, value) VALUES (?1, ?2)";

pub(super) const RULE: &str = "
    INSERT INTO rule (id, name, code, severity, on_parcel, in_message, in_call,
      why_hans, why_hant, why_en, provenance)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

pub(super) const WITHDRAWN: &str = "INSERT INTO withdrawn (name) VALUES (?1)";

pub(super) const BY_PAYLOAD: &str =
    "INSERT OR IGNORE INTO by_payload (payload, rule) VALUES (?1, ?2)";
pub(super) const BY_SIGNAL: &str = "INSERT OR IGNORE INTO by_signal (signal, rule) VALUES (?1, ?2)";
pub(super) const BY_HOST: &str = "INSERT OR IGNORE INTO by_host (host, rule) VALUES (?1, ?2)";
pub(super) const BY_URL: &str = "INSERT OR IGNORE INTO by_url (url, rule) VALUES (?1, ?2)";
pub(super) const BY_PREFIX: &str = "INSERT OR IGNORE INTO by_prefix (prefix, rule) VALUES (?1, ?2)";
pub(super) const BY_NUMBER: &str = "INSERT OR IGNORE INTO by_number (number, rule) VALUES (?1, ?2)";
pub(super) const BY_FRAME: &str = "INSERT INTO by_frame (rule, frame) VALUES (?1, ?2)";

pub(super) const PAYLOAD: &str = "
    INSERT INTO payload (kind, does_hans, does_hant, does_en, provenance)
    VALUES (?1, ?2, ?3, ?4, ?5)";

pub(super) const CODE: &str = "
    INSERT INTO code (code, title_hans, title_hant, title_en) VALUES (?1, ?2, ?3, ?4)";

pub(super) const PLATFORM: &str = "
    INSERT INTO platform (id, name_hans, name_hant, name_en, path_hans, path_hant, path_en,
      never_hans, never_hant, never_en, aliases, brands)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

pub(super) const DOMAIN: &str = "
    INSERT INTO domain (domain, platform, role, open, note_hans, note_hant, note_en,
      provenance)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

pub(super) const HOTLINE: &str = "
    INSERT INTO hotline (id, place, platform, class, direction, number,
      name_hans, name_hant, name_en, purpose_hans, purpose_hant, purpose_en,
      path_hans, path_hant, path_en, warning_hans, warning_hant, warning_en, provenance)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";

pub(super) const DIAL: &str = "INSERT OR IGNORE INTO dial (number, hotline) VALUES (?1, ?2)";

pub(super) const NUMBER_FORM: &str = "
    INSERT INTO number_form (id, place, class, form, risk, meaning_hans, meaning_hant, meaning_en,
      provenance)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

pub(super) const RECORD: &str =
    "INSERT INTO record (kind, id, place, body) VALUES (?1, ?2, ?3, ?4)";

pub(super) const MODEL: &str = "INSERT INTO model (part, bytes) VALUES (?1, ?2)";

pub(super) const FIND_PROVENANCE: &str = "
    SELECT id FROM provenance
    WHERE source_hans = ?1 AND source_en = ?2 AND retrieved = ?3 AND published IS ?4
      AND confidence = ?5";

pub(super) const PROVENANCE: &str = "
    INSERT INTO provenance (source_hans, source_hant, source_en, retrieved, published, confidence)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
