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

// byCode stands for who gave a PIN where the recovery code did: nobody knows.
const byCode = -1

// Vouch is the second pair of eyes: it says whose they are, if that person's PIN is
// typed and that person did not write what is agreed on. A PIN that somebody gave is
// known to that one, too, until its owner has chosen another: who has such a PIN, or
// the one that the whole office shared, is nobody's first or second pair of eyes. An
// admin who opens the door as somebody else and chooses that one's PIN is not stopped
// by it; the trail shows it. Wrong PINs count as at the door. Errors: CodeDenied,
// CodeStorage.
func (g *Gate) Vouch(ctx context.Context, id int64, pin string, author int64) (name string, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	people, err := g.store.People(ctx)
	if err != nil {
		return "", err
	}
	p, here := find(people, id)
	writer, still := find(people, author)
	switch {
	case !here || p.PIN == "":
		return "", guide.Errorf(guide.CodeDenied, "Không còn thấy người này. Mời chọn người khác.")
	case p.ID == author:
		return "", guide.Errorf(guide.CodeDenied, "Câu này do %s viết. Mời người khác đọc và đồng ý.", p.Name)
	case p.Old:
		return "", guide.Errorf(guide.CodeDenied, "Người này chưa có mã PIN riêng. Mời chọn người khác.")
	case p.Given != 0:
		return "", guide.Errorf(guide.CodeDenied, "Mã PIN của %s do người khác đặt. Mời %s vào bàn in đổi mã PIN trước.", p.Name, p.Name)
	case still && (writer.Old || writer.Given != 0):
		return "", guide.Errorf(guide.CodeDenied, "%s viết câu này mà chưa tự đặt mã PIN. Mời %s vào bàn in đổi mã PIN trước.", writer.Name, writer.Name)
	}
	if err := g.try(ctx, guess{everybody, "Mã PIN", p.ID, false}, func() bool { return matches(p.PIN, pin) }); err != nil {
		return "", err
	}
	return p.Name, nil
}
