package intake

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/places"
	"tungbuoc/backend/trust"
	"tungbuoc/backend/versions"
	"tungbuoc/backend/worker"
)

// minute is how moments are told to the pages.
const minute = "2006-01-02 15:04"

// Desk is where staff bring updates: between a file being read and its being taken,
// it keeps what was in it. Its zero value is ready. Safe for use by many goroutines.
type Desk struct {
	mu      sync.Mutex
	file    string
	offered *Offer
}

// View is what staff see of the program's versions.
type View struct {
	Version string       `json:"version"` // that runs now
	Since   string       `json:"since"`   // YYYY-MM-DD; "": since it was installed
	Waiting *WaitingView `json:"waiting"`
	Failed  *FailedView  `json:"failed"` // the last one tried, unless a good one came after it
	Offer   *OfferView   `json:"offer"`  // what the file that was read last has
}

// WaitingView is a version that waits until nobody is at the kiosk.
type WaitingView struct {
	Version string `json:"version"`
	Taken   string `json:"taken"`  // YYYY-MM-DD HH:MM
	Trying  bool   `json:"trying"` // it has been started, and is yet to prove itself
	Held    string `json:"held"`   // why it could not be tried yet, as part of a sentence; ""
}

// FailedView is a version that did not prove itself.
type FailedView struct {
	Version string `json:"version"`
	At      string `json:"at"`  // YYYY-MM-DD HH:MM
	Why     string `json:"why"` // as part of a sentence
}

// OfferView is what a file has, for who decides on it.
type OfferView struct {
	Version   string `json:"version"`
	Number    int    `json:"number"`
	Made      string `json:"made"` // YYYY-MM-DD
	Size      int    `json:"size"` // bytes
	File      string `json:"file"`
	Failed    string `json:"failed"`     // why it failed here before; "" it did not
	InsteadOf string `json:"instead_of"` // the version that would not be put in then; ""
}

// FileView is a file that may be an update.
type FileView struct {
	Path   string `json:"path"`
	Name   string `json:"name"`
	Place  string `json:"place"` // "": the user's own folder
	Stick  bool   `json:"stick"`
	Size   int    `json:"size"`   // bytes
	Folder string `json:"folder"` // in the place; ""
}

// Files lists what may be an update, on sticks and among the user's documents.
func Files(sticks []string) []FileView {
	views := []FileView{}
	for _, f := range places.Files(sticks, trust.Ext) {
		v := FileView{Path: f.Path, Name: filepath.Base(f.Path), Place: f.Place.Name, Stick: f.Place.Stick, Size: int(f.Size)}
		if folder := filepath.Dir(f.Path); folder != f.Place.Path {
			v.Folder = filepath.Base(folder)
		}
		views = append(views, v)
	}
	return views
}

// View says which versions there are. Errors: those of versions.Look.
func (d *Desk) View(in Intake) (View, error) {
	state, err := versions.Look(in.DataDir)
	if err != nil {
		return View{}, err
	}
	at := in.Now().Location()
	v := View{Version: in.Running}
	good := time.Time{}
	if state.Good != nil {
		good = state.Good.Proven
		if state.Good.Version == in.Running {
			v.Since = good.In(at).Format(time.DateOnly)
		}
	}
	if w := state.Waiting; w != nil {
		v.Waiting = &WaitingView{Version: w.Version, Taken: w.Taken.In(at).Format(minute), Trying: state.Trial != nil}
		if state.Held != "" {
			v.Waiting.Held = state.Held.Words()
		}
	}
	if n := len(state.Failed); n > 0 && state.Failed[n-1].At.After(good) {
		f := state.Failed[n-1]
		v.Failed = &FailedView{Version: f.Version, At: f.At.In(at).Format(minute), Why: f.Reason.Words()}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if o := d.offered; o != nil {
		v.Offer = &OfferView{
			Version: o.Version, Number: int(o.Number), Made: o.Made.In(at).Format(time.DateOnly), Size: int(o.Size),
			File: filepath.Base(d.file), InsteadOf: o.InsteadOf,
		}
		if o.Failed != nil {
			v.Offer.Failed = o.Failed.Reason.Words()
		}
	}
	return v, nil
}

// lately is how long staff are told of a version that failed where they do not look for it.
const lately = 14 * 24 * time.Hour

// FailedLately is the version that failed last, "" where that is long ago, or another
// has come since. Errors: those of versions.Look.
func (d *Desk) FailedLately(in Intake) (version string, err error) {
	view, err := d.View(in)
	if err != nil || view.Failed == nil || view.Waiting != nil {
		return "", err
	}
	at, err := time.ParseInLocation(minute, view.Failed.At, in.Now().Location())
	if err != nil || in.Now().Sub(at) > lately {
		return "", err
	}
	return view.Failed.Version, nil
}

// Check starts reading a file, one of the Files; the View has what is in it once that
// is done. Errors: CodeNotFound, CodeBusy; of the work: those of Intake.Check.
func (d *Desk) Check(in Intake, w *worker.Worker, sticks []string, path string) error {
	file, err := places.FindFile(sticks, trust.Ext, path)
	if err != nil {
		return err
	}
	return w.Start(func() (worker.Task, error) {
		d.Forget()
		return worker.Task{Do: func(ctx context.Context, _ *worker.Work) error {
			offer, err := in.Check(file.Path)
			if ctx.Err() != nil {
				return worker.ErrStopped
			}
			if err == nil {
				d.mu.Lock()
				d.file, d.offered = file.Path, &offer
				d.mu.Unlock()
			}
			return err
		}}, nil
	})
}

// Chosen says whether there is something to take. Error: CodeNotFound.
func (d *Desk) Chosen() error {
	_, _, err := d.chosen()
	return err
}

func (d *Desk) chosen() (file string, offer *Offer, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.offered == nil {
		return "", nil, guide.Errorf(guide.CodeNotFound, "Chưa chọn tệp cập nhật nào. Mời chọn tệp rồi làm lại.")
	}
	return d.file, d.offered, nil
}

// Take starts taking what was read last, and nothing else: a file that was changed
// meanwhile is not what somebody has decided on. taken is told how it ended, and what
// it was. Errors: CodeNotFound, CodeBusy; of the work: those of Intake.Take.
func (d *Desk) Take(in Intake, w *worker.Worker, taken func(ctx context.Context, err error, about string) error) error {
	return w.Start(func() (worker.Task, error) {
		file, wanted, err := d.chosen()
		if err != nil {
			return worker.Task{}, err
		}
		return worker.Task{Do: func(ctx context.Context, _ *worker.Work) error {
			got, err := in.Take(file)
			if err == nil && (got.SHA256 != wanted.SHA256 || got.Number != wanted.Number) {
				if _, err := versions.Cancel(in.DataDir); err != nil {
					return err
				}
				err = guide.Errorf(guide.CodeInvalid, "Tệp trên USB đã đổi từ lúc xem. Mời chọn lại tệp.")
			}
			d.Forget()
			return taken(context.WithoutCancel(ctx), err, fmt.Sprintf("bản %s, số %d", wanted.Version, wanted.Number))
		}}, nil
	})
}

// Forget drops what was read: another decides anew.
func (d *Desk) Forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.file, d.offered = "", nil
}
