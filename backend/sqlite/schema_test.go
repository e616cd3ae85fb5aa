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
