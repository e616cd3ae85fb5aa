package search

import (
	"context"
	"strconv"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

//go:generate go run ../../build/tools/index compiled/pack.index

// Compile gives the index of a pack as it is built into a program or kept: the
// same pack gives the same bytes. digest is that of the pack.
func Compile(index PackIndex, digest string) []byte { return compile(index).encode(madeFrom(digest)) }

// The names under which an index keeps what was made.
const (
	keptPack      = "pack"
	keptCatalogue = "catalogue"
)

// Prepare makes a pack searchable, together with the national catalogue that
// was imported into index. digest says what the pack is: the shipped pack
// has its index in the program, one that was used before is kept in index, and
// for any other makeIndex is called and the result kept. Where nothing can
// be kept, it is made each time. Errors: those of makeIndex, CodeStorage.
func Prepare(ctx context.Context, index *sqlite.Content, digest string, makeIndex func() (PackIndex, error)) (*Searcher, error) {
	pack, err := packOf(ctx, index, madeFrom(digest), makeIndex)
	if err != nil {
		return nil, err
	}
	s := &Searcher{index: index, pack: pack}
	return s, s.Refresh(ctx)
}

func madeFrom(digest string) string { return Version + " " + digest }

func packOf(ctx context.Context, index *sqlite.Content, from string, makeIndex func() (PackIndex, error)) (*compiled, error) {
	if pack := keptAs(built, from); pack != nil {
		return pack, nil
	}
	// What cannot be read, or is damaged, is made again.
	if piece, err := index.Kept(ctx, keptPack); err == nil {
		if pack := keptAs(piece, from); pack != nil {
			return pack, nil
		}
	}
	made, err := makeIndex()
	if err != nil {
		return nil, err
	}
	pack := compile(made)
	// Not being able to keep it costs the next start some time, and nothing else.
	_ = index.Keep(ctx, keptPack, pack.encode(from))
	return pack, nil
}

// keptAs reads a kept pack if it was made from the same and is whole.
func keptAs(piece, from string) *compiled {
	r, have, err := openPiece(piece)
	if err != nil || have != from {
		return nil
	}
	pack, err := r.compiled()
	if err != nil {
		return nil
	}
	return pack
}

// Refresh takes in what was imported into the catalogue since. [Searcher.Find]
// notices an import by itself, but answers without it until all is ready.
// Errors: CodeStorage.
func (s *Searcher) Refresh(ctx context.Context) error {
	s.loading.Lock()
	defer s.loading.Unlock()
	return s.load(ctx)
}

// load makes a state and puts it in the place of the one before. Only one
// goroutine may do so at a time.
func (s *Searcher) load(ctx context.Context) error {
	imports, err := s.index.Imports(ctx)
	if err != nil {
		return err
	}
	if st := s.state.Load(); st != nil && st.imports == imports {
		return nil
	}
	entries, err := s.catalogue(ctx, imports)
	if err != nil {
		return err
	}
	s.state.Store(newState(s.pack, entries, imports))
	return nil
}

// catalogue reads the words of the catalogue, or makes them from its rows
// after an import.
func (s *Searcher) catalogue(ctx context.Context, imports int) (catalogue, error) {
	if imports == 0 {
		return catalogue{}, nil
	}
	from := madeFrom(strconv.Itoa(imports))
	if piece, err := s.index.Kept(ctx, keptCatalogue); err == nil {
		if r, have, err := openPiece(piece); err == nil && have == from {
			if entries, err := r.catalogue(); err == nil {
				return entries, nil
			}
		}
	}
	c := catalogueCollector{collector: newCollector(), side: neighbourCounter{}}
	err := s.index.EachEntry(ctx, func(row int64, e guide.CatalogueEntry) { c.add(row, e) })
	if err != nil {
		return catalogue{}, err
	}
	made := catalogue{vocabulary: c.vocabulary, entries: c.entries, neighbours: c.side.kept(leastNames)}
	_ = s.index.Keep(ctx, keptCatalogue, made.encode(from)) // as with a pack
	return made, nil
}

// current is the state to answer from. After an import it is the one from
// before until another goroutine has made the next: no query waits for it.
func (s *Searcher) current(ctx context.Context) *state {
	st := s.state.Load()
	imports, err := s.index.Imports(ctx)
	if err != nil || imports == st.imports || !s.loading.TryLock() {
		return st // what is in memory can be searched without the disk
	}
	go func() {
		defer s.loading.Unlock()
		_ = s.load(context.Background()) // the next query tries again
	}()
	return st
}
