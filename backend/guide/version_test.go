package guide_test

import (
	"fmt"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

func TestCompareVersions(t *testing.T) {
	for _, tt := range []struct {
		a, b  string
		order int
		ok    bool
	}{
		{"0.1.0", "0.1.0", 0, true}, {"0.2", "0.10", -1, true}, {"0.10.0", "0.9.9", 1, true}, {"1", "0.99.99", 1, true},
		{"0.1", "0.1.0.0", 0, true}, {"v0.2.0", "0.1.9", 1, true}, {"0.2.0-rc1", "0.2.0", 0, true}, {"0.1.0-5-gabc", "0.1.1", -1, true},
		{"2026.11.1", "2026.9.30", 1, true}, {"999999.0", "1000000", 0, false},
		{"", "0.1.0", 0, false}, {"test", "0.1.0", 0, false}, {"0.1.0", "0..1", 0, false}, {"0.1.0", "-1", 0, false}, {"1.2.3.4.5", "1", 0, false},
	} {
		if order, ok := guide.CompareVersions(tt.a, tt.b); order != tt.order || ok != tt.ok {
			t.Errorf("%q and %q: %d, %v", tt.a, tt.b, order, ok)
		}
		if order, ok := guide.CompareVersions(tt.b, tt.a); order != -tt.order || ok != tt.ok {
			t.Errorf("%q and %q: %d, %v", tt.b, tt.a, order, ok)
		}
	}
}

func TestPackForANewerProgram(t *testing.T) {
	old := guide.Version
	t.Cleanup(func() { guide.Version = old })
	for _, tt := range []struct {
		program, needs string
		refused        bool
	}{
		{"0.9.0", "0.10.0", true}, {"0.10.0", "0.9.0", false}, {"0.10.0", "0.10.0", false}, {"1.0.0", "0.10.0", false}, {"0.1.0", "0.1.1", true},
		{"test", "9.0.0", false}, {"0.1.0", "", false},
	} {
		guide.Version = tt.program
		err := guide.PackInfo{MinVersion: tt.needs}.Newer()
		if (err != nil) != tt.refused {
			t.Errorf("program %s, pack for %s: %v", tt.program, tt.needs, err)
		}
		if err != nil && (guide.ErrorCode(err) != guide.CodeContent || !strings.Contains(guide.Message(err), tt.needs) || !strings.Contains(guide.Message(err), tt.program)) {
			t.Errorf("%v", err)
		}
	}
}

func TestShapeOfMinVersion(t *testing.T) {
	for _, bad := range []string{"mới", "0.x", "0.1.0-rc1", "v1", "1.", "1.2.3.4.5"} {
		p := mustPack(t)
		p.Info.MinVersion = bad
		if found := fmt.Sprint(p.Validate()); !strings.Contains(found, "min_version") {
			t.Errorf("%q: %s", bad, found)
		}
	}
}

func FuzzCompareVersions(f *testing.F) {
	for _, v := range []string{"0.1.0", "v1.2.3-rc1", "0.10", "", "..", "1.", "999999999999999999999", "1.2.3.4.5"} {
		f.Add(v, "0.9.0")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		order, ok := guide.CompareVersions(a, b)
		back, okBack := guide.CompareVersions(b, a)
		if order != -back || ok != okBack || !ok && order != 0 {
			t.Errorf("%q and %q: %d %v, and %d %v", a, b, order, ok, back, okBack)
		}
		if same, ok := guide.CompareVersions(a, a); ok && same != 0 {
			t.Errorf("%q is not itself", a)
		}
	})
}
