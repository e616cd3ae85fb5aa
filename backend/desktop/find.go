package desktop

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
	"tungbuoc/backend/search"
	"tungbuoc/backend/sqlite"
)

const (
	// searchLimit is how many hits the screen may page through.
	searchLimit = 10
	// searchWait bounds a query; a usual one takes a few milliseconds.
	searchWait = 3 * time.Second
)

// finder is the search with the index it stands on.
type finder struct {
	search *search.Searcher
	index  *sqlite.Content
}

// openFinder opens the index in dir, or in memory where that cannot be used,
// and indexes the pack if it is not the one indexed last.
func openFinder(dir string, pack fs.FS, library func() (*content.Library, error), log *slog.Logger) (finder, error) {
	ctx := context.Background()
	began := time.Now()
	f, err := prepareFinder(ctx, dir, pack, library, log)
	if err != nil && dir != "" {
		log.Error("index in memory", "err", err)
		f, err = prepareFinder(ctx, "", pack, library, log)
	}
	if err == nil {
		log.Info("search ready", "ms", time.Since(began).Milliseconds())
	}
	return f, err
}

func prepareFinder(ctx context.Context, dir string, pack fs.FS, library func() (*content.Library, error), log *slog.Logger) (finder, error) {
	index, err := sqlite.OpenContent(ctx, dir, log)
	if err != nil {
		return finder{}, err
	}
	digest, err := content.Digest(pack)
	if err != nil {
		return finder{}, errors.Join(err, index.Close())
	}
	s, err := search.Prepare(ctx, index, digest, func() (search.PackIndex, error) {
		lib, err := library()
		if err != nil {
			return search.PackIndex{}, err
		}
		return search.Build(lib.Pack, content.Sentences(lib.Pack), lib.Translator), nil
	})
	if err != nil {
		return finder{}, errors.Join(err, index.Close())
	}
	return finder{search: s, index: index}, nil
}

// Search finds what a resident typed. The words are neither kept nor logged.
func (r *Resident) Search(query, lang string) (SearchView, error) {
	return guard(r, "Search", func() (SearchView, error) {
		lib, err := r.library.get()
		if err != nil {
			return SearchView{}, err
		}
		answer, err := r.ask(query)
		if err != nil {
			return SearchView{}, err
		}
		return r.presenter(lib, lang).search(answer), nil
	})
}

func (r *Resident) ask(query string) (search.Answer, error) {
	f, err := r.finder.get()
	if err != nil {
		return search.Answer{}, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), searchWait)
	defer cancel()
	return f.search.Find(ctx, query, searchLimit)
}

// Missed counts a query that found nothing. Of its words those are kept that are
// everyday ones of the pack, and nothing that could be a name or a number. A query
// that finds something is not counted, so the page cannot have other text kept.
func (r *Resident) Missed(query string) error {
	_, err := guard(r, "Missed", func() (struct{}, error) {
		st, ok := r.storage.within(storageWait)
		if !ok || st.missed == nil {
			return struct{}{}, nil
		}
		answer, err := r.ask(query)
		if err != nil || len(answer.Hits) > 0 {
			return struct{}{}, err
		}
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return struct{}{}, st.missed.CountMissed(ctx, guide.MissedWords(answer.Words))
	})
	return err
}

// Entry gives the plain page of a procedure of the national catalogue, by its
// code or page id. Error: CodeNotFound.
func (r *Resident) Entry(id, lang string) (EntryView, error) {
	return guard(r, "Entry", func() (EntryView, error) {
		lib, err := r.library.get()
		if err != nil {
			return EntryView{}, err
		}
		f, err := r.finder.get()
		if err != nil {
			return EntryView{}, err
		}
		ctx, cancel := context.WithTimeout(context.Background(), searchWait)
		defer cancel()
		e, err := f.index.CatalogueEntry(ctx, id)
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

// code adds a verified code to a view. Errors: CodeUnofficial, CodeUnverified.
func (p presenter) code(view *CodesView, name string, link guide.Link) error {
	symbol, host, err := qr.ForLink(link, p.pack.Hosts, codeSizeMM)
	if err != nil {
		return err
	}
	view.Codes = append(view.Codes, CodeView{
		Link: name, URL: link.URL, Host: guide.HostOf(link.URL), HostName: p.tr(host.Name),
		Size: symbol.Size() + 2*qr.QuietZone, Path: symbol.Path(),
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
		} else if s, err := p.pack.Service(h.Key); err == nil {
			title = p.tr(s.Title)
			hit.Code, hit.Decides, hit.Guide = s.Code(), p.tr(s.Decides), s.HasGuide()
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
