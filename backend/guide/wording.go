package guide

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
)

// Most letters of what an office may write in the place of a sentence of the pack:
// what the pack's own longest have, and a little more, so that every screen holds it.
const (
	MostSaid = 90
	MostMore = 160
)

// Wording is what an office says in the place of the sentences of a step, of a line
// of a checklist, or of one of the four numbers of a service ([IsFact]); or the order
// in which it puts its steps ([OrderOf]), for whom a step or a line is ([WhenOf]), or the
// words on a drawn screen ([ScreenOf]). Two
// people stand for it: who wrote it and who agreed.
type Wording struct {
	ID     int64  // the order in which they were agreed on, whatever the clock says
	Target string // lasting name of the step or line, or the name of the number
	Say    string // what to do, to bring, to pay; names of steps; a condition; texts of a drawing, a line each; "": from here on the pack's own sentences again
	More   string // why, or the note; "" none
	Source string // the paper that its numbers are taken from; "" there are none
	Dated  string // day of that paper, YYYY-MM-DD
	From   string // first day, YYYY-MM-DD; "" at once
	Words  string // digest of the sentences in whose place it was put
	Under  string // these sentences, a line each

	Author, Approver string
	Made             string // when it was agreed on, YYYY-MM-DD HH:MM by the office's clock
}

// begins is the day from which a wording goes before earlier ones.
func (w Wording) begins() string {
	return cmp.Or(w.From, w.Made[:min(len(w.Made), len(time.DateOnly))])
}

// InForce gives, of all that was ever agreed on, what holds on a day: at each place
// the one that begins last, and of two that begin together, or of which the clock that
// was wrong once says nothing, the later one. What was
// taken back takes everything before it along, also what was still to come.
func InForce(all []Wording, today string) []Wording {
	now := map[string]Wording{}
	ordered := slices.SortedFunc(slices.Values(all), func(a, b Wording) int { return cmp.Compare(a.ID, b.ID) })
	for _, w := range ordered {
		before, there := now[w.Target]
		switch {
		case w.Say == "":
			delete(now, w.Target)
		case w.From != "" && w.From > today:
		case !there || w.begins() >= before.begins() || w.Made < before.Made: // agreed on later, by a clock that was behind: by its day it cannot be ordered
			now[w.Target] = w
		}
	}
	return slices.SortedFunc(maps.Values(now), func(a, b Wording) int { return cmp.Compare(a.Target, b.Target) })
}

// wordingPlaces lists the places among which these names are to be found: steps and
// lines of checklists, of each service that is named its numbers and what is arranged
// in it, words on drawings, and services of the office's own.
func (p *Pack) wordingPlaces(targets ...string) []Place {
	var list []Place
	sentence := func(target string) bool {
		return !IsNumber(target) && !IsOwn(target) && !IsWhen(target) && !IsScreen(target)
	}
	if slices.ContainsFunc(targets, sentence) {
		list = slices.DeleteFunc(p.Places(), func(place Place) bool { return !place.Rewordable() })
	}
	if slices.ContainsFunc(targets, IsScreen) {
		list = append(list, p.screenPlaces(targets)...)
	}
	named := map[string]bool{}
	for _, target := range targets {
		if own, err := p.OwnPlace(target); err == nil {
			list = append(list, own)
		}
		if key := ServiceOf(target); (IsNumber(target) || IsWhen(target)) && !named[key] {
			named[key] = true
			list = append(list, p.WordingPlacesOf(key)...)
		}
	}
	strayed := func(target string) bool {
		_, there := placeIn(list, target)
		return IsWhen(target) && !there
	}
	if slices.ContainsFunc(targets, strayed) { // its step may have gone to another lesson
		for i := range p.Services {
			if s := &p.Services[i]; !named[s.Key] {
				list = append(list, p.placesOf(s)...)
			}
		}
	}
	return list
}

// placesOf are those of a service beside its sentences: its four numbers, said by the
// pack or not, the order of its steps, and for whom its steps and lines are. What is
// urgent stays as it is.
func (p *Pack) placesOf(s *Service) []Place {
	if s.Emergency != nil || s.Key == p.First.Emergency {
		return nil
	}
	var list []Place
	for _, c := range claimsOf {
		place := Place{Target: NumberOf(s.Key, c.name)}
		if now := *c.at(s); now != nil {
			place.Texts = unit(now.Say, now.Note)
		}
		list = append(list, place)
	}
	if len(s.Steps) > 1 {
		list = append(list, p.orderPlace(s))
	}
	return append(list, p.whenPlaces(s)...)
}

// WordingPlacesOf lists the numbers of a service, the order of its steps and for whom
// its steps and lines are, as far as an office may have its own.
func (p *Pack) WordingPlacesOf(key string) []Place {
	if s, err := p.Service(key); err == nil {
		return p.placesOf(s)
	}
	return nil
}

