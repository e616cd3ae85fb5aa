package gaps

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// Begun lists what people here began to write and have neither shown nor asked anybody
// to read, the latest first: as far as who looks may go on with it. Errors: CodeStorage.
func Begun(ctx context.Context, o Office) ([]guide.Begun, error) {
	l := looker{Office: o, places: placesOf(o.Pack)}
	local, err := o.Store.Local(ctx)
	if err != nil {
		return nil, err
	}
	drafts, err := o.Store.WordingDrafts(ctx)
	if err != nil {
		return nil, err
	}
	details, err := o.Store.OfficeDetails(ctx)
	if err != nil {
		return nil, err
	}
	list := []guide.Begun{}
	_, parked := o.Pack.Land(local.Notes)
	for _, n := range begunNotes(local.Notes, parked) {
		target, on := l.placed(n.Target, "")
		list = append(list, guide.Begun{Kind: guide.BegunNote, Target: target, On: on, Of: l.titleOf(target), Saved: n.Saved, Who: n.Who})
	}
	for _, d := range drafts {
		if !d.Asked && d.Begun() {
			target, on := l.worded(d.Wording)
			list = append(list, guide.Begun{Kind: guide.BegunWords, Target: target, On: on, Of: l.titleOf(target), Saved: d.Saved, Who: d.Author})
		}
	}
	for _, d := range details {
		if begunDetail(d) && o.Role.May(d.Name.Needs()) {
			list = append(list, guide.Begun{Kind: guide.BegunDetail, Target: string(d.Name), Saved: d.Saved, Who: d.Who})
		}
	}
	slices.SortStableFunc(list, func(a, b guide.Begun) int { return cmp.Compare(b.Saved, a.Saved) })
	return list, nil
}

// begunNotes are those of which staff wrote something that nobody sees. What the province
// has changed is looked at first, and told of elsewhere.
func begunNotes(notes, parked []guide.Note) []guide.Note {
	return slices.DeleteFunc(slices.Clone(notes), func(n guide.Note) bool {
		return n.Draft == "" || n.Draft == n.Shown || slices.ContainsFunc(parked, func(p guide.Note) bool { return p.Target == n.Target })
	})
}

func begunDetail(d guide.OfficeDetail) bool { return d.Draft != "" && d.Draft != d.Shown }

// titleOf is the title of that in which a place stands, "" if it is gone.
func (l *looker) titleOf(target string) string {
	key := guide.ServiceOf(target)
	if guide.IsOwn(key) {
		return guide.OwnGroup
	}
	if flow, shared := strings.CutPrefix(key, "flow "); shared {
		if f := l.Pack.Flow(flow); f != nil {
			return f.Title
		}
		return ""
	}
	if s, err := l.Pack.Service(key); err == nil {
		return s.Title
	}
	return ""
}
