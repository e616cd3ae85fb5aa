package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// mustFile makes a database with a few hundred rows and gives its path.
func mustFile(tb testing.TB, dir string) string {
	tb.Helper()
	db := mustOpen(tb, dir)
	tx, err := db.Writer().Begin()
	if err != nil {
		tb.Fatal(err)
	}
	for i := range 400 {
		if _, err := tx.Exec("INSERT INTO usage_count VALUES ('2026-11-01', 'viec-' || ?, 'opened', '', 'vi', 1)", i); err != nil {
			tb.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		tb.Fatal(err)
	}
	mustClose(tb, db)
	return filepath.Join(dir, sqlite.FileName)
}

func mustRead(tb testing.TB, path string) []byte {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func mustWrite(tb testing.TB, path string, data []byte) {
	tb.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		tb.Fatal(err)
	}
}

// mustExec runs statements on a file without going through Open.
func mustExec(tb testing.TB, path string, statements ...string) {
	tb.Helper()
	for _, s := range statements {
		if err := tryExec(tb, path, s); err != nil {
			tb.Fatalf("%s: %v", s, err)
		}
	}
}

// tryExec runs a statement, which the database may refuse.
func tryExec(tb testing.TB, path, statement string) error {
	tb.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		tb.Fatal(err)
	}
	_, refused := db.Exec(statement)
	if err := db.Close(); err != nil {
		tb.Fatal(err)
	}
	return refused
}

func TestDamagedFileIsSetAside(t *testing.T) {
	noise := rand.New(rand.NewPCG(1, 2))
	random := func(n int) []byte {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(noise.Uint32())
		}
		return b
	}
	for _, tt := range []struct {
		name   string
		damage func(t *testing.T, path string)
	}{
		{"random bytes", func(t *testing.T, path string) { mustWrite(t, path, random(5000)) }},
		{"a text", func(t *testing.T, path string) { mustWrite(t, path, []byte("xin chào")) }},
		{"truncated to half", func(t *testing.T, path string) { data := mustRead(t, path); mustWrite(t, path, data[:len(data)/2]) }},
		{"truncated inside a page", func(t *testing.T, path string) { mustWrite(t, path, mustRead(t, path)[:5000]) }},
		{"truncated inside the header", func(t *testing.T, path string) { mustWrite(t, path, mustRead(t, path)[:50]) }},
		{"random page", func(t *testing.T, path string) {
			data := mustRead(t, path)
			copy(data[len(data)-4096:], random(4096))
			mustWrite(t, path, data)
		}},
		{"zero page", func(t *testing.T, path string) {
			data := mustRead(t, path)
			clear(data[len(data)-4096:])
			mustWrite(t, path, data)
		}},
		{"foreign application id", func(t *testing.T, path string) { mustExec(t, path, "PRAGMA application_id = 42") }},
		{"foreign application id with the first bit set", func(t *testing.T, path string) { mustExec(t, path, "PRAGMA application_id = -42") }},
		{"damaged schema", func(t *testing.T, path string) { // sound to read, not to write
			data := mustRead(t, path)
			mustWrite(t, path, bytes.Replace(data, []byte("length(day) = 10"), []byte("length(eay) = 10"), 1))
		}},
		{"foreign file without id", func(t *testing.T, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			mustExec(t, path, "CREATE TABLE photo (id INTEGER)")
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path := mustFile(t, dir)
			tt.damage(t, path)
			broken := mustRead(t, path)
			if err := sqlite.CheckFile(context.Background(), dir); guide.ErrorCode(err) != guide.CodeStorage {
				t.Errorf("check finds nothing: %v", err)
			}
			if !bytes.Equal(mustRead(t, path), broken) {
				t.Error("checking changed the file")
			}
			var log bytes.Buffer
			db, err := sqlite.Open(context.Background(), dir, noon, slog.New(slog.NewTextHandler(&log, nil)))
			if err != nil {
				t.Fatal(err)
			}
			defer mustClose(t, db)
			want := filepath.Join(dir, "office-hong-20261123-120000.db")
			if db.SetAside() != want {
				t.Fatalf("set aside %q, want %q", db.SetAside(), want)
			} else if !bytes.Equal(mustRead(t, want), broken) {
				t.Error("the file that was set aside is not the damaged one")
			} else if !strings.Contains(log.String(), filepath.Base(want)) {
				t.Errorf("not logged: %s", log.String())
			}
			mustCount(t, db, opened, 1)
			if got := total(t, db); got != 1 {
				t.Errorf("%d counts in the new file, want 1", got)
			}
		})
	}
}

