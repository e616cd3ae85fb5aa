package desktop

import (
	"log/slog"
	"time"
)

// CloseResident closes the storage, as the window's end does.
func CloseResident(r *Resident) { r.close() }

// GuardPanic runs a bound method that panics.
func GuardPanic(log *slog.Logger) error {
	_, err := guard(&Resident{log: log}, "Test", func() (int, error) { panic("boom") })
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
var Within = within
