//go:build compiled

package content_test

import (
	"bytes"
	"io/fs"
	"testing"

	"tungbuoc/backend/content"
)

// The compiled form that is built in is that of the shipped pack of today.
func TestBuiltPackIsFresh(t *testing.T) {
	files, err := content.Compile(content.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	const mend = "the compiled pack is stale; run: go generate ./backend/content"
	names, err := fs.Glob(content.Built(), "*")
	if err != nil || len(names) != len(files) {
		t.Fatalf("%d files, want %d: %s", len(names), len(files), mend)
	}
	for name, want := range files {
		if got, err := fs.ReadFile(content.Built(), name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %s", name, mend)
		}
	}
	if lib, report := content.Open(content.Shipped()); lib == nil || report.Services < 200 {
		t.Errorf("%+v", report)
	}
}
