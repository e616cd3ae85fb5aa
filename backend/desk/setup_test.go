package desk_test

import (
	"slices"
	"testing"

	"tungbuoc/backend/guide"
)

func TestQuestionsPutOffStayPutOff(t *testing.T) {
	dir := t.TempDir()
	h := mustEnter(t, dir, false)
	for _, step := range []string{"wifi", "people", "wifi"} {
		if err := h.PutOff(t.Context(), step); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []string{"", "wifi people", "khác", "Wifi"} {
		if err := h.PutOff(t.Context(), step); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%q: %v", step, err)
		}
	}
	if err := h.db.Close(); err != nil {
		t.Fatal(err)
	}
	view, err := mustEnter(t, dir, false).View(t.Context(), twoPlaces)
	if err != nil || !slices.Equal(view.PutOff, []string{"wifi", "people"}) {
		t.Errorf("%v, %v", view.PutOff, err)
	}
}

func TestWhatTheOfficeHasNotSaid(t *testing.T) {
	dir := t.TempDir()
	mustWriteOffice(t, dir, "place: Xã Lâm Bình\n")
	h := mustEnter(t, dir, false)
	for role, want := range map[guide.Role][]guide.Detail{
		guide.RoleAdmin: {guide.DetailHours, guide.DetailPhone},
		guide.RoleClerk: {guide.DetailHours, guide.DetailPhone},
	} {
		if got, err := h.Missing(t.Context(), role); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v", role, got, err)
		}
	}
}
