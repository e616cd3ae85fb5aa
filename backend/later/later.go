package desktop

import (
	"context"
	"log/slog"
	"time"

	"tungbuoc/backend/guide"
)

// sayInternal is what people read when the program itself is at fault.
const sayInternal = "Máy gặp lỗi. Mời ông bà gọi cán bộ."

// later is a value that is being made elsewhere: the window opens while the
// database is opened, and whoever needs it waits.
type later[T any] struct {
	done  chan struct{}
	value T
	err   error
}

// soon starts build and gives its result later. A panic of build becomes the
// error that everybody gets who waits; what failed is in the log at once.
func soon[T any](log *slog.Logger, build func() (T, error)) *later[T] {
	l := &later[T]{done: make(chan struct{})}
	go func() {
		defer close(l.done)
		if l.value, l.err = recovered(build); l.err != nil {
			log.Error("not made in the background", "err", l.err)
		}
	}()
	return l
}

// recovered does something whose panic becomes an error.
func recovered[T any](do func() (T, error)) (value T, err error) {
	defer guide.Recover(&err, sayInternal)
	return do()
}

// get waits for the value.
func (l *later[T]) get() (T, error) {
	<-l.done
	return l.value, l.err
}

// within waits for the value at most d; ok is false when it did not come in
// time or failed.
func (l *later[T]) within(d time.Duration) (T, bool) {
	select {
	case <-l.done:
		return l.value, l.err == nil
	case <-time.After(d):
		var zero T
		return zero, false
	}
}

// bounded waits for do no longer than ctx allows, then leaves it to itself.
// Error: that of do, else that of ctx.
func bounded(ctx context.Context, do func() error) error {
	done := make(chan error, 1)
	go func() {
		_, err := recovered(func() (none struct{}, err error) { return none, do() })
		done <- err
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
