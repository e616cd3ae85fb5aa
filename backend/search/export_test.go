package search

import (
	"context"

	"tungbuoc/backend/sqlite"
)

// Built is the index built into the program, "" if there is none.
var Built = built

// OpenCompiled opens a search as Prepare does with the index that is built in.
func OpenCompiled(ctx context.Context, index *sqlite.Content, piece, digest string) (*Searcher, error) {
	s := &Searcher{index: index, pack: keptAs(piece, madeFrom(digest))}
	if s.pack == nil {
		return nil, errIndex
	}
	return s, s.Refresh(ctx)
}

// HoldLoading keeps the search from taking an import in until release is called.
func (s *Searcher) HoldLoading() (release func()) {
	s.loading.Lock()
	return s.loading.Unlock
}

// Keepable is what may be kept of a query, whatever it finds.
func (s *Searcher) Keepable(query string) string { return s.state.Load().keepable(query) }
