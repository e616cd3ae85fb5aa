package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"

	_ "embed"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"tungbuoc/backend/safefile"
)

// ContentName is the search index inside the data folder. All of it can be
// made again: the pack's part from the pack, the national catalogue from its
// file. So a damaged one is deleted, not kept.
const ContentName = "content.db"

// contentVersion is the version of content.sql. Files of the first one are
// brought to it, because the file that their catalogue came from may be far
// away; any other version is made anew.
const (
	contentVersion = 2
	keptSince      = 2 // version 1 kept the pack in tables of its own
)

//go:embed content.sql
var contentSchema string

// Content is the search index: the pack's services and the national catalogue
// as folded text. Its methods may be called from any goroutine, and several
// processes may have the same file open.
type Content struct {
	db       *sql.DB
	version  int // of the file; an old one stays when it cannot be written
	readOnly bool

	imports, row *sql.Stmt
}

// memories tells the indexes in memory of one process apart.
var memories atomic.Int64

// OpenContent opens content.db in dir, making it if need be. Where there is one
// that cannot be written, it is opened for reading: see [Content.ReadOnly].
// dir "" makes an index in memory, which is what to fall back to when the
// folder cannot be used. Errors: CodeStorage, CodeDiskFull.
func OpenContent(ctx context.Context, dir string, log *slog.Logger) (*Content, error) {
	if dir == "" {
		c, err := openContent(ctx, fmt.Sprintf("file:content%d?mode=memory&cache=shared&_pragma=busy_timeout(5000)", memories.Add(1)))
		return c, failure("open index in memory", err)
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, failure("find data folder", err)
	}
	path := filepath.Join(dir, ContentName)
	if err := safefile.Folder(dir, 0o700); err != nil {
		return nil, failure("make data folder", err)
	}
	// Losing the last commit to a power cut only means indexing again.
	uri := dsn(path, "rwc", []string{"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(NORMAL)"}) + "&_txlock=immediate"
	c, err := openContent(ctx, uri)
	if isDamage(asDamage(err)) {
		log.Error("index made anew", "reason", err)
		if err := removeAll(path); err != nil {
			return nil, failure("remove "+ContentName, err)
		}
		c, err = openContent(ctx, uri)
	}
	if isLocked(err) {
		if c := openReadOnly(ctx, path); c != nil {
			log.Warn("index opened for reading only", "reason", err)
			return c, nil
		}
	}
	return c, failure("open "+ContentName, err)
}

// isLocked says whether an error means that a file or its folder cannot be
// written. A file that is only busy must not be read behind its writer's back.
func isLocked(err error) bool {
	var fault *driver.Error
	if !errors.As(err, &fault) {
		return false
	}
	switch primary(fault.Code()) {
	case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM:
		return true
	}
	return false
}

// openReadOnly opens an index that cannot be written, because the folder or
// the disk is locked, nil if that cannot be done either. A write-ahead log that
// is still there is read when another program holds it open. Else the file is
// taken as it is and is not looked at again: nobody can write it.
func openReadOnly(ctx context.Context, path string) *Content {
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		return nil
	}
	for _, how := range []string{"", "&immutable=1"} {
		if c, err := openContent(ctx, dsn(path, "ro", []string{"busy_timeout(5000)", "query_only(1)"})+how); err == nil {
			c.readOnly = true
			return c
		}
	}
	return nil
}

// ReadOnly says that the index is read and cannot be written: what is in it is
// found, and nothing can be imported.
func (c *Content) ReadOnly() bool { return c.readOnly }

func openContent(ctx context.Context, uri string) (*Content, error) {
	db, err := sql.Open("sqlite", uri)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(readers)
	db.SetMaxIdleConns(readers) // the index in memory lives as long as one connection
	db.SetConnMaxIdleTime(0)
	c := &Content{db: db}
	if err := c.prepare(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return c, nil
}

// prepare brings the file to the version of this program, and prepares what
// every query asks.
func (c *Content) prepare(ctx context.Context) (err error) {
	if c.version, err = prepareContent(ctx, c.db); err != nil {
		return err
	}
	if c.imports, err = c.db.PrepareContext(ctx, "SELECT value FROM made_from WHERE name = ?"); err != nil {
		return err
	}
	c.row, err = c.db.PrepareContext(ctx, "SELECT "+entryColumns+" FROM catalogue WHERE id = ?")
	return err
}

// prepareContent makes the tables of a new file, brings an old one up to date,
// and refuses a file that another version made or whose pages do not fit
// together. It gives the version that the file has then.
func prepareContent(ctx context.Context, db *sql.DB) (version int, err error) {
	var tables int
	err = db.QueryRowContext(ctx, "SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_master)").Scan(&version, &tables)
	if err != nil {
		return 0, err
	}
	switch {
	case version == 0 && tables == 0:
		return contentVersion, change(ctx, db, 0, contentSchema)
	case version < 1 || version > contentVersion:
		return 0, &damage{reason: fmt.Sprintf("index of version %d", version)}
	}
	var said string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&said); err != nil {
		return 0, err
	}
	if said != "ok" {
		return 0, &damage{reason: said}
	}
	if version == 1 && !readsOnly(ctx, db) {
		if err := change(ctx, db, version, contentFrom1); err != nil {
			return 0, asDamage(err, lib.SQLITE_ERROR) // tables are missing
		}
		_, _ = db.ExecContext(ctx, "VACUUM") // four fifths of it are empty now; where there is no room for that it stays large
		version = contentVersion
	}
	return version, nil
}

// contentFrom1 brings a file of version 1 to version 2: it keeps the catalogue.
const contentFrom1 = `
DROP TABLE service_text;
DROP TABLE catalogue_syllable;
DROP TABLE catalogue_text;
DROP TABLE saying;
DROP TABLE service;
DROP TABLE meaning;
DROP TABLE filler;
DROP TABLE background;
CREATE TABLE kept (
    name  TEXT PRIMARY KEY,
    piece BLOB NOT NULL
) STRICT;
`

func readsOnly(ctx context.Context, db *sql.DB) bool {
	var only bool
	err := db.QueryRowContext(ctx, "PRAGMA query_only").Scan(&only)
	return err == nil && only
}

// change runs statements that bring a file from one version to the one of this
// program, unless another process was faster.
func change(ctx context.Context, db *sql.DB, from int, statements string) error {
	return inTx(ctx, db, func(tx *sql.Tx) error {
		var version int
		if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil || version != from {
			return err
		}
		_, err := tx.ExecContext(ctx, statements+"PRAGMA user_version = "+strconv.Itoa(contentVersion))
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
