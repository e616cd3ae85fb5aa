package desktop

import (
	"context"
	"strings"
	"sync"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/recordings"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// Staff is what the staff's screens may call. Whether somebody may do
// something is decided here, by the gate, never by the page. It stands on the
// same pack and storage as [Resident].
type Staff struct {
	*office
	r   *Resident
	now func() time.Time

	mu       sync.Mutex
	gate     *staff.Gate
	job      *paperJob
	imported IntakeView // the last import
}

// NewStaff makes the staff's methods beside the resident's.
func NewStaff(r *Resident, now func() time.Time) *Staff {
	return &Staff{office: r.office, r: r, now: now}
}

// storageFor gives the database. Error: CodeStorage.
func (s *Staff) storageFor() (*sqlite.DB, error) {
	st, ok := s.storage.within(storageWait)
	if !ok || st.db == nil {
		return nil, guide.Errorf(guide.CodeStorage, "Thư mục dữ liệu không dùng được nên phần cán bộ chưa mở được. Mời xem lại ổ đĩa rồi mở lại kiosk.")
	}
	return st.db, nil
}

func (s *Staff) door() (*staff.Gate, *sqlite.DB, error) {
	db, err := s.storageFor()
	if err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.gate == nil {
		s.gate = staff.NewGate(db, staff.NewSetup(s.r.dataDir), staff.NewClock(s.now), s.r.log)
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
			view.CodeFile = staff.NewSetup(s.r.dataDir).Path()
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

// Preview lays out one page of what would be printed, counted from 1; a page
// that is not there becomes the last one.
func (s *Staff) Preview(order OrderView, page int) (PreviewView, error) {
	return authorised(s, "Preview", func(context.Context, *sqlite.DB) (PreviewView, error) {
		w, err := s.order(order)
		if err != nil {
			return PreviewView{}, err
		}
		at := max(1, min(page, w.pages.Count()))
		laid, err := w.pages.Page(at)
		if err != nil {
			return PreviewView{}, err
		}
		v := PreviewView{SVG: string(laid.SVG(w.title())), Page: at, Pages: w.pages.Count(), Cells: w.job.Layout.Cells()}
		if w.job.Hamlet != "" {
			v.Minutes = (w.pages.Count() + 14) / 15
		}
		return v, nil
	})
}

// work is what staff want on paper, with what it will carry.
type work struct {
	job     handout.Job
	pages   handout.Pages
	carried []guide.BatchService
}

// title says what is on the paper, in a few words.
func (w work) title() string {
	if w.job.Hamlet != "" {
		return "Thôn " + w.job.Hamlet
	}
	return w.job.Contents[0].Title
}

// order turns what the page asks for into work.
func (s *Staff) order(o OrderView) (work, error) {
	lib, err := s.library()
	if err != nil {
		return work{}, err
	}
	if o.Hamlet != "" {
		o.Layout, o.Copies, o.Start, o.Large = string(handout.HamletLayout), o.Households, 1, false
	}
	layout, err := handout.ParseLayout(o.Layout)
	if err != nil {
		return work{}, err
	}
	st, _ := s.storage.get()
	w := work{job: handout.Job{Layout: layout, Copies: o.Copies, Start: max(1, o.Start), Large: o.Large, Hamlet: o.Hamlet}}
	if len(o.Services)+len(o.Forms) > maxServices {
		return w, guide.Errorf(guide.CodeInvalid, "Mỗi lần in nhiều nhất %d dịch vụ. Mời chia làm nhiều lần.", maxServices)
	}
	for _, key := range o.Services {
		slip, about, err := makeSlip(lib, key, handout.Options{Office: st.office, Team: clipText(o.Team), Now: s.now(), Layout: layout})
		if err != nil {
			return w, err
		}
		w.job.Contents = append(w.job.Contents, slip)
		w.carried = append(w.carried, about)
	}
	if len(o.Forms) > 0 && (layout == handout.Leaflet || o.Hamlet != "") {
		return w, guide.Errorf(guide.CodeInvalid, "Mã gọi điện, danh bạ và Wi-Fi không có bài học để in thành tờ gấp hay gói. Mời chọn khổ khác.")
	}
	for _, f := range o.Forms {
		slip, err := f.slip(st.office, s.now())
		if err != nil {
			return w, err
		}
		w.job.Contents = append(w.job.Contents, slip)
	}
	w.pages, err = w.job.Lay()
	return w, err
}

// slip makes the handout of a form.
func (f FormView) slip(office guide.Office, now time.Time) (handout.Content, error) {
	c := guide.Contact{Name: strings.TrimSpace(f.Name), Phone: strings.TrimSpace(f.Phone)}
	switch f.Kind {
	case formPhone:
		return handout.ForPhone(c, office, now)
	case formContact:
		return handout.ForContact(c, office, now)
	case formWiFi:
		return handout.ForWiFi(office, now)
	}
	return handout.Content{}, guide.Errorf(guide.CodeInvalid, "Không có loại mã %.20q.", f.Kind)
}

const (
	maxServices = 60  // of one job
	maxTeam     = 120 // letters of the team's contact
)

func clipText(text string) string {
	r := []rune(text)
	return string(r[:min(len(r), maxTeam)])
}

func makeSlip(lib *content.Library, key string, o handout.Options) (handout.Content, guide.BatchService, error) {
	sv, err := lib.Pack.Service(key)
	if err != nil {
		return handout.Content{}, guide.BatchService{}, err
	}
	slip, err := handout.Make(lib.Pack, sv, o)
	if err != nil {
		return handout.Content{}, guide.BatchService{}, err
	}
	about := guide.BatchService{Service: sv.Key, Title: sv.Title}
	for _, l := range slip.Links {
		about.Links = append(about.Links, l.Symbol.Text())
	}
	if sv.Fee != nil {
		about.Fee = sv.Fee.Say
	}
	return slip, about, nil
}

// History lists what was put on paper, the newest first, with what has to be
// replaced.
func (s *Staff) History() ([]BatchView, error) {
	return authorised(s, "History", func(ctx context.Context, db *sqlite.DB) ([]BatchView, error) {
		lib, err := s.library()
		if err != nil {
			return nil, err
		}
		batches, err := db.Batches(ctx, 200)
		if err != nil {
			return nil, err
		}
		views := []BatchView{}
		for _, b := range batches {
			v := BatchView{
				ID: int(b.ID), Made: b.Made, Layout: b.Layout, Copies: b.Copies, Pages: b.Pages, Edition: b.Edition,
				Printed: b.Way == guide.BatchPrinted, Retired: b.Retired, Services: []BatchServiceView{},
			}
			for _, sv := range b.Services {
				why := lib.Pack.Outdated(sv)
				v.Outdated = v.Outdated || len(why) > 0 && b.Retired == ""
				v.Services = append(v.Services, BatchServiceView{Key: sv.Service, Title: sv.Title, Why: list(why)})
			}
			views = append(views, v)
		}
		return views, nil
	})
}

// Retire notes that a batch was replaced. Error: CodeNotFound.
func (s *Staff) Retire(id int) error {
	return s.allowed("Retire", func(ctx context.Context, db *sqlite.DB) error { return db.RetireBatch(ctx, int64(id)) })
}
