package desktop

import (
	"context"
	"io"
	"path/filepath"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/places"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
	"tungbuoc/backend/worker"
)

// atGate runs work with people and the trail for who may do it.
func atGate[T any](s *Staff, method string, do func(ctx context.Context, g *staff.Gate) (T, error)) (T, error) {
	return authorised(s, method, func(ctx context.Context, _ *sqlite.DB) (T, error) { return do(ctx, s.gate) })
}

// atGate is the function atGate for what gives nothing back.
func (s *Staff) atGate(method string, do func(ctx context.Context, g *staff.Gate) error) error {
	_, err := atGate(s, method, func(ctx context.Context, g *staff.Gate) (struct{}, error) { return struct{}{}, do(ctx, g) })
	return err
}

// OwnPIN gives who opened the door another PIN, for the old one. Error: CodeInvalid.
func (s *Staff) OwnPIN(old, pin string) error {
	return s.atGate("OwnPIN", func(ctx context.Context, g *staff.Gate) error { return g.OwnPIN(ctx, old, pin) })
}

// People lists who works here.
func (s *Staff) People() ([]staff.PersonView, error) {
	return atGate(s, "People", func(ctx context.Context, g *staff.Gate) ([]staff.PersonView, error) { return g.People(ctx) })
}

// AddPerson takes somebody in. Error: CodeInvalid.
func (s *Staff) AddPerson(name, role, pin string) error {
	return s.atGate("AddPerson", func(ctx context.Context, g *staff.Gate) error { return g.AddPerson(ctx, name, guide.Role(role), pin) })
}

// ChangePerson gives a person another name or role. Errors: CodeInvalid,
// CodeNotFound.
func (s *Staff) ChangePerson(id int, name, role string) error {
	return s.atGate("ChangePerson", func(ctx context.Context, g *staff.Gate) error {
		return g.ChangePerson(ctx, int64(id), name, guide.Role(role))
	})
}

// GivePIN gives a person another PIN. Errors: CodeInvalid, CodeNotFound.
func (s *Staff) GivePIN(id int, pin string) error {
	return s.atGate("GivePIN", func(ctx context.Context, g *staff.Gate) error { return g.GivePIN(ctx, int64(id), pin) })
}

// RemovePerson takes a person off the list. Errors: CodeInvalid, CodeNotFound.
func (s *Staff) RemovePerson(id int) error {
	return s.atGate("RemovePerson", func(ctx context.Context, g *staff.Gate) error { return g.RemovePerson(ctx, int64(id)) })
}

// NewRecovery makes another recovery code and gives it, to be shown once.
func (s *Staff) NewRecovery() (string, error) {
	return atGate(s, "NewRecovery", func(ctx context.Context, g *staff.Gate) (string, error) { return g.NewRecovery(ctx) })
}

// RecoveryWritten takes note that the recovery code is on paper.
func (s *Staff) RecoveryWritten() error {
	return s.atGate("RecoveryWritten", func(ctx context.Context, g *staff.Gate) error { return g.RecoveryWritten(ctx) })
}

// Trail gives the lines of the trail from before one of them, 0 for the newest.
func (s *Staff) Trail(before int) ([]staff.NotedView, error) {
	return atGate(s, "Trail", func(ctx context.Context, g *staff.Gate) ([]staff.NotedView, error) {
		return g.Trail(ctx, int64(before))
	})
}

// SaveTrail starts writing all of the trail into one of the Folders; Progress tells
// when it is there. Errors: CodeNotFound, CodeBusy.
func (s *Staff) SaveTrail(folder string) error {
	return s.saving("SaveTrail", folder, staff.TrailFile(s.now()), guide.DeedTrail, func(ctx context.Context, _ *sqlite.DB, name string, _ bool) error {
		return safefile.Write(name, func(out io.Writer) error { return s.gate.WriteTrail(ctx, out) })
	})
}

// saving starts writing a file into one of the Folders, on a stick or not, and notes
// it once it is there. Errors: CodeDenied, CodeNotFound, CodeBusy.
func (s *Staff) saving(method, folder, name string, what guide.Deed, write func(ctx context.Context, db *sqlite.DB, name string, stick bool) error) error {
	return s.allowed(method, func(_ context.Context, db *sqlite.DB) error {
		to, err := places.Find(findSticks(), folder)
		if err != nil {
			return err
		}
		name = filepath.Join(to.Path, name)
		return s.worker.Start(func() (worker.Task, error) {
			return worker.Task{Pages: 1, Do: func(ctx context.Context, w *worker.Work) error {
				err := write(ctx, db, name, to.Stick)
				if err == nil {
					w.Update(func(p *worker.Progress) { p.Done, p.File = 1, name })
				} else if ctx.Err() != nil {
					return worker.ErrStopped
				}
				return s.noted(ctx, err, what, to.Name)
			}}, nil
		})
	})
}
