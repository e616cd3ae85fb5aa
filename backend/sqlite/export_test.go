package sqlite

import "database/sql"

// NewestVersion is the schema version of this program.
func (db *DB) NewestVersion() (int64, error) { return newest(db.read) }

// Writer is the connection that writes, for tests that take its room away.
func (db *DB) Writer() *sql.DB { return db.write }

// Failure is how an error of the file system or of SQLite is told to staff.
var Failure = failure

// Meaning is what a result code of SQLite means for staff.
var Meaning = sqliteMeaning

// Reader are the connections that read.
func (db *DB) Reader() *sql.DB { return db.read }
