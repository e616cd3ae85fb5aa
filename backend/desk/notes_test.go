package desk_test

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

func pack() *guide.Pack {
	return &guide.Pack{
		Topics: []guide.Topic{{Key: "giay-to", Title: "Giấy tờ"}},
		Services: []guide.Service{{
			Key: "khai-sinh", Title: "Làm giấy khai sinh",
			Checklist: []guide.Item{{ID: "giay-chung-sinh", Say: "Giấy chứng sinh"}},
			Steps:     []guide.Step{{Use: "toi-quay"}, {ID: "ten-chau", Say: "Gõ tên cháu."}},
		}, {Key: "ket-hon", Title: "Đăng ký kết hôn", Steps: []guide.Step{{Use: "toi-quay"}}}},
		Flows: []guide.Flow{{Key: "toi-quay", Title: "Tới quầy", Steps: []guide.Step{{ID: "lay-so", Say: "Lấy số thứ tự."}}}},
	}
}

const step = "khai-sinh/ten-chau"

func mustSit(t *testing.T) desk.Desk {
	t.Helper()
	db, err := sqlite.Open(t.Context(), t.TempDir(), func() time.Time { return time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC) }, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return desk.Desk{Store: db, Pack: pack(), Who: "Lan"}
}

func mustSave(t *testing.T, d desk.Desk, target, text string, sequence int64) desk.SavedView {
	t.Helper()
	saved, err := d.Save(t.Context(), target, text, sequence)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func mustShow(t *testing.T, d desk.Desk, target string, sequence int64) desk.NoteView {
	t.Helper()
	v, err := d.Show(t.Context(), target, sequence)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// seen is what residents see at a place.
func seen(t *testing.T, d desk.Desk, target string) string {
	t.Helper()
	local, err := d.Store.Local(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d.Pack.WithLocal(local).NoteAt(target)
}

func TestSavedIsNotShown(t *testing.T) {
	d := mustSit(t)
	if v, err := d.Note(t.Context(), step); err != nil || v.Of != "Làm giấy khai sinh" || v.On != "Gõ tên cháu." || v.Sequence != 0 {
		t.Fatalf("%+v, %v", v, err)
	}
	if s := mustSave(t, d, step, "  Nộp tại\nbàn 3 ", 1); !s.Kept || s.Note.Draft != "Nộp tại bàn 3" || s.Note.Shown != "" {
		t.Fatalf("%+v", s)
	}
	if got := seen(t, d, step); got != "" {
		t.Errorf("residents see %q", got)
	}
	v := mustShow(t, d, step, 1)
	if v.Shown != "Nộp tại bàn 3" || seen(t, d, step) != "Nộp tại bàn 3" || v.Who != "Lan" || v.Saved != "2026-11-30 09:00" {
		t.Errorf("%+v", v)
	}
	mustSave(t, d, step, "Nộp tại bàn 4", v.Sequence+1)
	if got := seen(t, d, step); got != "Nộp tại bàn 3" {
		t.Errorf("residents see %q", got)
	}
	if err := d.Take(t.Context(), step); err != nil || seen(t, d, step) != "" {
		t.Error(err)
	}
	view, err := d.View(t.Context())
	if err != nil || len(view.Notes) != 0 || len(view.Changes) != 2 || view.Changes[0].On != "Gõ tên cháu." || view.Changes[0].Before != "Nộp tại bàn 3" || view.Changes[0].After != "" {
		t.Errorf("%+v, %v", view, err)
	}
}

// Two windows at one place: the later one is told what the earlier one kept, and
// shows nothing that it has not seen.
func TestTwoWindows(t *testing.T) {
	d := mustSit(t)
	mustSave(t, d, step, "của Lan", 1)
	late := mustSave(t, d, step, "của Hoa", 1)
	if late.Kept || late.Note.Draft != "của Lan" || late.Note.Sequence != 1 {
		t.Fatalf("%+v", late)
	}
	mustSave(t, d, step, "của Hoa", late.Note.Sequence+1)
	if _, err := d.Show(t.Context(), step, 1); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("%v", err)
	}
	if got := seen(t, d, step); got != "" {
		t.Errorf("residents see %q", got)
	}
}

func TestWhatCannotBeKeptOrShown(t *testing.T) {
	d := mustSit(t)
	for name, text := range map[string]string{
		"a page":        strings.Repeat("a", 1<<20),
		"too long":      strings.Repeat("ế", desk.Longest+1),
		"control":       "a\x07b",
		"turned around": "a\u202eb",
		"no text":       "a\xff",
		"private":       "\ue000",
	} {
		if _, err := d.Save(t.Context(), step, text, 1); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := d.Save(t.Context(), step, "a", 0); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("no sequence: %v", err)
	}
	if _, err := d.Save(t.Context(), "khai-sinh/khac", "a", 1); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("nowhere: %v", err)
	}
	longest := strings.Repeat("ế", desk.Longest)
	if s := mustSave(t, d, step, norm.NFD.String(longest), 1); s.Note.Draft != longest {
		t.Error("letters are not put together")
	}
	// Markup is text like any other.
	if s := mustSave(t, d, step, `<script>alert(1)</script> <b>bàn 3</b>`, 2); s.Note.Draft != `<script>alert(1)</script> <b>bàn 3</b>` {
		t.Errorf("%+v", s)
	}
	sequence := int64(2)
	for name, text := range map[string]string{"empty": " ", "unprintable": "bàn 3 😀", "identity": "012 345 678 912", "account": "STK 1903.4567.8901.23"} {
		sequence++
		mustSave(t, d, step, text, sequence)
		if _, err := d.Show(t.Context(), step, sequence); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	mustSave(t, d, step, "Gọi 0207 3822 154 hoặc 1900 9095", sequence+1)
	mustShow(t, d, step, sequence+1)
}

// The province sends another edition: what stands on changed words is parked and
// first in the list, what was renamed goes along, and showing it anew puts it on
// the words of today.
func TestAnotherEdition(t *testing.T) {
	d := mustSit(t)
	for _, target := range []string{step, "khai-sinh/giay-chung-sinh", "khai-sinh", "flow toi-quay/lay-so", "ket-hon"} {
		mustShow(t, d, target, mustSave(t, d, target, "ở "+target, 1).Note.Sequence)
	}
	if v, err := d.Note(t.Context(), "flow toi-quay/lay-so"); err != nil || v.Lessons != 2 || v.Of != "Tới quầy" {
		t.Errorf("%+v, %v", v, err)
	}
	d.Pack = pack()
	s := &d.Pack.Services[0]
	s.Steps[1].Say = "Gõ họ và tên cháu."
	s.Checklist[0].ID, s.Checklist[0].Was = "chung-sinh", []string{"giay-chung-sinh"}
	d.Pack.Services = d.Pack.Services[:1] // ket-hon is gone

	view, err := d.View(t.Context())
	if err != nil || view.Parked != 2 || len(view.Notes) != 5 {
		t.Fatalf("%+v, %v", view, err)
	}
	for _, n := range view.Notes[:2] {
		if !n.Parked || n.Under == "" || seen(t, d, n.Target) != "" {
			t.Errorf("%+v", n)
		}
	}
	if got := seen(t, d, "khai-sinh/chung-sinh"); got != "ở khai-sinh/giay-chung-sinh" {
		t.Errorf("renamed: %q", got)
	}
	// The renamed line keeps its one note when it is written anew.
	v, err := d.Note(t.Context(), "khai-sinh/chung-sinh")
	if err != nil || v.Draft != "ở khai-sinh/giay-chung-sinh" {
		t.Fatalf("%+v, %v", v, err)
	}
	mustShow(t, d, v.Target, mustSave(t, d, v.Target, "mới", v.Sequence+1).Note.Sequence)
	if got := seen(t, d, "khai-sinh/chung-sinh"); got != "mới" {
		t.Errorf("renamed: %q", got)
	}
	v, err = d.Note(t.Context(), step)
	if err != nil || !v.Parked || v.Under != "Gõ tên cháu." || v.On != "Gõ họ và tên cháu." {
		t.Fatalf("%+v, %v", v, err)
	}
	if v = mustShow(t, d, step, v.Sequence); v.Parked || seen(t, d, step) != "ở "+step {
		t.Errorf("%+v", v)
	}
	if err := d.Take(t.Context(), "ket-hon"); err != nil { // its place is gone
		t.Error(err)
	}
	if view, err = d.View(t.Context()); err != nil || view.Parked != 0 || len(view.Notes) != 4 {
		t.Errorf("%+v, %v", view, err)
	}
}
