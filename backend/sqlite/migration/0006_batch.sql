-- +goose Up
-- More of what was put on paper: for whom, where, and how many of each.
ALTER TABLE batch ADD COLUMN hamlet TEXT NOT NULL DEFAULT ''; -- whose pack it was
ALTER TABLE batch ADD COLUMN place TEXT NOT NULL DEFAULT ''; -- the printer or the folder, as people know it
ALTER TABLE batch_service ADD COLUMN copies INTEGER NOT NULL DEFAULT 0 CHECK (copies >= 0); -- 0: as many as the batch says
