package versions_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/gofrs/flock"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/versions"
)

var noon = time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)

func store(dir string) versions.Store {
	return versions.Store{DataDir: dir, Installed: "1.0.0", Now: func() time.Time { return noon }, Log: slog.New(slog.DiscardHandler)}
}

// folder is a data folder with something in it.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "office.db"), "old")
	put(t, filepath.Join(dir, "office.db-wal"), "log")
	put(t, filepath.Join(dir, "office.yaml"), "name: Trung tâm")
	return dir
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func has(t *testing.T, dir, name, want string) {
	t.Helper()
	if text, err := os.ReadFile(filepath.Join(dir, name)); string(text) != want {
		t.Errorf("%s holds %q, %v; want %q", name, text, err, want)
	}
}

// waits has a program wait for its trial.
func waits(t *testing.T, dir string, number int64, version string) versions.Program {
	t.Helper()
	text := "program " + version
	p := versions.Program{Number: number, Version: version, Taken: noon, Size: int64(len(text)), SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(text)))}
	put(t, p.Path(dir), text)
	put(t, filepath.Join(p.Home(dir), versions.MemoryName), "remember "+version)
	if err := versions.Wait(dir, p); err != nil {
		t.Fatal(err)
	}
	return p
}

func becomesGood(t *testing.T, dir string, number int64, version string) versions.Program {
	t.Helper()
	p, s := waits(t, dir, number, version), store(dir)
	if path, err := s.Begin(); err != nil || path != p.Path(dir) {
		t.Fatalf("%s, %v", path, err)
	}
	if err := s.Pass(false); err != nil {
		t.Fatal(err)
	}
	return p
}

