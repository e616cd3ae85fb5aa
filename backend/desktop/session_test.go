package desktop_test

import (
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/speech"
)

// mustVoice is a program that speaks: it gives the same sound for everything.
func mustVoice(t *testing.T) *speech.Voice {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the program is a shell script")
	}
	dir := t.TempDir()
	wav, program := filepath.Join(dir, "sound.wav"), filepath.Join(dir, "espeak-ng")
	if err := os.WriteFile(wav, silence(1), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(program, []byte("#!/bin/sh\nexec cat '"+wav+"'\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return speech.NewVoice(program)
}

// What was heard and typed, and the door that staff left open, end with the visit;
// nothing the program holds says afterwards what it was about.
func TestEndSessionForgets(t *testing.T) {
	const canary = "chimhoangyenxyz"
	dir := t.TempDir()
	voice := mustVoice(t)
	r := desktop.NewResident(desktop.ResidentOptions{
		Log: slog.New(slog.DiscardHandler), Version: "test", Pack: content.Shipped(), DataDir: dir, Idle: desktop.KioskIdle,
		Voice: func() *speech.Voice { return voice },
	})
	t.Cleanup(func() { desktop.CloseResident(r) })
	s := mustEnterCode(t, desktop.NewStaff(r, time.Now))
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	r.Ready()

	if _, err := r.Search(canary, "vi"); err != nil {
		t.Fatal(err)
	}
	if err := r.Missed(canary); err != nil {
		t.Fatal(err)
	}
	answers := map[string]string{"paper": "yes", "married": "yes", "who": canary}
	for _, call := range []func() error{
		func() error { _, err := r.Walk("khai-sinh", answers, "vi", 0); return err },
		func() error { _, err := r.Rehearsal("khai-sinh", answers, "vi", 0); return err },
		func() error { return r.Slip("khai-sinh", answers, "vi") },
	} {
		_ = call() // refused or not, nothing of it may stay
	}
	spoken, err := r.Speak(desktop.SpeakView{Texts: []string{"Chào " + canary + "."}, Lang: "vi", Voice: "vi", Synth: true})
	if err != nil || len(spoken.Pieces) != 1 || spoken.Pieces[0].Sound == "" {
		t.Fatalf("%+v, %v", spoken, err)
	}
	sounds := desktop.WithSounds(r, http.NotFoundHandler())
	heard := func() int { return fetch(sounds, spoken.Pieces[0].Sound).Code }
	if heard() != http.StatusOK {
		t.Fatal("not heard before the end")
	}
	id := strings.TrimPrefix(spoken.Pieces[0].Sound, "/sound/")
	all, err := desktop.Held(r, s)
	if err != nil {
		t.Fatal(err)
	}
	if where := held(all, canary, id); !strings.Contains(where, id) {
		t.Fatalf("the sound is not found where it is kept, but %q: what is held is not looked through", where)
	}
	if _, err := s.Paper(); err != nil {
		t.Fatal(err)
	}

	if err := r.EndSession(); err != nil {
		t.Fatal(err)
	}
	if heard() != http.StatusNotFound {
		t.Error("what was heard can be heard again")
	}
	if _, err := s.Paper(); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("the door is open: %v", err)
	}
	if where := held(all, canary, id); where != "" {
		t.Errorf("still held: %s", where)
	}
	desktop.CloseResident(r)
	err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if strings.Contains(strings.ToLower(path+string(data)), canary) {
			t.Errorf("%s holds it", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	// A second end, and one before there was a visit, do no harm.
	if err := r.EndSession(); err != nil {
		t.Error(err)
	}
	if err := mustResident(t, "").EndSession(); err != nil {
		t.Error(err)
	}
}
