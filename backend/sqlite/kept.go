package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// Keep keeps what the search has made, in the place of what it kept by that
// name. Errors: CodeStorage, CodeDiskFull.
func (c *Content) Keep(ctx context.Context, name string, piece []byte) error {
	_, err := c.db.ExecContext(ctx, "INSERT OR REPLACE INTO kept (name, piece) VALUES (?, ?)", name, piece)
	return failure("keep index", err)
}

// Kept gives what [Content.Keep] was last given by that name, "" if nothing.
// Errors: CodeStorage.
func (c *Content) Kept(ctx context.Context, name string) (string, error) {
	if c.version < keptSince {
		return "", nil
	}
	var piece string
	err := c.db.QueryRowContext(ctx, "SELECT piece FROM kept WHERE name = ?", name).Scan(&piece)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return piece, failure("read index", err)
}

// each runs a query and calls row for every row.
func each(ctx context.Context, db *sql.DB, query string, row func(scan func(...any) error) error, args ...any) error {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
