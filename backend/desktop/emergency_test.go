package desktop_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
)

// Beside a number to call stands who says it, and no more: an article's name took three lines.
func TestSourceOfANumberToCallIsShort(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	numbers := 0
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		if s.Emergency == nil {
			continue
		}
		for _, language := range []string{"vi", "en"} {
			service, _, err := desktop.Present(lib, s, language)
			if err != nil {
				t.Fatal(err)
			}
			for _, call := range service.Emergency.Numbers {
				numbers++
				source := call.Claim.Source
				if source.Title == "" || source.Date == "" || strings.Contains(source.Title, ",") || len([]rune(source.Title)) > 40 {
					t.Errorf("%s, %s: the source of %s is %q, %q", s.Key, language, call.Call, source.Title, source.Date)
				}
			}
		}
	}
	if numbers == 0 {
		t.Error("the pack has no number to call")
	}
}
