//go:build unix

package content_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// Nobody writes into a pipe that stands where a file should: whoever opened it
// would wait for ever.
func TestPipesAreNotOpened(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, mustPack(t)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"services/khai-sinh.yaml", "pack.yaml", "lang/en.yaml", "words.yaml", "office.yaml"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib, r := content.Check(os.DirFS(dir), today)
	if lib != nil || len(r.Errors) < 3 {
		t.Errorf("%v", r.Errors)
	}
	if _, err := content.OfficeIn(dir); !strings.Contains(guide.Message(err), "không phải là tệp") {
		t.Errorf("%v", err)
	}
	if _, err := content.FirstScreen(os.DirFS(dir)); guide.ErrorCode(err) != guide.CodeContent {
		t.Errorf("%v", err)
	}
}