// WordingPlace finds a place where an office may put words of its own. Error: CodeNotFound.
func (p *Pack) WordingPlace(target string) (Place, error) {
	if IsOwn(target) {
		return p.OwnPlace(target)
	}
	if d, drawn := p.drawnAt(target); drawn {
		d.Texts = d.drawing()
		return d.Place, nil
	}
	if place, there := placeIn(p.wordingPlaces(target), target); there {
		return place, nil
	}
	if _, err := p.Place(target); err == nil {
		return Place{}, Errorf(CodeNotFound, "Chỗ này không sửa câu được. Mời ghi chú bên cạnh.")
	}
	return Place{}, Errorf(CodeNotFound, "Chỗ này không còn trong bài. Mời về danh sách xem lại.")
}

// LandWordings says where wordings belong in the pack, as [Pack.Land] does for notes:
// one whose sentences have changed under it is parked, and residents read the pack's.
// So is what an office has arranged in a lesson in which it does not hold any more, and
// a copy of a drawing that is not what it was.
func (p *Pack) LandWordings(list []Wording) (landed map[string]Wording, parked []Wording) {
	notes, targets, by := make([]Note, 0, len(list)), make([]string, 0, len(list)), make(map[string]Wording, len(list))
	for _, w := range list {
		targets = append(targets, w.Target)
		notes = append(notes, Note{Target: w.Target, Shown: w.Say, Words: w.Words})
		by[w.Target] = w
	}
	stand, left := land(p.wordingPlaces(targets...), notes)
	landed = make(map[string]Wording, len(stand))
	for target, n := range stand {
		landed[target] = by[n.Target]
	}
	for _, n := range left {
		parked = append(parked, by[n.Target])
	}
	parked = append(parked, p.unsound(landed)...)
	return landed, append(parked, p.unsoundCopies(landed)...)
}

// reword puts landed wordings in their places. p is the caller's own copy; what its
// services and flows share with the pack is copied before it is changed.
func (p *Pack) reword(landed map[string]Wording) {
	copies := p.copies(landed) // of the drawings as the province has them: nothing is changed yet
	p.Services, p.Flows, p.Sources = slices.Clone(p.Services), slices.Clone(p.Flows), slices.Clip(p.Sources)
	for _, target := range slices.Sorted(maps.Keys(landed)) {
		w, source := landed[target], ""
		if w.Source != "" {
			source = "xa " + target // no key of a pack has a space
			p.Sources = append(p.Sources, Source{Key: source, Title: w.Source, Date: w.Dated})
		}
		if IsOwn(target) {
			p.Services = append(p.Services, w.service(source))
			continue
		}
		step := func(st *Step) { st.Say, st.Why, st.Source = w.Say, w.More, cmp.Or(source, st.Source) }
		if IsScreen(target) {
			step = func(st *Step) { st.redraw(w.Say) }
			if own := copies[target]; own != nil {
				step = func(st *Step) { st.draw(own) }
			}
		}
		file, id, _ := apart(target)
		if key, flow := strings.CutPrefix(file, "flow "); flow {
			f := p.Flow(key)
			if f == nil {
				continue
			}
			if f.Brief != nil && f.Brief.ID == id {
				brief := *f.Brief
				step(&brief)
				f.Brief = &brief
			}
			f.Steps = changedAt(f.Steps, func(st *Step) bool { return st.ID == id }, step)
			continue
		}
		s, err := p.Service(file)
		if err != nil {
			continue
		}
		if IsOrder(target) {
			s.Steps = p.inOrder(s, strings.Fields(w.Say))
			continue
		}
		if IsWhen(target) {
			if when, known := s.ReadWhen(w.Say); known && !when.open() {
				s.showTo(id, when)
			}
			continue
		}
		if at := s.claim(target); at != nil {
			// Taken away it stays away: whoever doubted the number has not been heard yet.
			if *at == nil || !(*at).Away {
				*at = &Claim{Say: w.Say, Note: w.More, Source: source}
			}
			continue
		}
		s.Steps = changedAt(s.Steps, func(st *Step) bool { return st.ID == id }, step)
		if IsScreen(target) {
			continue
		}
		s.Checklist = changedAt(s.Checklist, func(i *Item) bool { return i.ID == id }, func(i *Item) {
			i.Say, i.Note, i.Source = w.Say, w.More, cmp.Or(source, i.Source)
		})
	}
}

// changedAt is a copy of a list in which the one that is meant is changed, or the
// list itself if it has none.
func changedAt[T any](list []T, meant func(*T) bool, change func(*T)) []T {
	for i := range list {
		if meant(&list[i]) {
			list = slices.Clone(list)
			change(&list[i])
			return list
		}
	}
	return list
}

// WordingDraft is a wording while it is written.
type WordingDraft struct {
	Wording
	Sequence int64  // grows with every one that is kept, whatever the clock says; 0 nothing ever was
	Saved    string // YYYY-MM-DD HH:MM by the office's clock
	AuthorID int64  // who wrote last
	Asked    bool   // a second person is to read it
}

// Begun says whether anything is written.
func (d WordingDraft) Begun() bool { return d.Say != "" || d.More != "" || d.Source != "" }
