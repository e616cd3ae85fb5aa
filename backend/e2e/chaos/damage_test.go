package chaos

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/logbook"
	"tungbuoc/backend/maintenance"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// spoils are what can happen to a file.
var spoils = []struct {
	name string
	do   func(dice *rand.Rand, file string, data []byte) error
}{
	{"cut off", func(dice *rand.Rand, file string, data []byte) error {
		return os.Truncate(file, int64(dice.IntN(max(1, len(data)))))
	}},
	{"bits turned", func(dice *rand.Rand, file string, data []byte) error {
		for range 1 + len(data)/500 {
			if len(data) > 0 {
				data[dice.IntN(len(data))] ^= 1 << dice.IntN(8)
			}
		}
		return os.WriteFile(file, data, 0o600)
	}},
	{"zeroes from somewhere on", func(dice *rand.Rand, file string, data []byte) error { // as some disks leave it
		if len(data) > 0 {
			clear(data[dice.IntN(len(data)):])
		}
		return os.WriteFile(file, data, 0o600)
	}},
	{"emptied", func(_ *rand.Rand, file string, _ []byte) error { return os.Truncate(file, 0) }},
	{"something else", func(dice *rand.Rand, file string, data []byte) error {
		for i := range data {
			data[i] = byte(dice.Uint32())
		}
		return os.WriteFile(file, append(data, "something else"...), 0o600)
	}},
	{"a folder", func(_ *rand.Rand, file string, _ []byte) error {
		return errors.Join(os.Remove(file), os.Mkdir(file, 0o700), os.WriteFile(filepath.Join(file, "x"), nil, 0o600))
	}},
	{"gone", func(_ *rand.Rand, file string, _ []byte) error { return os.Remove(file) }},
	{"read-only", func(_ *rand.Rand, file string, _ []byte) error { return os.Chmod(file, 0o400) }},
}

// house is a place where a kiosk can be opened by somebody who is not root, whom
// nothing would be read-only for.
type house struct {
	dir, data, program string
}

