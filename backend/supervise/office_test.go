//go:build unix

package supervise

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/sight"
	"tungbuoc/backend/versions"
)

// o0 are the limits of these tests: the order of things is that of the kiosk, the time
// is not.
var o0 = Limits{Open: time.Hour, Silent: time.Hour, Mute: time.Hour, Lost: time.Hour, Looks: 3, Trial: 3 * time.Second, Rest: 10 * time.Millisecond}

// office is a data folder with a program that was installed.
type office struct {
	name, data, beside string
	chance             *rand.Rand
}

func newOffice(t *testing.T, name string, seed uint64) *office {
	o := &office{name: name, data: t.TempDir(), beside: t.TempDir(), chance: rand.New(rand.NewPCG(seed, 2026))}
	for file, size := range map[string]int{"office.db": 40_000, "office.db-wal": 5_000, "content.db": 20_000, "office.yaml": 300, "office-hong-20260101-080000.db": 100} {
		text := make([]byte, size+o.chance.IntN(size))
		for i := range text {
			text[i] = byte(o.chance.Uint32())
		}
		put(t, filepath.Join(o.data, file), text)
	}
	put(t, o.script("old"), o.text("old"))
	return o
}

func put(t *testing.T, name string, text []byte) {
	if err := os.WriteFile(name, text, 0o700); err != nil {
		t.Error(err)
	}
}

func (o *office) script(kind string) string { return filepath.Join(o.beside, kind) }

// text is a program: this test as a window of a kind.
func (o *office) text(kind string) []byte {
	self, _ := os.Executable()
	return fmt.Appendf(nil, "#!/bin/sh\n%s=trial:%s %s_DATA='%s' %s_BESIDE='%s' %s_MS=%d exec '%s'\n",
		role, kind, role, o.data, role, o.beside, role, o.chance.IntN(200), self)
}

// update has a program of a kind wait for its trial, as package intake does.
func (o *office) update(t *testing.T, kind string) {
	text := o.text(kind)
	switch kind {
	case "garbage":
		text = make([]byte, 3000)
		for i := range text {
			text[i] = byte(o.chance.Uint32())
		}
	case "other-machine": // a program for an IBM mainframe
		text = append([]byte("\x7fELF\x02\x02\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x16\x00\x00\x00\x01"), make([]byte, 100)...)
	}
	p := versions.Program{Number: 7, Version: "2.0.0", Size: int64(len(text)), SHA256: fmt.Sprintf("%x", sha256.Sum256(text))}
	if kind == "torn" {
		text = text[:len(text)/2]
	}
	if err := os.MkdirAll(p.Home(o.data), 0o700); err != nil {
		t.Error(err)
	}
	put(t, p.Path(o.data), text)
	put(t, filepath.Join(p.Home(o.data), versions.MemoryName), []byte("remembered"))
	if err := versions.Wait(o.data, p); err != nil {
		t.Error(err)
	}
}

