package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/cli"
)

// Where there is no printing system and no viewer the handout is kept, and the
// answer says where.
func TestHandoutPrintWithoutPrinting(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("CUPS_SERVER", filepath.Join(dir, "none"))
	t.Setenv("PATH", dir)
	file := filepath.Join(dir, "tờ.pdf")
	r := run(t, "handout", "khai-sinh", "--out", file, "--print")
	if r.code != cli.ExitDone || !strings.Contains(r.stdout, "Tờ in đã lưu ở "+file) {
		t.Errorf("%+v", r)
	}
	var got struct {
		Print *struct{ Way, Printer, Say string }
	}
	for _, tt := range []struct {
		args []string
		way  string
	}{{nil, ""}, {[]string{"--printer", "Mot_cua"}, "save"}} {
		got.Print = nil
		r := run(t, append([]string{"handout", "khai-sinh", "--out", file, "--json"}, tt.args...)...)
		if err := json.Unmarshal([]byte(r.stdout), &got); err != nil || r.code != cli.ExitDone {
			t.Fatalf("%v: %+v", err, r)
		}
		if (got.Print == nil) != (tt.way == "") || got.Print != nil && got.Print.Way != tt.way {
			t.Errorf("%q: %s", tt.args, r.stdout)
		}
	}
	if r := run(t, "doctor"); !strings.Contains(r.stdout, "CUPS chưa chạy") || !strings.Contains(r.stdout, "lưu thành tệp") {
		t.Errorf("doctor: %+v", r)
	}
	// A viewer is taken where there is one.
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte("#!/bin/sh\nexit 0\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "handout", "khai-sinh", "--out", file, "--print"); !strings.Contains(r.stdout, "Bấm Ctrl+P để in") {
		t.Errorf("%+v", r)
	}
}