func TestZeroLengthFileIsFresh(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, filepath.Join(dir, sqlite.FileName), nil)
	db := mustOpen(t, dir)
	mustCount(t, db, opened, 1)
	if db.SetAside() != "" {
		t.Errorf("set aside %s", db.SetAside())
	}
}

func TestSetAsideKeepsEarlierOnes(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, sqlite.FileName)
	var names []string
	for _, text := range []string{"the first one", "the second one", "the third one"} {
		mustWrite(t, path, []byte(text))
		db := mustOpen(t, dir)
		names = append(names, filepath.Base(db.SetAside()))
		if got := string(mustRead(t, db.SetAside())); got != text {
			t.Errorf("%s holds %q, want %q", db.SetAside(), got, text)
		}
		mustClose(t, db)
	}
	want := []string{"office-hong-20261123-120000.db", "office-hong-20261123-120000-2.db", "office-hong-20261123-120000-3.db"}
	if !slices.Equal(names, want) {
		t.Errorf("names %v, want %v", names, want)
	}
}

// A log can hold counts that never reached the database file.
func TestLogIsSetAsideWithItsDatabase(t *testing.T) {
	for name, file := range map[string][]byte{"damaged": []byte("not a database"), "emptied": {}, "missing": nil} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, sqlite.FileName)
			if file != nil {
				mustWrite(t, path, file)
			}
			mustWrite(t, path+"-wal", []byte("log"))
			db := mustOpen(t, dir)
			if got := string(mustRead(t, db.SetAside()+"-wal")); got != "log" {
				t.Errorf("log holds %q", got)
			}
			mustCount(t, db, opened, 1)
		})
	}
}

// Renaming a file under a program that writes would lose what it writes next.
func TestDamagedFileInUseIsNotMoved(t *testing.T) {
	dir := t.TempDir()
	path := mustFile(t, dir)
	holder := mustOpen(t, dir)
	data := mustRead(t, path)
	mustWrite(t, path, []byte("not a database"))
	_, err := sqlite.Open(context.Background(), dir, noon, quiet())
	if guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("open: %v, want code %s", err, guide.CodeStorage)
	}
	if moved, _ := filepath.Glob(filepath.Join(dir, "office-hong-*")); len(moved) != 0 {
		t.Errorf("moved to %v", moved)
	}
	mustWrite(t, path, data)
	mustClose(t, holder)
}

// Whatever bits flip, the kiosk opens or says why it does not.
func TestFlippedBits(t *testing.T) {
	dir := t.TempDir()
	data := mustRead(t, mustFile(t, dir))
	noise := rand.New(rand.NewPCG(3, 4))
	for i := range 300 {
		broken := bytes.Clone(data)
		end := len(broken)
		if i%3 == 0 {
			end = 100 // the header decides most
		}
		for range 1 + noise.IntN(4) {
			broken[noise.IntN(end)] ^= 1 << noise.IntN(8)
		}
		dir := t.TempDir()
		mustWrite(t, filepath.Join(dir, sqlite.FileName), broken)
		db, err := sqlite.Open(context.Background(), dir, noon, quiet())
		if err == nil {
			err = db.Count(context.Background(), opened)
			mustClose(t, db)
		}
		if err != nil && guide.ErrorCode(err) != guide.CodeStorage {
			t.Errorf("try %d: %v", i, err)
		} else if err != nil {
			t.Logf("try %d refused: %v", i, err)
		}
	}
}

// A flipped bit can turn a number into text, which no check of SQLite minds.
func TestSchemaVersionThatIsNoNumber(t *testing.T) {
	for _, column := range []string{"version_id", "is_applied"} {
		dir := t.TempDir()
		mustExec(t, mustFile(t, dir), "UPDATE goose_db_version SET "+column+" = '\x05 2026' WHERE version_id = 2")
		db := mustOpen(t, dir)
		if db.SetAside() == "" {
			t.Errorf("%s: not taken for damaged", column)
		}
		mustCount(t, db, opened, 1)
	}
}

func TestCheckFile(t *testing.T) {
	dir := t.TempDir()
	if err := sqlite.CheckFile(context.Background(), dir); err != nil {
		t.Errorf("missing file: %v", err)
	} else if entries, _ := os.ReadDir(dir); len(entries) != 0 {
		t.Errorf("checking made %v", entries)
	}
	mustFile(t, dir)
	if err := sqlite.CheckFile(context.Background(), dir); err != nil {
		t.Errorf("sound file: %v", err)
	}
	db := mustOpen(t, dir)
	mustCount(t, db, opened, 1)
	if err := sqlite.CheckFile(context.Background(), dir); err != nil {
		t.Errorf("file in use: %v", err)
	}
}
