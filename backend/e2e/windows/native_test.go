//go:build wine

package windows

import (
	"path/filepath"
	"strings"
	"testing"
)

// Tests of packages that only Windows compiles, run as they are.
func TestOfWindowsAlone(t *testing.T) {
	d := mustDesk(t)
	for pkg, tests := range map[string]string{
		"safefile": "TestReasonsOfWindows",
		"printer":  "TestStatesOfWindows|TestOnScreen",
	} {
		exe := filepath.Join(office.dir, pkg+".test.exe")
		build := office.command(d.ctx, "go", "test", "-c", "-o", exe, "./backend/"+pkg)
		build.Dir = repo
		build.Env = append(build.Env, "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
		if out, err := office.finish(build); err != nil {
			t.Fatalf("%s: %v\n%s", pkg, err, out)
		}
		out, err := office.finish(office.wine(d.ctx, exe, "-test.v", "-test.run", "^("+tests+")$"))
		if err != nil {
			t.Errorf("%s: %v\n%s", pkg, err, out)
		}
		for _, name := range strings.Split(tests, "|") {
			if !strings.Contains(out, "--- PASS: "+name) {
				t.Errorf("%s did not run %s:\n%s", pkg, name, out)
			}
		}
	}
}
