package content_test

import (
	"testing"
	"unicode/utf8"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// A card holds a short title in every language that is translated in full.
func TestShortTitlesFit(t *testing.T) {
	lib, r := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(r.Errors)
	}
	en := lib.Translator("en")
	shown := map[string]string{}
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		if n := utf8.RuneCountInString(s.ShortTitle()); n > guide.MaxShort {
			t.Errorf("%s: %q has %d letters", s.Key, s.ShortTitle(), n)
		}
		said := en(s.ShortTitle())
		if n := utf8.RuneCountInString(said); s.Short != "" && n > guide.MaxShort+4 {
			t.Errorf("%s: %q has %d letters", s.Key, said, n)
		}
		if other := shown[said]; other != "" {
			t.Errorf("%s and %s are both %q", s.Key, other, said)
		}
		shown[said] = s.Key
	}
}
