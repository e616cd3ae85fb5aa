package staff

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
)

// maxName is how long a name may be, in letters.
const maxName = 40

// maxPeople is how many people an office may have here.
const maxPeople = 60

// AtDoor is somebody who can open the door.
type AtDoor struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
	Old  bool   `json:"old"` // the office's one PIN of before, of 4 to 8 digits
	// Given: somebody else chose the PIN; it opens the door, and agrees on nothing until it is changed.
	Given bool `json:"given"`
}

// PersonView is somebody who works here.
type PersonView struct {
	ID     int        `json:"id"`
	Name   string     `json:"name"`
	Role   guide.Role `json:"role"`
	HasPIN bool       `json:"hasPin"`
	Me     bool       `json:"me"`    // who asks
	Since  string     `json:"since"` // YYYY-MM-DD, ""
}

func find(people []guide.Person, id int64) (guide.Person, bool) {
	i := slices.IndexFunc(people, func(p guide.Person) bool { return p.ID == id })
	if i < 0 {
		return guide.Person{}, false
	}
	return people[i], true
}

// hasAdmin says whether an admin can open the door.
func hasAdmin(people []guide.Person) bool {
	return slices.ContainsFunc(people, func(p guide.Person) bool { return p.Role == guide.RoleAdmin && p.PIN != "" && !p.Gone })
}

// AtDoor lists who can open the door; nobody while no admin can. Errors:
// CodeStorage.
func (g *Gate) AtDoor(ctx context.Context) ([]AtDoor, error) {
	people, err := g.store.People(ctx)
	list := []AtDoor{}
	for _, p := range people {
		if p.PIN != "" && hasAdmin(people) {
			list = append(list, AtDoor{int(p.ID), p.Name, p.Old, p.Given != 0})
		}
	}
	return list, err
}

// People lists who works here. Errors: CodeStorage.
func (g *Gate) People(ctx context.Context) ([]PersonView, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	people, err := g.store.People(ctx)
	list := []PersonView{}
	for _, p := range people {
		list = append(list, PersonView{int(p.ID), p.Name, p.Role, p.PIN != "", p.ID == g.who.ID, p.Since})
	}
	return list, err
}

// checkedName gives a name as it is kept: composed letters, single spaces, unlike
// those of the others. Error: CodeInvalid.
func checkedName(people []guide.Person, id int64, name string) (string, error) {
	if len(name) > 16*maxName {
		name = name[:16*maxName] // a pasted page is not composed letter by letter
	}
	name = strings.Join(strings.Fields(norm.NFC.String(name)), " ")
	switch {
	case name == "":
		return "", guide.Errorf(guide.CodeInvalid, "Mời ghi tên.")
	case utf8.RuneCountInString(name) > maxName:
		return "", guide.Errorf(guide.CodeInvalid, "Tên dài quá. Mời ghi nhiều nhất %d chữ.", maxName)
	case strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) || r == '<' || r == '>' || r == utf8.RuneError }):
		return "", guide.Errorf(guide.CodeInvalid, "Tên có ký tự lạ. Mời gõ lại.")
	}
	for _, p := range people {
		if p.ID != id && strings.EqualFold(p.Name, name) {
			return "", guide.Errorf(guide.CodeInvalid, "Đã có người tên %s. Mời ghi thêm họ hoặc tên đệm.", p.Name)
		}
	}
	return name, nil
}

// checkedPIN gives what is kept of a PIN. Error: CodeInvalid.
func checkedPIN(pin string) (string, error) {
	if !newPIN.MatchString(pin) {
		return "", guide.Errorf(guide.CodeInvalid, "Mã PIN cần đúng 6 chữ số.")
	}
	if easy(pin) {
		return "", guide.Errorf(guide.CodeInvalid, "Mã PIN này dễ đoán quá. Mời chọn mã khác.")
	}
	return hashed(pin)
}

// AddPerson takes somebody in, with a PIN that this person has typed. Errors:
// CodeInvalid, CodeStorage, CodeDiskFull.
func (g *Gate) AddPerson(ctx context.Context, name string, role guide.Role, pin string) error {
	return g.change(ctx, 0, guide.DeedAdded, func(people []guide.Person, p *guide.Person) (err error) {
		if len(people) >= maxPeople {
			return guide.Errorf(guide.CodeInvalid, "Đã có %d người. Mời bỏ tên ai đã nghỉ rồi thêm.", maxPeople)
		}
		if p.Name, err = checkedName(people, 0, name); err != nil {
			return err
		}
		if p.Role = role; role != guide.RoleClerk && role != guide.RoleAdmin {
			return guide.Errorf(guide.CodeInvalid, "Mời chọn cán bộ hoặc quản trị.")
		}
		p.PIN, err = checkedPIN(pin)
		p.Given = g.who.ID
		return err
	})
}

