package logbook_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/logbook"
)

// A command may write while the kiosk has the log open: no line of either is lost.
func TestTwoProgramsShareTheLog(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	kiosk, first := logbook.OpenOr(dir, io.Discard)
	command, second := logbook.OpenOr(dir, io.Discard)
	kiosk.Info("begun")
	for range 5 { // more than one file holds
		kiosk.Info(strings.Repeat("x", 1200<<10))
	}
	if old, err := filepath.Glob(filepath.Join(dir, "tungbuoc-*.log")); err != nil || len(old) != 1 {
		t.Fatalf("old logs: %v, %v", old, err)
	}
	lines := 20
	for i := range lines {
		command.Info(fmt.Sprintf("command %d has a longer line than the kiosk", i))
		kiosk.Info(fmt.Sprintf("kiosk %d", i))
	}
	for _, c := range []io.Closer{first, second} {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, logbook.Name))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range bytes.Lines(data) {
		if seen++; !json.Valid(line) {
			t.Errorf("line %d is spoiled: %s", seen, line)
		}
	}
	if want := 1 + 2*lines; seen != want { // the last long one, and these
		t.Errorf("%d lines, want %d", seen, want)
	}
}

// What stands in the place of the log and is no file costs the log, not the program.
func TestPlaceOfTheLogIsTaken(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, logbook.Name), 0o700); err != nil {
		t.Fatal(err)
	}
	var instead bytes.Buffer
	log, file := logbook.OpenOr(dir, &instead)
	log.Error("gone wrong")
	if err := file.Close(); err != nil {
		t.Error(err)
	}
	if !bytes.Contains(instead.Bytes(), []byte("gone wrong")) {
		t.Errorf("nothing was said: %q", instead.String())
	}
}
