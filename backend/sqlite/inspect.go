package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"tungbuoc/backend/guide"
)

// applicationID marks a database as ours: "TBuo" in ASCII.
const applicationID = 0x5442756f

// How thorough an inspection is. quick_check is about four times faster and
// leaves out whether indexes agree with their tables. Ten findings are enough.
const (
	quickCheck = "quick_check(10)"
	fullCheck  = "integrity_check(10)"
)

// CheckFile looks at office.db in dir as a whole, without opening it for use:
// nothing is created, migrated or set aside, and the kiosk may be running. A
// missing file is in order. Errors: CodeStorage (damaged, from a newer
// program, or not readable).
func CheckFile(ctx context.Context, dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return failure("find data folder", err)
	}
	return failure("check "+FileName, inspect(ctx, filepath.Join(dir, FileName), fullCheck))
}

// inspect reads the file and changes no record in it. It returns a *damage for a file
// that must be set aside, CodeStorage for one from a newer program, and nil
// for a sound, empty or missing one.
func inspect(ctx context.Context, path, check string) error {
	info, err := os.Stat(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err == nil && info.IsDir() {
		return &fs.PathError{Op: "open", Path: path, Err: syscall.EISDIR}
	}
	if err != nil || info.Size() == 0 {
		// A log whose database is gone: SQLite would delete it on opening.
		if log, err := os.Stat(path + walSuffix); err == nil && log.Size() > 0 {
			return &damage{reason: "a log without its database"}
		}
		return nil
	}
	err = inspectAs(ctx, path, "ro", check)
	var fault *driver.Error
	rollBack := errors.As(err, &fault) && primary(fault.Code()) == lib.SQLITE_READONLY
	if rollBack || err == nil && check == fullCheck {
		// What a killed program began has to be rolled back before it can be
		// read; and SQLite reads the schema strictly only where it may write.
		err = inspectAs(ctx, path, "rw", check)
	}
	// The statements are fixed: one that SQLite calls wrong met a wrong schema.
	return asDamage(err, lib.SQLITE_ERROR)
}

// lost says that a database is gone or empty though there are copies of it: an office
// that has any has worked for a day, so it is no new one. A power cut and a disk that
// is dying leave empty files, and people remove what they take for rubbish.
func lost(path string) error {
	info, err := os.Stat(path)
	if err == nil && info.Size() > 0 {
		return nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if list, _ := spares(filepath.Dir(path)); len(list) > 0 {
		return &damage{reason: "gone or empty, and there are copies"}
	}
	return nil
}

// inspectAs inspects in one mode of opening. Closing a connection that may
// write deletes the log, so ro comes first: a damaged database is set aside
// with its log.
func inspectAs(ctx context.Context, path, mode, check string) error {
	db, err := sql.Open("sqlite", dsn(path, mode, readerPragmas))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	return errors.Join(inspectOpen(ctx, db, check), db.Close())
}

func inspectOpen(ctx context.Context, db *sql.DB, check string) error {
	var id int64 // SQLite gives the four bytes a sign
	var tables, versions int
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	if err := db.QueryRowContext(ctx, "SELECT count(*), count(CASE WHEN name = ? THEN 1 END) FROM sqlite_schema WHERE type = 'table'",
		versionTable).Scan(&tables, &versions); err != nil {
		return err
	}
	if id != applicationID && (id != 0 || tables > 0) {
		return &damage{reason: fmt.Sprintf("a foreign file, application id %#x", uint32(id))}
	}
	if versions > 0 {
		if err := refuseNewer(ctx, db); err != nil {
			return err
		}
	}
	return runCheck(ctx, db, check)
}

// refuseNewer fails when the schema is one this program does not know.
func refuseNewer(ctx context.Context, db *sql.DB) error {
	known, err := newest(db)
	if err != nil {
		return err
	}
	var version, odd int64
	err = db.QueryRowContext(ctx, "SELECT coalesce(max(CAST(version_id AS INTEGER)), 0), count(CASE WHEN typeof(version_id) <> 'integer' OR typeof(is_applied) <> 'integer' THEN 1 END) FROM "+
		versionTable).Scan(&version, &odd)
	if err != nil {
		return err
	}
	if odd > 0 { // SQLite keeps any value in any column, and its checks find nothing wrong
		return &damage{reason: "a schema version that is no number"}
	}
	if version > known {
		return guide.Wrap(fmt.Errorf("schema version %d, this program knows %d", version, known), guide.CodeStorage, "%s", sayNewer)
	}
	return nil
}

// runCheck lets SQLite look for damage.
func runCheck(ctx context.Context, db *sql.DB, check string) error {
	rows, err := db.QueryContext(ctx, "PRAGMA "+check)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	var found []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return err
		}
		found = append(found, line)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if len(found) != 1 || found[0] != "ok" {
		return &damage{reason: strings.Join(found, "; ")}
	}
	return nil
}
