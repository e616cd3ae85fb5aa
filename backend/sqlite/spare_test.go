package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// copies are the names in the folder of copies, in order.
func copies(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, sqlite.SpareFolder))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestFourteenCopiesAreKept(t *testing.T) {
	dir, now := t.TempDir(), noon()
	db, err := sqlite.Open(t.Context(), dir, func() time.Time { return now }, quiet())
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, db)
	for day := range 20 {
		for again := range 2 {
			if made, err := db.KeepSpare(t.Context()); err != nil || made != (again == 0) {
				t.Fatalf("day %d, try %d: %v, %v", day, again, made, err)
			}
		}
		now = now.AddDate(0, 0, 1)
	}
	now = now.AddDate(-10, 0, 0) // somebody sets the clock back: the copy of today is still the newest
	if made, err := db.KeepSpare(t.Context()); err != nil || !made {
		t.Fatal(made, err)
	}
	names := copies(t, dir)
	if len(names) != 14 || !strings.HasPrefix(names[0], "office-000008-") || !strings.HasSuffix(names[13], now.Format(time.DateOnly)+".db") {
		t.Errorf("%d copies: %q", len(names), names)
	}
}

// A damaged database is set aside, and the last good copy takes its place: a
// damaged copy does not.
func TestDamagedDatabaseComesBackFromItsCopy(t *testing.T) {
	t.Run("something else", func(t *testing.T) { comesBack(t, strings.Repeat("no database ", 1000)) })
	t.Run("empty", func(t *testing.T) { comesBack(t, "") }) // as a new one would be
}

// comesBack has the database and its newest copy hold something else.
func comesBack(t *testing.T, damage string) {
	t.Helper()
	dir, now := t.TempDir(), noon()
	open := func() *sqlite.DB {
		db, err := sqlite.Open(t.Context(), dir, func() time.Time { return now }, quiet())
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	db := open()
	epoch, err := db.Epoch(t.Context())
	if err != nil || epoch == "" {
		t.Fatal(epoch, err)
	}
	if again, err := db.Epoch(t.Context()); err != nil || again != epoch {
		t.Fatalf("another life without a restore: %q, %q, %v", epoch, again, err)
	}
	mustCount(t, db, opened, 3)
	first := now.Format(time.DateOnly)
	for range 2 {
		if _, err := db.KeepSpare(t.Context()); err != nil {
			t.Fatal(err)
		}
		mustCount(t, db, opened, 1)
		now = now.AddDate(0, 0, 1)
	}
	mustClose(t, db)
	mustWrite(t, filepath.Join(dir, sqlite.FileName), []byte(damage))
	mustWrite(t, filepath.Join(dir, sqlite.SpareFolder, copies(t, dir)[1]), []byte(damage))

	db = open()
	defer mustClose(t, db)
	if db.SetAside() == "" || db.Recovered() != first {
		t.Fatalf("set aside %q, recovered of %q, want %s", db.SetAside(), db.Recovered(), first)
	}
	if got := total(t, db); got != 3 {
		t.Errorf("%d counts, the copy had 3", got)
	}
	if now, err := db.Epoch(t.Context()); err != nil || now == epoch {
		t.Errorf("the same life after a restore: %q, %v", now, err)
	}
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestCopyIsWholeAndForItsOwner(t *testing.T) {
	dir := t.TempDir()
	db := mustOpen(t, dir)
	if err := db.SetSetting(t.Context(), "staff_pin", "dW5pcXVl.c2VjcmV0"); err != nil {
		t.Fatal(err)
	}
	mustCount(t, db, opened, 2)
	path := filepath.Join(t.TempDir(), sqlite.FileName)
	if err := db.CopyTo(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the copy: %v, %v", info.Mode(), err)
	}
	if err := sqlite.Forget(t.Context(), path, "staff_pin"); err != nil {
		t.Fatal(err)
	}
	if text := string(mustRead(t, path)); strings.Contains(text, "c2VjcmV0") {
		t.Error("what was forgotten is still in the file")
	}
	other := t.TempDir()
	if kept, err := sqlite.Replace(t.Context(), other, path, noon()); err != nil || kept != "" {
		t.Fatal(kept, err)
	}
	restored := mustOpen(t, other)
	if got := total(t, restored); got != 2 {
		t.Errorf("%d counts, want 2", got)
	}
	if held, err := restored.Held(t.Context()); err != nil || held.Days != 1 {
		t.Errorf("%+v, %v", held, err)
	}
	// Nobody exchanges a database that is in use.
	if _, err := sqlite.Replace(t.Context(), other, path, noon()); guide.ErrorCode(err) != guide.CodeBusy {
		t.Errorf("replaced under an open program: %v", err)
	}
	mustClose(t, restored)
	kept, err := sqlite.Replace(t.Context(), other, path, noon())
	if err != nil || !strings.Contains(kept, "office-truoc-") {
		t.Fatalf("%q, %v", kept, err)
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
}

// A folder of copies that cannot be made is said, and the database goes on.
func TestCopyWithoutAPlace(t *testing.T) {
	dir := t.TempDir()
	db := mustOpen(t, dir)
	mustWrite(t, filepath.Join(dir, sqlite.SpareFolder), nil)
	if _, err := db.KeepSpare(context.Background()); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("%v", err)
	}
	mustCount(t, db, opened, 1)
}
