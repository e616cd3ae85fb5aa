//go:build linux

// Command bench measures the kiosk's figures on the machine at hand and writes
// them to docs/benchmarks.md: start to usable home screen and memory, beside an
// empty Wails window and beside Chromium in kiosk mode showing the same pages
// from the same Go code, in the same run; the size of the pages' script; and
// the Go benchmarks.
//
// Run it with make bench: it needs a screen (a virtual one will do), a built
// build/bin/tungbuoc, and nothing else running.
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// texter is what measuring one part gave, ready for the report.
type texter interface{ Text() string }

// part is what can be measured alone.
type part struct {
	name, does string
	measure    func() (texter, error)
	only       *bool // set by its flag
}

// lastParts are parts that come last and may fail when a screen or a tool was changed:
// what was measured before them is kept.
func lastParts() []part {
	return []part{
		{"desk", "staff's work", func() (texter, error) { return measureDesk() }, nil},
		{"damage", "damaging printed codes", func() (texter, error) { return measureDamage() }, nil},
		{"long", "reading what the long runs left", func() (texter, error) { return measureLong() }, nil},
	}
}

func main() {
	out := flag.String("out", "docs/benchmarks.md", "file to write")
	catalogue := flag.String("catalogue", "../shared/domain/national-catalogue.jsonl", "national catalogue, left out if missing")
	runs := flag.Int("runs", 7, "runs of each program")
	parts := []part{
		{"starts", "starting the programs", func() (texter, error) { return measureStarts(*runs) }, nil},
		{"search", "the search", func() (texter, error) { return measureSearch(*catalogue) }, nil},
		{"lessons", "the lessons", func() (texter, error) { return measureLessons() }, nil},
		{"paper", "the print", func() (texter, error) { return measurePaper() }, nil},
	}
	parts = append(parts, lastParts()...)
	for i := range parts {
		parts[i].only = flag.Bool(parts[i].name, false, "measure "+parts[i].does+" only and print it")
	}
	flag.Parse()
	for _, p := range parts {
		if !*p.only {
			continue
		}
		measured, err := p.measure()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(measured.Text())
		return
	}
	if err := run(*out, *catalogue, *runs); err != nil {
		log.Fatal(err)
	}
}

func run(out, catalogue string, runs int) error {
	st, err := measureStarts(runs)
	if err != nil {
		return err
	}
	first, script, err := scriptSize("frontend/dist/assets")
	if err != nil {
		return err
	}
	goBench, err := goBenchmarks()
	if err != nil {
		return err
	}
	searched, err := measureSearch(catalogue)
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	if searched.typing, err = watchWindow("typing_time.py"); err != nil {
		return err
	}
	lessons, err := measureLessons()
	if err != nil {
		return err
	}
	printed, err := measurePaper()
	if err != nil {
		return err
	}
	sections := lessons.Text() + searched.Text() + printed.Text()
	var failed []error
	for _, p := range lastParts() {
		measured, err := p.measure()
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", p.does, err))
			continue
		}
		sections += measured.Text()
	}
	if err := os.WriteFile(out, report(st, first, script, goBench, sections), 0o644); err != nil {
		return err
	}
	return errors.Join(failed...)
}

// scriptSize is the pages' JavaScript, gzipped, in bytes: what the first
// screen reads, and all of the resident's.
func scriptSize(dir string) (first, total int, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.js"))
	if err != nil || len(files) == 0 {
		return 0, 0, fmt.Errorf("no scripts in %s: %v", dir, err)
	}
	for _, f := range files {
		if strings.Contains(strings.ToLower(filepath.Base(f)), "staff-") {
			continue // only who opens the staff door reads it
		}
		data, err := os.ReadFile(f)
		if err != nil {
			return 0, 0, err
		}
		var b bytes.Buffer
		w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if _, err := w.Write(data); err != nil {
			return 0, 0, err
		}
		if err := w.Close(); err != nil {
			return 0, 0, err
		}
		total += b.Len()
		if strings.HasPrefix(filepath.Base(f), "index-") {
			first += b.Len()
		}
	}
	return first, total, nil
}

var benchLine = regexp.MustCompile(`(?m)^Benchmark(\S+?)-\d+\s+\d+\s+([\d.]+) ns/op`)

// goBenchmarks runs the Go benchmarks and gives nanoseconds by name.
func goBenchmarks() (map[string]float64, error) {
	out, err := exec.Command("go", "test", "-run", "^$", "-bench", ".", "-count", "1",
		"./backend/content", "./backend/qr", "./backend/picture", "./backend/sqlite").CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("go benchmarks: %w: %s", err, out)
	}
	found := map[string]float64{}
	for _, m := range benchLine.FindAllStringSubmatch(string(out), -1) {
		found[m[1]], _ = strconv.ParseFloat(m[2], 64) // the pattern matches numbers only
	}
	return found, nil
}

func report(st *starts, first, script int, goBench map[string]float64, sections string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `# Benchmarks

Written by `+"`make bench`"+` on %s, %d cores, %s %s/%s. Milliseconds of a shared machine move from
day to day; the ratios of one run are what to compare.
`, time.Now().Format(time.DateOnly), runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	b.WriteString(st.Text())
	fmt.Fprintf(&b, `
| figure | value | wanted |
|---|---|---|
| JavaScript the resident's first screen reads, gzipped | %.1f kB | ≤ 55 kB |
| all of the resident's, the keyboard on the glass included | %.1f kB | ≤ 70 kB |
| QR code, encode and read back, cold | %.2f ms | |
| the same, cached | %.0f ns | |
| a drawn phone to SVG | %.0f µs | |
`, float64(first)/1000, float64(script)/1000, goBench["EncodeCold"]/1e6, goBench["EncodeCached"], goBench["Draw"]/1e3)

	b.WriteString("\nGo benchmarks, ns/op: ")
	names := make([]string, 0, len(goBench))
	for name := range goBench {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s %.0f", name, goBench[name])
	}
	b.WriteString(".\n")
	b.WriteString(sections)
	b.WriteString(method)
	return b.Bytes()
}

var method = strings.ReplaceAll(`
## Method

Three programs start on the same virtual screen (1366×768), in turn, the order
turned round every other time, after one unmeasured round, with files in the page
cache: the kiosk, first on a new data folder and then again on the same one; an
empty Wails window (build/tools/emptywindow: one static page, one bound method,
the same options, but without what backend/webview sets for the kiosk on Linux: 50 ms
and 10 MB that the kiosk saves and this window does not); Chromium (~--kiosk~, a new profile each time) showing the
kiosk's own pages from a local server that is already running and has read the
pack. So the kiosk's time includes opening the database and reading what the
first screen shows, Chromium's does not. Differences and ratios are taken within
a round; the median of them stands in the table.

*Usable home screen*: the page calls ~Ready~ in the animation frame after the first
screen is laid out; the program writes that, which is watched.

*Memory*: every page frame mapped by the program or one of its children, counted
once (~/proc/PID/pagemap~), two seconds after the home screen and, for the kiosk,
after the search is loaded. Other programs that map the same libraries change
nothing. The local server that Chromium needs is not counted.
`, "~", "`")
