package content_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/content"
)

// A law is found by its number, with everything that rests on it.
func TestCite(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	found := content.Cite(lib.Pack, "141/2026/nđ-cp")
	if len(found) == 0 {
		t.Fatal("nothing rests on the decree")
	}
	for _, c := range found {
		if c.Source != "ho-kinh-doanh-2026" || !strings.HasPrefix(c.File, "services/") && !strings.HasPrefix(c.File, "flows/") || c.Place == "" || c.Say == "" {
			t.Errorf("%+v", c)
		}
	}
	// Fees, steps and troubles are all looked at.
	places := map[string]bool{}
	for _, s := range lib.Pack.Sources {
		for _, c := range content.Cite(lib.Pack, s.Key) {
			place, _, _ := strings.Cut(c.Place, "[")
			places[place] = true
		}
	}
	for _, want := range []string{"fee", "time", "steps", "next", "hotline"} {
		if !places[want] {
			t.Errorf("no source of any %s found; places: %v", want, places)
		}
	}
	for _, none := range []string{"", "  ", "999/1999/NĐ-CP"} {
		if found := content.Cite(lib.Pack, none); len(found) != 0 {
			t.Errorf("%q: %d places", none, len(found))
		}
	}
}
