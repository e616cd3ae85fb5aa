package desktop_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// What loses the PIN does not open the door to whoever touches it next: the
// code is asked for again, and it is another one.
func TestALostDatabaseDoesNotOpenTheDoor(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"damaged": func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("hỏng", 4096)), 0o600) },
		"empty":   func(path string) error { return os.Truncate(path, 0) },
		"deleted": os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			var resident *desktop.Resident
			start := func() (*desktop.Staff, desktop.DoorView) {
				t.Helper()
				resident = mustResident(t, dir)
				s := desktop.NewStaff(resident, time.Now)
				door, err := s.Door()
				if err != nil || door.HasPIN || filepath.Dir(door.CodeFile) != dir {
					t.Fatalf("%+v, %v", door, err)
				}
				return s, door
			}
			choose := func(s *desktop.Staff, code string) {
				t.Helper()
				if _, err := s.Choose("Lan", pin); guide.ErrorCode(err) != guide.CodeDenied {
					t.Errorf("chosen by whoever came first: %v", err)
				}
				if err := s.EnterCode(code); err != nil {
					t.Fatal(err)
				}
				if _, err := s.Choose("Lan", pin); err != nil {
					t.Fatal(err)
				}
				if door, err := s.Door(); !door.HasPIN || door.CodeFile != "" || err != nil {
					t.Errorf("%+v, %v", door, err)
				}
			}
			s, door := start()
			first := mustReadCode(t, door.CodeFile)
			choose(s, first)
			desktop.CloseResident(resident)
			if err := spoil(filepath.Join(dir, sqlite.FileName)); err != nil {
				t.Fatal(err)
			}
			s, door = start()
			if err := s.EnterCode(first); guide.ErrorCode(err) != guide.CodeDenied {
				t.Errorf("the code of the first time: %v", err)
			}
			choose(s, mustReadCode(t, door.CodeFile))
		})
	}
}

// A database that takes nothing more, as on a full disk, neither gives a
// stranger more tries nor keeps staff out.
func TestADatabaseThatTakesNothingStillCounts(t *testing.T) {
	dir := t.TempDir()
	s := mustStaff(t, dir)
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, sqlite.FileName))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.Exec("CREATE TRIGGER full BEFORE INSERT ON setting BEGIN SELECT raise(FAIL, 'no room'); END"); err != nil {
		t.Fatal(err)
	}
	if err := s.Lock(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Unlock(1, "111111"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("a wrong PIN: %v", err)
	}
	if _, err := s.Unlock(1, pin); err != nil {
		t.Errorf("the right PIN: %v", err)
	}
	if _, err := s.History(); err != nil {
		t.Errorf("the door is shut: %v", err)
	}
	if err := s.Lock(); err != nil {
		t.Fatal(err)
	}
	for range staff.TriesBeforeLock {
		_, err = s.Unlock(1, "111111")
	}
	if guide.ErrorCode(err) != guide.CodeDenied || !strings.Contains(guide.Message(err), "đợi 1 phút") {
		t.Errorf("not locked: %v", err)
	}
	if _, err := s.Unlock(1, pin); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("the right PIN while locked: %v", err)
	}
}
