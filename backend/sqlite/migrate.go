package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migration/*.sql
var migrations embed.FS

// versionTable is where goose notes the migrations that were applied.
const versionTable = goose.DefaultTablename

func newProvider(db *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migration")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
}

// migrate brings the file to the schema of this program.
func (db *DB) migrate(ctx context.Context, write *sql.DB) error {
	p, err := newProvider(write)
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	applied, err := p.Up(ctx)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	db.grown = len(applied) > 0
	return nil
}

// mark writes the application id, before anything else: from then on the file
// is known as ours, whenever the program is killed.
func mark(ctx context.Context, db *sql.DB) error {
	var id int64
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return fmt.Errorf("read application id: %w", err)
	}
	if id == applicationID {
		return nil
	}
	if _, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return fmt.Errorf("set application id: %w", err)
	}
	return nil
}

// probe takes the write lock for a statement that writes nothing, so a file
// that may not be written is found out now and not at the first count.
func probe(ctx context.Context, db *sql.DB) error {
	if _, err := db.ExecContext(ctx, "INSERT INTO usage_count (day, service, event, detail, lang, n) SELECT '', '', '', '', '', 0 WHERE false"); err != nil {
		return fmt.Errorf("probe: %w", err)
	}
	return nil
}

// newest is the schema version of this program.
func newest(db *sql.DB) (int64, error) {
	p, err := newProvider(db)
	if err != nil {
		return 0, fmt.Errorf("read migrations: %w", err)
	}
	sources := p.ListSources()
	return sources[len(sources)-1].Version, nil
}
