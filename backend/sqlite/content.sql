-- What the index was made from: pack (a digest), catalogue (a counter that
-- grows with every import).
CREATE TABLE made_from (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE service (
    id    INTEGER PRIMARY KEY,
    key   TEXT    NOT NULL UNIQUE,
    kind  TEXT    NOT NULL,
    codes TEXT    NOT NULL, -- separated by spaces
    title TEXT    NOT NULL,
    often INTEGER NOT NULL  -- 1 asked every day ... 4 rarely
) STRICT;

-- Every way to say a service: its title, names, official name, everyday words.
CREATE TABLE saying (
    service INTEGER NOT NULL REFERENCES service (id),
    field   TEXT    NOT NULL,
    place   INTEGER NOT NULL, -- among the services a word points to, from 0
    text    TEXT    NOT NULL
) STRICT;

-- What an everyday word stands for in the titles.
CREATE TABLE meaning (
    say   TEXT NOT NULL,
    means TEXT NOT NULL
) STRICT;

CREATE TABLE filler (
    say TEXT NOT NULL
) STRICT;

-- How many texts of the pack use a syllable: the common ones decide little.
CREATE TABLE background (
    syllable TEXT    PRIMARY KEY,
    n        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue (
    id          INTEGER PRIMARY KEY,
    code        TEXT    NOT NULL, -- nearly unique: two pages of 2026 share one
    name        TEXT    NOT NULL,
    formality   TEXT    NOT NULL UNIQUE,
    issuer      TEXT    NOT NULL,
    departments TEXT    NOT NULL, -- separated by line breaks
    local       INTEGER NOT NULL
) STRICT;

CREATE INDEX catalogue_code ON catalogue (code);

-- Folded in Go, because the tokenizer folds all Vietnamese marks but that of
-- đ. No text is kept: the tables above have it.
CREATE VIRTUAL TABLE service_text USING fts5 (said, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE catalogue_text USING fts5 (name, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE catalogue_syllable USING fts5vocab (catalogue_text, row);
