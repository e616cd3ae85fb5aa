//go:build wine

package windows

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// Without WebView2 the program says what is missing and ends; it does not hang.
func TestWindowWithoutWebView2(t *testing.T) {
	d := mustDesk(t)
	for _, args := range [][]string{{}, {"--window"}} {
		r := d.run(args...)
		if r.code != 1 || !strings.Contains(r.stderr, "chưa có WebView2") || !strings.Contains(r.stderr, "Mời cài Microsoft Edge WebView2 Runtime") {
			t.Errorf("%q: exit %d, %q, %q; the log: %s", args, r.code, r.stderr, r.stdout, d.read("Dữ liệu 1/tungbuoc.log"))
		}
	}
	if log := d.read("Dữ liệu 1/tungbuoc.log"); !strings.Contains(log, "WebView2") {
		t.Errorf("the log: %s", log)
	}
	d.must("doctor") // the data folder is in order
}

// One kiosk a data folder: the second says so.
func TestSecondWindow(t *testing.T) {
	d := mustDesk(t)
	letGo := d.hold("lock", d.path(`Dữ liệu 1\tungbuoc.lock`)) // as an open kiosk does
	if r := d.run(); r.code != 1 || !strings.Contains(r.stderr, "Từng Bước đang mở rồi") {
		t.Errorf("exit %d, %q", r.code, r.stderr)
	}
	d.must("search", "khai sinh") // commands go on beside a kiosk
	letGo()
	if r := d.run(); !strings.Contains(r.stderr, "WebView2") { // it starts, as far as it can here
		t.Errorf("after the first has ended: exit %d, %q", r.code, r.stderr)
	}
}

// Two programs on one data folder wait for each other and lose nothing.
func TestTwoAtOnce(t *testing.T) {
	d := mustDesk(t)
	d.write("danh mục.jsonl", entries(400))
	type run struct {
		cmd *exec.Cmd
		out *os.File
	}
	var runs []run
	for _, args := range [][]string{
		{"catalogue", "import", d.path("danh mục.jsonl")}, {"catalogue", "import", d.path("danh mục.jsonl")}, {"search", "khai sinh"},
	} {
		r := run{d.start(args...), d.output("both")}
		r.cmd.Stdout, r.cmd.Stderr = r.out, r.out
		if err := r.cmd.Start(); err != nil {
			t.Fatal(err)
		}
		runs = append(runs, r)
	}
	for _, r := range runs {
		err := r.cmd.Wait()
		if said := d.said(r.out); err != nil {
			t.Errorf("%q: %v: %s", r.cmd.Args, err, said)
		}
	}
	if out := d.must("doctor"); !strings.Contains(out, "danh mục quốc gia có 400 thủ tục") {
		t.Errorf("doctor: %s", out)
	}
}

// Killed in the middle of an import, the next start is clean: the old list or
// the new one, never a part.
func TestKilledWhileImporting(t *testing.T) {
	d := mustDesk(t)
	d.write("ít.jsonl", entries(5))
	d.write("nhiều.jsonl", entries(20000))
	d.must("catalogue", "import", d.path("ít.jsonl"))
	wal := filepath.Join(d.data, "content.db-wal")
	cmd := d.start("catalogue", "import", d.path("nhiều.jsonl"))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	d.until("the import writes", func() bool { info, err := os.Stat(wal); return err == nil && info.Size() > 0 })
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the import was over before it was killed")
	}
	if out := d.must("doctor"); !strings.Contains(out, "danh mục quốc gia có 5 thủ tục") && !strings.Contains(out, "danh mục quốc gia có 20000 thủ tục") {
		t.Errorf("doctor: %s", out)
	}
	if out := d.must("search", "cấp giấy phép nuôi voi số 3"); !strings.Contains(out, "Cấp giấy phép nuôi voi số 3") {
		t.Errorf("search: %s", out)
	}
}

// Killed in the middle of a handout there is no half PDF under its name, and the
// next one is whole.
func TestKilledWhileWriting(t *testing.T) {
	d := mustDesk(t)
	args := []string{"handout", "khai-sinh", "vneid", "--hamlet", "Nà Khà", "--households", "500", "--out", d.path("thôn.pdf")}
	cmd := d.start(args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	d.until("the file is begun", func() bool {
		begun, _ := filepath.Glob(filepath.Join(d.dir, ".tungbuoc-*"))
		return len(begun) > 0
	})
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the handout was done before it was killed")
	}
	if _, err := os.Stat(filepath.Join(d.dir, "thôn.pdf")); err == nil {
		t.Error("there is a PDF of half a hamlet")
	}
	args[6] = "4"
	d.must(args...)
	if got := d.codes("thôn.pdf"); len(got) == 0 {
		t.Error("no code on the pages of the next try")
	}
}

// The file's properties say the same version as the program.
func TestVersionResource(t *testing.T) {
	data, err := os.ReadFile(office.exe)
	if err != nil {
		t.Fatal(err)
	}
	want := version(t)
	wide := func(s string) []byte {
		var b bytes.Buffer
		_ = binary.Write(&b, binary.LittleEndian, utf16.Encode([]rune(s))) // a buffer takes everything
		return b.Bytes()
	}
	at := bytes.Index(data, wide("ProductVersion\x00"))
	if at < 0 || !bytes.Contains(data[at:at+100], wide(want+"\x00")) {
		t.Errorf("no ProductVersion %s in the exe", want)
	}
	if !bytes.Contains(data, wide("ProductName\x00")) || !bytes.Contains(data, wide("Từng Bước\x00")) {
		t.Error("no ProductName in the exe")
	}
	fixed := bytes.Index(data, []byte{0xbd, 0x04, 0xef, 0xfe}) // VS_FIXEDFILEINFO
	if fixed < 0 {
		t.Fatal("no fixed version in the exe")
	}
	part := func(offset int) uint16 { return binary.LittleEndian.Uint16(data[fixed+offset:]) }
	if got := fmt.Sprintf("%d.%d.%d", part(10), part(8), part(14)); got != want {
		t.Errorf("file version %s, want %s", got, want)
	}
}
