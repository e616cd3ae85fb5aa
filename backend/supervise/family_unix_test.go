//go:build unix

package supervise

import (
	"os"
	"testing"
	"time"

	"tungbuoc/backend/lifeline"
)

func TestParseStat(t *testing.T) {
	const rest = " S 12 4242 4242 0 -1 4194560 1 0 0 0 5 3 0 0 20 0 9 0 987654 1000 50 18446744073709551615"
	m, parent, ok := parseStat([]byte("4242 (WebKitWebProces)" + rest))
	if !ok || m.name != rendererName || m.since != "987654" || parent != 12 {
		t.Errorf("%+v, %d, %v", m, parent, ok)
	}
	if m, _, ok := parseStat([]byte("7 (a) b) (c)" + rest)); !ok || m.name != "a) b) (c" {
		t.Errorf("%+v, %v", m, ok)
	}
	for _, dead := range []string{"", "7 (x", "7 (x) S 1", "4 (WebKitWebProces) Z" + rest[2:], ")("} {
		if _, _, ok := parseStat([]byte(dead)); ok {
			t.Errorf("%q is a living process", dead)
		}
	}
}

// A page that holds more than it should is opened anew, but only where nobody is.
func TestAHeavyPage(t *testing.T) {
	me, ok := readMember(os.Getpid())
	if !ok {
		t.Fatal("this process cannot be read")
	}
	f := newFamily(1)
	f.known[os.Getpid()] = me
	if held := f.memory(); held != 0 {
		t.Errorf("a process that draws nothing counts %d bytes", held)
	}
	me.name = rendererName
	f.known[os.Getpid()] = me
	if held := f.memory(); held < 1<<20 || held > 1<<40 {
		t.Errorf("this process holds %d bytes", held)
	}
	p, limits := &parent{}, KioskLimits
	w := &watch{limits: limits, opened: dawn}
	w.hears(at(0), idleBeat)
	quiet, early := dawn.Add(heavyRest), dawn.Add(heavyRest-time.Second)
	if p.isHeavy(w, quiet, f) {
		t.Error("a small page is heavy")
	}
	w.limits.Heavy = 1 << 19
	if !p.isHeavy(w, quiet, f) || p.isHeavy(w, early, f) {
		t.Error("a large page: opened anew while somebody may be there, or not at all")
	}
	w.hears(at(1), lifeline.Word{Say: lifeline.SayBeat})
	if p.isHeavy(w, quiet, f) {
		t.Error("somebody is there")
	}
}

func FuzzParseStat(f *testing.F) {
	f.Add([]byte("1 (init) S 0 1 1 0 -1 0 0 0 0 0 0 0 0 0 0 0 0 0 5"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, _, ok := parseStat(data); ok && m.since == "" {
			t.Error("a process without a start")
		}
	})
}
