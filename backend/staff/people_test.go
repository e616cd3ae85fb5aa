package staff_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/staff"
)

// newTwo is an office with an admin, Lan, and a clerk, Tú; the door is open to Lan.
func newTwo(t *testing.T) (o *office, recovery string) {
	t.Helper()
	o = newOffice(t)
	recovery = o.mustChoose(t, "290511")
	if err := o.unlock(t.Context(), "290511"); err != nil {
		t.Fatal(err)
	}
	if err := o.AddPerson(t.Context(), "Tú", guide.RoleClerk, "739104"); err != nil {
		t.Fatal(err)
	}
	return o, recovery
}

func (o *office) deeds() string {
	var b strings.Builder
	for _, n := range o.drawer.trail {
		fmt.Fprintf(&b, "%s %s %s;", n.Who, n.What, n.Subject)
	}
	return b.String()
}

func TestEveryRoleOpensItsOwnMethods(t *testing.T) {
	ctx := t.Context()
	o, _ := newTwo(t)
	for _, method := range []string{"History", "People", "SaveTrail"} {
		if err := o.Check(method); err != nil {
			t.Errorf("%s by an admin: %v", method, err)
		}
	}
	o.Lock()
	in, err := o.Unlock(ctx, 2, "739104")
	if err != nil || in.Name != "Tú" || in.Role != guide.RoleClerk || in.Recovery != "" || o.Who() != "Tú" {
		t.Fatalf("%+v, %v", in, err)
	}
	if err := o.Check("History"); err != nil {
		t.Error(err)
	}
	for _, method := range []string{"People", "GivePIN", "NewRecovery", "SaveTrail", "NobodyThoughtOfThis", ""} {
		if err := o.Check(method); !says(err, "dành cho quản trị") {
			t.Errorf("%q by a clerk: %v", method, err)
		}
	}
	if _, err := o.Unlock(ctx, 2, "290511"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("the PIN of another: %v", err)
	}
	for _, id := range []int64{0, 3, -1} {
		if _, err := o.Unlock(ctx, id, "290511"); guide.ErrorCode(err) != guide.CodeDenied {
			t.Errorf("nobody's door %d: %v", id, err)
		}
	}
}

func TestNames(t *testing.T) {
	o, _ := newTwo(t)
	for name, tt := range map[string]struct {
		given, kept string
		code        guide.Code
	}{
		"spaces":       {"  Nguyễn   Thị  Hoa ", "Nguyễn Thị Hoa", ""},
		"taken apart":  {"Nguyê\u0303n", "Nguyễn", ""},
		"none":         {" \t ", "", guide.CodeInvalid},
		"long":         {strings.Repeat("ấ", 41), "", guide.CodeInvalid},
		"a page":       {strings.Repeat("a ", 1<<20), "", guide.CodeInvalid},
		"markup":       {"<b>Hoa</b>", "", guide.CodeInvalid},
		"a sign":       {"Hoa\x00", "", guide.CodeInvalid},
		"not a letter": {"Hoa\xff", "", guide.CodeInvalid},
		"taken":        {"TÚ", "", guide.CodeInvalid},
	} {
		before := len(o.drawer.people)
		err := o.AddPerson(t.Context(), tt.given, guide.RoleClerk, "739104")
		if tt.code != guide.ErrorCode(err) && err != nil || (err == nil) != (tt.kept != "") {
			t.Errorf("%s: %v", name, err)
		}
		if tt.kept == "" {
			if len(o.drawer.people) != before {
				t.Errorf("%s was taken", name)
			}
			continue
		}
		if got := o.drawer.people[len(o.drawer.people)-1].Name; got != tt.kept {
			t.Errorf("%s: %q", name, got)
		}
	}
	if err := o.AddPerson(t.Context(), "Mai", "boss", "739104"); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("a role that is none: %v", err)
	}
}

// The last admin who can open the door neither goes nor becomes a clerk.
func TestThereIsAlwaysAnAdmin(t *testing.T) {
	ctx := t.Context()
	o, _ := newTwo(t)
	if err := o.ChangePerson(ctx, 1, "Lan", guide.RoleClerk); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("the last admin became a clerk: %v", err)
	}
	if err := o.RemovePerson(ctx, 1); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("the last admin went: %v", err)
	}
	if err := o.ChangePerson(ctx, 2, "Tú", guide.RoleAdmin); err != nil {
		t.Fatal(err)
	}
	if err := o.ChangePerson(ctx, 1, "Lan Anh", guide.RoleClerk); err != nil {
		t.Fatal(err)
	}
	if err := o.Check("People"); !says(err, "dành cho quản trị") {
		t.Errorf("still an admin: %v", err)
	}
	if o.Who() != "Lan Anh" {
		t.Errorf("still called %s", o.Who())
	}
	o.Lock()
	if _, err := o.Unlock(ctx, 2, "739104"); err != nil {
		t.Fatal(err)
	}
	if err := o.RemovePerson(ctx, 2); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("took herself out: %v", err)
	}
	if err := o.RemovePerson(ctx, 1); err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"removed twice": o.RemovePerson(ctx, 1), "a PIN": o.GivePIN(ctx, 1, "739104"), "a name": o.ChangePerson(ctx, 1, "Lan", guide.RoleAdmin),
		"nobody": o.GivePIN(ctx, 0, "739104"),
	} {
		if guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%s of who is gone: %v", name, err)
		}
	}
	o.Lock()
	if err := o.unlock(ctx, "290511"); err == nil {
		t.Error("who is gone came in")
	}
	want := "Lan added Lan;Lan opened ;Lan added Tú;Lan changed Tú;Lan changed Lan → Lan Anh;Tú opened ;Tú removed Lan Anh;"
	if got := o.deeds(); got != want {
		t.Errorf("the trail says\n%s, want\n%s", got, want)
	}
}