func mustHouse(t *testing.T) house {
	t.Helper()
	dir := t.TempDir()
	h := house{dir: dir, data: filepath.Join(dir, "data"), program: filepath.Join(dir, "program")}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	all, err := os.ReadFile(program)
	err = errors.Join(err, os.WriteFile(h.program, all, 0o755), os.CopyFS(filepath.Join(dir, "pack"), os.DirFS("../../content/testdata/frozen")),
		os.Mkdir(filepath.Join(dir, "out"), 0o700), os.Chmod(filepath.Dir(dir), 0o755))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// fill makes the folder of an office that has been at work for a while, as a killed
// kiosk leaves it: with the log of the database beside it.
func (h house) fill(t *testing.T) {
	t.Helper()
	ctx, filled := context.Background(), filepath.Join(h.dir, "filled")
	now := time.Now()
	db, err := sqlite.Open(ctx, filled, func() time.Time { return now }, quiet())
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = db.SaveDraft(ctx, guide.Note{Target: "khai-sinh", Draft: noteText, Sequence: 1})
	if err == nil {
		err = db.ShowDraft(ctx, guide.Note{Target: "khai-sinh", Sequence: 1})
	}
	if err == nil {
		_, err = db.KeepPeople(ctx, []guide.Person{{Name: "Lan", Role: guide.RoleAdmin, PIN: "-"}}, nil, guide.Noted{Who: "Lan", What: guide.DeedAdded})
	}
	for i := range 300 {
		if err == nil {
			err = db.AddToTrail(ctx, guide.Noted{Who: "Lan", What: guide.DeedOpened, Subject: fmt.Sprint(i)})
		}
	}
	if err == nil {
		_, err = db.KeepSpare(ctx)
	}
	if err == nil {
		err = db.Count(ctx, guide.Count{Service: "vneid", Event: guide.EventOpened, Lang: "vi"})
	}
	card, cerr := maintenance.Card{Office: office}.Text()
	err = errors.Join(err, cerr,
		os.WriteFile(filepath.Join(filled, content.OfficeName), []byte("name: "+office+"\n"), 0o600),
		os.WriteFile(filepath.Join(filled, maintenance.CardName), card, 0o600),
		os.CopyFS(h.data, os.DirFS(filled)),
		db.Close())
	if err != nil {
		t.Fatal(err)
	}
	h.give(t)
	if f := h.open(t); len(f.Wrong) > 0 || f.Notice != "" || f.Office != office || f.People != 1 || f.Note != noteText {
		t.Fatalf("a sound folder: %+v", f)
	}
}

// give gives everything to who opens the kiosk.
func (h house) give(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(h.dir, func(path string, _ fs.DirEntry, err error) error {
		if err == nil && os.Getuid() == 0 {
			err = os.Lchown(path, nobody, nobody)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// open opens the kiosk in a process of its own: one that crashes, or does not come to
// its end, is seen.
func (h house) open(t *testing.T) (f found) {
	t.Helper()
	report := filepath.Join(h.dir, "out", "report.json")
	_ = os.Remove(report)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, h.program)
	cmd.Dir = h.dir
	cmd.Env = append(os.Environ(), openIn+"="+h.data, "HOME="+h.dir)
	notRoot(cmd)
	out, err := cmd.CombinedOutput()
	if err != nil || bytes.Contains(out, []byte("panic")) {
		t.Errorf("opening: %v\n%s", err, out)
		return f
	}
	data, err := os.ReadFile(report)
	if err == nil {
		err = json.Unmarshal(data, &f)
	}
	if err != nil {
		t.Error(err)
	}
	return f
}

// Every file of the data folder, spoiled in every way: the kiosk opens and serves, says
// what is wrong in words, and loses nothing of the rest.
func TestSpoiledFiles(t *testing.T) {
	h := mustHouse(t)
	h.fill(t)
	sound := filepath.Join(h.dir, "sound")
	if err := os.Rename(h.data, sound); err != nil {
		t.Fatal(err)
	}
	var files []string
	err := fs.WalkDir(os.DirFS(sound), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("seed %d: %d files: %s", *seed, len(files), strings.Join(files, " "))
	for _, name := range []string{sqlite.FileName, sqlite.FileName + "-wal", sqlite.ContentName, content.OfficeName, logbook.Name, restarts.Name, maintenance.CardName} {
		if !slices.Contains(files, name) {
			t.Errorf("there is no %s to spoil", name)
		}
	}
	for i, name := range files {
		for j, spoil := range spoils {
			if !*every && name != sqlite.FileName && j%len(files) != i%len(spoils) {
				continue
			}
			t.Run(name+" "+spoil.name, func(t *testing.T) {
				if err := errors.Join(os.RemoveAll(h.data), os.CopyFS(h.data, os.DirFS(sound))); err != nil {
					t.Fatal(err)
				}
				file := filepath.Join(h.data, filepath.FromSlash(name))
				data, err := os.ReadFile(file)
				if err == nil {
					err = spoil.do(dice(uint64(100*i+j)), file, data)
				}
				if err != nil {
					t.Fatal(err)
				}
				h.give(t)
				h.judge(t, name, spoil.name, sound)
			})
		}
	}
}

func (h house) judge(t *testing.T, name, spoil, sound string) {
	t.Helper()
	f := h.open(t)
	if f.Tiles == 0 || f.Service == "" || f.Codes == 0 || f.Hits == 0 || len(f.Wrong) > 0 {
		t.Errorf("residents are not served: %+v", f)
	}
	database := strings.HasPrefix(name, sqlite.FileName)
	kept := f.People == 1 && f.Note == noteText
	switch {
	case kept:
	case f.Notice != "" && (database || strings.HasSuffix(name, ".lock")):
		t.Logf("%s %s: %s", name, spoil, f.Notice)
	default:
		t.Errorf("people and notes are lost without a word: %+v", f)
	}
	if database && (spoil == "cut off" || spoil == "something else" || spoil == "bits turned" || spoil == "emptied" || spoil == "gone") && !kept {
		t.Errorf("there is a copy, and it was not taken: %+v", f)
	}
	// A text that is cut off and still can be read says what it says.
	if !strings.HasPrefix(office, f.Office) || f.Office == "" && f.Notice == "" && spoil != "emptied" && spoil != "gone" && spoil != "cut off" {
		t.Errorf("the office's name is lost without a word: %+v", f)
	}
	if f.Counted != "" && f.Notice == "" {
		t.Errorf("nothing is counted, and nobody is told: %+v", f)
	}
	// What was not spoiled is as it was: copies of the database, and what the office wrote.
	for _, file := range []string{content.OfficeName, maintenance.CardName} {
		if file != name {
			h.same(t, sound, file)
		}
	}
	copies, _ := filepath.Glob(filepath.Join(sound, sqlite.SpareFolder, "*.db"))
	for _, file := range copies {
		if rest, _ := filepath.Rel(sound, file); rest != filepath.FromSlash(name) {
			h.same(t, sound, rest)
		}
	}
	for _, said := range []string{f.Notice, f.Doctor} {
		if strings.Contains(said, "sqlite") || strings.Contains(said, "no such file") || strings.Contains(said, "permission denied") {
			t.Errorf("these are no words for staff: %s", said)
		}
	}
	if !*every {
		return
	}
	if again := h.open(t); again.Tiles == 0 || again.Hits == 0 || again.People != f.People || again.Note != f.Note {
		t.Errorf("the next start: %+v, before it %+v", again, f)
	}
}

func (h house) same(t *testing.T, sound, name string) {
	t.Helper()
	want, err1 := os.ReadFile(filepath.Join(sound, name))
	got, err2 := os.ReadFile(filepath.Join(h.data, name))
	if err1 != nil || err2 != nil || !bytes.Equal(want, got) {
		t.Errorf("%s has changed, which nobody spoiled: %v, %v", name, err1, err2)
	}
}

// The set-up code of an office that has not begun can be read again, or it is said why not.
func TestSpoiledSetupCode(t *testing.T) {
	for i, spoil := range spoils {
		dir := t.TempDir()
		setup := staff.NewSetup(dir)
		if _, err := setup.Code(); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(setup.Path())
		if err == nil {
			err = spoil.do(dice(uint64(1000+i)), setup.Path(), data)
		}
		if err != nil {
			t.Fatal(err)
		}
		var said *guide.Error
		if code, err := setup.Code(); err == nil && len(code) != staff.CodeLength || err != nil && !errors.As(err, &said) {
			t.Errorf("%s: %q, %v", spoil.name, code, err)
		}
	}
}
