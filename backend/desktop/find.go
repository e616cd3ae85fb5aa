package desktop

import (
	"context"
	"time"

	"tungbuoc/backend/edition"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/linkcheck"
	"tungbuoc/backend/qr"
	"tungbuoc/backend/search"
	"tungbuoc/backend/sqlite"
)

// searchLimit is how many hits the screen may page through.
const searchLimit = 10

// Search finds what a resident typed. The words are neither kept nor logged.
func (r *Resident) Search(query, lang string) (SearchView, error) {
	return guard(r.office, "Search", func() (SearchView, error) { return r.found(r.content.Search, query, lang) })
}

// Find is [Resident.Search] for staff: what is hidden is found, too, and says so.
func (s *Staff) Find(query, lang string) (SearchView, error) {
	return authorised(s, "Find", func(context.Context, *sqlite.DB) (SearchView, error) {
		return s.found(s.content.SearchAll, query, lang)
	})
}

func (o *office) found(search func(ctx context.Context, query string, limit int) (edition.Found, error), query, lang string) (SearchView, error) {
	found, err := search(context.Background(), query, searchLimit)
	if err != nil {
		return SearchView{}, err
	}
	lib, err := found.Edition.Library()
	if err != nil {
		return SearchView{}, err
	}
	return o.presenter(lib, lang).search(found.Answer), nil
}

// Missed counts a query that found nothing. Of its words those are kept that are
// everyday ones of the pack, and nothing that could be a name or a number. A query
// that finds something is not counted, so the page cannot have other text kept.
func (r *Resident) Missed(query string) error {
	return r.do("Missed", func() error {
		st, ok := r.storage.Within(storageWait)
		if !ok || st.DB == nil {
			return nil
		}
		found, err := r.content.Search(context.Background(), query, searchLimit)
		if err != nil || len(found.Hits) > 0 {
			return err
		}
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return st.DB.CountMissed(ctx, guide.MissedWords(found.Words))
	})
}

// Entry gives the plain page of a procedure of the national catalogue, by its
// code or page id. Error: CodeNotFound.
func (r *Resident) Entry(id, lang string) (EntryView, error) {
	return guard(r.office, "Entry", func() (EntryView, error) {
		e, of, err := r.content.Entry(context.Background(), id)
		if err != nil {
			return EntryView{}, err
		}
		lib, err := of.Library()
		if err != nil {
			return EntryView{}, err
		}
		view := EntryView{
			ID: e.FormalityID, Code: e.Code, Name: e.Name, Issuer: e.Issuer, Departments: list(e.Departments), Here: e.For(lib.Pack.Info.Place),
			Codes: CodesView{Code: e.Code, Codes: []CodeView{}},
		}
		link, err := lib.Pack.EntryLink(e)
		if err == nil {
			err = r.presenter(lib, lang).code(&view.Codes, guide.LinkPortal, link)
		}
		if err != nil {
			r.log.Error("code not shown", "code", e.Code, "err", err)
			view.Codes.Problem = guide.Message(err)
		}
		return view, nil
	})
}

// day is a day as people write it: 29/11/2026, or 29 Nov 2026.
func (p presenter) day(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil || !p.lang.Foreign() {
		return guide.Day(date)
	}
	return day.Format("2 Jan 2006")
}

// code adds a verified code to a view. Errors: CodeUnofficial, CodeUnverified.
func (p presenter) code(view *CodesView, name string, link guide.Link) error {
	checked, age := "", 0
	if link.State == guide.LinkOK {
		checked, age = p.day(link.Checked), linkcheck.Age(link.Checked, p.now)
	}
	symbol, host, err := qr.ForLink(link, p.pack.Hosts, codeSizeMM)
	if err != nil {
		return err
	}
	view.Codes = append(view.Codes, CodeView{
		Link: name, URL: link.URL, Host: guide.HostOf(link.URL), HostName: p.tr(host.Name),
		Size: symbol.Size() + 2*qr.QuietZone, Path: symbol.Path(),
		Checked: checked, Age: age,
	})
	return nil
}

func (p presenter) search(a search.Answer) SearchView {
	v := SearchView{Hits: []HitView{}, Unsure: len(a.Hits) > 0 && a.Hits[0].Low}
	for _, h := range a.Hits {
		hit := HitView{Key: h.Key, Kind: h.Kind, Title: []PieceView{}}
		title := h.Title
		if h.Entry != nil {
			hit.Key, hit.Code, hit.Decides = h.Entry.FormalityID, h.Entry.Code, h.Entry.Issuer
		} else if s, err := p.pack.InSession(h.Key); err == nil {
			title, hit.Hidden = p.tr(s.Title), p.pack.Hides(s.Key)
			hit.Code, hit.Decides, hit.Guide = s.Code(), p.tr(s.Decider()), s.HasGuide()
		}
		for i, piece := range h.Marked(title) {
			if piece != "" {
				hit.Title = append(hit.Title, PieceView{Say: piece, Hit: i%2 == 1})
			}
		}
		v.Hits = append(v.Hits, hit)
	}
	return v
}
