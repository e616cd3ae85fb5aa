//go:build linux

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
	"tungbuoc/backend/search/judged"
	"tungbuoc/backend/sqlite"
)

// found is what measuring the search gave.
type found struct {
	build       time.Duration // indexing the pack into an empty file
	size        int64         // of content.db then, bytes
	tuned, held judged.Result
	own, all    timing // over the pack; with the national catalogue
	heldWithAll judged.Result
	entries     int // of the catalogue, 0: it was not at hand
	imported    time.Duration
	importSize  int64
	typing      []float64 // ms from a key to the changed results in the window, sorted
}

// timing is how long queries take, here and in bleve.
type timing struct {
	p50, p95             time.Duration
	bleveBuild           float64 // ms
	bleveP50, bleveP95   float64 // µs
	documents, questions int
}

// measureSearch judges the search and times it, beside bleve on the same
// texts. catalogue is the file of the national catalogue; a missing one leaves
// that part out.
func measureSearch(catalogue string) (found, error) {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "tungbuoc-bench-")
	if err != nil {
		return found{}, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	var f found
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		return f, fmt.Errorf("pack: %v", report.Errors)
	}
	began := time.Now()
	index, err := sqlite.OpenContent(ctx, dir, slog.New(slog.DiscardHandler))
	if err != nil {
		return f, err
	}
	defer func() { _ = index.Close() }()
	made := search.Build(lib.Pack, content.Sentences(lib.Pack), lib.Translator)
	s, err := search.Prepare(ctx, index, "bench", func() (search.PackIndex, error) { return made, nil })
	if err != nil {
		return f, err
	}
	f.build, f.size = time.Since(began), sizeOf(dir)
	tuned, held, err := queries()
	if err != nil {
		return f, err
	}
	if f.tuned, err = judged.Judge(ctx, s, tuned); err != nil {
		return f, err
	}
	if f.held, err = judged.Judge(ctx, s, held); err != nil {
		return f, err
	}
	asked := append(slices.Clone(tuned), held...)
	var texts []bleveText
	for _, row := range made.Services {
		texts = append(texts, bleveText{Key: row.Key, Text: row.Said()})
	}
	if f.own, err = timeQueries(ctx, s, asked, texts); err != nil {
		return f, err
	}
	file, err := os.Open(catalogue)
	if errors.Is(err, fs.ErrNotExist) {
		return f, nil
	}
	if err != nil {
		return f, err
	}
	defer func() { _ = file.Close() }()
	began = time.Now()
	f.entries, err = index.Import(ctx, func(add func(guide.CatalogueEntry) error) error {
		return content.ReadCatalogue(file, func(e guide.CatalogueEntry) error {
			texts = append(texts, bleveText{Key: e.FormalityID, Text: e.Name})
			return add(e)
		}, func(content.LineProblem) {})
	})
	if err != nil {
		return f, err
	}
	if err := s.Refresh(ctx); err != nil {
		return f, err
	}
	f.imported, f.importSize = time.Since(began), sizeOf(dir)
	if f.heldWithAll, err = judged.Judge(ctx, s, held); err != nil {
		return f, err
	}
	f.all, err = timeQueries(ctx, s, asked, texts)
	return f, err
}

func queries() (tuned, held []judged.Query, err error) {
	file, err := os.Open("backend/search/testdata/queries.tsv")
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = file.Close() }()
	if tuned, err = judged.Read(file); err != nil {
		return nil, nil, err
	}
	held, err = judged.HeldOut()
	return tuned, held, err
}

func sizeOf(dir string) (size int64) {
	files, _ := filepath.Glob(filepath.Join(dir, sqlite.ContentName+"*"))
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			size += info.Size()
		}
	}
	return size
}

// bleveText is a line for backend/e2e/bleve.
type bleveText struct {
	Key   string `json:"key"`
	Text  string `json:"text"`
	Query bool   `json:"query"`
}

const rounds = 3

