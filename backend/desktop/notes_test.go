package desktop_test

import (
	"testing"

	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
)

// A note that staff have shown stands at once at its step, its line and its
// service, in the window, whatever was only saved; a restart keeps it. While the
// door is shut nothing of it can be read or changed.
func TestNotesOfTheOffice(t *testing.T) {
	dir := t.TempDir()
	s := mustStaff(t, dir)
	residents := desktop.ResidentOf(s)
	walked := func(r *desktop.Resident) (step desktop.StepView, item desktop.ItemView) {
		t.Helper()
		answers := map[string]string{}
		w, err := r.Walk("khai-sinh", answers, "vi", 0)
		for err == nil && w.Ask != nil {
			answers[w.Ask.Key] = w.Ask.Answers[0].Key
			w, err = r.Walk("khai-sinh", answers, "vi", 0)
		}
		if err != nil || len(w.Steps) == 0 || len(w.Checklist) == 0 {
			t.Fatalf("%+v, %v", w, err)
		}
		return w.Steps[0], w.Checklist[0]
	}
	step, item := walked(residents)
	if step.Target == "" || item.Target == "" || step.Local != "" {
		t.Fatalf("%+v, %+v", step, item)
	}

	if _, err := s.Notes(); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("shut: %v", err)
	}
	if _, err := s.Note("khai-sinh"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("shut: %v", err)
	}
	if _, err := s.SaveNote("khai-sinh", "a", 1); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("shut: %v", err)
	}
	if _, err := s.ShowNote("khai-sinh", 1); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("shut: %v", err)
	}
	if err := s.TakeNote("khai-sinh"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("shut: %v", err)
	}

	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{"khai-sinh", step.Target, item.Target} {
		saved, err := s.SaveNote(target, "Nộp tại bàn 3", 1)
		if err != nil || !saved.Kept {
			t.Fatalf("%+v, %v", saved, err)
		}
	}
	if step, item := walked(residents); step.Local != "" || item.Local != "" {
		t.Error("residents see what was only saved")
	}
	for _, target := range []string{"khai-sinh", step.Target, item.Target} {
		if v, err := s.ShowNote(target, 1); err != nil || v.Shown != "Nộp tại bàn 3" || v.Parked {
			t.Fatalf("%+v, %v", v, err)
		}
	}
	seen := func(r *desktop.Resident) {
		t.Helper()
		step, item := walked(r)
		service, err := r.Service("khai-sinh", "en")
		if err != nil || step.Local != "Nộp tại bàn 3" || item.Local != "Nộp tại bàn 3" || service.Local != "Nộp tại bàn 3" {
			t.Errorf("%q, %q, %q, %v", step.Local, item.Local, service.Local, err)
		}
	}
	seen(residents)
	if view, err := s.Notes(); err != nil || len(view.Notes) != 3 || len(view.Changes) != 3 || view.Parked != 0 {
		t.Errorf("%+v, %v", view, err)
	}
	desktop.CloseResident(residents)

	again := mustStaff(t, dir)
	seen(desktop.ResidentOf(again))
	if _, err := again.Unlock(1, pin); err != nil {
		t.Fatal(err)
	}
	if err := again.TakeNote(step.Target); err != nil {
		t.Fatal(err)
	}
	if step, item := walked(desktop.ResidentOf(again)); step.Local != "" || item.Local == "" {
		t.Errorf("%q, %q", step.Local, item.Local)
	}
}
