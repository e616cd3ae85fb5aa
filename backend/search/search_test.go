package search_test

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
	"tungbuoc/backend/sqlite"
)

// mustIndex opens an index of the shipped pack in dir, "" for one in memory.
func mustIndex(t testing.TB, dir string) (*search.Searcher, *sqlite.Content) {
	t.Helper()
	ctx := context.Background()
	index, err := sqlite.OpenContent(ctx, dir, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := index.Close(); err != nil {
			t.Error(err)
		}
	})
	s, err := search.Prepare(ctx, index, "shipped", func() (search.PackIndex, error) {
		lib, report := content.Load(content.Shipped())
		if lib == nil {
			t.Fatal(report.Errors)
		}
		return search.Build(lib.Pack, content.Sentences(lib.Pack), lib.Translator), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, index
}

func find(t testing.TB, s *search.Searcher, query string) search.Answer {
	t.Helper()
	a, err := s.Find(context.Background(), query, 10)
	if err != nil {
		t.Fatalf("%q: %v", query, err)
	}
	return a
}

func first(a search.Answer) string {
	if len(a.Hits) == 0 {
		return ""
	}
	return a.Hits[0].Key
}

func TestFoundTheWayPeopleSayIt(t *testing.T) {
	s, _ := mustIndex(t, "")
	for query, want := range map[string]string{
		"dang ky ket hon":                   "ket-hon",
		"ddawng kys tajm trus":              "tam-tru",
		"d9a8ng ky1 ta5m tru1":              "tam-tru",
		"giấy khai xinh":                    "khai-sinh",
		"bhyt":                              "bhyt-ho-gia-dinh",
		"tra tien dien":                     "tien-dien",
		"làm giấy khai sinh cho cháu":       "khai-sinh",
		"dangky tamtru":                     "tam-tru",
		"birth certificate":                 "khai-sinh",
		"1.001193":                          "khai-sinh",
		"mã 1001193 là gì":                  "khai-sinh",
		"ĐĂNG KÝ TẠM TRÚ!!!":                "tam-tru",
		"đa\u0306ng ky\u0301 tạm tru\u0301": "tam-tru",
	} {
		a := find(t, s, query)
		if first(a) != want {
			t.Errorf("%q gives %q, want %q", query, first(a), want)
		} else if a.Hits[0].Low || len(a.Hits[0].Why) == 0 {
			t.Errorf("%q: %+v", query, a.Hits[0])
		}
	}
}

// A word that is half typed is found whatever tone it has so far: the last byte
// of some of these letters is a space.
func TestHalfTypedWithAnyTone(t *testing.T) {
	s, _ := mustIndex(t, "")
	for _, query := range []string{"mở tà", "bà", "là", "TẠ", "lễ", "tiền Ơ", "hoà", "miễ", "TRỠ"} {
		if a := find(t, s, query); len(a.Hits) == 0 {
			t.Errorf("%q finds nothing", query)
		}
	}
	has := func(key string) func(search.Hit) bool { return func(h search.Hit) bool { return h.Key == key } }
	if a, like := find(t, s, "mở tà"), find(t, s, "mở tá"); len(a.Hits) < len(like.Hits) {
		t.Errorf("%d hits, with another tone %d", len(a.Hits), len(like.Hits))
	} else if key := first(like); !slices.ContainsFunc(a.Hits, has(key)) {
		t.Errorf("%s is not found", key)
	}
}

// Pasted letters that only look like ours find the same as ours.
func TestFoundByLettersThatWereMeant(t *testing.T) {
	s, _ := mustIndex(t, "")
	for query, like := range map[string]string{
		"ÐIỆN": "ĐIỆN", "ðất đai": "đất đai", "Ɖất đai": "đất đai", "thƣơng binh": "thương binh", "d\u0335ất đai": "đất đai",
		"xǎng": "xăng", "Ｋｈａｉ ｓｉｎｈ": "khai sinh", "кhai sinh": "khai sinh", "kh\u00adai sinh": "khai sinh",
	} {
		got, want := find(t, s, query), find(t, s, like)
		if len(want.Hits) == 0 || len(got.Hits) != len(want.Hits) {
			t.Errorf("%q finds %d, %q finds %d", query, len(got.Hits), like, len(want.Hits))
			continue
		}
		for i, h := range got.Hits {
			if h.Key != want.Hits[i].Key || h.Score != want.Hits[i].Score || !slices.Equal(h.Marked(h.Title), want.Hits[i].Marked(h.Title)) {
				t.Errorf("%q: hit %d is %s %.3f, want %s %.3f", query, i, h.Key, h.Score, want.Hits[i].Key, want.Hits[i].Score)
			}
		}
	}
}

func TestNothingIsSaidToBeNothing(t *testing.T) {
	s, _ := mustIndex(t, "")
	for _, query := range []string{"", " ", "???", "asdfgh qwrtp", "0912345678", "làm cho tôi", "\u0301\u0301", "🙂🙂🙂"} {
		if a := find(t, s, query); len(a.Hits) > 0 && !a.Hits[0].Low {
			t.Errorf("%q gives %+v", query, a.Hits[0])
		}
	}
}

func TestMarksDecideBetweenTwins(t *testing.T) {
	s, _ := mustIndex(t, "")
	a := find(t, s, "đăng ký tạm trú")
	i := slices.IndexFunc(a.Hits[0].Why, func(w string) bool { return strings.Contains(w, "(marks)") })
	if i < 0 {
		t.Errorf("marks did not count: %v", a.Hits[0].Why)
	}
	pieces := a.Hits[0].Marked("Đăng ký tạm trú")
	if strings.Join(pieces, "") != "Đăng ký tạm trú" || len(pieces) != 2 || pieces[0] != "" {
		t.Errorf("marked %q", pieces)
	}
	if pieces := a.Hits[0].Marked("Xóa đăng ký tạm trú (nếu có)"); !slices.Equal(pieces, []string{"Xóa ", "đăng ký tạm trú", " (nếu có)"}) {
		t.Errorf("marked %q", pieces)
	}
}

func entries() []guide.CatalogueEntry {
	id := func(n string) string { return "019d8af3-edd0-7528-af6e-0000000000" + n }
	return []guide.CatalogueEntry{
		{Code: "1.014689", Name: "Thủ tục cấp phép bay", FormalityID: id("01"), Issuer: "Bộ Quốc phòng", Departments: []string{"Cục Tác chiến"}},
		{Code: "1.001193", Name: "Thủ tục đăng ký khai sinh", FormalityID: id("02"), Issuer: "Bộ Tư pháp"},
		{Code: "3.000616", Name: "Hỗ trợ doanh nghiệp bán dẫn", FormalityID: id("03"), Issuer: "UBND Thành phố Huế", Local: true},
		{Code: "2.000001", Name: "Đăng ký khai sinh cho tàu biển", FormalityID: id("04"), Issuer: "Bộ Xây dựng"},
	}
}

func mustImport(t testing.TB, index *sqlite.Content, list []guide.CatalogueEntry) int {
	t.Helper()
	total, err := index.Import(context.Background(), func(add func(guide.CatalogueEntry) error) error {
		for _, e := range list {
			if err := add(e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return total
}

func TestCatalogueComesAfterOurOwn(t *testing.T) {
	s, index := mustIndex(t, t.TempDir())
	if a := find(t, s, "cấp phép bay"); len(a.Hits) > 0 && a.Hits[0].Kind == "catalogue" {
		t.Fatalf("found before the import: %+v", a.Hits[0])
	}
	if total := mustImport(t, index, entries()); total != 4 {
		t.Fatalf("%d entries", total)
	}
	if total := mustImport(t, index, entries()); total != 4 {
		t.Fatalf("%d entries after a second import", total)
	}
	for first(find(t, s, "cap phep bay")) != "1.014689" { // the open search notices the import
		wait(t)
	}
	a := find(t, s, "cap phep bay")
	if first(a) != "1.014689" || a.Hits[0].Kind != "catalogue" || a.Hits[0].Entry.Issuer != "Bộ Quốc phòng" {
		t.Errorf("%+v", a.Hits)
	}
	if a := find(t, s, "1.014689"); first(a) != "1.014689" {
		t.Errorf("by code: %+v", a.Hits)
	}
	a, err := s.Find(context.Background(), "đăng ký khai sinh", search.MaxLimit)
	if err != nil {
		t.Fatal(err)
	}
	if first(a) != "khai-sinh" {
		t.Errorf("first is %q", first(a))
	}
	seenCatalogue := false
	for _, h := range a.Hits {
		if h.Codes != nil && h.Kind == "catalogue" {
			seenCatalogue = true
			if slices.Contains(h.Codes, "1.001193") {
				t.Error("a procedure of ours is there twice")
			}
		} else if seenCatalogue {
			t.Errorf("%s stands behind the catalogue", h.Key)
		}
	}
	if !seenCatalogue {
		t.Error("the ship is missing")
	}
}

// wait gives others a moment, and ends the test when its time is up.
func wait(t testing.TB) {
	t.Helper()
	if d, ok := t.(*testing.T).Deadline(); ok && time.Until(d) < 5*time.Second {
		t.Fatal("waited until the end of the test's time")
	}
	time.Sleep(5 * time.Millisecond)
}

// Nobody waits while an import is taken in: what was there before answers.
func TestQueriesDoNotWaitForAnImport(t *testing.T) {
	s, index := mustIndex(t, t.TempDir())
	mustImport(t, index, entries()[:1])
	if err := s.Refresh(context.Background()); err != nil {
		t.Fatal(err)
	}
	release := s.HoldLoading()
	mustImport(t, index, entries())
	for range 3 { // it would hang here
		if got := first(find(t, s, "cap phep bay")); got != "1.014689" {
			t.Errorf("found %q", got)
		}
		if a := find(t, s, "bán dẫn"); slices.ContainsFunc(a.Hits, func(h search.Hit) bool { return h.Key == "3.000616" }) {
			t.Error("found what is not taken in yet")
		}
	}
	release()
	for first(find(t, s, "doanh nghiệp bán dẫn")) != "3.000616" {
		wait(t)
	}
}

// The index is kept, is made anew for another pack, and is rebuilt when it is
// damaged.
func TestIndexIsKeptAndMended(t *testing.T) {
	dir := t.TempDir()
	ctx := context.Background()
	_, index := mustIndex(t, dir)
	if _, err := search.Prepare(ctx, index, "shipped", func() (search.PackIndex, error) {
		t.Error("indexed again")
		return search.PackIndex{}, nil
	}); err != nil {
		t.Fatal(err)
	}
	other := search.PackIndex{Services: []search.ServiceRow{{
		Key: "other", Kind: "task", Title: "Việc khác hẳn", Often: 1,
		Sayings: []search.Saying{{Text: "Việc khác hẳn"}},
	}}, Background: map[string]int{"viec": 1, "khac": 1, "han": 1, "khai": 9}}
	s, err := search.Prepare(ctx, index, "another", func() (search.PackIndex, error) { return other, nil })
	if err != nil {
		t.Fatal(err)
	}
	if got := first(find(t, s, "viec khac han")); got != "other" {
		t.Errorf("got %q", got)
	}
	if got := first(find(t, s, "giấy khai sinh")); got != "" {
		t.Errorf("the old pack is still there: %q", got)
	}
	if err := index.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, sqlite.ContentName)
	if err := os.WriteFile(path, []byte(strings.Repeat("no database ", 999)), 0o600); err != nil {
		t.Fatal(err)
	}
	mended, _ := mustIndex(t, dir)
	if got := first(find(t, mended, "giấy khai sinh")); got != "khai-sinh" {
		t.Errorf("after the damage %q", got)
	}
}

var hostile = []string{
	strings.Repeat("đăng ký ", 1250), strings.Repeat("a", 10_000), strings.Repeat("\u0301", 10_000), "e" + strings.Repeat("\u0302\u0301", 5000),
	strings.Repeat("dangkytamtru", 800), strings.Repeat("ng ", 3000), "\" OR 1=1 --", "NEAR(a b)", "a AND (b", "a* NOT b", "'; DROP TABLE service; --",
	"title:khai", "{said} : khai", "^khai", "khai + sinh", "\x00\x01\x02", "\xff\xfe\xfd", "🙂 khai sinh 🙂", "\u202ekhai sinh", strings.Repeat("\ufdfa", 3000),
	"%s%n", "<script>alert(1)</script>", strings.Repeat("9", 10_000), strings.Repeat("x1", 500), "ß İ ǆ ﬀ ſ", strings.Repeat("w", 200),
}

// Whatever is pasted is answered, and with text that can be shown.
func TestHostileQueries(t *testing.T) {
	s, index := mustIndex(t, "")
	mustImport(t, index, entries())
	for _, query := range hostile {
		checkAnswer(t, find(t, s, query))
	}
}

func checkAnswer(t testing.TB, a search.Answer) {
	t.Helper()
	if err := shown(a); err != nil {
		t.Error(err)
	}
}

func FuzzFind(f *testing.F) {
	for _, q := range hostile {
		f.Add(q[:min(len(q), 200)])
	}
	for _, q := range []string{"đăng ký", "ddawng kys", "giay khai si", "1.0011"} {
		f.Add(q)
	}
	s, index := mustIndex(f, "")
	mustImport(f, index, entries())
	f.Fuzz(func(t *testing.T, query string) { checkAnswer(t, find(t, s, query)) })
}

func TestManyAskAtOnce(t *testing.T) {
	s, index := mustIndex(t, t.TempDir())
	done := make(chan error, 8)
	for i := range 8 {
		go func() {
			for range 20 {
				if _, err := s.Find(context.Background(), []string{"khai sinh", "bhyt", "cap phep bay"}[i%3], 5); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	mustImport(t, index, entries())
	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}
