// Package gaps lists what the lessons still lack at this office, as far as people here
// can mend it, each with the place to mend: the lessons that are opened most here come
// first.
package gaps

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"tungbuoc/backend/guide"
)

// Kind is what is lacking.
type Kind string

// The kinds, what harms residents most first.
const (
	KindStopped     Kind = "stopped"      // people left the lesson at a step
	KindUnclear     Kind = "unclear"      // people called staff from a step
	KindNoteParked  Kind = "note_parked"  // the province has changed what a note was for: nobody sees it
	KindWordsParked Kind = "words_parked" // the same with a sentence of the office's own
	KindFlaw        Kind = "flaw"         // a sentence is written with a mistake in it
	KindAsked       Kind = "asked"        // a sentence waits for a second person
	KindWriting     Kind = "writing"      // a sentence is written, nobody was asked to read it
	KindNote        Kind = "note"         // a note is written, nobody sees it
	KindBroken      Kind = "broken"       // the page of a code was found wrong, or does not open
	KindAsks        Kind = "asks"         // residents are told to ask staff, and no note says what staff know
	KindUndrawn     Kind = "undrawn"      // a lesson without one drawn screen, and without a note
	KindUnchecked   Kind = "unchecked"    // codes that nobody has opened
	KindDetail      Kind = "detail"       // the office does not say it of itself
	KindUnsaid      Kind = "unsaid"       // it is written, residents do not see it
)

// kinds is their order.
var kinds = []Kind{KindStopped, KindUnclear, KindNoteParked, KindWordsParked, KindFlaw, KindAsked, KindWriting, KindNote, KindBroken, KindAsks,
	KindUndrawn, KindUnchecked, KindDetail, KindUnsaid}

// Line is one thing that is lacking.
type Line struct {
	Kind   Kind     `json:"kind"`
	Target string   `json:"target"` // the place to mend: of a note or a sentence, a service, a detail of the office
	On     string   `json:"on"`     // what stands there, "" when the place is gone from the pack
	Say    string   `json:"say"`    // of a flaw, what is wrong and what to do
	Times  int      `json:"times"`  // of steps, how often in the last days
	Names  []string `json:"names"`  // of asks: fee, time, deadline, hotline; of codes the keys of their links
}

// Group is what one lesson lacks, or what several lessons share.
type Group struct {
	Key    string `json:"key"` // of the service; of shared steps with "flow " before it
	Title  string `json:"title"`
	Opened int    `json:"opened"` // how often of late
	Later  bool   `json:"later"`  // nobody opened it here, and nobody here has begun to write in it
	Lines  []Line `json:"lines"`
}

// View is all that is lacking.
type View struct {
	Office []Line  `json:"office"`
	Groups []Group `json:"groups"` // those opened most first
	Days   int     `json:"days"`   // how far back is looked
}

// Store is what the office keeps: office.db.
type Store interface {
	Local(ctx context.Context) (guide.Local, error)
	WordingDrafts(ctx context.Context) ([]guide.WordingDraft, error)
	OfficeDetails(ctx context.Context) ([]guide.OfficeDetail, error)
	Opened(ctx context.Context, days int) (map[string]int, error)
	Stops(ctx context.Context, days int) ([]guide.Stop, error)
}

// Office is whose lessons are looked at, and by whom.
type Office struct {
	Store Store
	Pack  *guide.Pack  // the province's
	Shown *guide.Pack  // as residents have it here
	Says  guide.Office // as residents have it
	Role  guide.Role   // of who looks: what they may not mend is left out
	Now   time.Time
}

// Days is how far back is looked.
const Days = 30

// Stops are the steps at which lessons come to a halt often, and that the pack still
// has. Error: CodeStorage.
func Stops(ctx context.Context, store Store, pack *guide.Pack) ([]guide.Stop, error) {
	stops, err := store.Stops(ctx, Days)
	places := placesOf(pack)
	return slices.DeleteFunc(stops, func(s guide.Stop) bool {
		service, err := pack.Service(s.Service)
		_, there := places[s.Target]
		return err != nil || service.Key != s.Service || !there
	}), err
}

// Stuck counts the steps at which lessons come to a halt often. Error: CodeStorage.
func Stuck(ctx context.Context, o Office) (int, error) {
	stops, err := Stops(ctx, o.Store, o.Pack)
	steps := map[string]bool{} // one may be left often, and not be understood, too
	for _, s := range stops {
		steps[s.Target] = true
	}
	return len(steps), err
}

