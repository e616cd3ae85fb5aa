package desktop_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
)

// pane stands for the window.
type pane struct {
	closed int
	gone   int
	copied string
	broken bool
}

func (p *pane) Minimise() { p.gone++ }

func (p *pane) Close() { p.closed++ }

func (p *pane) Copy(text string) error {
	if p.broken {
		return guide.Wrap(errors.New("no clipboard"), guide.CodeUnavailable, "Chưa sao chép được.")
	}
	p.copied = text
	return nil
}

// What staff set holds for the next resident at once, and after a restart, and stands in the trail.
func TestSettingsHoldAtOnce(t *testing.T) {
	dir := t.TempDir()
	s := mustStaff(t, dir)
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	boot := func(s *desktop.Staff) desktop.BootView {
		t.Helper()
		r := desktop.ResidentOf(s)
		view, err := r.Boot("vi")
		if err != nil {
			t.Fatal(err)
		}
		return view
	}
	if b := boot(s); b.Letters != 0 || b.Office.DPI != 96 {
		t.Errorf("before: letters %d, %d dpi", b.Letters, b.Office.DPI)
	}
	for name, value := range map[guide.Setting]string{guide.SettingIdle: "60", guide.SettingLetters: "3", guide.SettingDPI: "120"} {
		view, err := s.ChangeSetting(string(name), value)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range view.Settings {
			if one.Name == name && one.Value != value {
				t.Errorf("%+v", one)
			}
		}
	}
	if _, err := s.ChangeSetting("idle", "5"); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Error(err)
	}
	lines, err := s.Trail(0)
	noted := 0
	for _, line := range lines {
		if line.What == guide.DeedSetting && line.Who == "Lan" && line.Subject != "" {
			noted++
		}
	}
	if err != nil || noted != 3 {
		t.Errorf("%d lines in the trail, %v", noted, err)
	}
	holds := func(step string, b desktop.BootView) {
		t.Helper()
		if b.Letters != 2 || b.Office.DPI != 120 || b.Idle.Quiet != 40 || b.Idle.QuietBusy != 80 || b.Idle.Warning != 20 {
			t.Errorf("%s: letters %d, %d dpi, %+v", step, b.Letters, b.Office.DPI, b.Idle)
		}
	}
	holds("at once", boot(s))
	again := desktop.NewStaff(mustResident(t, dir), time.Now)
	holds("after a restart", boot(again))
}

func TestTheUsualWaitIsTheDesks(t *testing.T) {
	w := desk.WaitOf(desk.UsualIdle)
	if i := desktop.KioskIdle; i.Quiet != w.Quiet || i.QuietBusy != w.Busy || i.Warning != w.Warning {
		t.Errorf("the kiosk waits %+v, the room says %+v", i, w)
	}
}

// Outside its hours nothing is said, whoever would say it.
func TestItIsSilentOutsideItsHours(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	r := desktop.ResidentOf(s)
	unit := desktop.SpeakView{Texts: []string{"Chào ông bà."}, Lang: "vi", Voice: "vi"}
	for _, tt := range []struct {
		when   string
		silent bool
	}{{"always", false}, {"never", true}, {"07:00-17:00", false}, {"13:00-17:00", true}} { // it is eight
		if _, err := s.ChangeSetting("speaking", tt.when); err != nil {
			t.Fatal(err)
		}
		voices, err := r.Voices()
		if err != nil || voices.Silent != tt.silent {
			t.Errorf("%s: %+v, %v", tt.when, voices, err)
		}
		if _, err := r.Speak(unit); (guide.ErrorCode(err) == guide.CodeUnavailable) != tt.silent {
			t.Errorf("%s: %v", tt.when, err)
		}
	}
}

// One touch makes room for other programs: the window is gone and the door is shut.
func TestStepAside(t *testing.T) {
	dir := t.TempDir()
	s := mustStaff(t, dir)
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	if err := s.StepAside(); guide.ErrorCode(err) != guide.CodeUnavailable {
		t.Errorf("without a window: %v", err)
	}
	glass := &pane{}
	desktop.ShowIn(s, glass)
	if err := s.CopyFolder(); err != nil || glass.copied != dir {
		t.Errorf("copied %q, %v", glass.copied, err)
	}
	glass.broken = true
	if err := s.CopyFolder(); guide.ErrorCode(err) != guide.CodeUnavailable {
		t.Error(err)
	}
	if err := s.StepAside(); err != nil || glass.gone != 1 {
		t.Errorf("gone %d times, %v", glass.gone, err)
	}
	if err := s.StepAside(); guide.ErrorCode(err) != guide.CodeDenied || glass.gone != 1 {
		t.Errorf("with the door shut: %v, gone %d times", err, glass.gone)
	}
}

// Only who has a PIN closes the kiosk, a clerk as well as an admin, and the door is shut behind them.
func TestLeave(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	glass := &pane{}
	desktop.ShowIn(s, glass)
	if err := s.Leave(); guide.ErrorCode(err) != guide.CodeDenied || glass.closed != 0 {
		t.Errorf("before the door was opened: %v, closed %d times", err, glass.closed)
	}
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	if err := s.AddPerson("Tú", "clerk", "735190"); err != nil {
		t.Fatal(err)
	}
	people, err := s.People()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Lock(); err != nil {
		t.Fatal(err)
	}
	if err := s.Leave(); guide.ErrorCode(err) != guide.CodeDenied || glass.closed != 0 {
		t.Errorf("with the door shut: %v, closed %d times", err, glass.closed)
	}
	if _, err := s.Unlock(int(people[1].ID), "735190"); err != nil {
		t.Fatal(err)
	}
	if err := s.Leave(); err != nil || glass.closed != 1 {
		t.Errorf("a clerk: %v, closed %d times", err, glass.closed)
	}
	if err := s.Leave(); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("the door stayed open: %v", err)
	}
	// Who closed it is known the next day, and what was refused is not called done.
	if _, err := s.Unlock(int(people[0].ID), pin); err != nil {
		t.Fatal(err)
	}
	lines, err := s.Trail(0)
	var left []string
	for _, line := range lines {
		if line.What == guide.DeedLeft {
			left = append(left, line.Who)
		}
	}
	if err != nil || !slices.Equal(left, []string{"Tú"}) {
		t.Errorf("the trail says that %q closed it, %v", left, err)
	}
}
