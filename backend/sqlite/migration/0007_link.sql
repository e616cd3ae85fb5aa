-- +goose Up
-- What staff found when they opened links with a phone. A round begins with a
-- control code; what does not open while that does not open either does not count.
CREATE TABLE link_sitting (
    id      INTEGER PRIMARY KEY,
    begun   TEXT NOT NULL, -- YYYY-MM-DD HH:MM, the office's clock
    who     TEXT NOT NULL, -- as staff call themselves
    control TEXT NOT NULL DEFAULT '' CHECK (control IN ('', 'right', 'shut'))
) STRICT;

CREATE TABLE link_check (
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which they were made, whatever the clock says
    sitting INTEGER NOT NULL REFERENCES link_sitting (id),
    made    TEXT    NOT NULL,
    link    TEXT    NOT NULL, -- key in the pack's registry
    url     TEXT    NOT NULL, -- the address that was opened
    found   TEXT    NOT NULL CHECK (found IN ('right', 'wrong', 'shut')),
    reader  TEXT    NOT NULL CHECK (reader IN ('android', 'iphone', 'zalo'))
) STRICT;

-- Addresses that staff have put in the place of the pack's, until its next edition.
CREATE TABLE link_address (
    link    TEXT    PRIMARY KEY,
    url     TEXT    NOT NULL,
    made    TEXT    NOT NULL,
    who     TEXT    NOT NULL,
    edition INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
