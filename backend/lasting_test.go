package backend

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// touching are the functions of package os that change what a folder holds. A file
// that was renamed or made with them may be gone after a power cut, and one that was
// removed back again: package safefile is there for what must last.
var touching = []string{
	"Chtimes", "CopyFS", "Create", "CreateTemp", "Link", "Mkdir", "MkdirAll", "MkdirTemp", "OpenFile", "OpenInRoot", "OpenRoot",
	"Remove", "RemoveAll", "Rename", "Symlink", "Truncate", "WriteFile",
}

// passing is what need not last, by file or folder, with the calls and the reason.
var passing = map[string]struct {
	calls  []string
	reason string
}{
	"backup/backup.go":       {[]string{"MkdirTemp", "RemoveAll"}, "a folder to work in, which the next start sweeps"},
	"backup/restore.go":      {[]string{"MkdirTemp", "RemoveAll"}, "a folder to work in, which the next start sweeps"},
	"certificate":            {[]string{"MkdirAll", "MkdirTemp", "RemoveAll"}, "folders to measure in, gone afterwards"},
	"cli/console_windows.go": {[]string{"OpenFile"}, "the console is no file"},
	"cli/doctor.go":          {[]string{"CreateTemp", "Remove"}, "a file to try writing with"},
	"instance":               {[]string{"Mkdir", "Remove", "WriteFile"}, "who is running: nobody is after a power cut"},
	"lifeline":               {[]string{"OpenFile"}, "the null device"},
	"logbook/logbook.go":     {[]string{"MkdirAll", "OpenFile"}, "nobody was promised the last lines of the log"},
	"paper/spool.go":         {[]string{"MkdirAll", "Remove"}, "what the printer reads once; the next start clears it"},
	"restarts":               {[]string{"CreateTemp", "Remove", "Rename"}, "a note for the doctor; the launcher that writes it stays small"},
	"trust/keyfile":          {[]string{"OpenFile", "Remove"}, "a key never takes the place of another; its file and folder are synced there"},
	"supervise":              {[]string{"MkdirAll", "Remove", "WriteFile"}, "the folder for its lock, which the kiosk makes as well; that it rests: nobody does after a power cut"},
	"printer/cupstest":       {[]string{"Mkdir", "MkdirTemp", "Remove", "RemoveAll", "Symlink", "WriteFile"}, "a printing system for tests"},
}

func TestWhatMustLastGoesThroughSafefile(t *testing.T) {
	used := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		path = filepath.ToSlash(path)
		if err == nil && d.IsDir() && (path == "e2e" || path == "safefile") {
			return fs.SkipDir
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		for _, call := range touched(file) {
			where := path
			if _, ok := passing[where]; !ok {
				where = path[:max(0, strings.LastIndexByte(path, '/'))]
			}
			if !slices.Contains(passing[where].calls, call) {
				t.Errorf("%s uses os.%s: what must outlast a power cut goes through safefile, what need not stands in the table with its reason", path, call)
			}
			used[where] = append(used[where], call)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for where, p := range passing {
		for _, call := range p.calls {
			if !slices.Contains(used[where], call) {
				t.Errorf("%s uses os.%s no more: it leaves the table", where, call)
			}
		}
	}
}

// touched lists the functions of touching that a file uses, called or passed on.
func touched(file *ast.File) (names []string) {
	as := ""
	for _, spec := range file.Imports {
		if path, _ := strconv.Unquote(spec.Path.Value); path == "os" {
			if as = "os"; spec.Name != nil {
				as = spec.Name.Name
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok || as == "" {
			return true
		}
		if x, ok := sel.X.(*ast.Ident); ok && x.Name == as && slices.Contains(touching, sel.Sel.Name) {
			names = append(names, sel.Sel.Name)
		}
		return true
	})
	return names
}

func TestTouchedSeesEveryWay(t *testing.T) {
	for source, want := range map[string]string{
		`package x; import "os"; var _ = os.Rename`:                 "Rename",
		`package x; import "os"; func f() { _ = os.Remove("x") }`:   "Remove",
		`package x; import sys "os"; var _ = sys.WriteFile`:         "WriteFile",
		`package x; import "os"; var _ = os.ReadFile`:               "",
		`package x; var os struct{ Rename int }; var _ = os.Rename`: "",
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", source, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(touched(file), " "); got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}
