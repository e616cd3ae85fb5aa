-- +goose Up
-- What was kept of searches until now could be a name: the table begins anew,
-- and the writer overwrites what it deletes (see dsn.go). Kept are everyday
-- words of the pack; '' counts the searches of which nothing may be kept.
DROP TABLE missed_search;
CREATE TABLE missed_search (
    day   TEXT    NOT NULL CHECK (length(day) = 10), -- YYYY-MM-DD, the office's clock
    words TEXT    NOT NULL CHECK (length(words) <= 80),
    n     INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (day, words)
) STRICT, WITHOUT ROWID;
