package desktop

import (
	"context"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// noting runs staff's work with notes while the door is open. Error: CodeDenied.
func noting[T any](s *Staff, method string, do func(ctx context.Context, d desk.Desk) (T, error)) (T, error) {
	return authorised(s, method, func(ctx context.Context, db *sqlite.DB) (T, error) {
		var none T
		pack, err := s.content.Bare()
		if err != nil {
			return none, err
		}
		return do(ctx, desk.Desk{Store: db, Pack: pack, Who: s.gate.Who()})
	})
}

// shown lays over the pack what residents are to see by now.
func (s *Staff) shown(ctx context.Context, kept interface {
	Local(ctx context.Context) (guide.Local, error)
}) error {
	return s.content.LayLocal(func() (guide.Local, error) { return kept.Local(ctx) })
}

// Notes lists what the office notes beside the pack, and what of it changed.
func (s *Staff) Notes() (desk.View, error) {
	return noting(s, "Notes", func(ctx context.Context, d desk.Desk) (desk.View, error) { return d.View(ctx) })
}

// Note gives what is kept at a place. Error: CodeNotFound.
func (s *Staff) Note(target string) (desk.NoteView, error) {
	return noting(s, "Note", func(ctx context.Context, d desk.Desk) (desk.NoteView, error) { return d.Note(ctx, target) })
}

// SaveNote keeps what staff are writing at a place; residents do not see it.
// Errors: CodeInvalid, CodeNotFound.
func (s *Staff) SaveNote(target, text string, sequence int64) (desk.SavedView, error) {
	return noting(s, "SaveNote", func(ctx context.Context, d desk.Desk) (desk.SavedView, error) {
		return d.Save(ctx, target, text, sequence)
	})
}

// TakeAway takes a service or a number from residents, at once: it is not true here.
// Errors: CodeInvalid, CodeNotFound.
func (s *Staff) TakeAway(target string) error {
	return s.away("TakeAway", guide.DeedAway, target, desk.Desk.TakeAway)
}

// BringBack gives residents again what was taken away, at once. Error: CodeNotFound.
func (s *Staff) BringBack(target string) error {
	return s.away("BringBack", guide.DeedBack, target, desk.Desk.BringBack)
}

func (s *Staff) away(method string, deed guide.Deed, target string, do func(d desk.Desk, ctx context.Context, target string) (string, error)) error {
	_, err := noting(s, method, func(ctx context.Context, d desk.Desk) (none struct{}, err error) {
		what, err := do(d, ctx, target)
		if err == nil {
			err = s.shown(ctx, d.Store)
		}
		return none, s.noted(ctx, err, deed, what)
	})
	return err
}

// ShowNote puts before residents what staff see at a place, at once.
// Errors: CodeInvalid, CodeNotFound.
func (s *Staff) ShowNote(target string, sequence int64) (desk.NoteView, error) {
	return noting(s, "ShowNote", func(ctx context.Context, d desk.Desk) (desk.NoteView, error) {
		v, err := d.Show(ctx, target, sequence)
		if err == nil {
			err = s.shown(ctx, d.Store)
		}
		return v, err
	})
}

// TakeNote takes a note away, at once. Error: CodeNotFound.
func (s *Staff) TakeNote(target string) error {
	_, err := noting(s, "TakeNote", func(ctx context.Context, d desk.Desk) (none struct{}, err error) {
		if err = d.Take(ctx, target); err == nil {
			err = s.shown(ctx, d.Store)
		}
		return none, err
	})
	return err
}
