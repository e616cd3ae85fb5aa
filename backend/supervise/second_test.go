package supervise

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"tungbuoc/backend/instance"
)

// held is a folder that another process watches over.
func held(t *testing.T) (dir string, mine *flock.Flock) {
	t.Helper()
	dir = t.TempDir()
	other := flock.New(filepath.Join(dir, lockName))
	if locked, err := other.TryLock(); err != nil || !locked {
		t.Fatal(locked, err)
	}
	t.Cleanup(func() { _ = other.Unlock() })
	return dir, flock.New(filepath.Join(dir, lockName))
}

func TestASecondStartAsksARestingKioskToTryAgain(t *testing.T) {
	dir, lock := held(t)
	rest, asked, done := resting(t.Context(), dir)
	var said bytes.Buffer
	if as := second(lock, dir, &said, time.Hour); as != leaves || !strings.Contains(said.String(), sayResting) {
		t.Errorf("%v, %q", as, said.String())
	}
	<-rest.Done()
	if !asked() {
		t.Error("the one who rests does not know why")
	}
	done()
	if left, _ := filepath.Glob(filepath.Join(dir, "tungbuoc.*")); len(left) != 1 {
		t.Errorf("left: %v", left)
	}
}

// What was asked of a rest that is over does not end the next.
func TestARestBeginsAnew(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, againName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	rest, asked, done := resting(t.Context(), dir)
	if _, err := os.Stat(filepath.Join(dir, againName)); err == nil {
		t.Error("the old question is still there")
	}
	done()
	if <-rest.Done(); asked() {
		t.Error("nobody has asked")
	}
}

func TestASecondStartOpensNoWindow(t *testing.T) {
	dir, lock := held(t)
	var said bytes.Buffer
	if as := second(lock, dir, &said, 0); as != leaves || !strings.Contains(said.String(), sayStarting) {
		t.Errorf("between two windows: %v, %q", as, said.String())
	}
	window := flock.New(filepath.Join(dir, instance.LockName))
	if locked, err := window.TryLock(); err != nil || !locked {
		t.Fatal(locked, err)
	}
	if as := second(lock, dir, &said, time.Hour); as != bringsForward {
		t.Errorf("while there is a window: %v", as)
	}
	if err := window.Unlock(); err != nil {
		t.Fatal(err)
	}
}

// When the first has gone, the second is the first.
func TestASecondStartTakesOver(t *testing.T) {
	dir := t.TempDir()
	lock := flock.New(filepath.Join(dir, lockName))
	if as := second(lock, dir, &bytes.Buffer{}, time.Hour); as != takesOver || !lock.Locked() {
		t.Errorf("%v", as)
	}
	_ = lock.Unlock()
}

func TestKioskLock(t *testing.T) {
	if kioskLock != instance.LockName {
		t.Errorf("%q is not %q", kioskLock, instance.LockName)
	}
}
