package desk

import (
	"context"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// AwayView is a service or a number that the office has taken from residents.
type AwayView struct {
	Target  string `json:"target"`
	Service bool   `json:"service"` // a whole service; else a number of one
	Of      string `json:"of"`      // title of the service
	Under   string `json:"under"`   // what residents read before
	Over    bool   `json:"over"`    // the province has changed or dropped it: residents have its new word
	Now     string `json:"now"`     // of one that is over: that word, "" if there is none
	Made    string `json:"made"`    // YYYY-MM-DD HH:MM
	Who     string `json:"who"`
}

// TakeAway takes a service or a number from residents, and says what that was.
// One person may do it: nobody is told anything then that is not so.
// Errors: CodeInvalid, CodeNotFound, CodeStorage, CodeDiskFull.
func (d Desk) TakeAway(ctx context.Context, target string) (what string, err error) {
	a, err := d.Pack.Takeable(target)
	if err != nil {
		return "", err
	}
	a.Who = d.Who
	local, err := d.Store.Local(ctx)
	if err != nil {
		return "", err
	}
	// The office may have put its own number there: that is what residents read till now.
	if place, err := d.Pack.WithLocal(guide.Local{Wordings: local.Wordings}).WordingPlace(a.Target); err == nil && len(place.Texts) > 0 {
		a.Under = strings.Join(place.Texts, " · ")
	}
	return a.Under, d.Store.TakeAway(ctx, a)
}

// BringBack gives it back to residents, and says what it was. What the pack no more
// has, or has changed, is only taken off the list. Errors: CodeNotFound,
// CodeStorage, CodeDiskFull.
func (d Desk) BringBack(ctx context.Context, target string) (what string, err error) {
	local, err := d.Store.Local(ctx)
	if err != nil {
		return "", err
	}
	holds := slices.ContainsFunc(local.Away, func(a guide.Away) bool { return a.Target == target && d.Pack.Holds(a) })
	return d.Store.BringBack(ctx, target, d.Who, !holds)
}

// away lists what was taken away, what the province has changed first.
func (d Desk) away(list []guide.Away) (views []AwayView, over int) {
	views = []AwayView{}
	for _, a := range list {
		v := AwayView{Target: a.Target, Service: a.Service(), Of: d.titleOf(guide.ServiceOf(a.Target)), Under: a.Under, Made: a.Made, Who: a.Who}
		if v.Over = !d.Pack.Holds(a); v.Over {
			over++
			if now, err := d.Pack.Takeable(a.Target); err == nil {
				v.Now = now.Under
			}
		}
		views = append(views, v)
	}
	slices.SortStableFunc(views, func(a, b AwayView) int {
		switch {
		case a.Over == b.Over:
			return 0
		case a.Over:
			return -1
		}
		return 1
	})
	return views, over
}
