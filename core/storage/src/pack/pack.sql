-- The schema of a rule pack. The rule compiler writes it, core/storage/src/pack reads it, both from
-- this file.
--
-- To change it: 1. raise FORMAT in core/storage/src/pack/format.rs; 2. change this file and the
-- emitter in rules/src/emit.rs; 3. rebuild the committed pack and its golden hash; 4. state in
-- CHANGELOG.md that older programs refuse packs of the new format and keep the rules they have.
-- There are no migrations: a pack is rebuilt from its sources.
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE provenance (
  id INTEGER PRIMARY KEY,
  source_hans TEXT NOT NULL, source_hant TEXT NOT NULL, source_en TEXT NOT NULL,
  retrieved TEXT NOT NULL, published TEXT, confidence TEXT NOT NULL
) STRICT;
CREATE TABLE rule (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, code TEXT NOT NULL,
  severity TEXT NOT NULL, on_parcel TEXT, in_message TEXT, in_call TEXT,
  why_hans TEXT NOT NULL, why_hant TEXT NOT NULL, why_en TEXT NOT NULL,
  provenance INTEGER NOT NULL REFERENCES provenance
) STRICT;
CREATE TABLE withdrawn (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE by_payload (payload TEXT NOT NULL, rule INTEGER NOT NULL, PRIMARY KEY (payload, rule)) STRICT, WITHOUT ROWID;
CREATE TABLE by_signal (signal TEXT NOT NULL, rule INTEGER NOT NULL, PRIMARY KEY (signal, rule)) STRICT, WITHOUT ROWID;
CREATE TABLE by_host (host TEXT NOT NULL, rule INTEGER NOT NULL, PRIMARY KEY (host, rule)) STRICT, WITHOUT ROWID;
CREATE TABLE by_url (url TEXT NOT NULL, rule INTEGER NOT NULL, PRIMARY KEY (url, rule)) STRICT, WITHOUT ROWID;
CREATE TABLE by_prefix (prefix TEXT NOT NULL, rule INTEGER NOT NULL, PRIMARY KEY (prefix, rule)) STRICT, WITHOUT ROWID;
CREATE TABLE by_number (number TEXT NOT NULL, rule INTEGER NOT NULL, PRIMARY KEY (number, rule)) STRICT, WITHOUT ROWID;
CREATE TABLE by_frame (rule INTEGER PRIMARY KEY, frame TEXT NOT NULL) STRICT;
CREATE TABLE code (
  code TEXT PRIMARY KEY,
  title_hans TEXT NOT NULL, title_hant TEXT NOT NULL, title_en TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE payload (
  kind TEXT PRIMARY KEY,
  does_hans TEXT NOT NULL, does_hant TEXT NOT NULL, does_en TEXT NOT NULL,
  provenance INTEGER NOT NULL REFERENCES provenance
) STRICT, WITHOUT ROWID;
CREATE TABLE platform (
  id TEXT PRIMARY KEY,
  name_hans TEXT NOT NULL, name_hant TEXT NOT NULL, name_en TEXT NOT NULL,
  path_hans TEXT NOT NULL, path_hant TEXT NOT NULL, path_en TEXT NOT NULL,
  never_hans TEXT NOT NULL, never_hant TEXT NOT NULL, never_en TEXT NOT NULL,
  aliases TEXT NOT NULL, brands TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE domain (
  domain TEXT PRIMARY KEY, platform TEXT NOT NULL REFERENCES platform, role TEXT NOT NULL,
  open INTEGER NOT NULL,
  note_hans TEXT NOT NULL, note_hant TEXT NOT NULL, note_en TEXT NOT NULL,
  provenance INTEGER NOT NULL REFERENCES provenance
) STRICT, WITHOUT ROWID;
CREATE INDEX domain_of_platform ON domain (platform);
CREATE TABLE hotline (
  id TEXT PRIMARY KEY, place INTEGER NOT NULL, platform TEXT, class TEXT NOT NULL,
  direction TEXT NOT NULL, number TEXT NOT NULL,
  name_hans TEXT NOT NULL, name_hant TEXT NOT NULL, name_en TEXT NOT NULL,
  purpose_hans TEXT NOT NULL, purpose_hant TEXT NOT NULL, purpose_en TEXT NOT NULL,
  path_hans TEXT NOT NULL, path_hant TEXT NOT NULL, path_en TEXT NOT NULL,
  warning_hans TEXT NOT NULL, warning_hant TEXT NOT NULL, warning_en TEXT NOT NULL,
  provenance INTEGER NOT NULL REFERENCES provenance
) STRICT, WITHOUT ROWID;
CREATE INDEX hotline_of_platform ON hotline (platform);
CREATE TABLE dial (number TEXT, hotline TEXT, PRIMARY KEY (number, hotline)) STRICT, WITHOUT ROWID;
CREATE TABLE number_form (
  id TEXT PRIMARY KEY, place INTEGER NOT NULL, class TEXT NOT NULL, form TEXT NOT NULL,
  risk TEXT NOT NULL,
  meaning_hans TEXT NOT NULL, meaning_hant TEXT NOT NULL, meaning_en TEXT NOT NULL,
  provenance INTEGER NOT NULL REFERENCES provenance
) STRICT, WITHOUT ROWID;
-- The learned text model, cut into parts that are joined in order; no row where there is none.
CREATE TABLE model (part INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
-- Records that other crates parse: one JSON object each. Every sentence in it has three languages,
-- every record but a phrase has a provenance. `kind` says which crate parses it.
CREATE TABLE record (
  kind TEXT, id TEXT, place INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
