package staff

import (
	"context"

	"tungbuoc/backend/guide"
)

// Again asks who opened the door for the PIN once more, before what cannot be left to
// whoever finds the desk open. Wrong PINs count as at the door. Errors: CodeDenied,
// CodeStorage.
func (g *Gate) Again(ctx context.Context, pin string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	people, err := g.store.People(ctx)
	if err != nil {
		return err
	}
	p, here := find(people, g.who.ID)
	if !here {
		return guide.Errorf(guide.CodeDenied, "Không còn thấy tên ông bà trong danh sách. Mời khóa bàn in rồi mở lại.")
	}
	return g.try(ctx, guess{everybody, "Mã PIN", p.ID, false}, func() bool { return matches(p.PIN, pin) })
}
