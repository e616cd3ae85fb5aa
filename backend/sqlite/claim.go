package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"tungbuoc/backend/guide"
)

// lockName is the file that processes lock to agree on who may set a damaged
// database aside. A rename under a program that writes would send its counts
// into the file that was set aside.
const lockName = "office.lock"

// claimWait is how long one program waits while another one opens the file,
// claimRetry how often it looks again.
const (
	claimWait  = 20 * time.Second
	claimRetry = 20 * time.Millisecond
)

// claim is this process's hold on the data folder, kept while the database is
// open. The system gives it up when the process is killed.
type claim struct {
	lock *flock.Flock
	sole bool // nobody else has the database open
}

// newClaim holds the folder alone if nobody else does, otherwise beside them.
func newClaim(ctx context.Context, dir string) (*claim, error) {
	c := &claim{lock: flock.New(filepath.Join(dir, lockName))}
	err := c.wait(ctx, func() (bool, error) {
		sole, err := c.lock.TryLock()
		if sole || err != nil {
			c.sole = sole
			return sole, err
		}
		return c.lock.TryRLock()
	})
	return c, err
}

// share lets others in. Between the two calls another program may come first;
// it finds the database sound, because this one has just looked.
func (c *claim) share(ctx context.Context) error {
	if !c.sole {
		return nil
	}
	if err := c.lock.Unlock(); err != nil {
		return err
	}
	c.sole = false
	return c.wait(ctx, c.lock.TryRLock)
}

func (c *claim) wait(ctx context.Context, try func() (bool, error)) error {
	ctx, cancel := context.WithTimeout(ctx, claimWait)
	defer cancel()
	for {
		if held, err := try(); held || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return guide.Wrap(errors.Join(errors.New("folder claimed by another program"), ctx.Err()), guide.CodeStorage, "%s", sayBusy)
		case <-time.After(claimRetry):
		}
	}
}

func (c *claim) release() error { return c.lock.Unlock() }
