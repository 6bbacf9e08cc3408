-- The schema of the private log. SQLCipher encrypts every page of the file.
-- To change it, follow the procedure at SCHEMA_VERSION in schema.rs. Entry ids are never reused.

-- The rows of a list. They are small, so that a list reads few disk pages.
CREATE TABLE entry (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  unix_ms        INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  kind           TEXT NOT NULL,
  verdict        TEXT NOT NULL,
  title          TEXT NOT NULL,
  why            TEXT NOT NULL,
  note           TEXT NOT NULL DEFAULT '',
  label          TEXT NOT NULL DEFAULT '',
  evidence       INTEGER NOT NULL DEFAULT 0,
  picture        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX entry_verdict ON entry (verdict);
CREATE INDEX entry_label ON entry (label) WHERE label <> '';
CREATE INDEX entry_evidence ON entry (evidence) WHERE evidence = 1;
CREATE INDEX entry_time ON entry (unix_ms) WHERE evidence = 0;

-- The redacted report as it was shown: deflated JSON.
CREATE TABLE content (
  entry     INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  report    BLOB NOT NULL,
  situation TEXT NOT NULL,
  app       TEXT NOT NULL,
  pack      INTEGER NOT NULL,
  sha256    BLOB
) STRICT;

-- The text that a search scans: folded note and content, and nothing else, so that a scan is fast.
CREATE TABLE sought (
  entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  note  TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL
) STRICT;

-- The small upright picture, JPEG or PNG.
CREATE TABLE picture (
  entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;

-- The unredacted original, stored only while the entry is kept as evidence.
CREATE TABLE original (
  entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  text  TEXT,
  photo BLOB
) STRICT;

-- The time line: what happened, as the person reports it.
CREATE TABLE step (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  entry          INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  unix_ms        INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  situation      TEXT,
  what           TEXT NOT NULL,
  amount         TEXT NOT NULL,
  account        TEXT NOT NULL,
  order_number   TEXT NOT NULL,
  waybill        TEXT NOT NULL
) STRICT;
CREATE INDEX step_entry ON step (entry, unix_ms);

-- The person's own rules.
CREATE TABLE own_rule (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  opinion        TEXT NOT NULL,
  subject        TEXT NOT NULL UNIQUE,
  note           TEXT NOT NULL,
  unix_ms        INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL
) STRICT;

-- Settings of the person; and `sweep`, present while an erasure has not removed all traces.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
