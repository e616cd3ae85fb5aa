// Package backend holds no code: its tests keep the dependency arrow of
// ARCHITECTURE.md true, and the words that cross into the pages.
package backend

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "tungbuoc/backend/"

// The arrow: guide <- the ground floor <- the second floor <- desktop, cli <-
// main.go. A package may import another of its own floor only where these
// tables say so, with the reason.

// ground is the floor of the siblings: one thing each.
var ground = map[string][]string{
	"closing":     nil,
	"content":     nil,
	"datapath":    nil,
	"handout":     {"qr", "picture"}, // a page is codes and pictures on paper
	"instance":    nil,
	"later":       nil,
	"lifeline":    nil,
	"logbook":     nil,
	"maintenance": {"picture"}, // only its folder font: the letters of the product
	"manual":      nil,
	"picture":     nil,
	"qr":          nil,
	"places":      nil,
	"printer":     nil,
	"readthrough": {"content", "picture"}, // its page shows what the content check found beside the drawn screens
	"restarts":    nil,
	"safefile":    nil,
	"screens":     nil,
	"search":      {"sqlite"}, // its index is a SQLite file, and sqlite knows how such a file is kept
	"sight":       nil,
	"sqlite":      {"safefile"}, // where one database takes another's place it outlasts a power cut
	"speech":      {"safefile"}, // an imported clip is a whole file or none
	"staff":       {"safefile"}, // the saved trail is a table as all saved ones are, the set-up code a whole file
	"traces":      nil,
	"trust":       {"safefile"}, // what it remembers and what it saves is whole or not there
	"versions":    {"safefile"}, // which program is good is known whole, and programs are whole
	"webview":     nil,
	"worker":      nil,
}

// second is the floor of the office's own things, without a window: each puts
// the ground floor together for one purpose, for every top alike.
var second = map[string][]string{
	"backup":      {"desk"}, // a backup says whose it is
	"certificate": nil,
	"datafolder":  {"desk"}, // what it opens says how the office is called, as desk has it
	"desk":        nil,
	"edition":     nil,
	"gaps":        nil,
	"intake":      nil,
	"linkcheck":   nil,
	"paper":       nil,
	"proof":       nil,
	"recordings":  nil,
	"today":       nil,
}

// tops may import both floors but not each other.
var tops = []string{"desktop", "cli", "supervise", "launcher", "e2e"}

// e2e shows the façade to a browser, and opens a spoiled folder as the window and as the
// doctor do; that is all it is for.
// The launcher is supervise as a program.
var allowedTops = map[string][]string{"e2e": {"desktop", "cli"}, "launcher": {"supervise"}}

