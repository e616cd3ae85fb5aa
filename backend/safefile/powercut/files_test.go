package powercut

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/safefile/internal/disk"
)

// What is written is longer than what a disk writes at once, so that it can be torn.
var (
	before = strings.Repeat("as it was before; ", 900)
	after  = strings.Repeat("as it is written now; ", 1100)
	beside = strings.Repeat("of somebody else; ", 500)
)

func pieces(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		for chunk := range slices.Chunk([]byte(text), 6000) {
			if _, err := w.Write(chunk); err != nil {
				return err
			}
		}
		return nil
	}
}

func put(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func puts(files map[string]string) func(t testing.TB, dir string) {
	return func(t testing.TB, dir string) { put(t, dir, files) }
}

// found gives all files below a folder, after what was left unfinished is swept.
func found(t testing.TB, dir string) map[string]string {
	t.Helper()
	if _, err := safefile.Sweep(dir, time.Now().AddDate(0, 0, 2)); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// isOne says whether the files are one of some possible sets, and shows them short.
func isOne(t testing.TB, dir string, sets ...map[string]string) {
	t.Helper()
	got := found(t, dir)
	for _, want := range sets {
		if len(want) == len(got) && !slices.ContainsFunc(keys(want), func(k string) bool { text, ok := got[k]; return !ok || text != want[k] }) {
			return
		}
	}
	short := map[string]string{}
	for name, text := range got {
		short[name] = "torn"
		for what, whole := range map[string]string{"before": before, "after": after, "beside": beside, "nothing": ""} {
			if text == whole {
				short[name] = what
			}
		}
	}
	t.Errorf("the folder has %v", short)
}

func keys(m map[string]string) (list []string) {
	for k := range m {
		list = append(list, k)
	}
	return list
}

type files = map[string]string

// only is the check of what is one thing before it is done, and another after.
func only(was, now files, between ...files) func(t testing.TB, dir string, done bool) {
	return func(t testing.TB, dir string, done bool) {
		t.Helper()
		if done {
			isOne(t, dir, now)
			return
		}
		isOne(t, dir, append(between, was, now)...)
	}
}

var scenarios = []scenario{
	{
		name: "a new file", setup: puts(files{"other.txt": beside}),
		do:    func(dir string) error { return safefile.Write(filepath.Join(dir, "x.pdf"), pieces(after)) },
		check: only(files{"other.txt": beside}, files{"other.txt": beside, "x.pdf": after}),
	},
	{
		name: "a file anew", setup: puts(files{"other.txt": beside, "x.pdf": before}),
		do:    func(dir string) error { return safefile.Write(filepath.Join(dir, "x.pdf"), pieces(after)) },
		check: only(files{"other.txt": beside, "x.pdf": before}, files{"other.txt": beside, "x.pdf": after}),
	},
	{
		name: "a private file anew", setup: puts(files{"code.txt": before}),
		do: func(dir string) error { return safefile.WritePrivate(filepath.Join(dir, "code.txt"), pieces(after)) },
		check: func(t testing.TB, dir string, done bool) {
			only(files{"code.txt": before}, files{"code.txt": after})(t, dir, done)
			if info, err := os.Stat(filepath.Join(dir, "code.txt")); err != nil || info.Mode().Perm()&0o077 != 0 {
				t.Errorf("others may read it: %v, %v", info, err)
			}
		},
	},
	{
		name: "an empty private file", setup: puts(files{"other.txt": beside}),
		do:    func(dir string) error { return safefile.NewPrivate(filepath.Join(dir, "x.db")) },
		check: only(files{"other.txt": beside}, files{"other.txt": beside, "x.db": ""}),
	},
	{
		name: "a copy", setup: puts(files{"a": after, "b": before}),
		do:    func(dir string) error { return safefile.Copy(filepath.Join(dir, "a"), filepath.Join(dir, "b")) },
		check: only(files{"a": after, "b": before}, files{"a": after, "b": after}),
	},
	{
		name: "another name", setup: puts(files{"a": after, "b": before, "c": beside}),
		do: func(dir string) error { return safefile.Move(filepath.Join(dir, "a"), filepath.Join(dir, "b")) },
		check: only(files{"a": after, "b": before, "c": beside}, files{"b": after, "c": beside},
			files{"a": after, "b": after, "c": beside}),
	},
	{
		name: "another folder", setup: puts(files{"one/a": after, "one/c": beside, "two/a": before}),
		do: func(dir string) error { return safefile.Move(filepath.Join(dir, "one/a"), filepath.Join(dir, "two/a")) },
		check: only(files{"one/a": after, "one/c": beside, "two/a": before}, files{"one/c": beside, "two/a": after},
			files{"one/a": after, "one/c": beside, "two/a": after}),
	},
	{
		name: "two into another folder", setup: puts(files{"one/a": after, "one/b": before, "two/c": beside}),
		do: func(dir string) error {
			return safefile.MoveAll([]safefile.Way{
				{From: filepath.Join(dir, "one/a"), To: filepath.Join(dir, "two/a")},
				{From: filepath.Join(dir, "one/b"), To: filepath.Join(dir, "two/b")},
			})
		},
		check: func(t testing.TB, dir string, done bool) {
			got := found(t, dir)
			for name, text := range (files{"a": after, "b": before}) {
				in, moved := got["one/"+name], got["two/"+name]
				if in != text && moved != text || in != "" && in != text || moved != "" && moved != text || done && (in != "" || moved == "") {
					t.Errorf("%s: %d bytes where it was, %d where it goes", name, len(in), len(moved))
				}
			}
			if got["two/c"] != beside {
				t.Errorf("the file beside them has %d bytes", len(got["two/c"]))
			}
		},
	},
	{
		name: "a file less", setup: puts(files{"a": before, "b": beside}),
		do:    func(dir string) error { return safefile.Remove(filepath.Join(dir, "a")) },
		check: only(files{"a": before, "b": beside}, files{"b": beside}),
	},
	{
		name: "a folder less", setup: puts(files{"one/a": before, "one/b": before, "c": beside}),
		do:    func(dir string) error { return safefile.RemoveAll(filepath.Join(dir, "one")) },
		check: only(files{"one/a": before, "one/b": before, "c": beside}, files{"c": beside}),
	},
	{
		name: "a file in folders that were missing", setup: puts(files{"c": beside}),
		do: func(dir string) error {
			if err := safefile.Folder(filepath.Join(dir, "one/two/three"), 0o700); err != nil {
				return err
			}
			return safefile.Write(filepath.Join(dir, "one/two/three/a"), pieces(after))
		},
		check: only(files{"c": beside}, files{"c": beside, "one/two/three/a": after}),
	},
	{
		name: "again where a folder was not made", setup: puts(files{"c": beside}),
		do: func(dir string) error {
			err := safefile.Folder(filepath.Join(dir, "one/two"), 0o700)
			if err != nil && safefile.Folder(filepath.Join(dir, "one/two"), 0o700) != nil {
				return err
			}
			return safefile.Write(filepath.Join(dir, "one/two/a"), pieces(after))
		},
		check: only(files{"c": beside}, files{"c": beside, "one/two/a": after}),
	},
}

func TestPowerCut(t *testing.T) {
	for _, s := range scenarios {
		t.Run(s.name, s.cutEverywhere)
	}
}

func TestFailingDisk(t *testing.T) {
	for _, s := range scenarios {
		t.Run(s.name, func(t *testing.T) {
			s.failEverywhere(t, func(t testing.TB, err error, full bool) {
				want := error(syscall.EIO)
				if full {
					want = syscall.ENOSPC
				}
				if !errors.Is(err, want) {
					t.Errorf("the error does not say why: %v", err)
				}
				var said *guide.Error
				if !errors.As(err, &said) {
					return // those who call say what was to be done
				}
				if code := guide.ErrorCode(err); full != (code == guide.CodeDiskFull) || code == guide.CodeInternal {
					t.Errorf("code %s", code)
				}
				if !strings.Contains(guide.Message(err), "Mời") {
					t.Errorf("does not say what to do: %s", guide.Message(err))
				}
			})
		})
	}
}

// The tests would see it: what is not synced is torn or lost, what is removed comes back.
func TestCutsAreFelt(t *testing.T) {
	for _, tt := range []struct {
		name string
		do   func(dir string) error
		felt func(got files, done bool) bool
	}{
		{"a file not synced", func(dir string) error { return careless(dir, false, true) }, func(got files, done bool) bool {
			text, ok := got["x"]
			return done && ok && text != after
		}},
		{"a folder not synced", func(dir string) error { return careless(dir, true, false) }, func(got files, done bool) bool {
			_, ok := got["x"]
			return done && !ok
		}},
		{"a removal not synced", func(dir string) error { return disk.Now.Remove(filepath.Join(dir, "old")) }, func(got files, done bool) bool {
			_, ok := got["old"]
			return done && ok
		}},
		{"a removal before its folder is synced", func(dir string) error { return disk.Now.Remove(filepath.Join(dir, "old")) }, func(got files, done bool) bool {
			_, ok := got["old"]
			return !done && !ok
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, files{"old": before})
			left, err := scenario{do: tt.do}.states(t, dir, looked{})
			if err != nil {
				t.Fatal(err)
			}
			felt := false
			each(t, left, func(t testing.TB, s state, dir string) { felt = felt || tt.felt(found(t, dir), s.done) })
			if !felt {
				t.Error("nothing was lost")
			}
		})
	}
}

// careless writes a file and leaves out one of what makes it last.
func careless(dir string, file, folder bool) error {
	f, err := disk.Now.CreateTemp(dir, ".tungbuoc-*")
	if err != nil {
		return err
	}
	_, err = io.Copy(f, bytes.NewReader([]byte(after)))
	if file {
		err = errors.Join(err, f.Sync())
	}
	err = errors.Join(err, f.Close(), disk.Now.Rename(f.Name(), filepath.Join(dir, "x")))
	if folder {
		err = errors.Join(err, disk.Now.SyncFolder(dir))
	}
	return err
}
