package desktop_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/intake"
	"tungbuoc/backend/trust"
	"tungbuoc/backend/versions"
)

func holder(n int) ed25519.PrivateKey {
	seed := sha256.Sum256(fmt.Appendf(nil, "holder %d of the desk's test", n))
	return ed25519.NewKeyFromSeed(seed[:])
}

// mustRoot is what a kiosk trusts: three holders, two of whom sign.
func mustRoot(t *testing.T) []byte {
	t.Helper()
	var keys []ed25519.PublicKey
	for n := range 3 {
		keys = append(keys, holder(n).Public().(ed25519.PublicKey))
	}
	root, err := trust.FirstRoot(keys, 2)
	for n := 0; n < 2 && err == nil; n++ {
		root, err = trust.SignRoot(root, nil, holder(n))
	}
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// mustUpdate writes a signed update.
func mustUpdate(t *testing.T, root []byte, name string, number int64, version string) {
	t.Helper()
	program := filepath.Join(t.TempDir(), "tungbuoc")
	if err := os.WriteFile(program, fmt.Append(nil, number), 0o600); err != nil {
		t.Fatal(err)
	}
	release := trust.Release{
		Roots: [][]byte{root}, Number: number, Version: version, Made: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC),
		Files: []trust.Source{{Platform: intake.Platform, Path: program}},
	}
	if err := trust.Make(name, release, holder(0)); err != nil {
		t.Fatal(err)
	}
	if _, err := trust.AddSignature(name, holder(2)); err != nil {
		t.Fatal(err)
	}
}

// mustTakeIn is a desk that Lan has opened at a kiosk of version 1.3.0, with a stick.
func mustTakeIn(t *testing.T) (s *desktop.Staff, dir, stick string, root []byte) {
	t.Helper()
	dir, stick, root = t.TempDir(), filepath.Join(t.TempDir(), "USB"), mustRoot(t)
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(desktop.SetSticks(stick))
	t.Setenv("HOME", t.TempDir())
	r := desktop.NewResident(desktop.ResidentOptions{
		Log: slog.New(slog.DiscardHandler), Version: "1.3.0", Pack: content.Shipped(), DataDir: dir, Idle: desktop.KioskIdle, Root: root,
	})
	t.Cleanup(func() { desktop.CloseResident(r) })
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	s = mustEnterCode(t, desktop.NewStaff(r, func() time.Time { return now }))
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	return s, dir, stick, root
}

// deeds counts what the trail says of updates.
func deeds(t *testing.T, s *desktop.Staff) (said []string) {
	t.Helper()
	lines, err := s.Trail(0)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		if line.What == guide.DeedUpdate || line.What == guide.DeedNoUpdate {
			said = append(said, fmt.Sprintf("%s %s: %s", line.Who, line.What, line.Subject))
		}
	}
	return said
}

// A signed version is read, taken by the PIN, waits, and is called off; each act that
// changes something stands in the trail, and nothing else does.
func TestAnUpdateIsBroughtIn(t *testing.T) {
	s, dir, stick, root := mustTakeIn(t)
	file := filepath.Join(stick, "tung-buoc-12.tbupdate")
	mustUpdate(t, root, file, 12, "1.4.0")
	files, err := s.UpdateFiles()
	if err != nil || len(files) != 1 || files[0].Path != file || files[0].Place != "USB" || !files[0].Stick || files[0].Size == 0 {
		t.Fatalf("%+v, %v", files, err)
	}
	if err := s.TakeUpdate(pin); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("taken before it was read: %v", err)
	}
	if err := s.CheckUpdate("/etc/passwd"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("a file that was not offered is read: %v", err)
	}
	if err := s.CheckUpdate(file); err != nil {
		t.Fatal(err)
	}
	if p := wait(t, s); p.State != "done" {
		t.Fatalf("%+v", p)
	}
	v, err := s.Updates()
	if err != nil || v.Version != "1.3.0" || v.Since != "" || v.Waiting != nil || v.Failed != nil || v.Offer == nil {
		t.Fatalf("%+v, %v", v, err)
	}
	if o := *v.Offer; o.Version != "1.4.0" || o.Number != 12 || o.Made != "2026-11-20" || o.Size != 2 || o.File != "tung-buoc-12.tbupdate" || o.Failed != "" || o.InsteadOf != "" {
		t.Errorf("%+v", o)
	}
	if err := s.TakeUpdate("123456"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("taken by a wrong PIN: %v", err)
	}
	if st, err := versions.Look(dir); err != nil || st.Waiting != nil {
		t.Fatalf("%+v, %v", st, err)
	}
	if err := s.TakeUpdate(pin); err != nil {
		t.Fatal(err)
	}
	if p := wait(t, s); p.State != "done" {
		t.Fatalf("%+v", p)
	}
	st, err := versions.Look(dir)
	if err != nil || st.Waiting == nil || st.Waiting.Version != "1.4.0" {
		t.Fatalf("%+v, %v", st, err)
	}
	if program, err := os.ReadFile(st.Waiting.Path(dir)); err != nil || !bytes.Equal(program, []byte("12")) {
		t.Errorf("%q, %v", program, err)
	}
	if v, err := s.Updates(); err != nil || v.Offer != nil || v.Waiting == nil || v.Waiting.Version != "1.4.0" || v.Waiting.Trying || v.Waiting.Taken != "2026-11-23 08:00" {
		t.Errorf("%+v, %v", v, err)
	}
	for range 2 { // the second time there is nothing to call off
		if err := s.CancelUpdate(); err != nil {
			t.Fatal(err)
		}
	}
	if v, err := s.Updates(); err != nil || v.Waiting != nil {
		t.Errorf("%+v, %v", v, err)
	}
	if said := strings.Join(deeds(t, s), "\n"); said != "Lan noupdate: bản 1.4.0\nLan update: bản 1.4.0, số 12" {
		t.Errorf("the trail says %q", said)
	}
}

