package chaos

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/logbook"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// aFolder is how many processes are killed on one data folder.
const aFolder = 25

// promised is what processes said to have done on a folder.
type promised struct {
	n     int64            // of the last piece of work that was begun
	last  map[string]int64 // of the last that was done, by work
	all   map[string][]int64
	begun string // what the last process was at
}

// A process is killed with kill -9 at any moment of any work. What it said to have done
// is there, nothing is half, and the next one opens everything and goes on.
func TestKilledAtWork(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dice, at := dice(1), map[string]int{}
	var dir, stick string
	var p *promised
	for try := range *kills {
		if try%aFolder == 0 {
			dir, stick = filepath.Join(t.TempDir(), "data"), t.TempDir()
			p = &promised{last: map[string]int64{}, all: map[string][]int64{}}
		}
		lines, pause, own := dice.IntN(40), time.Duration(dice.IntN(15_000))*time.Microsecond, dice.Uint64()
		if dice.IntN(6) == 0 {
			lines = 0 // while it opens
		}
		told := fmt.Sprintf("%s|%s|%d|%d", dir, stick, p.n+1, own)
		p.kill(t, program, told, lines, pause)
		at[p.begun]++
		if t.Failed() || !p.kept(t, dir, stick) {
			t.Fatalf("try %d of seed %d, killed while %s", try, *seed, p.begun)
		}
	}
	t.Logf("seed %d, %d kills; killed while:", *seed, *kills)
	for _, name := range slices.Sorted(maps.Keys(at)) {
		t.Logf("%5d %s", at[name], name)
	}
}

