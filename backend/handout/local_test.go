package handout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

// withNotes lays a note over every place of the shipped pack.
func withNotes(t *testing.T, note func(target string) string) *guide.Pack {
	t.Helper()
	p := mustPack(t)
	var local guide.Local
	for _, place := range p.Places() {
		local.Notes = append(local.Notes, guide.Note{Target: place.Target, Shown: note(place.Target), Words: place.Words()})
	}
	return p.WithLocal(local)
}

// What the office notes stands beside its line, wherever that line is printed, and
// says that it is the office's.
func TestNotesOnPaper(t *testing.T) {
	said := map[string]string{}
	p := withNotes(t, func(target string) string {
		said[target] = fmt.Sprintf("bàn qz%d", len(said))
		return said[target]
	})
	s, err := p.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	steps, err := p.AllSteps(s)
	if err != nil {
		t.Fatal(err)
	}
	for layout, want := range map[handout.Layout][]string{
		handout.Leaflet: {"khai-sinh", guide.FullID(false, "khai-sinh", s.Checklist[0].ID), steps[0].Target},
		handout.A5:      {"khai-sinh", guide.FullID(false, "khai-sinh", s.Checklist[0].ID)},
		handout.Slip80:  {"khai-sinh", guide.FullID(false, "khai-sinh", s.Checklist[0].ID)},
	} {
		c, err := handout.Make(p, s, handout.Options{Office: office, Now: now, Layout: layout})
		if err != nil {
			t.Fatal(err)
		}
		all := ""
		for n, page := range mustPages(t, handout.Job{Layout: layout, Contents: []handout.Content{c}, Copies: 1, Start: 1}) {
			checkPage(t, fmt.Sprintf("%s, page %d", layout, n+1), page)
			all += " " + strings.Join(texts(page), " ")
		}
		for _, target := range want {
			if !strings.Contains(all+" ", said[target]+" ") {
				t.Errorf("%s does not say what stands at %s", layout, target)
			}
		}
		if !strings.Contains(all, office.Here()+":") {
			t.Errorf("%s does not say whose note it is", layout)
		}
	}
}

// The longest notes at every place spoil no paper.
func TestLongestNotesOnPaper(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("nghiêng ", 25))
	p := withNotes(t, func(string) string { return long })
	some := []string{"khai-sinh", "ket-hon"}
	for i := range p.Services {
		if i%40 == 0 {
			some = append(some, p.Services[i].Key)
		}
	}
	for i := range p.Services {
		s := &p.Services[i]
		if !slices.Contains(some, s.Key) {
			continue
		}
		for _, layout := range handout.Layouts {
			c, err := handout.Make(p, s, handout.Options{Office: office, Now: now, Layout: layout})
			if guide.ErrorCode(err) == guide.CodeNotFound {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			for n, page := range mustPages(t, handout.Job{Layout: layout, Contents: []handout.Content{c}, Copies: 1, Start: 1}) {
				checkPage(t, fmt.Sprintf("%s %s, page %d", s.Key, layout, n+1), page)
			}
		}
	}
}

// On an emergency's paper a note stands under its act where the acts stay large, and
// is left out where it would make them small: they are read first.
func TestNotesOnAnEmergencysPaper(t *testing.T) {
	note := "Công an xã trực cả đêm qz1"
	for layout, want := range map[handout.Layout]bool{"a4": true, handout.A5: true, handout.Slip80: true, handout.A4x8: false} {
		p := withNotes(t, func(string) string { return note })
		s, err := p.Service("bi-lua-phai-lam-gi")
		if err != nil {
			t.Fatal(err)
		}
		c, err := handout.Make(p, s, handout.Options{Office: office, Now: now, Layout: layout})
		if err != nil {
			t.Fatal(err)
		}
		page := mustPages(t, handout.Job{Layout: layout, Contents: []handout.Content{c}, Copies: 1, Start: 1})[0]
		checkPage(t, string(layout), page)
		all := strings.Join(texts(page), " ")
		if got := strings.Contains(all, "qz1"); got != want {
			t.Errorf("%s: the note is there: %v", layout, got)
		}
		for _, act := range s.Emergency.Acts {
			if !strings.Contains(all, strings.Fields(act.Say)[0]) {
				t.Errorf("%s lacks %q", layout, act.Say)
			}
		}
	}
}
