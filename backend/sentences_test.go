package backend_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var (
	// named is what a sentence takes in from elsewhere: what stands in quotes, numbers, verbs of fmt.
	named = regexp.MustCompile(`“[^“”]*”|%[.\d]*[a-z]|\{[^{}]*\}|\d[\d.]*`)
	// notOurs are words that a test makes up, or joins: names of files and places, what is typed.
	notOurs = regexp.MustCompile(`voi số|\.(pdf|html|jsonl|yaml|db|log|lock|exe|png|wav|csv|svg|lnk|txt)|office-hong-|^name: |^\\|\x00|\n|Dữ liệu|Documents|Máy in |Một cửa |Xã |^thư mục rất dài|Z:|^bàn |^Mang giấy|danh mục quốc gia có|^phí tám nghìn|^Thẻ nhỏ … / A|^Đã lưu\. Bà con|^(twice|gone) `)
)

// The tests of the real window and of Windows come last of all, an hour after the
// first. What they wait for must be a sentence of the product: one that was
// changed, and not there, is found here.
func TestSentencesOfTheLastTestsAreTheProducts(t *testing.T) {
	product := sentencesOf(t)
	checked := 0
	for _, pattern := range []string{"e2e/window/*_test.go", "e2e/windows/*_test.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, name := range files {
			for _, literal := range literals(t, name) {
				text := gaps(strings.TrimSpace(literal))
				if !vietnamese(text) || notOurs.MatchString(text) {
					continue
				}
				checked++
				if !says(product, text) {
					t.Errorf("%s waits for %q, which the product does not say", name, literal)
				}
			}
		}
	}
	if checked < 100 {
		t.Errorf("only %d sentences were found in the tests", checked)
	}
}

// sentencesOf is what the product says, with a gap where a sentence takes something in:
// its strings in Go, the pages' words, the pack, the words of the Windows set-up.
func sentencesOf(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	add := func(text string) {
		all.WriteString(gaps(norm.NFC.String(text)))
		all.WriteByte('\n')
	}
	for _, root := range []string{".", "../frontend/messages", "../build/windows"} {
		err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && entry.Name() == "testdata":
				return filepath.SkipDir
			case filepath.Ext(path) == ".go" && !strings.HasSuffix(path, "_test.go"):
				for _, literal := range literals(t, path) {
					if vietnamese(literal) {
						add(literal)
					}
				}
			case filepath.Ext(path) == ".yaml" || filepath.Ext(path) == ".nsh" || filepath.Base(path) == "vi.json":
				text, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				add(string(text))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

// says tells whether the product says a text, as one sentence or as one with another in its gap.
func says(product, text string) bool {
	if strings.Contains(product, text) {
		return true
	}
	for i, r := range text {
		if r != ' ' {
			continue
		}
		before, after := text[:i], text[i+1:]
		if strings.Contains(product, before+" …") && says(product, after) || strings.Contains(product, "… "+after) && says(product, before) {
			return true
		}
	}
	return false
}

// gaps is a text with "…" for what it takes in, whether it is there or still to come.
func gaps(text string) string {
	return named.ReplaceAllStringFunc(text, func(gap string) string {
		if strings.HasPrefix(gap, "“") {
			return "“…”"
		}
		return "…"
	})
}

// literals are the strings of a Go file.
func literals(t *testing.T, name string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	ast.Inspect(file, func(node ast.Node) bool {
		if lit, ok := node.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			found = append(found, text)
		}
		return true
	})
	return found
}

// vietnamese tells text that has a letter beyond those of English.
func vietnamese(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return r > unicode.MaxASCII && unicode.IsLetter(r)
	})
}
