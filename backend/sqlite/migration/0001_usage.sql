-- +goose Up
-- How often something happened on a day. The key holds no time of day and no
-- person: two visits on one day cannot be told apart.
CREATE TABLE usage_count (
    day     TEXT    NOT NULL CHECK (length(day) = 10), -- YYYY-MM-DD, the office's clock
    service TEXT    NOT NULL,
    event   TEXT    NOT NULL,
    detail  TEXT    NOT NULL,
    lang    TEXT    NOT NULL,
    n       INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (day, service, event, detail, lang)
) STRICT, WITHOUT ROWID;
