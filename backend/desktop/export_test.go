package desktop

import "log/slog"

// CloseResident closes the storage, as the window's end does.
func CloseResident(r *Resident) { r.close() }

// GuardPanic runs a bound method that panics.
func GuardPanic(log *slog.Logger) error {
	_, err := guard(&Resident{log: log}, "Test", func() (int, error) { panic("boom") })
	return err
}

// Head is what the log keeps of a Wails message.
func Head(text string) string { return head(text) }

// Claim locks a data folder and serves second starts until release.
func Claim(dir string, log *slog.Logger, show func()) (release func(), err error) {
	i, err := claimInstance(dir, log)
	if err != nil {
		return nil, err
	}
	go i.serve(show)
	return i.close, nil
}

// SetSticks plugs folders in as USB sticks until restore.
func SetSticks(paths ...string) (restore func()) {
	before := findSticks
	findSticks = func() []string { return paths }
	return func() { findSticks = before }
}
