package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tungbuoc/backend/e2e/plot"
)

// longDir is where make soak and make chaos leave what they measured. They take hours, so
// that it is only read here.
const longDir = "docs/benchmarks"

// longRuns are what months do to a kiosk.
type longRuns struct {
	soak     []map[string]float64 // a row every so many sessions; nil: no run
	failures map[string][]float64 // seconds until home, by what was done
	order    []string
}

func measureLong() (*longRuns, error) {
	soak, err := readTable(filepath.Join(longDir, "soak.csv"))
	if err != nil {
		return nil, err
	}
	l := &longRuns{failures: map[string][]float64{}}
	for _, row := range soak {
		numbers := map[string]float64{}
		for name, cell := range row {
			if numbers[name], err = strconv.ParseFloat(cell, 64); err != nil {
				return nil, fmt.Errorf("soak.csv: %w", err)
			}
		}
		l.soak = append(l.soak, numbers)
	}
	failures, err := readTable(filepath.Join(longDir, "failures.csv"))
	if err != nil {
		return nil, err
	}
	for _, row := range failures {
		seconds, err := strconv.ParseFloat(row["seconds"], 64)
		if err != nil {
			return nil, fmt.Errorf("failures.csv: %w", err)
		}
		name := row["failure"]
		if !slices.Contains(l.order, name) {
			l.order = append(l.order, name)
		}
		l.failures[name] = append(l.failures[name], seconds)
	}
	return l, nil
}

// readTable reads a table by the names of its columns; nil where there is none.
func readTable(name string) ([]map[string]string, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, fmt.Errorf("%s: %d rows, %w", name, len(rows), err)
	}
	var table []map[string]string
	for _, cells := range rows[1:] {
		row := map[string]string{}
		for i, cell := range cells {
			row[rows[0][i]] = cell
		}
		table = append(table, row)
	}
	return table, nil
}

// sum adds the columns whose names end so.
func sum(row map[string]float64, end string) (total float64) {
	for name, v := range row {
		if strings.HasSuffix(name, end) {
			total += v
		}
	}
	return total
}

// growth is what was found of it.
const growth = `What grows is the process of the page, in WebKitGTK 2.50: about 0.4 MB with each screen, whatever stands on it. It
is none of the page's own memory (nodes and listeners in Chromium are the same after 10 and 40 visits, WebKit's
JavaScript heap stays at 6 MB, no text of a screen that went is found in the process), a page made anew does not give
it back, and no setting of the engine that was tried changes it (compositing, threads that paint, the JIT, the
allocator). A static page that swaps two screens' HTML shows it, too, more with CSS animations and less with fewer
elements. So the window is opened anew when that process holds more than 600 MB and nobody has been there for three
minutes, and every night.

`

// Text is the section of the long runs.
func (l *longRuns) Text() string {
	var b strings.Builder
	b.WriteString("## Long runs\n\n")
	if len(l.soak) > 1 {
		first, last := l.soak[0], l.soak[len(l.soak)-1]
		var warm []plot.Point // a quarter of the run fills the caches
		for _, row := range l.soak[len(l.soak)/4:] {
			warm = append(warm, plot.Point{X: row["sessions"], Y: row["all_pss_kb"] / 1024})
		}
		fmt.Fprintf(&b, "Whole sessions of residents in the real window, one after the other (`make soak`), no restart by the watcher.\n\n")
		b.WriteString("| figure | value | wanted |\n|---|---|---|\n")
		fmt.Fprintf(&b, "| sessions, each | %.0f, %.1f s | 2000 |\n", last["sessions"], last["seconds"]/last["sessions"])
		fmt.Fprintf(&b, "| memory by share, all processes, at first and at last | %.0f MB, %.0f MB | |\n", first["all_pss_kb"]/1024, last["all_pss_kb"]/1024)
		fmt.Fprintf(&b, "| growth for 100 sessions after the first quarter | %+.1f MB | ≤ 1 MB |\n", 100*plot.Slope(warm))
		fmt.Fprintf(&b, "| memory of the launcher, which watches | %.0f MB | ≤ 12 MB |\n", last["launcher_pss_kb"]/1024)
		fmt.Fprintf(&b, "| open files, at first and at last; threads | %.0f, %.0f; %.0f, %.0f | |\n", sum(first, "_files"), sum(last, "_files"), sum(first, "_threads"), sum(last, "_threads"))
		fmt.Fprintf(&b, "| data folder, at first and at last | %.1f MB, %.1f MB | |\n\n", first["data_kb"]/1024, last["data_kb"]/1024)
		b.WriteString("![Memory](benchmarks/soak-memory.svg)\n![Open files and threads](benchmarks/soak-files.svg)\n![Data folder](benchmarks/soak-data.svg)\n\n")
	}
	if len(l.soak) > 1 {
		b.WriteString(growth)
	}
	if len(l.order) > 0 {
		b.WriteString("Failures brought about in the real window, and how long it takes until home is there again (`make chaos`):\n\n")
		b.WriteString("| failure | times | median, s | longest, s | wanted |\n|---|---|---|---|---|\n")
		for _, name := range l.order {
			took := slices.Sorted(slices.Values(l.failures[name]))
			want := "< 10"
			if strings.HasPrefix(name, "covered") {
				want = "noticed ≤ 30"
			}
			fmt.Fprintf(&b, "| %s | %d | %.1f | %.1f | %s |\n", name, len(took), (took[(len(took)-1)/2]+took[len(took)/2])/2, took[len(took)-1], want)
		}
		b.WriteString("\n")
	}
	return b.String()
}