// What somebody has read is what is taken: a stick with another file in that place
// brings nothing in, nor does one that was pulled, and the trail says nothing.
func TestOnlyWhatWasReadIsTaken(t *testing.T) {
	s, dir, stick, root := mustTakeIn(t)
	file := filepath.Join(stick, "a.tbupdate")
	for _, tt := range []struct {
		name   string
		change func()
		says   string
	}{
		{"another", func() { mustUpdate(t, root, file, 13, "1.5.0") }, "Tệp trên USB đã đổi từ lúc xem"},
		{"pulled", func() { _ = os.Remove(file) }, "USB còn cắm không"},
	} {
		_ = os.Remove(file)
		mustUpdate(t, root, file, 12, "1.4.0")
		if err := s.CheckUpdate(file); err != nil {
			t.Fatal(err)
		}
		wait(t, s)
		_ = os.Remove(file)
		tt.change()
		if err := s.TakeUpdate(pin); err != nil {
			t.Fatal(err)
		}
		if p := wait(t, s); p.State != "failed" || !strings.Contains(p.Problem, tt.says) {
			t.Errorf("%s: %+v", tt.name, p)
		}
		if st, err := versions.Look(dir); err != nil || st.Waiting != nil {
			t.Errorf("%s: %+v, %v", tt.name, st, err)
		}
	}
	if said := deeds(t, s); len(said) != 0 {
		t.Errorf("the trail says %q", said)
	}
}

// A file that is no update offers nothing.
func TestAnythingElseIsNoOffer(t *testing.T) {
	s, _, stick, _ := mustTakeIn(t)
	file := filepath.Join(stick, "a.tbupdate")
	if err := os.WriteFile(file, []byte("anything"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.CheckUpdate(file); err != nil {
		t.Fatal(err)
	}
	if p := wait(t, s); p.State != "failed" || !strings.Contains(p.Problem, "không phải tệp cập nhật") {
		t.Errorf("%+v", p)
	}
	if v, err := s.Updates(); err != nil || v.Offer != nil {
		t.Errorf("%+v, %v", v, err)
	}
}

// An offer does not outlive the door of who has read it.
func TestAnOfferEndsWithItsDoor(t *testing.T) {
	s, _, stick, root := mustTakeIn(t)
	file := filepath.Join(stick, "a.tbupdate")
	mustUpdate(t, root, file, 12, "1.4.0")
	if err := s.CheckUpdate(file); err != nil {
		t.Fatal(err)
	}
	wait(t, s)
	if err := s.Lock(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Unlock(1, pin); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Updates(); err != nil || v.Offer != nil {
		t.Errorf("%+v, %v", v, err)
	}
}

// All of it is the administrator's; a clerk and a shut door get nothing.
func TestUpdatesAreTheAdmins(t *testing.T) {
	s, _, _, _ := mustTakeIn(t)
	if err := s.AddPerson("Tú", "clerk", "735190"); err != nil {
		t.Fatal(err)
	}
	all := func(who string) {
		t.Helper()
		_, looked := s.Updates()
		_, listed := s.UpdateFiles()
		for method, err := range map[string]error{
			"Updates": looked, "UpdateFiles": listed, "CheckUpdate": s.CheckUpdate("x"), "TakeUpdate": s.TakeUpdate("735190"), "CancelUpdate": s.CancelUpdate(),
		} {
			if guide.ErrorCode(err) != guide.CodeDenied {
				t.Errorf("%s: %s: %v", who, method, err)
			}
		}
	}
	if err := s.Lock(); err != nil {
		t.Fatal(err)
	}
	all("at the shut door")
	if _, err := s.Unlock(2, "735190"); err != nil {
		t.Fatal(err)
	}
	all("a clerk")
}
