package datafolder_test

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/datafolder"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

func mustOpen(t *testing.T, dir string) datafolder.Opened {
	t.Helper()
	st := datafolder.Open(dir, slog.New(slog.DiscardHandler))
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return st
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestOpenNew(t *testing.T) {
	if st := mustOpen(t, t.TempDir()); st.DB == nil || st.Notice != "" {
		t.Errorf("%+v", st)
	}
	if st := mustOpen(t, ""); st.DB != nil || st.Notice != "" || st.Office().Name != "" {
		t.Errorf("without a folder: %+v", st)
	}
}

// What is sick is missing, the rest is there, and staff are told.
func TestOpenSick(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, sqlite.FileName), strings.Repeat("no database ", 1000))
	put(t, filepath.Join(dir, content.OfficeName), "name: [")
	if st := mustOpen(t, dir); st.DB == nil || !strings.Contains(st.Notice, "đã cất sang") || st.Office().Name != "" {
		t.Errorf("damaged: %+v", st)
	}
	file := filepath.Join(t.TempDir(), "file")
	put(t, file, "")
	if st := mustOpen(t, filepath.Join(file, "data")); st.DB != nil || st.Notice == "" {
		t.Errorf("no folder can be made: %+v", st)
	}
}

// What was kept yesterday is there again when the database is damaged, and staff are told.
func TestOpenFromACopy(t *testing.T) {
	dir := t.TempDir()
	st := mustOpen(t, dir)
	if err := st.DB.SetSetting(t.Context(), "printer", "Van_phong"); err != nil {
		t.Fatal(err)
	}
	if _, err := st.DB.KeepSpare(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		says  string
		spoil func(file string) error
	}{
		{"đã cất sang", func(file string) error {
			return os.WriteFile(file, []byte(strings.Repeat("no database ", 1000)), 0o600)
		}},
		{"đã cất sang", func(file string) error { return os.Truncate(file, 0) }},
		{"Tệp dữ liệu bị mất", os.Remove},
	} {
		if err := tt.spoil(filepath.Join(dir, sqlite.FileName)); err != nil {
			t.Fatal(err)
		}
		st := datafolder.Open(dir, slog.New(slog.DiscardHandler))
		if !strings.Contains(st.Notice, tt.says) || !strings.Contains(st.Notice, "Máy đã dùng lại bản sao ngày") {
			t.Error(st.Notice)
		}
		if printer, err := st.DB.Setting(t.Context(), "printer"); err != nil || printer != "Van_phong" {
			t.Errorf("%q, %v", printer, err)
		}
		if err := st.Close(); err != nil {
			t.Error(err)
		}
		// Everything is well again, and nothing more is said.
		if st = datafolder.Open(dir, slog.New(slog.DiscardHandler)); st.Notice != "" {
			t.Error(st.Notice)
		}
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Without a database, and before anybody has come, nothing is known.
func TestOpenedMost(t *testing.T) {
	log := slog.New(slog.DiscardHandler)
	if got := datafolder.Open("", log).OpenedMost(log); len(got) != 0 {
		t.Errorf("without a folder %q were opened", got)
	}
	st := mustOpen(t, t.TempDir())
	if got := st.OpenedMost(log); len(got) != 0 {
		t.Errorf("in a new office %q were opened", got)
	}
	for range 50 { // as many as are believed
		if err := st.DB.Count(t.Context(), guide.Count{Service: "khai-tu", Event: guide.EventOpened, Lang: "vi"}); err != nil {
			t.Fatal(err)
		}
	}
	if got := st.OpenedMost(log); len(got) != 1 || got[0] != "khai-tu" {
		t.Errorf("%q were opened, want khai-tu", got)
	}
}
