package sqlite_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// The driver is C translated to Go for one version of libc; with another one
// it builds and then misbehaves.
func TestLibcIsTheOneTheDriverWants(t *testing.T) {
	list := func(format, module string) string {
		out, err := exec.Command("go", "list", "-m", "-f", format, module).Output()
		if err != nil {
			t.Fatalf("go list %s: %v", module, err)
		}
		return strings.TrimSpace(string(out))
	}
	mod, err := os.ReadFile(list("{{.GoMod}}", "modernc.org/sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	want := regexp.MustCompile(`(?m)^\s*(?:require\s+)?modernc\.org/libc\s+(v\S+)`).FindSubmatch(mod)
	if want == nil {
		t.Fatal("the driver's go.mod does not name libc")
	}
	if got := list("{{.Version}}", "modernc.org/libc"); got != string(want[1]) {
		t.Errorf("libc %s, the driver wants %s: go get modernc.org/libc@%s", got, want[1], want[1])
	}
}
