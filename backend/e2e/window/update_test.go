//go:build window

package window

import (
	"crypto/ed25519"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"tungbuoc/backend/intake"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/trust"
	"tungbuoc/backend/versions"
)

// holders sign updates in a test: a root of their own, which only the test believes.
type holders struct {
	t    *testing.T
	keys []ed25519.PrivateKey
	root []byte
}

func newHolders(t *testing.T) *holders {
	t.Helper()
	h := &holders{t: t}
	var public []ed25519.PublicKey
	for range 3 {
		pub, key, err := ed25519.GenerateKey(nil)
		if err != nil {
			t.Fatal(err)
		}
		public, h.keys = append(public, pub), append(h.keys, key)
	}
	var err error
	if h.root, err = trust.FirstRoot(public, 2); err != nil {
		t.Fatal(err)
	}
	for _, key := range h.keys[:2] {
		if h.root, err = trust.SignRoot(h.root, nil, key); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

// update has a kiosk take a program in, as from a stick.
func (h *holders) update(data string, number int64, version, program string) {
	h.t.Helper()
	file := filepath.Join(h.t.TempDir(), fmt.Sprintf("%d%s", number, trust.Ext))
	err := trust.Make(file, trust.Release{
		Roots: [][]byte{h.root}, Number: number, Version: version, Made: time.Now(),
		Files: []trust.Source{{Platform: intake.Platform, Path: program}},
	}, h.keys[0])
	if err == nil {
		_, err = trust.AddSignature(file, h.keys[1])
	}
	if err == nil {
		_, err = intake.Intake{Root: h.root, DataDir: data, Running: "0.0.1", Now: time.Now}.Take(file)
	}
	if err != nil {
		h.t.Fatal(err)
	}
}

// executable is the program that a process runs.
func executable(pid int) string {
	name, _ := os.Readlink(fmt.Sprintf("/proc/%d/exe", pid))
	return name
}

// A new program that shows nothing goes, and the one of before is back by itself; one
// that lives stays, and is opened the next time.
func TestProgramUpdates(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.see("Sinh con")
	installed := executable(k.one(program))
	h := newHolders(t)

	nothing := filepath.Join(t.TempDir(), "tungbuoc-kiosk")
	if err := os.WriteFile(nothing, []byte("#!/bin/sh\nexec sleep 1000\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	h.update(k.data, 1, "8.0.0", nothing)
	state := func() versions.State {
		st, err := versions.Look(k.data)
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
	until(t, s.end, "the trial of the broken program", func() bool { return state().Trial != nil })
	began := time.Now()
	until(t, s.end, "the end of its trial", func() bool { return len(state().Failed) > 0 })
	s.see("Sinh con")
	t.Logf("a program that shows nothing: home again %s after its start", time.Since(began).Round(100*time.Millisecond))
	if st := state(); st.Good != nil || st.Waiting != nil || st.Failed[0].Reason != versions.Unopened || executable(k.one(program)) != installed {
		t.Errorf("%+v, running %s", st, executable(k.one(program)))
	}
	if all, _ := restarts.Read(k.data); len(all) > 0 {
		t.Errorf("counted as restarts: %+v", all)
	}
	doctor, _ := s.command("--data", k.data, "doctor").Output() // it says that something has to be looked at
	if want := "Bản 8.0.0 không đạt lúc thử"; !strings.Contains(string(doctor), want) || !strings.Contains(string(doctor), "màn hình đầu không hiện ra") {
		t.Errorf("the doctor says:\n%s", doctor)
	}

	h.update(k.data, 2, "9.0.0", filepath.Join(repo, "build/bin/tungbuoc-kiosk"))
	until(t, s.end, "the trial of the good program", func() bool { return state().Trial != nil })
	began = time.Now()
	s.see("Máy đang mở bản mới. Mời ông bà chờ một phút.")
	s.picture("update-proving")
	until(t, s.end, "its proof", func() bool { return state().Good != nil })
	t.Logf("a good program: proven %s after its start", time.Since(began).Round(100*time.Millisecond))
	st := state()
	if st.Good.Version != "9.0.0" || st.Trial != nil || st.Waiting != nil || executable(k.one(program)) != st.Good.Path(k.data) {
		t.Errorf("%+v, running %s", st, executable(k.one(program)))
	}
	s.touch("Sinh con") // now people may come in
	s.see("Trang đầu")
	if _, err := os.Stat(filepath.Join(k.data, trust.MemoryName)); err != nil {
		t.Errorf("nothing is remembered of the update: %v", err)
	}
	k = s.again(k)
	if now := executable(k.one(program)); now != st.Good.Path(k.data) {
		t.Errorf("the next start runs %s", now)
	}
	if out, err := s.command("--data", k.data, "update", "--state").Output(); err != nil || !strings.Contains(string(out), "Bản đang dùng: 9.0.0") {
		t.Errorf("%v:\n%s", err, out)
	}

	// It was good, and now it goes down again and again: the one of before is back.
	for range 3 {
		s.see("Sinh con")
		was := k.one(program)
		if err := syscall.Kill(was, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		began = time.Now()
		until(t, s.end, "another process", func() bool { return k.one(program) != was })
	}
	s.see("Sinh con")
	t.Logf("a program that goes down again and again: home with the one before %s after the third time", time.Since(began).Round(100*time.Millisecond))
	st = state()
	if last := len(st.Failed) - 1; st.Good != nil || last < 0 || st.Failed[last].Version != "9.0.0" || st.Failed[last].Reason != versions.Unsteady || executable(k.one(program)) != installed {
		t.Errorf("%+v, running %s", st, executable(k.one(program)))
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}
