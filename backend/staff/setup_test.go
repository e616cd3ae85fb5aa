package staff_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/staff"
)

func TestTheFirstPINNeedsTheCode(t *testing.T) {
	ctx := t.Context()
	o := newOffice(t)
	if _, err := o.Choose(ctx, "Lan", "290511"); !says(err, "mã cài đặt") || len(o.drawer.people) != 0 {
		t.Fatalf("chosen by whoever came first: %v", err)
	}
	for _, code := range []string{"", "0", "00000000x", strings.Repeat("0", 10_000)} {
		fresh := newOffice(t)
		if err := fresh.EnterCode(ctx, code); !says(err, "Còn 4 lần") {
			t.Errorf("%.12q: %v", code, err)
		}
		if _, err := fresh.Choose(ctx, "Lan", "290511"); !says(err, "mã cài đặt") {
			t.Errorf("%.12q: a PIN was chosen: %v", code, err)
		}
	}
	code, err := o.setup.Code()
	if err != nil || len(code) != staff.CodeLength {
		t.Fatalf("%q, %v", code, err)
	}
	if err := o.EnterCode(ctx, code); err != nil {
		t.Fatal(err)
	}
	if err := o.Check("History"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("the code opens the door: %v", err)
	}
	o.clock.pass(staff.SetupTime) // whoever entered it has gone
	if _, err := o.Choose(ctx, "Lan", "290511"); !says(err, "mã cài đặt") {
		t.Errorf("long after the code: %v", err)
	}
	if err := o.EnterCode(ctx, code); err != nil {
		t.Fatal(err)
	}
	o.Lock() // the session ended
	if _, err := o.Choose(ctx, "Lan", "290511"); !says(err, "mã cài đặt") {
		t.Errorf("by the next resident: %v", err)
	}
	if err := o.EnterCode(ctx, code); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Choose(ctx, "Lan", "290511"); err != nil {
		t.Fatal(err)
	}
	if err := o.Check("History"); err != nil {
		t.Errorf("shut after the choice: %v", err)
	}
	if _, err := os.Stat(o.setup.Path()); !os.IsNotExist(err) {
		t.Errorf("the file with the code is still there: %v", err)
	}
	o.Lock()
	if err := o.EnterCode(ctx, code); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("the code is taken while there is a PIN: %v", err)
	}
}

func TestWrongCodesShutTheDoor(t *testing.T) {
	ctx := t.Context()
	o := newOffice(t)
	code, err := o.setup.Code()
	if err != nil {
		t.Fatal(err)
	}
	var last error
	for range staff.TriesBeforeLock {
		last = o.EnterCode(ctx, "99999999x")
	}
	if !says(last, "Đang khóa vì bấm sai nhiều lần. Mời đợi 1 phút") {
		t.Errorf("not locked: %v", last)
	}
	o.restart()
	if err := o.EnterCode(ctx, code); !says(err, "đợi 1 phút") {
		t.Errorf("the right code while locked: %v", err)
	}
	if left, err := o.LockedFor(ctx); left != staff.LockTime || err != nil {
		t.Errorf("locked for %v, %v", left, err)
	}
	o.clock.pass(staff.LockTime)
	if err := o.EnterCode(ctx, code); err != nil {
		t.Errorf("the right code: %v", err)
	}
}

// The code stays the same until it is used or renewed, whoever reads it.
func TestTheCodeOnDisk(t *testing.T) {
	dir := t.TempDir()
	setup := staff.NewSetup(dir)
	first, err := setup.Code()
	if err != nil {
		t.Fatal(err)
	}
	again, err := staff.NewSetup(dir).Code()
	if err != nil || again != first {
		t.Errorf("%q became %q, %v", first, again, err)
	}
	data, err := os.ReadFile(filepath.Join(dir, staff.CodeFile))
	if err != nil || !strings.HasPrefix(string(data), first[:4]+" "+first[4:]+"\n") || !strings.Contains(string(data), "Dành cho\ncán bộ") {
		t.Errorf("the file says %q, %v", data, err)
	}
	if info, err := os.Stat(setup.Path()); err != nil || os.PathSeparator == '/' && info.Mode() != 0o600 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
	// As Windows' editor saves it, and what it may have become.
	for text, want := range map[string]string{
		"\ufeff4821 0937\r\n\r\nĐây là": "48210937", "48210937": "48210937", "": "", "4821 093\n7": "", "482109377\n": "", strings.Repeat("1", 1<<20): "", "٤٨٢١٠٩٣٧": "",
	} {
		if err := os.WriteFile(setup.Path(), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := setup.Code()
		if err != nil || len(got) != staff.CodeLength || want != "" && got != want {
			t.Errorf("%.20q: %q, %v", text, got, err)
		}
		if kept, err := setup.Code(); kept != got || err != nil {
			t.Errorf("%.20q: %q, then %q, %v", text, got, kept, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".tungbuoc-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	codes := map[string]bool{}
	for range 20 {
		code, err := setup.Renew()
		if err != nil || codes[code] {
			t.Fatalf("%q again, %v", code, err)
		}
		codes[code] = true
	}
}

func TestNoCodeIsNoWayIn(t *testing.T) {
	ctx := t.Context()
	gone := staff.NewSetup(filepath.Join(t.TempDir(), "gone"))
	o := newOffice(t)
	o.setup = gone
	o.restart()
	if err := o.EnterCode(ctx, ""); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("no code is taken for an empty one: %v", err)
	}
	if _, err := o.Choose(ctx, "Lan", "290511"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("chosen without a code: %v", err)
	}
}

// A reset that cannot leave a new code takes nothing away.
func TestResetIsWholeOrNothing(t *testing.T) {
	ctx := t.Context()
	o := newOffice(t)
	o.mustChoose(t, "290511")
	if _, err := staff.Reset(ctx, o.drawer, staff.NewSetup(filepath.Join(t.TempDir(), "gone"))); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("got %v", err)
	}
	if err := o.unlock(ctx, "290511"); err != nil {
		t.Errorf("the PIN is gone: %v", err)
	}
	if _, err := os.Stat(o.setup.Path()); !os.IsNotExist(err) {
		t.Errorf("a code while there is a PIN: %v", err)
	}
}
