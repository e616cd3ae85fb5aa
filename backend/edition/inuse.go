package edition

import (
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
	"tungbuoc/backend/speech"
)

// Options say what the content stands on.
type Options struct {
	Sources []fs.FS              // packs, the one to prefer last; at least one
	DataDir string               // of the office: its index and its recordings; "": nothing is read or kept
	Voice   func() *speech.Voice // looks for the synthesiser when first wanted; nil: there is none
	Log     *slog.Logger
}

// InUse is the content in use. Its methods may be called from any goroutine.
type InUse struct {
	o   Options
	now atomic.Pointer[Edition]

	// bare is the edition in use without what the office lays over it.
	changing sync.Mutex
	bare     *Edition
	over     overlay

	// index is held for reading while the search opens or answers, and for
	// writing while it is exchanged or closed.
	index  sync.RWMutex
	closed bool

	opening sync.Mutex // guards finder, which is made when it is first wanted
	finder  *finder
}

// overlay is what an office lays over the pack, whatever edition that is.
type overlay struct {
	links guide.LocalLinks
	local guide.Local
}

// errClosed is what is answered after [InUse.Close].
var errClosed = guide.Errorf(guide.CodeUnavailable, "Từng Bước đang đóng. Mời mở lại rồi làm tiếp.")

// New returns at once and touches nothing; see [InUse.Begin].
func New(o Options) *InUse {
	u := &InUse{o: o}
	u.use(newEdition(o.Sources, o))
	return u
}

// use puts an edition in use, with what the office lays over it.
func (u *InUse) use(e *Edition) {
	u.changing.Lock()
	defer u.changing.Unlock()
	u.bare = e
	u.now.Store(e.with(u.over))
}

// WithLinks lays what the office knows of its links over the edition in use, and
// over each that follows. Calls under way end with what they began with.
func (u *InUse) WithLinks(local guide.LocalLinks) {
	u.lay(func(over *overlay) { over.links = local })
}

// LayLinks is WithLinks with what read gives. One read at a time, as in LayLocal.
func (u *InUse) LayLinks(read func() (guide.LocalLinks, error)) (err error) {
	u.lay(func(over *overlay) {
		var links guide.LocalLinks
		if links, err = read(); err == nil {
			over.links = links
		}
	})
	return err
}

// WithLocal does the same with what the office lays over the pack's own words.
func (u *InUse) WithLocal(local guide.Local) {
	u.lay(func(over *overlay) { over.local = local })
}

// LayLocal is WithLocal with what read gives. One read at a time: what was read
// earlier never comes to lie over what was read later.
func (u *InUse) LayLocal(read func() (guide.Local, error)) (err error) {
	u.lay(func(over *overlay) {
		var local guide.Local
		if local, err = read(); err == nil {
			over.local = local
		}
	})
	return err
}

func (u *InUse) lay(change func(over *overlay)) {
	u.changing.Lock()
	defer u.changing.Unlock()
	change(&u.over)
	u.now.Store(u.bare.with(u.over))
}

// Bare is the pack in use without what the office lays over it. Error: CodeContent.
func (u *InUse) Bare() (*guide.Pack, error) {
	u.changing.Lock()
	e := u.bare
	u.changing.Unlock()
	lib, err := e.Library()
	if err != nil {
		return nil, err
	}
	return lib.Pack, nil
}

// Begin starts reading and opening all in the background.
func (u *InUse) Begin() {
	go func() {
		_ = u.Open()                  // who searches is told
		_, _ = u.now.Load().Library() // who reads is told
	}()
}

// Open opens the search, or does nothing when it is open; the pack is read
// only if it has to be indexed. Errors: CodeContent, CodeStorage.
func (u *InUse) Open() error {
	u.index.RLock()
	defer u.index.RUnlock()
	_, err := u.search(u.now.Load())
	return err
}

// Now is the edition in use. What belongs together is asked of one Edition.
func (u *InUse) Now() *Edition { return u.now.Load() }

// Pack gives the pack of the edition in use. Error: CodeContent.
func (u *InUse) Pack() (*guide.Pack, error) {
	lib, err := u.Now().Library()
	if err != nil {
		return nil, err
	}
	return lib.Pack, nil
}

// Sounds serves what the edition in use reads aloud, and hands everything else
// on.
func (u *InUse) Sounds(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if !speech.IsSound(req.URL.Path) {
			next.ServeHTTP(w, req)
			return
		}
		s, err := u.Now().Speaker()
		if err != nil {
			http.NotFound(w, req)
			return
		}
		s.ServeHTTP(w, req)
	})
}

// ForgetSounds lets go of what was read aloud: it tells what a visit was about.
func (u *InUse) ForgetSounds() {
	if s, err := u.Now().Speaker(); err == nil { // without content nothing was said
		s.Forget()
	}
}

// Found is an answer with the edition it belongs to.
type Found struct {
	search.Answer
	Edition *Edition
}

