package cli_test

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/versions"
)

// programs makes a data folder with programs: one that waits, one that failed.
func programs(t *testing.T, do func(dir string, s versions.Store)) string {
	t.Helper()
	dir := t.TempDir()
	do(dir, versions.Store{DataDir: dir, Installed: "1.2.3", Now: func() time.Time { return noon }, Log: slog.New(slog.DiscardHandler)})
	return dir
}

// noProgram is the SHA-256 of nothing.
const noProgram = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

func waiting(t *testing.T, dir, version string) {
	t.Helper()
	p := versions.Program{Number: 7, Version: version, Taken: noon, SHA256: noProgram}
	must(t, os.MkdirAll(p.Home(dir), 0o700))
	mustWrite(t, p.Path(dir), "")
	if err := versions.Wait(dir, p); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestUpdateTellsOfPrograms(t *testing.T) {
	for name, tt := range map[string]struct {
		do   func(dir string, s versions.Store)
		want []string
		bad  bool
	}{
		"none":    {func(string, versions.Store) {}, []string{"1.2.3"}, false},
		"waiting": {func(dir string, _ versions.Store) { waiting(t, dir, "2.0.0") }, []string{"Bản 2.0.0 chờ thử", "nửa phút"}, false},
		"good": {func(dir string, s versions.Store) {
			waiting(t, dir, "2.0.0")
			_, err := s.Begin()
			must(t, err)
			must(t, s.Pass(false))
		}, []string{"Bản đang dùng: 2.0.0"}, false},
		"failed": {func(dir string, s versions.Store) {
			waiting(t, dir, "2.0.0")
			_, err := s.Begin()
			must(t, err)
			must(t, s.Fail(versions.Unseen, ""))
		}, []string{"Bản 2.0.0 không đạt lúc thử", "cửa sổ bị che hoặc đen", "dữ liệu còn nguyên"}, true},
		"torn": {func(dir string, _ versions.Store) {
			must(t, os.Mkdir(filepath.Join(dir, versions.Folder), 0o700))
			mustWrite(t, filepath.Join(dir, versions.Folder, "state.json"), "{")
		}, []string{"Không đọc được sổ các bản chương trình"}, true},
	} {
		dir := programs(t, tt.do)
		state := bare(t, nil, "--data", dir, "update", "--state")
		doctor := bare(t, nil, "--data", dir, "doctor", "--json")
		var said struct {
			Checks []struct {
				Name, Message string
				OK            bool
			}
			Programs *struct{ Failed []versions.Failure }
		}
		if err := json.Unmarshal([]byte(doctor.stdout), &said); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		found := ""
		for _, c := range said.Checks {
			if c.Name == "programs" {
				if found = c.Message; c.OK == tt.bad {
					t.Errorf("%s: the doctor: %+v", name, c)
				}
			}
		}
		for _, want := range tt.want {
			if !strings.Contains(found, want) || !strings.Contains(state.stdout+state.stderr, want) {
				t.Errorf("%s: want %q; the doctor says %q, update --state %q", name, want, found, state.stdout+state.stderr)
			}
		}
		if name == "failed" && (said.Programs == nil || len(said.Programs.Failed) != 1 || said.Programs.Failed[0].Reason != versions.Unseen) {
			t.Errorf("doctor --json says %+v", said.Programs)
		}
	}
}

func TestUpdateCommand(t *testing.T) {
	dir := programs(t, func(dir string, _ versions.Store) { waiting(t, dir, "2.0.0") })
	file := filepath.Join(t.TempDir(), "a.tbupdate")
	mustWrite(t, file, "no update")
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{nil, 2, "Mời ghi một tệp"},
		{[]string{"--state", "--cancel"}, 2, "một trong hai"},
		{[]string{"--state", "x"}, 2, "Thừa"},
		{[]string{file}, 1, "Đây không phải tệp cập nhật"},
		{[]string{"--json", file}, 1, `"kind": "not_ours"`},
		{[]string{"--state", "--json"}, 0, `"version": "2.0.0"`},
		{[]string{"--cancel"}, 0, "Đã bỏ bản 2.0.0"},
		{[]string{"--cancel"}, 0, "Không có bản nào"},
		{[]string{"--cancel", "--json"}, 0, `"canceled": null`},
	} {
		r := bare(t, nil, append([]string{"--data", dir, "update"}, tt.args...)...)
		if r.code != tt.code || !strings.Contains(r.stdout+r.stderr, tt.want) {
			t.Errorf("%q: exit %d, %q %q", tt.args, r.code, r.stdout, r.stderr)
		}
	}
}
