//go:build window

package window

import (
	"bytes"
	"database/sql"
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

	"tungbuoc/backend/e2e/plot"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/sqlite"
)

// soakSessions is how many sessions the suite has. TUNGBUOC_SOAK=2000 is the long form
// (make soak), TUNGBUOC_SEED another order of them; TUNGBUOC_SOAK_FOR=30m ends it earlier.
const soakSessions = 10

// Residents come one after the other, for hours: the window goes on, the same processes,
// nobody is shut out by a false alarm, and what it holds of the machine does not grow.
func TestSoak(t *testing.T) {
	seed, sessions, long := uint64(17), soakSessions, false
	number := func(name string, bits int) (n uint64) {
		if given := os.Getenv(name); given != "" {
			var err error
			if n, err = strconv.ParseUint(given, 10, bits); err != nil {
				t.Fatal(err)
			}
		}
		return n
	}
	if n := number("TUNGBUOC_SEED", 64); n > 0 {
		seed = n
	}
	if n := number("TUNGBUOC_SOAK", 31); n > 0 {
		sessions, long = int(n), true
	}
	if !long {
		t.Parallel() // it waits half of its time, as a resident does
	}
	var limit time.Duration
	if given := os.Getenv("TUNGBUOC_SOAK_FOR"); given != "" {
		var err error
		if limit, err = time.ParseDuration(given); err != nil {
			t.Fatal(err)
		}
	}
	s := mustScreen(t, "1366x768")
	s.end = s.end.Add(time.Duration(sessions) * time.Minute)
	names, data := []string{"search"}, t.TempDir()
	usual(t, data)
	first := s.mustKioskOn(data)
	s.see("Sinh con")
	g := s.mustGlass()
	if long {
		names = append(names, "five keys", "staff", "code", "lesson", "white on black, large, English")
		s.desk(first.data)
		s.touch("Khóa bàn in")
		s.see("Sinh con")
	}
	routes := learn(s, g, names...)
	if code := first.stop(); code != 0 {
		t.Fatalf("exit code = %d", code)
	}

	// The kiosk that is watched: nobody asks it for the names of things.
	var env []string
	for _, v := range s.env {
		if !strings.HasPrefix(v, "GTK_A11Y=") && !strings.HasPrefix(v, "NO_AT_BRIDGE=") {
			env = append(env, v)
		}
	}
	k := s.mustKioskQuiet(data, append(env, "GTK_A11Y=none", "NO_AT_BRIDGE=1"))
	soak := &soak{t: t, g: g, k: k, dice: rand.New(rand.NewPCG(seed, 0)), routes: routes, out: os.Getenv("TUNGBUOC_LONG")}
	soak.run(sessions, limit)
	soak.judge(seed, long)
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// mustKioskQuiet starts the kiosk in an environment of its own.
func (s *screen) mustKioskQuiet(data string, env []string) *kiosk {
	s.t.Helper()
	before := s.env
	defer func() { s.env = before }()
	s.env = env
	return s.mustKioskOn(data)
}

// usual fills a data folder with the counts of a year, so that what stands first on the
// first screen does not change with what the soak opens.
func usual(t *testing.T, dir string) {
	t.Helper()
	made, err := sqlite.Open(t.Context(), dir, time.Now, slog.New(slog.DiscardHandler))
	if err == nil {
		err = made.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, sqlite.FileName))
	if err != nil {
		t.Fatal(err)
	}
	for i, service := range []string{"khai-sinh", "thuong-tru", "ket-hon", "tam-tru", "vneid"} {
		_, err = db.Exec("INSERT INTO usage_count (day, service, event, detail, lang, n) VALUES (?, ?, 'opened', '', 'vi', ?)",
			time.Now().Format(time.DateOnly), service, 1_000_000-100_000*i)
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// soak is one run.
type soak struct {
	t       *testing.T
	g       *glass
	k       *kiosk
	dice    *rand.Rand
	routes  []route
	out     string // folder for the table and the curves; "": none
	pids    map[string]int
	samples []sample
	again   int
	gone    map[string]int // how often each route was gone
	codes   int
	took    time.Duration
}

// sample is what is held after so many sessions.
type sample struct {
	sessions int
	after    time.Duration
	again    int
	held     map[string]held
	data     int // kB
}

// many is how many sessions lie between two samples.
func many(sessions int) int { return max(1, min(10, sessions/5)) }

// run goes on for so many sessions, or so long; a limit of 0 is none.
func (k *soak) run(sessions int, limit time.Duration) {
	k.t.Helper()
	k.gone = map[string]int{}
	end := time.Now().Add(patience)
	// The screen may still show what the kiosk before left there.
	until(k.t, end, "the kiosk's processes", func() (there bool) {
		log, _ := os.ReadFile(filepath.Join(k.k.data, "tungbuoc.log"))
		opened := bytes.LastIndex(log, []byte(`"msg":"window open"`))
		var err error
		k.pids, err = processes(k.k.cmd.Process.Pid)
		return err == nil && opened >= 0 && bytes.Contains(log[opened:], []byte(`"msg":"home ready"`))
	})
	if _, err := k.g.await(k.routes[0].stages[0].look, nil, nil, 0, end); err != nil {
		k.t.Fatalf("the first screen: %v", err)
	}
	began := time.Now()
	k.sample(0, 0)
	for n := 1; n <= sessions; n++ {
		// Each once, then as the dice say; staff come more seldom than residents.
		r := k.routes[(n-1)%len(k.routes)]
		if n > len(k.routes) {
			if r = k.routes[k.dice.IntN(len(k.routes))]; r.name == "staff" && k.dice.IntN(3) > 0 {
				r = k.routes[0]
			}
		}
		again, err := k.g.goAlong(r, time.Minute)
		k.again += again
		if err == nil { // and the next resident finds the first screen, as all do
			last := r.stages[len(r.stages)-1]
			_, err = k.g.await(k.routes[0].stages[0].look, last.look, r.stages, len(r.stages), time.Now().Add(time.Minute))
		}
		if err != nil {
			if k.out != "" {
				k.write()
			}
			k.t.Fatalf("session %d: %v", n, err)
		}
		k.gone[r.name]++
		for _, st := range r.stages {
			if st.code != "" {
				k.codes++
			}
		}
		over := limit > 0 && time.Since(began) > limit
		if n%many(sessions) == 0 || n == sessions || over {
			k.took = time.Since(began)
			k.sample(n, k.took)
			if k.out != "" {
				k.write()
			}
		}
		if over {
			return
		}
	}
}

func (k *soak) sample(n int, after time.Duration) {
	k.t.Helper()
	s := sample{sessions: n, after: after, again: k.again, held: map[string]held{}, data: size(k.k.data)}
	for part, pid := range k.pids {
		h, err := holds(pid)
		if err != nil {
			all, _ := restarts.Read(k.k.data)
			k.t.Fatalf("after session %d the process of %s, %d, cannot be read: %v; restarts: %+v", n, part, pid, err, all)
		}
		s.held[part] = h
	}
	k.samples = append(k.samples, s)
}

func (s sample) pss() (kB int) {
	for _, h := range s.held {
		kB += h.pss
	}
	return kB
}

func (s sample) fds() (n int) {
	for _, h := range s.held {
		n += h.fds
	}
	return n
}

func (s sample) threads() (n int) {
	for _, h := range s.held {
		n += h.threads
	}
	return n
}

// warm is when the caches are full: a quarter of the run.
func (k *soak) warm() []sample { return k.samples[len(k.samples)/4:] }

func curve(name string, samples []sample, y func(sample) float64) plot.Curve {
	c := plot.Curve{Name: name}
	for _, s := range samples {
		c.Points = append(c.Points, plot.Point{X: float64(s.sessions), Y: y(s)})
	}
	return c
}

func megabytes(s sample) float64 { return float64(s.pss()) / 1024 }

// judge says what was seen. In a short run only what runs away is seen.
func (k *soak) judge(seed uint64, long bool) {
	k.t.Helper()
	first, last := k.samples[0], k.samples[len(k.samples)-1]
	slope := 100 * plot.Slope(curve("", k.warm(), megabytes).Points)
	k.t.Logf("seed %d: %d sessions %v, %s each, %d codes read, %d touched twice; memory %.0f MB at first, %.0f at last, %+.2f MB for 100 sessions after the first quarter; files %d, %d; threads %d, %d; data folder %d kB, %d",
		seed, last.sessions, k.gone, (k.took / time.Duration(last.sessions)).Round(100*time.Millisecond), k.codes, k.again,
		megabytes(first), megabytes(last), slope, first.fds(), last.fds(), first.threads(), last.threads(), first.data, last.data)
	if all, err := restarts.Read(k.k.data); err != nil || len(all) > 0 {
		k.t.Errorf("false alarms: %+v, %v", all, err)
	}
	if now, err := processes(k.k.cmd.Process.Pid); err != nil || fmt.Sprint(now) != fmt.Sprint(k.pids) {
		k.t.Errorf("other processes than at first: %v, %v, %v", now, k.pids, err)
	}
	if megabytes(last) > 2*megabytes(first) || last.fds() > 2*first.fds() || last.threads() > 2*first.threads() {
		k.t.Errorf("it runs away: %+v, then %+v", first, last)
	}
	if long && last.sessions >= 500 && slope > 1 {
		k.t.Errorf("memory grows by %.2f MB for 100 sessions", slope)
	}
}

// write writes the table and the curves as they are now.
func (k *soak) write() {
	k.t.Helper()
	var table strings.Builder
	table.WriteString("sessions,seconds,touched_twice")
	for _, p := range parts {
		fmt.Fprintf(&table, ",%s_rss_kb,%s_pss_kb,%s_files,%s_threads", p.short, p.short, p.short, p.short)
	}
	table.WriteString(",all_pss_kb,data_kb\n")
	for _, s := range k.samples {
		fmt.Fprintf(&table, "%d,%.0f,%d", s.sessions, s.after.Seconds(), s.again)
		for _, p := range parts {
			h := s.held[p.short]
			fmt.Fprintf(&table, ",%d,%d,%d,%d", h.rss, h.pss, h.fds, h.threads)
		}
		fmt.Fprintf(&table, ",%d,%d\n", s.pss(), s.data)
	}
	memory := plot.Chart{Title: "Memory over whole sessions in the real window", Across: "sessions", Up: "MB, shared pages by share"}
	memory.Curves = append(memory.Curves, curve("all together", k.samples, megabytes))
	files := plot.Chart{Title: "Open files and threads over whole sessions", Across: "sessions", Up: "number"}
	files.Curves = append(files.Curves,
		curve("files", k.samples, func(s sample) float64 { return float64(s.fds()) }),
		curve("threads", k.samples, func(s sample) float64 { return float64(s.threads()) }))
	for _, p := range parts {
		memory.Curves = append(memory.Curves, curve(p.short, k.samples, func(s sample) float64 { return float64(s.held[p.short].pss) / 1024 }))
	}
	kept := plot.Chart{Title: "Data folder over whole sessions", Across: "sessions", Up: "kB"}
	kept.Curves = append(kept.Curves, curve("data folder", k.samples, func(s sample) float64 { return float64(s.data) }))
	err := errors.Join(
		os.MkdirAll(k.out, 0o755),
		os.WriteFile(filepath.Join(k.out, "soak.csv"), []byte(table.String()), 0o644),
		os.WriteFile(filepath.Join(k.out, "soak-memory.svg"), memory.SVG(), 0o644),
		os.WriteFile(filepath.Join(k.out, "soak-files.svg"), files.SVG(), 0o644),
		os.WriteFile(filepath.Join(k.out, "soak-data.svg"), kept.SVG(), 0o644))
	if err != nil {
		k.t.Error(err)
	}
}
