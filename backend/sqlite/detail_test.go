package sqlite_test

import (
	"database/sql"
	"path/filepath"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// What residents saw change can be added to, and nothing else.
func TestTheHistoryOfTheOfficeStays(t *testing.T) {
	dir := t.TempDir()
	db := mustOpen(t, dir)
	if err := db.TakeInDetails(t.Context(), map[guide.Detail]string{guide.DetailPhone: "0207 111 111"}, "office.yaml"); err != nil {
		t.Fatal(err)
	}
	list, err := db.OfficeChanges(t.Context(), 9)
	if err != nil || len(list) != 1 || list[0].After != "0207 111 111" || list[0].Made != noon().Format("2006-01-02 15:04") {
		t.Fatalf("%+v, %v", list, err)
	}
	mustClose(t, db)
	file, err := sql.Open("sqlite", filepath.Join(dir, sqlite.FileName))
	if err != nil {
		t.Fatal(err)
	}
	for _, forbidden := range []string{"UPDATE office_change SET after = ''", "DELETE FROM office_change"} {
		if _, err := file.Exec(forbidden); err == nil {
			t.Errorf("%s: done", forbidden)
		}
	}
	if err := file.Close(); err != nil {
		t.Error(err)
	}
}
