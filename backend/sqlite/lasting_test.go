package sqlite_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"testing"
)

// What was acknowledged is on the disk when it is: every connection that writes
// waits for it, the one that the pool opens next as well.
func TestEveryConnectionWaitsForTheDisk(t *testing.T) {
	db := mustOpen(t, t.TempDir())
	defer mustClose(t, db)
	for name, pool := range map[string]*sql.DB{"writer": db.Writer(), "reader": db.Reader()} {
		var held []*sql.Conn
		for n := range max(1, pool.Stats().MaxOpenConnections) {
			for again := range 2 {
				conn, err := pool.Conn(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				if got := pragma(t, conn, "journal_mode"); got != "wal" {
					t.Errorf("%s %d: journal mode %s", name, n, got)
				}
				// 2 is FULL. What only reads may still have to write the log back after
				// a crash.
				if got := pragma(t, conn, "synchronous"); got != "2" {
					t.Errorf("%s %d: synchronous %s", name, n, got)
				}
				if again == 1 {
					held = append(held, conn)
					continue
				}
				// The pool throws it away and opens another.
				_ = conn.Raw(func(any) error { return driver.ErrBadConn })
				_ = conn.Close()
			}
		}
		for _, conn := range held {
			if err := conn.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

func pragma(t *testing.T, conn *sql.Conn, name string) (value string) {
	t.Helper()
	if err := conn.QueryRowContext(context.Background(), "PRAGMA "+name).Scan(&value); err != nil {
		t.Fatal(err)
	}
	return value
}
