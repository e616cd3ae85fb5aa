package staff_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/staff"
)

// drawer keeps settings, people and the trail in memory, and can be made to fail.
type drawer struct {
	kept   map[string]string
	people []guide.Person
	trail  []guide.Noted
	fail   error // whatever is asked of it
	full   error // when something is to be kept
}

func (d *drawer) Setting(_ context.Context, name string) (string, error) { return d.kept[name], d.fail }

func (d *drawer) SetSetting(_ context.Context, name, value string) error {
	if err := cmp.Or(d.fail, d.full); err != nil {
		return err
	}
	d.kept[name] = value
	return nil
}

func (d *drawer) People(context.Context) ([]guide.Person, error) {
	return slices.DeleteFunc(slices.Clone(d.people), func(p guide.Person) bool { return p.Gone }), d.fail
}

func (d *drawer) KeepPeople(ctx context.Context, people []guide.Person, settings map[string]string, n guide.Noted) (id int64, err error) {
	if err := d.AddToTrail(ctx, n); err != nil {
		return 0, err
	}
	for _, p := range people {
		if p.ID == 0 {
			p.ID = int64(len(d.people) + 1)
			d.people = append(d.people, p)
		}
		id = p.ID
		d.people[id-1] = p
	}
	maps.Copy(d.kept, settings)
	return id, nil
}

func (d *drawer) AddToTrail(_ context.Context, n guide.Noted) error {
	if err := cmp.Or(d.fail, d.full); err != nil {
		return err
	}
	n.ID, n.Made = int64(len(d.trail)+1), "2026-11-23 08:00"
	d.trail = append(d.trail, n)
	return nil
}

func (d *drawer) Trail(_ context.Context, before int64, limit int) ([]guide.Noted, error) {
	list := slices.Clone(d.trail)
	slices.Reverse(list)
	list = slices.DeleteFunc(list, func(n guide.Noted) bool { return before > 0 && n.ID >= before })
	if limit >= 0 && len(list) > limit {
		list = list[:limit]
	}
	return list, d.fail
}

// clock is both clocks of a test. What sets the one on the wall leaves the
// running one alone.
type clock struct {
	at  time.Time
	ran time.Duration
}

func (c *clock) pass(d time.Duration) { c.at, c.ran = c.at.Add(d), c.ran+d }

func (c *clock) both() staff.Clock {
	return staff.Clock{Now: func() time.Time { return c.at }, Elapsed: func() time.Duration { return c.ran }}
}

// office is a gate with what it stands on.
type office struct {
	*staff.Gate
	drawer *drawer
	clock  *clock
	setup  *staff.Setup
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{
		drawer: &drawer{kept: map[string]string{}},
		clock:  &clock{at: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)},
		setup:  staff.NewSetup(t.TempDir()),
	}
	o.restart()
	return o
}

// restart makes the gate anew, as the next start of the program does.
func (o *office) restart() {
	o.clock.ran = 0
	o.Gate = staff.NewGate(o.drawer, o.setup, o.clock.both(), slog.New(slog.DiscardHandler))
}

// mustChoose has the first admin choose a PIN, shuts the door and gives the
// recovery code.
func (o *office) mustChoose(t *testing.T, pin string) string {
	t.Helper()
	code, err := o.setup.Code()
	if err != nil {
		t.Fatal(err)
	}
	if err := o.EnterCode(t.Context(), code); err != nil {
		t.Fatal(err)
	}
	in, err := o.Choose(t.Context(), "Lan", pin)
	if err != nil || in.Name != "Lan" || in.Role != guide.RoleAdmin || in.Old {
		t.Fatalf("%+v, %v", in, err)
	}
	if err := o.RecoveryWritten(t.Context()); err != nil {
		t.Fatal(err)
	}
	o.Lock()
	return strings.ReplaceAll(in.Recovery, " ", "")
}

// unlock opens the door to the first admin.
func (o *office) unlock(ctx context.Context, pin string) error {
	_, err := o.Unlock(ctx, 1, pin)
	return err
}

