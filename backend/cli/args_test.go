package cli_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/content"
)

// frozen is a small pack: these tests are about words, not about content.
var frozen = func() fs.FS {
	dir, err := filepath.Abs("../content/testdata/frozen") // before a test goes elsewhere
	if err != nil {
		panic(err)
	}
	return os.DirFS(dir)
}()

// bare runs a command on the frozen pack with an environment of its own.
func bare(t *testing.T, env map[string]string, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	var r result
	p := cli.Program{
		Version: "1.2.3", Pack: frozen, Now: func() time.Time { return noon }, Stdout: &out, Stderr: &errs,
		Getenv: func(name string) string { return env[name] },
		Open:   func(dir string, _ bool) error { r.opened = dir; return nil },
	}
	r.code = p.Main(args)
	r.stdout, r.stderr = out.String(), errs.String()
	return r
}

// Flags may stand before a command, between its words and after it: the answer
// is the same.
func TestFlagsStandAnywhere(t *testing.T) {
	data := t.TempDir()
	for _, tt := range []struct {
		words, args []string
		code        int
	}{
		{[]string{"version"}, nil, 0},
		{[]string{"links"}, nil, 0},
		{[]string{"doctor"}, []string{"x"}, 2},
		{[]string{"content", "check"}, []string{"testdata"}, 1},
		{[]string{"content", "check"}, []string{"--reading", "a", "b"}, 2},
		{[]string{"content", "review"}, nil, 2},
		{[]string{"content", "cite"}, nil, 2},
		{[]string{"search"}, nil, 2},
		{[]string{"search"}, []string{"--limit", "0", "doctor"}, 2},
		{[]string{"catalogue", "import"}, nil, 2},
		{[]string{"handout"}, nil, 2},
		{[]string{"handout"}, []string{"version", "--layout", "a9", "--out", "x.pdf"}, 2},
		{[]string{"speech", "script"}, nil, 2},
		{[]string{"speech", "import"}, nil, 2},
		{[]string{"speech", "list"}, []string{"x"}, 2},
		{[]string{"speech", "say"}, nil, 2},
		{[]string{"speech", "remove"}, nil, 2},
		{[]string{"qr"}, nil, 2},
		{[]string{"qr"}, []string{"doctor", "--out", "x.bmp"}, 1},
	} {
		after := bare(t, nil, append(append(append([]string{}, tt.words...), tt.args...), "--data", data, "--json")...)
		if after.code != tt.code || after.opened != "" {
			t.Errorf("%v %v: %+v", tt.words, tt.args, after)
		}
		first, rest := tt.words[:1], append(append([]string{}, tt.words[1:]...), tt.args...)
		for _, args := range [][]string{
			append(append([]string{"--data", data, "--json"}, tt.words...), tt.args...),
			append(append([]string{"--json", "--data=" + data}, tt.words...), tt.args...),
			append(append([]string{"--json", "--data", data, "--"}, tt.words...), plain(tt.args)...),
			append(append(append([]string{}, first...), "--data", data, "--json"), rest...),
			append(append(append([]string{"--json"}, first...), "--data", data), rest...),
		} {
			if len(plain(tt.args)) != len(tt.args) && strings.Contains(strings.Join(args, " "), " -- ") {
				continue // behind -- there are no flags
			}
			if got := bare(t, nil, args...); got != after {
				t.Errorf("%v: %+v, want %+v", args, got, after)
			}
		}
	}
}

// plain are arguments up to the first flag.
func plain(args []string) []string {
	for i, a := range args {
		if strings.HasPrefix(a, "-") {
			return args[:i]
		}
	}
	return args
}

func TestFlagsBeforeACommand(t *testing.T) {
	data := t.TempDir()
	if r := bare(t, nil, "--data", data, "doctor", "--json"); r.code != 0 || !strings.Contains(r.stdout, data) {
		t.Errorf("%+v", r)
	}
	out := filepath.Join(t.TempDir(), "x.png")
	if r := bare(t, nil, "--out", out, "--data", data, "qr", "khai-sinh"); r.code != 0 {
		t.Errorf("%+v", r)
	}
	if _, err := os.Stat(out); err != nil {
		t.Error(err)
	}
	for _, tt := range []struct {
		args []string
		says string
	}{
		{[]string{"--data", data, "nonsense"}, `Không có lệnh “nonsense”`},
		{[]string{"--json", "content", "nonsense"}, `Không có lệnh “content”`},
		{[]string{"--nonsense", "doctor"}, "nonsense"},
		{[]string{"--data"}, "Lệnh viết chưa đúng"},
		{[]string{"--window", "doctor"}, `Không có lệnh “doctor”`},
	} {
		if r := bare(t, nil, tt.args...); r.code != cli.ExitUsage || !strings.Contains(r.stderr, tt.says) || r.opened != "" {
			t.Errorf("%v: %+v", tt.args, r)
		}
	}
}

