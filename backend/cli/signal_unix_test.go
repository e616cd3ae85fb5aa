//go:build unix

package cli_test

import (
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"tungbuoc/backend/cli"
)

// A command that is told to end while it writes paper leaves nothing behind.
func TestEndedWhileWriting(t *testing.T) {
	dir := t.TempDir()
	got := make(chan os.Signal, 1)
	signal.Notify(got, syscall.SIGTERM) // the test itself goes on
	defer signal.Stop(got)
	over := make(chan struct{})
	go func() {
		for {
			if begun, _ := filepath.Glob(filepath.Join(dir, ".tungbuoc-*")); len(begun) > 0 {
				_ = syscall.Kill(os.Getpid(), syscall.SIGTERM)
				return
			}
			select {
			case <-over:
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	r := run(t, "handout", "khai-sinh", "--layout", "a5", "--copies", "5000", "--out", filepath.Join(dir, "x.pdf"))
	close(over)
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 || r.code != cli.ExitFailed || !strings.Contains(r.stderr, "Đã dừng") {
		t.Errorf("exit %d, left %v, said %q, %v", r.code, left, r.stderr, err)
	}
}