func look(t *testing.T, dir string) versions.State {
	t.Helper()
	st, err := versions.Look(dir)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func TestNothingYet(t *testing.T) {
	dir := t.TempDir()
	s := store(dir)
	if st := look(t, dir); st.Good != nil || st.Waiting != nil {
		t.Errorf("%+v", st)
	}
	if _, err := s.Begin(); !errors.Is(err, versions.ErrNothing) || s.Settle() != nil || s.Program() != "" || s.Due() {
		t.Errorf("%v", err)
	}
	if dropped, err := versions.Cancel(dir); dropped != nil || err != nil {
		t.Errorf("%v, %v", dropped, err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("looking has made %v", left)
	}
}

// The good one, the one before and the waiting one are kept, the others go.
func TestWhatIsKept(t *testing.T) {
	dir := folder(t)
	a := becomesGood(t, dir, 1, "1.1.0")
	b := becomesGood(t, dir, 2, "1.2.0")
	c := becomesGood(t, dir, 3, "1.3.0")
	d := waits(t, dir, 4, "1.4.0")
	st := look(t, dir)
	if st.Good.Version != "1.3.0" || st.Before.Version != "1.2.0" || st.Waiting.Version != "1.4.0" || st.Newest("1.0.0") != "1.3.0" {
		t.Errorf("%+v", st)
	}
	for p, want := range map[*versions.Program]bool{&a: false, &b: true, &c: true, &d: true} {
		if _, err := os.Stat(p.Path(dir)); (err == nil) != want {
			t.Errorf("%s is there: %v", p.Version, err == nil)
		}
	}
	has(t, dir, versions.MemoryName, "remember 1.3.0")
	if store(dir).Program() != c.Path(dir) {
		t.Error("the good one does not run")
	}
	if dropped, err := versions.Cancel(dir); err != nil || dropped.Version != "1.4.0" {
		t.Errorf("%v, %v", dropped, err)
	}
	if _, err := os.Stat(d.Home(dir)); err == nil {
		t.Error("the cancelled program is still there")
	}
	// A torn one gives way to the one before, and that to the installed one.
	put(t, c.Path(dir), "torn")
	if got := store(dir).Program(); got != b.Path(dir) {
		t.Errorf("after a torn file: %s", got)
	}
	put(t, b.Path(dir), "torn")
	if got := store(dir).Program(); got != "" || len(look(t, dir).Failed) != 2 {
		t.Errorf("after two: %s, %+v", got, look(t, dir))
	}
}

// A program that is new and goes down again and again gives way to the one before. What
// people wrote since is left as it is.
func TestGoingBack(t *testing.T) {
	dir := folder(t)
	a := becomesGood(t, dir, 1, "1.1.0")
	b := becomesGood(t, dir, 2, "1.2.0")
	put(t, filepath.Join(dir, "office.db"), "written since")
	s := store(dir)
	if err := s.GoBack("gone exit status 5" + strings.Repeat("ộ", 200)); err != nil {
		t.Fatal(err)
	}
	st := look(t, dir)
	if st.Good.Version != "1.1.0" || st.Before != nil || s.Program() != a.Path(dir) {
		t.Errorf("%+v", st)
	}
	has(t, dir, "office.db", "written since")
	f := st.Failed[0]
	if f.Version != "1.2.0" || f.Reason != versions.Unsteady || !strings.HasPrefix(f.Detail, "gone exit status 5") || len(f.Detail) > 300 || !utf8.ValidString(f.Detail) {
		t.Errorf("%+v", f)
	}
	if got := f.Sentence(time.UTC); got != "Bản 1.2.0 bị bỏ lúc 12:00 ngày 1/12/2026: chương trình mở được rồi lại dừng, nhiều lần liền. Máy dùng bản trước đó." {
		t.Error(got)
	}
	if _, err := os.Stat(b.Home(dir)); err == nil {
		t.Error("the dropped program still takes room")
	}
	// And that one to the installed one; there is nothing before that.
	if err := s.GoBack(""); err != nil || look(t, dir).Good != nil || s.Program() != "" {
		t.Errorf("%v, %+v", err, look(t, dir))
	}
	if err := s.GoBack(""); !errors.Is(err, versions.ErrNothing) {
		t.Errorf("back from the installed one: %v", err)
	}
	// The same file may be taken again, as after any trial.
	becomesGood(t, dir, 2, "1.2.0")
}

// Where it is no help nothing is changed: the data have a form that the one before does
// not know, or it went well for long.
func TestNotGoingBack(t *testing.T) {
	for name, c := range map[string]struct {
		grown bool
		now   time.Time
		back  bool
	}{
		"soon":                {now: noon.Add(6 * 24 * time.Hour), back: true},
		"the data have grown": {grown: true, now: noon},
		"after a month":       {now: noon.Add(30 * 24 * time.Hour)},
		"a clock put back":    {now: noon.Add(-1000 * time.Hour), back: true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t)
			p, s := waits(t, dir, 1, "1.1.0"), store(dir)
			if _, err := s.Begin(); err != nil {
				t.Fatal(err)
			}
			if err := s.Pass(c.grown); err != nil {
				t.Fatal(err)
			}
			s.Now = func() time.Time { return c.now }
			err := s.GoBack("gone")
			if back := err == nil; back != c.back || !back && !errors.Is(err, versions.ErrNothing) {
				t.Errorf("back %v, %v", back, err)
			}
			if stays := s.Program() == p.Path(dir); stays == c.back {
				t.Errorf("the program stays: %v", stays)
			}
		})
	}
}

// Who installs a newer program than the updates brought has that one.
func TestTheInstalledOneWins(t *testing.T) {
	for installed, wins := range map[string]bool{"1.0.0": false, "1.1.9": false, "1.2.0": true, "1.10.0": true} {
		dir := folder(t)
		becomesGood(t, dir, 1, "1.2.0")
		waits(t, dir, 2, "1.2.0")
		s := store(dir)
		s.Installed = installed
		if got := s.Program() == ""; got != wins {
			t.Errorf("%s: wins %v", installed, got)
		}
		if err := s.Settle(); err != nil {
			t.Fatal(err)
		}
		if st := look(t, dir); (st.Good == nil) != wins || (st.Waiting == nil) != wins {
			t.Errorf("%s: %+v", installed, st)
		}
	}
}

