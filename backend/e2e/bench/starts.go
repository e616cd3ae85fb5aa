//go:build linux

package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
)

const emptyWindow = "build/bin/emptywindow"

// round is one start of each program, one after the other.
type round struct{ first, second, empty, chromium sample }

// starts is what starting the programs in turn gave.
type starts struct{ rounds []round }

// measureStarts starts the kiosk, an empty window and Chromium in turn.
func measureStarts(runs int) (*starts, error) {
	server := "build/bin/e2e-server"
	for _, args := range [][]string{
		{"build", "-o", server, "./backend/e2e/server"},
		{"build", "-tags", "desktop,production,webkit2_41", "-trimpath", "-ldflags", "-s -w", "-o", emptyWindow, "./build/tools/emptywindow"},
	} {
		if msg, err := exec.Command("go", args...).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("go %s: %w: %s", strings.Join(args, " "), err, msg)
		}
	}
	st := &starts{}
	for i := range runs + 1 { // the first round only warms the caches
		r, err := measureRound(server, i%2 == 1)
		if err != nil {
			return nil, err
		}
		fmt.Printf("round %d: kiosk %4.0f ms %5.1f MB, again %4.0f ms %5.1f MB, empty window %4.0f ms %5.1f MB, chromium %4.0f ms %5.1f MB\n", i,
			r.first.start, r.first.memory, r.second.start, r.second.memory, r.empty.start, r.empty.memory, r.chromium.start, r.chromium.memory)
		if i > 0 {
			st.rounds = append(st.rounds, r)
		}
	}
	return st, nil
}

func measureRound(server string, backwards bool) (round, error) {
	data, err := os.MkdirTemp("", "tungbuoc-bench-")
	if err != nil {
		return round{}, err
	}
	defer os.RemoveAll(data)
	var r round
	measures := []struct {
		name string
		do   func() error
	}{
		{"kiosk", func() (err error) {
			if r.first, err = measureKiosk(data); err != nil {
				return err
			}
			r.second, err = measureKiosk(data)
			return err
		}},
		{"empty window", func() (err error) { r.empty, err = measureEmpty(); return err }},
		{"chromium", func() (err error) { r.chromium, err = measureChromium(server); return err }},
	}
	if backwards {
		slices.Reverse(measures)
	}
	for _, m := range measures {
		if err := m.do(); err != nil {
			return r, fmt.Errorf("%s: %w", m.name, err)
		}
	}
	return r, nil
}

// median is the middle of what of says about each round.
func (st *starts) median(of func(round) float64) float64 {
	values := make([]float64, len(st.rounds))
	for i, r := range st.rounds {
		values[i] = of(r)
	}
	slices.SortFunc(values, cmp.Compare)
	return values[len(values)/2]
}

// Text writes the starts' part of the report.
func (st *starts) Text() string {
	var b strings.Builder
	table := func(title string, of func(sample) float64, wantOver, wantOf string) {
		fmt.Fprintf(&b, "\n| %s (median of %d) | value | over the empty window | of the empty window | of Chromium |\n|---|---|---|---|---|\n", title, len(st.rounds))
		row := func(name string, pick func(round) sample) {
			value := func(r round) float64 { return of(pick(r)) }
			fmt.Fprintf(&b, "| %s | %.0f | %+.0f | %.2f | %.2f |\n", name, st.median(value),
				st.median(func(r round) float64 { return value(r) - of(r.empty) }),
				st.median(func(r round) float64 { return value(r) / of(r.empty) }),
				st.median(func(r round) float64 { return value(r) / of(r.chromium) }))
		}
		row("Từng Bước, first start on a new data folder", func(r round) sample { return r.first })
		row("**Từng Bước, every later start**", func(r round) sample { return r.second })
		row("empty Wails window", func(r round) sample { return r.empty })
		row("Chromium, kiosk mode, the same pages", func(r round) sample { return r.chromium })
		fmt.Fprintf(&b, "| *wanted* | | *%s* | | *%s* |\n", wantOver, wantOf)
	}
	table("process start to usable home screen, ms", func(s sample) float64 { return s.start }, "≤ +60", "≤ 0.78, stretch 0.75")
	table("memory of the process tree at home, MB", func(s sample) float64 { return s.memory }, "≤ +35", "≤ 0.75, stretch 0.70")
	return b.String()
}
