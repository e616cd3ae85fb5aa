//go:build wine

package windows

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What a path can look like on Windows. Wine has no server for \\name\share, but
// it takes a whole file system under \\?\unix, which is written like a share's
// long form.
func TestPaths(t *testing.T) {
	d := mustDesk(t)
	unix := `\\?\unix` + strings.ReplaceAll(d.dir, "/", `\`)
	for _, tt := range []struct{ name, folder string }{
		{"a drive", drive(d.dir)},
		{"a drive with strokes", strings.ReplaceAll(drive(d.dir), `\`, "/")},
		{"a long path", unix},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := filepath.Join(d.dir, "tờ.pdf")
			d.must("handout", "khai-sinh", "--data", tt.folder+`/Dữ liệu 2`, "--out", tt.folder+`\tờ.pdf`)
			if err := os.Remove(file); err != nil {
				t.Error(err)
			}
			d.must("search", "khai sinh", "--data", tt.folder+`\Dữ liệu 2`)
			if err := os.RemoveAll(filepath.Join(d.dir, "Dữ liệu 2")); err != nil {
				t.Error(err)
			}
		})
	}
	long := strings.Repeat("thư mục rất dài ", 12)
	deep := filepath.Join(d.dir, long, long, "Dữ liệu") // over the 260 characters of old Windows programs
	if r := d.run("search", "khai sinh", "--data", drive(deep)); r.code != 0 || !strings.Contains(r.stdout, "Làm giấy khai sinh cho con") {
		t.Errorf("a deep folder: exit %d, %q %q", r.code, r.stdout, r.stderr)
	}
	r := d.run("handout", "khai-sinh", "--out", `\\khong-co-may\chung\x.pdf`)
	if r.code != 1 || !strings.Contains(r.stderr, "Không còn thấy nơi để ghi x.pdf") {
		t.Errorf("a share that is not there: exit %d, %q", r.code, r.stderr)
	}
}

// A file that another program has open is left as it was, and the sentence says
// that it is open.
func TestOpenFileIsNotReplaced(t *testing.T) {
	d := mustDesk(t)
	d.write("tờ.pdf", "cũ")
	letGo := d.hold("open", d.path("tờ.pdf"))
	r := d.run("handout", "khai-sinh", "--out", d.path("tờ.pdf"))
	if r.code != 1 || !strings.Contains(r.stderr, "Tệp tờ.pdf đang mở") {
		t.Errorf("exit %d, %q", r.code, r.stderr)
	}
	if got := d.read("tờ.pdf"); got != "cũ" {
		t.Errorf("the file is now %.20q", got)
	}
	if left, _ := filepath.Glob(filepath.Join(d.dir, ".tungbuoc-*")); len(left) > 0 {
		t.Errorf("left %v", left)
	}
	letGo()
	d.must("handout", "khai-sinh", "--out", d.path("tờ.pdf"))
	if got := d.read("tờ.pdf"); !strings.HasPrefix(got, "%PDF") {
		t.Errorf("the file is still %.20q", got)
	}
}

func TestReadOnly(t *testing.T) {
	d := mustDesk(t)
	d.write("tờ.pdf", "cũ")
	if err := os.Chmod(filepath.Join(d.dir, "tờ.pdf"), 0o444); err != nil { // Wine shows it as read-only
		t.Fatal(err)
	}
	r := d.run("handout", "khai-sinh", "--out", d.path("tờ.pdf"))
	if r.code != 1 || !strings.Contains(r.stderr, "chỉ cho đọc") || d.read("tờ.pdf") != "cũ" {
		t.Errorf("a file: exit %d, %q, now %.20q", r.code, r.stderr, d.read("tờ.pdf"))
	}
	// A folder where nobody may write, not even root.
	r = d.run("handout", "khai-sinh", "--out", `Z:\sys\kernel\x.pdf`)
	if r.code != 1 || !strings.Contains(r.stderr, "Nơi này không cho ghi x.pdf") {
		t.Errorf("a folder: exit %d, %q", r.code, r.stderr)
	}
	// To search needs no place to write.
	if r = d.run("search", "khai sinh", "--data", `Z:\sys\kernel`); r.code != 0 || !strings.Contains(r.stdout, "Làm giấy khai sinh cho con") {
		t.Errorf("search: exit %d, %q %q", r.code, r.stdout, r.stderr)
	}
	if r = d.run("doctor", "--data", `Z:\sys\kernel`); r.code != 1 || !strings.Contains(r.stdout, `Không ghi được vào Z:\sys\kernel`) {
		t.Errorf("doctor: exit %d, %q %q", r.code, r.stdout, r.stderr)
	}
}

// A search index that something else holds does not keep people from searching.
func TestHeldIndex(t *testing.T) {
	d := mustDesk(t)
	d.must("search", "khai sinh")
	d.hold("open", d.path(`Dữ liệu 1\content.db`))
	if r := d.run("search", "khai sinh"); r.code != 0 || !strings.Contains(r.stdout, "Làm giấy khai sinh cho con") {
		t.Errorf("exit %d, %q %q", r.code, r.stdout, r.stderr)
	}
	d.write("danh mục.jsonl", entries(3))
	if r := d.run("catalogue", "import", d.path("danh mục.jsonl")); r.code != 1 || !strings.Contains(r.stderr, "Mời") {
		t.Errorf("import: exit %d, %q %q", r.code, r.stdout, r.stderr)
	}
	if _, err := os.Stat(filepath.Join(d.data, "content.db")); err != nil {
		t.Errorf("the held index is gone: %v", err)
	}
}