// timeQueries asks every query a few times, here and in bleve.
func timeQueries(ctx context.Context, s *search.Searcher, queries []judged.Query, texts []bleveText) (timing, error) {
	t := timing{documents: len(texts), questions: len(queries)}
	var times []time.Duration
	for range rounds {
		for _, q := range queries {
			began := time.Now()
			if _, err := s.Find(ctx, q.Text, 24); err != nil {
				return t, err
			}
			times = append(times, time.Since(began))
		}
	}
	slices.Sort(times)
	t.p50, t.p95 = times[len(times)/2], times[len(times)*95/100]

	var input bytes.Buffer
	enc := json.NewEncoder(&input)
	for _, text := range texts {
		if err := enc.Encode(text); err != nil {
			return t, err
		}
	}
	for _, q := range queries {
		if err := enc.Encode(bleveText{Text: q.Text, Query: true}); err != nil {
			return t, err
		}
	}
	cmd := exec.Command("go", "run", ".")
	cmd.Dir, cmd.Stdin, cmd.Stderr = "backend/e2e/bleve", &input, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return t, fmt.Errorf("bleve: %w", err)
	}
	var b struct {
		Build float64 `json:"build_ms"`
		P50   float64 `json:"p50_us"`
		P95   float64 `json:"p95_us"`
	}
	if err := json.Unmarshal(out, &b); err != nil {
		return t, fmt.Errorf("bleve said %q: %w", out, err)
	}
	t.bleveBuild, t.bleveP50, t.bleveP95 = b.Build, b.P50, b.P95
	return t, nil
}

// Text writes the search's part of the report.
func (f found) Text() string {
	var b strings.Builder
	b.WriteString("\n## Search\n\nRight answers were written down by others than those who built the search (backend/search/testdata).\nNobody looked at the single failures of the held-out third while tuning. @1: the first hit is right; @3: one of the first three is;\nempty: nothing was found. For *nothing* (things no office has) right means nothing or only doubtful hits.\n\n")
	b.WriteString("| kind | tuned: queries | @1 | @3 | MRR | empty | held out: queries | @1 | @3 | MRR | empty |\n|---|---|---|---|---|---|---|---|---|---|---|\n")
	for _, kind := range f.tuned.Kinds() {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", kind, cells(f.tuned.ByKind[kind]), cells(f.held.ByKind[kind]))
	}
	fmt.Fprintf(&b, "| **all but nothing** | %s | %s |\n", cells(f.tuned.All), cells(f.held.All))
	if f.entries > 0 {
		fmt.Fprintf(&b, "\nWith the national catalogue imported (%d entries) the held-out third gives @1 %.1f %%, @3 %.1f %%, nothing %.1f %%.\n",
			f.entries, 100*f.heldWithAll.All.RecallFirst(), 100*f.heldWithAll.All.RecallThree(), 100*f.heldWithAll.ByKind[judged.Nothing].RecallFirst())
	}
	b.WriteString("\n| over | p50 | p95 | wanted | bleve p50 | bleve p95 | ratio p50 | ratio p95 |\n|---|---|---|---|---|---|---|---|\n")
	f.own.row(&b, "the pack")
	if f.entries > 0 {
		f.all.row(&b, "the pack and the national catalogue")
	}
	fmt.Fprintf(&b, "\nIndexing the pack: %d ms, content.db %.1f MB (bleve, in memory: %.0f ms).", f.build.Milliseconds(), float64(f.size)/1e6, f.own.bleveBuild)
	if f.entries > 0 {
		fmt.Fprintf(&b, " Importing %d catalogue entries: %d ms, content.db then %.1f MB (bleve, both: %.0f ms).",
			f.entries, f.imported.Milliseconds(), float64(f.importSize)/1e6, f.all.bleveBuild)
	} else {
		b.WriteString(" The national catalogue was not at hand.")
	}
	if n := len(f.typing); n > 0 {
		fmt.Fprintf(&b, "\n\nFrom a key to the changed results on the glass, in the real window (%d keys): p50 %.0f ms, p95 %.0f ms (wanted ≤ 50). That is the page, the program, the search and the painting.",
			n, f.typing[n/2], f.typing[n*95/100])
	}
	b.WriteString("\n\nBleve 2.6.3 gets the same folded texts and a match query with one slip allowed, no re-ranking, no readings\nof Telex or everyday words: it is a measure of time, not of recall.\n")
	return b.String()
}

func cells(t judged.Tally) string {
	return fmt.Sprintf("%d | %.1f | %.1f | %.3f | %.1f", t.Queries, 100*t.RecallFirst(), 100*t.RecallThree(), t.MRR(), 100*t.ZeroRate())
}

func (t timing) row(b *strings.Builder, name string) {
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	fmt.Fprintf(b, "| %s (%d texts, %d queries, %d rounds) | %.2f ms | %.2f ms | p95 ≤ 15 ms | %.2f ms | %.2f ms | %.2f | %.2f |\n",
		name, t.documents, t.questions, rounds, ms(t.p50), ms(t.p95), t.bleveP50/1000, t.bleveP95/1000,
		float64(t.p50.Microseconds())/t.bleveP50, float64(t.p95.Microseconds())/t.bleveP95)
}
