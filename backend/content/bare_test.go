package content_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"tungbuoc/backend/content"
)

// bareFolder tells a child process of this test's program to load the pack
// compiled into that folder, and to say what it took.
const bareFolder = "CONTENT_BARE_FOLDER"

// bareCost is what a process paid that did nothing else before.
type bareCost struct {
	Ms    float64 // time to the loaded pack, or language
	Bytes uint64  // allocated meanwhile, in so many
	Count uint64  // pieces
}

func TestMain(m *testing.M) {
	if dir := os.Getenv(bareFolder); dir != "" {
		os.Exit(bare(dir))
	}
	os.Exit(m.Run())
}

// bare loads the pack and its English in a process that has done nothing yet.
func bare(dir string) int {
	var lib *content.Library
	measure := func(do func()) bareCost {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		do()
		took := time.Since(began)
		runtime.ReadMemStats(&after)
		return bareCost{float64(took.Microseconds()) / 1000, after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs}
	}
	costs := []bareCost{measure(func() {
		if dir == "yaml" {
			lib, _ = content.Load(content.Shipped())
			return
		}
		lib, _, _ = content.OpenCompiled(os.DirFS(dir), content.Shipped())
	})}
	if lib == nil {
		return 1
	}
	costs = append(costs, measure(func() { lib.In("en") }))
	if err := json.NewEncoder(os.Stdout).Encode(costs); err != nil {
		return 1
	}
	return 0
}

// BenchmarkBare says what loading costs a program that has just started: types
// not seen yet, memory not touched yet. Each round is a process of its own.
func BenchmarkBare(b *testing.B) {
	files, err := content.Compile(content.Shipped())
	if err != nil {
		b.Fatal(err)
	}
	compiled := b.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(compiled, name), data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for _, form := range []struct{ name, dir string }{{"compiled", compiled}, {"yaml", "yaml"}} {
		for i, what := range []string{"pack", "english"} {
			b.Run(fmt.Sprintf("%s/%s", form.name, what), func(b *testing.B) {
				b.ReportAllocs() // shows the metrics below, not this process's
				var rounds []bareCost
				for b.Loop() {
					cmd := exec.Command(os.Args[0])
					cmd.Env = append(os.Environ(), bareFolder+"="+form.dir)
					out, err := cmd.Output()
					if err != nil {
						b.Fatal(err)
					}
					var costs []bareCost
					if err := json.Unmarshal(out, &costs); err != nil {
						b.Fatal(err)
					}
					rounds = append(rounds, costs[i])
				}
				slices.SortFunc(rounds, func(x, y bareCost) int { return cmp.Compare(x.Ms, y.Ms) })
				median := rounds[len(rounds)/2] // the machine may be busy with something else
				b.ReportMetric(median.Ms, "ms")
				b.ReportMetric(rounds[0].Ms, "best-ms")
				b.ReportMetric(float64(median.Bytes), "B/op")
				b.ReportMetric(float64(median.Count), "allocs/op")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}