// Look lists what is lacking. Errors: CodeStorage.
func Look(ctx context.Context, o Office) (View, error) {
	l := looker{Office: o, places: placesOf(o.Pack), lines: map[string][]Line{}}
	var err error
	if l.opened, err = o.Store.Opened(ctx, Days); err != nil {
		return View{}, err
	}
	stops, err := Stops(ctx, o.Store, o.Pack)
	if err != nil {
		return View{}, err
	}
	for _, s := range stops {
		kind := KindStopped
		if s.Event == guide.EventUnclear {
			kind = KindUnclear
		}
		l.add(s.Service, Line{Kind: kind, Target: s.Target, On: l.places[s.Target].Texts[0], Times: s.Times})
	}
	if err := l.written(ctx); err != nil {
		return View{}, err
	}
	l.codes()
	for i := range o.Shown.Services {
		l.service(&o.Shown.Services[i])
	}
	office, err := l.details(ctx)
	return View{Office: office, Groups: l.groups(), Days: Days}, err
}

type looker struct {
	Office
	places map[string]guide.Place
	opened map[string]int
	lines  map[string][]Line // by the key of the group
}

// placesOf are the places of a pack by their names, earlier ones too.
func placesOf(p *guide.Pack) map[string]guide.Place {
	all := p.Places()
	by := make(map[string]guide.Place, len(all))
	for _, place := range all {
		for _, was := range place.Was {
			by[was] = place
		}
	}
	for _, place := range all {
		by[place.Target] = place
	}
	return by
}

func (l *looker) add(key string, line Line) {
	if line.Names == nil {
		line.Names = []string{}
	}
	l.lines[key] = append(l.lines[key], line)
}

// at adds a line about a place, under its name of today.
func (l *looker) at(target string, line Line) {
	line.Target, line.On = l.placed(target, "")
	l.add(guide.ServiceOf(line.Target), line)
}

// placed is the name of a place today, and what stands there; on where the pack does not
// say it.
func (l *looker) placed(target, on string) (string, string) {
	if place, there := l.places[target]; there {
		return place.Target, place.Texts[0]
	}
	return target, on
}

// own adds a line about words of the office's own.
func (l *looker) own(w guide.Wording, line Line) {
	line.Target, line.On = l.worded(w)
	l.add(guide.ServiceOf(line.Target), line)
}

// worded is [looker.placed] of words of the office's own: at a sentence, a number, the
// order of a lesson, for whom a step is, on a drawing, or as a service. What has no words
// of its own is called by its step or its lesson.
func (l *looker) worded(w guide.Wording) (target, on string) {
	if _, there := l.places[w.Target]; !there {
		if place, err := l.Pack.WordingPlace(w.Target); err == nil {
			on, w.Target = w.Say, place.Target
			if s, err := l.Pack.Service(guide.ServiceOf(w.Target)); err == nil && guide.IsNumber(w.Target) {
				on = s.Title
			}
			if guide.IsWhen(w.Target) {
				on = place.Texts[0]
			}
			if st, err := l.Pack.Drawn(w.Target, ""); err == nil {
				on = st.Say
			}
		}
	}
	return l.placed(w.Target, on)
}

// written is what people here have begun to write and residents do not see.
func (l *looker) written(ctx context.Context) error {
	local, err := l.Store.Local(ctx)
	if err != nil {
		return err
	}
	drafts, err := l.Store.WordingDrafts(ctx)
	if err != nil {
		return err
	}
	_, notes := l.Pack.Land(local.Notes)
	for _, n := range notes {
		l.at(n.Target, Line{Kind: KindNoteParked})
	}
	for _, n := range begunNotes(local.Notes, notes) {
		l.at(n.Target, Line{Kind: KindNote})
	}
	_, words := l.Pack.LandWordings(local.Wordings)
	for _, w := range words {
		l.own(w, Line{Kind: KindWordsParked})
	}
	for _, d := range drafts {
		l.draft(d, local.Wordings)
	}
	return nil
}

func (l *looker) draft(d guide.WordingDraft, beside []guide.Wording) {
	line := Line{Kind: KindWriting}
	if d.Asked {
		line.Kind = KindAsked
	}
	flaws, err := l.Pack.ReadWording(d.Wording, l.Now.Format(time.DateOnly), beside...)
	if err != nil { // its place is gone
		line = Line{Kind: KindFlaw, Say: guide.Message(err)}
	}
	for _, f := range flaws {
		if !f.Warning {
			line = Line{Kind: KindFlaw, Say: f.Message + " " + f.Mend}
			break
		}
	}
	l.own(d.Wording, line)
}

