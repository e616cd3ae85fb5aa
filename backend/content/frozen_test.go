package content_test

import (
	"os"
	"testing"

	"tungbuoc/backend/content"
)

// Golden files of other packages rest on the frozen pack: it is whole, one
// lesson and one app, translated, and nothing in it needs the shipped pack.
func TestFrozenPack(t *testing.T) {
	lib, r := content.Check(os.DirFS("testdata/frozen"), today)
	if lib == nil {
		t.Fatal(r.Errors)
	}
	for _, p := range append(r.Errors, r.Warnings...) {
		t.Error(p)
	}
	if r.Procedures != 1 || r.Apps != 1 || r.Services != 2 || r.Guides != 2 || r.Rehearsals != 2 {
		t.Errorf("%+v", r)
	}
	for _, key := range []string{"khai-sinh", "vneid"} {
		if s, err := lib.Pack.Service(key); err != nil || len(s.HandoffLinks()) == 0 {
			t.Errorf("%s: %v, %v", key, s, err)
		}
	}
	if got := lib.Translator("en")("Làm giấy khai sinh cho con"); got == "Làm giấy khai sinh cho con" {
		t.Error("no English title")
	}
}
