package sqlite_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

var update = flag.Bool("update", false, "make the old database of the newest schema if there is none")

// oldCounts is what every database in testdata/old holds.
var oldCounts = []guide.Count{
	{Day: day, Service: "khai-sinh", Event: guide.EventLeft, Detail: "3", Lang: "vi", N: 1},
	{Day: day, Service: "khai-sinh", Event: guide.EventOpened, Lang: "vi", N: 2},
	{Day: day, Service: "thuong-tru", Event: guide.EventHelpful, Detail: guide.HelpfulYes, Lang: "en", N: 1},
}

// Every schema that was ever released opens, with all it held.
func TestOldDatabases(t *testing.T) {
	newest, err := mustOpen(t, t.TempDir()).NewestVersion()
	if err != nil {
		t.Fatal(err)
	}
	for version := int64(1); version <= newest; version++ {
		t.Run(fmt.Sprintf("v%d", version), func(t *testing.T) {
			fixture := filepath.Join("testdata", "old", fmt.Sprintf("v%d.db", version))
			if _, err := os.Stat(fixture); err != nil && *update && version == newest {
				makeFixture(t, fixture)
			}
			dir := t.TempDir()
			mustWrite(t, filepath.Join(dir, sqlite.FileName), mustRead(t, fixture))
			db := mustOpen(t, dir)
			if db.SetAside() != "" {
				t.Fatal("taken for damaged")
			}
			if grown := db.Grown(); grown != (version < newest) {
				t.Errorf("grown: %v", grown)
			}
			got, err := db.Counts(context.Background(), day, day)
			if err != nil || !reflect.DeepEqual(got, oldCounts) {
				t.Fatalf("counts %+v, %v; want %+v", got, err, oldCounts)
			}
			mustCount(t, db, opened, 1)
			if err := db.Check(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
}

// What older programs kept of searches could be a name. It is gone when the
// database has been opened once, and from the disk when it is closed.
func TestOldMissedSearchesAreErased(t *testing.T) {
	const name = "nguyen van hoang tung"
	for version := 2; version <= 4; version++ {
		dir := t.TempDir()
		path := filepath.Join(dir, sqlite.FileName)
		mustWrite(t, path, mustRead(t, filepath.Join("testdata", "old", fmt.Sprintf("v%d.db", version))))
		mustExec(t, path, "INSERT INTO missed_search VALUES ('2026-11-01', '"+name+"', 1)")
		if !bytes.Contains(mustRead(t, path), []byte(name)) {
			t.Fatal("the name is not in the file as it was")
		}
		db := mustOpen(t, dir)
		if list, err := db.Missed(context.Background(), "2000-01-01", 9); err != nil || len(list) != 0 {
			t.Errorf("v%d: %+v, %v", version, list, err)
		}
		if err := db.CountMissed(context.Background(), ""); err != nil {
			t.Error(err)
		}
		mustClose(t, db)
		files, err := filepath.Glob(path + "*")
		if err != nil || len(files) == 0 {
			t.Fatalf("%v, %v", files, err)
		}
		for _, file := range files {
			if bytes.Contains(mustRead(t, file), []byte(name)) {
				t.Errorf("v%d: the name is still in %s", version, filepath.Base(file))
			}
		}
	}
}

func makeFixture(t *testing.T, path string) {
	t.Helper()
	dir := t.TempDir()
	db := mustOpen(t, dir)
	for _, c := range oldCounts {
		mustCount(t, db, c, c.N)
	}
	mustClose(t, db)
	mustWrite(t, path, mustRead(t, filepath.Join(dir, sqlite.FileName)))
}

func TestNewerSchemaIsRefusedAndLeftAlone(t *testing.T) {
	dir := t.TempDir()
	path := mustFile(t, dir)
	mustExec(t, path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	before := mustRead(t, path)
	for name, err := range map[string]error{
		"open": func() error {
			_, err := sqlite.Open(context.Background(), dir, noon, quiet())
			return err
		}(),
		"check": sqlite.CheckFile(context.Background(), dir),
	} {
		if guide.ErrorCode(err) != guide.CodeStorage {
			t.Errorf("%s: %v, want code %s", name, err, guide.CodeStorage)
		} else if want := "Tệp dữ liệu do bản Từng Bước mới hơn tạo ra, máy giữ nguyên không đụng tới. Mời cán bộ cài lại bản mới nhất."; guide.Message(err) != want {
			t.Errorf("%s says %q, want %q", name, guide.Message(err), want)
		}
	}
	if !bytes.Equal(mustRead(t, path), before) {
		t.Error("the file was changed")
	}
	if moved, _ := filepath.Glob(filepath.Join(dir, "office-hong-*")); len(moved) != 0 {
		t.Errorf("moved to %v", moved)
	}
}

// A program killed during its very first start leaves a file that goes on.
func TestHalfMadeFile(t *testing.T) {
	for name, statements := range map[string][]string{
		"only a log mode": {"PRAGMA journal_mode = WAL"},
		"only marked":     {"PRAGMA application_id = 0x5442756f"},
		"version table only": {"PRAGMA application_id = 0x5442756f",
			"CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')))",
			"INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1)"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustExec(t, filepath.Join(dir, sqlite.FileName), statements...)
			db := mustOpen(t, dir)
			mustCount(t, db, opened, 1)
			if db.SetAside() != "" {
				t.Errorf("set aside %s", db.SetAside())
			}
		})
	}
}
