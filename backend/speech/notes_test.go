package speech

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// lesson is a pack of one service with steps of one sentence each, by their ids.
func lesson(steps ...guide.Step) []Unit {
	return Units(&guide.Pack{Services: []guide.Service{{Key: "a", Steps: steps}}}, nil)
}

// What was noted of a clip stays for as long as it is there or may come back;
// what its words say today is added.
func TestNote(t *testing.T) {
	open, wait := guide.Step{Say: "Mở VNeID.", Why: "Mời chờ.", ID: "mo"}, guide.Step{Say: "Mời chờ.", ID: "cho"}
	whole, part := guide.UnitID(open.Unit()), guide.UnitID(wait.Unit())
	dir := t.TempDir()
	name := filepath.Join(dir, Folder, "tyz", "ids.json")
	noted := func() map[string][]string { return readNotes(name) }
	note := func(units []Unit) {
		t.Helper()
		if err := Note(dir, "tyz", units); err != nil {
			t.Fatal(err)
		}
	}
	note(lesson(open, wait))
	if _, err := os.Stat(name); err == nil {
		t.Error("notes of no clip")
	}
	keep(t, dir, "tyz", whole+".wav", part+".ogg", strings.Repeat("0", 16)+".wav")
	note(lesson(open, wait))
	want := map[string][]string{whole: {"a/mo"}, part: {"a/cho", "a/mo"}}
	if !reflect.DeepEqual(noted(), want) {
		t.Errorf("%v, want %v", noted(), want)
	}
	first, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	note(lesson(open, wait))
	if again, err := os.Stat(name); err != nil || !os.SameFile(first, again) {
		t.Errorf("written anew without need: %v", err)
	}
	wait.Say = "Mời đợi."
	note(lesson(guide.Step{Say: "Mời chờ.", ID: "sau"}, wait))
	want[part] = []string{"a/cho", "a/mo", "a/sau"}
	if !reflect.DeepEqual(noted(), want) {
		t.Errorf("after other words: %v, want %v", noted(), want)
	}
	if _, err := Discard(dir, "tyz", []string{whole}); err != nil {
		t.Fatal(err)
	}
	note(nil)
	if !reflect.DeepEqual(noted(), want) {
		t.Errorf("after one was taken out: %v", noted())
	}
	if err := ForgetDiscarded(dir); err != nil {
		t.Fatal(err)
	}
	note(nil)
	if delete(want, whole); !reflect.DeepEqual(noted(), want) {
		t.Errorf("after it was forgotten: %v", noted())
	}
}

// Notes that cannot be written are an error that staff can read.
func TestNoteWithoutRoom(t *testing.T) {
	dir := t.TempDir()
	step := guide.Step{Say: "Mời chờ.", ID: "cho"}
	keep(t, dir, "tyz", guide.UnitID(step.Unit())+".wav")
	if err := os.MkdirAll(filepath.Join(dir, Folder, "tyz", "ids.json", "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Note(dir, "tyz", lesson(step)); guide.ErrorCode(err) != guide.CodeStorage || guide.Message(err) == "" {
		t.Errorf("%v", err)
	}
}

// A clip of a sentence that several steps share belongs to each that it was
// recorded for, where it is today.
func TestOwnClipsOfChangedWords(t *testing.T) {
	old := guide.UnitID([]string{"Câu cũ."})
	units := Units(&guide.Pack{
		Services: []guide.Service{{Key: "a", Steps: []guide.Step{{Say: "Chung.", ID: "mot"}, {Say: "Riêng.", ID: "hai", Was: []string{"cu"}}, {Say: "Khác.", ID: "ba"}}}},
		Flows:    []guide.Flow{{Key: "b", Steps: []guide.Step{{Say: "Chung.", ID: "x", Was: []string{"a/doi"}}}}},
	}, nil)
	for name, tt := range map[string]struct {
		noted []string
		want  []string // names of today, by unit
	}{
		"one":                    {[]string{"a/hai"}, []string{"a/hai"}},
		"by an earlier name":     {[]string{"a/cu"}, []string{"a/hai"}},
		"by both names":          {[]string{"a/cu", "a/hai"}, []string{"a/hai"}},
		"two that say the same":  {[]string{"flow b/x", "a/mot"}, []string{"a/mot+flow b/x"}},
		"one of these":           {[]string{"flow b/x"}, []string{"flow b/x"}},
		"moved to another file":  {[]string{"a/doi"}, []string{"flow b/x"}},
		"two that differ":        {[]string{"a/hai", "a/mot", "a/gone"}, []string{"a/mot", "a/hai"}},
		"none that is there":     {[]string{"a/gone"}, nil},
		"names without a file":   {[]string{"hai"}, nil},
		"a name that is no name": {[]string{""}, nil},
	} {
		dir := t.TempDir()
		keep(t, dir, "tyz", old+".wav")
		data, err := json.Marshal(map[string][]string{old: tt.noted})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, Folder, "tyz", "ids.json"), data, 0o600); err != nil {
			t.Fatal(err)
		}
		list := OwnClips(dir, "tyz", units)
		if len(list) != 1 || list[0].ID != old {
			t.Fatalf("%s: %+v", name, list)
		}
		var got []string
		for _, now := range list[0].Now {
			var names []string
			for _, m := range now.Meant {
				names = append(names, m.ID)
			}
			got = append(got, strings.Join(names, "+"))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// A data folder's own notes that lie on a stick are no recording.
func TestNotesAreNoRecording(t *testing.T) {
	in := t.TempDir()
	keep(t, in, "tyz", guide.UnitID([]string{"a"})+".wav")
	if err := os.WriteFile(filepath.Join(in, Folder, "tyz", "ids.json"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := ImportAll(t.TempDir(), "tyz", []string{in}, func(id string) (string, bool) { return id, true }, nil)
	if err != nil || len(list) != 1 || list[0].Problem != "" {
		t.Errorf("%+v, %v", list, err)
	}
}

// Whatever stands in the notes, what is taken of them can be written and read.
func FuzzNotes(f *testing.F) {
	for _, seed := range []string{`{"0123456789abcdef": ["a/b", "flow c/d", "a/b"]}`, `{"0123456789abcdef": "a/b"}`, `[]`, `{"0123456789abcdef": [null, "x/\u0000"]}`, `{"x": {}}`, "{", "null"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		notes := parseNotes(data)
		for clip, names := range notes {
			if !idShape.MatchString(clip) || len(names) == 0 || !slices.IsSorted(names) {
				t.Errorf("%q: %q", clip, names)
			}
		}
		again, err := json.Marshal(notes)
		if err != nil || !reflect.DeepEqual(parseNotes(again), notes) {
			t.Errorf("%s: %v", again, err)
		}
	})
}
