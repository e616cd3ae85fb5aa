package desk

import (
	"context"
	"strings"

	"tungbuoc/backend/guide"
)

// NoteView is a note at its place.
type NoteView struct {
	Target   string `json:"target"`  // the place, by its name of today
	Of       string `json:"of"`      // the service, or the part that several share
	On       string `json:"on"`      // what stands there, "" when the place is gone
	Lessons  int    `json:"lessons"` // in how many lessons a shared step is seen; 0: it is of one
	Draft    string `json:"draft"`
	Sequence int64  `json:"sequence"` // of the draft; the next one saved must be greater
	Shown    string `json:"shown"`    // what residents see, or would if it were not parked
	Parked   bool   `json:"parked"`   // its place has changed: nobody sees it
	Under    string `json:"under"`    // of one that is parked: what stood there when it was written
	Saved    string `json:"saved"`    // YYYY-MM-DD HH:MM
	Who      string `json:"who"`
	Hidden   bool   `json:"hidden"` // it is the place of a service that is hidden
	Words    bool   `json:"words"`  // the sentence there can be written anew, too
	Drawn    bool   `json:"drawn"`  // and so can the words on its drawing
	Bare     bool   `json:"bare"`   // its step has no drawing, and one may be copied
}

// SavedView answers a draft: whether it was kept, and what is kept now.
type SavedView struct {
	Kept bool     `json:"kept"`
	Note NoteView `json:"note"`
}

// ChangeView is a change that residents saw.
type ChangeView struct {
	Made   string `json:"made"` // YYYY-MM-DD HH:MM
	Who    string `json:"who"`
	Target string `json:"target"`
	Of     string `json:"of"`
	On     string `json:"on"` // "" when the place is gone
	Before string `json:"before"`
	After  string `json:"after"`
	There  bool   `json:"there"` // the place is still in the pack
	Away   bool   `json:"away"`  // After was taken away, or Before brought back
}

// View is all that the office notes beside the pack.
type View struct {
	Notes   []NoteView   `json:"notes"` // those to look at first are first
	Parked  int          `json:"parked"`
	Away    []AwayView   `json:"away"`    // those to look at first are first
	Over    int          `json:"over"`    // of those, how many the province has changed
	Longest int          `json:"longest"` // letters of a note
	Changes []ChangeView `json:"changes"` // the newest first
}

// changesShown is how far back the history goes on the page.
const changesShown = 100

// flowMark begins the name of what several lessons share.
const flowMark = "flow "

// View lists the notes and what changed. Errors: CodeStorage.
func (d Desk) View(ctx context.Context) (View, error) {
	view := View{Notes: []NoteView{}, Away: []AwayView{}, Changes: []ChangeView{}, Longest: Longest}
	local, err := d.Store.Local(ctx)
	if err != nil {
		return view, err
	}
	view.Away, view.Over = d.away(local.Away)
	landed, _ := d.Pack.Land(local.Notes)
	places := d.Pack.Places()
	find := func(target string) (found guide.Place, there bool) {
		for _, p := range places {
			if p.Target == target {
				return p, true
			}
			if p.Known(target) {
				found, there = p, true
			}
		}
		return found, there
	}
	var rest []NoteView
	for _, n := range local.Notes {
		place, there := find(n.Target)
		v := d.view(place, n)
		if !there {
			v.Target, v.Of, v.Parked, v.Under = n.Target, d.titleOf(n.Target), true, n.Under
		} else if n.Shown != "" && landed[place.Target].Target != n.Target { // another one stands there
			v.Parked, v.Under = true, n.Under
		}
		if v.Parked {
			view.Notes = append(view.Notes, v)
		} else {
			rest = append(rest, v)
		}
	}
	view.Parked = len(view.Notes)
	view.Notes = append(view.Notes, rest...)
	changes, err := d.Store.NoteChanges(ctx, changesShown)
	for _, c := range changes {
		place, there := find(c.Target)
		v := ChangeView{Made: c.Made, Who: c.Who, Target: c.Target, Of: d.titleOf(c.Target), Before: c.Before, After: c.After, There: there}
		if there {
			v.Target, v.On = place.Target, place.Texts[0]
		}
		if v.Away = c.Away; c.Away {
			_, err := d.Pack.Takeable(c.Target)
			v.Of, v.On, v.There = d.titleOf(guide.ServiceOf(c.Target)), "", err == nil
		}
		view.Changes = append(view.Changes, v)
	}
	return view, err
}

// view is a note at a place that the pack has.
func (d Desk) view(place guide.Place, n guide.Note) NoteView {
	v := NoteView{
		Target: place.Target, Of: d.titleOf(place.Target), Draft: n.Draft, Sequence: n.Sequence, Shown: n.Shown, Saved: n.Saved, Who: n.Who,
		Parked: n.Shown != "" && n.Words != place.Words(), Words: place.Rewordable(),
	}
	if st, err := d.Pack.Drawn(guide.ScreenOf(place.Target), ""); err == nil {
		v.Drawn = st.Screen != nil
		v.Bare = !v.Drawn && len(d.Pack.DrawingsFor(guide.ScreenOf(place.Target))) > 0
	}
	if len(place.Texts) > 0 {
		v.On = place.Texts[0]
	}
	if v.Parked {
		v.Under = n.Under
	}
	return v
}

// titleOf is the title of that in whose file a place stands, "" if it is gone.
func (d Desk) titleOf(target string) string {
	if guide.IsOwn(target) {
		t, _ := d.Pack.Topic(guide.OwnTopic(target)) // its tile may be gone
		return t.Title
	}
	file, _, _ := strings.Cut(target, "/")
	if key, flow := strings.CutPrefix(file, flowMark); flow {
		if f := d.Pack.Flow(key); f != nil {
			return f.Title
		}
		return ""
	}
	if s, err := d.Pack.Service(guide.ServiceOf(file)); err == nil {
		return s.Title
	}
	return ""
}