// Where nobody says whose program this is, data is put nowhere, and above all
// not into the working folder.
func TestNoHomeIsAnError(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "pack"), os.DirFS("../content/testdata/frozen")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	for _, env := range []map[string]string{nil, {"HOME": ""}, {"HOME": ".", "LOCALAPPDATA": "."}, {"HOME": "home", "XDG_DATA_HOME": "data"}} {
		for _, args := range [][]string{nil, {"--window"}, {"doctor"}, {"search", "x"}, {"speech", "list"}, {"handout", "khai-sinh", "--out", "x.pdf"}} {
			r := bare(t, env, args...)
			if r.code != cli.ExitFailed || r.opened != "" || !strings.Contains(r.stderr, "--data") {
				t.Errorf("%v with %v: %+v", args, env, r)
			}
		}
		for _, args := range [][]string{{"version", "--pack", "pack"}, {"content", "check", "pack"}} {
			if r := bare(t, env, args...); r.code == cli.ExitFailed && strings.Contains(r.stderr, "--data") {
				t.Errorf("%v needs no data and failed: %+v", args, r)
			}
		}
	}
	left, err := os.ReadDir(".")
	if err != nil || len(left) != 1 {
		t.Errorf("left in the working folder: %v, %v", left, err)
	}
	home := t.TempDir()
	if r := bare(t, map[string]string{"HOME": home, "LOCALAPPDATA": home}); !strings.HasPrefix(r.opened, home) {
		t.Errorf("%+v", r)
	}
	if runtime.GOOS == "linux" {
		if r := bare(t, map[string]string{"XDG_DATA_HOME": home}); r.opened != filepath.Join(home, "tungbuoc") {
			t.Errorf("%+v", r)
		}
	}
}

// office.yaml under another name is found by the doctor: Windows hides what it
// adds.
func TestDoctorFindsAMisnamedOffice(t *testing.T) {
	for _, name := range []string{
		"office.yaml.txt", "office.yml", "Office.yaml", "OFFICE.YAML", "Office.yaml.txt", "office.txt", "office .yaml", "office.yaml ", "office - Copy.yaml",
		"office (1).yaml", "office.yaml.yaml", "office.YML", "office",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("name: Trung tâm\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(dir, content.OfficeName)); err == nil {
			continue // the file system takes both for one name
		}
		r := bare(t, map[string]string{"HOME": dir}, "--data", dir, "doctor")
		if r.code != cli.ExitFailed || !strings.Contains(r.stdout, "Có tệp "+name+" ") || !strings.Contains(r.stdout, "đổi tên") {
			t.Errorf("%q: exit %d: %s", name, r.code, r.stdout)
		}
	}
	dir := t.TempDir()
	for _, name := range []string{"office.db", "office.db-wal", "office.yaml", "officer.yaml", "my-office.yaml", "office.pdf", "office-2025.yaml.bak"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("name: Trung tâm\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if other := content.MisnamedOffice(dir); other != "" {
		t.Errorf("%q is taken for office.yaml", other)
	}
}

// Whatever happens to the doctor's file, nothing of it stays.
func TestDoctorLeavesNoProbe(t *testing.T) {
	full := errors.New("no space left on device")
	for name, write := range map[string]func(*os.File) error{
		"written": func(f *os.File) error { _, err := f.WriteString("x"); return err },
		"full":    func(f *os.File) error { _, _ = f.WriteString("x"); return full },
		"closed":  func(f *os.File) error { return f.Close() },
	} {
		dir := t.TempDir()
		if err := cli.TryWriting(dir, write); (err == nil) != (name == "written") {
			t.Errorf("%s: %v", name, err)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("%s: left %v", name, left)
		}
	}
	if err := cli.TryWriting(filepath.Join(t.TempDir(), "none"), func(*os.File) error { return nil }); err == nil {
		t.Error("a folder that is not there can be written")
	}
}
