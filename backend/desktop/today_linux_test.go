package desktop_test

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/gaps"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
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
	if _, err := s.SaveNote("khai-sinh", "Nộp tại bàn 3", 1); err != nil {
		t.Fatal(err)
	}
	v, err := s.Today()
	if err != nil || len(v.Begun) != 1 || v.Begun[0].Kind != guide.BegunNote || v.Begun[0].Target != "khai-sinh" || v.Begun[0].Who != "Lan" {
		t.Fatalf("%+v, %v", v, err)
	}
	if v.Codes == 0 || v.Paper != 0 || v.Notes != 0 || v.Job != "" || len(v.Missed) != 1 || v.Missed[0].Times != 1 || v.Backup == nil || v.Backup.Made != "" || len(v.Failed) != 0 {
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

// What many have typed in vain leaves as a table for the province, and stands in the
// trail; what few have typed stays here.
func TestWhatManyLookedForIsSaved(t *testing.T) {
	dir := t.TempDir()
	now := time.Now()
	for ago := range 3 {
		db, err := sqlite.Open(t.Context(), dir, func() time.Time { return now.AddDate(0, 0, -ago) }, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range []string{"giấy phép", "giấy phép", "đất đai"} {
			if err := db.CountMissed(t.Context(), words); err != nil {
				t.Fatal(err)
			}
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s := mustStaff(t, dir)
	if err := s.SaveMissed("/"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("saved before the door is open: %v", err)
	}
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	folders, err := s.Folders()
	if err != nil || len(folders) == 0 {
		t.Fatalf("%v, %v", folders, err)
	}
	if err := s.SaveMissed(folders[len(folders)-1].Path); err != nil {
		t.Fatal(err)
	}
	p := wait(t, s)
	table, err := os.ReadFile(p.File)
	if err != nil || !strings.HasSuffix(string(table), "\r\ngiấy phép,6,3\r\n") || strings.Contains(string(table), "đất đai") {
		t.Errorf("%+v: %s, %v", p, table, err)
	}
	if lines, err := s.Trail(0); err != nil || lines[0].What != guide.DeedMissed {
		t.Errorf("%+v, %v", lines, err)
	}
}

// What lessons lack is told to who has opened the door; counts of steps are of steps
// that the pack has, and of nothing else.
func TestWhatLessonsLack(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	if _, err := s.Gaps(); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("told before the door is open: %v", err)
	}
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	r := desktop.ResidentOf(s)
	for range 2 {
		if err := r.Count("khai-sinh", "opened", "", "vi"); err != nil {
			t.Fatal(err)
		}
	}
	lib, _ := content.Load(content.Shipped())
	lesson, err := lib.Pack.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	steps, err := lib.Pack.AllSteps(lesson)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if err := r.Count("khai-sinh", "stopped", steps[0].Target, "vi"); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Count("khai-sinh", "unclear", "khai-sinh/nguyen-van-a", "vi"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("a step that is none: %v", err)
	}
	v, err := s.Gaps()
	if err != nil || len(v.Office) == 0 || len(v.Groups) == 0 || v.Groups[0].Key != "khai-sinh" || v.Groups[0].Opened != 2 || v.Groups[0].Later {
		t.Fatalf("%+v, %v", v, err)
	}
	for _, line := range v.Groups[0].Lines {
		if line.Kind == gaps.KindStopped {
			t.Errorf("one day is told of: %+v", line)
		}
	}
	if today, err := s.Today(); err != nil || today.Stuck != 0 {
		t.Errorf("%+v, %v", today, err)
	}
}
