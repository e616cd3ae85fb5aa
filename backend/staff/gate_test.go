package staff_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/staff"
)

// drawer keeps settings in memory, and can be made to fail.
type drawer struct {
	kept map[string]string
	fail error
}

func (d *drawer) Setting(_ context.Context, name string) (string, error) { return d.kept[name], d.fail }

func (d *drawer) SetSetting(_ context.Context, name, value string) error {
	d.kept[name] = value
	return d.fail
}

type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func newGate() (*staff.Gate, *drawer, *clock) {
	d, c := &drawer{kept: map[string]string{}}, &clock{time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)}
	return staff.NewGate(d, c.now), d, c
}

func TestThePINOpensTheDoorForAWhile(t *testing.T) {
	ctx := context.Background()
	g, d, c := newGate()
	if has, err := g.HasPIN(ctx); has || err != nil {
		t.Fatalf("%v, %v", has, err)
	}
	if err := g.Check(); guide.ErrorCode(err) != guide.CodeDenied {
		t.Fatalf("open at the start: %v", err)
	}
	if err := g.SetPIN(ctx, "2905"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(d.kept["staff_pin"], "2905") {
		t.Error("the PIN itself is kept")
	}
	g.Lock()
	if err := g.SetPIN(ctx, "7391"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("changed through a shut door: %v", err)
	}
	if err := g.Unlock(ctx, "2905"); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(staff.OpenTime - time.Second)
	if err := g.Check(); err != nil {
		t.Error(err)
	}
	c.at = c.at.Add(staff.OpenTime - time.Second) // work keeps it open
	if err := g.Check(); err != nil {
		t.Error(err)
	}
	c.at = c.at.Add(staff.OpenTime + time.Second)
	if err := g.Check(); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("still open: %v", err)
	}
}

func TestPINsThatAreRefused(t *testing.T) {
	for _, pin := range []string{"", "123", "123456789", "12a4", "0000", "1234", "987654", "١٢٣٤", " 1357", strings.Repeat("9", 10_000)} {
		g, d, _ := newGate()
		if err := g.SetPIN(context.Background(), pin); guide.ErrorCode(err) != guide.CodeInvalid || d.kept["staff_pin"] != "" {
			t.Errorf("%.12q: %v", pin, err)
		}
	}
}

func TestWrongTriesShutTheDoor(t *testing.T) {
	ctx := context.Background()
	g, d, c := newGate()
	if err := g.SetPIN(ctx, "2905"); err != nil {
		t.Fatal(err)
	}
	g.Lock()
	for i := range staff.TriesBeforeLock {
		if err := g.Unlock(ctx, "1111"); guide.ErrorCode(err) != guide.CodeDenied {
			t.Fatalf("try %d: %v", i, err)
		}
	}
	// Not even the right one, nor after a restart.
	again := staff.NewGate(d, c.now)
	if err := again.Unlock(ctx, "2905"); guide.ErrorCode(err) != guide.CodeDenied || !strings.Contains(guide.Message(err), "đợi 1 phút") {
		t.Errorf("locked: %v", err)
	}
	c.at = c.at.Add(staff.LockTime + time.Second)
	if err := again.Unlock(ctx, "1111"); !strings.Contains(guide.Message(err), "đợi 2 phút") {
		t.Errorf("the lock does not grow: %v", err)
	}
	c.at = c.at.Add(2*staff.LockTime + time.Second)
	if err := again.Unlock(ctx, "2905"); err != nil {
		t.Error(err)
	}
	if err := again.Unlock(ctx, "1111"); !strings.Contains(guide.Message(err), "Còn 4 lần") {
		t.Errorf("the count was not forgotten: %v", err)
	}
}

func TestAClockSetBackDoesNotShutForEver(t *testing.T) {
	ctx := context.Background()
	g, _, c := newGate()
	if err := g.SetPIN(ctx, "2905"); err != nil {
		t.Fatal(err)
	}
	for range staff.TriesBeforeLock {
		_ = g.Unlock(ctx, "1111")
	}
	c.at = c.at.AddDate(-1, 0, 0)
	if err := g.Unlock(ctx, "2905"); err != nil {
		t.Error(err)
	}
}

func TestWhatIsKeptIsBroken(t *testing.T) {
	ctx := context.Background()
	g, d, _ := newGate()
	d.kept["staff_pin"] = "rubbish"
	if err := g.Unlock(ctx, "2905"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("rubbish opens the door: %v", err)
	}
	d.fail = errors.New("disk")
	if err := g.Unlock(ctx, "2905"); !errors.Is(err, d.fail) {
		t.Errorf("got %v", err)
	}
}
