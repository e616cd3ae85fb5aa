package desktop

import (
	"context"
	"fmt"
	"sync"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/intake"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/recordings"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// Staff is what the staff's screens may call. Whether somebody may do
// something is decided here, by the gate, never by the page. It stands on the
// same pack and storage as [Resident].
type Staff struct {
	*office

	mu      sync.Mutex
	gate    *staff.Gate
	intake  recordings.Intake
	updates intake.Desk
	takes   intake.Intake
	glass   Glass // nil: there is no window
}

// NewStaff makes the staff's methods beside the resident's; both go by the same
// clock. It is called before any method.
func NewStaff(r *Resident, now func() time.Time) *Staff {
	r.now = now
	s := &Staff{office: r.office, takes: intake.Intake{Root: r.root, DataDir: r.dataDir, Running: r.version, Now: now}}
	s.endings = append(s.endings, s.endVisit)
	return s
}

// patience is how long staff's work may take on a PC that is busy with something
// else. The page says before that that it takes long.
const patience = 30 * time.Second

// storageFor gives the database. Error: CodeStorage.
func (s *Staff) storageFor() (*sqlite.DB, error) {
	st, ok := s.storage.Within(patience)
	if !ok || st.DB == nil {
		return nil, noStorage()
	}
	return st.DB, nil
}

func noStorage() error {
	return guide.Errorf(guide.CodeStorage, "Thư mục dữ liệu không dùng được nên phần cán bộ chưa mở được. Mời xem lại ổ đĩa rồi mở lại kiosk.")
}

func (s *Staff) door() (*staff.Gate, *sqlite.DB, error) {
	db, err := s.storageFor()
	if err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.gate == nil {
		s.gate = staff.NewGate(db, staff.NewSetup(s.dataDir), staff.NewClock(s.now), s.log)
		s.gate.Busy = s.worker.Busy
	}
	return s.gate, db, nil
}

// authorised runs staff's work while the door is open to somebody who may do it.
// Error: CodeDenied.
func authorised[T any](s *Staff, method string, do func(ctx context.Context, db *sqlite.DB) (T, error)) (T, error) {
	return guard(s.office, method, func() (T, error) {
		var none T
		gate, db, err := s.door()
		if err != nil {
			return none, err
		}
		if err := gate.Check(method); err != nil {
			return none, err
		}
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		return do(ctx, db)
	})
}

// allowed is [authorised] for work that only does something. Error: CodeDenied.
func (s *Staff) allowed(method string, do func(ctx context.Context, db *sqlite.DB) error) error {
	_, err := authorised(s, method, func(ctx context.Context, db *sqlite.DB) (none struct{}, err error) { return none, do(ctx, db) })
	return err
}

// noted adds to the trail what who opened the door has done, unless it failed, and
// gives err back.
func (s *Staff) noted(ctx context.Context, err error, what guide.Deed, subject string) error {
	return s.gate.Note(ctx, err, what, subject)
}

// Door says how the staff door stands.
func (s *Staff) Door() (DoorView, error) {
	return atDoor(s, "Door", func(ctx context.Context, gate *staff.Gate) (DoorView, error) {
		people, err := gate.AtDoor(ctx)
		if err != nil {
			return DoorView{}, err
		}
		view := DoorView{HasPIN: len(people) > 0, People: people}
		if !view.HasPIN {
			view.CodeFile = staff.NewSetup(s.dataDir).Path()
		}
		locked, err := gate.LockedFor(ctx)
		view.Locked = int(locked.Seconds())
		return view, err
	})
}

// EnterCode takes the set-up code; the first admin can choose a PIN then. Errors:
// CodeDenied, CodeStorage.
func (s *Staff) EnterCode(code string) error {
	return s.pin("EnterCode", func(ctx context.Context, g *staff.Gate) error { return g.EnterCode(ctx, code) })
}

// Recover takes the recovery code of an admin, who can choose another PIN then.
// Errors: CodeDenied, CodeInvalid, CodeStorage.
func (s *Staff) Recover(id int, code string) error {
	return s.pin("Recover", func(ctx context.Context, g *staff.Gate) error { return g.Recover(ctx, int64(id), code) })
}

// Choose chooses a name and a PIN, after one of the codes or the office's one PIN
// of before, and opens the door. Errors: CodeDenied, CodeInvalid, CodeStorage.
func (s *Staff) Choose(name, pin string) (staff.Entered, error) {
	return s.enter("Choose", func(ctx context.Context, g *staff.Gate) (staff.Entered, error) { return g.Choose(ctx, name, pin) })
}

// Unlock opens the door to a person with that person's PIN. Error: CodeDenied.
func (s *Staff) Unlock(id int, pin string) (staff.Entered, error) {
	return s.enter("Unlock", func(ctx context.Context, g *staff.Gate) (staff.Entered, error) { return g.Unlock(ctx, int64(id), pin) })
}

// enter is [atDoor] for what opens the door.
func (s *Staff) enter(method string, do func(context.Context, *staff.Gate) (staff.Entered, error)) (staff.Entered, error) {
	who, err := atDoor(s, method, do)
	if err == nil {
		s.staffed.Store(true)
	}
	return who, err
}

// atDoor runs what the door guards itself.
func atDoor[T any](s *Staff, method string, do func(context.Context, *staff.Gate) (T, error)) (T, error) {
	return guard(s.office, method, func() (T, error) {
		var none T
		if err := s.shut(); err != nil {
			return none, err
		}
		gate, _, err := s.door()
		if err != nil {
			return none, err
		}
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		return do(ctx, gate)
	})
}

// pin is [atDoor] for what gives nothing back.
func (s *Staff) pin(method string, do func(context.Context, *staff.Gate) error) error {
	_, err := atDoor(s, method, func(ctx context.Context, g *staff.Gate) (struct{}, error) { return struct{}{}, do(ctx, g) })
	return err
}

// Lock shuts the door. Clips that were discarded meanwhile are gone for good.
// Error: CodeStorage.
func (s *Staff) Lock() error {
	return s.pin("Lock", func(_ context.Context, g *staff.Gate) error {
		g.Lock()
		s.updates.Forget()
		return recordings.ForgetDiscarded(s.dataDir)
	})
}

// History lists what was put on paper, the newest first, with what has to be
// replaced.
func (s *Staff) History() ([]paper.Made, error) {
	return onPaper(s, "History", func(ctx context.Context, p *paper.Press) ([]paper.Made, error) { return p.History(ctx) })
}

// Retire notes that a batch was replaced. Error: CodeNotFound.
func (s *Staff) Retire(id int) error {
	return s.allowed("Retire", func(ctx context.Context, db *sqlite.DB) error {
		return s.noted(ctx, db.RetireBatch(ctx, int64(id)), guide.DeedRetired, fmt.Sprintf("lô %d", id))
	})
}