// codes are what nobody has opened with a phone, and what was found wrong.
func (l *looker) codes() {
	never, broken := map[string][]string{}, map[string][]string{}
	expected := l.Shown.Expect()
	for _, link := range l.Shown.Links {
		e := expected[link.Key]
		switch {
		case !e.Shown:
		case link.State == guide.LinkBroken:
			broken[e.Service] = append(broken[e.Service], link.Key)
		case link.State != guide.LinkOK:
			never[e.Service] = append(never[e.Service], link.Key)
		}
	}
	for service, keys := range broken {
		l.add(service, Line{Kind: KindBroken, Target: service, Names: keys})
	}
	for service, keys := range never {
		l.add(service, Line{Kind: KindUnchecked, Target: service, Names: keys})
	}
}

// service is what the pack says not, or not yet; a note of the office beside the
// service says it.
func (l *looker) service(s *guide.Service) {
	if s.Emergency != nil || l.Shown.NoteAt(s.Key) != "" {
		return
	}
	asks := []string{}
	for _, c := range []struct {
		name  string
		claim *guide.Claim
		needs bool
	}{
		{"fee", s.Fee, s.Kind == guide.KindProcedure}, {"time", s.Time, s.Kind == guide.KindProcedure},
		{"deadline", s.Deadline, false}, {"hotline", s.Hotline, false},
	} {
		if c.claim == nil && c.needs || c.claim != nil && (c.claim.Away || guide.OnlyAsks(c.claim.Say)) {
			asks = append(asks, c.name)
		}
	}
	if len(asks) > 0 {
		l.add(s.Key, Line{Kind: KindAsks, Target: s.Key, On: s.Title, Names: asks})
	}
	steps, err := l.Shown.AllSteps(s)
	if err == nil && s.HasGuide() && !slices.ContainsFunc(steps, func(st guide.WalkStep) bool { return st.Screen != nil }) {
		l.add(s.Key, Line{Kind: KindUndrawn, Target: s.Key, On: s.Title})
	}
}

// details are what the office does not say of itself, as far as who looks may say it.
func (l *looker) details(ctx context.Context) ([]Line, error) {
	kept, err := l.Store.OfficeDetails(ctx)
	list := []Line{}
	for _, name := range guide.Details {
		if !l.Role.May(name.Needs()) {
			continue
		}
		d := guide.OfficeDetail{Name: name}
		for _, k := range kept {
			if k.Name == name {
				d = k
			}
		}
		switch says := l.Says.Says(name); {
		case begunDetail(d):
			list = append(list, Line{Kind: KindUnsaid, Target: string(name), Names: []string{}})
		case says == "" && !d.Decided:
			list = append(list, Line{Kind: KindDetail, Target: string(name), Names: []string{}})
		}
	}
	return list, err
}

// groups sorts what was found: what is opened most first, then as the pack has it.
func (l *looker) groups() []Group {
	groups := []Group{}
	put := func(key, title string, opened int) {
		lines := l.lines[key]
		if len(lines) == 0 {
			return
		}
		delete(l.lines, key)
		slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)) })
		own := slices.ContainsFunc(lines, func(line Line) bool { return slices.Index(kinds, line.Kind) <= slices.Index(kinds, KindBroken) })
		groups = append(groups, Group{Key: key, Title: title, Opened: opened, Later: opened == 0 && !own, Lines: lines})
	}
	for i := range l.Pack.Services {
		s := &l.Pack.Services[i]
		put(s.Key, s.Title, l.opened[s.Key])
	}
	for i := range l.Pack.Flows {
		f := &l.Pack.Flows[i]
		if key := "flow " + f.Key; len(l.lines[key]) > 0 {
			put(key, f.Title, l.sharedBy(key))
		}
	}
	for _, key := range sorted(l.lines) { // of the office's own, and of lessons that the pack has no more
		title := ""
		if guide.IsOwn(key) {
			title = guide.OwnGroup
		}
		put(key, title, 0)
	}
	slices.SortStableFunc(groups, func(a, b Group) int { return cmp.Compare(b.Opened, a.Opened) })
	return groups
}

// sharedBy is how often the lessons were opened in which steps of a flow are walked.
func (l *looker) sharedBy(flow string) (opened int) {
	for i := range l.Pack.Services {
		s := &l.Pack.Services[i]
		if l.opened[s.Key] == 0 {
			continue
		}
		steps, err := l.Pack.AllSteps(s)
		if err == nil && slices.ContainsFunc(steps, func(st guide.WalkStep) bool { return strings.HasPrefix(st.Target, flow+"/") }) {
			opened += l.opened[s.Key]
		}
	}
	return opened
}

func sorted(lines map[string][]Line) []string {
	keys := make([]string, 0, len(lines))
	for key := range lines {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
