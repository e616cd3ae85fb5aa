package desk

import (
	"context"

	"tungbuoc/backend/guide"
)

// DetailView is a detail of the office.
type DetailView struct {
	Name     guide.Detail `json:"name"`
	Draft    string       `json:"draft"`    // its lines; of Wi-Fi the name, the password
	Sequence int64        `json:"sequence"` // of the draft; the next one saved must be greater
	Shown    string       `json:"shown"`    // what residents see, "" nothing
	Decided  bool         `json:"decided"`  // somebody said that it is so, also that there is none
	Problem  string       `json:"problem"`  // what is wrong with the draft, "" nothing
	Saved    string       `json:"saved"`    // YYYY-MM-DD HH:MM, "" never
	Who      string       `json:"who"`
	Admin    bool         `json:"admin"` // only an admin may change it
}

// SavedDetailView answers a draft: whether it was kept, and what is kept now.
type SavedDetailView struct {
	Kept   bool       `json:"kept"`
	Detail DetailView `json:"detail"`
}

// DetailChangeView is a change that residents saw.
type DetailChangeView struct {
	Made   string       `json:"made"` // YYYY-MM-DD HH:MM
	Who    string       `json:"who"`  // office.yaml, where that brought it
	Name   guide.Detail `json:"name"`
	Before string       `json:"before"`
	After  string       `json:"after"`
}

// CommuneView is all that the office says of itself.
type CommuneView struct {
	Details []DetailView       `json:"details"` // all of them, in their order
	Changes []DetailChangeView `json:"changes"` // the newest first
	Places  []PlaceView        `json:"places"`  // the communes and wards of the province, as the pack has them
	PutOff  []string           `json:"putOff"`  // questions of the set-up that an admin answers later
}

// PlaceView is a commune to choose, and how its office is called.
type PlaceView struct {
	Name   string `json:"name"`
	Office string `json:"office"` // "": the pack does not say
}

// View lists the details, what of them changed, and the communes of a pack. Errors:
// CodeStorage.
func (c *Commune) View(ctx context.Context, of guide.Communes) (CommuneView, error) {
	view := CommuneView{Details: []DetailView{}, Changes: []DetailChangeView{}, Places: []PlaceView{}, PutOff: []string{}}
	put, err := c.putOff(ctx)
	if err != nil {
		return view, err
	}
	view.PutOff = put
	for _, name := range of.Names {
		view.Places = append(view.Places, PlaceView{name, of.OfficeOf(name)})
	}
	for _, name := range guide.Details {
		d, err := c.kept(ctx, name)
		if err != nil {
			return view, err
		}
		view.Details = append(view.Details, viewOf(d))
	}
	changes, err := c.store.OfficeChanges(ctx, changesShown)
	for _, ch := range changes {
		view.Changes = append(view.Changes, DetailChangeView{Made: ch.Made, Who: ch.Who, Name: ch.Name, Before: ch.Before, After: ch.After})
	}
	return view, err
}

func viewOf(d guide.OfficeDetail) DetailView {
	return DetailView{
		Name: d.Name, Draft: d.Draft, Sequence: d.Sequence, Shown: d.Shown, Decided: d.Decided, Problem: wrong(d.Name, d.Draft),
		Saved: d.Saved, Who: d.Who, Admin: d.Name.Needs() == guide.RoleAdmin,
	}
}
