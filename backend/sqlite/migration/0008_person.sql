-- +goose Up
-- Who works behind the staff door. Whoever left stays as a row: the trail's names are not used up.
CREATE TABLE person (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    name  TEXT    NOT NULL,
    role  TEXT    NOT NULL CHECK (role IN ('clerk', 'admin')),
    pin   TEXT    NOT NULL, -- base64(salt).base64(hash), '' while none is chosen
    old   INTEGER NOT NULL CHECK (old IN (0, 1)), -- the office's one PIN of before: another is asked for
    since TEXT    NOT NULL, -- YYYY-MM-DD, '' of who had the office's one PIN
    gone  TEXT    NOT NULL DEFAULT '' -- the day that person left
) STRICT;

-- The office's one PIN goes on opening, as that of its first admin.
INSERT INTO person (name, role, pin, old, since)
SELECT 'Quản trị', 'admin', value, 1, '' FROM setting WHERE name = 'staff_pin' AND value <> '';
DELETE FROM setting WHERE name = 'staff_pin';

-- Who did what. Nothing of it is changed or taken out.
CREATE TABLE trail (
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- the order, whatever the clock says
    made    TEXT NOT NULL, -- YYYY-MM-DD HH:MM, the office's clock
    who     TEXT NOT NULL, -- as that person was called then
    what    TEXT NOT NULL,
    subject TEXT NOT NULL
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER trail_is_not_changed BEFORE UPDATE ON trail BEGIN SELECT raise(ABORT, 'the trail is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER trail_is_kept BEFORE DELETE ON trail BEGIN SELECT raise(ABORT, 'the trail is only added to'); END;
-- +goose StatementEnd
