package edition

import (
	"fmt"
	"io/fs"
	"log/slog"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/logbook"
	"tungbuoc/backend/speech"
)

// Edition is one edition of the content with what is made of it. Its parts are
// made when they are first wanted and never change, so it may be kept for as
// long as a piece of work lasts, from any goroutine.
type Edition struct {
	sources []fs.FS
	opened  func() (opened, error)
	speaker func() (*speech.Speaker, error)
	away    []guide.Away // what the office has taken from residents
	adds    bool         // the office has services of its own, in no index
}

// opened is the source that serves, and what was read from it.
type opened struct {
	pack    fs.FS
	library *content.Library
}

func newEdition(sources []fs.FS, o Options) *Edition {
	e := &Edition{sources: sources}
	e.opened = sync.OnceValues(func() (opened, error) { return openNewest(sources, o.Log) })
	e.speaker = sync.OnceValues(func() (s *speech.Speaker, err error) {
		defer guide.Recover(&err, guide.SayInternal)
		in, err := e.opened()
		if err != nil {
			return nil, err
		}
		var voice *speech.Voice
		if o.Voice != nil {
			voice = o.Voice()
		}
		return speech.New(speech.Options{Pack: in.library.Pack, Files: in.pack, DataDir: o.DataDir, Voice: voice, Log: o.Log}), nil
	})
	return e
}

// with is the edition with what the office lays over it; all else is shared.
func (e *Edition) with(over overlay) *Edition {
	own := *e
	own.away = over.local.Away
	own.adds = slices.ContainsFunc(over.local.Wordings, func(w guide.Wording) bool { return guide.IsOwn(w.Target) })
	own.opened = sync.OnceValues(func() (opened, error) {
		in, err := e.opened()
		if err == nil {
			in.library = in.library.With(in.library.Pack.WithLinks(over.links).WithLocal(over.local))
		}
		return in, err
	})
	return &own
}

// Library gives the pack and its translations, reading them if need be.
// Error: CodeContent.
func (e *Edition) Library() (*content.Library, error) {
	in, err := e.opened()
	return in.library, err
}

// Files are those of the pack that serves. Error: CodeContent.
func (e *Edition) Files() (fs.FS, error) {
	if len(e.sources) == 1 {
		return e.sources[0], nil // known without reading it
	}
	in, err := e.opened()
	return in.pack, err
}

// Speaker reads the edition aloud. Error: CodeContent.
func (e *Edition) Speaker() (*speech.Speaker, error) { return e.speaker() }

// First gives what the home screen shows in the pack's own language, with the
// names of some services of the office's own choice if they are in it; the rest
// of the returned pack may be empty. Where only the shipped pack can serve,
// a few files are read, so that a window opens quickly on a weak PC. Where
// there are others, all is read: one of them may turn out to be refused.
// Error: CodeContent.
func (e *Edition) First(own ...string) (*guide.Pack, error) {
	if len(e.sources) == 1 {
		first, err := content.FirstScreen(e.sources[0], own...)
		if err != nil {
			return nil, err
		}
		return first.WithLocal(guide.Local{Away: e.away}), nil
	}
	lib, err := e.Library()
	if err != nil {
		return nil, err
	}
	return lib.Pack, nil
}

// openNewest reads the last source that has no errors.
func openNewest(sources []fs.FS, log *slog.Logger) (in opened, err error) {
	defer guide.Recover(&err, guide.SayInternal)
	began := time.Now()
	for i := len(sources) - 1; i >= 0; i-- {
		if in, err = open(sources[i], log); err == nil {
			break
		}
	}
	if err != nil || in.library == nil {
		return opened{}, guide.Wrap(err, guide.CodeContent, "Nội dung trong máy bị lỗi nên chưa mở được. Mời cán bộ xem tệp %s.", logbook.Name)
	}
	debug.FreeOSMemory() // the syntax trees are a few times the size of the pack
	info := in.library.Pack.Info
	log.Info("pack read", "edition", info.Edition, "services", len(in.library.Pack.Services), "ms", time.Since(began).Milliseconds())
	return in, nil
}

// open reads one source and logs why it is refused.
func open(pack fs.FS, log *slog.Logger) (in opened, err error) {
	defer guide.Recover(&err, guide.SayInternal)
	lib, problems := Load(pack)
	for _, p := range problems {
		log.Error("pack refused", "problem", p.String())
	}
	if lib == nil {
		return opened{}, fmt.Errorf("%d errors, the first: %s", len(problems), problems[0])
	}
	return opened{pack, lib}, nil
}

// Load reads a pack. One with errors is refused whole: the library is nil then,
// and problems says why.
func Load(pack fs.FS) (lib *content.Library, problems []content.Problem) {
	lib, report := content.Open(pack)
	if lib == nil {
		return nil, report.Errors
	}
	return lib, nil
}
