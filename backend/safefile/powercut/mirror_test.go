package powercut

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"tungbuoc/backend/safefile/internal/disk"
)

// mirror is a disk that writes to a real folder, where SQLite and all that reads
// find their files, and does the same to one in memory, which knows what was synced.
type mirror struct {
	disk.Real
	t     testing.TB
	root  string // the real folder
	mem   *vfs.MemFS
	fails vfs.FS // mem, where steps may fail
	fail  errorfs.InjectorFunc
	after func(step string)

	// unsynced are names that are gone, whose folder was not synced since, with the
	// name that a renamed file has now, "" if it was removed. The library brings
	// every such name back; a real disk may have kept up.
	unsynced map[string]string
	// sqlites are the files that SQLite syncs itself, past this disk.
	sqlites func(name string) bool
}

// newMirror mirrors a folder as it is, all of it synced. fail says which steps fail.
func newMirror(t testing.TB, root string, fail errorfs.InjectorFunc) *mirror {
	m := &mirror{
		t: t, root: root, mem: vfs.NewCrashableMem(), fail: fail, after: func(string) {},
		unsynced: map[string]string{},
		sqlites: func(name string) bool {
			return strings.HasPrefix(name, "/office.db") || strings.HasPrefix(name, "/content.db")
		},
	}
	m.fails = errorfs.Wrap(m.mem, fail)
	m.catchUp()
	m.syncAll("/")
	clear(m.unsynced)
	return m
}

func (m *mirror) must(err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatal(err)
	}
}

// in gives the name in memory, false for what is outside of the folder.
func (m *mirror) in(name string) (string, bool) {
	rel, err := filepath.Rel(m.root, name)
	m.must(err)
	if rel == "." {
		return "/", true
	}
	return "/" + filepath.ToSlash(rel), filepath.IsLocal(rel)
}

// read gives what a file in memory holds; false where there is none.
func read(mem *vfs.MemFS, name string) ([]byte, bool) {
	info, err := mem.Stat(name)
	if err != nil || info.IsDir() {
		return nil, false
	}
	data, err := mem.UnsafeGetFileDataBuffer(name)
	return data, err == nil
}

// catchUp does to the memory what was done past this disk: by SQLite, and to
// folders that need not last.
func (m *mirror) catchUp() {
	there := map[string]bool{"/": true}
	m.must(filepath.WalkDir(m.root, func(file string, d fs.DirEntry, err error) error {
		name, _ := m.in(file)
		if errors.Is(err, fs.ErrNotExist) || name == "/" {
			return nil
		}
		m.must(err)
		there[name] = true
		if d.IsDir() {
			m.must(m.mem.MkdirAll(name, 0o700))
			return nil
		}
		data, err := os.ReadFile(file)
		m.must(err)
		old, known := read(m.mem, name)
		if known && bytes.Equal(old, data) {
			return nil
		}
		open := m.mem.OpenReadWrite
		if len(data) < len(old) { // it cannot be cut short
			open = func(name string, c vfs.DiskWriteCategory, _ ...vfs.OpenOption) (vfs.File, error) {
				return m.mem.Create(name, c)
			}
		}
		f, err := open(name, vfs.WriteCategoryUnspecified)
		m.must(err)
		_, err = f.WriteAt(data, 0)
		m.must(err)
		if m.sqlites(name) {
			m.must(f.Sync())
		}
		delete(m.unsynced, name)
		return f.Close()
	}))
	for _, name := range list(m.mem, "/") {
		if _, err := m.mem.Stat(name); !there[name] && err == nil {
			m.must(m.mem.RemoveAll(name))
			m.unsynced[name] = ""
		}
	}
}

// list gives all names below a folder in memory, the folders before what is in them.
func list(mem *vfs.MemFS, folder string) (names []string) {
	entries, err := mem.List(folder)
	if err != nil {
		return nil
	}
	slices.Sort(entries)
	for _, e := range entries {
		name := path.Join(folder, e)
		names = append(names, name)
		if info, err := mem.Stat(name); err == nil && info.IsDir() {
			names = append(names, list(mem, name)...)
		}
	}
	return names
}

func (m *mirror) syncAll(folder string) {
	for _, name := range append(list(m.mem, folder), folder) {
		f, err := m.mem.Open(name)
		m.must(err)
		m.must(errors.Join(f.Sync(), f.Close()))
	}
}

// cut gives what the disk has when the power is cut now: of what was not synced
// about percent, by chance.
func (m *mirror) cut(seed uint64, percent int) *vfs.MemFS {
	chance := rand.New(rand.NewPCG(seed, 17))
	left := m.mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: percent, RNG: chance})
	names := make([]string, 0, len(m.unsynced))
	for name := range m.unsynced {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if to := m.unsynced[name]; to != "" {
			has, _ := read(left, to)
			if moved, file := read(m.mem, to); file && !bytes.Equal(has, moved) {
				continue // a file system loses no file by renaming it
			}
		}
		if chance.IntN(100) < percent {
			m.must(left.RemoveAll(name))
		}
	}
	return left
}

