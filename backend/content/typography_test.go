package content_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"tungbuoc/backend/content"
)

// Whatever a person may read in the pack is set as in a book, in every language:
// what proofreading says of services is true of all files.
func TestPackIsTypeset(t *testing.T) {
	typewriter := regexp.MustCompile(`["']|\.\.\.| - |\d ?x ?\d|  | [,.;:?!](?: |$)`)
	pack := content.Shipped()
	seen := 0
	err := fs.WalkDir(pack, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".yaml") {
			return err
		}
		data, err := fs.ReadFile(pack, name)
		if err != nil {
			return err
		}
		var file any
		if err := yaml.Unmarshal(data, &file); err != nil {
			return err
		}
		texts(file, "", func(key, text string) {
			seen++
			// Names of laws and procedures are kept as they are written.
			if key == "official" || key == "name" || key == "title" && strings.HasPrefix(name, "sources") {
				return
			}
			if at := typewriter.FindString(text); at != "" {
				t.Errorf("%s, %s: %q in %q", name, key, at, text)
			}
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 10_000 {
		t.Errorf("only %d texts read", seen)
	}
}

// texts gives every text of a file with the key it stands under.
func texts(value any, key string, see func(key, text string)) {
	switch v := value.(type) {
	case string:
		see(key, v)
	case []any:
		for _, item := range v {
			texts(item, key, see)
		}
	case map[string]any:
		for k, item := range v {
			see(k, k)
			texts(item, k, see)
		}
	}
}

// A lesson that a sentence names is called what its tile is, in either language:
// who looks for it finds it.
func TestLessonsAreNamedByTheirTitles(t *testing.T) {
	lib, r := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(r.Errors)
	}
	for lang, named := range map[string]*regexp.Regexp{"vi": regexp.MustCompile(`bài “([^”]+)”`), "en": regexp.MustCompile(`lesson “([^”]+)”`)} {
		say := lib.Translator(lang)
		titles := map[string]bool{}
		for _, s := range lib.Pack.Services {
			titles[say(s.Title)] = true
		}
		seen := 0
		for _, sentence := range content.Sentences(lib.Pack) {
			for _, m := range named.FindAllStringSubmatch(say(sentence), -1) {
				if seen++; !titles[m[1]] {
					t.Errorf("%s: no lesson is called %q, in %q", lang, m[1], say(sentence))
				}
			}
		}
		if seen < 15 {
			t.Errorf("%s: only %d lessons named", lang, seen)
		}
	}
}
