package staff

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// RecoveryLength is how many digits a recovery code has. Digits alone: they are
// typed on the keys of the door and nobody takes one for another.
const RecoveryLength = 12

// EnterCode takes the set-up code. For SetupTime after it, or until Lock, the
// first admin can choose a PIN. Errors: CodeDenied, also when there is a PIN;
// CodeStorage.
func (g *Gate) EnterCode(ctx context.Context, code string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	had, err := g.HasPIN(ctx)
	if err != nil {
		return err
	}
	if had {
		return denied()
	}
	want, err := g.setup.Code()
	if err != nil {
		return err
	}
	err = g.try(ctx, guess{"code " + want, "Mã cài đặt", 0, true}, func() bool { return subtle.ConstantTimeCompare([]byte(code), []byte(want)) == 1 })
	if err != nil {
		return err
	}
	g.chooser, g.chooseUntil = 0, g.clock.Elapsed()+SetupTime
	return nil
}

// Recover takes the recovery code of an admin who forgot the PIN. For SetupTime
// after it, or until Lock, that admin can choose another, which spends the code.
// Errors: CodeDenied, CodeStorage.
func (g *Gate) Recover(ctx context.Context, id int64, code string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	people, err := g.store.People(ctx)
	if err != nil {
		return err
	}
	p, here := find(people, id)
	if !here || !hasAdmin(people) {
		return denied()
	}
	if p.Role != guide.RoleAdmin {
		return guide.Errorf(guide.CodeInvalid, "Mã khôi phục chỉ dùng cho quản trị. Mời nhờ quản trị đặt mã PIN mới.")
	}
	kept, err := g.store.Setting(ctx, settingRecovery)
	if err != nil {
		return err
	}
	if kept == "" {
		return guide.Errorf(guide.CodeInvalid, "Kiosk này chưa có mã khôi phục. Mời đặt lại mã PIN trên máy, theo tệp ma-pin.md.")
	}
	if err := g.try(ctx, guess{everybody, "Mã khôi phục", 0, true}, func() bool { return matches(kept, code) }); err != nil {
		return err
	}
	g.chooser, g.chooseUntil = p.ID, g.clock.Elapsed()+SetupTime
	return nil
}

// Choose gives a PIN and a name to the first admin after the set-up code, or to
// who came in by the office's one PIN of before; and another PIN to the admin who
// showed the recovery code, whose name stays. The door opens, and there is a new
// recovery code. Errors: CodeInvalid, CodeDenied, CodeStorage, CodeDiskFull.
func (g *Gate) Choose(ctx context.Context, name, pin string) (Entered, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	people, err := g.store.People(ctx)
	if err != nil {
		return Entered{}, err
	}
	p, what, err := g.chooses(people, name)
	if err != nil {
		return Entered{}, err
	}
	if what != guide.DeedRecovered {
		if p.Name, err = checkedName(people, p.ID, name); err != nil {
			return Entered{}, err
		}
	}
	if p.PIN, err = checkedPIN(pin); err != nil {
		return Entered{}, err
	}
	p.Role, p.Old, p.Given = guide.RoleAdmin, false, 0
	if what == guide.DeedRecovered {
		p.Given = byCode // whoever has the paper may have chosen it
	}
	code, kept, err := newRecovery()
	if err != nil {
		return Entered{}, err
	}
	note := guide.Noted{Who: p.Name, What: what, Subject: p.Name}
	if p.ID, err = g.store.KeepPeople(ctx, []guide.Person{p}, fresh(kept), note); err != nil {
		return Entered{}, err
	}
	g.enter(p)
	if err := g.setup.discard(); err != nil { // it opens nothing while there is a PIN
		g.log.Warn("set-up code not removed", "err", err)
	}
	return g.entered(code), nil
}

// chooses says who may choose a PIN now, and what that is. Error: CodeDenied.
func (g *Gate) chooses(people []guide.Person, name string) (guide.Person, guide.Deed, error) {
	has, shown := hasAdmin(people), g.clock.Elapsed() < g.chooseUntil
	switch {
	case g.open() && g.who.Old:
		return g.who, guide.DeedChanged, nil
	case has && shown && g.chooser != 0:
		if p, here := find(people, g.chooser); here {
			return p, guide.DeedRecovered, nil
		}
		return guide.Person{}, "", denied()
	case has:
		return guide.Person{}, "", denied()
	case !shown || g.chooser != 0:
		return guide.Person{}, "", guide.Errorf(guide.CodeDenied, "Mời nhập mã cài đặt trước khi chọn mã PIN.")
	}
	// Whoever was here before the PINs were taken away is the same person again.
	if i := slices.IndexFunc(people, func(p guide.Person) bool { return strings.EqualFold(p.Name, strings.Join(strings.Fields(name), " ")) }); i >= 0 {
		return people[i], guide.DeedPIN, nil
	}
	return guide.Person{}, guide.DeedAdded, nil
}

// NewRecovery makes another recovery code; the old one opens nothing from then
// on. Errors: CodeStorage, CodeDiskFull.
func (g *Gate) NewRecovery(ctx context.Context) (string, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.renew(ctx)
}

// renew is [Gate.NewRecovery] for who has the lock.
func (g *Gate) renew(ctx context.Context) (string, error) {
	code, kept, err := newRecovery()
	if err != nil {
		return "", err
	}
	if _, err := g.store.KeepPeople(ctx, nil, fresh(kept), g.noted(guide.DeedRecovery, "")); err != nil {
		return "", err
	}
	return code, nil
}

// RecoveryWritten takes note that the recovery code is on paper: it is not made anew
// at the next opening. Errors: CodeStorage, CodeDiskFull.
func (g *Gate) RecoveryWritten(ctx context.Context) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.store.SetSetting(ctx, settingUnwritten, "")
}

// unwritten gives the admin at the open door another recovery code where nobody has
// said that the last one is on paper, or "". The code itself is kept nowhere, so that
// the lost one cannot be shown again. Where it cannot be made the desk opens all the same.
func (g *Gate) unwritten(ctx context.Context) string {
	if g.who.Role != guide.RoleAdmin || g.who.Old {
		return ""
	}
	mark, err := g.store.Setting(ctx, settingUnwritten)
	if err != nil || mark == "" {
		return ""
	}
	code, err := g.renew(ctx)
	if err != nil {
		g.log.Warn("recovery code not made anew", "err", err)
	}
	return code
}

// fresh are the settings of a recovery code that nobody has written down yet.
func fresh(kept string) map[string]string {
	return map[string]string{settingRecovery: kept, settingUnwritten: "1"}
}

// newRecovery gives a code, in groups of four as people read it, and its hash.
func newRecovery() (code, kept string, err error) {
	number, err := rand.Int(rand.Reader, big.NewInt(1e12))
	if err != nil {
		return "", "", fmt.Errorf("make recovery code: %w", err)
	}
	digits := fmt.Sprintf("%0*d", RecoveryLength, number)
	kept, err = hashed(digits)
	return digits[:4] + " " + digits[4:8] + " " + digits[8:], kept, err
}
