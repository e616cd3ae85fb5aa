package desktop_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// callEach calls every bound method of the staff's with nothing in its arguments.
func callEach(s *desktop.Staff, before func(method string), after func(method string, err error)) {
	v := reflect.ValueOf(s)
	for i := range v.NumMethod() {
		method, name := v.Method(i), v.Type().Method(i).Name
		args := make([]reflect.Value, method.Type().NumIn())
		for n := range args {
			args[n] = reflect.Zero(method.Type().In(n))
		}
		before(name)
		out := method.Call(args)
		err, _ := out[len(out)-1].Interface().(error)
		after(name, err)
	}
}

// Whoever adds a bound method says who may call it.
func TestEveryMethodHasARole(t *testing.T) {
	callEach(mustStaff(t, ""), func(string) {}, func(method string, err error) {
		if _, known := staff.Needs(method); !known {
			t.Errorf("%s is not in the table of package staff: nobody can call it", method)
		}
	})
}

// Nobody, a clerk and an admin call every method: the page does not decide.
func TestRolesAreInGo(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	if err := s.AddPerson("Tú", "clerk", "739104"); err != nil {
		t.Fatal(err)
	}
	for who, as := range map[string]struct {
		role guide.Role
		open func() error
	}{
		"nobody": {staff.Nobody, func() error { return nil }},
		"clerk":  {guide.RoleClerk, func() error { _, err := s.Unlock(2, "739104"); return err }},
		"admin":  {guide.RoleAdmin, func() error { _, err := s.Unlock(1, pin); return err }},
	} {
		if err := s.Lock(); err != nil {
			t.Fatal(err)
		}
		if err := as.open(); err != nil {
			t.Fatal(err)
		}
		callEach(s, func(string) {}, func(method string, err error) {
			needed, _ := staff.Needs(method)
			if method == "Lock" { // the door guards itself
				if err := as.open(); err != nil {
					t.Fatal(err)
				}
			}
			if needed == staff.Nobody {
				return
			}
			if denied := guide.ErrorCode(err) == guide.CodeDenied; denied == (as.role != staff.Nobody && as.role.May(needed)) {
				t.Errorf("%s as %s: %v", method, who, err)
			}
		})
	}
}

// What an office with its one PIN finds after the update: it opens, and a name and
// a PIN are asked for.
func TestAnOfficeWithOnePINGoesOn(t *testing.T) {
	dir := t.TempDir()
	old, err := os.ReadFile(filepath.Join("..", "sqlite", "testdata", "old", "v7.db"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, sqlite.FileName)
	if err := os.WriteFile(path, old, 0o600); err != nil {
		t.Fatal(err)
	}
	// 2905, as older programs kept it.
	const kept = "AAAAAAAAAAAAAAAAAAAAAA.mbljO7vM2wpYKdUSFHOvxsI63NXR5WWOFeK3AurlQ4c"
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("INSERT INTO setting VALUES ('staff_pin', ?)", kept); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s := mustStaff(t, dir)
	door, err := s.Door()
	if err != nil || !door.HasPIN || door.CodeFile != "" || len(door.People) != 1 || !door.People[0].Old {
		t.Fatalf("%+v, %v", door, err)
	}
	in, err := s.Unlock(door.People[0].ID, "2905")
	if err != nil || !in.Old || in.Name != "Quản trị" || in.Role != guide.RoleAdmin {
		t.Fatalf("%+v, %v", in, err)
	}
	if _, err := s.History(); err != nil {
		t.Error(err)
	}
	in, err = s.Choose("Nguyễn Thị Lan", pin)
	if err != nil || in.Old || in.Name != "Nguyễn Thị Lan" || len(in.Recovery) != staff.RecoveryLength+2 {
		t.Fatalf("%+v, %v", in, err)
	}
	if err := s.Lock(); err != nil {
		t.Fatal(err)
	}
	if err := s.Recover(1, strings.ReplaceAll(in.Recovery, " ", "")); err != nil {
		t.Error(err)
	}
	if _, err := s.Unlock(1, pin); err != nil {
		t.Error(err)
	}
}

// What people do is in the trail by their name, and leaves as a table.
func TestTheTrailIsSaved(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	folders, err := s.Folders()
	if err != nil || len(folders) == 0 {
		t.Fatalf("%v, %v", folders, err)
	}
	to := folders[len(folders)-1].Path
	if err := s.Save(order("a4x8", 9, "khai-sinh", "vneid"), to); err != nil {
		t.Fatal(err)
	}
	wait(t, s)
	if _, err := s.BeginLinks(); err != nil {
		t.Fatal(err)
	}
	if err := s.Retire(99); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Error(err)
	}
	if err := s.SaveTrail("/"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("saved into a folder that was not offered: %v", err)
	}
	lines, err := s.Trail(0)
	if err != nil || len(lines) != 3 || lines[0].What != guide.DeedLinks || lines[1].What != guide.DeedSaved || lines[1].Subject != "2 việc, 18 bản" || lines[1].Who != "Lan" {
		t.Fatalf("%+v, %v", lines, err)
	}
	if err := s.SaveTrail(to); err != nil {
		t.Fatal(err)
	}
	done := wait(t, s)
	table, err := os.ReadFile(done.File)
	if err != nil || !strings.Contains(string(table), `,Lan,Lưu tệp để in,"2 việc, 18 bản"`) || strings.Contains(string(table), pin) {
		t.Errorf("%+v: %s, %v", done, table, err)
	}
	if lines, err := s.Trail(lines[2].ID); err != nil || len(lines) != 0 {
		t.Errorf("%+v, %v", lines, err)
	}
}
