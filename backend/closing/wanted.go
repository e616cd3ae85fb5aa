package closing

import (
	"os"
	"os/signal"
	"syscall"
)

// Wanted tells, once, that the program has to end, and who says so: a signal of the
// system, or whoever closes ended (nil: nobody). It listens from now on.
//
// Wails would turn the first SIGTERM into a request to close, which the full screen
// refuses, and then stop listening. SIGHUP comes when the session or the terminal that
// started the kiosk ends.
func Wanted(ended <-chan struct{}) <-chan string {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGHUP, os.Interrupt)
	by := make(chan string, 1)
	go func() {
		select {
		case s := <-signals:
			by <- s.String()
		case <-ended:
			by <- "ended"
		}
	}()
	return by
}
