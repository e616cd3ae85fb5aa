package backend_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// newTone finds a word whose tone stands on the second letter of an open oa, oe, uy: hoà
// for hòa. Both are right; the product writes hòa throughout.
var newTone = regexp.MustCompile(`(?i)\p{L}*(?:o[áàảãạéèẻẽẹ]|(?:^|[^q])u[ýỳỷỹỵ])(?:\P{L}|$)`)

// typedByOthers are files about what people type, in either style.
var typedByOthers = []string{"../backend/search", "../frontend/src/components/keyboard/composer.ts", "../frontend/src/paraglide"}

// One style of tone marks over all that people read: content, messages, the words in code, documents.
func TestTonesStandOnTheSameLetterEverywhere(t *testing.T) {
	read := 0
	for _, root := range []string{"../backend", "../frontend/src", "../frontend/messages", "../docs", "../build", "../README.md"} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			name := filepath.ToSlash(path)
			if err != nil || slices.Contains(typedByOthers, name) || entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "bin") {
				if entry != nil && entry.IsDir() {
					return fs.SkipDir
				}
				return err
			}
			kind := filepath.Ext(name)
			if entry.IsDir() || strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, ".test.ts") || !slices.Contains([]string{".go", ".yaml", ".json", ".md", ".html", ".svelte", ".ts", ".sh"}, kind) {
				return nil
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			read++
			for _, word := range newTone.FindAllString(string(text), -1) {
				t.Errorf("%s: %q has its tone on another letter than the rest of the product", name, strings.TrimSpace(word))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if read < 400 {
		t.Errorf("only %d files were read", read)
	}
}
