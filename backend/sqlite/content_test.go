package sqlite_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

func mustContent(t *testing.T, dir string) *sqlite.Content {
	t.Helper()
	c, err := sqlite.OpenContent(context.Background(), dir, quiet())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

var packIndex = sqlite.PackIndex{
	Services: []sqlite.ServiceRow{
		{ID: 1, Key: "khai-sinh", Kind: "procedure", Codes: "1.001193", Title: "Làm giấy khai sinh", Often: 1, Said: "lam giay khai sinh",
			Sayings: []sqlite.Saying{{Field: "title", Text: "Làm giấy khai sinh"}, {Field: "word", Place: 1, Text: "gks"}}},
		{ID: 2, Key: "vneid", Kind: "app", Title: "VNeID", Often: 2, Said: "vneid", Sayings: []sqlite.Saying{{Field: "title", Text: "VNeID"}}},
	},
	Meanings: [][2]string{{"gks", "giấy khai sinh"}}, Fillers: []string{"làm"}, Background: map[string]int{"khai": 3},
}

func TestPackIndexComesBack(t *testing.T) {
	ctx := context.Background()
	for name, dir := range map[string]string{"file": t.TempDir(), "memory": ""} {
		c := mustContent(t, dir)
		if digest, err := c.MadeFrom(ctx); digest != "" || err != nil {
			t.Fatalf("%s: new index made from %q, %v", name, digest, err)
		}
		for range 2 { // replaced, not added to
			if err := c.Rebuild(ctx, "v1", packIndex); err != nil {
				t.Fatal(err)
			}
		}
		got, err := c.Pack(ctx)
		want := packIndex
		want.Services = nil
		for _, s := range packIndex.Services {
			s.Said = ""
			want.Services = append(want.Services, s)
		}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
		if ids, err := c.MatchServices(ctx, `"khai" OR "khong"`); err != nil || !reflect.DeepEqual(ids, []int64{1}) {
			t.Errorf("%s: ids %v, %v", name, ids, err)
		}
		if digest, _ := c.MadeFrom(ctx); digest != "v1" {
			t.Errorf("%s: made from %q", name, digest)
		}
	}
}

// Two programs make the same new file at the same time.
func TestOpenContentTwice(t *testing.T) {
	dir := t.TempDir()
	a, b := mustContent(t, dir), mustContent(t, dir)
	if err := a.Rebuild(context.Background(), "v1", packIndex); err != nil {
		t.Fatal(err)
	}
	if digest, err := b.MadeFrom(context.Background()); digest != "v1" || err != nil {
		t.Errorf("%q, %v", digest, err)
	}
}

func entry(code, id, name string) guide.CatalogueEntry {
	return guide.CatalogueEntry{Code: code, Name: name, FormalityID: "019d8af3-edd0-7528-af6e-0000000000" + id, Issuer: "Bộ", Departments: []string{"A", "B"}}
}

func TestImportIsAllOrNothing(t *testing.T) {
	ctx := context.Background()
	c := mustContent(t, t.TempDir())
	list := []guide.CatalogueEntry{entry("1.000001", "01", "cap phep bay"), entry("1.000002", "02", "cap phep lai"), entry("1.000002", "03", "cap khac")}
	fill := func(n int, then error) func(func(guide.CatalogueEntry, string) error) error {
		return func(add func(guide.CatalogueEntry, string) error) error {
			for _, e := range list[:n] {
				if err := add(e, e.Name); err != nil {
					return err
				}
			}
			return then
		}
	}
	pulled := errors.New("stick pulled")
	if _, err := c.Import(ctx, fill(2, pulled)); !errors.Is(err, pulled) {
		t.Fatalf("got %v", err)
	}
	if n, _ := c.CatalogueSize(ctx); n != 0 {
		t.Fatalf("%d entries of a failed import", n)
	}
	for range 2 {
		if total, err := c.Import(ctx, fill(3, nil)); total != 3 || err != nil {
			t.Fatalf("%d entries, %v", total, err)
		}
	}
	if n, _ := c.Imports(ctx); n != 2 {
		t.Errorf("%d imports", n)
	}
	got, err := c.MatchCatalogue(ctx, `"phep" AND "bay"`, 9)
	if err != nil || !reflect.DeepEqual(got, list[:1]) {
		t.Errorf("%+v, %v", got, err)
	}
	for _, id := range []string{"1.000001", list[0].FormalityID} {
		if e, err := c.CatalogueEntry(ctx, id); err != nil || !reflect.DeepEqual(e, list[0]) {
			t.Errorf("%s: %+v, %v", id, e, err)
		}
	}
	if _, err := c.CatalogueEntry(ctx, "9.999999"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("got %v", err)
	}
	if list, err := c.CatalogueByCode(ctx, "1.00000", 9); err != nil || len(list) != 3 {
		t.Errorf("%+v, %v", list, err)
	}
	if syllables, err := c.CatalogueSyllables(ctx); err != nil || syllables["cap"] != 3 || syllables["bay"] != 1 {
		t.Errorf("%v, %v", syllables, err)
	}
	// The name changed: the old one is not found any more.
	list[0].Name = "cap giay khac"
	if _, err := c.Import(ctx, fill(1, nil)); err != nil {
		t.Fatal(err)
	}
	if got, _ := c.MatchCatalogue(ctx, `"bay"`, 9); len(got) != 0 {
		t.Errorf("old name found: %+v", got)
	}
}

// An index of another version or a foreign file is made anew: all in it can be.
func TestContentOfAnotherVersionIsMadeAnew(t *testing.T) {
	for name, statement := range map[string]string{"newer": "PRAGMA user_version = 99", "foreign": "CREATE TABLE other (x)"} {
		dir := t.TempDir()
		mustExec(t, filepath.Join(dir, sqlite.ContentName), statement)
		c := mustContent(t, dir)
		if err := c.Rebuild(context.Background(), "v1", packIndex); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestContentFolderThatCannotBeUsed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.OpenContent(context.Background(), filepath.Join(file, "sub"), quiet()); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("got %v", err)
	}
}

func TestMissedSearches(t *testing.T) {
	ctx := context.Background()
	db := mustOpen(t, t.TempDir())
	for _, words := range []string{"xo so", "xo so", "goi 0912345678", "0912345678", "ve phim"} {
		if err := db.CountMissed(ctx, words); err != nil {
			t.Fatal(err)
		}
	}
	got, err := db.Missed(ctx, day, 9)
	want := []sqlite.Missed{{Words: "xo so", N: 2}, {Words: "goi", N: 1}, {Words: "ve phim", N: 1}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}
