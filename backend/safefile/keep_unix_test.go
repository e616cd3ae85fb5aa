//go:build !windows

package safefile_test

import (
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// A file is on the disk when its folder is: it is synced after the rename.
func TestTheFolderIsSynced(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "x.pdf")
	var synced []string
	restore := safefile.OnFolderSync(func(folder string) error {
		data, err := os.ReadFile(name)
		if err != nil || string(data) != "x" {
			t.Errorf("synced before the file has its name: %q, %v", data, err)
		}
		synced = append(synced, folder)
		return nil
	})
	defer restore()
	if err := safefile.Write(name, write("x")); err != nil {
		t.Fatal(err)
	}
	if len(synced) != 1 || synced[0] != dir {
		t.Errorf("synced %v, want %s once", synced, dir)
	}
}

// What the file system cannot do is no fault; what it fails at is.
func TestFolderThatCannotBeSynced(t *testing.T) {
	for number, code := range map[syscall.Errno]guide.Code{
		syscall.EINVAL: "", syscall.ENOTSUP: "", syscall.ENOSYS: "",
		syscall.EIO: guide.CodeStorage, syscall.ENOSPC: guide.CodeDiskFull, syscall.EDQUOT: guide.CodeDiskFull,
	} {
		restore := safefile.OnFolderSync(func(folder string) error {
			return &os.PathError{Op: "sync", Path: folder, Err: number}
		})
		err := safefile.Write(filepath.Join(t.TempDir(), "x.pdf"), write("x"))
		restore()
		if guide.ErrorCode(err) != code {
			t.Errorf("%v: %v, want code %q", number, err, code)
		}
	}
}

func TestSweepFollowsNoLink(t *testing.T) {
	dir, beside := t.TempDir(), t.TempDir()
	mustFile(t, filepath.Join(beside, ".tungbuoc-6"), twoDays)
	for name, to := range map[string]string{"link": beside, ".tungbuoc-8": filepath.Join(beside, ".tungbuoc-6")} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if removed, err := safefile.Sweep(dir, time.Now()); len(removed) > 0 || err != nil {
		t.Errorf("%v, %v", removed, err)
	}
	if !there(beside, ".tungbuoc-6") || !there(dir, ".tungbuoc-8") {
		t.Error("a link was followed or taken for a leftover")
	}
}

// What a killed program has begun and not written to goes at the next start; what
// another program is writing stays, however long that takes.
func TestSweepTakesWhatNobodyWrites(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-2 * time.Minute)
	for name, at := range map[string]time.Time{".tungbuoc-1": old, ".tungbuoc-2": time.Now()} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(filepath.Join(dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	target := filepath.Join(dir, "x.pdf")
	err := safefile.Write(target, func(w io.Writer) error {
		safefile.ForgetSwept()
		all, err := filepath.Glob(filepath.Join(dir, ".tungbuoc-*"))
		if err != nil {
			return err
		}
		for _, name := range all {
			if filepath.Base(name) != ".tungbuoc-2" {
				if err := os.Chtimes(name, old, old); err != nil {
					return err
				}
			}
		}
		if _, err := safefile.Sweep(dir, time.Now()); err != nil {
			return err
		}
		_, err = io.WriteString(w, "whole")
		return err
	})
	if data, rerr := os.ReadFile(target); err != nil || string(data) != "whole" {
		t.Errorf("written %q: %v, %v", data, err, rerr)
	}
	if there(dir, ".tungbuoc-1") || !there(dir, ".tungbuoc-2") {
		t.Errorf("what was left is there: %v; what has just begun: %v", there(dir, ".tungbuoc-1"), there(dir, ".tungbuoc-2"))
	}
}
