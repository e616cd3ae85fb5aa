package safefile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

func write(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func TestWriteIsWholeOrNothing(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "tờ.pdf")
	if err := safefile.Write(name, write("old")); err != nil {
		t.Fatal(err)
	}
	own := errors.New("no such layout")
	if err := safefile.Write(name, func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return own }); !errors.Is(err, own) {
		t.Errorf("got %v", err)
	}
	if data, _ := os.ReadFile(name); string(data) != "old" {
		t.Errorf("the old file became %q", data)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".tungbuoc-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if err := safefile.Write(name, write("new")); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(name); string(data) != "new" {
		t.Errorf("now it is %q", data)
	}
}

func TestWhatStaffRead(t *testing.T) {
	err := safefile.Write(filepath.Join(t.TempDir(), "gone", "x.pdf"), write("x"))
	if guide.ErrorCode(err) != guide.CodeStorage || !strings.Contains(guide.Message(err), "USB") {
		t.Errorf("missing folder: %v", err)
	}
	// A device that is always full.
	if _, statErr := os.Stat("/dev/full"); statErr == nil {
		err = safefile.Write(filepath.Join(t.TempDir(), "x.pdf"), func(w io.Writer) error {
			full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			defer func() { _ = full.Close() }()
			_, err = full.WriteString("x")
			return err
		})
		if err == nil {
			t.Error("a full disk was not noticed")
		}
	}
}

// As on a network folder: what is written there is whole and stays.
func TestPermissionsThatCannotBeSet(t *testing.T) {
	defer safefile.RefusePermissions(&os.PathError{Op: "chmod", Path: "x", Err: os.ErrPermission})()
	name := filepath.Join(t.TempDir(), "x.pdf")
	if err := safefile.Write(name, write("x")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(name); err != nil || string(data) != "x" {
		t.Errorf("%q, %v", data, err)
	}
}
