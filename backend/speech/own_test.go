package speech

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tungbuoc/backend/guide"
)

// keep puts clips of the commune into a data folder.
func keep(t *testing.T, dir, lang string, names ...string) {
	t.Helper()
	folder := filepath.Join(dir, Folder, lang)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(folder, name), writeWAV(recording(0, 1, 0, 0.1, 0)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOwnClips(t *testing.T) {
	units := []Unit{
		{ID: guide.UnitID([]string{"Mở VNeID.", "Mời chờ."}), Texts: []string{"Mở VNeID.", "Mời chờ."}, Where: []string{"services/a"}},
		{ID: guide.UnitID([]string{"Chạm nút."}), Texts: []string{"Chạm nút."}, Where: []string{"services/a"}},
		{ID: guide.UnitID([]string{"Xong.", "Mời chờ."}), Texts: []string{"Xong.", "Mời chờ."}, Where: []string{"flows/b"}},
	}
	part, old := guide.UnitID([]string{"Mời chờ."}), guide.UnitID([]string{"Câu cũ."})
	dir := t.TempDir()
	keep(t, dir, "tyz", units[0].ID+".wav", units[1].ID+".wav", part+".ogg", old+".wav")
	var got []string
	for _, o := range OwnClips(dir, "tyz", units) {
		got = append(got, o.ID)
		if o.ID == part && !slices.Equal(o.Where, []string{"services/a", "flows/b"}) {
			t.Errorf("heard in %v", o.Where)
		}
		if (o.ID == old) != (len(o.Texts) == 0) {
			t.Errorf("%+v", o)
		}
	}
	if want := []string{old, units[0].ID, part, units[1].ID}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if list := OwnClips(dir, "../x", units); len(list) != 0 {
		t.Errorf("%+v", list)
	}
}

func TestDiscardAndRestore(t *testing.T) {
	a, b := guide.UnitID([]string{"a"}), guide.UnitID([]string{"b"})
	for name, tt := range map[string]struct {
		between  func(t *testing.T, dir string)
		restored int
		left     []string
	}{
		"brought back":          {func(*testing.T, string) {}, 2, []string{a, b}},
		"one is recorded anew":  {func(t *testing.T, dir string) { keep(t, dir, "tyz", a+".wav") }, 1, []string{a, b}},
		"forgotten":             {func(t *testing.T, dir string) { forget(t, dir) }, 0, []string{}},
		"anew, discarded again": {func(t *testing.T, dir string) { keep(t, dir, "tyz", a+".wav"); discard(t, dir, a, 1) }, 2, []string{a, b}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			keep(t, dir, "tyz", a+".ogg", b+".wav")
			keep(t, dir, "hmn", a+".wav")
			for _, id := range []string{a, b} {
				discard(t, dir, id, 1)
			}
			discard(t, dir, a, 0)
			discard(t, dir, "../office", 0)
			if ids := NewClips(dir, nil).IDs("tyz"); len(ids) != 0 {
				t.Fatalf("still played: %v", ids)
			}
			tt.between(t, dir)
			if n, err := Restore(dir, "tyz", []string{a, b, "../x"}); err != nil || n != tt.restored {
				t.Errorf("restored %d, want %d, %v", n, tt.restored, err)
			}
			left := append([]string{}, NewClips(dir, nil).IDs("tyz")...)
			slices.Sort(tt.left)
			if !slices.Equal(left, tt.left) {
				t.Errorf("left %v, want %v", left, tt.left)
			}
			if ids := NewClips(dir, nil).IDs("hmn"); len(ids) != 1 {
				t.Errorf("another language lost its clip")
			}
		})
	}
}

func discard(t *testing.T, dir, id string, want int) {
	t.Helper()
	if n, err := Discard(dir, "tyz", []string{id}); err != nil || n != want {
		t.Errorf("discarded %d, want %d, %v", n, want, err)
	}
}

func forget(t *testing.T, dir string) {
	t.Helper()
	if err := ForgetDiscarded(dir); err != nil {
		t.Fatal(err)
	}
}

// What was imported before staff stopped, or a stick was gone, stays.
func TestImportStops(t *testing.T) {
	in, data := t.TempDir(), t.TempDir()
	keep(t, in, "tyz", guide.UnitID([]string{"a"})+".wav", guide.UnitID([]string{"b"})+".wav", guide.UnitID([]string{"c"})+".wav")
	list, err := ImportAll(data, "tyz", []string{in}, func(id string) (string, bool) { return id, true }, func(done, all int) bool { return all == 3 && done < 2 })
	if err != nil || len(list) != 2 || len(NewClips(data, nil).IDs("tyz")) != 2 {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestFindTakesTheFirstDigits(t *testing.T) {
	find := Find([]Unit{{ID: "0123456789abcdef"}, {ID: "0123456780000000"}, {ID: "fedcba9876543210"}})
	for code, want := range map[string]string{
		"fedcba98": "fedcba9876543210", "fedcba9876543210": "fedcba9876543210", "fedcba98765": "fedcba9876543210",
		"01234567": "", "0123456789": "0123456789abcdef", "fedcba9": "", "fedcba99": "", "ffffffff": "", "": "", "fedcba98765432100": "",
	} {
		if got, ok := find(code); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
}

// A code on the script says which sentence is meant, also where two are alike.
func TestScriptCodesAreDistinct(t *testing.T) {
	units := []Unit{{ID: "0123456789abcdef"}, {ID: "0123456780000000"}, {ID: "fedcba9876543210"}}
	find := Find(units)
	for _, l := range NewScript(units, nil, func(Unit) bool { return false }, "tiếng Tày").Lines {
		if id, ok := find(l.Code); !ok || id != l.ID {
			t.Errorf("%s: %q, %v", l.ID, l.Code, ok)
		}
	}
}
