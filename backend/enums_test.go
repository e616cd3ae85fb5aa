package backend_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

var update = flag.Bool("update", false, "rewrite golden files")

// enumsFile says to the pages which words Go may send for a type. It is
// generated, so that a constant that is added in Go and forgotten in the pages
// is an error of their compiler.
const enumsFile = "../frontend/src/lib/enums.ts"

func TestEnumsOfThePages(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("// Generated from the constants of backend/gaps, guide, handout and today by\n" +
		"// go test ./backend -run Enums -update. DO NOT EDIT.\n")
	layouts := make([]string, len(handout.Layouts))
	for i, l := range handout.Layouts {
		layouts[i] = string(l)
	}
	for _, e := range []struct {
		name, list, doc string
		words           []string
	}{
		{"Kind", "kinds", "What a resident comes for; a catalogue entry has no page of its own content.", constants(t, "guide", "Kind")},
		{"Advice", "advices", "Whether doing it online makes sense.", constants(t, "guide", "Advice")},
		{"Ending", "endings", "What is left to do when a lesson has come to its end.", constants(t, "guide", "Ending")},
		{"Sureness", "surenesses", "How much of a service is confirmed, and by what.", constants(t, "guide", "Sureness")},
		{"Secret", "secrets", "What a resident types on their own phone and tells nobody.", constants(t, "guide", "Secret")},
		{"Tint", "tints", "The colour of a tile.", constants(t, "guide", "Tint")},
		{"CountEvent", "countEvents", "What is counted.", constants(t, "guide", "Event")},
		{"Role", "roles", "What a person may do behind the staff door.", constants(t, "guide", "Role")},
		{"Detail", "details", "What an office says of itself.", constants(t, "guide", "Detail")},
		{"Setting", "settings", "What staff set of this kiosk.", constants(t, "guide", "Setting")},
		{"Deed", "deeds", "What the trail says that somebody did.", constants(t, "guide", "Deed")},
		{"TodayPart", "todayParts", "What may want doing today.", constants(t, "today", "Part")},
		{"BegunKind", "begunKinds", "Where staff began to write.", constants(t, "guide", "BegunKind")},
		{"ManualKind", "manualKinds", "What a block of the manual is.", constants(t, "guide", "ManualKind")},
		{"GapKind", "gapKinds", "What a lesson may lack at an office.", constants(t, "gaps", "Kind")},
		{"LinkName", "linkNames", "What a code leads to, best first.", guide.LinkNames},
		{"Layout", "layouts", "The layouts of paper, the smallest first.", layouts},
	} {
		if len(e.words) < 2 {
			t.Errorf("only %d words of %s were found", len(e.words), e.name)
		}
		fmt.Fprintf(&b, "\n/** %s */\nexport const %s = ['%s'] as const\nexport type %s = (typeof %s)[number]\n",
			e.doc, e.list, strings.Join(e.words, "', '"), e.name, e.list)
	}
	if *update {
		if err := os.WriteFile(enumsFile, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(enumsFile)
	if err != nil || !bytes.Equal(got, b.Bytes()) {
		t.Errorf("%s differs (go test ./backend -run Enums -update): %v", enumsFile, err)
	}
}

// Every layout must be listed, or staff can never choose it.
func TestEveryLayoutIsListed(t *testing.T) {
	listed := map[string]bool{}
	for _, l := range handout.Layouts {
		listed[string(l)] = true
	}
	for _, name := range constants(t, "handout", "Layout") {
		if !listed[name] {
			t.Errorf("handout.Layouts lacks %q", name)
		}
	}
}

// constants gives the values of the typed string constants of a package, in
// the order of its files and lines.
func constants(t *testing.T, pkg, typ string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if id, ok := spec.Type.(*ast.Ident); !ok || id.Name != typ {
				return true
			}
			for _, v := range spec.Values {
				lit, ok := v.(*ast.BasicLit)
				if !ok {
					continue
				}
				value, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				values = append(values, value)
			}
			return true
		})
	}
	return values
}
