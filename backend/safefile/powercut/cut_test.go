package powercut

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"tungbuoc/backend/safefile/internal/disk"
)

// scenario is something that the program does to a folder.
type scenario struct {
	name  string
	setup func(t testing.TB, dir string)
	do    func(dir string) error
	// check looks at the folder as it is after the power was cut, or a step failed.
	// done says that do had returned without an error.
	check func(t testing.TB, dir string, done bool)
	long  bool // the disk fails only once
}

func never(errorfs.Op) error { return nil }

// state is what a disk may be left with.
type state struct {
	at   string // the last step
	left *vfs.MemFS
	done bool
}

// looked are the states that were looked at already.
type looked map[[sha256.Size]byte]bool

// seeds is how often the power is cut after each step, with other luck. The disk in
// memory goes through its files in any order, so that not every run has the same.
const seeds = 24

// states does what is to be done, and gives all that the disk may be left with when
// the power is cut after one of its steps.
// None is among those that are seen already.
func (s scenario) states(t testing.TB, dir string, seen looked) (list []state, err error) {
	return s.statesWith(t, dir, seen, never, seeds, func() bool { return true })
}

// statesWith is states on a disk that may fail, from when on is true.
func (s scenario) statesWith(t testing.TB, dir string, seen looked, fail errorfs.InjectorFunc, seeds uint64, on func() bool) (list []state, err error) {
	m := newMirror(t, dir, fail)
	take := func(at string, done bool) {
		for seed := range seeds {
			percent := 50
			switch seed {
			case 0:
				percent = 0
			case 1:
				percent = 100
			}
			left := m.cut(seed, percent)
			if sum := digest(left, done); !seen[sum] {
				seen[sum] = true
				list = append(list, state{fmt.Sprintf("%s, seed %d", at, seed), left, done})
			}
		}
	}
	m.after = func(step string) {
		if on() {
			take(step, false)
		}
	}
	defer disk.Use(m)()
	err = s.do(dir)
	m.catchUp()
	take("the end", err == nil)
	return list, err
}

// unfinished begins the name of a file that is being written; any number follows.
const unfinished = ".tungbuoc-"

func digest(mem *vfs.MemFS, done bool) (sum [sha256.Size]byte) {
	h := sha256.New()
	fmt.Fprintln(h, done)
	for _, name := range list(mem, "/") {
		data, file := read(mem, name)
		if strings.HasSuffix(name, "-shm") { // made anew whenever nobody has it open
			continue
		}
		if number, ours := strings.CutPrefix(path.Base(name), unfinished); ours && strings.Trim(number, "0123456789") == "" {
			name = path.Join(path.Dir(name), unfinished)
		}
		fmt.Fprintln(h, name, file, len(data))
		h.Write(data)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// lay makes a folder of what a disk was left with.
func lay(t testing.TB, mem *vfs.MemFS, dir string) {
	t.Helper()
	for _, name := range list(mem, "/") {
		to := filepath.Join(dir, filepath.FromSlash(name))
		var err error
		if data, file := read(mem, name); file {
			err = os.WriteFile(to, data, 0o600)
		} else {
			err = os.Mkdir(to, 0o700)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// each lays out every state and looks at it.
func each(t *testing.T, list []state, look func(t testing.TB, s state, dir string)) {
	t.Helper()
	for _, s := range list {
		dir, err := os.MkdirTemp(t.TempDir(), "left")
		if err != nil {
			t.Fatal(err)
		}
		lay(t, s.left, dir)
		look(at{t, s.at}, s, dir)
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
}

// at says in every finding after which step the power was cut.
type at struct {
	testing.TB
	step string
}

func (a at) Errorf(format string, args ...any) {
	a.Helper()
	a.TB.Errorf("after "+a.step+": "+format, args...)
}

func (a at) Fatalf(format string, args ...any) {
	a.Helper()
	a.TB.Fatalf("after "+a.step+": "+format, args...)
}

func (a at) Fatal(args ...any) { a.Helper(); a.Fatalf("%s", fmt.Sprint(args...)) }
func (a at) Error(args ...any) { a.Helper(); a.Errorf("%s", fmt.Sprint(args...)) }

// cutEverywhere cuts the power after every step.
func (s scenario) cutEverywhere(t *testing.T) {
	dir := t.TempDir()
	s.setup(t, dir)
	left, err := s.states(t, dir, looked{})
	if err != nil {
		t.Fatal(err)
	}
	if len(left) < 2 {
		t.Fatalf("%d states: nothing was written through the disk", len(left))
	}
	t.Logf("%d different states", len(left))
	each(t, left, func(t testing.TB, st state, dir string) { s.check(t, dir, st.done) })
}

// A disk may fail once, or from one step on.
var failures = []struct {
	name string
	err  syscall.Errno
	stay bool
}{
	{"full once", syscall.ENOSPC, false},
	{"full from then on", syscall.ENOSPC, true},
	{"fails once", syscall.EIO, false},
	{"fails from then on", syscall.EIO, true},
}

// fits says whether a full disk would take a step.
func fits(op errorfs.OpKind) bool {
	return op == errorfs.OpRemove || op == errorfs.OpRemoveAll || op == errorfs.OpRename
}

// failEverywhere has every step fail in turn, and cuts the power after that, too.
// told looks at the error.
func (s scenario) failEverywhere(t *testing.T, told func(t testing.TB, err error, full bool)) {
	for _, f := range failures {
		if s.long && f.stay {
			continue
		}
		t.Run(f.name, func(t *testing.T) {
			seen := looked{}
			for n := 1; ; n++ {
				dir := t.TempDir()
				s.setup(t, dir)
				step, failed := 0, ""
				left, err := s.statesWith(t, dir, seen, func(op errorfs.Op) error {
					if op.Kind.ReadOrWrite() == errorfs.OpIsRead && op.Kind != errorfs.OpOpenDir || f.err == syscall.ENOSPC && fits(op.Kind) {
						return nil
					}
					if step++; step == n || step > n && f.stay {
						if failed == "" {
							failed = fmt.Sprintf("failing of step %d (%d %s)", n, op.Kind, op.Path)
						}
						return f.err
					}
					return nil
				}, 3, func() bool { return failed != "" })
				if failed == "" {
					if n == 1 {
						t.Fatal("no step could fail")
					}
					return
				}
				here := at{t, failed}
				if err != nil {
					told(here, err, f.err == syscall.ENOSPC)
				}
				s.check(here, dir, err == nil)
				each(t, left, func(t testing.TB, st state, dir string) {
					s.check(at{t, failed}, dir, st.done)
				})
			}
		})
	}
}
