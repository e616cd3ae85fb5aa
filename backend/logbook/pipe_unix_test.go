//go:build unix

package logbook_test

import (
	"bytes"
	"path/filepath"
	"syscall"
	"testing"

	"tungbuoc/backend/logbook"
)

// A pipe in the place of the log is not waited for.
func TestLogIsNoPipe(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, logbook.Name), 0o600); err != nil {
		t.Fatal(err)
	}
	var instead bytes.Buffer
	log, file := logbook.OpenOr(dir, &instead)
	log.Error("gone wrong")
	if err := file.Close(); err != nil || !bytes.Contains(instead.Bytes(), []byte("gone wrong")) {
		t.Errorf("%v, %q", err, instead.String())
	}
}