// ChangePerson gives a person another name or role. Errors: CodeInvalid,
// CodeNotFound, CodeStorage, CodeDiskFull.
func (g *Gate) ChangePerson(ctx context.Context, id int64, name string, role guide.Role) error {
	return g.change(ctx, id, guide.DeedChanged, func(people []guide.Person, p *guide.Person) (err error) {
		if p.Name, err = checkedName(people, id, name); err != nil {
			return err
		}
		if p.Role = role; role != guide.RoleClerk && role != guide.RoleAdmin {
			return guide.Errorf(guide.CodeInvalid, "Mời chọn cán bộ hoặc quản trị.")
		}
		return nil
	})
}

// GivePIN gives somebody else another PIN: one's own needs the old one. Errors:
// CodeInvalid, CodeNotFound, CodeStorage, CodeDiskFull.
func (g *Gate) GivePIN(ctx context.Context, id int64, pin string) error {
	return g.change(ctx, id, guide.DeedPIN, func(_ []guide.Person, p *guide.Person) (err error) {
		if p.ID == g.who.ID {
			return guide.Errorf(guide.CodeInvalid, "Mã của mình thì mời đổi ở mục Mã PIN của tôi.")
		}
		p.PIN, err = checkedPIN(pin)
		p.Old, p.Given = false, g.who.ID
		return err
	})
}

// OwnPIN gives who opened the door another PIN, for the old one: a desk that was left
// open is not yet its owner. Wrong tries count as at the door. Errors: CodeInvalid,
// CodeNotFound, CodeStorage, CodeDiskFull.
func (g *Gate) OwnPIN(ctx context.Context, old, pin string) error {
	g.mu.Lock()
	id := g.who.ID
	g.mu.Unlock()
	return g.change(ctx, id, guide.DeedPIN, func(_ []guide.Person, p *guide.Person) (err error) {
		kept := p.PIN
		if err := g.try(ctx, guess{everybody, "Mã PIN cũ", id, false}, func() bool { return matches(kept, old) }); err != nil {
			if guide.ErrorCode(err) == guide.CodeDenied { // the door is open to who asks
				return guide.Errorf(guide.CodeInvalid, "%s", guide.Message(err))
			}
			return err
		}
		if old == pin { // whoever knew it would know it still
			return guide.Errorf(guide.CodeInvalid, "Mã mới giống mã cũ. Mời chọn mã khác.")
		}
		p.PIN, err = checkedPIN(pin)
		p.Old, p.Given = false, 0
		return err
	})
}

// RemovePerson takes a person off the list; the trail keeps the name. Errors:
// CodeInvalid, CodeNotFound, CodeStorage, CodeDiskFull.
func (g *Gate) RemovePerson(ctx context.Context, id int64) error {
	return g.change(ctx, id, guide.DeedRemoved, func(_ []guide.Person, p *guide.Person) error {
		if p.ID == g.who.ID {
			return guide.Errorf(guide.CodeInvalid, "Ông bà đang mở bàn in. Mời nhờ một quản trị khác bỏ tên ông bà.")
		}
		p.Gone = true
		return nil
	})
}

// change changes one person, 0 for somebody new, and notes it. There is always an
// admin who can open the door: one change at a time, or two admins could take each
// other out at once.
func (g *Gate) change(ctx context.Context, id int64, what guide.Deed, do func(people []guide.Person, p *guide.Person) error) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	people, err := g.store.People(ctx)
	if err != nil {
		return err
	}
	p, here := find(people, id)
	if !here && id != 0 || id == 0 && what != guide.DeedAdded {
		return guide.Errorf(guide.CodeNotFound, "Không còn thấy người này. Mời mở lại danh sách.")
	}
	before := p.Name
	if err := do(people, &p); err != nil {
		return err
	}
	after := append(slices.DeleteFunc(slices.Clone(people), func(o guide.Person) bool { return o.ID == p.ID }), p)
	if !hasAdmin(after) {
		return guide.Errorf(guide.CodeInvalid, "Cần ít nhất một quản trị có mã PIN. Mời cho người khác làm quản trị trước.")
	}
	subject := p.Name
	if what == guide.DeedChanged && before != p.Name {
		subject = before + " → " + p.Name
	}
	if _, err := g.store.KeepPeople(ctx, []guide.Person{p}, nil, g.noted(what, subject)); err != nil {
		return err
	}
	if p.ID == g.who.ID {
		g.who = p
	}
	return nil
}
