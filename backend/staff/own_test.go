package staff_test

import (
	"fmt"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/staff"
)

// A recovery code that nobody has written down comes again as another one, until it
// is on paper. Neither is kept as it is read.
func TestTheRecoveryCodeComesUntilItIsWritten(t *testing.T) {
	ctx := t.Context()
	o := newOffice(t)
	code, err := o.setup.Code()
	if err != nil {
		t.Fatal(err)
	}
	if err := o.EnterCode(ctx, code); err != nil {
		t.Fatal(err)
	}
	first, err := o.Choose(ctx, "Lan", "290511")
	if err != nil {
		t.Fatal(err)
	}
	if err := o.AddPerson(ctx, "Tú", guide.RoleClerk, "739104"); err != nil {
		t.Fatal(err)
	}
	o.Lock()
	o.restart()
	if in, err := o.Unlock(ctx, 2, "739104"); err != nil || in.Recovery != "" || !in.Given {
		t.Errorf("a clerk: %+v, %v", in, err)
	}
	o.Lock()
	again, err := o.Unlock(ctx, 1, "290511")
	if err != nil || again.Recovery == "" || again.Recovery == first.Recovery {
		t.Fatalf("%+v after %+v, %v", again, first, err)
	}
	for _, code := range []string{first.Recovery, again.Recovery} {
		if kept := fmt.Sprint(o.drawer); strings.Contains(kept, code) || strings.Contains(kept, strings.ReplaceAll(code, " ", "")) {
			t.Error("a code is kept as it is read")
		}
	}
	if err := o.RecoveryWritten(ctx); err != nil {
		t.Fatal(err)
	}
	o.Lock()
	if in, err := o.Unlock(ctx, 1, "290511"); err != nil || in.Recovery != "" {
		t.Errorf("once more after it was written: %+v, %v", in, err)
	}
	o.Lock()
	if err := o.Recover(ctx, 1, strings.ReplaceAll(first.Recovery, " ", "")); !says(err, "chưa đúng") {
		t.Errorf("the lost code: %v", err)
	}
	if err := o.Recover(ctx, 1, strings.ReplaceAll(again.Recovery, " ", "")); err != nil {
		t.Errorf("the written code: %v", err)
	}
}

// Whoever finds the desk open does not take its owner's PIN.
func TestOnesOwnPINNeedsTheOldOne(t *testing.T) {
	ctx := t.Context()
	o, _ := newTwo(t)
	o.Lock()
	if _, err := o.Unlock(ctx, 2, "739104"); err != nil {
		t.Fatal(err)
	}
	if err := o.OwnPIN(ctx, "290511", "840217"); guide.ErrorCode(err) != guide.CodeInvalid || guide.Message(err) != "Mã PIN cũ chưa đúng. Còn 4 lần thử." {
		t.Errorf("by another's PIN: %v", err)
	}
	if err := o.OwnPIN(ctx, "739104", "739104"); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("the given one again: %v", err)
	}
	if err := o.OwnPIN(ctx, "739104", "840217"); err != nil {
		t.Fatal(err)
	}
	if door, err := o.AtDoor(ctx); err != nil || door[1].Given {
		t.Errorf("%+v, %v", door, err)
	}
	o.Lock()
	if err := o.unlock(ctx, "290511"); err != nil {
		t.Fatal(err)
	}
	if err := o.GivePIN(ctx, 1, "604182"); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("an admin's own without the old one: %v", err)
	}
}

// The lock is the door's: what was not looked at is not called wrong.
func TestALockedDoorCallsNothingWrong(t *testing.T) {
	ctx := t.Context()
	o, code := newTwo(t)
	o.Lock()
	o.wrongly(t, staff.TriesBeforeLock)
	err := o.Recover(ctx, 1, code)
	if want := "Đang khóa vì bấm sai nhiều lần. Mời đợi 1 phút rồi thử lại."; guide.Message(err) != want {
		t.Errorf("%v, want %s", err, want)
	}
	o.clock.pass(staff.LockTime / 2)
	if err := o.Recover(ctx, 1, code); !says(err, "Mời đợi 30 giây") {
		t.Errorf("half a minute later: %v", err)
	}
	o.clock.pass(staff.LockTime / 2)
	if err := o.Recover(ctx, 1, code); err != nil {
		t.Error(err)
	}
}

func TestEasyPINs(t *testing.T) {
	o, _ := newTwo(t)
	for _, pin := range []string{"000000", "123456", "987654", "112233", "665544", "121212", "123123"} {
		if err := o.GivePIN(t.Context(), 2, pin); guide.ErrorCode(err) != guide.CodeInvalid || !strings.Contains(guide.Message(err), "dễ đoán") {
			t.Errorf("%s: %v", pin, err)
		}
	}
	for _, pin := range []string{"290511", "112244", "123457", "113355", "739104"} {
		if err := o.GivePIN(t.Context(), 2, pin); err != nil {
			t.Errorf("%s: %v", pin, err)
		}
	}
}

// Whoever finds the desk open has no PIN of its owner to type once more: another's is
// none, and wrong ones lock everything as they do at the door.
func TestThePINOnceMore(t *testing.T) {
	ctx := t.Context()
	o, _ := newTwo(t)
	if err := o.Again(ctx, "290511"); err != nil {
		t.Error(err)
	}
	if err := o.Again(ctx, "739104"); guide.ErrorCode(err) != guide.CodeDenied || guide.Message(err) != "Mã PIN chưa đúng. Còn 4 lần thử." {
		t.Errorf("by another's PIN: %v", err)
	}
	for range staff.TriesBeforeLock - 1 {
		_ = o.Again(ctx, "000001")
	}
	if err := o.Again(ctx, "290511"); !says(err, "Đang khóa vì bấm sai nhiều lần") {
		t.Errorf("after many wrong ones: %v", err)
	}
	if err := o.unlock(ctx, "290511"); !says(err, "Đang khóa") {
		t.Errorf("the door: %v", err)
	}
}
