package sqlite_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
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

func TestKeptComesBack(t *testing.T) {
	ctx := context.Background()
	for name, dir := range map[string]string{"file": t.TempDir(), "memory": ""} {
		c := mustContent(t, dir)
		if piece, err := c.Kept(ctx, "pack"); piece != "" || err != nil {
			t.Fatalf("%s: new index keeps %q, %v", name, piece, err)
		}
		for _, piece := range []string{"first", "sec\x00ond\xff"} { // replaced, not added to
			if err := c.Keep(ctx, "pack", []byte(piece)); err != nil {
				t.Fatal(err)
			}
			if got, err := c.Kept(ctx, "pack"); got != piece || err != nil {
				t.Errorf("%s: %q, %v", name, got, err)
			}
		}
		if piece, err := c.Kept(ctx, "catalogue"); piece != "" || err != nil {
			t.Errorf("%s: %q, %v", name, piece, err)
		}
	}
}

// Two programs make the same new file at the same time.
func TestOpenContentTwice(t *testing.T) {
	dir := t.TempDir()
	a, b := mustContent(t, dir), mustContent(t, dir)
	if err := a.Keep(context.Background(), "pack", []byte("v1")); err != nil {
		t.Fatal(err)
	}
	if piece, err := b.Kept(context.Background(), "pack"); piece != "v1" || err != nil {
		t.Errorf("%q, %v", piece, err)
	}
}

func entry(code, id, name string) guide.CatalogueEntry {
	return guide.CatalogueEntry{Code: code, Name: name, FormalityID: "019d8af3-edd0-7528-af6e-0000000000" + id, Issuer: "Bộ", Departments: []string{"A", "B"}}
}

