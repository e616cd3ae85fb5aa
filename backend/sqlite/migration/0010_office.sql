-- +goose Up
-- What the office says of itself: its name, hours, telephone, Wi-Fi. A row is a
-- detail, as staff are writing it and as residents see it.
CREATE TABLE office_detail (
    name     TEXT    PRIMARY KEY, -- which detail
    draft    TEXT    NOT NULL DEFAULT '', -- its lines
    sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0), -- of the draft, whatever the clock says
    saved    TEXT    NOT NULL, -- YYYY-MM-DD HH:MM, the office's clock
    who      TEXT    NOT NULL, -- of the office wrote last
    shown    TEXT    NOT NULL DEFAULT '', -- what residents see
    decided  INTEGER NOT NULL DEFAULT 0, -- 1: somebody said that it is so, also that there is none
    said     TEXT    NOT NULL DEFAULT '' -- what office.yaml said when it was last taken in
) STRICT, WITHOUT ROWID;

-- What residents saw change. Nothing of it is ever changed or removed.
CREATE TABLE office_change (
    id     INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which they were made, whatever the clock says
    made   TEXT    NOT NULL, -- YYYY-MM-DD HH:MM
    who    TEXT    NOT NULL, -- office.yaml, where that brought it
    name   TEXT    NOT NULL,
    before TEXT    NOT NULL,
    after  TEXT    NOT NULL
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER office_change_stays BEFORE UPDATE ON office_change
BEGIN SELECT RAISE(ABORT, 'office_change is append only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER office_change_remains BEFORE DELETE ON office_change
BEGIN SELECT RAISE(ABORT, 'office_change is append only'); END;
-- +goose StatementEnd
