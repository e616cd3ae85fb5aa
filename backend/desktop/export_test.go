package desktop

import (
	"context"
	"log/slog"

	"tungbuoc/backend/content"
	"tungbuoc/backend/datafolder"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/later"
)

// CloseResident closes the storage, as the window's end does.
func CloseResident(r *Resident) { r.close(context.Background()) }

// StorageFrom has the storage come from a function, as the disk would give it.
func StorageFrom(r *Resident, open func() (dir string, err error)) {
	r.storage = later.Soon(r.log, func() (datafolder.Opened, error) {
		dir, err := open()
		if err != nil {
			return datafolder.Opened{}, err
		}
		return datafolder.Open(dir, r.log), nil
	})
}

// Held is what a visit could leave something in: the two façades with all they stand
// on, and what is behind functions there.
func Held(r *Resident, s *Staff) ([]any, error) {
	in := r.content.Now()
	speaker, err := in.Speaker()
	if err != nil {
		return nil, err
	}
	lib, err := in.Library()
	return []any{r, s, speaker, lib}, err
}

// Shutdown ends what the window's end does, as Wails calls it.
func Shutdown(ctx context.Context, r *Resident) {
	(&kiosk{log: r.log, resident: r}).shutdown(ctx)
}

// GuardPanic runs a bound method that panics.
func GuardPanic(log *slog.Logger) error {
	_, err := guard(&office{log: log}, "Test", func() (int, error) { panic("boom") })
	return err
}

// SetSticks plugs folders in as USB sticks until restore.
func SetSticks(paths ...string) (restore func()) {
	before := findSticks
	findSticks = func() []string { return paths }
	return func() { findSticks = before }
}

// Lesson is what the window gets of a lesson: while a question is open, the rest,
// and to be practised.
type Lesson struct {
	Ask       WalkView      `json:"ask"`
	Walk      WalkView      `json:"walk"`
	Rehearsal RehearsalView `json:"rehearsal"`
}

// Present gives the views of a service and its lesson, as the window gets them.
func Present(lib *content.Library, s *guide.Service, lang string) (service ServiceView, lesson Lesson, err error) {
	p := presenter{pack: lib.Pack, lang: lib.In(lang)}
	if service, err = p.service(s); err != nil {
		return service, Lesson{}, err
	}
	asked := &guide.Walk{}
	if len(s.Facts) > 0 {
		asked.Ask = &s.Facts[0]
	}
	told, err := lib.Pack.Shown(s, s.Combinations()[0])
	if err != nil {
		return service, Lesson{}, err
	}
	return service, Lesson{p.walk(s, asked, 0), p.walk(s, told, 0), p.rehearsal(s, told, 0)}, nil
}

// ResidentOf gives what residents call of the same office.
func ResidentOf(s *Staff) *Resident { return &Resident{office: s.office} }

// LayAway takes services and numbers from what residents are shown, as staff would.
func LayAway(r *Resident, away ...guide.Away) { r.content.WithLocal(guide.Local{Away: away}) }

// PackOf is the pack as the province wrote it, and as residents are shown it.
func PackOf(r *Resident) (bare, shown *guide.Pack, err error) {
	if bare, err = r.content.Bare(); err != nil {
		return nil, nil, err
	}
	shown, err = r.content.Pack()
	return bare, shown, err
}

// ShowIn puts the staff's screens into a window.
func ShowIn(s *Staff, g Glass) { s.shows(g) }

// SetProving says whether this program is tried for the first time.
func SetProving(r *Resident, proving bool) { r.proving.Store(proving) }