// opened lists the windows that were opened, by their kind.
func (o *office) opened(t *testing.T) (kinds []string) {
	text, err := os.ReadFile(filepath.Join(o.beside, "opened"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	return strings.Fields(string(text))
}

// files is what the data folder holds.
func (o *office) files(t *testing.T) map[string][]byte {
	entries, err := os.ReadDir(o.data)
	if err != nil {
		t.Error(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		if e.Type().IsRegular() && e.Name() != "office.lock" {
			files[e.Name()], _ = os.ReadFile(filepath.Join(o.data, e.Name()))
		}
	}
	return files
}

// runUntil watches over the office's windows until something is true of the state and
// a window has been opened since. It gives how long the kiosk was not to be used.
func (o *office) runUntil(t *testing.T, done func(versions.State) bool) time.Duration {
	ctx, stop := context.WithTimeout(t.Context(), 5*time.Minute)
	defer stop()
	was := len(o.opened(t))
	var tried time.Time
	var back time.Duration
	go func() {
		defer stop()
		for ctx.Err() == nil {
			time.Sleep(10 * time.Millisecond)
			st, err := versions.Look(o.data)
			opened := o.opened(t)
			if st.Trial != nil && tried.IsZero() {
				tried = time.Now()
			}
			if err == nil && done(st) && len(opened) > was && (len(st.Failed) == 0 || opened[len(opened)-1] == "old") {
				if !tried.IsZero() {
					back = time.Since(tried)
				}
				return
			}
		}
	}()
	options := o.options()
	options.Rest = func(context.Context, int) bool { t.Errorf("%s: the maintenance screen", o.name); return true }
	Run(ctx, options)
	stop()
	if ctx.Err() == context.DeadlineExceeded {
		st, _ := versions.Look(o.data)
		t.Errorf("%s: not in time, opened %q, %+v", o.name, o.opened(t), st)
	}
	return back
}

// options are those of the office's kiosk, but for its maintenance screen.
func (o *office) options() Options {
	return Options{
		Command: []string{o.script("old")}, DataDir: o.data, Whole: true, Log: slog.New(slog.DiscardHandler), Limits: o0,
		Screen:   func() bool { return true },
		Now:      func() time.Time { return dawn },
		Eye:      o.look,
		Programs: &versions.Store{DataDir: o.data, Installed: "1.0.0", Now: func() time.Time { return dawn }, Log: slog.New(slog.DiscardHandler)},
	}
}

// last is the window that was opened last, by its kind.
func (o *office) last(t *testing.T) string {
	opened := o.opened(t)
	return append([]string{""}, opened...)[len(opened)]
}

// look looks at the glass: x is which beat it is, y is whose.
func (o *office) look(x, y, _ int) (c sight.Colour, err error) {
	text, err := os.ReadFile(filepath.Join(o.beside, "glass"))
	if err != nil {
		return c, err
	}
	var whose, beat int
	if _, err := fmt.Sscan(string(text), &whose, &beat); err != nil {
		return c, err // it is just being painted
	}
	if whose == y && beat >= x {
		c[0] = uint8(x&1) * 255
	}
	return c, nil
}

func init() { beProgram = beTrial }

// beTrial is a window that is tried, or the one that was installed.
func beTrial(kind string) int {
	data, beside := os.Getenv(role+"_DATA"), os.Getenv(role+"_BESIDE")
	ms, _ := strconv.Atoi(os.Getenv(role + "_MS"))
	delay := time.Duration(ms) * time.Millisecond
	if f, err := os.OpenFile(filepath.Join(beside, "opened"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err == nil {
		fmt.Fprintln(f, kind)
		_ = f.Close()
	}
	line := lifeline.Join()
	if line == nil {
		return 70
	}
	w := &window{line: line, glass: filepath.Join(beside, "glass")}
	switch kind {
	case "crash-at-once":
		return 3 + ms%7
	case "exit-0":
		return 0
	case "ends-politely":
		line.Say(lifeline.Word{Say: lifeline.SayEnded})
		return ms % 2
	case "endless":
		time.Sleep(time.Hour)
	case "no-database":
		w.beat(true)
		line.Say(lifeline.Word{Say: lifeline.SayUnfit, Why: lifeline.UnfitStorage})
		return 1
	case "no-code":
		w.beat(true)
		line.Say(lifeline.Word{Say: lifeline.SayUnfit, Why: lifeline.UnfitCodes})
		time.Sleep(time.Hour)
	case "dead-after":
		line.Say(lifeline.Word{Say: lifeline.SayProven})
		w.beat(true)
		time.Sleep(time.Hour)
	case "spoils-data":
		spoil(data)
		w.beat(true)
		time.Sleep(delay)
		if ms%2 == 0 {
			return 9
		}
		time.Sleep(time.Hour)
	case "leaves-a-child":
		_, _ = os.StartProcess("/bin/sleep", []string{"sleep", "30"}, &os.ProcAttr{Files: []*os.File{nil, os.Stdout, nil}})
		return 4
	case "floods", "floods-lines":
		return flood(kind == "floods-lines")
	}
	crash := time.After(time.Hour)
	switch kind {
	case "crash-early":
		crash = time.After(delay)
	case "crash-late":
		crash = time.After(o0.Trial*2/3 + delay)
	}
	later := kind == "crash-once-good" || kind == "grows-and-crashes"
	if later && !line.OnTrial() {
		crash = time.After(delay)
	}
	if kind == "black" || kind == "crash-late" || kind == "good" || later && line.OnTrial() {
		line.Say(lifeline.Word{Say: lifeline.SayProven, Grown: kind == "grows-and-crashes"})
	}
	for {
		w.beat(kind != "black" && kind != "crash-late")
		select {
		case order := <-line.Orders:
			if order == lifeline.SayStop || order == "" {
				line.Say(lifeline.Word{Say: lifeline.SayEnded})
				return 0
			}
			if later && order == lifeline.SayGood { // somebody works, and then it goes down
				_ = os.WriteFile(filepath.Join(data, "office.db"), []byte("written since"), 0o600)
				return 5
			}
		case <-crash:
			return 5
		case <-time.After(30 * time.Millisecond):
		}
	}
}

type window struct {
	line  *lifeline.Line
	glass string
	beats int
}

// beat says that the page lives; one that paints changes the glass before.
func (w *window) beat(paints bool) {
	w.beats++
	if paints {
		_ = os.WriteFile(w.glass, fmt.Appendf(nil, "%d %d", os.Getpid(), w.beats), 0o600)
	}
	w.line.Say(lifeline.Word{Say: lifeline.SayBeat, Idle: true, Mark: &lifeline.Mark{X: w.beats, Y: os.Getpid(), Side: 8, Shade: w.beats & 1}})
}

// spoil does what a program with a fault may do to a data folder.
func spoil(data string) {
	_ = os.WriteFile(filepath.Join(data, "office.db"), []byte("spoiled"), 0o600)
	_ = os.WriteFile(filepath.Join(data, "office.db-journal"), []byte("half"), 0o600)
	_ = os.Remove(filepath.Join(data, "office.db-wal"))
	_ = os.WriteFile(filepath.Join(data, "office-hong-20261201-050000.db"), []byte("aside"), 0o600)
	_ = os.WriteFile(filepath.Join(data, "office-hong-20261201-050000.db.moi"), []byte("an exchange that was decided"), 0o600)
	_ = os.Remove(filepath.Join(data, "office.yaml"))
	_ = os.WriteFile(filepath.Join(data, "content.db"), nil, 0o600)
}

// flood fills standard output with what is no word.
func flood(lines bool) int {
	out := bytes.Repeat([]byte("x"), 1<<16)
	if lines {
		out = bytes.Repeat([]byte("{\"say\":\"hello\"}\n{\n"), 1<<12)
	}
	for range 1 << 30 {
		if _, err := os.Stdout.Write(out); err != nil {
			return 1
		}
		time.Sleep(5 * time.Millisecond)
	}
	return 0
}
