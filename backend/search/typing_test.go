package search_test

import (
	"context"
	"fmt"
	"hash/crc32"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"unicode"
	"unicode/utf8"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
)

// typeAll makes TestWholePackTypedLetterByLetter type everything: half a
// million queries, many minutes. Without it one beginning in oneIn is typed.
const (
	typeAll = "TUNGBUOC_TYPE_ALL"
	oneIn   = 8
)

// typed gives what stands in the search field while the pack's phrases and
// stories are typed, letter by letter: each of them whole, and the beginnings
// that a digest picks, marked and unmarked, each once.
func typed(p *guide.Pack) []string {
	all := os.Getenv(typeAll) != ""
	seen := map[string]bool{}
	add := func(text string) {
		for _, text := range []string{text, search.Fold(text)} {
			for i := range text {
				if all || crc32.ChecksumIEEE([]byte(text[:i]))%oneIn == 0 {
					seen[text[:i]] = true
				}
			}
			seen[text] = true
		}
	}
	for i := range p.Services {
		s := &p.Services[i]
		for _, text := range append([]string{s.Title, s.Official, s.Summary}, s.Names...) {
			add(text)
		}
	}
	for _, w := range p.Words.Words {
		for _, text := range slices.Concat(w.Say, w.Means) {
			add(text)
		}
	}
	for _, t := range p.Stories.Stories {
		for _, text := range t.Tell {
			add(text)
		}
	}
	list := make([]string, 0, len(seen))
	for text := range seen {
		list = append(list, text)
	}
	slices.Sort(list)
	return list
}

// words gives every word that the pack's sentences are made of, and its
// beginnings, marked and unmarked.
func words(p *guide.Pack) []string {
	seen := map[string]bool{}
	for _, sentence := range content.Sentences(p) {
		for _, text := range []string{sentence, search.Fold(sentence)} {
			for word := range strings.FieldsSeq(text) {
				for i := range word {
					seen[word[:i]] = true
				}
				seen[word] = true
			}
		}
	}
	list := make([]string, 0, len(seen))
	for text := range seen {
		list = append(list, text)
	}
	slices.Sort(list)
	return list
}

// Nothing that the pack itself says, typed letter by letter, ends in a panic or
// an error, and every answer can be shown.
func TestWholePackTypedLetterByLetter(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	queries := slices.Concat(words(lib.Pack), typed(lib.Pack))
	if len(queries) < 20_000 {
		t.Fatalf("only %d queries: the pack's texts were not read", len(queries))
	}
	s, index := mustIndex(t, "")
	mustImport(t, index, entries())
	askAll(t, s, queries)
}

// A word of a title, typed alone and not yet followed by a space, finds
// something, marked and unmarked: it may be the first of more, and nobody who
// has typed so much may read that there is nothing here.
func TestFirstWordFindsSomething(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	s, _ := mustIndex(t, "")
	seen := map[string]bool{}
	for _, service := range lib.Pack.Services {
		for _, title := range append([]string{service.Title}, service.Names...) {
			for _, text := range []string{title, search.Fold(title)} {
				for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
					if len([]rune(word)) < 2 || seen[word] {
						continue
					}
					seen[word] = true
					if a := find(t, s, word); len(a.Hits) == 0 {
						t.Errorf("%q finds nothing", word)
					}
				}
			}
		}
	}
}

// askAll asks every query, on all processors, and reports each that panics,
// fails, or gives an answer that cannot be shown.
func askAll(t *testing.T, s *search.Searcher, queries []string) {
	t.Helper()
	ask := func(query string) (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("panic: %v", r)
			}
		}()
		a, err := s.Find(context.Background(), query, 10)
		if err == nil {
			err = shown(a)
		}
		return err
	}
	var next, bad atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(queries) {
					return
				}
				if err := ask(queries[i]); err != nil && bad.Add(1) <= 20 {
					t.Errorf("%q: %v", queries[i], err)
				}
			}
		})
	}
	wg.Wait()
	if n := bad.Load(); n > 20 {
		t.Errorf("%d of %d queries failed", n, len(queries))
	}
}

// shown says what of an answer could not be shown.
func shown(a search.Answer) error {
	if len(a.Hits) > 10 {
		return fmt.Errorf("%d hits", len(a.Hits))
	}
	for _, h := range a.Hits {
		if !utf8.ValidString(h.Title) || strings.Join(h.Marked(h.Title), "") != h.Title {
			return fmt.Errorf("title %q marked %q", h.Title, h.Marked(h.Title))
		}
		if h.Key == "" || len(h.Why) == 0 || h.Score <= 0 {
			return fmt.Errorf("%+v", h)
		}
	}
	return nil
}
