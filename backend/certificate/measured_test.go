package certificate

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/qr"
)

func mustFrozen(t *testing.T) *content.Library {
	t.Helper()
	lib, report := content.Load(os.DirFS("../content/testdata/frozen"))
	if lib == nil {
		t.Fatal(report.Errors)
	}
	return lib
}

// Everything but the window is measured without a screen, and says so where it is not.
func TestMakeWithoutAScreen(t *testing.T) {
	data := t.TempDir()
	o := Options{
		Office: "Xã Hồng Thái", Version: "1.2.3", Library: mustFrozen(t), DataDir: data, Now: noon, Program: "never-started", NoWindow: "không có màn hình",
		Printers: printer.New(printer.Config{Server: filepath.Join(data, "no-cups")}),
		Visit: func(dir, word string) error {
			return os.WriteFile(filepath.Join(dir, "log"), []byte("a visit ended"), 0o600)
		},
	}
	c, err := Make(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	results := map[string]Result{}
	for _, p := range c.Parts {
		for _, l := range p.Lines {
			results[l.Name] = l.Result
			if strings.Contains(l.Value, data) {
				t.Errorf("a folder is named: %q", l.Value)
			}
		}
	}
	for name, want := range map[string]Result{
		"start": Unmeasured, "memory": Unmeasured, "closing": Unmeasured, "keys": Unmeasured,
		"codes": Passed, "codes_blur": Passed, "codes_skew": Passed, "canary": Passed, "databases": Unmeasured, "room": Passed,
	} {
		if results[name] != want {
			t.Errorf("%s: %q, want %q", name, results[name], want)
		}
	}
	if !c.OK || c.Machine.System == "" || c.Machine.CPU == "" || c.Machine.Cores == 0 {
		t.Errorf("%+v", c)
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "tungbuoc-certificate-*")); len(left) > 0 {
		t.Logf("beside this test another measures: %v", left)
	}

	o.Visit = func(dir, word string) error {
		return errors.Join(os.WriteFile(filepath.Join(dir, "log"), []byte("searched "+strings.ToUpper(word)), 0o600))
	}
	if l := o.canary(t.TempDir()); l.Result != Failed || l.Value != "còn trong 1 tệp" {
		t.Errorf("%+v", l)
	}
	o.Visit = func(string, string) error { return errors.New("no") }
	if l := o.canary(t.TempDir()); l.Result != Unmeasured {
		t.Errorf("%+v", l)
	}
}

// A program that does not open a window is a fault, and nothing hangs.
func TestWindowThatDoesNotOpen(t *testing.T) {
	for _, program := range []string{filepath.Join(t.TempDir(), "none"), os.Args[0]} {
		w := Options{Program: program}.window(t.Context(), t.TempDir())
		if l := w.starts(); l.Result != Failed {
			t.Errorf("%s: %+v", program, l)
		}
		if l := w.memory(); l.Result != Unmeasured {
			t.Errorf("%s: %+v", program, l)
		}
	}
}

func TestTraces(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"clean":            "nothing",
		"narrow":           "xx" + strings.ToUpper(canary) + "yy",
		"wide":             "q\x00k\x00b\x00t\x00m\x00v\x00n\x00p\x00g\x00k\x00q\x00",
		"called-" + canary: "",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, holding := traces(dir, canary)
	for i := range holding {
		holding[i] = filepath.Base(holding[i])
	}
	if slices.Sort(holding); files != 4 || !slices.Equal(holding, []string{"called-" + canary, "narrow", "wide"}) {
		t.Errorf("%d files, %v", files, holding)
	}
}

// The same damage every time; and one that is too much is noticed, or the line would
// say nothing.
func TestWear(t *testing.T) {
	s, err := qr.Encode("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d8af3-edd0-7528-af6e-edcc8745d1f1", qr.Q)
	if err != nil {
		t.Fatal(err)
	}
	if !readClean(s) {
		t.Error("a clean code is not read")
	}
	for _, w := range wears[1:] {
		if !w.read(s, 1) {
			t.Errorf("%s: not read", w.name)
		}
	}
	torn := wear{paper: true, do: wears[0].do}
	for range 24 {
		less := torn.do
		torn.do = func(p sheet, chance *rand.Rand) sheet { return wears[0].do(less(p, chance), chance) }
	}
	lost := 0
	for seed := range uint64(20) {
		read := torn.read(s, seed)
		if again := torn.read(s, seed); again != read {
			t.Fatal("the same damage is read once and not again")
		}
		if !read {
			lost++
		}
	}
	if lost < 5 {
		t.Errorf("with twenty-five times the blots only %d of 20 are lost", lost)
	}
}

// What is read back on Windows is what lock.ps1 sets, value for value.
func TestLocksAreThoseOfTheScript(t *testing.T) {
	data, err := os.ReadFile("../../build/windows/lock-items.ps1")
	if err != nil {
		t.Fatal(err)
	}
	item := regexp.MustCompile(`@\{ Scope = '(\w+)'; Key = '([^']+)'; Name = '([^']+)'; Type = '\w+'; Value = ('[^']*'|\S+);`)
	var script, here []policy
	for _, m := range item.FindAllStringSubmatch(string(data), -1) {
		if m[3] != "Shell" { // offices that share the PC leave it out
			script = append(script, policy{m[1] == "Machine", m[2], m[3], strings.Trim(m[4], "'")})
		}
	}
	for _, l := range locks {
		here = append(here, l.policies...)
	}
	if len(script) < 15 {
		t.Fatalf("only %d items read from the script", len(script))
	}
	for _, p := range script {
		if !slices.Contains(here, p) {
			t.Errorf("not read back: %+v", p)
		}
	}
	for _, p := range here {
		if !slices.Contains(script, p) {
			t.Errorf("not set by the script: %+v", p)
		}
	}
}

func TestWindowsName(t *testing.T) {
	for _, tt := range [][4]string{
		{"Windows 10 Pro", "24H2", "26100", "Windows 11 Pro 24H2 (bản dựng 26100)"},
		{"Windows 10 Pro", "22H2", "19045", "Windows 10 Pro 22H2 (bản dựng 19045)"},
		{"", "", "", "Windows"},
	} {
		if got := windowsName(tt[0], tt[1], tt[2]); got != tt[3] {
			t.Errorf("%q, want %q", got, tt[3])
		}
	}
}
