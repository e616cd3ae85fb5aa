package desk

import (
	"context"

	"tungbuoc/backend/guide"
)

// FlawView is something wrong with what is typed.
type FlawView struct {
	Field   string `json:"field"` // say, more, source, dated, from; of a drawing the key of a text
	Message string `json:"message"`
	Mend    string `json:"mend"`
	Warning bool   `json:"warning"` // advice; one may go on
}

// WordingView is a place of a lesson, or a number of its service: what the province says there, what is being
// written, what residents read.
type WordingView struct {
	Target   string        `json:"target"`
	Of       string        `json:"of"`    // the service, or the part that several share; of an own service its tile
	Own      bool          `json:"own"`   // a service of the office's own: the province says nothing there
	There    bool          `json:"there"` // its place still is in the pack
	Before   Text          `json:"before"`
	Draft    Text          `json:"draft"`    // begins as what residents read
	Sequence int64         `json:"sequence"` // the next one saved must be greater
	Writing  bool          `json:"writing"`  // something is being written
	Asked    bool          `json:"asked"`    // and a second person is to read it
	Author   string        `json:"author"`   // who wrote last
	AuthorID int           `json:"authorId"`
	Saved    string        `json:"saved"`  // YYYY-MM-DD HH:MM
	Flaws    []FlawView    `json:"flaws"`  // of what is written, also that it is nothing
	Agreed   bool          `json:"agreed"` // residents read something of the office's own, or will
	Parked   bool          `json:"parked"` // it was agreed on for other sentences: residents read the province's
	Under    string        `json:"under"`  // of one that is parked: what stood there then
	Now      Text          `json:"now"`    // what was agreed on last
	By       string        `json:"by"`     // "Lan, Tú"
	Made     string        `json:"made"`
	Step     string        `json:"step"`     // of a drawing: what its step says
	Bare     bool          `json:"bare"`     // the province has drawn nothing there
	Copy     *CopyView     `json:"copy"`     // what is copied there by what is written, or else agreed on
	CopyNow  *CopyView     `json:"copyNow"`  // and by what was agreed on last
	Picture  string        `json:"picture"`  // of a drawing with what is written, as the step has it: SVG; "" in a list of many
	Practice string        `json:"practice"` // the same as a rehearsal shows it: more of it
	Alt      string        `json:"alt"`      // what the pictures show
	Steps    []OrderedStep `json:"steps"`    // of an order: the steps that it is about, as the province has them; the texts say their names
	Whom     *WhomView     `json:"whom"`     // of for whom a step or a line is; the texts say the condition
	Takeable bool          `json:"takeable"` // a number of the province's, which one may take away alone
}

// SavedWordingView answers what is typed: whether it was kept, and what is kept now.
type SavedWordingView struct {
	Kept    bool        `json:"kept"`
	Wording WordingView `json:"wording"`
}

func (e Editor) view(ctx context.Context, place guide.Place, draft guide.WordingDraft) (WordingView, error) {
	all, err := e.Store.Wordings(ctx)
	return e.pictured(e.viewOf(place, draft, all)), err
}

// viewOf is a place with what is written there and what was agreed on.
func (e Editor) viewOf(place guide.Place, draft guide.WordingDraft, all []guide.Wording) WordingView {
	v := WordingView{
		Target: place.Target, Of: Desk{Pack: e.Pack}.titleOf(place.Target), There: true, Before: textOf(place.Texts), Sequence: draft.Sequence,
		Asked: draft.Asked, Saved: draft.Saved, Flaws: e.flaws(draft.Wording, all), Steps: []OrderedStep{}, Own: guide.IsOwn(place.Target),
	}
	if guide.IsOrder(place.Target) {
		v.Steps = e.steps(place.Target)
		v.Before = Text{Say: inTurn(v.Steps)}
	}
	if v.Whom = e.whom(place, draft.Wording, all); v.Whom != nil {
		v.Before = Text{Say: e.seenBy(place.Target, nil)}
	}
	drawn := guide.IsScreen(place.Target)
	for _, w := range latest(all) {
		if place.Known(w.Target) {
			v.Agreed, v.Now, v.By, v.Made = true, Text{w.Say, w.More, w.Source, w.Dated, w.From}, w.Author+", "+w.Approver, w.Made
			if w.Words != place.Words() || e.unsound(w, all) {
				v.Parked, v.Under = true, w.Under
			}
		}
	}
	switch v.Writing = draft.Begun(); {
	case v.Writing:
		v.Draft = Text{draft.Say, draft.More, draft.Source, draft.Dated, draft.From}
		if drawn && !e.onDrawing(place.Target, draft.Say) {
			v.Draft.Say = ""
		}
		if _, fits := e.fits(place.Target, draft.Say); !fits { // its flaw says why one begins anew
			v.Draft.Say = v.Before.Say
		}
		v.Author, v.AuthorID = draft.Author, int(draft.AuthorID)
	case v.Agreed && !v.Parked:
		v.Draft = v.Now
		v.Draft.From = ""
	case drawn, guide.IsFact(place.Target) && guide.OnlyAsks(v.Before.Say): // nothing to begin with
	default:
		v.Draft = v.Before
	}
	if drawn {
		e.drawnBefore(&v, v.Draft.Say)
		v.CopyNow = e.copied(place.Target, v.Now.Say)
	}
	_, err := e.Pack.Takeable(place.Target)
	v.Takeable = err == nil && guide.IsFact(place.Target)
	return v
}

// textOf is what stands at a place of the pack.
func textOf(texts []string) (t Text) {
	if len(texts) > 0 {
		t.Say = texts[0]
	}
	if len(texts) > 1 {
		t.More = texts[1]
	}
	return t
}
