package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/cli"
)

func TestManualIsWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sach.pdf")
	for _, tt := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--out", file, "--chapter", "03-in-to", "--json"}, cli.ExitDone, `"pages": 1`},
		{[]string{"--out", file}, cli.ExitDone, "Đã ghi " + file},
		{[]string{"--out", file, "--chapter", "99-khong-co"}, cli.ExitFailed, "không có chương này"},
		{[]string{"--out", "sach.txt"}, cli.ExitUsage, "--out TỆP.pdf"},
		{[]string{"sach.pdf"}, cli.ExitUsage, ""},
	} {
		r := bare(t, nil, append([]string{"manual"}, tt.args...)...)
		if r.code != tt.code || !strings.Contains(r.stdout+r.stderr, tt.says) {
			t.Errorf("%v: exit %d, want %d with %q: %s", tt.args, r.code, tt.code, tt.says, r.stdout+r.stderr)
		}
	}
	if data, err := os.ReadFile(file); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("no PDF: %v", err)
	}
}