// wrongly tries a wrong PIN of the first admin so many times.
func (o *office) wrongly(t *testing.T, times int) (last error) {
	t.Helper()
	for range times {
		if last = o.unlock(t.Context(), "111111"); guide.ErrorCode(last) != guide.CodeDenied {
			t.Fatalf("a wrong PIN: %v", last)
		}
	}
	return last
}

func says(err error, words string) bool {
	return guide.ErrorCode(err) == guide.CodeDenied && strings.Contains(guide.Message(err), words)
}

func TestThePINOpensTheDoorForAWhile(t *testing.T) {
	ctx := t.Context()
	o := newOffice(t)
	if has, err := o.HasPIN(ctx); has || err != nil {
		t.Fatalf("%v, %v", has, err)
	}
	if err := o.Check("History"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Fatalf("open at the start: %v", err)
	}
	o.mustChoose(t, "290511")
	if strings.Contains(fmt.Sprint(o.drawer), "290511") {
		t.Error("the PIN itself is kept")
	}
	if _, err := o.Choose(ctx, "Hoa", "739104"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("chosen through a shut door: %v", err)
	}
	if err := o.unlock(ctx, "290511"); err != nil {
		t.Fatal(err)
	}
	for range 2 { // work keeps it open
		o.clock.pass(staff.OpenTime - time.Second)
		if err := o.Check("History"); err != nil {
			t.Error(err)
		}
	}
	if err := o.OwnPIN(ctx, "290511", "739104"); err != nil {
		t.Errorf("not changed through an open door: %v", err)
	}
	o.clock.pass(staff.OpenTime + time.Second)
	if err := o.Check("History"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("still open: %v", err)
	}
	if err := o.unlock(ctx, "739104"); err != nil {
		t.Error(err)
	}
	o.clock.at = o.clock.at.Add(9 * time.Hour) // the PC slept, and its running clock with it
	if err := o.Check("History"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("open the next morning: %v", err)
	}
}

// The door does not shut on work that is being done, but it does when it is locked.
func TestWorkHoldsTheDoorOpen(t *testing.T) {
	ctx := t.Context()
	o := newOffice(t)
	o.mustChoose(t, "290511")
	busy := true
	o.Busy = func() bool { return busy }
	if err := o.Check("Progress"); err == nil {
		t.Error("open to nobody while a job runs")
	}
	if err := o.unlock(ctx, "290511"); err != nil {
		t.Fatal(err)
	}
	o.clock.pass(3 * staff.OpenTime)
	if err := o.Check("Progress"); err != nil {
		t.Errorf("shut in the middle of a job: %v", err)
	}
	busy = false
	o.clock.pass(staff.OpenTime - time.Second)
	if err := o.Check("Progress"); err != nil {
		t.Errorf("shut right after the job: %v", err)
	}
	o.clock.pass(staff.OpenTime)
	if err := o.Check("Progress"); err == nil {
		t.Error("open long after the job")
	}
	if err := o.unlock(ctx, "290511"); err != nil {
		t.Fatal(err)
	}
	busy = true
	o.Lock()
	if err := o.Check("Progress"); err == nil {
		t.Error("open to who comes after a job was left running")
	}
}

func TestPINsThatAreRefused(t *testing.T) {
	for _, pin := range []string{"", "2905", "29051", "2905111", "12a456", "000000", "123456", "987654", "١٢٣٤٥٦", " 13571", strings.Repeat("9", 10_000)} {
		o := newOffice(t)
		code, err := o.setup.Code()
		if err != nil {
			t.Fatal(err)
		}
		if err := o.EnterCode(t.Context(), code); err != nil {
			t.Fatal(err)
		}
		if _, err := o.Choose(t.Context(), "Lan", pin); guide.ErrorCode(err) != guide.CodeInvalid || len(o.drawer.people) != 0 {
			t.Errorf("%.12q: %v", pin, err)
		}
	}
}

