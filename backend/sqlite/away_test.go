package sqlite_test

import (
	"testing"

	"tungbuoc/backend/guide"
)

// What is taken away is kept until it is brought back, with who did it first; both
// stand in the history, which nothing can change, unless residents had it already.
func TestAwayIsKept(t *testing.T) {
	dir := t.TempDir()
	db := mustOpen(t, dir)
	fee := guide.Away{Target: "khai-sinh#fee", Words: "w", Under: "8.000 đồng", Who: "Lan"}
	for _, a := range []guide.Away{{Target: "ket-hon", Under: "Kết hôn", Who: "Lan"}, fee, {Target: "ket-hon", Under: "Kết hôn", Who: "Hoa"}} {
		if err := db.TakeAway(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	mustClose(t, db)
	db = mustOpen(t, dir)
	local, err := db.Local(t.Context())
	if err != nil || len(local.Away) != 2 || local.Away[0].Who != "Lan" || local.Away[0].Made == "" || local.Away[1].Words != "w" {
		t.Fatalf("%+v, %v", local, err)
	}
	fee.Words, fee.Under = "other", "10.000 đồng" // the province has changed it, and that is not true either
	if err := db.TakeAway(t.Context(), fee); err != nil {
		t.Fatal(err)
	}
	if under, err := db.BringBack(t.Context(), "ket-hon", "Hoa", false); err != nil || under != "Kết hôn" {
		t.Errorf("%q, %v", under, err)
	}
	if _, err := db.BringBack(t.Context(), fee.Target, "Hoa", true); err != nil {
		t.Error(err)
	}
	if _, err := db.BringBack(t.Context(), "ket-hon", "Hoa", false); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Error(err)
	}
	list, err := db.NoteChanges(t.Context(), 9)
	if err != nil || len(list) != 4 {
		t.Fatalf("%+v, %v", list, err)
	}
	if c := list[0]; !c.Away || c.Before != "Kết hôn" || c.After != "" || c.Who != "Hoa" {
		t.Errorf("%+v", c)
	}
	if c := list[1]; !c.Away || c.Before != "" || c.After != "10.000 đồng" {
		t.Errorf("%+v", c)
	}
	if local, err := db.Local(t.Context()); err != nil || len(local.Away) != 0 {
		t.Errorf("%+v, %v", local, err)
	}
}
