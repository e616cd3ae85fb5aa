package desktop

import (
	"context"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// editing runs staff's work with the sentences of lessons while the door is open.
// Error: CodeDenied.
func editing[T any](s *Staff, method string, do func(ctx context.Context, e desk.Editor, db *sqlite.DB) (T, error)) (T, error) {
	return authorised(s, method, func(ctx context.Context, db *sqlite.DB) (T, error) {
		pack, err := s.content.Bare()
		if err != nil {
			var none T
			return none, err
		}
		id, who := s.gate.Me()
		return do(ctx, desk.Editor{Store: db, Pack: pack, ID: id, Who: who, Now: s.now}, db)
	})
}

// Wordings lists the sentences that the office writes in the place of the pack's.
func (s *Staff) Wordings() ([]desk.WordingView, error) {
	return editing(s, "Wordings", func(ctx context.Context, e desk.Editor, _ *sqlite.DB) ([]desk.WordingView, error) { return e.List(ctx) })
}

// Wording gives a place of a lesson, with what is written there. Error: CodeNotFound.
func (s *Staff) Wording(target string) (desk.WordingView, error) {
	return editing(s, "Wording", func(ctx context.Context, e desk.Editor, _ *sqlite.DB) (desk.WordingView, error) {
		return e.Place(ctx, target)
	})
}

// NewOwn is the name for one more service of the office's own under a tile. Errors:
// CodeInvalid, CodeNotFound.
func (s *Staff) NewOwn(topic string) (string, error) {
	return editing(s, "NewOwn", func(ctx context.Context, e desk.Editor, _ *sqlite.DB) (string, error) { return e.NewOwn(ctx, topic) })
}

// Lesson gives the numbers of a service, the order of its steps, for whom they are and how they are drawn. Error: CodeNotFound.
func (s *Staff) Lesson(key string) ([]desk.WordingView, error) {
	return editing(s, "Lesson", func(ctx context.Context, e desk.Editor, _ *sqlite.DB) ([]desk.WordingView, error) {
		return e.Lesson(ctx, key)
	})
}

// Drawings lists the drawings that may be copied to a step. Error: CodeNotFound.
func (s *Staff) Drawings(target string) ([]desk.DrawingView, error) {
	return editing(s, "Drawings", func(_ context.Context, e desk.Editor, _ *sqlite.DB) ([]desk.DrawingView, error) {
		return e.Drawings(target)
	})
}

// SaveWording keeps what is typed; residents do not see it. Errors: CodeInvalid, CodeNotFound.
func (s *Staff) SaveWording(target string, text desk.Text, sequence int64) (desk.SavedWordingView, error) {
	return editing(s, "SaveWording", func(ctx context.Context, e desk.Editor, _ *sqlite.DB) (desk.SavedWordingView, error) {
		return e.Save(ctx, target, text, sequence)
	})
}

// AskWording asks a second person to read what is written. Errors: CodeInvalid, CodeNotFound.
func (s *Staff) AskWording(target string, sequence int64) (desk.WordingView, error) {
	return editing(s, "AskWording", func(ctx context.Context, e desk.Editor, _ *sqlite.DB) (desk.WordingView, error) {
		v, err := e.Ask(ctx, target, sequence)
		return v, s.noted(ctx, err, guide.DeedAsked, e.Subject(ctx, target))
	})
}

// AgreeOnWording puts what a second person has read before residents, by that
// person's PIN. Errors: CodeDenied, CodeInvalid, CodeNotFound.
func (s *Staff) AgreeOnWording(target string, sequence int64, person int, pin string) error {
	_, err := editing(s, "AgreeOnWording", func(ctx context.Context, e desk.Editor, db *sqlite.DB) (none struct{}, err error) {
		reader := ""
		err = e.Agree(ctx, target, sequence, func(ctx context.Context, author int64) (string, error) {
			reader, err = s.gate.Vouch(ctx, int64(person), pin, author)
			return reader, err
		})
		return none, s.afterWording(ctx, err, db, e.Subject(ctx, target), guide.DeedAgreed, reader)
	})
	return err
}

// ReturnWording gives what a second person was to read back to its writer.
// Errors: CodeInvalid, CodeNotFound.
func (s *Staff) ReturnWording(target string, sequence int64) error {
	_, err := editing(s, "ReturnWording", func(ctx context.Context, e desk.Editor, _ *sqlite.DB) (none struct{}, err error) {
		return none, s.noted(ctx, e.Return(ctx, target, sequence), guide.DeedReturned, e.Subject(ctx, target))
	})
	return err
}

// DropWording puts the province's sentences back before residents, at once.
func (s *Staff) DropWording(target string) error {
	_, err := editing(s, "DropWording", func(ctx context.Context, e desk.Editor, db *sqlite.DB) (none struct{}, err error) {
		subject, err := e.TakeBack(ctx, target)
		return none, s.afterWording(ctx, err, db, subject, guide.DeedDropped, "")
	})
	return err
}

// afterWording lays over the pack what residents are to read by now, and notes who
// did it; who agreed is named with the place.
func (s *Staff) afterWording(ctx context.Context, err error, db *sqlite.DB, subject string, what guide.Deed, reader string) error {
	if reader != "" {
		subject = reader + ": " + subject
	}
	if err := s.noted(ctx, err, what, subject); err != nil {
		return err
	}
	return s.shown(ctx, db)
}
