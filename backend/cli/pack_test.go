package cli_test

import (
	"encoding/json"
	goflag "flag"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/trust"
	"tungbuoc/backend/trust/keyfile"
)

var updateGolden = goflag.Bool("update", false, "rewrite golden files")

// ceremony is the folder where holders of a test meet.
type ceremony struct {
	t   *testing.T
	dir string
}

func passphraseOf(name string) string { return "câu mật khẩu của " + name }

func (c ceremony) path(names ...string) string {
	return filepath.Join(append([]string{c.dir}, names...)...)
}

// done runs a command as a holder, who types the passphrase, and expects exit 0.
func (c ceremony) done(holder string, args ...string) result {
	c.t.Helper()
	r := runWith(c.t, passphraseOf(holder)+"\n", args...)
	if r.code != cli.ExitDone {
		c.t.Fatalf("%v: %+v", args, r)
	}
	return r
}

// newCeremony makes three keys and the first root, which two of them sign.
func newCeremony(t *testing.T) ceremony {
	t.Helper()
	t.Cleanup(keyfile.TestOnlyWork())
	c := ceremony{t, t.TempDir()}
	for _, dir := range []string{"roots", "build"} {
		if err := os.Mkdir(c.path(dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	c.write("build/tungbuoc", "a program for Linux\n")
	c.write("build/tungbuoc.exe", "a program for Windows\n")
	for _, name := range []string{"so-1", "so-2", "so-3", "so-4"} {
		c.done(name, "pack", "keygen", "--out", c.dir, "--name", name)
	}
	c.done("", "pack", "rotate", "--roots", c.path("roots"), "--holder", c.path("so-1.pub"), "--holder", c.path("so-2.pub"), "--holder", c.path("so-3.pub"))
	c.sign("so-1", c.path("roots", "1.root.json"))
	c.sign("so-3", c.path("roots", "1.root.json"))
	return c
}

func (c ceremony) write(name, text string) {
	c.t.Helper()
	if err := os.WriteFile(c.path(name), []byte(text), 0o600); err != nil {
		c.t.Fatal(err)
	}
}

func (c ceremony) sign(holder, file string) result {
	c.t.Helper()
	return c.done(holder, "pack", "sign", "--key", c.path(holder+".key"), file)
}

// begin makes an update and signs it first.
func (c ceremony) begin(holder, name, number string) string {
	c.t.Helper()
	file := c.path(name)
	c.done(holder, "pack", "sign", "--key", c.path(holder+".key"), "--roots", c.path("roots"), "--number", number, "--app-version", "1.4.0",
		"--linux", c.path("build", "tungbuoc"), "--windows", c.path("build", "tungbuoc.exe"), "--out", file)
	return file
}

func (c ceremony) verify(data, file string, more ...string) result {
	c.t.Helper()
	return run(c.t, append([]string{"pack", "verify", "--root", c.path("roots", "1.root.json"), "--data", data, file}, more...)...)
}

// From keys to a file that a machine takes, each holder alone at a computer.
func TestPackFromKeysToAnUpdate(t *testing.T) {
	c := newCeremony(t)
	if info, err := os.Stat(c.path("so-1.key")); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	file := c.begin("so-2", "tung-buoc-12.tbupdate", "12")
	if r := c.verify(t.TempDir(), file); r.code != cli.ExitFailed || !strings.Contains(r.stdout, "chữ ký 1, cần 2") || !strings.Contains(r.stderr, "thiếu chữ ký") {
		t.Errorf("%+v", r)
	}
	if r := c.sign("so-1", file); !strings.Contains(r.stdout, "Chữ ký: 2, cần 2") || strings.Count(r.stdout, "SHA-256 ") != 2 {
		t.Errorf("%+v", r)
	}
	var shown strings.Builder
	for _, args := range [][]string{nil, {"--platform", "windows-amd64", "--json"}} {
		r := c.verify(t.TempDir(), file, args...)
		if r.code != cli.ExitDone || r.stderr != "" {
			t.Errorf("%+v", r)
		}
		shown.WriteString(strings.ReplaceAll(r.stdout, c.dir+string(filepath.Separator), ""))
	}
	const golden = "testdata/pack-verify.txt"
	if *updateGolden {
		if err := os.WriteFile(golden, []byte(shown.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || string(want) != shown.String() {
		t.Errorf("%v; want\n%s\ngot\n%s", err, want, shown.String())
	}
}

// A key is lost: two holders name another one, and numbers may begin anew.
func TestPackRotate(t *testing.T) {
	c := newCeremony(t)
	data := t.TempDir()
	old := c.begin("so-1", "old.tbupdate", "40")
	c.sign("so-2", old)
	m := trust.Trust{Root: mustRead(t, c.path("roots", "1.root.json")), Memory: data}
	u, err := m.Open(old)
	if err != nil {
		t.Fatal(err)
	}
	if err := u.Remember(); err != nil {
		t.Fatal(err)
	}
	_ = u.Close()
	lower := c.begin("so-1", "lower.tbupdate", "5")
	c.sign("so-2", lower)
	r := c.verify(data, lower, "--json")
	var said struct {
		OK            bool
		Kind, Message string
	}
	if err := json.Unmarshal([]byte(r.stdout), &said); err != nil || r.code != cli.ExitFailed || said.OK || said.Kind != string(trust.Older) || said.Message == "" {
		t.Errorf("%v: %+v", err, r)
	}
	if log, err := os.ReadFile(filepath.Join(data, "tungbuoc.log")); err == nil && !strings.Contains(string(log), "older") {
		t.Errorf("the log does not say why:\n%s", log)
	}
	second := c.path("roots", "2.root.json")
	r = c.done("", "pack", "rotate", "--roots", c.path("roots"), "--holder", c.path("so-1.pub"), "--holder", c.path("so-2.pub"), "--holder", c.path("so-4.pub"))
	if !strings.Contains(r.stdout, "Chữ ký của đời trước: 0, cần 2") {
		t.Errorf("%+v", r)
	}
	if r := runWith(t, "", "pack", "rotate", "--roots", c.path("roots")); r.code != cli.ExitFailed || !strings.Contains(r.stderr, "đời 2 còn thiếu chữ ký") {
		t.Errorf("a third root on an unsigned second: %+v", r)
	}
	c.sign("so-1", second)
	c.sign("so-2", second)
	file := c.begin("so-4", "new.tbupdate", "5")
	c.sign("so-1", file)
	if r := c.verify(data, file); r.code != cli.ExitDone || !strings.Contains(r.stdout, "Khóa gốc đời 2") {
		t.Errorf("%+v", r)
	}
	if r := runWith(t, passphraseOf("so-3"), "pack", "sign", "--key", c.path("so-3.key"), file); r.code != cli.ExitFailed || !strings.Contains(r.stderr, "không có trong danh sách") {
		t.Errorf("the lost key signs: %+v", r)
	}
}

func TestPackRefusals(t *testing.T) {
	c := newCeremony(t)
	file := c.begin("so-1", "x.tbupdate", "1")
	key, roots := c.path("so-2.key"), c.path("roots")
	c.write("phrase", passphraseOf("so-2")+"\r\n")
	for _, tt := range []struct {
		args string
		code int
		says string
	}{
		{"pack", 2, "pack keygen"},
		{"pack keygen", 2, "--out"},
		{"pack keygen --out " + c.dir + " --name so-1", 1, "Đã có tệp"},
		{"pack keygen --out " + c.path("none"), 1, "Không thấy thư mục"},
		{"pack rotate", 2, "--roots"},
		{"pack rotate --roots " + c.path("build") + " --holder " + c.path("so-1.pub"), 2, "một người dự phòng"},
		{"pack rotate --roots " + c.path("build") + " --holder " + c.path("none.pub"), 1, "Không có tệp none.pub"},
		{"pack sign", 2, "--key"},
		{"pack sign --key " + key, 2, "một tệp để ký"},
		{"pack sign --key " + key + " --out " + c.path("y.zip") + " --roots " + roots + " --number 2 --app-version 1 --linux " + c.path("build", "tungbuoc"), 2, ".tbupdate"},
		{"pack sign --key " + key + " --out " + c.path("y.tbupdate"), 2, "--number"},
		{"pack sign --key " + key + " " + file, 1, "Câu mật khẩu chưa đúng"},
		{"pack sign --key " + c.path("phrase") + " " + file, 1, "không phải khóa"},
		{"pack sign --key " + key + " --passphrase " + c.path("phrase") + " " + c.path("build", "tungbuoc"), 1, "không phải tệp cập nhật"},
		{"pack sign --json --key " + key + " --passphrase " + c.path("phrase") + " " + file, 0, `"done": true`},
		{"pack verify", 2, "một tệp"},
		{"pack verify " + file, 1, "chưa có khóa gốc"},
		{"pack verify --root " + c.path("none") + " " + file, 1, "Không có tệp khóa gốc"},
		{"pack verify --root " + key + " " + file, 1, "hỏng hoặc còn thiếu chữ ký"},
		{"pack verify --platform darwin-arm64 --root " + c.path("roots", "1.root.json") + " " + file, 1, "loại máy này"},
	} {
		r := runWith(t, "a passphrase that is wrong\n", strings.Fields(tt.args)...)
		if r.code != tt.code || !strings.Contains(r.stdout+r.stderr, tt.says) {
			t.Errorf("%s: exit %d, want %d and %q: %s%s", strings.ReplaceAll(tt.args, c.dir, "DIR"), r.code, tt.code, tt.says, r.stdout, r.stderr)
		}
	}
}

func mustRead(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
