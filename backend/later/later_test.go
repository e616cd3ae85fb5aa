package later_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/later"
)

func within(limit time.Duration, do func()) error {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	return later.Bounded(ctx, func() error { do(); return nil })
}

// What does not come, or does not end, does not keep who waits.
func TestBounded(t *testing.T) {
	never := make(chan struct{})
	t.Cleanup(func() { close(never) })
	if err := within(time.Millisecond, func() { <-never }); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("what never ends is said to be done: %v", err)
	}
	ran := false
	if err := within(time.Hour, func() { ran = true }); err != nil || !ran {
		t.Errorf("what ends at once is not waited for: %v", err)
	}
	if err := within(time.Hour, func() { panic("boom") }); guide.ErrorCode(err) != guide.CodeInternal {
		t.Errorf("a panic: %v", err)
	}
}

func TestSoon(t *testing.T) {
	quiet := slog.New(slog.DiscardHandler)
	ready := make(chan struct{})
	seven := later.Soon(quiet, func() (int, error) { <-ready; return 7, nil })
	if n, ok := seven.Within(time.Millisecond); ok || n != 0 {
		t.Errorf("before it is made: %d, %v", n, ok)
	}
	close(ready)
	if n, err := seven.Get(); n != 7 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	if n, ok := seven.Within(time.Hour); n != 7 || !ok {
		t.Errorf("%d, %v", n, ok)
	}
}

// Everybody who waits gets the error of a panic, and the log says where it was.
func TestSoonPanics(t *testing.T) {
	var log bytes.Buffer
	boom := later.Soon(slog.New(slog.NewTextHandler(&log, nil)), func() (int, error) { panic("boom") })
	for range 2 {
		if _, err := boom.Get(); guide.ErrorCode(err) != guide.CodeInternal || guide.Message(err) != guide.SayInternal {
			t.Errorf("%v", err)
		}
	}
	if _, ok := boom.Within(time.Hour); ok {
		t.Error("what failed is said to be there")
	}
	if !strings.Contains(log.String(), "boom") || !strings.Contains(log.String(), "later_test.go") {
		t.Errorf("the log lacks cause or place: %s", log.String())
	}
}