func TestImportIsAllOrNothing(t *testing.T) {
	ctx := context.Background()
	c := mustContent(t, t.TempDir())
	list := []guide.CatalogueEntry{entry("1.000001", "01", "cap phep bay"), entry("1.000002", "02", "cap phep lai"), entry("1.000002", "03", "cap khac")}
	fill := func(n int, then error) func(func(guide.CatalogueEntry) error) error {
		return func(add func(guide.CatalogueEntry) error) error {
			for _, e := range list[:n] {
				if err := add(e); err != nil {
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
	rows := map[int64]guide.CatalogueEntry{}
	var order []int64
	each := func() {
		clear(rows)
		order = nil
		if err := c.EachEntry(ctx, func(row int64, e guide.CatalogueEntry) { rows[row], order = e, append(order, row) }); err != nil {
			t.Fatal(err)
		}
	}
	each()
	if len(rows) != 3 || !slices.IsSorted(order) {
		t.Errorf("%v", rows)
	}
	for row, want := range rows {
		if e, ok, err := c.CatalogueRow(ctx, row); !ok || err != nil || !reflect.DeepEqual(e, want) {
			t.Errorf("row %d: %+v, %v", row, e, err)
		}
	}
	if _, ok, err := c.CatalogueRow(ctx, 99); ok || err != nil {
		t.Errorf("a row that is not there: %v, %v", ok, err)
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
	// The name changed: the row stays, the old name is gone.
	list[0].Name = "cap giay khac"
	if _, err := c.Import(ctx, fill(1, nil)); err != nil {
		t.Fatal(err)
	}
	first := order[0]
	each()
	if len(rows) != 3 || rows[first].Name != "cap giay khac" {
		t.Errorf("%v", rows)
	}
}

// An index of another version or a foreign file is made anew: all in it can be.
func TestContentOfAnotherVersionIsMadeAnew(t *testing.T) {
	for name, statement := range map[string]string{"newer": "PRAGMA user_version = 99", "foreign": "CREATE TABLE other (x)"} {
		dir := t.TempDir()
		mustExec(t, filepath.Join(dir, sqlite.ContentName), statement)
		c := mustContent(t, dir)
		if err := c.Keep(context.Background(), "pack", []byte("v1")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// mustOldContent makes an index of version 1, with one imported entry.
func mustOldContent(t *testing.T, dir string) {
	t.Helper()
	mustExec(t, filepath.Join(dir, sqlite.ContentName), string(mustRead(t, filepath.Join("testdata", "old", "content-v1.sql"))))
}

var flight = guide.CatalogueEntry{
	Code: "1.014689", Name: "Thủ tục cấp phép bay", FormalityID: "019d8af3-edd0-7528-af6e-edcc8745d1f1", Issuer: "Bộ Quốc phòng", Departments: []string{"A", "B"},
}

// The catalogue that was imported into an older file is kept: the file that it
// came from may be far away.
func TestContentOfVersion1KeepsItsCatalogue(t *testing.T) {
	dir := t.TempDir()
	mustOldContent(t, dir)
	for range 2 { // brought up to date, then open as any other
		c := mustContent(t, dir)
		if e, ok, err := c.CatalogueRow(t.Context(), 7); !ok || err != nil || !reflect.DeepEqual(e, flight) {
			t.Errorf("%+v, %v, %v", e, ok, err)
		}
		if n, err := c.Imports(t.Context()); n != 4 || err != nil {
			t.Errorf("%d imports, %v", n, err)
		}
		if err := c.Keep(t.Context(), "pack", []byte("new")); err != nil {
			t.Error(err)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A file that says it is of version 1 and lacks its tables is made anew.
func TestContentOfVersion1WithoutItsTables(t *testing.T) {
	dir := t.TempDir()
	mustOldContent(t, dir)
	mustExec(t, filepath.Join(dir, sqlite.ContentName), "DROP TABLE saying")
	c := mustContent(t, dir)
	if err := c.Keep(t.Context(), "pack", []byte("new")); err != nil {
		t.Error(err)
	}
}

// mustLock makes content.db in dir as unwritable as a locked disk does, for the
// administrator, too, whom permissions do not stop.
func mustLock(t *testing.T, dir string) {
	t.Helper()
	for _, suffix := range []string{"-wal", "-shm"} {
		if err := os.RemoveAll(filepath.Join(dir, sqlite.ContentName+suffix)); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(dir, sqlite.ContentName+suffix, "x"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(filepath.Join(dir, sqlite.ContentName), 0o400); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
}

// A catalogue that was imported is found where the folder is locked, too.
func TestContentThatCannotBeWrittenIsRead(t *testing.T) {
	ctx := t.Context()
	for name, fill := range map[string]func(dir string){
		"today": func(dir string) {
			c := mustContent(t, dir)
			_, err := c.Import(ctx, func(add func(guide.CatalogueEntry) error) error { return add(flight) })
			if err = errors.Join(err, c.Keep(ctx, "pack", []byte("kept")), c.Close()); err != nil {
				t.Fatal(err)
			}
		},
		"version 1": func(dir string) { mustOldContent(t, dir) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			fill(dir)
			mustLock(t, dir)
			before := mustRead(t, filepath.Join(dir, sqlite.ContentName))
			c := mustContent(t, dir)
			if !c.ReadOnly() {
				t.Error("taken for writable")
			}
			if n, err := c.CatalogueSize(ctx); n != 1 || err != nil {
				t.Errorf("%d entries, %v", n, err)
			}
			if e, err := c.CatalogueEntry(ctx, flight.Code); err != nil || !reflect.DeepEqual(e, flight) {
				t.Errorf("%+v, %v", e, err)
			}
			if _, err := c.Kept(ctx, "pack"); err != nil {
				t.Error(err)
			}
			if n, err := c.Imports(ctx); n == 0 || err != nil {
				t.Errorf("%d imports, %v", n, err)
			}
			_, err := c.Import(ctx, func(add func(guide.CatalogueEntry) error) error { return add(flight) })
			if guide.ErrorCode(err) != guide.CodeStorage {
				t.Errorf("import: %v", err)
			}
			if err := c.Keep(ctx, "pack", []byte("more")); guide.ErrorCode(err) != guide.CodeStorage {
				t.Errorf("keep: %v", err)
			}
			if !bytes.Equal(before, mustRead(t, filepath.Join(dir, sqlite.ContentName))) {
				t.Error("the file changed")
			}
		})
	}
}

// A writable index never says that it is not.
func TestWritableContent(t *testing.T) {
	for _, dir := range []string{"", t.TempDir()} {
		if mustContent(t, dir).ReadOnly() {
			t.Errorf("%q is taken for locked", dir)
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
	want := []sqlite.Missed{{Words: "xo so", N: 2, Days: 1}, {Words: "", N: 1, Days: 1}, {Words: "goi", N: 1, Days: 1}, {Words: "ve phim", N: 1, Days: 1}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}
