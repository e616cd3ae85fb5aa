package intake_test

import (
	"crypto/ed25519"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/intake"
	"tungbuoc/backend/trust"
	"tungbuoc/backend/versions"
)

var noon = time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)

var quiet = slog.New(slog.DiscardHandler)

// province is three holders with their root.
type province struct {
	keys []ed25519.PrivateKey
	root []byte
}

func newProvince(t *testing.T) province {
	t.Helper()
	var p province
	var public []ed25519.PublicKey
	for range 3 {
		pub, key, err := ed25519.GenerateKey(nil)
		must(t, err)
		public, p.keys = append(public, pub), append(p.keys, key)
	}
	var err error
	p.root, err = trust.FirstRoot(public, 2)
	must(t, err)
	for _, key := range p.keys[:2] {
		p.root, err = trust.SignRoot(p.root, nil, key)
		must(t, err)
	}
	return p
}

// update makes an update with programs for platforms, signed by so many.
func (p province) update(t *testing.T, number int64, version string, signed int, platforms ...string) string {
	t.Helper()
	dir := t.TempDir()
	r := trust.Release{Roots: [][]byte{p.root}, Number: number, Version: version, Made: noon}
	for i, platform := range platforms {
		name := filepath.Join(dir, fmt.Sprintf("program-%d", i))
		must(t, os.WriteFile(name, fmt.Appendf(nil, "program %s for %s %d", version, platform, i), 0o600))
		r.Files = append(r.Files, trust.Source{Platform: platform, Path: name})
	}
	file := filepath.Join(dir, "update"+trust.Ext)
	must(t, trust.Make(file, r, p.keys[0]))
	if signed > 1 {
		_, err := trust.AddSignature(file, p.keys[1])
		must(t, err)
	}
	return file
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (p province) kiosk(dir string) intake.Intake {
	return intake.Intake{Root: p.root, DataDir: dir, Running: "1.0.0", Now: func() time.Time { return noon }}
}

func TestTake(t *testing.T) {
	p, dir := newProvince(t), t.TempDir()
	i := p.kiosk(dir)
	file := p.update(t, 12, "1.4.0", 2, intake.Platform, "other-machine")
	offer, err := i.Check(file)
	must(t, err)
	if offer.Number != 12 || offer.Version != "1.4.0" || offer.InsteadOf != "" || offer.Failed != nil {
		t.Errorf("%+v", offer)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("to check has made %v", left)
	}
	taken, err := i.Take(file)
	must(t, err)
	if taken != offer {
		t.Errorf("took %+v", taken)
	}
	st, err := versions.Look(dir)
	must(t, err)
	if st.Waiting == nil || st.Waiting.SHA256 != offer.SHA256 || !st.Waiting.Taken.Equal(noon) {
		t.Fatalf("%+v", st)
	}
	info, err := os.Stat(st.Waiting.Path(dir))
	must(t, err)
	if runtime.GOOS != "windows" && info.Mode()&0o111 == 0 {
		t.Errorf("not to be started: %v", info.Mode())
	}
	if _, err := os.Stat(filepath.Join(dir, trust.MemoryName)); err == nil {
		t.Error("remembered before it has proven itself")
	}
	// The next one takes its place, and it goes.
	newer, err := i.Take(p.update(t, 13, "1.5.0", 2, intake.Platform))
	must(t, err)
	if newer.InsteadOf != "1.4.0" {
		t.Errorf("%+v", newer)
	}
	if _, err := os.Stat(st.Waiting.Path(dir)); err == nil {
		t.Error("the one before still takes room")
	}
}

// What is remembered comes from beside the program once it is good; then nothing older
// is taken in, whatever its version says.
func TestRememberedOnlyOnceProven(t *testing.T) {
	p, dir := newProvince(t), t.TempDir()
	i := p.kiosk(dir)
	_, err := i.Take(p.update(t, 12, "1.4.0", 2, intake.Platform))
	must(t, err)
	s := versions.Store{DataDir: dir, Installed: "1.0.0", Now: func() time.Time { return noon }, Log: quiet}
	_, err = s.Begin()
	must(t, err)
	if _, err := i.Take(p.update(t, 14, "1.6.0", 2, intake.Platform)); guide.ErrorCode(err) != guide.CodeBusy {
		t.Errorf("taken during a trial: %v", err)
	}
	must(t, s.Fail(versions.Hung, ""))
	again, err := i.Take(p.update(t, 12, "1.4.0", 2, intake.Platform)) // the same number: it was not remembered
	must(t, err)
	if again.Failed == nil || again.Failed.Reason != versions.Hung {
		t.Errorf("nothing is said of the trial that failed: %+v", again)
	}
	_, err = s.Begin()
	must(t, err)
	must(t, s.Pass(false))
	if _, err := i.Take(p.update(t, 11, "2.0.0", 2, intake.Platform)); trust.KindOf(err) != trust.Older {
		t.Errorf("an older update: %v", err)
	}
	if _, err := i.Take(p.update(t, 13, "1.5.0", 2, intake.Platform)); err != nil {
		t.Errorf("a newer one: %v", err)
	}
}

func TestRefused(t *testing.T) {
	p, other := newProvince(t), newProvince(t)
	torn := p.update(t, 12, "1.4.0", 2, intake.Platform)
	text, err := os.ReadFile(torn)
	must(t, err)
	must(t, os.WriteFile(torn, text[:len(text)-100], 0o600))
	for name, tt := range map[string]struct {
		file string
		kind trust.Kind
		says string
	}{
		"one signature": {p.update(t, 12, "1.4.0", 1, intake.Platform), trust.Incomplete, ""},
		"others":        {other.update(t, 12, "1.4.0", 2, intake.Platform), trust.Unsigned, ""},
		"torn":          {torn, trust.Torn, ""},
		"other machine": {p.update(t, 12, "1.4.0", 2, "other-machine"), trust.OtherMachine, ""},
		"two programs":  {p.update(t, 12, "1.4.0", 2, intake.Platform, intake.Platform), "", "đúng một chương trình"},
		"same version":  {p.update(t, 12, "1.0", 2, intake.Platform), "", "đúng bản 1.0.0 rồi"},
		"older version": {p.update(t, 12, "0.9.0", 2, intake.Platform), "", "cũ hơn bản 1.0.0"},
		"no version":    {p.update(t, 12, "moi-nhat", 2, intake.Platform), "", "Không đọc được tên phiên bản"},
		"no file":       {filepath.Join(t.TempDir(), "none"+trust.Ext), "", "Không có tệp"},
	} {
		dir := t.TempDir()
		_, err := p.kiosk(dir).Take(tt.file)
		if err == nil || trust.KindOf(err) != tt.kind || !strings.Contains(guide.Message(err), tt.says) {
			t.Errorf("%s: %v: %s", name, err, guide.Message(err))
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("%s: left %v", name, left)
		}
	}
}
