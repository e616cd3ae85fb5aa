package sqlite_test

import (
	"path/filepath"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// The office's one PIN of before opens as its first admin, once.
func TestTheOldPINBecomesAPerson(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, sqlite.FileName)
	mustWrite(t, path, mustRead(t, filepath.Join("testdata", "old", "v7.db")))
	mustExec(t, path, "INSERT INTO setting VALUES ('staff_pin', 'salt.hash'), ('staff_wrong', '3')")
	db := mustOpen(t, dir)
	for range 2 {
		people, err := db.People(t.Context())
		if want := (guide.Person{ID: 1, Name: "Quản trị", Role: guide.RoleAdmin, PIN: "salt.hash", Old: true}); err != nil || len(people) != 1 || people[0] != want {
			t.Fatalf("%+v, %v", people, err)
		}
		mustClose(t, db)
		db = mustOpen(t, dir)
	}
	if pin, err := db.Setting(t.Context(), "staff_pin"); pin != "" || err != nil {
		t.Errorf("%q, %v", pin, err)
	}
	if wrong, err := db.Setting(t.Context(), "staff_wrong"); wrong != "3" || err != nil {
		t.Errorf("the wrong tries are forgotten: %q, %v", wrong, err)
	}
}

// Whoever leaves is no longer listed and has no PIN, but the trail says who it was.
func TestPeopleAndTheirTrail(t *testing.T) {
	ctx := t.Context()
	dir := t.TempDir()
	db := mustOpen(t, dir)
	keep := func(p guide.Person, what guide.Deed) int64 {
		t.Helper()
		id, err := db.KeepPeople(ctx, []guide.Person{p}, map[string]string{"staff_recovery": "x"}, guide.Noted{Who: "Lan", What: what, Subject: p.Name})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	lan := guide.Person{Name: "Lan", Role: guide.RoleAdmin, PIN: "a"}
	lan.ID = keep(lan, guide.DeedAdded)
	tu := guide.Person{Name: "Tú", Role: guide.RoleClerk, PIN: "b"}
	tu.ID = keep(tu, guide.DeedAdded)
	tu.Gone = true
	if keep(tu, guide.DeedRemoved) != tu.ID {
		t.Error("another ID")
	}
	people, err := db.People(ctx)
	if err != nil || len(people) != 1 || people[0].Name != "Lan" || people[0].Since != noon().Format("2006-01-02") {
		t.Errorf("%+v, %v", people, err)
	}
	trail, err := db.Trail(ctx, 0, 2)
	if err != nil || len(trail) != 2 || trail[0].What != guide.DeedRemoved || trail[0].Subject != "Tú" || trail[0].Who != "Lan" || trail[0].Made != noon().Format("2006-01-02 15:04") {
		t.Fatalf("%+v, %v", trail, err)
	}
	if rest, err := db.Trail(ctx, trail[1].ID, 9); err != nil || len(rest) != 1 || rest[0].Subject != "Lan" {
		t.Errorf("%+v, %v", rest, err)
	}
	if all, err := db.Trail(ctx, 0, -1); err != nil || len(all) != 3 {
		t.Errorf("%+v, %v", all, err)
	}
	mustClose(t, db)
	for _, statement := range []string{"DELETE FROM trail", "UPDATE trail SET who = 'x'"} {
		if err := tryExec(t, filepath.Join(dir, sqlite.FileName), statement); err == nil {
			t.Errorf("%s was taken", statement)
		}
	}
	if id := func() int64 {
		db = mustOpen(t, dir)
		return keep(guide.Person{Name: "Hoa", Role: guide.RoleClerk}, guide.DeedAdded)
	}(); id <= tu.ID {
		t.Errorf("the number of who left is used again: %d", id)
	}
}

// A line that cannot be written keeps the change of people from happening.
func TestPeopleAreKeptWhole(t *testing.T) {
	dir := t.TempDir()
	db := mustOpen(t, dir)
	mustExec(t, filepath.Join(dir, sqlite.FileName), "CREATE TRIGGER full BEFORE INSERT ON trail BEGIN SELECT raise(FAIL, 'no room'); END")
	if _, err := db.KeepPeople(t.Context(), []guide.Person{{Name: "Lan", Role: guide.RoleAdmin}}, map[string]string{"a": "b"}, guide.Noted{}); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("got %v", err)
	}
	people, err := db.People(t.Context())
	if value, _ := db.Setting(t.Context(), "a"); len(people) != 0 || value != "" || err != nil {
		t.Errorf("%+v, %q, %v", people, value, err)
	}
}
