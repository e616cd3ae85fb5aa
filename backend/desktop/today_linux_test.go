package desktop_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
)

// The first page tells what there is to do, and no clerk of the backup.
func TestTodayTellsWhatThereIsToDo(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	if _, err := s.Today(); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("told before the door is open: %v", err)
	}
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	if err := desktop.ResidentOf(s).Missed("qwrtp"); err != nil {
		t.Fatal(err)
	}
	v, err := s.Today()
	if err != nil || v.Codes == 0 || v.Paper != 0 || v.Notes != 0 || v.Job != "" || len(v.Missed) != 1 || v.Missed[0].Times != 1 || v.Backup == nil || v.Backup.Made != "" || len(v.Failed) != 0 {
		t.Fatalf("%+v, %v", v, err)
	}
	if err := s.AddPerson("Tú", string(guide.RoleClerk), "739104"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Unlock(2, "739104"); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Today(); err != nil || v.Backup != nil || v.Codes == 0 {
		t.Errorf("a clerk is told %+v, %v", v, err)
	}
	if err := s.Backup("/"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("a clerk backs up: %v", err)
	}
}

// A backup is made where staff say, is told of on the first page and in the trail;
// one that failed is neither.
func TestTheOfficeIsBackedUp(t *testing.T) {
	s, _, stick := mustStick(t)
	if err := s.Backup("/"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("into a folder that was not offered: %v", err)
	}
	if err := os.Remove(stick); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/sys", stick); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(stick); err != nil {
		t.Fatal(err)
	}
	if p := wait(t, s); p.State != "failed" || !strings.Contains(p.Problem, "Nơi này không cho ghi") {
		t.Errorf("%+v", p)
	}
	if v, err := s.Today(); err != nil || v.Backup == nil || v.Backup.Made != "" {
		t.Errorf("a failed backup counts: %+v, %v", v.Backup, err)
	}
	if err := os.Remove(stick); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(stick); err != nil {
		t.Fatal(err)
	}
	p := wait(t, s)
	if m, err := backup.Look(p.File); p.State != "done" || filepath.Dir(p.File) != stick || err != nil || m.Program != guide.Version {
		t.Errorf("%+v, %+v, %v", p, m, err)
	}
	if v, err := s.Today(); err != nil || v.Backup == nil || v.Backup.Made == "" || !v.Backup.Stick || v.Backup.Ago != 0 {
		t.Errorf("%+v, %v", v.Backup, err)
	}
	lines, err := s.Trail(0)
	if err != nil || lines[0].What != guide.DeedBackup || lines[0].Subject != "USB" || lines[1].What == guide.DeedBackup {
		t.Errorf("%+v, %v", lines, err)
	}
}
