package places_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/places"
)

// Sticks come first; what is not there, or is no folder, is not offered, and
// nothing but what is offered is found.
func TestOffered(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	stick := filepath.Join(t.TempDir(), "KINGSTON")
	documents := filepath.Join(home, "Documents")
	file := filepath.Join(home, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	sticks := []string{stick, file}
	if got, want := places.Offered(sticks), []places.Place{{Path: home}}; !slices.Equal(got, want) {
		t.Errorf("without a stick and documents: %+v", got)
	}
	for _, dir := range []string{stick, documents} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	want := []places.Place{{Path: stick, Name: "KINGSTON", Stick: true}, {Path: documents, Name: "Documents"}}
	if got := places.Offered(sticks); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	if got, err := places.Find(sticks, stick); err != nil || got != want[0] {
		t.Errorf("%+v, %v", got, err)
	}
	for _, path := range []string{"", home, file, filepath.Join(stick, "..")} {
		if got, err := places.Find(sticks, path); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%q: %+v, %v", path, got, err)
		}
	}
}

// What staff are told of a folder: how much is in it, how much still fits.
func TestRoom(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, bytes := range map[string]int{"a": 1000, "in/b": 24} {
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, bytes), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := places.Size(t.Context(), dir); got != 1024 {
		t.Errorf("%d bytes", got)
	}
	if free, err := places.Free(dir); err != nil || free <= 0 {
		t.Errorf("%d bytes free, %v", free, err)
	}
	gone := filepath.Join(dir, "gone")
	if _, err := places.Free(gone); err == nil || places.Size(t.Context(), gone) != 0 {
		t.Errorf("of a folder that is not there: %v", err)
	}
}

// Only files with the ending are offered, also from a folder of the stick; nothing
// else is found, whatever path is named.
func TestFiles(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	stick := filepath.Join(t.TempDir(), "KINGSTON")
	old := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for i, name := range []string{"a.tbupdate", "tinh/B.TBUPDATE", "._a.tbupdate", "a.pdf", "tinh/sau/c.tbupdate", "d.tbupdate/in"} {
		name = filepath.Join(stick, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("12345"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, old, old.Add(time.Duration(i)*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	sticks := []string{filepath.Join(stick, "gone"), stick}
	var got []string
	for _, f := range places.Files(sticks, ".tbupdate") {
		name, err := filepath.Rel(stick, f.Path)
		if err != nil || f.Size != 5 || !f.Place.Stick || f.Place.Name != "KINGSTON" {
			t.Errorf("%+v, %v", f, err)
		}
		got = append(got, filepath.ToSlash(name))
	}
	if want := []string{"tinh/B.TBUPDATE", "a.tbupdate"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if f, err := places.FindFile(sticks, ".tbupdate", filepath.Join(stick, "a.tbupdate")); err != nil || f.Size != 5 {
		t.Errorf("%+v, %v", f, err)
	}
	for _, path := range []string{"", filepath.Join(stick, "a.pdf"), stick + "/tinh/../a.tbupdate", filepath.Join(stick, "tinh", "sau", "c.tbupdate")} {
		if f, err := places.FindFile(sticks, ".tbupdate", path); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%q: %+v, %v", path, f, err)
		}
	}
}
