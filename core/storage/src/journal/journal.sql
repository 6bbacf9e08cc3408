-- The private log. Every byte of it lies in pages that SQLCipher encrypts.
-- How to change it: see SCHEMA in schema.rs. Numbers of entries are never used again.

-- What a list shows: small rows, so that a page of them is a page of disk.
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

-- The report as it was shown, deflated JSON, own details masked.
CREATE TABLE content (
  entry     INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  report    BLOB NOT NULL,
  situation TEXT NOT NULL,
  app       TEXT NOT NULL,
  pack      INTEGER NOT NULL,
  sha256    BLOB
) STRICT;

-- What a search looks through: folded note and content, nothing else, so that it is quick to read.
CREATE TABLE sought (
  entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  note  TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL
) STRICT;

-- The small upright picture.
CREATE TABLE picture (
  entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;

-- Nothing masked; only while the entry is evidence.
CREATE TABLE original (
  entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  text  TEXT,
  photo BLOB
) STRICT;

-- What happened, as the person told it.
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

-- Choices, and `sweep`: traces of erased entries wait to be swept.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
