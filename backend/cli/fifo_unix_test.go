//go:build unix

package cli_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tungbuoc/backend/cli"
)

// A pipe that nobody writes into would be waited for without an end.
func TestPipesAreNotWaitedFor(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "0ca03b5b.wav")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		says string
	}{
		{[]string{"catalogue", "import", pipe}, "không phải là tệp thường"},
		{[]string{"speech", "import", "--lang", "tyz", pipe}, "không phải là tệp thường"},
		{[]string{"speech", "import", "--lang", "tyz", filepath.Dir(pipe)}, "nhập 0 bản thu"},
	} {
		r := bare(t, map[string]string{"TUNGBUOC_DATA": t.TempDir()}, tt.args...)
		if said := r.stdout + r.stderr; r.code != cli.ExitFailed || !strings.Contains(said, tt.says) {
			t.Errorf("%v: %+v", tt.args, r)
		}
	}
}
