package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/content"
	"tungbuoc/backend/sqlite"
)

// A backup goes into a folder under a name of its own, says what it holds, and
// comes back on another machine.
func TestBackupAndRestore(t *testing.T) {
	dir, stick := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, content.OfficeName), []byte("name: UBND xã Thượng Lâm\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := run(t, "backup", stick, "--data", dir, "--json")
	var made struct {
		File  string
		Holds struct{ Office string }
	}
	if err := json.Unmarshal([]byte(r.stdout), &made); err != nil || r.code != cli.ExitDone {
		t.Fatal(err, r)
	}
	if filepath.Dir(made.File) != stick || made.Holds.Office != "UBND xã Thượng Lâm" {
		t.Errorf("%+v", made)
	}
	other := filepath.Join(t.TempDir(), "new")
	if r := run(t, "restore", "--show", made.File, "--data", other); r.code != cli.ExitDone || !strings.Contains(r.stdout, "UBND xã Thượng Lâm") || !strings.Contains(r.stdout, "Có cả ghi chú, câu riêng") {
		t.Errorf("%+v", r)
	}
	if _, err := os.Stat(filepath.Join(other, sqlite.FileName)); err == nil {
		t.Error("to look restores")
	}
	for _, want := range []string{"Đã khôi phục", "Dữ liệu trước đó còn ở"} {
		if r := run(t, "restore", made.File, "--data", other); r.code != cli.ExitDone || !strings.Contains(r.stdout, want) {
			t.Errorf("want %q: %+v", want, r)
		}
	}
	if err := os.WriteFile(made.File, []byte("cut off"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "restore", made.File, "--data", other); r.code != cli.ExitFailed || !strings.Contains(r.stderr, "không phải bản sao lưu") {
		t.Errorf("%+v", r)
	}
	for _, args := range [][]string{{"backup"}, {"restore"}, {"backup", "a", "b"}} {
		if r := run(t, append(args, "--data", dir)...); r.code != cli.ExitUsage {
			t.Errorf("%v: %+v", args, r)
		}
	}
}
