-- +goose Up
-- What people looked for and did not find, by folded words without numbers,
-- so that staff see what is missing. No time of day, no person.
CREATE TABLE missed_search (
    day   TEXT    NOT NULL CHECK (length(day) = 10), -- YYYY-MM-DD, the office's clock
    words TEXT    NOT NULL CHECK (words <> '' AND length(words) <= 80),
    n     INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (day, words)
) STRICT, WITHOUT ROWID;
