package manual_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/manual"
)

// Whatever is written, it is either taken, with text in every line, or refused with
// a sentence.
func FuzzRead(f *testing.F) {
	for _, c := range must(manual.Own()) {
		f.Add(string(must(fs.ReadFile(manual.Files(), c.Name+".md"))))
	}
	f.Add("# A\n\n1. **B** `c`\n2. ![d](hinh/e.png)\n\n> <b>\n")
	f.Fuzz(func(t *testing.T, text string) {
		chapters, err := manual.Read(fstest.MapFS{"01-a.md": {Data: []byte(text)}})
		if err != nil {
			if guide.ErrorCode(err) != guide.CodeContent || guide.Message(err) == "" {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		for _, b := range chapters[0].Blocks {
			for _, s := range b.Spans {
				if s.Text == "" {
					t.Errorf("%q: a line without words", text)
				}
			}
		}
	})
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
