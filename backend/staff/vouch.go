package staff

import (
	"context"

	"tungbuoc/backend/guide"
)

// Me is who opened the door.
func (g *Gate) Me() (id int64, name string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.who.ID, g.who.Name
}

// Vouch is the second pair of eyes: it says whose they are, if that person's PIN is
// typed and that person did not write what is agreed on. A PIN that the writer gave
// is the writer's, until its owner has chosen another: one person must not be two.
// Wrong PINs count as at the door. Errors: CodeDenied, CodeStorage.
func (g *Gate) Vouch(ctx context.Context, id int64, pin string, author int64) (name string, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	people, err := g.store.People(ctx)
	if err != nil {
		return "", err
	}
	p, here := find(people, id)
	switch {
	case !here || p.PIN == "":
		return "", guide.Errorf(guide.CodeDenied, "Không còn thấy người này. Mời chọn người khác.")
	case p.ID == author:
		return "", guide.Errorf(guide.CodeDenied, "Câu này do %s viết. Mời người khác đọc và đồng ý.", p.Name)
	case p.Old:
		return "", guide.Errorf(guide.CodeDenied, "Người này chưa có mã PIN riêng. Mời chọn người khác.")
	case p.Given != 0 && p.Given == author:
		return "", guide.Errorf(guide.CodeDenied, "Mã PIN của %s do người viết câu này đặt. Mời %s vào bàn cán bộ đổi mã PIN trước.", p.Name, p.Name)
	}
	if err := g.try(ctx, guess{everybody, "Mã PIN", p.ID, false}, func() bool { return matches(p.PIN, pin) }); err != nil {
		return "", err
	}
	return p.Name, nil
}
