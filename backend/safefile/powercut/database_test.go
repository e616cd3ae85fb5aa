package powercut

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

func noon() time.Time { return time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC) }

var quiet = slog.New(slog.DiscardHandler)

func open(t testing.TB, dir string) *sqlite.DB {
	t.Helper()
	db, err := sqlite.Open(context.Background(), dir, noon, quiet)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func shut(t testing.TB, db *sqlite.DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// note has the office write something down.
func note(t testing.TB, db *sqlite.DB, what string) {
	t.Helper()
	for i := range 40 {
		if err := db.SetSetting(context.Background(), fmt.Sprintf("%s-%d", what, i), strings.Repeat(what, 30)); err != nil {
			t.Fatal(err)
		}
	}
}

// has says whether all of it is there, and fails where some of it is.
func has(t testing.TB, db *sqlite.DB, what string) bool {
	t.Helper()
	n := 0
	for i := range 40 {
		value, err := db.Setting(context.Background(), fmt.Sprintf("%s-%d", what, i))
		if err != nil {
			t.Fatal(err)
		}
		if value != "" {
			n++
		}
	}
	if n != 0 && n != 40 {
		t.Errorf("%d of 40 notes of %q are there", n, what)
	}
	return n == 40
}

// snap copies files of a folder as they are now, as a killed program leaves them.
func snap(t testing.TB, dir string, names ...string) files {
	t.Helper()
	got := files{}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		got[name] = string(data)
	}
	return got
}

// inLog is an office whose last notes are in the log only; a copy has the first.
func inLog(t testing.TB) (left files, spare string, epoch string) {
	t.Helper()
	dir := t.TempDir()
	db := open(t, dir)
	note(t, db, "first")
	epoch, err := db.Epoch(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.KeepSpare(context.Background()); err != nil {
		t.Fatal(err)
	}
	shut(t, db)
	db = open(t, dir)
	note(t, db, "last")
	spare = sqlite.SpareFolder + "/office-000001-2026-11-30.db"
	left = snap(t, dir, "office.db", "office.db-wal", spare)
	shut(t, db)
	return left, spare, epoch
}

// apart opens a database that has gone aside, with its log, in a folder of its own.
func apart(t testing.TB, path string) *sqlite.DB {
	t.Helper()
	dir, err := os.MkdirTemp(filepath.Dir(filepath.Dir(path)), "apart")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"", "-wal"} {
		if data, err := os.ReadFile(path + part); err == nil {
			put(t, dir, files{"office.db" + part: string(data)})
		}
	}
	return open(t, dir)
}

// aside gives the one database that went aside, "" if none did.
func aside(t testing.TB, dir, why string) string {
	t.Helper()
	var dbs []string
	all, err := filepath.Glob(filepath.Join(dir, "office"+why+"*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		if strings.HasSuffix(name, ".db") {
			dbs = append(dbs, name)
		}
	}
	for _, name := range all {
		stem := strings.TrimSuffix(strings.TrimSuffix(name, "-wal"), "-shm")
		if !slices.Contains(dbs, stem) {
			t.Errorf("%s is without its database", filepath.Base(name))
		}
	}
	if len(dbs) > 1 {
		t.Errorf("gone aside: %v", dbs)
	}
	if len(dbs) == 0 {
		return ""
	}
	return dbs[0]
}

// replacing puts the database of a backup in the place of one whose last notes are
// in the log only.
func replacing(t testing.TB) scenario {
	old, _, _ := inLog(t)
	dir := t.TempDir()
	db := open(t, dir)
	note(t, db, "backup")
	shut(t, db)
	file := filepath.Join(dir, "office.db")
	return scenario{
		name:  "a backup comes back",
		setup: puts(old),
		do: func(dir string) error {
			_, err := sqlite.Replace(context.Background(), dir, file, noon())
			return err
		},
		check: func(t testing.TB, dir string, done bool) {
			db := open(t, dir)
			defer shut(t, db)
			if err := db.Check(context.Background()); err != nil {
				t.Error(err)
			}
			if db.SetAside() != "" {
				t.Error("taken for damaged")
			}
			kept := aside(t, dir, "-truoc-")
			if has(t, db, "backup") {
				if has(t, db, "first") || has(t, db, "last") {
					t.Error("two databases in one")
				}
				if kept == "" {
					t.Fatal("the old one is gone")
				}
				was := apart(t, kept)
				defer shut(t, was)
				if !has(t, was, "first") || !has(t, was, "last") {
					t.Error("the old one is not whole")
				}
				return
			}
			if done {
				t.Error("the backup is not there")
			}
			if !has(t, db, "first") || !has(t, db, "last") {
				t.Error("the old one is not whole")
			}
			if kept != "" {
				t.Errorf("%s is there, too", filepath.Base(kept))
			}
		},
	}
}

// spoiled is a database of which only the first page is left.
func spoiled(db string) []byte {
	broken := []byte(db)
	noise := rand.New(rand.NewPCG(1, 2))
	for i := 4096; i < len(broken); i++ {
		broken[i] = byte(noise.Uint32())
	}
	return broken
}

// mending opens a damaged database, of which there may be a copy.
func mending(t testing.TB, copied bool) scenario {
	left, spare, epoch := inLog(t)
	broken := spoiled(left["office.db"])
	left["office.db"] = string(broken)
	name := "a damaged one, and a copy of it"
	if !copied {
		delete(left, spare)
		name = "a damaged one"
	}
	return scenario{
		name:  name,
		long:  !copied,
		setup: puts(left),
		do: func(dir string) error {
			db, err := sqlite.Open(context.Background(), dir, noon, quiet)
			if err != nil {
				return err
			}
			return db.Close()
		},
		check: func(t testing.TB, dir string, done bool) { // opening goes on with it
			db := open(t, dir)
			defer shut(t, db)
			if done && db.SetAside() != "" {
				t.Error("damaged again")
			}
			if err := db.Check(context.Background()); err != nil {
				t.Error(err)
			}
			if has(t, db, "first") != copied || has(t, db, "last") {
				t.Error("what is there now is not what the copy had")
			}
			if now, err := db.Epoch(context.Background()); err != nil || now == epoch {
				t.Errorf("the same life: %v", err)
			}
			kept := aside(t, dir, "-hong-")
			if kept == "" {
				t.Fatal("the damaged one is gone")
			}
			if data, err := os.ReadFile(kept); err != nil || !bytes.Equal(data, broken) {
				t.Errorf("the damaged one is not as it was: %v", err)
			}
			if data, err := os.ReadFile(kept + "-wal"); err != nil || string(data) != left["office.db-wal"] {
				t.Errorf("its log is not as it was: %v", err)
			}
		},
	}
}

// copying keeps the copy of the day.
func copying(t testing.TB) scenario {
	dir := t.TempDir()
	db := open(t, dir)
	note(t, db, "first")
	shut(t, db)
	was := snap(t, dir, "office.db")
	return scenario{
		name:  "the copy of the day",
		setup: puts(was),
		do: func(dir string) error {
			db, err := sqlite.Open(context.Background(), dir, noon, quiet)
			if err != nil {
				return err
			}
			_, err = db.KeepSpare(context.Background())
			if cerr := db.Close(); err == nil {
				err = cerr
			}
			return err
		},
		check: func(t testing.TB, dir string, done bool) {
			made, err := filepath.Glob(filepath.Join(dir, sqlite.SpareFolder, "office-*.db"))
			if err != nil || done && len(made) != 1 {
				t.Errorf("%d copies: %v", len(made), err)
			}
			for _, path := range append(made, filepath.Join(dir, "office.db")) {
				db := apart(t, path)
				if !has(t, db, "first") || db.SetAside() != "" {
					t.Errorf("%s is not whole", filepath.Base(path))
				}
				shut(t, db)
			}
		},
	}
}

// indexing makes a damaged index anew, beside which there is a log.
func indexing(t testing.TB) scenario {
	ctx, dir := context.Background(), t.TempDir()
	c, err := sqlite.OpenContent(ctx, dir, quiet)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Keep(ctx, "old", bytes.Repeat([]byte("old"), 9000)); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil { // which leaves no log
		t.Fatal(err)
	}
	if c, err = sqlite.OpenContent(ctx, dir, quiet); err != nil {
		t.Fatal(err)
	}
	if err := c.Keep(ctx, "last", []byte("last")); err != nil {
		t.Fatal(err)
	}
	left := snap(t, dir, "content.db", "content.db-wal")
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	left["content.db"] = string(spoiled(left["content.db"]))
	use := func(dir string) (kept string, err error) {
		c, err := sqlite.OpenContent(ctx, dir, quiet)
		if err != nil {
			return "", err
		}
		if kept, err = c.Kept(ctx, "old"); err == nil {
			err = c.Keep(ctx, "new", bytes.Repeat([]byte("new"), 9000))
		}
		if cerr := c.Close(); err == nil {
			err = cerr
		}
		return kept, err
	}
	return scenario{
		name:  "the index anew",
		setup: puts(left),
		do:    func(dir string) error { _, err := use(dir); return err },
		check: func(t testing.TB, dir string, done bool) {
			for range 2 { // what met an old log would be damaged the second time
				if kept, err := use(dir); err != nil || kept != "" {
					t.Errorf("%d bytes of the old one, %v", len(kept), err)
				}
			}
		},
	}
}

// restoring brings a whole backup back, onto a kiosk that has something of its own.
func restoring(t testing.TB) scenario {
	ctx := context.Background()
	old, _, _ := inLog(t)
	delete(old, sqlite.SpareFolder+"/office-000001-2026-11-30.db")
	old[content.OfficeName], old["speech/tyz/0123456789abcdee.ogg"] = "name: UBND phường Minh Xuân\n", before
	from := t.TempDir()
	put(t, from, files{content.OfficeName: "name: UBND xã Thượng Lâm\n", "speech/tyz/0123456789abcdef.ogg": after})
	db := open(t, from)
	note(t, db, "backup")
	file := filepath.Join(t.TempDir(), "backup.zip")
	if _, err := (backup.Office{DB: db, DataDir: from, Version: "1.0", Now: noon()}).Save(ctx, file, true); err != nil {
		t.Fatal(err)
	}
	shut(t, db)
	return scenario{
		name:  "a whole backup comes back",
		long:  true,
		setup: puts(old),
		do: func(dir string) error {
			_, err := backup.Restore(ctx, file, dir, noon, quiet)
			return err
		},
		check: func(t testing.TB, dir string, done bool) {
			db := open(t, dir)
			anew := has(t, db, "backup")
			if anew == has(t, db, "first") || anew == has(t, db, "last") || done && !anew || db.SetAside() != "" {
				t.Errorf("the database is neither the one nor the other, done %v", done)
			}
			shut(t, db)
			got := found(t, dir)
			office, clip := got[content.OfficeName], got["speech/tyz/0123456789abcdef.ogg"]
			if office != old[content.OfficeName] && office != "name: UBND xã Thượng Lâm\n" || done && office == old[content.OfficeName] {
				t.Errorf("settings: %q, done %v", office, done)
			}
			if clip != "" && clip != after || done && clip == "" || got["speech/tyz/0123456789abcdee.ogg"] != before {
				t.Errorf("recordings: %d bytes new, done %v, %d bytes old", len(clip), done, len(got["speech/tyz/0123456789abcdee.ogg"]))
			}
		},
	}
}

func databases(t testing.TB) []scenario {
	return []scenario{replacing(t), mending(t, true), mending(t, false), copying(t), indexing(t), restoring(t)}
}

func TestPowerCutOfDatabases(t *testing.T) {
	for _, s := range databases(t) {
		t.Run(s.name, s.cutEverywhere)
	}
}

func TestFailingDiskOfDatabases(t *testing.T) {
	for _, s := range databases(t) {
		t.Run(s.name, func(t *testing.T) {
			s.failEverywhere(t, func(t testing.TB, err error, full bool) {
				if code := guide.ErrorCode(err); full != (code == guide.CodeDiskFull) || code == guide.CodeInternal {
					t.Errorf("code %s: %v", code, err)
				}
			})
		})
	}
}

// Whoever is told that a backup did not come back must not find it there the next day.
func TestFailedExchangeIsTakenBack(t *testing.T) {
	for _, failing := range []string{"/office.db", "/office.db-wal", "/office-truoc-20261130-120000.db.moi"} {
		s, dir := replacing(t), t.TempDir()
		s.setup(t, dir)
		failed := false
		_, err := s.statesWith(t, dir, looked{}, func(op errorfs.Op) error {
			if op.Kind == errorfs.OpRename && op.Path == failing && !failed {
				failed = true
				return syscall.EIO
			}
			return nil
		}, 1, func() bool { return false })
		if err == nil || !failed {
			t.Fatalf("%s: %v, failed %v", failing, err, failed)
		}
		if next, err := filepath.Glob(filepath.Join(dir, "*.moi*")); err != nil || len(next) > 0 {
			t.Errorf("%s: still to be done: %v, %v", failing, next, err)
		}
		db := open(t, dir)
		if !has(t, db, "first") || !has(t, db, "last") || has(t, db, "backup") || aside(t, dir, "-truoc-") != "" {
			t.Errorf("%s: not as it was", failing)
		}
		shut(t, db)
	}
}

// Whoever finishes what was begun may be cut off again.
func TestPowerCutAgain(t *testing.T) {
	for _, s := range []scenario{replacing(t), mending(t, true)} {
		t.Run(s.name, func(t *testing.T) {
			dir := t.TempDir()
			s.setup(t, dir)
			left, err := s.states(t, dir, looked{})
			if err != nil {
				t.Fatal(err)
			}
			again, seen := 0, looked{}
			for _, st := range left {
				if !slices.ContainsFunc(list(st.left, "/"), func(name string) bool { return strings.Contains(name, ".db.moi") }) {
					continue
				}
				again++
				dir := t.TempDir()
				lay(t, st.left, dir)
				then := scenario{check: s.check, do: func(dir string) error {
					db, err := sqlite.Open(context.Background(), dir, noon, quiet)
					if err != nil {
						return err
					}
					return db.Close()
				}}
				next, err := then.states(t, dir, seen)
				if err != nil {
					t.Fatalf("after %s: %v", st.at, err)
				}
				each(t, next, func(t testing.TB, n state, dir string) { s.check(at{t, st.at}, dir, n.done) })
			}
			if again == 0 {
				t.Error("never cut off between")
			}
		})
	}
}
