-- +goose Up
-- The office's own settings, the staff PIN's hash among them.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was put on paper, so that it can be replaced when it is no longer true.
CREATE TABLE batch (
    id      INTEGER PRIMARY KEY,
    made    TEXT    NOT NULL, -- YYYY-MM-DD HH:MM, the office's clock
    layout  TEXT    NOT NULL,
    copies  INTEGER NOT NULL CHECK (copies > 0),
    pages   INTEGER NOT NULL CHECK (pages > 0),
    edition INTEGER NOT NULL,
    way     TEXT    NOT NULL CHECK (way IN ('printed', 'saved')),
    retired TEXT    NOT NULL DEFAULT '' -- the day staff replaced it
) STRICT;

CREATE TABLE batch_service (
    batch   INTEGER NOT NULL REFERENCES batch (id),
    service TEXT    NOT NULL,
    title   TEXT    NOT NULL,
    links   TEXT    NOT NULL, -- the addresses on paper, a line each
    fee     TEXT    NOT NULL,
    PRIMARY KEY (batch, service)
) STRICT, WITHOUT ROWID;