// Search answers a query with at most limit hits, none of which the office has
// hidden. The national catalogue's entry of the same procedure does not come in
// its place: an office that hides a service wants people to ask. Nothing of the
// query is kept. Errors: CodeContent, CodeStorage.
func (u *InUse) Search(ctx context.Context, query string, limit int) (Found, error) {
	found, err := u.SearchAll(ctx, query, limit+len(u.Now().away))
	if err != nil || len(found.Edition.away) == 0 {
		found.Hits = found.Hits[:min(limit, len(found.Hits))]
		return found, err
	}
	lib, err := found.Edition.Library()
	if err != nil {
		return found, err
	}
	found.Hits = slices.DeleteFunc(found.Hits, func(h search.Hit) bool { return lib.Pack.Hides(h.Key) })
	found.Hits = found.Hits[:min(limit, len(found.Hits))]
	return found, nil
}

// SearchAll is [InUse.Search] for staff, who find what is hidden as well.
func (u *InUse) SearchAll(ctx context.Context, query string, limit int) (Found, error) {
	var found Found
	err := u.ask(ctx, func(ctx context.Context, e *Edition, f *finder) error {
		answer, err := f.searcher.Find(ctx, query, limit)
		found = Found{answer, e}
		return err
	})
	if err != nil || !found.Edition.adds {
		return found, err
	}
	lib, err := found.Edition.Library()
	if err != nil {
		return found, err
	}
	if own := search.Beside(query, lib.Pack.Own()); len(own) > 0 { // an office's few own ones are what its people ask for
		hits := append(own, found.Hits...)
		found.Hits, found.Words = hits[:min(limit, len(hits))], ""
	}
	return found, nil
}

// Entry finds a procedure of the national catalogue by its code or page id.
// Error: CodeNotFound.
func (u *InUse) Entry(ctx context.Context, id string) (entry guide.CatalogueEntry, of *Edition, err error) {
	err = u.ask(ctx, func(ctx context.Context, e *Edition, f *finder) error {
		var err error
		of = e
		entry, err = f.index.CatalogueEntry(ctx, id)
		return err
	})
	return entry, of, err
}

// SelfTest finds every service by its own title. lost is the first title that
// does not find its service, "" when all is well, entries how many procedures
// the national catalogue has. Errors: CodeContent, CodeStorage.
func (u *InUse) SelfTest(ctx context.Context) (lost string, entries int, err error) {
	err = u.ask(ctx, func(_ context.Context, _ *Edition, f *finder) error { // all of them take longer than a question
		var err error
		if entries, err = f.index.CatalogueSize(ctx); err == nil {
			lost = f.searcher.SelfTest(ctx)
		}
		return err
	})
	return lost, entries, err
}

// questionWait bounds a question; a usual one takes a few milliseconds.
const questionWait = 3 * time.Second

// ask has the search of the edition in use answer.
func (u *InUse) ask(ctx context.Context, question func(context.Context, *Edition, *finder) error) error {
	u.index.RLock()
	defer u.index.RUnlock()
	e := u.now.Load()
	f, err := u.search(e)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, questionWait) // opening is not part of it
	defer cancel()
	return question(ctx, e, f)
}

// search gives the search of the edition in use, opening it if need be; the
// caller holds index. A failure is not kept: the next one tries again.
func (u *InUse) search(e *Edition) (*finder, error) {
	u.opening.Lock()
	defer u.opening.Unlock()
	if u.closed {
		return nil, errClosed
	}
	if u.finder != nil {
		return u.finder, nil
	}
	f, err := openFinder(context.Background(), u.o.DataDir, e, u.o.Log)
	if err == nil {
		u.finder = f
	}
	return f, err
}

// Swap puts another pack in the place of the one in use. It is meant for when
// nobody is in a session: what a page already shows stays as it was. Calls
// under way end with the edition they began with. When it fails, all stays as
// it was. Errors: CodeContent, CodeStorage.
func (u *InUse) Swap(ctx context.Context, pack fs.FS) error {
	next := newEdition([]fs.FS{pack}, u.o)
	if _, err := next.Speaker(); err != nil { // reads the library
		return err
	}
	f, err := openFinder(ctx, u.o.DataDir, next, u.o.Log)
	if err != nil {
		return err
	}
	u.index.Lock()
	defer u.index.Unlock()
	if u.closed {
		f.close(u.o.Log)
		return errClosed
	}
	if u.finder != nil {
		u.finder.close(u.o.Log)
	}
	u.finder = f
	u.use(next)
	return nil
}

// Close closes the index, waiting for questions under way no longer than ctx
// allows. Error: that of ctx.
func (u *InUse) Close(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		u.index.Lock()
		defer u.index.Unlock()
		u.closed = true
		if u.finder != nil {
			u.finder.close(u.o.Log)
			u.finder = nil
		}
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
