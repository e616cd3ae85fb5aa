package cli_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// noon is the office's clock in tests.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// result is what a command left behind.
type result struct {
	code           int
	stdout, stderr string
	opened         string // data folder the window was opened on
}

func run(t *testing.T, args ...string) result {
	t.Helper()
	return runWith(t, "", args...)
}

// runWith runs a command with text on its standard input.
func runWith(t *testing.T, input string, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	var r result
	data := t.TempDir()
	p := cli.Program{
		Version: "1.2.3", Pack: content.Shipped(), Now: func() time.Time { return noon }, Stdin: strings.NewReader(input), Stdout: &out, Stderr: &errs,
		Getenv: func(name string) string {
			return map[string]string{"TUNGBUOC_DATA": data, "HOME": data}[name]
		},
		Open: func(dir string, window bool) error {
			r.opened = fmt.Sprintf("%s window=%v", strings.Replace(dir, data, "DATA", 1), window)
			if strings.Contains(dir, "panics") {
				panic("a fault of the program")
			}
			if strings.Contains(dir, "busy") {
				return guide.Errorf(guide.CodeRunning, "Từng Bước đang mở rồi.")
			}
			return nil
		},
	}
	r.code = p.Main(args)
	r.stdout, r.stderr = out.String(), errs.String()
	return r
}

func TestExitCodes(t *testing.T) {
	done := t.TempDir() // of the commands that do what they are asked
	dir, busy := t.TempDir(), filepath.Join(t.TempDir(), "busy")
	for _, tt := range []struct {
		args []string
		code int
		says string // in standard output or error
	}{
		{[]string{"version"}, 0, "Từng Bước 1.2.3"},
		{[]string{"--version"}, 0, "1.2.3"},
		{[]string{"--help"}, 0, "Cách dùng"},
		{[]string{"qr", "--help"}, 0, "Cách dùng"},
		{[]string{"content", "check"}, 0, "Không có lỗi"},
		{[]string{"content", "check", dir}, 1, "Gói thiếu"},
		{[]string{"content", "check", filepath.Join(dir, "none")}, 1, "Không mở được"},
		{[]string{"content", "check", "a", "b"}, 2, "một thư mục"},
		{[]string{"links"}, 0, "dichvucong.gov.vn"},
		{[]string{"handout"}, 2, "Cần ít nhất một dịch vụ"},
		{[]string{"handout", "khai-sinh", "--out", filepath.Join(dir, "x.png")}, 2, ".pdf"},
		{[]string{"handout", "khai-sinh", "--layout", "a9", "--out", filepath.Join(dir, "x.pdf")}, 2, "Không có khổ giấy"},
		{[]string{"handout", "khai-sinh", "--copies", "0", "--out", filepath.Join(dir, "x.pdf")}, 2, "Số bản in"},
		{[]string{"handout", "khai-sinh", "--layout", "a4x8", "--copies", "0", "--out", filepath.Join(dir, "x.pdf")}, 2, "Số bản in"},
		{[]string{"handout", "khai-sinh", "--copies", "1000000", "--out", filepath.Join(dir, "x.pdf")}, 2, "Số bản in"},
		{[]string{"handout", "khai-sinh", "--layout", "a4x8", "--start", "9", "--out", filepath.Join(dir, "x.pdf")}, 2, "Vị trí"},
		{[]string{"handout", "khong-co", "--out", filepath.Join(dir, "x.pdf")}, 1, "Không có dịch vụ"},
		{[]string{"handout", "1.001193", "vneid", "--layout", "a4x4", "--copies", "3", "--out", filepath.Join(done, "y.pdf")}, 0, "2 trang"},
		{[]string{"handout", "khai-sinh", "vneid", "--hamlet", "Nà Khà", "--households", "12", "--out", filepath.Join(done, "x.pdf")}, 0, "15 trang"},
		{[]string{"handout", "khai-sinh", "--copies", "5", "--from-page", "3", "--out", filepath.Join(done, "z.pdf")}, 0, "3 trang"},
		{[]string{"handout", "khai-sinh", "--layout", "leaflet", "--from-page", "99", "--out", filepath.Join(dir, "x.pdf")}, 2, "Mời chọn trang từ 1"},
		{[]string{"handout", "khai-sinh", "--team", strings.Repeat("à", 201), "--out", filepath.Join(dir, "x.pdf")}, 2, "tổ công nghệ số"},
		{[]string{"handout", "khai-sinh", "--json", "--out", filepath.Join(done, "w.pdf")}, 0, "\"warnings\": []"},
		{[]string{"handout", "khai-sinh", "--hamlet", "Nà Khà", "--households", "0", "--out", filepath.Join(dir, "x.pdf")}, 2, "Số hộ"},
		{[]string{"search"}, 2, "Cần câu hỏi"},
		{[]string{"search", "--limit", "0", "x"}, 2, "--limit"},
		{[]string{"search", "--limit", "1000000", "x"}, 2, "--limit"},
		{[]string{"catalogue", "import"}, 2, "Cần một tệp"},
		{[]string{"catalogue", "import", filepath.Join(dir, "none.jsonl")}, 1, "Không có tệp"},
		{[]string{"catalogue", "import", dir}, 1, ""},
		{[]string{"links", "x"}, 2, "Thừa"},
		{[]string{"nonsense"}, 2, "Không có lệnh"},
		{[]string{"version", "--nonsense"}, 2, "Lệnh viết chưa đúng"},
		{[]string{"qr", "1.001193"}, 2, "--out"},
		{[]string{"qr", "--out", filepath.Join(dir, "x.png")}, 2, "Cần một dịch vụ"},
		{[]string{"qr", "9.999999", "--out", filepath.Join(dir, "x.png")}, 1, "Không có dịch vụ"},
		{[]string{"qr", "1.001193", "--link", "ios", "--out", filepath.Join(dir, "x.png")}, 1, "không có liên kết"},
		{[]string{"qr", "nongdan", "--link", "android", "--out", filepath.Join(dir, "x.png")}, 1, "không có liên kết"},
		{[]string{"qr", "1.001193", "--out", filepath.Join(dir, "x.bmp")}, 2, ".png"},
		{[]string{"qr", "1.001193", "--size", "0", "--out", filepath.Join(dir, "x.png")}, 2, "--size"},
		{[]string{"qr", "1.001193", "--size", "40", "--out", filepath.Join(dir, "x.png")}, 1, "nhỏ quá"},
		{[]string{"qr", "1.001193", "--out", filepath.Join(dir, "none", "x.png")}, 1, "Không còn thấy nơi"},
		{[]string{"--json"}, 2, "--json"},
		{[]string{"--data", busy}, 1, "đang mở rồi"},
	} {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			r := run(t, tt.args...)
			if r.code != tt.code || !strings.Contains(r.stdout+r.stderr, tt.says) {
				t.Errorf("exit %d, want %d; output %q %q, want %q", r.code, tt.code, r.stdout, r.stderr, tt.says)
			}
		})
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
		t.Errorf("failed commands left %v", left)
	}
}

