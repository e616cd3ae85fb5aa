//go:build linux

package main

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// lessonFigures is what the lessons weigh and take.
type lessonFigures struct {
	services, guides, steps, screens int
	open, load, check                time.Duration // medians
	words                            int64         // of the pack's files, bytes
	pictures                         int64         // of all drawn screens as SVG, bytes
	stepping                         []float64     // ms from a touch to the next step in the window, sorted
	opening                          [][]float64   // the same to the screens of ways
}

const lessonRounds = 5

// ways are the ways of opening_time.py, and what each is.
var ways = []struct{ name, does string }{
	{"topic", "a tile of the first screen to its topic"},
	{"service", "a card of a topic to the service's page, with its code"},
	{"group", "a group of a topic to its services"},
}

func measureLessons() (*lessonFigures, error) {
	f := &lessonFigures{}
	pack := content.Shipped()
	var lib *content.Library
	f.open = medianTime(lessonRounds, func() { lib, _ = content.Open(pack) })
	f.load = medianTime(lessonRounds, func() { lib, _ = content.Load(pack) })
	var report *content.Report
	f.check = medianTime(lessonRounds, func() { _, report = content.Check(pack, time.Now()) })
	if lib == nil {
		return nil, fmt.Errorf("the pack has errors: %v", report.Errors)
	}
	f.services, f.guides, f.steps, f.screens = report.Services, report.Guides, report.Steps, report.Screens
	err := fs.WalkDir(pack, ".", func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		f.words += info.Size()
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("pack size: %w", err)
	}
	draw := func(steps []guide.Step) {
		for _, st := range steps {
			if st.Screen != nil {
				f.pictures += int64(len(picture.Draw(*st.Screen, func(s string) string { return s }).SVG()))
			}
		}
	}
	for _, s := range lib.Pack.Services {
		draw(s.Steps)
	}
	for _, fl := range lib.Pack.Flows {
		draw(fl.Steps)
	}
	if f.stepping, err = watchWindow("stepping_time.py"); err != nil {
		return nil, err
	}
	for _, way := range ways {
		times, err := watchWindow("opening_time.py", way.name)
		if err != nil {
			return nil, err
		}
		f.opening = append(f.opening, times)
	}
	return f, nil
}

func medianTime(rounds int, do func()) time.Duration {
	times := make([]time.Duration, rounds)
	for i := range times {
		began := time.Now()
		do()
		times[i] = time.Since(began)
	}
	slices.Sort(times)
	return times[rounds/2]
}

func (f *lessonFigures) Text() string {
	var b strings.Builder
	n := len(f.stepping)
	fmt.Fprintf(&b, `
## Lessons

%d services, %d full lessons, %d written steps, %d drawn screens.

| figure | value | wanted |
|---|---|---|
| opening the compiled pack, as at every start | %.1f ms | ≤ 15 ms |
| reading and validating the YAML of the whole pack, for writers | %d ms | ≤ 200 ms |
| the whole content check: proofreading, every combination of answers, translations, reading levels | %d ms | ≤ 1 s |
| text of the pack, with English and what people tell | %.2f MB | |
| all drawn screens as SVG | %.2f MB | text and pictures ≤ 5 MB |
| from a touch to the next step on the glass, real window (%d steps, forth and back): p50, p95 | %.0f ms, %.0f ms | p95 ≤ 50 ms |
`, f.services, f.guides, f.steps, f.screens, float64(f.open.Microseconds())/1000, f.load.Milliseconds(), f.check.Milliseconds(),
		float64(f.words)/1e6, float64(f.pictures)/1e6, n, f.stepping[n/2], f.stepping[n*95/100])
	for i, way := range ways {
		times := f.opening[i]
		n := len(times)
		fmt.Fprintf(&b, "| from a touch on %s, real window (%d times): p50, p95 | %.0f ms, %.0f ms | |\n", way.does, n, times[n/2], times[n*95/100])
	}
	return b.String()
}
