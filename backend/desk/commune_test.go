package desk_test

import (
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// hall is an office with a data folder, as a kiosk opens it.
type hall struct {
	*desk.Commune
	dir string
	db  *sqlite.DB
}

var (
	lan = desk.By{Who: "Lan", Role: guide.RoleAdmin}
	hoa = desk.By{Who: "Hoa", Role: guide.RoleClerk}
)

func mustWriteOffice(t *testing.T, dir, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "office.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// twoPlaces is a province of two communes.
var twoPlaces = guide.Communes{Office: "Trung tâm Phục vụ hành chính công", Names: []string{"Xã Lâm Bình", "Phường Minh Xuân"}}

// The office picks its commune, and is called after it.
func TestPlacesToChoose(t *testing.T) {
	view, err := mustEnter(t, t.TempDir(), false).View(t.Context(), twoPlaces)
	want := []desk.PlaceView{{Name: "Xã Lâm Bình", Office: "Trung tâm Phục vụ hành chính công xã Lâm Bình"}, {Name: "Phường Minh Xuân", Office: "Trung tâm Phục vụ hành chính công phường Minh Xuân"}}
	if err != nil || !slices.Equal(view.Places, want) || len(view.Details) != len(guide.Details) {
		t.Errorf("%+v, %v", view, err)
	}
	if got := (guide.Communes{}).OfficeOf("Xã Lâm Bình"); got != "" {
		t.Error(got)
	}
}

// mustEnter opens the kiosk on a folder; mistaken says that its file has a mistake.
func mustEnter(t *testing.T, dir string, mistaken bool) hall {
	t.Helper()
	db, err := sqlite.Open(t.Context(), dir, func() time.Time { return time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC) }, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	c, err := desk.OpenCommune(t.Context(), db, dir)
	if (guide.ErrorCode(err) == guide.CodeContent) != mistaken || (err == nil) == mistaken {
		t.Fatal(err)
	}
	return hall{c, dir, db}
}

// leave closes the kiosk, as a restart does.
func (h hall) leave(t *testing.T) {
	t.Helper()
	if err := h.db.Close(); err != nil {
		t.Fatal(err)
	}
}

// says types a detail and puts it before residents.
func (h hall) says(t *testing.T, by desk.By, name guide.Detail, text string) desk.DetailView {
	t.Helper()
	saved, err := h.Save(t.Context(), by, name, text, h.at(t, name).Sequence+1)
	if err != nil || !saved.Kept {
		t.Fatalf("%+v, %v", saved, err)
	}
	v, err := h.Show(t.Context(), by, name, saved.Detail.Sequence)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (h hall) at(t *testing.T, name guide.Detail) desk.DetailView {
	t.Helper()
	view, err := h.View(t.Context(), twoPlaces)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range view.Details {
		if d.Name == name {
			return d
		}
	}
	t.Fatalf("no %s", name)
	return desk.DetailView{}
}

// changes are what residents saw change, the oldest first.
func (h hall) changes(t *testing.T) []string {
	t.Helper()
	view, err := h.View(t.Context(), twoPlaces)
	if err != nil {
		t.Fatal(err)
	}
	list := []string{}
	for _, c := range view.Changes {
		list = append([]string{string(c.Name) + ": " + c.Before + " > " + c.After + ", " + c.Who}, list...)
	}
	return list
}

func (h hall) mustHave(t *testing.T, want ...string) {
	t.Helper()
	if got := h.changes(t); !slices.Equal(got, want) {
		t.Errorf("changes %q, want %q", got, want)
	}
}

// What is typed is kept at once, wrong or right; residents see it when a person
// says so, and commands see what the window sees.
func TestACommuneSaysItself(t *testing.T) {
	h := mustEnter(t, t.TempDir(), false)
	if got := h.Office(); !reflect.DeepEqual(got, guide.Office{}) {
		t.Errorf("%+v", got)
	}
	saved, err := h.Save(t.Context(), hoa, guide.DetailHours, " Sáng 7 giờ \n\nChiều 13 giờ\n", 1)
	if err != nil || !saved.Kept || saved.Detail.Draft != "Sáng 7 giờ\n\nChiều 13 giờ" || saved.Detail.Shown != "" || saved.Detail.Decided {
		t.Fatalf("%+v, %v", saved, err)
	}
	if len(h.Office().Hours) != 0 {
		t.Error("residents see what was only saved")
	}
	v, err := h.Show(t.Context(), hoa, guide.DetailHours, 1)
	if err != nil || v.Shown != "Sáng 7 giờ\nChiều 13 giờ" || v.Draft != v.Shown || !v.Decided || v.Who != "Hoa" || v.Saved != "2026-11-30 09:00" {
		t.Fatalf("%+v, %v", v, err)
	}
	h.says(t, hoa, guide.DetailPhone, "0207 111 111")
	h.says(t, hoa, guide.DetailWiFi, "Mot cua\nxinchao1")
	h.says(t, lan, guide.DetailPlace, "Phường Minh Xuân")
	h.says(t, lan, guide.DetailName, "Trung tâm")
	want := guide.Office{
		Name: "Trung tâm", Place: "Phường Minh Xuân", Hours: []string{"Sáng 7 giờ", "Chiều 13 giờ"}, Phone: "0207 111 111",
		WiFi: &guide.WiFi{Name: "Mot cua", Password: "xinchao1"},
	}
	if got := h.Office(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	for range 2 { // the same after a restart, and for commands
		got, err := desk.Office(t.Context(), h.db, h.dir)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, %v", got, err)
		}
		h.leave(t)
		h = mustEnter(t, h.dir, false)
	}
	// There is no Wi-Fi any more; what it was can be had again.
	if v := h.says(t, hoa, guide.DetailWiFi, ""); v.Shown != "" || !v.Decided || h.Office().WiFi != nil {
		t.Errorf("%+v", v)
	}
	h.says(t, hoa, guide.DetailWiFi, "Mot cua\nxinchao1")
	if got := h.Office(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	h.mustHave(t, "hours:  > Sáng 7 giờ\nChiều 13 giờ, Hoa", "phone:  > 0207 111 111, Hoa", "wifi:  > Mot cua\nxinchao1, Hoa", "place:  > Phường Minh Xuân, Lan",
		"name:  > Trung tâm, Lan", "wifi: Mot cua\nxinchao1 > , Hoa", "wifi:  > Mot cua\nxinchao1, Hoa")
}

// Calls of the page arrive in any order, and two windows may stand at one detail.
func TestDetailsGoBySequence(t *testing.T) {
	h := mustEnter(t, t.TempDir(), false)
	for _, s := range []struct {
		text     string
		sequence int64
		kept     bool
	}{{"0207 1", 2, true}, {"0207", 1, false}, {"0208", 2, false}, {"0207 12", 3, true}} {
		saved, err := h.Save(t.Context(), hoa, guide.DetailPhone, s.text, s.sequence)
		if err != nil || saved.Kept != s.kept {
			t.Fatalf("%q: %+v, %v", s.text, saved, err)
		}
	}
	if _, err := h.Show(t.Context(), hoa, guide.DetailPhone, 2); guide.ErrorCode(err) != guide.CodeInvalid || h.Office().Phone != "" {
		t.Errorf("an older draft is shown: %v", err)
	}
	if _, err := h.Save(t.Context(), hoa, guide.DetailPhone, "1", 0); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Error(err)
	}
	if v, err := h.Show(t.Context(), hoa, guide.DetailPhone, 3); err != nil || v.Sequence != 4 {
		t.Errorf("%+v, %v", v, err)
	}
	if saved, err := h.Save(t.Context(), hoa, guide.DetailPhone, "0209", 4); err != nil || saved.Kept || saved.Detail.Draft != "0207 12" {
		t.Errorf("a late call overtakes what is shown: %+v, %v", saved, err)
	}
}

// A mistake is said, is kept as it was typed, and is not shown.
func TestADetailThatIsWrong(t *testing.T) {
	h := mustEnter(t, t.TempDir(), false)
	for _, tt := range []struct {
		name guide.Detail
		text string
		says string
	}{
		{guide.DetailName, strings.Repeat("a", 121), "không vừa chỗ"},
		{guide.DetailPlace, "Xã Lâm Bình\nhuyện cũ", "nhiều dòng"},
		{guide.DetailHours, strings.Repeat("Sáng\n", 7), "7 dòng"},
		{guide.DetailHours, strings.Repeat("a", 101), "không vừa chỗ"},
		{guide.DetailPhone, strings.Repeat("1", 41), "không vừa chỗ"},
		{guide.DetailPhone, "0207 😀", "không in được lên giấy"},
		{guide.DetailWiFi, "Mot cua\n1234567", "từ 8 đến 63"},
		{guide.DetailWiFi, "\n12345678", "từ 1 đến 32"},
		{guide.DetailWiFi, strings.Repeat("ế", 11), "từ 1 đến 32"}, // 33 bytes
	} {
		saved, err := h.Save(t.Context(), lan, tt.name, tt.text, h.at(t, tt.name).Sequence+1)
		if err != nil || !saved.Kept || saved.Detail.Draft != strings.TrimRight(tt.text, "\n") || !strings.Contains(saved.Detail.Problem, tt.says) {
			t.Errorf("%s %q: %+v, %v", tt.name, tt.text, saved, err)
			continue
		}
		if _, err := h.Show(t.Context(), lan, tt.name, saved.Detail.Sequence); guide.ErrorCode(err) != guide.CodeInvalid || !strings.Contains(guide.Message(err), tt.says) {
			t.Errorf("%s %q is shown: %v", tt.name, tt.text, err)
		}
	}
	for name, text := range map[string]string{"a page": strings.Repeat("a", 5000), "control": "a\x07", "turned around": "a\u202eb", "no text": "a\xff"} {
		if _, err := h.Save(t.Context(), lan, guide.DetailName, text, 99); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := h.Office(); !reflect.DeepEqual(got, guide.Office{}) {
		t.Errorf("%+v", got)
	}
	h.mustHave(t)
}

// What stands above every screen is the admin's.
func TestWhoMayChangeADetail(t *testing.T) {
	h := mustEnter(t, t.TempDir(), false)
	for name, code := range map[guide.Detail]guide.Code{
		guide.DetailPlace: guide.CodeDenied, guide.DetailName: guide.CodeDenied, "dpi": guide.CodeNotFound, "": guide.CodeNotFound,
	} {
		if _, err := h.Save(t.Context(), hoa, name, "a", 1); guide.ErrorCode(err) != code {
			t.Errorf("save %s: %v", name, err)
		}
		if _, err := h.Show(t.Context(), hoa, name, 0); guide.ErrorCode(err) != code {
			t.Errorf("show %s: %v", name, err)
		}
	}
	if h.at(t, guide.DetailPlace).Admin != true || h.at(t, guide.DetailHours).Admin {
		t.Error("the page is told who may change what")
	}
}

// office.yaml is taken in once; afterwards what is typed holds, until the file says
// something else.
func TestTheFileIsTakenInOnce(t *testing.T) {
	dir := t.TempDir()
	const first = "name: Trung tâm\nplace: Xã Lâm Bình\nhours: [Sáng]\nwifi: {name: Mot cua, password: xinchao1, hidden: true}\ndpi: 96\n"
	mustWriteOffice(t, dir, first)
	h := mustEnter(t, dir, false)
	want := guide.Office{Name: "Trung tâm", Place: "Xã Lâm Bình", Hours: []string{"Sáng"}, WiFi: &guide.WiFi{Name: "Mot cua", Password: "xinchao1", Hidden: true}, DPI: 96}
	if got := h.Office(); !reflect.DeepEqual(got, want) {
		t.Fatalf("%+v", got)
	}
	taken := []string{"place:  > Xã Lâm Bình, office.yaml", "name:  > Trung tâm, office.yaml", "hours:  > Sáng, office.yaml", "wifi:  > Mot cua\nxinchao1\nhidden, office.yaml"}
	h.mustHave(t, taken...)

	// The same file again, and one with something else that is no detail.
	h.says(t, hoa, guide.DetailHours, "Chiều")
	taken = append(taken, "hours: Sáng > Chiều, Hoa")
	for _, text := range []string{first, strings.Replace(first, "96", "120", 1), "dpi: 120"} {
		mustWriteOffice(t, dir, text)
		if got, err := desk.Office(t.Context(), h.db, dir); err != nil || got.Hours[0] != "Chiều" || got.Place != want.Place {
			t.Errorf("a command sees %+v, %v", got, err)
		}
		h.leave(t)
		h = mustEnter(t, dir, false)
		if got := h.Office(); got.Hours[0] != "Chiều" || got.Place != want.Place || !reflect.DeepEqual(got.WiFi, want.WiFi) {
			t.Errorf("%q: %+v", text, got)
		}
		h.mustHave(t, taken...)
	}
	if h.Office().DPI != 120 {
		t.Error("what else the file says is read from it")
	}

	// New hours in the file are taken in; what somebody is typing stays.
	if _, err := h.Save(t.Context(), hoa, guide.DetailHours, "Chiều 13 giờ", h.at(t, guide.DetailHours).Sequence+1); err != nil {
		t.Fatal(err)
	}
	mustWriteOffice(t, dir, "hours: [Sáng 7 giờ]")
	if got, err := desk.Office(t.Context(), h.db, dir); err != nil || got.Hours[0] != "Sáng 7 giờ" {
		t.Errorf("a command sees %+v, %v", got, err)
	}
	h.leave(t)
	h = mustEnter(t, dir, false)
	if got := h.at(t, guide.DetailHours); got.Shown != "Sáng 7 giờ" || got.Draft != "Chiều 13 giờ" || h.Office().Hours[0] != "Sáng 7 giờ" {
		t.Errorf("%+v", got)
	}
	taken = append(taken, "hours: Chiều > Sáng 7 giờ, office.yaml")
	h.mustHave(t, taken...)

	// A mistake in the file takes nothing away, and neither does a file that is gone.
	mustWriteOffice(t, dir, "hours: [")
	h.leave(t)
	h = mustEnter(t, dir, true)
	if got := h.Office(); got.Place != want.Place || got.Hours[0] != "Sáng 7 giờ" || got.DPI != 0 {
		t.Errorf("%+v", got)
	}
	h.says(t, hoa, guide.DetailHours, "Cả ngày")
	if err := os.Remove(filepath.Join(dir, "office.yaml")); err != nil {
		t.Fatal(err)
	}
	h.leave(t)
	h = mustEnter(t, dir, false)
	if got := h.Office(); got.Place != want.Place || got.Hours[0] != "Cả ngày" {
		t.Errorf("%+v", got)
	}
	h.mustHave(t, append(taken, "hours: Sáng 7 giờ > Cả ngày, Hoa")...)
}

// What staff put before residents holds while the kiosk is open, whatever is done
// to the file meanwhile.
func TestTheFileChangesWhileTheKioskIsOpen(t *testing.T) {
	dir := t.TempDir()
	h := mustEnter(t, dir, false)
	mustWriteOffice(t, dir, "phone: 0207 111 111")
	h.says(t, hoa, guide.DetailPhone, "0207 222 222")
	if got := h.Office().Phone; got != "0207 222 222" {
		t.Error(got)
	}
}

// Without a database the file alone says what there is.
func TestACommuneWithoutADatabase(t *testing.T) {
	dir := t.TempDir()
	mustWriteOffice(t, dir, "name: Trung tâm")
	c, err := desk.OpenCommune(t.Context(), nil, dir)
	if err != nil || c.Office().Name != "Trung tâm" {
		t.Errorf("%+v, %v", c.Office(), err)
	}
	var none *desk.Commune
	if got := none.Office(); !reflect.DeepEqual(got, guide.Office{}) {
		t.Errorf("%+v", got)
	}
}
