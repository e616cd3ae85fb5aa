package desktop

import (
	"context"
	"io/fs"
	"log/slog"
	"time"

	"tungbuoc/backend/datafolder"
	"tungbuoc/backend/desk"
	"tungbuoc/backend/edition"
	"tungbuoc/backend/later"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/speech"
	"tungbuoc/backend/trust"
	"tungbuoc/backend/worker"
)

// KioskIdle is how long the kiosk waits: two minutes, in which a slow reader gets
// through the longest page (150 words at 100 a minute), twice that where hands
// are busy with a phone, then a warning of 45 seconds (the United States' voting
// system guidelines, VVSG 2.0, give the same).
var KioskIdle = IdleView{Quiet: 120, QuietBusy: 240, Warning: 45, Attract: 90}

// Set is how long the kiosk waits, where its office has set it otherwise.
func (v IdleView) Set(by *desk.Settings) IdleView {
	if w, set := by.Wait(); set {
		v.Quiet, v.QuietBusy, v.Warning = w.Quiet, w.Busy, w.Warning
	}
	return v
}

// ResidentOptions are what the resident's methods stand on.
type ResidentOptions struct {
	Log     *slog.Logger
	Version string
	Pack    fs.FS
	Idle    IdleView
	DataDir string               // "": nothing is read or kept
	Voice   func() *speech.Voice // looks for the synthesiser when first wanted; nil: there is none
	Root    []byte               // who may sign programs; nil: whom this one was built to trust
}

// NewResident starts opening the storage and returns without waiting. The pack
// is read when the first screen is on the glass or something of it is wanted.
func NewResident(o ResidentOptions) *Resident {
	dir := o.DataDir
	if generatingBindings { // that run must leave no trace on the disk
		dir = ""
	}
	inUse := edition.New(edition.Options{Sources: []fs.FS{o.Pack}, DataDir: dir, Voice: o.Voice, Log: o.Log})
	beside, end := context.WithCancel(context.Background())
	store := later.Soon(o.Log, func() (datafolder.Opened, error) {
		st := datafolder.Open(dir, o.Log)
		inUse.WithLinks(st.Links)
		inUse.WithLocal(st.Local)
		go st.Daily(beside, o.Log, inUse.LayLocal)
		return st, nil
	})
	if o.Root == nil {
		o.Root = trust.Shipped()
	}
	printers := printer.New(printer.Config{Sumatra: func() string {
		st, _ := store.Within(storageWait)
		return st.Office().Sumatra
	}})
	return &Resident{
		office: &office{
			log: o.Log, dataDir: dir, printers: printers, worker: &worker.Worker{Log: o.Log}, now: time.Now,
			content: inUse,
			storage: store,
			end:     end,
		},
		version: o.Version, root: o.Root, idle: o.Idle, started: time.Now(),
	}
}
