-- The shape of a rule pack. Written by the rules compiler, read by core/src/pack, both from this file.
--
-- To change it: 1. raise FORMAT in core/src/pack/mod.rs; 2. change this file and the emitter;
-- 3. rebuild the committed pack and its golden hash; 4. say in CHANGELOG.md that older programs
-- refuse packs of the new format and go on with the rules they have. Nothing is ever migrated:
-- a pack is rebuilt from its sources.
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
  title_hans TEXT NOT NULL, title_hant TEXT NOT NULL, title_en TEXT NOT NULL,
  more_hans TEXT NOT NULL, more_hant TEXT NOT NULL, more_en TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE payload (
  kind TEXT PRIMARY KEY,
  does_hans TEXT NOT NULL, does_hant TEXT NOT NULL, does_en TEXT NOT NULL,
  bait_hans TEXT NOT NULL, bait_hant TEXT NOT NULL, bait_en TEXT NOT NULL,
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
  features_hans TEXT NOT NULL, features_hant TEXT NOT NULL, features_en TEXT NOT NULL,
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
-- What other rooms keep in the pack: one JSON object a record, every sentence in it with its three
-- languages, every record with its provenance. `kind` says which room reads it.
CREATE TABLE record (
  kind TEXT, id TEXT, place INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
