package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/content"
)

// documents are the texts that tell people what to type, by their name from the root.
func documents(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/huong-dan/*.md", "backend/*.md"} {
		names, err := filepath.Glob(filepath.Join("../..", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts[strings.TrimPrefix(filepath.ToSlash(name), "../../")] = string(data)
		}
	}
	if len(texts) < 10 {
		t.Fatalf("only %d documents", len(texts))
	}
	return texts
}

var (
	typed   = regexp.MustCompile("(?m)^(?:build/bin/)?tungbuoc(?:$| [^\n]*)|`(?:build/bin/)?tungbuoc [^`]+`")
	flag    = regexp.MustCompile(`--[a-z]+(?:-[a-z]+)*`)
	target  = regexp.MustCompile("`make ([a-z-]+)`|(?m)^make ([a-z-]+)")
	link    = regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
	example = regexp.MustCompile("(?s)```yaml\n(.*?)```")
)

// Every command in the documents is one, with flags that it has.
func TestDocumentedCommandsExist(t *testing.T) {
	seen := 0
	for name, text := range documents(t) {
		if name == "CHANGELOG.md" { // it tells of old ones, too
			continue
		}
		for _, line := range typed.FindAllString(text, -1) {
			line = strings.ReplaceAll(strings.Trim(line, "`"), "\n", " ")
			args := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(line, "build/bin/"), "tungbuoc"))
			if args == "COMMAND --help" || args == "" || args[0] == '(' {
				continue
			}
			seen++
			i := slices.IndexFunc(cli.CommandNames(), func(cmd string) bool { return args == cmd || strings.HasPrefix(args, cmd+" ") })
			if i < 0 {
				if !strings.HasPrefix(args, "open the kiosk") {
					t.Errorf("%s: there is no command %q", name, line)
				}
				continue
			}
			help := bare(t, nil, append(strings.Fields(cli.CommandNames()[i]), "--help")...).stdout
			for _, f := range flag.FindAllString(args, -1) {
				if !strings.Contains(help, "  "+f+" ") {
					t.Errorf("%s: %q has no flag %s", name, line, f)
				}
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d commands seen", seen)
	}
}

// Every target of make and every file that a document names is there.
func TestDocumentedTargetsAndFilesExist(t *testing.T) {
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range documents(t) {
		for _, m := range target.FindAllStringSubmatch(text, -1) {
			if want := m[1] + m[2]; !regexp.MustCompile(`(?m)^` + want + `:`).Match(makefile) {
				t.Errorf("%s: there is no make %s", name, want)
			}
		}
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join("../..", filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// The office.yaml of the README can be taken as it stands.
func TestDocumentedOfficeIsRead(t *testing.T) {
	m := example.FindStringSubmatch(documents(t)["README.md"])
	if m == nil {
		t.Fatal("the README shows no office.yaml")
	}
	if o, err := content.ReadOffice([]byte(m[1])); err != nil || o.Name == "" || o.WiFi == nil || o.Sumatra == "" {
		t.Errorf("%+v, %v", o, err)
	}
}
