package logbook_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/logbook"
)

func TestOpenWritesJSONLines(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	log, file := logbook.Open(dir)
	log.Error("open office.db", "err", "no room")
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, logbook.Name))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(data); !strings.Contains(got, `"msg":"open office.db"`) || !strings.Contains(got, "no room") {
		t.Errorf("log = %s", got)
	}
}

func TestOpenInUnusableFolderDoesNotFail(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	log, closer := logbook.Open(filepath.Join(file, "below")) // a folder below a file cannot exist
	log.Error("goes to standard error")
	_ = closer.Close()
}