// kill lets a process work and kills it a little after it has written so many lines.
func (p *promised) kill(t *testing.T, program, told string, lines int, pause time.Duration) {
	t.Helper()
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), workIn+"="+told)
	var wrong bytes.Buffer
	cmd.Stderr = &wrong
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	p.begun = "opening"
	seen := bufio.NewScanner(out)
	for n := 0; seen.Scan(); n++ {
		f := strings.Fields(seen.Text())
		if len(f) == 3 {
			number, _ := strconv.ParseInt(f[2], 10, 64)
			p.n, p.begun = number, f[1]
			if f[0] == "done" {
				p.last[f[1]], p.begun = number, "between two works"
				p.all[f[1]] = append(p.all[f[1]], number)
			}
		}
		if n == lines {
			time.Sleep(pause) // so that the kill falls anywhere between two lines
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait() // it was killed: that is its error
	if wrong.Len() > 0 {
		t.Errorf("it said: %s", wrong.String())
	}
}

// kept looks whether everything promised is there, and whole.
func (p *promised) kept(t *testing.T, dir, stick string) bool {
	t.Helper()
	ctx := context.Background()
	db, err := sqlite.Open(ctx, dir, func() time.Time { return day(p.n) }, quiet())
	if err != nil {
		t.Error(err)
		return false
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := db.Check(ctx); err != nil || db.SetAside() != "" {
		t.Errorf("taken for damaged: %q, %v", db.SetAside(), err)
	}
	least := func(work string, got int64, err error) {
		if err != nil || got < p.last[work] {
			t.Errorf("%s: %d is kept, %d was done; %v", work, got, p.last[work], err)
		}
	}
	opened, err := db.Opened(ctx, 10_000)
	// One more may be on the disk for each process that was killed at it.
	if got, done := opened["khai-sinh"], len(p.all["count"]); err != nil || got < done || got > done+aFolder {
		t.Errorf("%d counts, %d were done; %v", got, done, err)
	}
	note, err := db.Note(ctx, "khai-sinh")
	least("note", number(note.Draft), err)
	note, err = db.Note(ctx, "ket-hon")
	least("shown", number(note.Shown), err)
	draft, err := db.WordingDraft(ctx, "khai-sinh/ten-chau")
	least("sentence", number(draft.Say), err)
	details, err := db.OfficeDetails(ctx)
	if len(details) > 0 {
		least("detail", number(details[0].Draft), err)
	} else {
		least("detail", 0, err)
	}
	setting, err := db.Setting(ctx, "printer")
	least("setting", number(setting), err)

	trail, err := db.Trail(ctx, 0, -1)
	has := map[string]bool{}
	for _, line := range trail {
		has[string(line.What)+line.Subject] = true
	}
	people, err2 := db.People(ctx)
	for _, person := range people {
		has[person.Name] = true
	}
	batches, err3 := db.Batches(ctx, -1)
	for _, b := range batches {
		has["batch"+b.Hamlet] = len(b.Services) == 1
	}
	if err != nil || err2 != nil || err3 != nil {
		t.Errorf("%v, %v, %v", err, err2, err3)
	}
	for work, forms := range map[string][]string{"trail": {"opened%d"}, "person": {"Người %d", "added%d"}, "batch": {"batch%d"}} {
		for _, n := range p.all[work] {
			for _, form := range forms {
				if want := fmt.Sprintf(form, n); !has[want] {
					t.Errorf("%s: %q is lost", work, want)
				}
			}
		}
	}
	p.files(t, dir, stick)
	return !t.Failed()
}

// files looks at what lies beside the database, and on the stick.
func (p *promised) files(t *testing.T, dir, stick string) {
	t.Helper()
	ctx := context.Background()
	for _, n := range p.all["backup"] {
		if _, err := os.Stat(filepath.Join(stick, fmt.Sprintf("%d.zip", n))); err != nil {
			t.Error(err)
		}
	}
	whole, _ := filepath.Glob(filepath.Join(stick, "*.zip"))
	for _, file := range whole[max(0, len(whole)-3):] {
		if _, err := backup.Look(file); err != nil {
			t.Errorf("a backup is half: %s, %v", file, err)
		}
	}
	copies, _ := filepath.Glob(filepath.Join(dir, sqlite.SpareFolder, "office-*.db"))
	if p.last["copy"] > 0 && len(copies) == 0 {
		t.Error("the copy is lost")
	}
	for _, file := range copies {
		one := t.TempDir()
		data, err := os.ReadFile(file)
		if err == nil {
			err = os.WriteFile(filepath.Join(one, sqlite.FileName), data, 0o600)
		}
		if err == nil {
			err = sqlite.CheckFile(ctx, one)
		}
		if err != nil {
			t.Errorf("a copy is half: %s, %v", file, err)
		}
	}
	if content, err := sqlite.OpenContent(ctx, dir, quiet()); err != nil {
		t.Error(err)
	} else {
		size, err := content.CatalogueSize(ctx)
		if done := len(p.all["import"]); err != nil || done > 0 && size == 0 {
			t.Errorf("%d entries of the catalogue after %d imports; %v", size, done, err)
		}
		if err := content.Close(); err != nil {
			t.Error(err)
		}
	}
	if code, err := staff.NewSetup(dir).Code(); err != nil || len(code) != staff.CodeLength {
		t.Errorf("set-up code %q, %v", code, err)
	}
	all, err := restarts.Read(dir)
	if last := p.last["restart"]; err != nil || last > 0 && (len(all) == 0 || int64(all[len(all)-1].Up) < last) {
		t.Errorf("%d restarts, %d was the last; %v", len(all), last, err)
	}
	log, _ := os.ReadFile(filepath.Join(dir, logbook.Name))
	lines := map[int64]bool{}
	for line := range bytes.Lines(log) {
		var said struct{ N int64 }
		if err := json.Unmarshal(line, &said); err != nil {
			t.Errorf("in the log stands %q", line)
		}
		lines[said.N] = true
	}
	for _, n := range p.all["log"] {
		if !lines[n] {
			t.Errorf("the log has lost line %d", n)
		}
	}
}

// number is that at the end of a text, 0 where none is.
func number(text string) int64 {
	n, _ := strconv.ParseInt(text[strings.LastIndexByte(text, ' ')+1:], 10, 64)
	return n
}
