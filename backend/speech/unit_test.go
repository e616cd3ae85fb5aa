package speech_test

import (
	"slices"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/speech"
)

// Every step of every lesson, every line of every checklist and every act of an
// emergency is a unit, by the texts the screen shows.
func TestUnitsCoverThePack(t *testing.T) {
	pack := mustPack(t)
	units := speech.Units(pack, nil)
	ids := map[string]bool{}
	for _, u := range units {
		if ids[u.ID] || u.ID != guide.UnitID(u.Texts) || len(u.Where) == 0 || slices.Contains(u.Texts, "") {
			t.Errorf("%+v", u)
		}
		ids[u.ID] = true
	}
	shown, acts := 0, 0
	for i := range pack.Services {
		s := &pack.Services[i]
		steps, err := pack.AllSteps(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range steps {
			shown++
			if !ids[guide.UnitID(st.Unit())] {
				t.Errorf("%s: %q is no unit", s.Key, st.Say)
			}
		}
		if s.Emergency != nil {
			for _, act := range s.Emergency.Acts {
				acts++
				if !ids[guide.UnitID(act.Unit())] {
					t.Errorf("%s: %q is no unit", s.Key, act.Say)
				}
			}
		}
		for _, item := range s.Checklist {
			if !ids[guide.UnitID(item.Unit())] {
				t.Errorf("%s: %q is no unit", s.Key, item.Say)
			}
		}
	}
	if len(units) == 0 || acts == 0 || shown <= len(units)/2 {
		t.Errorf("%d units, %d steps", len(units), shown)
	}
}

// The id of a clip must never change for the same words: recordings rest on it.
func TestIDIsForEver(t *testing.T) {
	for want, texts := range map[string][]string{
		"3f8993d1fa2df75b": {"Mở VNeID.", "Mời chờ 15 phút."},
		"ca978112ca1bbdca": {"a"},
	} {
		if got := guide.UnitID(texts); got != want {
			t.Errorf("%q: %s", texts, got)
		}
	}
}

func TestStock(t *testing.T) {
	pack := &guide.Pack{Services: []guide.Service{{Key: "a", Checklist: []guide.Item{{Say: "x", Note: "y"}, {Say: "z"}, {Say: "z"}}}}}
	units := speech.Units(pack, func(s string) string { return s + "!" })
	if len(units) != 2 || units[0].Texts[1] != "y!" || units[1].Where[0] != "services/a" {
		t.Fatalf("%+v", units)
	}
	for i, want := range [][][]string{{{"x!", "y!"}, {"x!"}, {"y!"}}, {{"z!"}}} {
		wordings := units[i].Wordings()
		if len(wordings) != len(want) {
			t.Errorf("%+v", wordings)
			continue
		}
		for j, w := range wordings {
			if w.ID != guide.UnitID(want[j]) || !slices.Equal(w.Texts, want[j]) {
				t.Errorf("%+v, want %q", w, want[j])
			}
		}
	}
	find := speech.Find(units)
	for id, want := range map[string]bool{units[0].ID: true, guide.UnitID([]string{"x!"}): true, guide.UnitID([]string{"x"}): false} {
		if _, ok := find(id); ok != want {
			t.Errorf("%s: %v", id, ok)
		}
	}
}
