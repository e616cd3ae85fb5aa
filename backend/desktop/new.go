package desktop

import (
	"fmt"
	"io/fs"
	"log/slog"
	"runtime/debug"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/logbook"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/speech"
)

// KioskIdle is how long the kiosk waits, as the field has settled it: half a
// minute to a minute without a touch, then a warning of 45 seconds (the
// United States' voting system guidelines, VVSG 2.0, give the same), longer
// while someone is busy with a code on their phone.
var KioskIdle = IdleView{Quiet: 60, QuietCode: 150, Warning: 45, Attract: 90}

// ResidentOptions are what the resident's methods stand on.
type ResidentOptions struct {
	Log     *slog.Logger
	Version string
	Pack    fs.FS
	Idle    IdleView
	DataDir string               // "": nothing is read or kept
	Voice   func() *speech.Voice // looks for the synthesiser when first wanted; nil: there is none
}

// NewResident starts opening the storage and returns without waiting. The pack
// is read when the first screen is on the glass or something of it is wanted.
func NewResident(o ResidentOptions) *Resident {
	dir := o.DataDir
	if generatingBindings { // that run must leave no trace on the disk
		dir = ""
	}
	library := &lazy[*content.Library]{make: func() (*content.Library, error) { return load(o.Pack, o.Log) }}
	return &Resident{
		log: o.Log, version: o.Version, idle: o.Idle, started: time.Now(), pack: o.Pack, dataDir: dir,
		library: library, printers: printer.New(printer.Config{}),
		storage: soon(func() (storage, error) { return openStorage(dir, o.Log), nil }),
		finder:  &lazy[finder]{make: func() (finder, error) { return openFinder(dir, o.Pack, library.get, o.Log) }},
		speaker: &lazy[*speech.Speaker]{make: func() (*speech.Speaker, error) { return openSpeaker(o, dir, library.get) }},
	}
}

// close waits for the storage and the search to be open and closes them.
func (r *Resident) close() {
	if f, made := r.finder.made(); made {
		if err := f.index.Close(); err != nil {
			r.log.Error("close index", "err", err)
		}
	}
	st, _ := r.storage.get()
	if err := st.close(); err != nil {
		r.log.Error("close storage", "err", err)
	}
}

// load reads the pack; a pack with errors is refused whole.
func load(pack fs.FS, log *slog.Logger) (*content.Library, error) {
	began := time.Now()
	lib, report := content.Open(pack)
	if lib == nil {
		for _, p := range report.Errors {
			log.Error("pack refused", "problem", p.String())
		}
		return nil, guide.Wrap(fmt.Errorf("%d errors", len(report.Errors)), guide.CodeContent,
			"Nội dung trong máy bị lỗi nên chưa mở được. Mời cán bộ xem tệp %s.", logbook.Name)
	}
	debug.FreeOSMemory() // the syntax trees are a few times the size of the pack
	log.Info("pack read", "edition", report.Edition, "services", report.Services, "ms", time.Since(began).Milliseconds())
	return lib, nil
}
