package safefile_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tungbuoc/backend/safefile"
)

func mustFile(t *testing.T, name string, old time.Duration) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	at := time.Now().Add(-old)
	if err := os.Chtimes(name, at, at); err != nil {
		t.Fatal(err)
	}
}

const twoDays = 48 * time.Hour

// leftovers puts into dir what a killed program leaves and what must stay. It
// gives both lists, relative to dir.
func leftovers(t *testing.T, dir string) (left, kept []string) {
	t.Helper()
	left = []string{".tungbuoc-1", ".tungbuoc-3456789012", "speech/tyz/.tungbuoc-77", "a/b/c/.tungbuoc-5"}
	for _, name := range left {
		mustFile(t, filepath.Join(dir, name), twoDays)
	}
	for name, old := range map[string]time.Duration{
		".tungbuoc-22": time.Hour, ".tungbuoc-23": -twoDays, // being written, and under a clock that was set back
		".tungbuoc-": twoDays, ".tungbuoc-1.pdf": twoDays, ".tungbuoc-x1": twoDays, "tungbuoc-1": twoDays, // of somebody else
		"office.db": twoDays, "speech/tyz/0123.wav": twoDays, "a/b/c/d/.tungbuoc-9": twoDays, // too deep to look
	} {
		mustFile(t, filepath.Join(dir, name), old)
		kept = append(kept, name)
	}
	if err := os.Mkdir(filepath.Join(dir, ".tungbuoc-4"), 0o700); err != nil {
		t.Fatal(err)
	}
	return left, kept
}

func there(dir, name string) bool {
	_, err := os.Lstat(filepath.Join(dir, name))
	return err == nil
}

func TestSweepTakesOnlyWhatIsStale(t *testing.T) {
	dir := t.TempDir()
	left, kept := leftovers(t, dir)
	removed, err := safefile.Sweep(dir, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	for i := range removed {
		name, _ := filepath.Rel(dir, removed[i])
		removed[i] = filepath.ToSlash(name)
	}
	slices.Sort(left)
	slices.Sort(removed)
	if !slices.Equal(left, removed) {
		t.Errorf("removed %v, want %v", removed, left)
	}
	for _, name := range left {
		if there(dir, name) {
			t.Errorf("%s is still there", name)
		}
	}
	for _, name := range append(kept, ".tungbuoc-4") {
		if !there(dir, name) {
			t.Errorf("%s was removed", name)
		}
	}
	if removed, err := safefile.Sweep(filepath.Join(dir, "not here"), time.Now()); removed != nil || err != nil {
		t.Errorf("no folder: %v, %v", removed, err)
	}
}

// A stick is swept when something is saved to it again.
func TestWriteSweepsItsFolder(t *testing.T) {
	safefile.ForgetSwept()
	dir := t.TempDir()
	left, kept := leftovers(t, dir)
	if err := safefile.Write(filepath.Join(dir, "x.pdf"), write("x")); err != nil {
		t.Fatal(err)
	}
	for _, name := range left {
		if filepath.Dir(name) == "." && there(dir, name) {
			t.Errorf("%s is still there", name)
		}
	}
	for _, name := range append(kept, ".tungbuoc-4", "x.pdf") {
		if !there(dir, name) {
			t.Errorf("%s was removed", name)
		}
	}
}
