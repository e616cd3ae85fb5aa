-- +goose Up
-- Digest of what the office itself says on the paper of a service: its notes and
-- sentences, its name and telephone. '' of what was made before it was kept.
ALTER TABLE batch_service ADD COLUMN ours TEXT NOT NULL DEFAULT '';
