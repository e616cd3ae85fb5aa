//go:build unix

package supervise

import "testing"

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

func FuzzParseStat(f *testing.F) {
	f.Add([]byte("1 (init) S 0 1 1 0 -1 0 0 0 0 0 0 0 0 0 0 0 0 0 5"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, _, ok := parseStat(data); ok && m.since == "" {
			t.Error("a process without a start")
		}
	})
}
