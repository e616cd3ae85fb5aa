package search_test

import (
	"bytes"
	"context"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/search"
	"tungbuoc/backend/search/judged"
	"tungbuoc/backend/sqlite"
)

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// mustPiece is the index of the shipped pack as it is kept.
func mustPiece(t testing.TB, digest string) []byte {
	t.Helper()
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	return search.Compile(search.Build(lib.Pack, content.Sentences(lib.Pack), lib.Translator), digest)
}

// The same pack gives the same index, and one that was kept answers as one that
// was just made, with the catalogue and without.
func TestKeptIndexAnswersTheSame(t *testing.T) {
	dir := t.TempDir()
	piece := mustPiece(t, "shipped")
	if !bytes.Equal(piece, mustPiece(t, "shipped")) {
		t.Error("the same pack gives another index")
	}
	made, index := mustIndex(t, dir)
	queries := append(mustQueries(t, "queries.tsv"), mustQueries(t, "heldout.tsv")...)
	for name, imported := range map[string]bool{"pack": false, "with catalogue": true} {
		if imported {
			mustImport(t, index, entries())
			if err := made.Refresh(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
		kept, _ := mustIndex(t, dir) // reads what the first has kept
		shipped, err := search.OpenCompiled(context.Background(), index, string(piece), "shipped")
		if err != nil {
			t.Fatal(err)
		}
		for i, q := range append(queries, judged.Query{Text: "cap phep bay"}) {
			if i%7 != 0 && i < len(queries) {
				continue
			}
			want := plain(find(t, made, q.Text))
			for what, s := range map[string]*search.Searcher{"kept": kept, "shipped": shipped} {
				if got := plain(find(t, s, q.Text)); !reflect.DeepEqual(got, want) {
					t.Errorf("%s, %s, %q: %+v, want %+v", name, what, q.Text, got, want)
				}
			}
		}
	}
}

// plain is what of the hits of an answer can be compared.
func plain(a search.Answer) (list []any) {
	for _, h := range a.Hits {
		list = append(list, h.Key, h.Score, h.Low, h.Why, h.Marked(h.Title), h.Entry)
	}
	return list
}

// An index of which bytes are wrong or missing is refused, whatever they are,
// and made anew when it stands in content.db.
func TestDamagedIndexIsMadeAnew(t *testing.T) {
	piece := mustPiece(t, "shipped")
	random := rand.New(rand.NewPCG(1, 2))
	index := func() *sqlite.Content {
		c, err := sqlite.OpenContent(t.Context(), "", quiet())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		return c
	}()
	for range 200 {
		bad := bytes.Clone(piece)
		switch random.IntN(3) {
		case 0:
			bad[random.IntN(len(bad))] ^= byte(1 + random.IntN(255))
		case 1:
			bad = bad[:random.IntN(len(bad))]
		case 2:
			bad = append(bad, 0)
		}
		if _, err := search.OpenCompiled(t.Context(), index, string(bad), "shipped"); err == nil {
			t.Fatal("a damaged index was taken")
		}
	}
	if err := index.Keep(t.Context(), "pack", piece[:len(piece)/2]); err != nil {
		t.Fatal(err)
	}
	made := 0
	for range 2 {
		s, err := search.Prepare(t.Context(), index, "shipped", func() (search.PackIndex, error) {
			made++
			lib, _ := content.Load(content.Shipped())
			return search.Build(lib.Pack, content.Sentences(lib.Pack), lib.Translator), nil
		})
		if err != nil || first(find(t, s, "giấy khai sinh")) != "khai-sinh" {
			t.Errorf("%v", err)
		}
	}
	if made != 1 {
		t.Errorf("made %d times", made)
	}
}

// A pack without services is searched, and nothing is found in it.
func TestPackWithoutServices(t *testing.T) {
	index, err := sqlite.OpenContent(t.Context(), t.TempDir(), quiet())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = index.Close() }()
	for range 2 { // made, then kept
		s, err := search.Prepare(t.Context(), index, "empty", func() (search.PackIndex, error) { return search.PackIndex{}, nil })
		if err != nil {
			t.Fatal(err)
		}
		for _, query := range []string{"khai sinh", "1.001193", "x", ""} {
			if a := find(t, s, query); len(a.Hits) > 0 {
				t.Errorf("%q: %+v", query, a.Hits)
			}
		}
		if lost := s.SelfTest(t.Context()); lost != "" {
			t.Errorf("lost %q", lost)
		}
	}
	mustImport(t, index, entries())
	s, err := search.Prepare(t.Context(), index, "empty", nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := first(find(t, s, "cấp phép bay")); got != "1.014689" {
		t.Errorf("the catalogue gives %q", got)
	}
}

// Where nothing can be written, the imported catalogue is found all the same.
func TestLockedFolder(t *testing.T) {
	dir := t.TempDir()
	index, err := sqlite.OpenContent(t.Context(), dir, quiet())
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, index, entries())
	if err := index.Close(); err != nil {
		t.Fatal(err)
	}
	// A folder in the place of the log locks the file for the administrator, too.
	if err := os.MkdirAll(filepath.Join(dir, sqlite.ContentName+"-wal", "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	s, index := mustIndex(t, dir)
	if !index.ReadOnly() {
		t.Error("taken for writable")
	}
	for query, want := range map[string]string{"cấp phép bay": "1.014689", "giấy khai sinh": "khai-sinh"} {
		if got := first(find(t, s, query)); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}
