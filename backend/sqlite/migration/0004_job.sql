-- +goose Up
-- The job on paper that is not finished: one at a time. What is left here when
-- the program starts was cut off.
CREATE TABLE paper_job (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    begun TEXT    NOT NULL, -- YYYY-MM-DD HH:MM, the office's clock
    title TEXT    NOT NULL,
    wants TEXT    NOT NULL, -- what was ordered, as the staff's page sent it
    way   TEXT    NOT NULL CHECK (way IN ('printed', 'saved')),
    place TEXT    NOT NULL, -- the printer or the folder
    pages INTEGER NOT NULL CHECK (pages > 0),
    done  INTEGER NOT NULL CHECK (done BETWEEN 0 AND pages) -- out of the printer, as far as is known
) STRICT;

-- How much longer or shorter a printer makes what it prints.
CREATE TABLE calibration (
    printer  TEXT NOT NULL,
    layout   TEXT NOT NULL,
    across   REAL NOT NULL, -- printed length / true length
    down     REAL NOT NULL,
    measured TEXT NOT NULL, -- the day
    PRIMARY KEY (printer, layout)
) STRICT, WITHOUT ROWID;
