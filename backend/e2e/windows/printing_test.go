//go:build wine

package windows

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/printer/cupstest"
)

// handed is the answer of handout --print --json.
type handed struct {
	Print struct{ Way, Printer, Say string }
	Error struct{ Code, Message string }
}

// install puts the program of the tests somewhere under a name, to exit with a
// code, and gives its folder.
func (d *desk) install(path string, exit string) (folder string) {
	d.Helper()
	data, err := os.ReadFile(filepath.Join(office.dir, "program.exe"))
	if err != nil {
		d.Fatal(err)
	}
	folder = filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		d.Fatal(err)
	}
	for name, content := range map[string][]byte{path: data, filepath.Join(folder, "exit.txt"): []byte(exit)} {
		if err := os.WriteFile(name, content, 0o755); err != nil {
			d.Fatal(err)
		}
	}
	return folder
}

// started waits until a program was started and gives its arguments.
func (d *desk) started(folder string) []string {
	d.Helper()
	file := filepath.Join(folder, "args.txt")
	d.until(folder+" is started", func() bool { _, err := os.Stat(file); return err == nil })
	data, err := os.ReadFile(file)
	if err != nil {
		d.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// drive C of the computer, as Linux sees it.
func onC(path string) string { return filepath.Join(office.dir, "prefix/drive_c", path) }

// Where nothing prints directly the file is shown, or kept, and the sentence
// says what to press.
func TestPrintingWithoutSumatra(t *testing.T) {
	d := mustDesk(t)
	viewer := d.install(onC("viewer/xem.exe"), "0")
	for _, args := range [][]string{
		{"add", `HKLM\Software\Classes\.pdf`, "/ve", "/d", "tungbuoc.test", "/f"},
		{"add", `HKLM\Software\Classes\tungbuoc.test\shell\open\command`, "/ve", "/d", `"C:\viewer\xem.exe" "%1"`, "/f"},
	} {
		if out, err := office.finish(office.wine(d.ctx, "reg", args...)); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	print := func() handed {
		t.Helper()
		var got handed
		if r := d.json(&got, "handout", "khai-sinh", "--layout", "leaflet", "--out", d.path("tờ gấp.pdf"), "--print"); r.code != 0 {
			t.Errorf("exit %d, %q %q", r.code, r.stdout, r.stderr)
		}
		return got
	}
	got := print()
	if got.Print.Way != "viewer" || !strings.Contains(got.Print.Say, "Bấm Ctrl+P để in") || !strings.Contains(got.Print.Say, "lật theo cạnh ngắn") || !strings.Contains(got.Print.Say, d.path("tờ gấp.pdf")) {
		t.Errorf("got %+v", got)
	}
	if args := d.started(viewer); !slices.Equal(args, []string{d.path("tờ gấp.pdf")}) {
		t.Errorf("the viewer was started with %q", args)
	}
	// The program is gone, its entry is not.
	if err := os.RemoveAll(viewer); err != nil {
		t.Fatal(err)
	}
	if got = print(); got.Print.Printer != "" || !strings.Contains(got.Print.Say, "Tờ in đã lưu ở "+d.path("tờ gấp.pdf")) {
		t.Errorf("without a viewer: %+v", got)
	}
	// A setting that leads nowhere.
	d.write("Dữ liệu 1/office.yaml", "name: Xã Nà Khà\nsumatra: D:\\In\\SumatraPDF.exe\n")
	const wrong = `“D:\In\SumatraPDF.exe”, nhưng ở đó không có SumatraPDF`
	if got = print(); !strings.Contains(got.Print.Say, wrong) {
		t.Errorf("a wrong setting: %+v", got)
	}
	if r := d.run("doctor"); r.code != 1 || !strings.Contains(r.stdout, wrong) {
		t.Errorf("doctor: exit %d, %s", r.code, r.stdout)
	}
}

// An office with printers: CUPS lends them to Wine.
func TestPrintingWithSumatra(t *testing.T) {
	d := mustDesk(t)
	cups := cupstest.Start(t)
	cups.Queue("Mot_cua", "Máy in một cửa")
	d.env = []string{"CUPS_SERVER=" + cups.Socket}
	folder := d.install(onC("Program Files/SumatraPDF/SumatraPDF.exe"), "0")
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	print := func(args ...string) (handed, result) {
		t.Helper()
		var got handed
		r := d.json(&got, append([]string{"handout", "khai-sinh", "--layout", "a5", "--out", d.path("tờ.pdf")}, args...)...)
		return got, r
	}
	if out := d.must("doctor"); !strings.Contains(out, `In bằng SumatraPDF (C:\Program Files\SumatraPDF\SumatraPDF.exe): có 1 máy in, dùng trước là Mot_cua.`) {
		t.Errorf("doctor: %s", out)
	}
	got, r := print("--printer", "Mot_cua")
	if r.code != 0 || got.Print.Way != "sumatra" || got.Print.Printer != "Mot_cua" {
		t.Fatalf("exit %d, %+v, %s%s", r.code, got, r.stderr, d.read("Dữ liệu 1/tungbuoc.log"))
	}
	want := []string{"-print-to", "Mot_cua", "-print-settings", "noscale,1x,simplex,paper=A5", "-silent", "-exit-when-done", d.path("tờ.pdf")}
	if args := d.started(folder); !slices.Equal(args, want) {
		t.Errorf("SumatraPDF was started with %q", args)
	}
	if got, r = print("--printer", "Không có"); r.code != 1 || got.Error.Code != "not_found" || !strings.Contains(got.Error.Message, "Không thấy máy in Không có nữa. Mời chọn lại máy in.") {
		t.Errorf("a printer that is not there: exit %d, %+v", r.code, got)
	}
	d.install(onC("Program Files/SumatraPDF/SumatraPDF.exe"), "1")
	if got, r = print("--print"); r.code != 1 || got.Error.Code != "unavailable" || !strings.Contains(got.Error.Message, "Máy in không in được tờ này") {
		t.Errorf("SumatraPDF fails: exit %d, %+v", r.code, got)
	}
}
