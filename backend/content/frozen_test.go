package content_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

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

// A pack written before skills were taught once is refused with a sentence that
// says what it lacks, not as something that cannot be read.
func TestPackOfTheOldFormIsRefusedInWords(t *testing.T) {
	old := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("testdata/frozen"), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile("testdata/frozen/" + path)
		text := string(data)
		if from := strings.Index(text, "\nbrief:\n"); from >= 0 {
			text = text[:from] + text[strings.Index(text, "\nsteps:\n"):]
		}
		old[path] = &fstest.MapFile{Data: []byte(text)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	lib, r := content.Load(old)
	if lib != nil || len(r.Errors) != 1 {
		t.Fatalf("%v: %v", lib, r.Errors)
	}
	if p := r.Errors[0]; !strings.Contains(p.Message, "có 15 bước, dài quá") || !strings.Contains(p.Mend, "đoạn dùng chung, có brief") {
		t.Errorf("refused with %v", p)
	}
}