// took notes that a name is gone.
func (m *mirror) took(name, to string) { m.unsynced[name] = to }

func (m *mirror) CreateTemp(folder, pattern string) (disk.File, error) {
	in, ours := m.in(folder)
	f, err := os.CreateTemp(folder, pattern)
	if err != nil || !ours {
		return f, err
	}
	m.catchUpBut(f.Name())
	name := path.Join(in, filepath.Base(f.Name()))
	mem, err := m.fails.Create(name, vfs.WriteCategoryUnspecified)
	if err != nil {
		m.must(errors.Join(f.Close(), os.Remove(f.Name())))
		return nil, err
	}
	m.after("create " + name)
	return &file{File: f, m: m, mem: mem, name: name}, nil
}

// catchUpBut is catchUp without a file that was just made.
func (m *mirror) catchUpBut(name string) {
	away := m.root + "-away"
	m.must(os.Rename(name, away))
	m.catchUp()
	m.must(os.Rename(away, name))
}

func (m *mirror) Create(name string) error {
	in, ours := m.in(name)
	if _, err := os.Lstat(name); err == nil || !ours {
		return m.Real.Create(name)
	}
	m.catchUp()
	f, err := m.fails.Create(in, vfs.WriteCategoryUnspecified)
	if err != nil {
		return err
	}
	m.must(errors.Join(f.Close(), m.Real.Create(name)))
	delete(m.unsynced, in)
	m.after("create " + in)
	return nil
}

func (m *mirror) Sync(name string) error {
	in, ours := m.in(name)
	if _, err := os.Lstat(name); err != nil || !ours {
		return err
	}
	m.catchUp()
	f, err := m.fails.OpenReadWrite(in, vfs.WriteCategoryUnspecified)
	if err != nil {
		return err
	}
	err = f.Sync()
	_ = f.Close()
	m.after("sync " + in)
	return err
}

func (m *mirror) Rename(from, to string) error {
	inFrom, ours := m.in(from)
	inTo, _ := m.in(to)
	if _, err := os.Lstat(from); err != nil || !ours {
		return os.Rename(from, to)
	}
	m.catchUp()
	if err := m.fails.Rename(inFrom, inTo); err != nil {
		return err
	}
	m.must(os.Rename(from, to))
	m.took(inFrom, inTo)
	delete(m.unsynced, inTo)
	m.after("rename " + inFrom + " to " + inTo)
	return nil
}

func (m *mirror) Remove(name string) error {
	in, ours := m.in(name)
	if _, err := os.Lstat(name); err != nil || !ours {
		return os.Remove(name)
	}
	m.catchUp()
	if err := m.fails.Remove(in); err != nil {
		return err
	}
	m.must(os.Remove(name))
	m.took(in, "")
	m.after("remove " + in)
	return nil
}

func (m *mirror) RemoveAll(name string) error {
	in, ours := m.in(name)
	if !ours {
		return os.RemoveAll(name)
	}
	m.catchUp()
	if err := m.fails.RemoveAll(in); err != nil {
		return err
	}
	m.must(os.RemoveAll(name))
	m.took(in, "")
	m.after("remove all " + in)
	return nil
}

func (m *mirror) Mkdir(name string, mode fs.FileMode) error {
	in, ours := m.in(name)
	if _, err := os.Lstat(name); err == nil || !ours {
		return os.Mkdir(name, mode)
	}
	m.catchUp()
	if err := m.fails.MkdirAll(in, mode); err != nil {
		return err
	}
	m.must(os.Mkdir(name, mode))
	delete(m.unsynced, in)
	m.after("make " + in)
	return nil
}

func (m *mirror) SyncFolder(name string) error {
	in, ours := m.in(name)
	if !ours {
		return nil
	}
	m.catchUp()
	f, err := m.fails.OpenDir(in)
	if err != nil {
		return err
	}
	err = f.Sync()
	_ = f.Close()
	if err == nil {
		for name := range m.unsynced {
			if path.Dir(name) == in {
				delete(m.unsynced, name)
			}
		}
	}
	m.after("sync folder " + in)
	return err
}

// file is a new file on both disks.
type file struct {
	*os.File
	m    *mirror
	mem  vfs.File
	name string
}

// Write writes the first half of what a failing disk is given, as disks do that
// become full.
func (f *file) Write(p []byte) (int, error) {
	if _, err := f.mem.Write(bytes.Clone(p)); err != nil {
		n, werr := f.File.Write(p[:len(p)/2])
		f.m.must(werr)
		f.m.catchUp()
		return n, err
	}
	n, err := f.File.Write(p)
	f.m.must(err)
	f.m.after("write " + f.name)
	return n, nil
}

func (f *file) Sync() error {
	err := f.mem.Sync()
	f.m.after("sync " + f.name)
	return err
}

func (f *file) Close() error {
	f.m.must(errors.Join(f.File.Close(), f.mem.Close()))
	return f.m.fail(errorfs.Op{Kind: errorfs.OpFileClose, Path: f.name}) // network folders say only here what went wrong
}
