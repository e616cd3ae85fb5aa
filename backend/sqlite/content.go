package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"

	_ "embed"
)

// ContentName is the search index inside the data folder. All of it can be
// made again: the pack's part from the pack, the national catalogue from its
// file. So a damaged or outdated one is deleted, not kept.
const ContentName = "content.db"

// contentVersion is the version of content.sql; another one is made anew.
const contentVersion = 1

//go:embed content.sql
var contentSchema string

// Content is the search index: the pack's services and the national catalogue
// as folded text. Its methods may be called from any goroutine, and several
// processes may have the same file open.
type Content struct {
	db *sql.DB
}

// memories tells the indexes in memory of one process apart.
var memories atomic.Int64

// OpenContent opens content.db in dir, making it if need be. dir "" makes an
// index in memory, which is what to fall back to when the folder cannot be
// used. Errors: CodeStorage, CodeDiskFull.
func OpenContent(ctx context.Context, dir string, log *slog.Logger) (*Content, error) {
	if dir == "" {
		c, err := openContent(ctx, fmt.Sprintf("file:content%d?mode=memory&cache=shared&_pragma=busy_timeout(5000)", memories.Add(1)))
		return c, failure("open index in memory", err)
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, failure("find data folder", err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, failure("make data folder", err)
	}
	path := filepath.Join(dir, ContentName)
	// Losing the last commit to a power cut only means indexing again.
	uri := dsn(path, "rwc", []string{"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(NORMAL)"}) + "&_txlock=immediate"
	c, err := openContent(ctx, uri)
	if isDamage(asDamage(err)) {
		log.Error("index made anew", "reason", err)
		for _, suffix := range []string{"", walSuffix, shmSuffix, journalSuffix} {
			if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return nil, failure("remove "+ContentName, err)
			}
		}
		c, err = openContent(ctx, uri)
	}
	return c, failure("open "+ContentName, err)
}

func openContent(ctx context.Context, uri string) (*Content, error) {
	db, err := sql.Open("sqlite", uri)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(readers)
	db.SetMaxIdleConns(readers) // the index in memory lives as long as one connection
	db.SetConnMaxIdleTime(0)
	if err := prepareContent(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Content{db: db}, nil
}

// prepareContent makes the tables of a new file, and refuses a file that
// another version made or whose pages do not fit together.
func prepareContent(ctx context.Context, db *sql.DB) error {
	var version, tables int
	if err := db.QueryRowContext(ctx, "SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_master)").Scan(&version, &tables); err != nil {
		return err
	}
	if version == contentVersion {
		var said string
		if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&said); err != nil {
			return err
		}
		if said != "ok" {
			return &damage{reason: said}
		}
		return nil
	}
	if version != 0 || tables != 0 {
		return &damage{reason: fmt.Sprintf("index of version %d", version)}
	}
	return inTx(ctx, db, func(tx *sql.Tx) error {
		// Another process may have been faster.
		if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil || version == contentVersion {
			return err
		}
		_, err := tx.ExecContext(ctx, contentSchema+"PRAGMA user_version = "+strconv.Itoa(contentVersion))
		return err
	})
}

// Close closes the index.
func (c *Content) Close() error { return failure("close "+ContentName, c.db.Close()) }

// inTx runs do in one transaction: all of it happens or nothing.
func inTx(ctx context.Context, db *sql.DB, do func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := do(tx); err != nil {
		return err
	}
	return tx.Commit()
}