func TestOpen(t *testing.T) {
	if r := run(t); r.code != 0 || r.opened != "DATA window=false" {
		t.Errorf("%+v", r)
	}
	if r := run(t, "--window", "--data", "/tmp/x"); r.opened != "/tmp/x window=true" {
		t.Errorf("%+v", r)
	}
}

func TestQRIsReadAsTheRegistrysAddress(t *testing.T) {
	if _, err := exec.LookPath("zbarimg"); err != nil {
		t.Skip("zbarimg is not installed")
	}
	for service, want := range map[string]string{
		"1.001193": "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7",
		"vneid":    "https://play.google.com/store/apps/details?id=com.vnid",
		"sao-y":    "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-8e22-77ef-819f-e49460350904",
	} {
		file := filepath.Join(t.TempDir(), "x.png")
		if r := run(t, "qr", service, "--out", file); r.code != 0 {
			t.Fatalf("%s: %+v", service, r)
		}
		out, err := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file).Output()
		if got := strings.TrimSpace(string(out)); err != nil || got != want {
			t.Errorf("%s reads %q, %v", service, got, err)
		}
	}
}

func TestQRWritesSVGAndPDF(t *testing.T) {
	dir := t.TempDir()
	for name, head := range map[string]string{"x.svg": "<svg", "x.PDF": "%PDF-"} {
		file := filepath.Join(dir, name)
		if r := run(t, "qr", "khai-sinh", "--out", file, "--json"); r.code != 0 || !json.Valid([]byte(r.stdout)) {
			t.Fatalf("%s: %+v", name, r)
		}
		if data, err := os.ReadFile(file); err != nil || !bytes.HasPrefix(data, []byte(head)) {
			t.Errorf("%s: %.20q, %v", name, data, err)
		}
	}
}

