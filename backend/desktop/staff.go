package desktop

import (
	"context"
	"sync"
	"time"

	"tungbuoc/backend/guide"
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

	mu     sync.Mutex
	gate   *staff.Gate
	intake recordings.Intake
}

// NewStaff makes the staff's methods beside the resident's; both go by the same
// clock. It is called before any method.
func NewStaff(r *Resident, now func() time.Time) *Staff {
	r.now = now
	return &Staff{office: r.office}
}

// storageFor gives the database. Error: CodeStorage.
func (s *Staff) storageFor() (*sqlite.DB, error) {
	st, ok := s.storage.Within(storageWait)
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
	}
	return s.gate, db, nil
}

// authorised runs staff's work while the door is open. Error: CodeDenied.
func authorised[T any](s *Staff, method string, do func(ctx context.Context, db *sqlite.DB) (T, error)) (T, error) {
	return guard(s.office, method, func() (T, error) {
		var none T
		gate, db, err := s.door()
		if err != nil {
			return none, err
		}
		if err := gate.Check(); err != nil {
			return none, err
		}
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return do(ctx, db)
	})
}

// allowed is [authorised] for work that only does something. Error: CodeDenied.
func (s *Staff) allowed(method string, do func(ctx context.Context, db *sqlite.DB) error) error {
	_, err := authorised(s, method, func(ctx context.Context, db *sqlite.DB) (none struct{}, err error) { return none, do(ctx, db) })
	return err
}

// Door says how the staff door stands.
func (s *Staff) Door() (DoorView, error) {
	return guard(s.office, "Door", func() (DoorView, error) {
		gate, _, err := s.door()
		if err != nil {
			return DoorView{}, err
		}
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		has, err := gate.HasPIN(ctx)
		if err != nil {
			return DoorView{}, err
		}
		view := DoorView{HasPIN: has}
		if !has {
			view.CodeFile = staff.NewSetup(s.dataDir).Path()
		}
		locked, err := gate.LockedFor(ctx)
		view.Locked = int(locked.Seconds())
		return view, err
	})
}

// EnterCode takes the set-up code; the first PIN can be chosen then. Errors:
// CodeDenied, CodeStorage.
func (s *Staff) EnterCode(code string) error {
	return s.pin("EnterCode", func(ctx context.Context, g *staff.Gate) error { return g.EnterCode(ctx, code) })
}

// SetPIN chooses the PIN, after the set-up code or while the door is open.
func (s *Staff) SetPIN(pin string) error {
	return s.pin("SetPIN", func(ctx context.Context, g *staff.Gate) error { return g.SetPIN(ctx, pin) })
}

// Unlock opens the door with the PIN. Error: CodeDenied.
func (s *Staff) Unlock(pin string) error {
	return s.pin("Unlock", func(ctx context.Context, g *staff.Gate) error { return g.Unlock(ctx, pin) })
}

func (s *Staff) pin(method string, do func(context.Context, *staff.Gate) error) error {
	return s.do(method, func() error {
		gate, _, err := s.door()
		if err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return do(ctx, gate)
	})
}

// Lock shuts the door. Clips that were discarded meanwhile are gone for good.
// Error: CodeStorage.
func (s *Staff) Lock() error {
	return s.pin("Lock", func(_ context.Context, g *staff.Gate) error {
		g.Lock()
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
	return s.allowed("Retire", func(ctx context.Context, db *sqlite.DB) error { return db.RetireBatch(ctx, int64(id)) })
}