// Many people are not many tries, and a clerk's own PIN gives the clerk none at an
// admin's; an admin's forgives all.
func TestPeopleShareTheTries(t *testing.T) {
	ctx := t.Context()
	o, _ := newTwo(t)
	o.Lock()
	miss := func(id int64, left int) {
		t.Helper()
		if _, err := o.Unlock(ctx, id, "111111"); !says(err, fmt.Sprintf("Còn %d lần", left)) {
			t.Errorf("want %d left: %v", left, err)
		}
	}
	clerk := func() {
		t.Helper()
		if _, err := o.Unlock(ctx, 2, "739104"); err != nil {
			t.Error(err)
		}
	}
	miss(1, 4)
	miss(2, 3)
	clerk()
	miss(1, 3) // of the tries at the admin's none came back
	o.restart()
	clerk()
	miss(1, 2)
	o.restart()
	miss(1, 1)
	clerk()
	if _, err := o.Unlock(ctx, 1, "111111"); !says(err, "đợi 1 phút") {
		t.Errorf("not locked: %v", err)
	}
	if _, err := o.Unlock(ctx, 2, "739104"); !says(err, "đợi 1 phút") {
		t.Errorf("the door of another while locked: %v", err)
	}
	if err := o.Recover(ctx, 1, "111111111111"); !says(err, "đợi 1 phút") {
		t.Errorf("the recovery code while locked: %v", err)
	}
	o.clock.at = o.clock.at.Add(-time.Hour)
	o.restart()
	if left, err := o.LockedFor(ctx); left != staff.LockTime || err != nil {
		t.Errorf("locked for %v, %v", left, err)
	}
	o.clock.pass(staff.LockTime)
	if err := o.unlock(ctx, "290511"); err != nil {
		t.Fatal(err)
	}
	miss(2, 4)
}

func TestTheRecoveryCode(t *testing.T) {
	ctx := t.Context()
	o, code := newTwo(t)
	if len(code) != staff.RecoveryLength || strings.Contains(fmt.Sprint(o.drawer), code) {
		t.Fatalf("%q", code)
	}
	o.Lock()
	if _, err := o.Choose(ctx, "", "604182"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("without a code: %v", err)
	}
	if err := o.Recover(ctx, 1, "000000000000"); !says(err, "Mã khôi phục chưa đúng. Còn 4 lần") {
		t.Errorf("a wrong code: %v", err)
	}
	if err := o.Recover(ctx, 2, code); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("by a clerk: %v", err)
	}
	if err := o.Recover(ctx, 1, code); err != nil {
		t.Fatal(err)
	}
	if err := o.Check("History"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("the code opens the door: %v", err)
	}
	o.clock.pass(staff.SetupTime)
	if _, err := o.Choose(ctx, "", "604182"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("long after the code: %v", err)
	}
	if err := o.Recover(ctx, 1, code); err != nil { // it is not spent
		t.Fatal(err)
	}
	if _, err := o.Choose(ctx, "", "123456"); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("an easy PIN: %v", err)
	}
	in, err := o.Choose(ctx, "Somebody", "604182")
	if err != nil || in.Name != "Lan" || len(o.drawer.people) != 2 {
		t.Fatalf("%+v, %v", in, err)
	}
	o.Lock()
	if err := o.Recover(ctx, 1, code); !says(err, "chưa đúng") {
		t.Errorf("spent twice: %v", err)
	}
	if err := o.unlock(ctx, "290511"); err == nil {
		t.Error("the forgotten PIN opens")
	}
	if err := o.Recover(ctx, 1, strings.ReplaceAll(in.Recovery, " ", "")); err != nil {
		t.Errorf("the new code: %v", err)
	}
	if err := o.unlock(ctx, "604182"); err != nil {
		t.Fatal(err)
	}
	newest, err := o.NewRecovery(ctx)
	if err != nil {
		t.Fatal(err)
	}
	o.Lock()
	if err := o.Recover(ctx, 1, strings.ReplaceAll(in.Recovery, " ", "")); !says(err, "chưa đúng") {
		t.Errorf("the code before the newest: %v", err)
	}
	if err := o.Recover(ctx, 1, strings.ReplaceAll(newest, " ", "")); err != nil {
		t.Errorf("the newest code: %v", err)
	}
}

