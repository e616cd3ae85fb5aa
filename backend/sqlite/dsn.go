package sqlite

import (
	"net/url"
	"path/filepath"
	"strings"
)

// Pragmas belong in the DSN: executed on a pool they would reach only one of
// its connections. busy_timeout comes first because setting WAL mode may
// already have to wait for another process. What is deleted is overwritten: it
// was deleted because nobody may read it.
var (
	writerPragmas = []string{"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "secure_delete(1)"}
	readerPragmas = []string{"busy_timeout(5000)", "foreign_keys(1)", "query_only(1)"}
	alone         = []string{"journal_mode(DELETE)", "synchronous(FULL)", "secure_delete(1)"} // one file, nothing beside it
)

// writerDSN creates the file if it is missing. A transaction takes the write
// lock at once: one that starts as a reader cannot wait for the lock later.
func writerDSN(path string) string {
	return dsn(path, "rwc", writerPragmas) + "&_txlock=immediate"
}

// readerDSN opens an existing file for reading. The mode is rw all the same,
// because after a crash the reader may be the one who has to recover the log.
func readerDSN(path string) string {
	return dsn(path, "rw", readerPragmas)
}

// dsn writes an absolute path as a URI, so that ?, # and % in a folder's name
// stay part of the name. A Windows path needs a slash before its drive letter.
func dsn(path, mode string, pragmas []string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	u := url.URL{Scheme: "file", Path: p}
	return u.String() + "?mode=" + mode + "&_pragma=" + strings.Join(pragmas, "&_pragma=")
}
