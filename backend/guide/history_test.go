package guide_test

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// editionChange is an edition of the shipped pack by what is different from the one
// before; go run ./build/tools/history writes them from the project's own history.
type editionChange struct {
	Put map[string]struct {
		Was   []string `json:"was"`
		Texts []string `json:"texts"`
	} `json:"put"`
	Gone []string `json:"gone"`
}

func mustReadHistory(t *testing.T) []editionChange {
	t.Helper()
	file, err := os.Open("testdata/history.json.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []editionChange
	if err := json.NewDecoder(unzipped).Decode(&list); err != nil {
		t.Fatal(err)
	}
	if len(list) < 40 || len(list[0].Put) < 2000 {
		t.Fatalf("%d editions, the first with %d places", len(list), len(list[0].Put))
	}
	return list
}

// packOf is a pack with these places and nothing else.
func packOf(places map[string]guide.Place) *guide.Pack {
	lines, steps := map[string][]guide.Item{}, map[string][]guide.Step{}
	for target, p := range places {
		file, id, _ := strings.Cut(target, "/")
		more := ""
		if len(p.Texts) > 1 {
			more = p.Texts[1]
		}
		if key, flow := strings.CutPrefix(file, "flow "); flow {
			steps[key] = append(steps[key], guide.Step{ID: id, Was: p.Was, Say: p.Texts[0], Why: more})
		} else {
			lines[file] = append(lines[file], guide.Item{ID: id, Was: p.Was, Say: p.Texts[0], Note: more})
		}
	}
	pack := &guide.Pack{}
	for key, list := range lines {
		pack.Services = append(pack.Services, guide.Service{Key: key, Checklist: list})
	}
	for key, list := range steps {
		pack.Flows = append(pack.Flows, guide.Flow{Key: key, Steps: list})
	}
	return pack
}

// The pack's own history, edition by edition, under notes and sentences of an office
// at every place: none is ever on words that it was not written for, none is lost, and
// every place that has kept its words has kept what the office says there.
func TestNotesOverTheHistoryOfThePack(t *testing.T) {
	places := map[string]guide.Place{}
	var notes []guide.Note
	var wordings []guide.Wording
	under := map[string]string{} // name when it was written -> the words then
	parkedAtLast, landedAtLast := 0, 0
	for edition, change := range mustReadHistory(t) {
		for target, p := range change.Put {
			places[target] = guide.Place{Target: target, Was: p.Was, Texts: p.Texts}
			if _, noted := under[target]; noted {
				continue
			}
			under[target] = strings.Join(p.Texts, "\n")
			words := places[target].Words()
			notes = append(notes, guide.Note{Target: target, Shown: target, Words: words})
			wordings = append(wordings, guide.Wording{Target: target, Say: target, Words: words})
		}
		for _, target := range change.Gone {
			delete(places, target)
		}
		pack := packOf(places)
		landed, parked := pack.Land(notes)
		if len(landed)+len(parked) != len(notes) {
			t.Fatalf("edition %d: %d landed, %d parked, of %d", edition, len(landed), len(parked), len(notes))
		}
		own := pack.WithLocal(guide.Local{Notes: notes})
		worded, parkedWordings := pack.LandWordings(wordings)
		if len(worded) != len(landed) || len(parkedWordings) != len(parked) {
			t.Fatalf("edition %d: %d sentences landed and %d notes", edition, len(worded), len(landed))
		}
		for target, place := range places {
			now, note := strings.Join(place.Texts, "\n"), own.NoteAt(target)
			if note != "" && under[note] != now {
				t.Fatalf("edition %d: what was written under %q is on %q", edition, under[note], now)
			}
			if note == "" && under[target] == now {
				t.Fatalf("edition %d: %s has kept its words and lost its note", edition, target)
			}
			if worded[target].Say != note {
				t.Fatalf("edition %d: %s has the note %q and the sentence %q", edition, target, note, worded[target].Say)
			}
		}
		parkedAtLast, landedAtLast = len(parked), len(landed)
	}
	t.Logf("%d notes: at the last edition %d in their places, %d parked", len(notes), landedAtLast, parkedAtLast)
}
