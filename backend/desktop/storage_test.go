package desktop_test

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
)

// safeLog is a log that several goroutines write and a test reads.
type safeLog struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *safeLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *safeLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

func residentOn(t *testing.T, open func() (string, error)) (*desktop.Resident, *safeLog) {
	t.Helper()
	log := &safeLog{}
	r := desktop.NewResident(desktop.ResidentOptions{Log: slog.New(slog.NewTextHandler(log, nil)), Pack: content.Shipped(), Idle: desktop.KioskIdle})
	desktop.StorageFrom(r, open)
	return r, log
}

// A disk that never answers keeps nobody from closing the kiosk: not who ends
// it at once, and not the window's own end, whose context never ends.
func TestClosingDoesNotWaitForADeadDisk(t *testing.T) {
	for name, ctx := range map[string]context.Context{"told to hurry": ended(), "the window's end": context.Background()} {
		t.Run(name, func(t *testing.T) {
			dead := make(chan struct{})
			t.Cleanup(func() { close(dead) })
			r, log := residentOn(t, func() (string, error) { <-dead; return "", nil })
			desktop.Shutdown(ctx, r)
			if text := log.String(); !strings.Contains(text, "close storage") || !strings.Contains(text, "closed") {
				t.Errorf("log: %s", text)
			}
		})
	}
}

func ended() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

// What panics while the storage is opened costs the counts, not the kiosk.
func TestPanicWhileOpeningIsAnError(t *testing.T) {
	r, log := residentOn(t, func() (string, error) { panic("boom") })
	boot, err := r.Boot("vi")
	if err != nil || boot.Notice == "" || len(boot.Topics) == 0 {
		t.Errorf("%+v, %v", boot, err)
	}
	if err := r.Count("khai-sinh", "opened", "", "vi"); err != nil {
		t.Errorf("a lost count reached the resident: %v", err)
	}
	if text := log.String(); !strings.Contains(text, "boom") || !strings.Contains(text, "storage_test.go") {
		t.Errorf("the log lacks cause or place: %s", text)
	}
}
