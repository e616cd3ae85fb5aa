-- +goose Up
-- What staff are writing in the place of the pack's sentences. A row stays when its
-- draft is dropped: the sequence goes on, so that a call that comes late changes nothing.
CREATE TABLE wording_draft (
    target    TEXT    PRIMARY KEY, -- lasting name of a step or a line
    say       TEXT    NOT NULL,
    more      TEXT    NOT NULL,
    source    TEXT    NOT NULL, -- the paper that its numbers are taken from
    dated     TEXT    NOT NULL, -- YYYY-MM-DD, of that paper
    start     TEXT    NOT NULL, -- YYYY-MM-DD, '' at once
    sequence  INTEGER NOT NULL CHECK (sequence > 0),
    saved     TEXT    NOT NULL, -- YYYY-MM-DD HH:MM, the office's clock
    author    INTEGER NOT NULL, -- person.id of who wrote last
    who       TEXT    NOT NULL, -- as that person was called then
    asked     INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1)), -- a second person is to read it
    dropped   INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What two people agreed on. Nothing of it is ever changed or removed.
CREATE TABLE wording (
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which they agreed, whatever the clock says
    made     TEXT NOT NULL, -- YYYY-MM-DD HH:MM
    target   TEXT NOT NULL,
    say      TEXT NOT NULL, -- '': from here on the pack's own sentences again
    more     TEXT NOT NULL,
    source   TEXT NOT NULL,
    dated    TEXT NOT NULL,
    start    TEXT NOT NULL,
    words    TEXT NOT NULL, -- digest of what stood there
    under    TEXT NOT NULL, -- and what stood there, a line each
    author   TEXT NOT NULL,
    approver TEXT NOT NULL, -- '': one person took it back, which one may alone
    CHECK (say = '' OR approver <> '' AND approver <> author)
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER wording_stays BEFORE UPDATE ON wording BEGIN SELECT raise(ABORT, 'wording is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER wording_remains BEFORE DELETE ON wording BEGIN SELECT raise(ABORT, 'wording is only added to'); END;
-- +goose StatementEnd

-- Who gave a person the PIN: 0 that person, or nobody knows.
ALTER TABLE person ADD COLUMN given INTEGER NOT NULL DEFAULT 0;
