//go:build !windows

package closing_test

import (
	"os"
	"syscall"
	"testing"

	"tungbuoc/backend/closing"
)

func TestWanted(t *testing.T) {
	ended := make(chan struct{})
	byParent := closing.Wanted(ended)
	close(ended)
	if by := <-byParent; by != "ended" {
		t.Errorf("by %s", by)
	}
	bySignal := closing.Wanted(nil)
	if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if by := <-bySignal; by != syscall.SIGHUP.String() {
		t.Errorf("by %s", by)
	}
}
