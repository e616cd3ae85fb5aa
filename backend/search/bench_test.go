package search_test

import (
	"cmp"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
	"tungbuoc/backend/sqlite"
)

const (
	// bareFolder tells a child process of this test's program to open the
	// search in that folder, and to say what it took.
	bareFolder = "SEARCH_BARE_FOLDER"
	// catalogueFile names a national catalogue, JSON lines, to measure with.
	// It is outside data and not part of the program.
	catalogueFile = "TUNGBUOC_CATALOGUE"

	pieceName = "pack.index"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(bareFolder); dir != "" {
		os.Exit(bare(dir))
	}
	os.Exit(m.Run())
}

// bareCost is what a process paid that did nothing else before.
type bareCost struct {
	Ms    float64 // time to the search that answers
	First float64 // ms of the first answer
	Bytes uint64  // allocated until it could answer, in so many
	Count uint64  // pieces
	Live  uint64  // bytes of it that stay
}

// bare opens the search from the index of the shipped pack as it would be built
// in, in a process that has done nothing yet.
func bare(dir string) int {
	piece, err := os.ReadFile(filepath.Join(dir, pieceName))
	if err != nil {
		return 1
	}
	built := string(piece)
	ctx := context.Background()
	var before, after, live runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	began := time.Now()
	index, err := sqlite.OpenContent(ctx, dir, quiet())
	if err != nil {
		return 1
	}
	s, err := search.OpenCompiled(ctx, index, built, "shipped")
	if err != nil {
		return 1
	}
	took := time.Since(began)
	runtime.ReadMemStats(&after)
	began = time.Now()
	if _, err := s.Find(ctx, "đăng ký khai sinh cho con", 10); err != nil {
		return 1
	}
	first := time.Since(began)
	runtime.GC()
	runtime.ReadMemStats(&live)
	cost := bareCost{
		float64(took.Microseconds()) / 1000, float64(first.Microseconds()) / 1000,
		after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs, live.HeapAlloc - before.HeapAlloc,
	}
	runtime.KeepAlive(s)
	if err := json.NewEncoder(os.Stdout).Encode(cost); err != nil {
		return 1
	}
	return 0
}

// importFile imports a catalogue of the size of the national one: the one that
// catalogueFile names, or as many made-up names from the pack's own words.
func importFile(b testing.TB, index *sqlite.Content) {
	b.Helper()
	var list []guide.CatalogueEntry
	if name := os.Getenv(catalogueFile); name != "" {
		file, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		defer func() { _ = file.Close() }()
		err = content.ReadCatalogue(file, func(e guide.CatalogueEntry) error { list = append(list, e); return nil }, func(content.LineProblem) {})
		if err != nil {
			b.Fatal(err)
		}
	} else {
		list = madeUp(b, 5670)
	}
	mustImport(b, index, list)
}

// BenchmarkBare says what opening the search costs a program that has just
// started. Each round is a process of its own.
func BenchmarkBare(b *testing.B) {
	for _, with := range []string{"pack", "catalogue"} {
		dir := b.TempDir()
		if err := os.WriteFile(filepath.Join(dir, pieceName), mustPiece(b, "shipped"), 0o600); err != nil {
			b.Fatal(err)
		}
		index, err := sqlite.OpenContent(context.Background(), dir, quiet())
		if err != nil {
			b.Fatal(err)
		}
		if with == "catalogue" {
			importFile(b, index)
			mustIndex(b, dir) // keeps its words
		}
		if err := index.Close(); err != nil {
			b.Fatal(err)
		}
		b.Run(with, func(b *testing.B) {
			b.ReportAllocs() // shows the metrics below, not this process's
			var rounds []bareCost
			for b.Loop() {
				cmd := exec.Command(os.Args[0])
				cmd.Env = append(os.Environ(), bareFolder+"="+dir)
				out, err := cmd.Output()
				if err != nil {
					b.Fatal(err)
				}
				var cost bareCost
				if err := json.Unmarshal(out, &cost); err != nil {
					b.Fatal(err)
				}
				rounds = append(rounds, cost)
			}
			slices.SortFunc(rounds, func(x, y bareCost) int { return cmp.Compare(x.Ms, y.Ms) })
			median := rounds[len(rounds)/2] // the machine may be busy with something else
			b.ReportMetric(median.Ms, "ms")
			b.ReportMetric(median.First, "ms/first")
			b.ReportMetric(float64(median.Bytes), "B/op")
			b.ReportMetric(float64(median.Count), "allocs/op")
			b.ReportMetric(float64(median.Live), "B/live")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkFind asks every judged query in turn.
func BenchmarkFind(b *testing.B) {
	queries := append(mustQueries(b, "queries.tsv"), mustQueries(b, "heldout.tsv")...)
	s, index := mustIndex(b, b.TempDir())
	for _, with := range []string{"pack", "catalogue"} {
		if with == "catalogue" {
			importFile(b, index)
			if err := s.Refresh(context.Background()); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(with, func(b *testing.B) {
			b.ReportAllocs()
			var times []time.Duration
			for b.Loop() {
				began := time.Now()
				if _, err := s.Find(context.Background(), queries[len(times)%len(queries)].Text, 10); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(began))
			}
			slices.Sort(times)
			ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
			b.ReportMetric(ms(times[len(times)/2]), "ms/p50")
			b.ReportMetric(ms(times[len(times)*95/100]), "ms/p95")
		})
	}
}

// madeUp gives entries whose names are sentences of the pack, so that their
// words are those of offices.
func madeUp(t testing.TB, n int) (list []guide.CatalogueEntry) {
	t.Helper()
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	sentences := content.Sentences(lib.Pack)
	for i := range n {
		list = append(list, guide.CatalogueEntry{
			Code: "9." + digits(i), Name: sentences[i%len(sentences)] + " " + sentences[i*7%len(sentences)],
			FormalityID: "019d8af3-edd0-7528-af6e-000000" + digits(i), Issuer: "Bộ Tư pháp",
		})
	}
	return list
}

func digits(i int) string {
	text := []byte("000000")
	for at := len(text) - 1; i > 0; at-- {
		text[at] += byte(i % 10)
		i /= 10
	}
	return string(text)
}
