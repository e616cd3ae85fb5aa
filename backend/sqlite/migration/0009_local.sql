-- +goose Up
-- What the office says beside the pack: a note at a place of it, as staff are
-- writing it and as residents see it. A row stays when its note is taken away: the
-- sequence of its draft goes on, so that a call that comes late changes nothing.
CREATE TABLE local_note (
    target   TEXT    PRIMARY KEY, -- the place: key of a service, lasting name of a step or a line
    draft    TEXT    NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0), -- of the draft, whatever the clock says
    saved    TEXT    NOT NULL, -- YYYY-MM-DD HH:MM, the office's clock
    who      TEXT    NOT NULL, -- of the office wrote last
    shown    TEXT    NOT NULL DEFAULT '', -- what residents see
    words    TEXT    NOT NULL DEFAULT '', -- digest of what stood there when it was put there
    under    TEXT    NOT NULL DEFAULT '' -- and what stood there, a line each
) STRICT, WITHOUT ROWID;

-- What residents saw change. Nothing of it is ever changed or removed.
CREATE TABLE local_change (
    id     INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which they were made, whatever the clock says
    made   TEXT    NOT NULL, -- YYYY-MM-DD HH:MM
    who    TEXT    NOT NULL,
    target TEXT    NOT NULL,
    before TEXT    NOT NULL,
    after  TEXT    NOT NULL
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER local_change_stays BEFORE UPDATE ON local_change
BEGIN SELECT RAISE(ABORT, 'local_change is append only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER local_change_remains BEFORE DELETE ON local_change
BEGIN SELECT RAISE(ABORT, 'local_change is append only'); END;
-- +goose StatementEnd
