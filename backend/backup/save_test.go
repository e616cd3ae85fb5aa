package backup_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/guide"
)

// A backup is remembered only once it was read back; what cannot be written leaves
// what is remembered as it was.
func TestOnlyAGoodBackupIsRemembered(t *testing.T) {
	dir, stick := t.TempDir(), t.TempDir()
	db := mustOpen(t, dir)
	mustPut(t, filepath.Join(dir, "speech/tyz/0123456789abcdef.ogg"), "an cham")
	if last, err := backup.Last(t.Context(), db); err != nil || last != (guide.Backup{}) {
		t.Fatalf("before the first: %+v, %v", last, err)
	}
	office := backup.Office{DB: db, DataDir: dir, Version: "1.0", Now: noon()}
	file := filepath.Join(stick, backup.Name(noon()))
	if _, err := office.Save(t.Context(), file, true); err != nil {
		t.Fatal(err)
	}
	want := guide.Backup{Made: "2026-11-30 12:00", Stick: true, Clips: 1}
	if last, err := backup.Last(t.Context(), db); err != nil || last != want {
		t.Errorf("%+v, %v", last, err)
	}
	if m, err := backup.Look(file); err != nil || m.Clips != 1 {
		t.Errorf("%+v, %v", m, err)
	}
	office.Now = noon().AddDate(0, 0, 1)
	if _, err := office.Save(t.Context(), filepath.Join(stick, "gone", "x.zip"), true); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("into a folder that is gone: %v", err)
	}
	if last, err := backup.Last(t.Context(), db); err != nil || last != want {
		t.Errorf("after a failure: %+v, %v", last, err)
	}
	if err := db.SetSetting(t.Context(), "backup_last", "{"); err != nil {
		t.Fatal(err)
	}
	if _, err := backup.Last(t.Context(), db); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("a damaged memory: %v", err)
	}
}

func TestWhatIsNotAsItWasPutInIsNotSound(t *testing.T) {
	file, _ := mustBackup(t)
	if err := backup.Sound(file); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(data, []byte("an cham")) // a clip is stored as it is
	if at < 0 {
		t.Fatal("the clip is not in the file")
	}
	data[at]++
	mustPut(t, file, string(data))
	if err := backup.Sound(file); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("a bad stick: %v", err)
	}
}

// Only temporary folders of our own go, and only those that nobody works in.
func TestSweepTakesOnlyItsOwn(t *testing.T) {
	dir := t.TempDir()
	old := noon().Add(-25 * time.Hour)
	for name, made := range map[string]time.Time{
		".sao-luu-123": old, ".khoi-phuc-77": old,
		".sao-luu-124": noon().Add(-time.Hour), // somebody may still be at it
		".sao-luu-":    old, ".sao-luu-1a": old, "sao-luu": old, ".khac-1": old,
	} {
		path := filepath.Join(dir, name)
		mustPut(t, filepath.Join(path, "office.db"), "half")
		if err := os.Chtimes(path, made, made); err != nil {
			t.Fatal(err)
		}
	}
	mustPut(t, filepath.Join(dir, ".sao-luu-5"), "a file of that name")
	if err := os.Chtimes(filepath.Join(dir, ".sao-luu-5"), old, old); err != nil {
		t.Fatal(err)
	}
	removed, err := backup.Sweep(dir, noon())
	slices.Sort(removed)
	if want := []string{filepath.Join(dir, ".khoi-phuc-77"), filepath.Join(dir, ".sao-luu-123")}; err != nil || !slices.Equal(removed, want) {
		t.Errorf("%v, %v", removed, err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 6 {
		t.Errorf("%v are left, %v", left, err)
	}
	if removed, err := backup.Sweep(filepath.Join(dir, "none"), noon()); removed != nil || err != nil {
		t.Errorf("no folder: %v, %v", removed, err)
	}
}
