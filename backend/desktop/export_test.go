package desktop

import (
	"context"
	"log/slog"
	"time"
)

// CloseResident closes the storage, as the window's end does.
func CloseResident(r *Resident) { r.close(context.Background()) }

// StorageFrom has the storage come from a function, as the disk would give it.
func StorageFrom(r *Resident, open func() (dir string, err error)) {
	r.storage = soon(r.log, func() (storage, error) {
		dir, err := open()
		if err != nil {
			return storage{}, err
		}
		return openStorage(dir, r.log), nil
	})
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

// Head is what the log keeps of a Wails message.
func Head(text string) string { return head(text) }

// SetSticks plugs folders in as USB sticks until restore.
func SetSticks(paths ...string) (restore func()) {
	before := findSticks
	findSticks = func() []string { return paths }
	return func() { findSticks = before }
}

// CloseAsked asks to close the full screen at moments in milliseconds. It gives
// the index of the one that closes it, -1 if none does, and how often the page
// is told.
func CloseAsked(at []int) (closes, says int) {
	start := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	var c closing
	for i, ms := range at {
		switch c.asked(start.Add(time.Duration(ms) * time.Millisecond)) {
		case agree:
			return i, says
		case refuse:
			says++
		}
	}
	return -1, says
}

// Within runs do for so long at most.
func Within(limit time.Duration, do func()) bool {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	return bounded(ctx, func() error { do(); return nil }) == nil
}
