package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/cli"
)

// A root that cannot be used is said to be that, by its name; the update is not blamed,
// nor is the machine said to have none.
func TestPackVerifyWithABrokenRoot(t *testing.T) {
	c := newCeremony(t)
	file := c.begin("so-1", "a.tbupdate", "12")
	c.sign("so-2", file)
	whole := string(mustRead(t, c.path("roots", "1.root.json")))
	for name, text := range map[string]string{
		"empty":        "",
		"half":         whole[:len(whole)/2],
		"no root":      `{"signed": {"_type": "snapshot"}, "signatures": []}`,
		"not JSON":     "khóa gốc",
		"changed":      strings.Replace(whole, `"threshold": 2`, `"threshold": 3`, 1),
		"no signature": whole[:strings.Index(whole, `"signatures"`)] + `"signatures": [], "signed"` + whole[strings.Index(whole, `"signed"`)+len(`"signed"`):],
	} {
		root := filepath.Join(t.TempDir(), "1.root.json")
		if err := os.WriteFile(root, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if text == whole {
			t.Fatalf("%s: nothing was broken", name)
		}
		r := run(t, "pack", "verify", "--root", root, "--data", t.TempDir(), file)
		if r.code != cli.ExitFailed || !strings.Contains(r.stderr, "Tệp khóa gốc "+root+" hỏng hoặc còn thiếu chữ ký. Mời chép lại") || r.stdout != "" {
			t.Errorf("%s: %+v", name, r)
		}
		r = run(t, "pack", "verify", "--json", "--root", root, "--data", t.TempDir(), file)
		if r.code != cli.ExitFailed || !strings.Contains(r.stdout, `"kind": "broken_root"`) {
			t.Errorf("%s: %+v", name, r)
		}
	}
}
