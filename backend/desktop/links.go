package desktop

import (
	"context"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/linkcheck"
	"tungbuoc/backend/sqlite"
)

// linksKnown waits, once, until what the office knows of its links lies over the
// pack: a code that was found wrong is not handed out because the disk is slow. A
// sick disk is not waited for again.
func (o *office) linksKnown() {
	o.linksOnce.Do(func() { _, _ = o.storage.Within(storageWait) })
}

// checking runs staff's work with links while the door is open, and lays what came
// of it over the pack. Days go by the PC's clock, as in office.db. Error: CodeDenied.
func checking[T any](s *Staff, method string, do func(ctx context.Context, d linkcheck.Desk) (T, error)) (T, error) {
	return authorised(s, method, func(ctx context.Context, db *sqlite.DB) (T, error) {
		var none T
		pack, err := s.content.Bare()
		if err != nil {
			return none, err
		}
		done, err := do(ctx, linkcheck.Desk{Store: db, Pack: pack, Now: time.Now})
		if err != nil {
			return none, err
		}
		return done, s.content.LayLinks(func() (guide.LocalLinks, error) { return db.LocalLinks(ctx) })
	})
}

// Links says which links to check next.
func (s *Staff) Links() (linkcheck.View, error) {
	return authorised(s, "Links", func(ctx context.Context, db *sqlite.DB) (linkcheck.View, error) {
		pack, err := s.content.Bare()
		if err != nil {
			return linkcheck.View{}, err
		}
		return linkcheck.Desk{Store: db, Pack: pack, Now: time.Now}.View(ctx, db)
	})
}

// LinkCode gives a link with its code. Errors: CodeNotFound, CodeUnofficial,
// CodeUnverified.
func (s *Staff) LinkCode(key string) (linkcheck.CodeView, error) {
	return checking(s, "LinkCode", func(ctx context.Context, d linkcheck.Desk) (linkcheck.CodeView, error) { return d.Code(ctx, key) })
}

// BeginLinks begins a round of checking links by who opened the door, and gives its
// number.
func (s *Staff) BeginLinks() (int, error) {
	return checking(s, "BeginLinks", func(ctx context.Context, d linkcheck.Desk) (int, error) {
		id, err := d.Begin(ctx, s.gate.Who())
		return int(id), s.noted(ctx, err, guide.DeedLinks, "")
	})
}

// LinksControl keeps whether the control code opened. Error: CodeInvalid.
func (s *Staff) LinksControl(sitting int, opened bool) error {
	return onLinks(s, "LinksControl", func(ctx context.Context, d linkcheck.Desk) error { return d.Control(ctx, int64(sitting), opened) })
}

// JudgeLink keeps what a person saw; residents get what follows from it at once.
// Errors: CodeInvalid, CodeNotFound.
func (s *Staff) JudgeLink(v linkcheck.Verdict) (linkcheck.AskedView, error) {
	return checking(s, "JudgeLink", func(ctx context.Context, d linkcheck.Desk) (linkcheck.AskedView, error) {
		earlier, err := d.Judge(ctx, v)
		return linkcheck.Asked(earlier), err
	})
}

// UndoLink takes back the round's last verdict and gives its link, "" when there is
// none left. Error: CodeInvalid.
func (s *Staff) UndoLink(sitting int) (string, error) {
	return checking(s, "UndoLink", func(ctx context.Context, d linkcheck.Desk) (string, error) { return d.Undo(ctx, int64(sitting)) })
}

// TryAddress gives the code of an address that staff have pasted for a link.
// Errors: CodeInvalid, CodeNotFound, CodeUnofficial, CodeUnverified.
func (s *Staff) TryAddress(link, pasted string) (linkcheck.CodeView, error) {
	return checking(s, "TryAddress", func(ctx context.Context, d linkcheck.Desk) (linkcheck.CodeView, error) {
		return d.TryCode(ctx, link, pasted)
	})
}

// UseAddress puts a pasted address in the place of a link's own, once a person has
// found the right page there. Errors: CodeInvalid, CodeNotFound, CodeUnofficial.
func (s *Staff) UseAddress(v linkcheck.Verdict) error {
	return onLinks(s, "UseAddress", func(ctx context.Context, d linkcheck.Desk) error {
		return s.noted(ctx, d.Use(ctx, v), guide.DeedAddress, v.Link)
	})
}

// DropAddress goes back to the province's address of a link. Error: CodeNotFound.
func (s *Staff) DropAddress(link string) error {
	return onLinks(s, "DropAddress", func(ctx context.Context, d linkcheck.Desk) error {
		return s.noted(ctx, d.Drop(ctx, link), guide.DeedAddress, link)
	})
}

// onLinks is [checking] for what gives nothing back.
func onLinks(s *Staff, method string, do func(ctx context.Context, d linkcheck.Desk) error) error {
	_, err := checking(s, method, func(ctx context.Context, d linkcheck.Desk) (struct{}, error) { return struct{}{}, do(ctx, d) })
	return err
}
