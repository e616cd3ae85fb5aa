-- +goose Up
-- What the office has taken from residents because it is not true there: services,
-- and numbers of them.
CREATE TABLE local_away (
    target TEXT PRIMARY KEY, -- key of a service, or the name of a number
    words  TEXT NOT NULL, -- of a number, digest of what the pack said; '' of a service
    under  TEXT NOT NULL, -- what residents read there, a line each
    made   TEXT NOT NULL, -- YYYY-MM-DD HH:MM, the office's clock
    who    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whether a change is of what was taken away and brought back; else it is of a note.
ALTER TABLE local_change ADD COLUMN away INTEGER NOT NULL DEFAULT 0 CHECK (away IN (0, 1));