// spoiled is what a trial may leave.
func spoiled(t *testing.T, dir string) {
	t.Helper()
	put(t, filepath.Join(dir, "office.db"), "new schema")
	put(t, filepath.Join(dir, "office.db-journal"), "half")
	put(t, filepath.Join(dir, "new.db"), "never seen")
	put(t, filepath.Join(dir, "office.yaml"), "")
	_ = os.Remove(filepath.Join(dir, "office.db-wal"))
}

func unspoiled(t *testing.T, dir string) {
	t.Helper()
	has(t, dir, "office.db", "old")
	has(t, dir, "office.db-wal", "log")
	has(t, dir, "office.yaml", "name: Trung tâm")
	for _, name := range []string{"office.db-journal", "new.db"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s is still there", name)
		}
		if _, err := os.Stat(filepath.Join(dir, versions.Folder, "aside", name)); err != nil {
			t.Errorf("%s was not put aside: %v", name, err)
		}
	}
}

func TestAFailedTrialLeavesTheDataAsTheyWere(t *testing.T) {
	dir := folder(t)
	p, s := waits(t, dir, 1, "2.0.0"), store(dir)
	if _, err := s.Begin(); err != nil {
		t.Fatal(err)
	}
	if _, err := versions.Cancel(dir); guide.ErrorCode(err) != guide.CodeBusy {
		t.Errorf("cancelled during the trial: %v", err)
	}
	if err := versions.Wait(dir, p); guide.ErrorCode(err) != guide.CodeBusy {
		t.Errorf("taken during the trial: %v", err)
	}
	spoiled(t, dir)
	if err := s.Fail(versions.Hung, "it says: "+strings.Repeat("x", 1000)); err != nil {
		t.Fatal(err)
	}
	unspoiled(t, dir)
	st := look(t, dir)
	if len(st.Failed) != 1 || st.Waiting != nil || st.Trial != nil || s.Due() || len(st.Failed[0].Detail) > 300 {
		t.Errorf("%+v", st)
	}
	if got, want := st.Failed[0].Sentence(time.UTC), "Bản 2.0.0 không đạt lúc thử, 12:00 ngày 1/12/2026: màn hình đứng, không trả lời. Máy đã tự quay về bản cũ, dữ liệu còn nguyên."; got != want {
		t.Errorf("%s", got)
	}
	if _, err := os.Stat(filepath.Join(dir, versions.MemoryName)); err == nil {
		t.Error("a program that failed is remembered")
	}
	waits(t, dir, 1, "2.0.0") // staff may have it tried once more
	if !s.Due() {
		t.Error("not to be tried")
	}
}

// The machine may go off during a trial once by chance. Whenever that is, the data are
// as they were before the old program opens.
func TestPowerCutsDuringATrial(t *testing.T) {
	dir := folder(t)
	waits(t, dir, 1, "2.0.0")
	s := store(dir)
	for cut := range 2 {
		if _, err := s.Begin(); err != nil {
			t.Fatal(err)
		}
		spoiled(t, dir)
		if err := s.Settle(); err != nil { // the next start
			t.Fatal(err)
		}
		unspoiled(t, dir)
		if st := look(t, dir); st.Trial != nil || (st.Waiting == nil) != (cut == 1) || len(st.Failed) != cut {
			t.Errorf("after cut %d: %+v", cut+1, st)
		}
	}
	if f := look(t, dir).Failed[0]; f.Reason != versions.Cut {
		t.Errorf("%+v", f)
	}
}

// Where data cannot be put back it is said so, and never done later, over what people
// have written meanwhile.
func TestDataThatCannotBePutBack(t *testing.T) {
	dir := folder(t)
	waits(t, dir, 1, "2.0.0")
	s := store(dir)
	if _, err := s.Begin(); err != nil {
		t.Fatal(err)
	}
	spoiled(t, dir)
	if err := os.Remove(filepath.Join(dir, "office.db")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "office.db", "in the way"), "")
	if err := s.Fail(versions.Hung, ""); err != nil {
		t.Fatal(err)
	}
	st := look(t, dir)
	if st.Trial != nil || len(st.Failed) != 1 || !st.Failed[0].Lost || !strings.Contains(st.Failed[0].Sentence(time.UTC), "Mời khôi phục từ bản sao lưu") {
		t.Errorf("%+v", st)
	}
	has(t, dir, "office.yaml", "name: Trung tâm")
	has(t, dir, "versions/aside/office.db.truoc-khi-thu", "old") // for who mends it
	put(t, filepath.Join(dir, "office.yaml"), "written since")
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
	has(t, dir, "office.yaml", "written since")
}

