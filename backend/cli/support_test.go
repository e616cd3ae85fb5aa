package cli_test

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/restarts"
)

func TestDoctorTellsOfRestarts(t *testing.T) {
	add := func(dir string, kind restarts.Kind, before time.Duration, gave bool) {
		t.Helper()
		if err := restarts.Add(dir, restarts.Restart{At: noon.Add(-before), Kind: kind, Gave: gave}); err != nil {
			t.Fatal(err)
		}
	}
	for name, tt := range map[string]struct {
		fill func(dir string)
		want string
		bad  bool
	}{
		"none":     {func(string) {}, "không phải tự mở lại lần nào", false},
		"long ago": {func(dir string) { add(dir, restarts.Hung, 8*24*time.Hour, false) }, "không phải tự mở lại lần nào", false},
		"one":      {func(dir string) { add(dir, restarts.Hung, time.Hour, false) }, "đã tự mở lại 1 lần: màn hình đứng, không trả lời (1 lần)", false},
		"gave up":  {func(dir string) { add(dir, restarts.Gone, time.Hour, true) }, "--support", true},
		"often": {func(dir string) {
			add(dir, restarts.Dark, 3*time.Hour, false)
			add(dir, restarts.Gone, 2*time.Hour, false)
			add(dir, restarts.Dark, time.Hour, false)
		}, "3 lần: cửa sổ bị che hoặc đen (2 lần), chương trình tự dừng (1 lần)", true},
		"of a newer program": {func(dir string) { add(dir, "eaten", time.Hour, false) }, "lý do khác (1 lần)", false},
		"torn":               {func(dir string) { mustWrite(t, filepath.Join(dir, restarts.Name), "[{") }, "Không đọc được restarts.json", true},
	} {
		dir := t.TempDir()
		tt.fill(dir)
		r := bare(t, nil, "--data", dir, "doctor")
		line := ""
		for l := range strings.Lines(r.stdout) {
			if strings.Contains(l, "mở lại") || strings.Contains(l, restarts.Name) {
				line = l
			}
		}
		if !strings.Contains(line, tt.want) || strings.HasPrefix(line, "CẦN XEM") != tt.bad {
			t.Errorf("%s: %q", name, line)
		}
	}
}

// The support file has what is needed and nothing of the office's own.
func TestSupportFile(t *testing.T) {
	home := filepath.Join(t.TempDir(), "nguyenthilan")
	dir := filepath.Join(home, "tungbuoc")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, filepath.Join(dir, "tungbuoc.log"), `{"msg":"window open","err":"open `+dir+`/x, C:\\Users\\nguyenthilan\\y"}`)
	mustWrite(t, filepath.Join(dir, "tungbuoc-2026-11-01T00-00-00.000.log"), `{"msg":"older"}`)
	mustWrite(t, filepath.Join(dir, "office.yaml"), "name: Trung tâm\n")
	mustWrite(t, filepath.Join(dir, "setup-code.txt"), "secret")
	if err := restarts.Add(dir, restarts.Restart{At: noon, Kind: restarts.Gone}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "ho-tro.zip")
	env := map[string]string{"HOME": home, "USER": "nguyenthilan"}
	if r := bare(t, env, "--data", dir, "doctor", "--support", file); !strings.Contains(r.stdout, "Đã ghi "+file) {
		t.Fatal(r.stdout, r.stderr)
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = z.Close() }()
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil || len(text) == 0 || strings.Contains(string(text), "secret") || strings.Contains(string(text), "nguyenthilan") {
			t.Errorf("%s: %q, %v", f.Name, text, err)
		}
	}
	slices.Sort(names)
	want := []string{"doctor.json", "machine.json", "restarts.json", "tungbuoc-2026-11-01T00-00-00.000.log", "tungbuoc.log"}
	if !slices.Equal(names, want) {
		t.Errorf("in it: %v", names)
	}
}

func TestSupportFileHasAName(t *testing.T) {
	for _, name := range []string{"", "ho-tro", "ho-tro.txt"} {
		if r := bare(t, nil, "--data", t.TempDir(), "doctor", "--support", name); r.code != 2 || !strings.Contains(r.stderr, ".zip") {
			t.Errorf("%q: %d, %s", name, r.code, r.stderr)
		}
	}
	gone := filepath.Join(t.TempDir(), "none", "ho-tro.zip")
	if r := bare(t, nil, "--data", t.TempDir(), "doctor", "--support", gone); r.code != 1 || r.stderr == "" {
		t.Errorf("%d, %s", r.code, r.stderr)
	}
}
