package desktop_test

import (
	"testing"
	"time"

	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
)

// Until it is known that a new program stays, nothing of anybody's is written: it would
// be lost with the program.
func TestNobodyComesInBeforeAProgramIsProven(t *testing.T) {
	dir := t.TempDir()
	r := mustResident(t, dir)
	s := desktop.NewStaff(r, time.Now)
	door, err := s.Door()
	if err != nil {
		t.Fatal(err)
	}
	code := mustReadCode(t, door.CodeFile)
	for _, proving := range []bool{true, false} {
		desktop.SetProving(r, proving)
		boot, err := r.Boot("vi")
		if err != nil || boot.Proving != proving {
			t.Errorf("%v: %v, %v", proving, boot.Proving, err)
		}
		err = s.EnterCode(code)
		if got := guide.ErrorCode(err); (got == guide.CodeBusy) != proving {
			t.Errorf("proving %v: the door says %v", proving, err)
		}
		if _, err := s.Choose("Lan", pin); (guide.ErrorCode(err) == guide.CodeBusy) != proving {
			t.Errorf("proving %v: the first PIN: %v", proving, err)
		}
		if err := r.Count("khai-sinh", string(guide.EventOpened), "", "vi"); err != nil {
			t.Errorf("proving %v: %v", proving, err)
		}
	}
}
