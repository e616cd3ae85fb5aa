-- What the index was made from: catalogue (a counter that grows with every
-- import).
CREATE TABLE made_from (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
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

-- What the search has made of a pack and of the catalogue. It alone can read
-- it, and says itself what it was made from.
CREATE TABLE kept (
    name  TEXT PRIMARY KEY, -- pack, catalogue
    piece BLOB NOT NULL
) STRICT;