// mustCopyPack copies the shipped pack to a folder, with one edit.
func mustCopyPack(t *testing.T, file, old, new string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, content.Shipped()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, file)
	data, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(data, []byte(old)) {
		t.Fatalf("%s has no %q: %v", file, old, err)
	}
	if err := os.Chmod(path, 0o600); err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.Replace(data, []byte(old), []byte(new), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestLinkToALookAlikeIsRefused(t *testing.T) {
	dir := mustCopyPack(t, "links.yaml",
		"https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7", "https://dichvucong.gov.vn.evil.example/")
	check := run(t, "content", "check", "--json", dir)
	var report content.Report
	if err := json.Unmarshal([]byte(check.stdout), &report); err != nil {
		t.Fatal(err)
	}
	if check.code != 1 || len(report.Errors) != 1 || !strings.Contains(report.Errors[0].Message, "evil.example") || report.Errors[0].Line == 0 {
		t.Errorf("exit %d, errors %v", check.code, report.Errors)
	}
	file := filepath.Join(t.TempDir(), "x.png")
	if r := run(t, "qr", "1.001193", "--pack", dir, "--out", file); r.code != 1 {
		t.Errorf("%+v", r)
	}
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a code was written")
	}
}

func TestLinksJSON(t *testing.T) {
	r := run(t, "links", "--json")
	var rows []map[string]any
	if err := json.Unmarshal([]byte(r.stdout), &rows); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if row["key"] == "1.001193" {
			if row["by"] != "" || row["local"] != false || row["service"] != "khai-sinh" || row["host"] != "dichvucong.gov.vn" || row["state"] != "never" {
				t.Errorf("%v", row)
			}
			return
		}
	}
	t.Error("the birth procedure's link is missing")
}

func TestDoctor(t *testing.T) {
	r := run(t, "doctor", "--json")
	var report struct {
		OK     bool `json:"ok"`
		Checks []struct {
			Name, Message string
			OK            bool
		} `json:"checks"`
	}
	if err := json.Unmarshal([]byte(r.stdout), &report); err != nil {
		t.Fatal(err)
	}
	if r.code != 0 || !report.OK || len(report.Checks) != 11 {
		t.Errorf("exit %d: %+v", r.code, report)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "office.db"), []byte(strings.Repeat("no database ", 400)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "office.yaml"), []byte("nam: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	sick := run(t, "doctor", "--data", dir)
	if sick.code != 1 || strings.Count(sick.stdout, "CẦN XEM") < 2 {
		t.Errorf("exit %d: %s", sick.code, sick.stdout)
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "office.db")); !bytes.HasPrefix(data, []byte("no database")) {
		t.Error("the doctor changed the patient")
	}
}

func TestFailureIsLoggedWithItsCause(t *testing.T) {
	dir := t.TempDir()
	if r := run(t, "qr", "9.999999", "--out", "x.png", "--data", dir, "--json"); r.code != 1 || !strings.Contains(r.stdout, `"not_found"`) {
		t.Errorf("%+v", r)
	}
	log, err := os.ReadFile(filepath.Join(dir, "tungbuoc.log"))
	if err != nil || !strings.Contains(string(log), `"code":"not_found"`) {
		t.Errorf("log %s, %v", log, err)
	}
}

func FuzzMain(f *testing.F) {
	f.Add("qr 1.001193 --out")
	f.Add("content check --json -- x")
	f.Add("--data= version --pack \x00")
	f.Fuzz(func(t *testing.T, line string) {
		args := strings.Fields(line)
		for _, a := range args { // stay out of the file system
			if strings.HasPrefix(a, "--data") || strings.HasPrefix(a, "--out") || strings.ContainsAny(a, `/\`) {
				return
			}
		}
		if code := run(t, args...).code; code < 0 || code > 2 {
			t.Errorf("exit code %d", code)
		}
	})
}

// A fault of the program ends a command with a sentence and exit 1; where it
// happened is in the log, not on the screen.
func TestPanicEndsWithASentence(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "panics")
	r := run(t, "--data", dir)
	if r.code != cli.ExitFailed || !strings.Contains(r.stderr, "Chương trình gặp lỗi") || strings.Contains(r.stderr, "goroutine") {
		t.Errorf("exit %d: %q", r.code, r.stderr)
	}
	log, err := os.ReadFile(filepath.Join(dir, "tungbuoc.log"))
	if err != nil || !strings.Contains(string(log), "a fault of the program") || !strings.Contains(string(log), "cli_test.go") {
		t.Errorf("log %q, %v", log, err)
	}
}
