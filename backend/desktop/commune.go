package desktop

import (
	"context"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// owning runs staff's work with what the office says of itself while the door is
// open. Error: CodeDenied.
func owning[T any](s *Staff, method string, do func(ctx context.Context, c *desk.Commune, by desk.By) (T, error)) (T, error) {
	return authorised(s, method, func(ctx context.Context, _ *sqlite.DB) (T, error) {
		st, _ := s.storage.Get() // it has given the database
		return do(ctx, st.Own, desk.By{Who: s.gate.Who(), Role: s.gate.Role()})
	})
}

// Commune lists what the office says of itself, what of it changed, and what commune
// it can be.
func (s *Staff) Commune() (desk.CommuneView, error) {
	return owning(s, "Commune", func(ctx context.Context, c *desk.Commune, _ desk.By) (desk.CommuneView, error) {
		pack, err := s.content.Bare()
		if err != nil {
			return desk.CommuneView{}, err
		}
		return c.View(ctx, pack.Communes)
	})
}

// PutOff takes note that an admin answers a question of the set-up later. Error: CodeInvalid.
func (s *Staff) PutOff(step string) error {
	_, err := owning(s, "PutOff", func(ctx context.Context, c *desk.Commune, _ desk.By) (struct{}, error) {
		return struct{}{}, c.PutOff(ctx, step)
	})
	return err
}

// SaveDetail keeps what staff are writing of a detail; residents do not see it.
// Errors: CodeInvalid, CodeNotFound, CodeDenied.
func (s *Staff) SaveDetail(name, text string, sequence int64) (desk.SavedDetailView, error) {
	return owning(s, "SaveDetail", func(ctx context.Context, c *desk.Commune, by desk.By) (desk.SavedDetailView, error) {
		return c.Save(ctx, by, guide.Detail(name), text, sequence)
	})
}

// ShowDetail puts a detail before residents, at once, also that there is none.
// Errors: CodeInvalid, CodeNotFound, CodeDenied.
func (s *Staff) ShowDetail(name string, sequence int64) (desk.DetailView, error) {
	return owning(s, "ShowDetail", func(ctx context.Context, c *desk.Commune, by desk.By) (desk.DetailView, error) {
		v, err := c.Show(ctx, by, guide.Detail(name), sequence)
		return v, s.noted(ctx, err, guide.DeedOffice, guide.Detail(name).Label())
	})
}