// The office's one PIN of before, of four digits, opens as an admin who is asked for
// a name and a longer PIN; it opens until then.
func TestTheOldPINIsExchanged(t *testing.T) {
	ctx := t.Context()
	o := newOffice(t)
	o.mustChoose(t, "290511")
	o.drawer.people[0] = guide.Person{ID: 1, Name: "Quản trị", Role: guide.RoleAdmin, PIN: oldPIN, Old: true}
	o.drawer.kept["staff_recovery"], o.drawer.kept["staff_wrong"] = "", "3"
	o.restart()
	if err := o.wrongly(t, 1); !says(err, "Còn 1 lần") {
		t.Errorf("the tries of before are forgotten: %v", err)
	}
	if err := o.Recover(ctx, 1, "111111111111"); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("no code was ever made: %v", err)
	}
	for range 2 {
		in, err := o.Unlock(ctx, 1, "2905")
		if err != nil || !in.Old || in.Name != "Quản trị" {
			t.Fatalf("%+v, %v", in, err)
		}
		if err := o.Check("People"); err != nil {
			t.Error(err)
		}
		o.Lock() // without choosing
	}
	if _, err := o.Choose(ctx, "Lan", "604182"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("through a shut door: %v", err)
	}
	if err := o.unlock(ctx, "2905"); err != nil {
		t.Fatal(err)
	}
	in, err := o.Choose(ctx, "Lan", "604182")
	if err != nil || in.Old || in.Name != "Lan" || in.Recovery == "" || len(o.drawer.people) != 1 {
		t.Fatalf("%+v, %v", in, err)
	}
	if _, err := o.Choose(ctx, "Lan", "739104"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("chosen twice: %v", err)
	}
	o.Lock()
	if err := o.unlock(ctx, "2905"); err == nil {
		t.Error("the old PIN still opens")
	}
	if err := o.unlock(ctx, "604182"); err != nil {
		t.Error(err)
	}
}

// oldPIN is 2905 as older programs kept it.
const oldPIN = "AAAAAAAAAAAAAAAAAAAAAA.mbljO7vM2wpYKdUSFHOvxsI63NXR5WWOFeK3AurlQ4c"

// After a reset on the PC clerks keep their PINs but wait for an admin; who was
// here before is the same person again.
func TestResetKeepsPeople(t *testing.T) {
	ctx := t.Context()
	o, recovery := newTwo(t)
	o.Lock()
	code, err := staff.Reset(ctx, o.drawer, o.setup)
	if err != nil {
		t.Fatal(err)
	}
	if door, err := o.AtDoor(ctx); len(door) != 0 || err != nil {
		t.Errorf("%+v, %v", door, err)
	}
	if _, err := o.Unlock(ctx, 2, "739104"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("a clerk without an admin: %v", err)
	}
	if err := o.Recover(ctx, 1, recovery); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("the recovery code outlives a reset: %v", err)
	}
	if err := o.EnterCode(ctx, code); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Choose(ctx, "lan", "604182"); err != nil {
		t.Fatal(err)
	}
	o.Lock()
	if door, err := o.AtDoor(ctx); len(door) != 2 || err != nil || door[0].ID != 1 {
		t.Errorf("%+v, %v", door, err)
	}
	if _, err := o.Unlock(ctx, 2, "739104"); err != nil {
		t.Error(err)
	}
}

func TestTheTrail(t *testing.T) {
	ctx := t.Context()
	o, _ := newTwo(t)
	if err := o.Note(ctx, errors.New("no paper"), guide.DeedPrinted, "x"); err == nil || strings.Contains(o.deeds(), "printed") {
		t.Errorf("what failed is noted: %v", err)
	}
	if err := o.Note(ctx, nil, guide.DeedPrinted, "=1+1, \"A5\""); err != nil {
		t.Fatal(err)
	}
	for range staff.TrailPage {
		_ = o.Note(ctx, nil, guide.DeedLinks, "")
	}
	page, err := o.Trail(ctx, 0)
	if err != nil || len(page) != staff.TrailPage || page[0].What != guide.DeedLinks || page[0].Who != "Lan" {
		t.Fatalf("%d, %v", len(page), err)
	}
	if rest, err := o.Trail(ctx, int64(page[len(page)-1].ID)); err != nil || len(rest) != 4 || rest[0].What != guide.DeedPrinted {
		t.Errorf("%+v, %v", rest, err)
	}
	var b strings.Builder
	if err := o.WriteTrail(ctx, &b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\r\n")
	if len(lines) != staff.TrailPage+6 || lines[0] != "\ufeffLúc,Ai,Việc,Về" {
		t.Errorf("%d lines, %q", len(lines), lines[0])
	}
	if want := `2026-11-23 08:00,Lan,In,"'=1+1, ""A5"""`; lines[staff.TrailPage+1] != want {
		t.Errorf("%q, want %q", lines[staff.TrailPage+1], want)
	}
	o.drawer.full = errors.New("no room")
	if err := o.Note(ctx, nil, guide.DeedPrinted, ""); err != nil {
		t.Errorf("what was done fails for its line: %v", err)
	}
}
