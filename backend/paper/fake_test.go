package paper_test

import (
	"bytes"
	"cmp"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/worker"
)

var now = time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)

var shipped = sync.OnceValue(func() *guide.Pack {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		panic(report.Errors)
	}
	return lib.Pack
})

// handed is a file that a printer was given.
type handed struct {
	printer, file string
	pages         int
	options       printer.Options
}

// tray is a printing system that prints at once.
type tray struct {
	mu      sync.Mutex
	got     []handed
	hold    map[string]chan struct{} // by printer: until it is closed, nothing is taken
	asked   chan string              // names of printers that were handed something; nil: not told
	waiting bool                     // jobs never end
	// Jobs that were taken back.
	cancelled []printer.Job
	status    func(printer.Job) (printer.Progress, error)
	// What there is instead of A and the slip printer, and why it cannot be told.
	printers []printer.Printer
	listing  error
	refuse   error
	way      printer.Way // the zero value prints directly
	shown    []handed    // what a person was to print; printer is the kind of the way
}

func (p *tray) List(context.Context) ([]printer.Printer, error) {
	if p.listing != nil {
		return nil, p.listing
	}
	if p.printers != nil {
		return p.printers, nil
	}
	return []printer.Printer{{Name: "A", DPI: 600, Accepting: true}, {Name: "phieu", Accepting: true}}, nil
}

func (p *tray) Print(_ context.Context, name, file string, o printer.Options) (printer.Job, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return printer.Job{}, err
	}
	p.mu.Lock()
	hold, asked := p.hold[name], p.asked
	p.got = append(p.got, handed{name, file, bytes.Count(data, []byte("/Type /Page\n")), o})
	id := len(p.got)
	p.mu.Unlock()
	if asked != nil {
		asked <- name
	}
	if hold != nil {
		<-hold
	}
	if _, err := os.Stat(file); err != nil {
		return printer.Job{}, err // taken away while it was on its way
	}
	return printer.Job{Printer: name, ID: id}, p.refuse
}

func (p *tray) Status(_ context.Context, job printer.Job) (printer.Progress, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.status != nil {
		return p.status(job)
	}
	if p.waiting {
		return printer.Progress{State: printer.JobWaiting}, nil
	}
	return printer.Progress{State: printer.JobDone, Over: true}, nil
}

func (p *tray) Way(context.Context) printer.Way {
	return cmp.Or(p.way, printer.Way{Kind: printer.ByQueue})
}

func (p *tray) Show(_ context.Context, w printer.Way, file string, o printer.Options) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shown = append(p.shown, handed{string(w.Kind), file, 0, o})
	return "Bấm Ctrl+P để in.", nil
}

func (p *tray) Cancel(_ context.Context, job printer.Job) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cancelled = append(p.cancelled, job)
	return nil
}

func (p *tray) files() []handed {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]handed{}, p.got...)
}

// pages is how many pages came out.
func (p *tray) pages() int {
	pages := 0
	for _, f := range p.files() {
		pages += f.pages
	}
	return pages
}

// shop is a press with all it stands on.
type shop struct {
	*paper.Press
	t      *testing.T
	db     *sqlite.DB
	tray   *tray
	worker *worker.Worker
	office guide.Office
	pack   *guide.Pack
	dir    string
	today  *time.Time
	asked  func() // called when the office is asked for; nil: nothing is
}

func mustShop(t *testing.T, dir string) *shop {
	t.Helper()
	today := now
	db, err := sqlite.Open(t.Context(), dir, func() time.Time { return today }, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	s := &shop{t: t, db: db, tray: &tray{hold: map[string]chan struct{}{}}, worker: &worker.Worker{}, pack: shipped(), dir: dir, today: &today}
	s.office.SlipPrinter = "phieu"
	s.Press = paper.New(paper.Options{
		Pack: func() (*guide.Pack, error) { return s.pack, nil }, Office: s.ask,
		Store: db, Printers: s.tray, Worker: s.worker, Folder: filepath.Join(dir, "print"), Kept: func() string { return dir }, Now: func() time.Time { return today },
		Log: slog.New(slog.DiscardHandler),
	})
	t.Cleanup(func() {
		s.worker.Stop()
		s.over()
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func (s *shop) ask() guide.Office {
	if s.asked != nil {
		s.asked()
	}
	return s.office
}

// over waits until no job is done.
func (s *shop) over() worker.Progress {
	for s.worker.Busy() {
		time.Sleep(time.Millisecond)
	}
	return s.worker.Progress()
}

func (s *shop) do(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func order(layout handout.Layout, copies int, services ...string) paper.Order {
	return paper.Order{Services: services, Layout: layout, Copies: copies, Start: 1}
}
