package content_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tungbuoc/backend/content"
)

var (
	valued = regexp.MustCompile(`^(\s*(?:- )?(?:"[^"]*"|[^":{}\[\]#]+):) .+$`)
	nested = regexp.MustCompile(`^(\s*(?:- )?[^":{}\[\]#]+:)\s*$`)
)

// mutants are the ways in which a person spoils one line of a file.
func mutants(lines []string, i int) map[string][]string {
	with := func(instead ...string) []string { return slices.Concat(lines[:i], instead, lines[i+1:]) }
	found := map[string][]string{"left out": with(), "written twice": with(lines[i], lines[i])}
	key := valued.FindStringSubmatch(lines[i])
	if key == nil {
		key = nested.FindStringSubmatch(lines[i])
	}
	if key != nil {
		for _, value := range []string{"", " []", " {}", ` ""`, " [[]]", " [{}]", " -1", " x", ` [""]`} {
			found["as"+value] = with(key[1] + value)
		}
	}
	return found
}

// Whatever line of a pack is spoiled, the check says so or finds nothing; it
// never ends in a fault of the program.
func TestNoSpoiledLineEndsTheCheck(t *testing.T) {
	base := leading(t)
	today := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	count := 0
	for name, file := range base {
		if !strings.HasSuffix(name, ".yaml") {
			continue
		}
		lines := strings.Split(string(file.Data), "\n")
		for i := range lines {
			for how, text := range mutants(lines, i) {
				count++
				spoiled := maps.Clone(base)
				spoiled[name] = &fstest.MapFile{Data: []byte(strings.Join(text, "\n"))}
				if fault := checked(spoiled, today); fault != nil {
					t.Errorf("%s line %d %s, %q: %v", name, i+1, how, lines[i], fault)
				}
			}
		}
	}
	if count < 500 {
		t.Errorf("only %d mutants", count)
	}
	t.Logf("%d mutants", count)
}

// checked gives the panic of a check.
func checked(pack fstest.MapFS, today time.Time) (fault error) {
	defer func() {
		if p := recover(); p != nil {
			fault = fmt.Errorf("panic: %v", p)
		}
	}()
	content.Check(pack, today)
	return nil
}
