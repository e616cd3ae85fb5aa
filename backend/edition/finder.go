package edition

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
	"tungbuoc/backend/sqlite"
)

// finder is the search with the index it stands on.
type finder struct {
	searcher *search.Searcher
	index    *sqlite.Content
}

// openFinder opens the index in dir, or in memory where that cannot be used,
// and indexes the edition if it is not the one indexed last. Errors:
// CodeContent, CodeStorage.
func openFinder(ctx context.Context, dir string, e *Edition, log *slog.Logger) (*finder, error) {
	began := time.Now()
	f, err := openIn(ctx, dir, e, log)
	if err != nil && dir != "" && guide.ErrorCode(err) != guide.CodeContent {
		log.Error("index in memory", "err", err)
		f, err = openIn(ctx, "", e, log)
	}
	if err == nil {
		log.Info("search ready", "ms", time.Since(began).Milliseconds())
	}
	return f, err
}

func openIn(ctx context.Context, dir string, e *Edition, log *slog.Logger) (*finder, error) {
	index, err := sqlite.OpenContent(ctx, dir, log)
	if err != nil {
		return nil, err
	}
	f, err := prepare(ctx, index, e)
	if err != nil {
		return nil, errors.Join(err, index.Close())
	}
	return f, nil
}

// prepare makes an edition searchable. Whatever a damaged index has the search
// do, the caller gets an error.
func prepare(ctx context.Context, index *sqlite.Content, e *Edition) (f *finder, err error) {
	defer guide.Recover(&err, guide.SayInternal)
	pack, err := e.Files()
	if err != nil {
		return nil, err
	}
	digest, err := content.Digest(pack)
	if err != nil {
		return nil, err
	}
	searcher, err := search.Prepare(ctx, index, digest, func() (search.PackIndex, error) {
		lib, err := e.Library()
		if err != nil {
			return search.PackIndex{}, err
		}
		return search.Build(lib.Pack, content.Sentences(lib.Pack), lib.Translator), nil
	})
	if err != nil {
		return nil, err
	}
	return &finder{searcher, index}, nil
}

func (f *finder) close(log *slog.Logger) {
	if err := f.index.Close(); err != nil {
		log.Error("close index", "err", err)
	}
}
