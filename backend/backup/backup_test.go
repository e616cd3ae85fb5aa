package backup_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

func noon() time.Time { return time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC) }

var quiet = slog.New(slog.DiscardHandler)

func mustPut(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func mustOpen(t *testing.T, dir string) *sqlite.DB {
	t.Helper()
	db, err := sqlite.Open(t.Context(), dir, noon, quiet)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// mustBackup makes an office with something of each kind, and a backup of it.
func mustBackup(t *testing.T) (file string, m backup.Manifest) {
	t.Helper()
	dir := t.TempDir()
	db := mustOpen(t, dir)
	for range 3 {
		if err := db.Count(t.Context(), guide.Count{Service: "khai-sinh", Event: guide.EventOpened, Lang: "vi"}); err != nil {
			t.Fatal(err)
		}
	}
	lan := guide.Person{Name: "Lan", Role: guide.RoleAdmin, PIN: "bXVvaQ.bWFfUElO"}
	if _, err := db.KeepPeople(t.Context(), []guide.Person{lan}, map[string]string{staff.Secrets[0]: "bXVvaQ.bWFfUElO"}, guide.Noted{What: guide.DeedAdded, Subject: lan.Name}); err != nil {
		t.Fatal(err)
	}
	mustPut(t, filepath.Join(dir, content.OfficeName), "name: UBND xã Thượng Lâm\n")
	mustPut(t, filepath.Join(dir, "speech/tyz/0123456789abcdef.ogg"), "an cham")
	mustPut(t, filepath.Join(dir, "speech/tyz/.tmp-1"), "half of a clip")
	mustPut(t, filepath.Join(dir, "hub.key"), "secret")
	file = filepath.Join(t.TempDir(), backup.Name(noon()))
	var out bytes.Buffer
	m, err := backup.Office{DB: db, DataDir: dir, Version: "1.0", Now: noon()}.Write(t.Context(), &out)
	if err != nil {
		t.Fatal(err)
	}
	mustPut(t, file, out.String())
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left in the data folder: %v, %v", left, err)
	}
	return file, m
}

func TestWhatIsBackedUpComesBack(t *testing.T) {
	file, made := mustBackup(t)
	m, err := backup.Look(file)
	if err != nil || m.Office != "UBND xã Thượng Lâm" || m.Days != 1 || m.Clips != 1 || m.People != 1 || m.Notes+m.Words+m.Away != 0 || m.Made != "2026-11-30 12:00" || len(m.Files) != 3 {
		t.Fatalf("%+v, %v", m, err)
	}
	in, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil || bytes.Contains(data, []byte("bWFfUElO")) || bytes.Contains(data, []byte("secret")) {
			t.Errorf("%s holds a secret, or cannot be read: %v", f.Name, err)
		}
	}

	// On a kiosk that has something of its own.
	dir := t.TempDir()
	old := mustOpen(t, dir)
	mustPut(t, filepath.Join(dir, content.OfficeName), "name: UBND phường Minh Xuân\n")
	if _, err := backup.Restore(t.Context(), file, dir, noon, quiet); guide.ErrorCode(err) != guide.CodeBusy {
		t.Fatalf("restored under an open kiosk: %v", err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	done, err := backup.Restore(t.Context(), file, dir, noon, quiet)
	if err != nil || done.Kept == "" || done.Clips != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	if office, err := content.OfficeIn(dir); err != nil || office.Name != "UBND xã Thượng Lâm" {
		t.Errorf("%q, %v", office.Name, err)
	}
	if kept, _ := filepath.Glob(filepath.Join(dir, "office-truoc-*")); len(kept) < 2 {
		t.Errorf("what was there before is kept as %q", kept)
	}
	db := mustOpen(t, dir)
	if held, err := db.Held(t.Context()); err != nil || held.Days != 1 {
		t.Errorf("%+v, %v", held, err)
	}
	if epoch, err := db.Epoch(t.Context()); err != nil || epoch == "" || epoch == made.Epoch {
		t.Errorf("the restored kiosk goes on with the life %q, %v", epoch, err)
	}
	if code, err := db.Setting(t.Context(), staff.Secrets[0]); err != nil || code != "" {
		t.Errorf("%q, %v", code, err)
	}
	if people, err := db.People(t.Context()); err != nil || len(people) != 1 || people[0].Name != "Lan" || people[0].PIN != "" {
		t.Errorf("%+v, %v", people, err)
	}
	again, err := backup.Restore(t.Context(), file, t.TempDir(), noon, quiet)
	if err != nil || again.Kept != "" {
		t.Errorf("into an empty folder: %+v, %v", again, err)
	}
}

// A backup that is no backup, was changed or is not whole changes nothing.
func TestBadBackupsAreRefused(t *testing.T) {
	good, _ := mustBackup(t)
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]struct {
		data string
		code guide.Code
	}{
		"empty":        {"", guide.CodeInvalid},
		"not a zip":    {"đây là một tệp khác", guide.CodeInvalid},
		"cut off":      {string(whole[:len(whole)/2]), guide.CodeInvalid},
		"other zip":    {zipped(t, map[string]string{"a.txt": "a"}), guide.CodeInvalid},
		"newer":        {zipped(t, map[string]string{"tung-buoc.json": `{"format":2}`}), guide.CodeInvalid},
		"no database":  {zipped(t, map[string]string{"tung-buoc.json": `{"format":1,"files":[]}`}), guide.CodeInvalid},
		"climbs out":   {with(t, "../../x", "x"), guide.CodeInvalid},
		"hides":        {with(t, "speech/tyz/.bashrc", "x"), guide.CodeInvalid},
		"another file": {with(t, "hub.key", "x"), guide.CodeInvalid},
		"too large":    {zipped(t, map[string]string{"tung-buoc.json": `{"format":1,"files":[{"name":"office.db","size":99999999999}]}`}), guide.CodeInvalid},
		"no SQLite":    {with(t, "office.db", strings.Repeat("no database ", 100)), guide.CodeStorage},
		"lies":         {zipped(t, map[string]string{"office.db": "short", "tung-buoc.json": `{"format":1,"files":[{"name":"office.db","size":500}]}`}), guide.CodeInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "b.zip")
			mustPut(t, path, file.data)
			dir := t.TempDir()
			if _, err := backup.Restore(context.Background(), path, dir, noon, quiet); guide.ErrorCode(err) != file.code {
				t.Errorf("%v", err)
			}
			if left, _ := os.ReadDir(dir); len(left) > 0 {
				t.Errorf("left in the data folder: %v", left)
			}
		})
	}
	if _, err := backup.Look(filepath.Join(t.TempDir(), "none.zip")); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("%v", err)
	}
}