// Cut off in the middle of putting back, it goes on where it was: a log that is back is
// not taken for one of the new program.
func TestPowerCutWhilePuttingBack(t *testing.T) {
	dir := folder(t)
	waits(t, dir, 1, "2.0.0")
	s := store(dir)
	if _, err := s.Begin(); err != nil {
		t.Fatal(err)
	}
	spoiled(t, dir)
	state := filepath.Join(dir, versions.Folder, "state.json")
	before, err := os.ReadFile(state)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	put(t, state, string(before)) // all is back, but that is not noted
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
	unspoiled(t, dir)
	if st := look(t, dir); st.Trial != nil || st.Waiting == nil || st.Cuts != 1 {
		t.Errorf("%+v", st)
	}
}

// While a command writes to the database nothing is tried: the copies would be torn.
func TestADatabaseInUse(t *testing.T) {
	dir := folder(t)
	waits(t, dir, 1, "2.0.0")
	l := flock.New(filepath.Join(dir, "office.lock"))
	if held, err := l.TryRLock(); !held || err != nil {
		t.Fatal(held, err)
	}
	s := store(dir)
	_, err := s.Begin()
	if st := look(t, dir); !errors.Is(err, versions.ErrInUse) || st.Held != versions.InUse || st.Trial != nil || st.Waiting == nil {
		t.Errorf("%v, %+v", err, st)
	}
	if err := l.Unlock(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Begin(); err != nil || look(t, dir).Held != "" {
		t.Errorf("%v, %+v", err, look(t, dir))
	}
}

// A state that cannot be read is begun anew, and the installed program runs.
func TestATornState(t *testing.T) {
	for name, text := range map[string]string{"torn": `{"good":`, "zeros": "\x00\x00", "other": `[1]`,
		"no version": `{"good":{"number":1,"version":"../../x"}}`, "a line": `{"failed":[{"version":"8\nx"}]}`,
		"a file elsewhere": `{"trial":{"copied":["../office.yaml"]},"waiting":{"version":"2.0.0"}}`,
	} {
		dir := folder(t)
		becomesGood(t, dir, 1, "2.0.0")
		put(t, filepath.Join(dir, versions.Folder, "state.json"), text)
		s := store(dir)
		if _, err := versions.Look(dir); guide.ErrorCode(err) != guide.CodeStorage || s.Settle() == nil || s.Program() != "" || s.Due() {
			t.Errorf("%s: %v", name, err)
		}
		waits(t, dir, 2, "3.0.0")
		if st := look(t, dir); st.Waiting == nil || st.Good != nil {
			t.Errorf("%s: %+v", name, st)
		}
	}
}

// No version can name a place outside its folder.
func TestFoldersOfPrograms(t *testing.T) {
	dir := t.TempDir()
	for _, version := range []string{"../../x", "1.0/..", `..\x`, "", strings.Repeat("9", 500), "ờ"} {
		home := versions.Program{Number: 3, Version: version}.Home(dir)
		if filepath.Dir(home) != filepath.Join(dir, versions.Folder) || len(filepath.Base(home)) > 60 {
			t.Errorf("%q: %s", version, home)
		}
	}
}

func TestEveryReasonHasWords(t *testing.T) {
	for _, r := range []versions.Reason{
		versions.Unstartable, versions.Ended, versions.Unopened, versions.Hung, versions.Engine, versions.Unproven, versions.Storage,
		versions.Codes, versions.Unseen, versions.Cut, versions.Damaged, versions.Unsteady, versions.NoRoom, versions.InUse,
	} {
		if r.Words() == "lý do khác" {
			t.Errorf("%s has no words", r)
		}
	}
	if versions.Reason("eaten").Words() != "lý do khác" {
		t.Error("a reason of a newer program")
	}
}
