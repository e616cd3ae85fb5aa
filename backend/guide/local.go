package guide

import (
	"cmp"
	"slices"
	"strings"
)

// Place is a place of the content on which an office may hang a note: a service,
// a step, a line of a checklist, or an act of an emergency.
type Place struct {
	Target string   // key of a service; of a step or a line its lasting name, with its file
	Was    []string // earlier names
	Texts  []string // what is read there: a note is for these words only
	Act    bool     // what to do at once: noted beside, its own words stay the province's
}

// Rewordable says whether an office may put its own sentences in the place of these:
// those of a step or a line. Those of an emergency are the same everywhere.
func (p Place) Rewordable() bool { return strings.Contains(p.Target, "/") && !p.Act }

// Words is the digest of what stands at the place; it changes with every word.
func (p Place) Words() string { return UnitID(p.Texts) }

// Known says whether the place has the name, or had it.
func (p Place) Known(target string) bool { return p.Target == target || slices.Contains(p.Was, target) }

// Note is what an office says beside the pack at one place, in a line of its own:
// as staff are writing it, and as residents see it.
type Note struct {
	Target   string
	Draft    string
	Sequence int64  // of the draft: grows with every one that is kept, whatever the clock says
	Saved    string // YYYY-MM-DD HH:MM by the office's clock
	Shown    string // what residents see, "" nothing
	Words    string // digest of the place's words when it was put there
	Under    string // these words themselves, a line each: what staff compare when they have changed
	Who      string // of the office wrote last, "" where nobody is told apart
}

// NoteChange is one change that residents saw, of a note or of what was taken away.
type NoteChange struct {
	ID     int64 // the order in which they were made, whatever the clock says
	Made   string
	Who    string
	Target string
	Before string
	After  string
	Away   bool // Before was brought back, or After taken away
}

// Local is what an office lays over the pack.
type Local struct {
	Notes    []Note
	Wordings []Wording // in force today, see [InForce]
	Away     []Away
}

// Places lists every place that can carry a note, in the order of the files.
func (p *Pack) Places() []Place {
	list := make([]Place, 0, len(p.Services))
	for i := range p.Services {
		if s := &p.Services[i]; s.Emergency == nil { // what is urgent has its page for itself
			list = append(list, Place{Target: s.Key, Texts: []string{s.Title}})
		}
	}
	for _, n := range p.Names() {
		if n.ID != "" {
			list = append(list, Place{Target: n.ID, Was: n.Was, Texts: n.Texts, Act: strings.HasPrefix(n.path, "emergency.")})
		}
	}
	return list
}

// Place finds a place by its name, or by an earlier one. Error: CodeNotFound.
func (p *Pack) Place(target string) (Place, error) {
	if place, there := placeIn(p.Places(), target); there {
		return place, nil
	}
	return Place{}, Errorf(CodeNotFound, "Chỗ này không còn trong bài. Mời xem lại ghi chú ở mục Cần xem lại.")
}

func placeIn(list []Place, target string) (found Place, there bool) {
	for _, place := range list {
		if place.Target == target {
			return place, true
		}
		if place.Known(target) {
			found, there = place, true
		}
	}
	return found, there
}

// Land says where notes belong in the pack: the place of each that stands where
// its words are as they were when it was put there, under the name of today. The
// rest is parked: nobody sees it before a person has looked. No two land on one
// place; one whose place still has the same name goes before one whose place has
// been renamed.
func (p *Pack) Land(notes []Note) (landed map[string]Note, parked []Note) {
	return land(p.Places(), notes)
}

func land(all []Place, notes []Note) (landed map[string]Note, parked []Note) {
	landed = map[string]Note{}
	places := map[string]Place{}
	for _, place := range all {
		for _, was := range place.Was {
			if _, taken := places[was]; !taken {
				places[was] = place
			}
		}
	}
	for _, place := range all {
		places[place.Target] = place
	}
	ordered := slices.Clone(notes)
	slices.SortStableFunc(ordered, func(a, b Note) int {
		renamed := func(n Note) int {
			if places[n.Target].Target == n.Target {
				return 0
			}
			return 1
		}
		return cmp.Compare(renamed(a), renamed(b))
	})
	for _, n := range ordered {
		if n.Shown == "" {
			continue
		}
		place, there := places[n.Target]
		_, taken := landed[place.Target]
		if !there || taken || place.Words() != n.Words {
			parked = append(parked, n)
			continue
		}
		landed[place.Target] = n
	}
	return landed, parked
}

// WithLocal gives the pack with what an office lays over it. The pack itself stays
// as it is, and shares all else. What does not stand where it was put is left out.
func (p *Pack) WithLocal(local Local) *Pack {
	own := *p
	own.local, own.hidden, own.worded = nil, nil, nil
	own.take(local.Away)
	if len(local.Notes) > 0 {
		landed, _ := p.Land(local.Notes)
		own.local = make(map[string]string, len(landed))
		for target, n := range landed {
			own.local[target] = n.Shown
		}
	}
	if len(local.Wordings) > 0 {
		landed, _ := p.LandWordings(local.Wordings)
		own.reword(landed)
		own.worded = make(map[string]string, len(landed))
		for target, w := range landed {
			own.worded[target] = w.Say + "\n" + w.More
		}
	}
	return &own
}

// SeenIn counts the services in whose lesson a step of a flow is walked, on any
// way: a note on it is seen in all of them.
func (p *Pack) SeenIn(target string) int {
	count := 0
	for i := range p.Services {
		steps, err := p.AllSteps(&p.Services[i])
		if err == nil && slices.ContainsFunc(steps, func(st WalkStep) bool { return st.Target == target }) {
			count++
		}
	}
	return count
}

// NoteAt is what the office says at a place, "" nothing.
func (p *Pack) NoteAt(target string) string { return p.local[target] }