func zipped(t testing.TB, files map[string]string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range files {
		f, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(f, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// with is a backup with a file of that name, which its manifest tells of truly.
func with(t testing.TB, name, text string) string {
	t.Helper()
	files := []backup.File{backup.FileOf(name, text)}
	if name != sqlite.FileName {
		files = append(files, backup.FileOf(sqlite.FileName, ""))
	}
	manifest, err := json.Marshal(backup.Manifest{Format: 1, Files: files})
	if err != nil {
		t.Fatal(err)
	}
	return zipped(t, map[string]string{name: text, "tung-buoc.json": string(manifest)})
}

// Whatever a file holds, a restore of it neither panics nor leaves the folder.
func FuzzRestore(f *testing.F) {
	f.Add([]byte(with(f, "office.db", "x")))
	f.Add([]byte(zipped(f, map[string]string{"tung-buoc.json": `{"format":1,"files":[{"name":"speech/a/b.ogg","size":-1}]}`})))
	f.Fuzz(func(t *testing.T, data []byte) {
		outer := t.TempDir()
		path := filepath.Join(outer, "b.zip")
		mustPut(t, path, string(data))
		dir := filepath.Join(outer, "data")
		_, _ = backup.Restore(context.Background(), path, dir, noon, quiet)
		if around, err := os.ReadDir(outer); err != nil || len(around) > 2 {
			t.Errorf("beside the data folder: %v, %v", around, err)
		}
	})
}
