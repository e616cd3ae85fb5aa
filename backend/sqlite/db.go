package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// FileName is the database inside the data folder.
const FileName = "office.db"

// readers is how many reads run at the same time.
const readers = 4

// DB is the office's database. Its methods may be called from any goroutine,
// and several processes may have the same file open.
type DB struct {
	write     *sql.DB // one connection: SQLite has one writer anyway, and a queue in Go is fairer than its lock
	read      *sql.DB
	now       func() time.Time
	claim     *claim
	path      string
	setAside  string
	grown     bool
	recovered string // day of the copy that is used now
	close     func() error
}

// Open opens office.db in dir and brings it to the schema of this program.
// The folder and the file are made if they are missing. A damaged or foreign
// file is set aside first, which [DB.SetAside] reports, and the last good copy of
// [DB.KeepSpare] takes its place, which [DB.Recovered] reports. now gives the time by
// the office's clock. Errors: CodeStorage (the folder or the file cannot be
// used, or the file is from a newer program), CodeDiskFull.
func Open(ctx context.Context, dir string, now func() time.Time, log *slog.Logger) (*DB, error) {
	dir, err := filepath.Abs(dir) // the path goes into a URI, which knows no working folder
	if err != nil {
		return nil, failure("find data folder", err)
	}
	if err := safefile.Folder(dir, 0o700); err != nil {
		return nil, failure("make data folder", err)
	}
	claim, err := newClaim(ctx, dir)
	if err != nil {
		return nil, failure("claim data folder", err)
	}
	db := &DB{now: now, claim: claim, path: filepath.Join(dir, FileName)}
	db.close = sync.OnceValue(db.closeAll)
	if err := db.open(ctx, db.path, log); err != nil {
		return nil, errors.Join(failure("open "+FileName, err), db.Close())
	}
	return db, nil
}

func (db *DB) open(ctx context.Context, path string, log *slog.Logger) error {
	if db.claim.sole {
		last, err := finish(path, log)
		if err != nil {
			return err
		}
		if last.why == asDamaged {
			db.setAside, db.recovered = last.kept, last.day
		}
	}
	err := inspect(ctx, path, quickCheck)
	if err == nil && db.claim.sole {
		err = lost(path)
	}
	if err == nil {
		err = asDamage(db.openWriter(ctx, path)) // writing reads parts that inspecting did not
	}
	if isDamage(err) {
		if err = db.startAgain(ctx, path, err, log); err == nil {
			err = db.openWriter(ctx, path)
		}
	}
	if err != nil {
		return err
	}
	if db.read, err = sql.Open("sqlite", readerDSN(path)); err != nil {
		return err
	}
	db.read.SetMaxOpenConns(readers)
	return db.claim.share(ctx)
}

// startAgain sets a damaged file aside, unless another program writes to it, and
// goes on with the last good copy, or with nothing.
func (db *DB) startAgain(ctx context.Context, path string, reason error, log *slog.Logger) error {
	log.Error("database damaged", "reason", reason)
	if !db.claim.sole {
		return guide.Wrap(reason, guide.CodeStorage, "%s", sayHeldOpen)
	}
	day, put, err := db.lastGood(ctx, log)
	if err != nil {
		return err
	}
	db.setAside, err = exchange(path, asDamaged, day, db.now(), put)
	if err != nil {
		return fmt.Errorf("set aside: %w", err)
	}
	log.Error("damaged database set aside", "path", db.setAside)
	if db.recovered = day; day != "" {
		log.Warn("database restored from a copy", "day", day)
	}
	return nil
}

// openWriter opens the writing connection and brings the schema up to date.
func (db *DB) openWriter(ctx context.Context, path string) error {
	private(path)
	write, err := sql.Open("sqlite", writerDSN(path))
	if err != nil {
		return err
	}
	write.SetMaxOpenConns(1)
	for _, step := range []func(context.Context, *sql.DB) error{mark, db.migrate, probe} {
		if err := step(ctx, write); err != nil {
			return errors.Join(err, write.Close())
		}
	}
	db.write = write
	return nil
}

// private makes a file that is not there for its owner only; SQLite's log beside
// it follows. The hash of the PIN is in it, and a PIN has so few digits that who
// reads the hash has the PIN. A file that is there is left alone: to close it would
// end SQLite's locks on it. What goes wrong, SQLite says next.
func private(path string) {
	_ = safefile.NewPrivate(path)
}

// SetAside is the path of the damaged or foreign file that Open renamed, ""
// if it found none. A file that was gone has none, though [DB.Recovered] has a day.
func (db *DB) SetAside() string { return db.setAside }

// Grown says whether Open brought the file to a newer schema, a new file's first one
// included: a program that does not know it cannot open the file any more.
func (db *DB) Grown() bool { return db.grown }

// Check looks at the whole file for damage. It takes longer than the look Open
// takes. Error: CodeStorage.
func (db *DB) Check(ctx context.Context) error {
	return failure("check "+FileName, asDamage(runCheck(ctx, db.read, fullCheck)))
}

// Close writes the log back into the file and closes it. Closing again does
// nothing. Nothing is lost when it fails: the next Open reads the log. Errors:
// CodeStorage, CodeDiskFull.
func (db *DB) Close() error { return db.close() }

func (db *DB) closeAll() error {
	var errs []error
	if db.read != nil {
		errs = append(errs, db.read.Close())
	}
	if db.write != nil {
		_, err := db.write.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
		errs = append(errs, err, db.write.Close())
	}
	errs = append(errs, db.claim.release())
	return failure("close "+FileName, errors.Join(errs...))
}
