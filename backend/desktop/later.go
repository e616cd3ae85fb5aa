package desktop

import (
	"sync"
	"sync/atomic"
	"time"
)

// later is a value that is being made elsewhere: the window opens while the
// pack is read and the database is opened, and whoever needs them waits.
type later[T any] struct {
	done  chan struct{}
	value T
	err   error
}

// soon starts make and gives its result later. It is called once, in its own
// goroutine, so it must not panic.
func soon[T any](make func() (T, error)) *later[T] {
	l := &later[T]{done: newSignal()}
	go func() {
		defer close(l.done)
		l.value, l.err = make()
	}()
	return l
}

func newSignal() chan struct{} { return make(chan struct{}) }

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

// lazy is a value that is made when it is first wanted, or when begin is
// called, whichever comes first.
type lazy[T any] struct {
	make  func() (T, error)
	once  sync.Once
	begun atomic.Bool
	value *later[T]
}

// begin starts making the value and returns at once.
func (l *lazy[T]) begin() {
	l.once.Do(func() {
		l.value = soon(l.make)
		l.begun.Store(true)
	})
}

// made waits for the value if making it has begun; ok is false when it has
// not, or failed.
func (l *lazy[T]) made() (value T, ok bool) {
	if !l.begun.Load() {
		return value, false
	}
	value, err := l.value.get()
	return value, err == nil
}

// get waits for the value.
func (l *lazy[T]) get() (T, error) {
	l.begin()
	return l.value.get()
}
