package desk_test

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/sqlite"
)

// shop is the printing of a computer with two printers.
type shop struct {
	silent  bool // the printing system does not answer
	windows bool
}

func (s shop) List(context.Context) ([]printer.Printer, error) {
	if s.silent {
		return nil, guide.Wrap(errors.New("off"), guide.CodeUnavailable, "Phần in chưa trả lời. Mời thử lại.")
	}
	return []printer.Printer{{Name: "van_phong", About: "Máy in phòng một cửa"}, {Name: "phieu"}}, nil
}

const sumatra = `C:\Program Files\SumatraPDF\SumatraPDF.exe`

func (s shop) Sumatra() (program, problem string, wanted bool) {
	return sumatra, "", s.windows
}

func (s shop) SumatraAt(path string) string {
	if path == `C:\Program Files\SumatraPDF` {
		return sumatra
	}
	return ""
}

func mustSet(t *testing.T, dir string) (*desk.Settings, *sqlite.DB) {
	t.Helper()
	db, err := sqlite.Open(t.Context(), dir, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return desk.OpenSettings(t.Context(), db, slog.New(slog.DiscardHandler)), db
}

// of is one setting of a view.
func of(t *testing.T, v desk.SettingsView, name guide.Setting) desk.SettingView {
	t.Helper()
	for _, s := range v.Settings {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("%s is not there: %+v", name, v)
	return desk.SettingView{}
}

// What is wrong is refused with a sentence that says what to do, and changes nothing;
// what is right holds at once, after a restart, and until it is taken back.
func TestSettingsHaveBounds(t *testing.T) {
	for _, tt := range []struct {
		name  guide.Setting
		usual string
		right []string
		wrong []string
	}{
		{guide.SettingIdle, "165", []string{"60", "165", "600"}, []string{"59", "601", "0", "-60", "2 phút", "0120", "1e2"}},
		{guide.SettingLetters, "1", []string{"1", "4"}, []string{"0", "5", "A"}},
		{guide.SettingSpeaking, "always", []string{"never", "07:30-17:00", "00:00-23:59", "always"}, []string{"7:30-17:00", "17:00-07:30", "08:00-08:00", "24:00-25:00", "08:00", "-", "sáng"}},
		{guide.SettingDPI, "96", []string{"72", "144", "180"}, []string{"71", "181", "96.5"}},
		{guide.SettingPrinter, "", []string{"phieu", "van_phong"}, []string{"máy lạ", "-"}},
		{guide.SettingSlips, "", []string{"phieu"}, []string{"máy lạ"}},
		{guide.SettingSumatra, sumatra, nil, []string{`D:\`, "SumatraPDF.exe", "a\u202eb", strings.Repeat("a", 5000)}},
	} {
		t.Run(string(tt.name), func(t *testing.T) {
			dir := t.TempDir()
			s, db := mustSet(t, dir)
			value := func() string {
				return of(t, s.View(t.Context(), s.Lay(guide.Office{}), shop{windows: true}, dir), tt.name).Value
			}
			if got := value(); got != tt.usual {
				t.Errorf("usually %q, want %q", got, tt.usual)
			}
			for _, wrong := range tt.wrong {
				_, err := s.Change(t.Context(), shop{}, tt.name, wrong)
				if code := guide.ErrorCode(err); code != guide.CodeInvalid && code != guide.CodeNotFound {
					t.Errorf("%q: %v", wrong, err)
				} else if !strings.Contains(guide.Message(err), "Mời") {
					t.Errorf("%q: %q says nothing to do", wrong, guide.Message(err))
				}
				if got := value(); got != tt.usual {
					t.Errorf("%q changed it to %q", wrong, got)
				}
			}
			for _, right := range tt.right {
				said, err := s.Change(t.Context(), shop{}, tt.name, right)
				if err != nil || value() != right || !strings.HasPrefix(said, tt.name.Label()+": ") {
					t.Errorf("%q: %q, %q, %v", right, value(), said, err)
				}
				s = desk.OpenSettings(t.Context(), db, slog.New(slog.DiscardHandler))
				if value() != right {
					t.Errorf("%q became %q by a restart", right, value())
				}
			}
			said, err := s.Change(t.Context(), shop{}, tt.name, "")
			if err != nil || value() != tt.usual || said != tt.name.Label()+": như đã định" {
				t.Errorf("taken back: %q, %q, %v", value(), said, err)
			}
		})
	}
}

func TestSettingsKnowTheirNames(t *testing.T) {
	s, _ := mustSet(t, t.TempDir())
	for _, name := range []guide.Setting{"", "staff_recovery", "kiosk"} {
		if _, err := s.Change(t.Context(), shop{}, name, "1"); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%q: %v", name, err)
		}
	}
	labels := map[string]bool{}
	for _, name := range guide.Settings {
		labels[name.Label()] = true
	}
	if len(labels) != len(guide.Settings) || labels[""] {
		t.Errorf("labels %v", labels)
	}
}

// A database that another program has written, or an older one, closes no kiosk.
func TestASettingThatMakesNoSenseIsLeftOut(t *testing.T) {
	_, db := mustSet(t, t.TempDir())
	for name, value := range map[guide.Setting]string{
		guide.SettingIdle: "5", guide.SettingLetters: "khổng lồ", guide.SettingSpeaking: "25:00-26:00", guide.SettingDPI: "9600",
	} {
		if err := db.SetSetting(t.Context(), string(name), value); err != nil {
			t.Fatal(err)
		}
	}
	s := desk.OpenSettings(t.Context(), db, slog.New(slog.DiscardHandler))
	if w, set := s.Wait(); set || w != desk.WaitOf(desk.UsualIdle) || s.Letters() != 0 || !s.Speaks(time.Now()) || s.Lay(guide.Office{DPI: 110}).DPI != 110 {
		t.Errorf("%+v %t, letters %d, %+v", w, set, s.Letters(), s.Lay(guide.Office{DPI: 110}))
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s = desk.OpenSettings(t.Context(), db, slog.New(slog.DiscardHandler)) // nothing can be read
	if _, set := s.Wait(); set || s.Letters() != 0 {
		t.Error("a database that cannot be read sets something")
	}
	if _, err := s.Change(t.Context(), shop{}, guide.SettingLetters, "2"); err == nil || s.Letters() != 0 {
		t.Errorf("%v, letters %d", err, s.Letters())
	}
	var none *desk.Settings
	if w, set := none.Wait(); set || w.Warning == 0 || none.Letters() != 0 || !none.Speaks(time.Now()) || none.Lay(guide.Office{Name: "X"}).Name != "X" {
		t.Error("no settings set something")
	}
}

// However short it is, who looks at a phone sees that the kiosk asks, and has read something before.
func TestTheWarningFitsIntoEveryWait(t *testing.T) {
	if got := desk.WaitOf(desk.UsualIdle); got != (desk.Wait{Quiet: 120, Busy: 240, Warning: 45}) {
		t.Errorf("usual: %+v", got)
	}
	for total := 60; total <= 600; total++ {
		w := desk.WaitOf(total)
		if w.Quiet+w.Warning != total || w.Warning < 20 || w.Quiet < w.Warning || w.Busy < w.Quiet || w.Busy > 600 {
			t.Fatalf("%d: %+v", total, w)
		}
	}
}

func TestItSpeaksInItsHours(t *testing.T) {
	s, _ := mustSet(t, t.TempDir())
	for _, tt := range []struct {
		when, at string
		want     bool
	}{
		{"always", "03:00", true}, {"never", "09:00", false},
		{"07:30-17:00", "07:29", false}, {"07:30-17:00", "07:30", true}, {"07:30-17:00", "16:59", true}, {"07:30-17:00", "17:00", false},
	} {
		if _, err := s.Change(t.Context(), shop{}, guide.SettingSpeaking, tt.when); err != nil {
			t.Fatal(err)
		}
		at, err := time.Parse("15:04", tt.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Speaks(at); got != tt.want {
			t.Errorf("%s at %s: %t", tt.when, tt.at, got)
		}
	}
}

// What is set here lies over office.yaml, also that there are no slips, for the window and for commands.
func TestSettingsLieOverTheFile(t *testing.T) {
	dir := t.TempDir()
	mustWriteOffice(t, dir, "name: X\ndpi: 110\nslip_printer: cu\nsumatra: D:\\S.exe\n")
	s, db := mustSet(t, dir)
	file := guide.Office{Name: "X", DPI: 110, SlipPrinter: "cu", Sumatra: `D:\S.exe`}
	same := func(step string, want guide.Office) {
		t.Helper()
		laid := s.Lay(file)
		told, err := desk.Office(t.Context(), db, dir)
		for who, got := range map[string]guide.Office{"window": laid, "commands": told} {
			if err != nil || got.DPI != want.DPI || got.SlipPrinter != want.SlipPrinter || got.Sumatra != want.Sumatra || got.Name != "X" {
				t.Errorf("%s, %s: %+v, %v", step, who, got, err)
			}
		}
	}
	change := func(name guide.Setting, value string) {
		t.Helper()
		if _, err := s.Change(t.Context(), shop{}, name, value); err != nil {
			t.Fatal(err)
		}
	}
	same("file alone", file)
	change(guide.SettingDPI, "120")
	change(guide.SettingSlips, "van_phong")
	change(guide.SettingSumatra, ` C:\Program Files\SumatraPDF `)
	same("set", guide.Office{DPI: 120, SlipPrinter: "van_phong", Sumatra: sumatra})
	view := s.View(t.Context(), s.Lay(file), shop{windows: true}, dir)
	if got := of(t, view, guide.SettingSlips); got.About != "Máy in phòng một cửa" || got.Kept != "van_phong" {
		t.Errorf("%+v", got)
	}
	change(guide.SettingSlips, desk.NoPrinter)
	same("no slips", guide.Office{DPI: 120, Sumatra: sumatra})
	if got := of(t, s.View(t.Context(), s.Lay(file), shop{}, dir), guide.SettingSlips); got.Value != "" || got.Kept != desk.NoPrinter {
		t.Errorf("%+v", got)
	}
	for _, name := range guide.Settings {
		change(name, "")
	}
	same("taken back", file)
}

// The room opens also while the printing system sleeps, and asks for no path where none is needed.
func TestWhatTheRoomShows(t *testing.T) {
	dir := t.TempDir()
	s, db := mustSet(t, dir)
	v := s.View(t.Context(), s.Lay(guide.Office{DPI: 30}), shop{silent: true}, dir)
	if len(v.Settings) != len(guide.Settings)-1 || of(t, v, guide.SettingDPI).Value != "72" || v.Folder.Path != dir || v.Folder.Size < 1 || v.Folder.Free < 1 {
		t.Errorf("%+v", v)
	}
	if got := of(t, v, guide.SettingIdle); got.Least != 60 || got.Most != 600 || got.Kept != "" || strconv.Itoa(desk.UsualIdle) != got.Value {
		t.Errorf("%+v", got)
	}
	if _, err := s.Change(t.Context(), shop{silent: true}, guide.SettingSlips, "phieu"); guide.ErrorCode(err) != guide.CodeUnavailable {
		t.Error(err)
	}
	// The desk remembers by itself what it printed on.
	if err := db.SetSetting(t.Context(), string(guide.SettingPrinter), "phieu\nMáy in phiếu"); err != nil {
		t.Fatal(err)
	}
	if got := of(t, s.View(t.Context(), guide.Office{}, shop{}, dir), guide.SettingPrinter); got.Value != "phieu" || got.About != "Máy in phiếu" {
		t.Errorf("%+v", got)
	}
	if v := s.View(t.Context(), guide.Office{}, shop{}, filepath.Join(dir, "none")); v.Folder.Free != -1 || v.Folder.Size != 0 {
		t.Errorf("a folder that is not there: %+v", v.Folder)
	}
}