func TestWrongTriesShutTheDoor(t *testing.T) {
	ctx := t.Context()
	o := newOffice(t)
	o.mustChoose(t, "290511")
	o.wrongly(t, staff.TriesBeforeLock)
	// Not even the right one, nor after a restart.
	o.restart()
	if err := o.unlock(ctx, "290511"); !says(err, "đợi 1 phút") {
		t.Errorf("locked: %v", err)
	}
	if left, err := o.LockedFor(ctx); left != staff.LockTime || err != nil {
		t.Errorf("locked for %v, %v", left, err)
	}
	o.clock.pass(staff.LockTime + time.Second)
	if err := o.wrongly(t, 1); !says(err, "đợi 2 phút") {
		t.Errorf("the lock does not grow: %v", err)
	}
	o.clock.pass(2*staff.LockTime + time.Second)
	if err := o.unlock(ctx, "290511"); err != nil {
		t.Error(err)
	}
	if err := o.wrongly(t, 1); !says(err, "Còn 4 lần") {
		t.Errorf("the count was not forgotten: %v", err)
	}
}

// The clock on the wall neither lifts a lock nor makes it longer, whichever way
// it is set and by how much.
func TestTheWallClockDoesNotMoveALock(t *testing.T) {
	ctx := t.Context()
	for _, set := range []time.Duration{-time.Second, -365 * 24 * time.Hour, 24 * time.Hour} {
		for _, restarted := range []bool{false, true} {
			o := newOffice(t)
			o.mustChoose(t, "290511")
			for range staff.TriesBeforeLock + 5 { // to the longest lock
				o.wrongly(t, 1)
				left, err := o.LockedFor(ctx)
				if err != nil {
					t.Fatal(err)
				}
				if left < 30*time.Minute {
					o.clock.pass(left)
				}
			}
			o.clock.at = o.clock.at.Add(set)
			want := 30 * time.Minute
			if restarted { // then the wall is all there is: it can make a lock shorter
				o.restart()
				want = min(want, max(0, want-set))
			}
			left, err := o.LockedFor(ctx)
			if left != want || err != nil {
				t.Errorf("set by %v, restarted %v: locked for %v, want %v; %v", set, restarted, left, want, err)
			}
			if err := o.unlock(ctx, "290511"); (err != nil) != (want > 0) {
				t.Errorf("set by %v, restarted %v: the right PIN: %v", set, restarted, err)
			}
			o.clock.pass(want)
			if err := o.unlock(ctx, "290511"); err != nil {
				t.Errorf("set by %v, restarted %v: still locked: %v", set, restarted, err)
			}
		}
	}
}

// A disk that takes nothing gives no more tries, and does not keep staff out.
func TestAFullDiskStillCounts(t *testing.T) {
	ctx := t.Context()
	o := newOffice(t)
	o.mustChoose(t, "290511")
	o.drawer.full = errors.New("no room")
	for left := staff.TriesBeforeLock - 1; left > 0; left-- {
		if err := o.wrongly(t, 1); !says(err, fmt.Sprintf("Còn %d lần", left)) {
			t.Errorf("want %d left: %v", left, err)
		}
	}
	if err := o.wrongly(t, 1); !says(err, "đợi 1 phút") {
		t.Errorf("not locked: %v", err)
	}
	if err := o.unlock(ctx, "290511"); !says(err, "đợi 1 phút") {
		t.Errorf("the right PIN while locked: %v", err)
	}
	o.clock.pass(staff.LockTime)
	if err := o.unlock(ctx, "290511"); err != nil {
		t.Errorf("the right PIN: %v", err)
	}
	if err := o.Check("History"); err != nil {
		t.Errorf("the door is shut: %v", err)
	}
}

func TestWhatIsKeptIsBroken(t *testing.T) {
	ctx := t.Context()
	o := newOffice(t)
	o.mustChoose(t, "290511")
	o.drawer.people[0].PIN = "rubbish"
	if err := o.unlock(ctx, "290511"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("rubbish opens the door: %v", err)
	}
	o.drawer.fail = errors.New("disk")
	if err := o.unlock(ctx, "290511"); !errors.Is(err, o.drawer.fail) {
		t.Errorf("got %v", err)
	}
}