func TestImportsFollowTheArrow(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && path == filepath.Join("safefile", "powercut") {
			return fs.SkipDir // a module of its own, whose tests look at all that lasts
		}
		// Tests that stand here, above the packages, may look at all of them.
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || filepath.Dir(path) == "." {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		test := strings.HasSuffix(path, "_test.go")
		from := strings.Split(filepath.ToSlash(path), "/")[0]
		for _, spec := range file.Imports {
			if rule := forbidden(from, strings.Trim(spec.Path.Value, `"`), test); rule != "" {
				t.Errorf("%s imports %s: %s", path, spec.Path.Value, rule)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// forbidden gives the rule that an import breaks, "" if it breaks none.
func forbidden(from, imported string, test bool) string {
	if strings.HasPrefix(imported, "github.com/wailsapp/wails") {
		if from != "desktop" {
			return "only desktop may import Wails, so that everything else runs and is tested without a window"
		}
		return ""
	}
	first := strings.Split(imported, "/")[0]
	if from == "guide" && strings.Contains(first, ".") {
		return "guide is the domain and imports the standard library only"
	}
	inside, ours := strings.CutPrefix(imported, module)
	if !ours {
		return ""
	}
	to := strings.Split(inside, "/")[0]
	switch {
	case to == from || to == "guide":
		return ""
	case from == "guide":
		return "guide imports none of the other packages: the arrow points at it"
	case slices.Contains(tops, from):
		if slices.Contains(tops, to) && !slices.Contains(allowedTops[from], to) {
			return "desktop and cli stand side by side on the same packages and never use each other"
		}
		return ""
	case slices.Contains(tops, to):
		return "nothing below may import " + to + ": it is the top of the arrow"
	case slices.Contains(ground[from], to) || slices.Contains(second[from], to):
		return ""
	case test && to == "content":
		return "" // tests of every floor may use the shipped pack as their input
	}
	_, groundTo := ground[to]
	_, secondFrom := second[from]
	if _, groundFrom := ground[from]; !groundFrom && !secondFrom {
		return "package " + from + " is new: add it to a table in arch_test.go and to ARCHITECTURE.md"
	}
	_, secondTo := second[to]
	switch {
	case secondFrom && groundTo:
		return ""
	case secondFrom:
		return "packages of the second floor stand on the ground floor, not on each other; a needed exception goes into the table with its reason"
	case secondTo:
		return "the ground floor may not import " + to + " of the second floor: the arrow points down"
	}
	return "siblings speak guide's types and do not import each other; a needed exception goes into the table with its reason"
}

func TestForbiddenKnowsTheRules(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		ok       bool
	}{
		{"qr", module + "guide", true},
		{"desktop", module + "qr", true},
		{"desktop", "github.com/wailsapp/wails/v2", true},
		{"cli", module + "sqlite", true},
		{"qr", module + "content", false},
		{"guide", module + "qr", false},
		{"guide", "github.com/goccy/go-yaml", false},
		{"cli", "github.com/wailsapp/wails/v2/pkg/runtime", false},
		{"cli", module + "desktop", false},
		{"sqlite", module + "desktop", false},
		{"e2e", module + "desktop", true},
		{"edition", module + "search", true},
		{"edition", module + "guide", true},
		{"edition", module + "edition", true},
		{"edition", module + "desktop", false},
		{"edition", module + "unheard", false},
		{"edition", module + "recordings", false},
		{"recordings", module + "edition", false},
		{"edition", "github.com/wailsapp/wails/v2", false},
		{"search", module + "edition", false},
		{"guide", module + "edition", false},
		{"cli", module + "edition", true},
		{"unheard", module + "qr", false},
		{"paper", module + "handout", true},
		{"desktop", module + "paper", true},
		{"handout", module + "paper", false},
		{"paper", module + "desktop", false},
		{"paper", "github.com/wailsapp/wails/v2", false},
	} {
		if rule := forbidden(tt.from, tt.to, false); (rule == "") != tt.ok {
			t.Errorf("%s -> %s: %q", tt.from, tt.to, rule)
		}
	}
}

// The façade grows whenever nobody asks where else a thing could stand. Most of it is
// views: what the pages show, said in plain data. People and their trail have nine
// bound methods here that only pass on, what the office says of itself three, and so
// have taking away and bringing back, sentences, and the search that finds for staff
// what is hidden; what they do stands in staff and desk. The first page asks seven
// packages, none of which knows another: that stands here, too, and so does which
// pack and which office the list of what is lacking looks at; and so do the four of
// the settings, and the window that they reach: made small, closed, and filled again
// when the monitors change. The end of a visit, which reaches the door, the sounds, the
// printer and the engine, stands here as well, and the window's word to who watches it. So
// does the door that is shut while a new program proves itself, the five calls by
// which an administrator brings one in (what they do stands in intake), and the visit
// that is only pretended, to see what it leaves.
func TestDesktopIsThin(t *testing.T) {
	const most = 3400
	files, err := filepath.Glob("desktop/*.go")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines += bytes.Count(data, []byte("\n"))
	}
	if lines == 0 || lines > most {
		t.Errorf("desktop has %d lines, at most %d are right: what the office does without a window belongs to the second floor, what one thing does to the ground floor", lines, most)
	}
}
