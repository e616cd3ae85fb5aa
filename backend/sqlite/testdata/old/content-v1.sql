
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

CREATE TABLE saying (
    service INTEGER NOT NULL REFERENCES service (id),
    field   TEXT    NOT NULL,
    place   INTEGER NOT NULL, -- among the services a word points to, from 0
    text    TEXT    NOT NULL
) STRICT;

CREATE TABLE meaning (
    say   TEXT NOT NULL,
    means TEXT NOT NULL
) STRICT;

CREATE TABLE filler (
    say TEXT NOT NULL
) STRICT;

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

CREATE VIRTUAL TABLE service_text USING fts5 (said, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE catalogue_text USING fts5 (name, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE catalogue_syllable USING fts5vocab (catalogue_text, row);

INSERT INTO service VALUES (1, 'khai-sinh', 'procedure', '1.001193', 'Làm giấy khai sinh', 1);
INSERT INTO saying VALUES (1, 'title', 0, 'Làm giấy khai sinh');
INSERT INTO service_text (rowid, said) VALUES (1, 'lam giay khai sinh');
INSERT INTO background VALUES ('khai', 3);
INSERT INTO catalogue VALUES (7, '1.014689', 'Thủ tục cấp phép bay', '019d8af3-edd0-7528-af6e-edcc8745d1f1', 'Bộ Quốc phòng', 'A' || char(10) || 'B', 0);
INSERT INTO catalogue_text (rowid, name) VALUES (7, 'thu tuc cap phep bay');
INSERT INTO made_from VALUES ('pack', '1 abc'), ('catalogue', '4');
PRAGMA user_version = 1;
