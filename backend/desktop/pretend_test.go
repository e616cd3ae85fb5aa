package desktop_test

import (
	"bytes"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/sqlite"
)

// A pretended visit really happens, as the counts say, and leaves nothing of its word.
func TestPretend(t *testing.T) {
	const word = "qkbtmvnpgkq"
	dir := t.TempDir()
	if err := desktop.Pretend(content.Shipped(), "1.2.3", dir, word); err != nil {
		t.Fatal(err)
	}
	db, err := sqlite.Open(t.Context(), dir, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	used, err := db.Opened(t.Context(), 2)
	if err != nil || len(used) == 0 {
		t.Errorf("nothing was counted: %v, %v", used, err)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, _ error) error {
		if data, err := os.ReadFile(path); err == nil && bytes.Contains(bytes.ToLower(data), []byte(word)) {
			t.Errorf("%s holds the word", path)
		}
		return nil
	})
}
