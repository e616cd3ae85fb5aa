//go:build linux

// Command bench measures the kiosk's figures on the machine at hand and writes
// them to docs/benchmarks.md: start to usable home screen and memory, beside
// Chromium in kiosk mode showing the same pages from the same Go code in the
// same run; the size of the pages' script; and the Go benchmarks.
//
// Run it with make bench: it needs a screen (a virtual one will do), a built
// build/bin/tungbuoc, and nothing else running.
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
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

func main() {
	out := flag.String("out", "docs/benchmarks.md", "file to write")
	catalogue := flag.String("catalogue", "../shared/domain/national-catalogue.jsonl", "national catalogue, left out if missing")
	runs := flag.Int("runs", 7, "runs of each program")
	onlyPaper := flag.Bool("paper", false, "measure the print only and print it")
	onlyDamage := flag.Bool("damage", false, "damage printed codes only and print what is still read")
	onlyLessons := flag.Bool("lessons", false, "measure the lessons only and print it")
	onlySearch := flag.Bool("search", false, "measure the search only and print it")
	flag.Parse()
	if *onlyPaper {
		printed, err := measurePaper()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(printed.text())
		return
	}
	if *onlyDamage {
		damaged, err := measureDamage()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(damaged.Text())
		return
	}
	if *onlyLessons {
		lessons, err := measureLessons()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(lessons.text())
		return
	}
	if *onlySearch {
		searched, err := measureSearch(*catalogue)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(searched.text())
		return
	}
	if err := run(*out, *catalogue, *runs); err != nil {
		log.Fatal(err)
	}
}

func run(out, catalogue string, runs int) error {
	server := "build/bin/e2e-server"
	if msg, err := exec.Command("go", "build", "-o", server, "./backend/e2e/server").CombinedOutput(); err != nil {
		return fmt.Errorf("build server: %w: %s", err, msg)
	}
	var kiosk, chromium []sample
	for i := range runs + 1 { // the first pair only warms the caches
		k, err := measureKiosk()
		if err != nil {
			return fmt.Errorf("kiosk: %w", err)
		}
		c, err := measureChromium(server)
		if err != nil {
			return fmt.Errorf("chromium: %w", err)
		}
		fmt.Printf("run %d: kiosk %4.0f ms %5.1f MB, chromium %4.0f ms %5.1f MB\n", i, k.start, k.memory, c.start, c.memory)
		if i > 0 {
			kiosk, chromium = append(kiosk, k), append(chromium, c)
		}
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
	damaged, err := measureDamage()
	if err != nil {
		return fmt.Errorf("damage: %w", err)
	}
	sections := lessons.text() + searched.text() + printed.text() + damaged.Text()
	return os.WriteFile(out, report(kiosk, chromium, first, script, goBench, sections), 0o644)
}

// scriptSize is the pages' JavaScript, gzipped, in bytes: what the first
// screen reads, and all of the resident's.
func scriptSize(dir string) (first, total int, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.js"))
	if err != nil || len(files) == 0 {
		return 0, 0, fmt.Errorf("no scripts in %s: %v", dir, err)
	}
	for _, f := range files {
		if strings.HasPrefix(filepath.Base(f), "Staff-") {
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

func median(samples []sample, of func(sample) float64) float64 {
	values := make([]float64, len(samples))
	for i, s := range samples {
		values[i] = of(s)
	}
	slices.SortFunc(values, cmp.Compare)
	return values[len(values)/2]
}

func report(kiosk, chromium []sample, first, script int, goBench map[string]float64, sections string) []byte {
	start := func(s sample) float64 { return s.start }
	memory := func(s sample) float64 { return s.memory }
	var b bytes.Buffer
	fmt.Fprintf(&b, `# Benchmarks

Written by `+"`make bench`"+` on %s, %d cores, %s %s/%s. Milliseconds of a shared machine move from
day to day; the ratios of one run are what to compare.

| figure | Từng Bước | Chromium, kiosk mode | ratio | wanted |
|---|---|---|---|---|
| process start to usable home screen, ms (median of %d) | %.0f | %.0f | %.2f | ≤ 1000, ratio ≤ 0.75 |
| memory of the process tree at home, PSS, MB (median of %d) | %.1f | %.1f | %.2f | ratio ≤ 0.70 |

| figure | value | wanted |
|---|---|---|
| JavaScript the resident's first screen reads, gzipped | %.1f kB | ≤ 60 kB |
| all of the resident's, the keyboard on the glass included | %.1f kB | ≤ 60 kB |
| QR code, encode and read back, cold | %.2f ms | |
| the same, cached | %.0f ns | |
| a drawn phone to SVG | %.0f µs | |
`, time.Now().Format(time.DateOnly), runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH,
		len(kiosk), median(kiosk, start), median(chromium, start), median(kiosk, start)/median(chromium, start),
		len(kiosk), median(kiosk, memory), median(chromium, memory), median(kiosk, memory)/median(chromium, memory),
		float64(first)/1000, float64(script)/1000, goBench["EncodeCold"]/1e6, goBench["EncodeCached"], goBench["Draw"]/1e3)

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

Both programs start on the same virtual screen (1366×768), in turn, after one
unmeasured pair, with files in the page cache. Each shows the same built pages on
the same Go code: the kiosk in its own window, Chromium (~--kiosk~, a new profile
each time) from a local server that is already running and has read the pack. So
the kiosk's time includes opening the database and reading what the first screen
shows, Chromium's does not. (The kiosk reads the rest of the pack once the first
screen is on the glass.)

*Usable home screen*: the page calls ~Ready~ in the animation frame after the first
screen is laid out; the program writes that to its log, which is watched.

*Memory*: proportional set size (~/proc/PID/smaps_rollup~) of the program and all
its children, two seconds after the home screen. The local server that Chromium
needs is not counted.
`, "~", "`")
