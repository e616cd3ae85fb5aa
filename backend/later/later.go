// Package later is for what is made elsewhere while its users go on, and wait
// only when they need it. Nobody waits for ever for a disk that does not answer,
// and a panic in the background is an error, never the end of the program.
package later

import (
	"context"
	"log/slog"
	"time"

	"tungbuoc/backend/guide"
)

// Value is a value that is being made elsewhere.
type Value[T any] struct {
	done  chan struct{}
	value T
	err   error
}

// Soon starts build and gives its result later. A panic of build becomes the
// error that everybody gets who waits; what failed is in the log at once.
func Soon[T any](log *slog.Logger, build func() (T, error)) *Value[T] {
	v := &Value[T]{done: make(chan struct{})}
	go func() {
		defer close(v.done)
		if v.value, v.err = recovered(build); v.err != nil {
			log.Error("not made in the background", "err", v.err)
		}
	}()
	return v
}

// recovered does something whose panic becomes an error.
func recovered[T any](do func() (T, error)) (value T, err error) {
	defer guide.Recover(&err, guide.SayInternal)
	return do()
}

// Get waits for the value.
func (v *Value[T]) Get() (T, error) {
	<-v.done
	return v.value, v.err
}

// Within waits for the value at most d; ok is false when it did not come in
// time or failed.
func (v *Value[T]) Within(d time.Duration) (T, bool) {
	select {
	case <-v.done:
		return v.value, v.err == nil
	case <-time.After(d):
		var zero T
		return zero, false
	}
}

// Bounded waits for do no longer than ctx allows, then leaves it to itself.
// Error: that of do, else that of ctx.
func Bounded(ctx context.Context, do func() error) error {
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
