package sqlite_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tungbuoc/backend/sqlite"
)

// begin leaves an exchange as a power cut does right after it was decided.
func begin(t *testing.T, dir, next string, with []byte) (old []byte) {
	t.Helper()
	old = mustRead(t, mustFile(t, dir))
	mustWrite(t, filepath.Join(dir, next), with)
	return old
}

// What was decided when the power was cut is carried out, and said as it would have
// been: of a damaged database and the day of its copy, not of one that a backup has
// replaced.
func TestBegunExchangeIsFinished(t *testing.T) {
	for _, tt := range []struct {
		next, kept, recovered string
		said                  bool
	}{
		{"office-hong-20261122-080000.db.moi-2026-11-21", "office-hong-20261122-080000.db", "2026-11-21", true},
		{"office-hong-20261122-080000.db.moi", "office-hong-20261122-080000.db", "", true},
		{"office-truoc-20261122-080000.db.moi", "office-truoc-20261122-080000.db", "", false},
	} {
		t.Run(tt.next, func(t *testing.T) {
			dir := t.TempDir()
			old := begin(t, dir, tt.next, nil)
			db := mustOpen(t, dir)
			defer mustClose(t, db)
			if said := db.SetAside() == filepath.Join(dir, tt.kept); said != tt.said || db.Recovered() != tt.recovered {
				t.Errorf("set aside %q, recovered %q", db.SetAside(), db.Recovered())
			}
			if !bytes.Equal(mustRead(t, filepath.Join(dir, tt.kept)), old) {
				t.Error("the old one is not as it was")
			}
			if got := total(t, db); got != 0 {
				t.Errorf("%d counts in the new one", got)
			}
			if _, err := os.Lstat(filepath.Join(dir, tt.next)); err == nil {
				t.Error("it would be done again")
			}
		})
	}
}

// Somebody has put another file where the old one was to go: neither is written over.
func TestBegunExchangeWritesNothingOver(t *testing.T) {
	dir := t.TempDir()
	old := begin(t, dir, "office-truoc-20261122-080000.db.moi", nil)
	mustWrite(t, filepath.Join(dir, "office-truoc-20261122-080000.db"), []byte("of somebody"))
	db := mustOpen(t, dir)
	defer mustClose(t, db)
	if text := string(mustRead(t, filepath.Join(dir, "office-truoc-20261122-080000.db"))); text != "of somebody" {
		t.Errorf("it became %q", text)
	}
	if !bytes.Equal(mustRead(t, filepath.Join(dir, "office-truoc-20261122-080000-2.db")), old) {
		t.Error("the old one is not as it was")
	}
}

// Names that only look like it are nobody's exchange.
func TestOtherNamesAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	names := []string{"office-khac-20261122.db.moi", "other-hong-20261122.db.moi", "office-hong-20261122.db", "office.db.moi"}
	for _, name := range names {
		mustWrite(t, filepath.Join(dir, name), []byte(name))
	}
	path := mustFile(t, dir)
	db, err := sqlite.Open(t.Context(), dir, func() time.Time { return noon() }, quiet())
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, db)
	if got := total(t, db); got != 400 || db.SetAside() != "" {
		t.Errorf("%s: %d counts, set aside %q", path, got, db.SetAside())
	}
	for _, name := range names {
		if string(mustRead(t, filepath.Join(dir, name))) != name {
			t.Errorf("%s was touched", name)
		}
	}
}
