package printer

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// disk answers machine.files from a list of whole Windows paths, without regard
// to capitals.
func disk(paths ...string) func(string) []string {
	return func(dir string) []string {
		dir = strings.ToLower(strings.TrimRight(dir, `\`)) + `\`
		var names []string
		for _, p := range paths {
			if rest, in := strings.CutPrefix(strings.ToLower(p), dir); in && !strings.Contains(rest, `\`) {
				names = append(names, p[len(dir):])
			}
		}
		slices.Sort(names)
		return names
	}
}

func TestWayOnWindows(t *testing.T) {
	env := map[string]string{
		"ProgramFiles": `C:\Program Files`, "ProgramW6432": `C:\Program Files`, "ProgramFiles(x86)": `C:\Program Files (x86)`,
		"LOCALAPPDATA": `C:\Users\Cán bộ\AppData\Local`, "PATH": `C:\Windows;"E:\Có dấu";.;tools;F:\bin\`,
	}
	const (
		all   = `C:\Program Files\SumatraPDF\SumatraPDF.exe`
		x86   = `C:\Program Files (x86)\SumatraPDF\SumatraPDF.exe`
		user  = `C:\Users\Cán bộ\AppData\Local\SumatraPDF\SumatraPDF.exe`
		path  = `E:\Có dấu\SumatraPDF-3.5.2-64.exe`
		last  = `F:\bin\sumatrapdf.EXE`
		self  = `D:\Tung Buoc\SumatraPDF-3.4.6.exe`
		edge  = `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`
		wrong = `ở đó không có SumatraPDF. Mời sửa`
	)
	for _, tt := range []struct {
		name, setting string
		there         []string
		viewer        string
		kind          Kind
		program       string
		problem       string // in the sentence
	}{
		{"set to the file", `D:\In\SumatraPDF.exe`, []string{`D:\In\SumatraPDF.exe`, all}, edge, BySumatra, `D:\In\SumatraPDF.exe`, ""},
		{"set to a file of another name", `D:\In\sumatra-cu.exe`, []string{`D:\In\Sumatra-Cu.exe`, all}, edge, BySumatra, `D:\In\Sumatra-Cu.exe`, ""},
		{"set to another program", `C:\Windows\notepad.exe`, []string{`C:\Windows\notepad.exe`}, edge, ByViewer, edge, wrong},
		{"set with strokes and quotes", `"D:/In/SumatraPDF.exe"`, []string{`D:\In\SumatraPDF.exe`}, edge, BySumatra, `D:\In\SumatraPDF.exe`, ""},
		{"set to a file at the top of a drive", `D:\SumatraPDF-3.5.2-64.exe`, []string{`D:\SumatraPDF-3.5.2-64.exe`}, "", BySumatra, `D:\SumatraPDF-3.5.2-64.exe`, ""},
		{"set to the folder", `D:\In\`, []string{`D:\In\SumatraPDF-3.5.2-64.exe`}, edge, BySumatra, `D:\In\SumatraPDF-3.5.2-64.exe`, ""},
		{"set to a share", `\\may-chu\In\SumatraPDF.exe`, []string{`\\may-chu\In\SumatraPDF.exe`}, edge, BySumatra, `\\may-chu\In\SumatraPDF.exe`, ""},
		{"set to a missing file", `D:\In\SumatraPDF.exe`, nil, edge, ByViewer, edge, wrong},
		{"set to a missing file, another is there", `D:\In\SumatraPDF.exe`, []string{all}, edge, BySumatra, all, wrong},
		{"set to a missing file, no viewer", `D:\In\SumatraPDF.exe`, nil, "", BySaving, "", wrong},
		{"set to an installer", `D:\SumatraPDF-3.5.2-64-install.exe`, []string{`D:\SumatraPDF-3.5.2-64-install.exe`}, edge, ByViewer, edge, wrong},
		{"set to a document", `D:\SumatraPDF.pdf`, []string{`D:\SumatraPDF.pdf`}, edge, ByViewer, edge, wrong},
		{"set without a drive", `In\SumatraPDF.exe`, []string{`In\SumatraPDF.exe`}, edge, ByViewer, edge, wrong},
		{"set to a server alone", `\\may-chu`, nil, edge, ByViewer, edge, wrong},
		{"set to a drive alone", `D:`, nil, edge, ByViewer, edge, wrong},
		{"installed for all", "", []string{all, x86, user, path}, edge, BySumatra, all, ""},
		{"installed for all, 32 bits", "", []string{x86, user, path}, edge, BySumatra, x86, ""},
		{"installed for one", "", []string{user, path, self}, edge, BySumatra, user, ""},
		{"on the path", "", []string{path, last, self}, edge, BySumatra, path, ""},
		{"last on the path", "", []string{last, self}, edge, BySumatra, last, ""},
		{"not in the folder one happens to be in", "", []string{`.\SumatraPDF.exe`, `tools\SumatraPDF.exe`}, edge, ByViewer, edge, ""},
		{"beside the program", "", []string{self}, edge, BySumatra, self, ""},
		{"another program of that name", "", []string{`D:\Tung Buoc\SumatraPDFHelper.exe`}, edge, ByViewer, edge, ""},
		{"nowhere", "", nil, edge, ByViewer, edge, ""},
		{"nothing at all", "", nil, "", BySaving, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := machine{
				system: "windows", env: func(name string) string { return env[name] }, files: disk(tt.there...),
				self: `D:\Tung Buoc`, sumatra: tt.setting, viewer: func() string { return tt.viewer },
				cups: func() bool { t.Error("CUPS asked"); return true },
			}
			got := m.way()
			if got.Kind != tt.kind || got.Program != tt.program || !strings.Contains(got.Problem, tt.problem) || (got.Problem == "") != (tt.problem == "") {
				t.Errorf("got %+v", got)
			}
			if got.Direct() != (tt.kind == BySumatra) {
				t.Errorf("direct: %t", got.Direct())
			}
		})
	}
}

func TestWayOnLinux(t *testing.T) {
	for _, tt := range []struct {
		cups   bool
		viewer string
		want   Way
	}{
		{true, "/usr/bin/xdg-open", Way{Kind: ByQueue}},
		{false, "/usr/bin/xdg-open", Way{Kind: ByViewer, Program: "/usr/bin/xdg-open"}},
		{false, "", Way{Kind: BySaving}},
	} {
		m := machine{
			system: "linux", cups: func() bool { return tt.cups }, viewer: func() string { return tt.viewer },
			sumatra: `D:\none.exe`, // an office.yaml that came from a Windows computer
			files:   func(string) []string { return []string{"SumatraPDF.exe"} },
		}
		if got := m.way(); got != tt.want {
			t.Errorf("CUPS %t, viewer %q: got %+v", tt.cups, tt.viewer, got)
		}
	}
}

func TestNewestSumatra(t *testing.T) {
	for _, tt := range []struct{ names, want string }{
		{"SumatraPDF.exe SumatraPDF-9.9-64.exe", "SumatraPDF.exe"},
		{"SumatraPDF-3.5.2-64.exe SumatraPDF-3.10-64.exe SumatraPDF-3.9.1-64.exe", "SumatraPDF-3.10-64.exe"},
		{"SumatraPDF-3.5.2.exe SumatraPDF-3.5.2-64.exe", "SumatraPDF-3.5.2-64.exe"},
		{"SumatraPDF-3.5.2-64.exe SumatraPDF-3.5.2.exe", "SumatraPDF-3.5.2-64.exe"},
		{"SumatraPDF-64.exe SumatraPDF-3.5.2-64.exe", "SumatraPDF-3.5.2-64.exe"},
		{"sumatrapdf-3.4.exe", "sumatrapdf-3.4.exe"},
		{"SumatraPDF-prerelease-16105-64.exe", "SumatraPDF-prerelease-16105-64.exe"},
		{"SumatraPDF-3.5.2-64-install.exe SumatraPDF-3.5.2-64.zip SumatraPDF-settings.txt", ""},
		{"SumatraPDF-3.5.2-arm64.exe", ""}, // another kind of processor
		{"", ""},
	} {
		if got := newest(strings.Fields(tt.names)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.names, got, tt.want)
		}
	}
}

func TestSumatraArguments(t *testing.T) {
	for _, tt := range []struct {
		o    Options
		want string
	}{
		{Options{Copies: 1}, "noscale,1x,simplex"},
		{Options{Copies: 3, PaperMM: [2]float64{210, 297}}, "noscale,3x,simplex,paper=A4"},
		{Options{Copies: 1, PaperMM: [2]float64{297, 210}, TwoSided: true}, "noscale,1x,duplexshort,paper=A4"},
		{Options{Copies: 1, PaperMM: [2]float64{105, 148}}, "noscale,1x,simplex,paper=A6"},
		{Options{Copies: 1, PaperMM: [2]float64{80, 190}}, "noscale,1x,simplex"}, // a roll: the driver's own paper
	} {
		want := []string{"-print-to", "Máy in 1", "-print-settings", tt.want, "-silent", "-exit-when-done", `C:\tờ in.pdf`}
		if got := sumatraArguments("Máy in 1", `C:\tờ in.pdf`, tt.o); !slices.Equal(got, want) {
			t.Errorf("%+v: got %q", tt.o, got)
		}
	}
}

// SumatraPDF is told a paper by a name that it knows, or by none: of a paper
// that is added to the table somebody has to say which.
func TestSumatraKnowsThePaper(t *testing.T) {
	// PaperFormat in its source, as its manual writes the names
	known := strings.Fields("A2 A3 A4 A5 A6 letter legal tabloid statement")
	before := standard
	t.Cleanup(func() { standard = before })
	b5 := before[0] // no layout needs such a sheet, but one may
	b5.name, b5.sumatra, b5.width, b5.height = "jis_b5_182x257mm", sumatraLacks, 182, 257
	standard = append(slices.Clone(before), b5)
	for _, paper := range standard {
		got := settings(Options{Copies: 1, PaperMM: [2]float64{paper.width, paper.height}})
		_, name, named := strings.Cut(got, "paper=")
		switch {
		case paper.sumatra != sumatraLacks && !slices.Contains(known, paper.sumatra):
			t.Errorf("%s: SumatraPDF knows no %q: write one of %q, or sumatraLacks", paper.name, paper.sumatra, known)
		case named != (paper.sumatra != sumatraLacks) || named && name != paper.sumatra:
			t.Errorf("%s: %s", paper.name, got)
		}
	}
}

// Who cannot print directly is told what to press, or where the file is.
func TestShow(t *testing.T) {
	dir := t.TempDir()
	file, text := filepath.Join(dir, "tờ in.pdf"), filepath.Join(dir, "a.txt")
	for name, content := range map[string]string{file: "%PDF-1.4", text: "MZ"} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := New(Config{})
	s.viewer = filepath.Join(dir, "none") // does not start
	for _, tt := range []struct {
		name string
		way  Way
		o    Options
		says []string
	}{
		{"saved", Way{Kind: BySaving}, Options{}, []string{"Tờ in đã lưu ở " + file, "Mời chép"}},
		{"wrong setting", Way{Kind: BySaving, Problem: "Sai chỗ."}, Options{}, []string{"Sai chỗ. Máy này", file}},
		{"viewer does not start", Way{Kind: ByViewer, Program: "x"}, Options{}, []string{"Tờ in đã lưu ở " + file}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			say, err := s.Show(t.Context(), tt.way, file, tt.o)
			for _, want := range tt.says {
				if err != nil || !strings.Contains(say, want) {
					t.Errorf("got %q, %v", say, err)
				}
			}
		})
	}
	if _, err := s.Show(t.Context(), Way{Kind: ByViewer}, text, Options{}); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("a text was shown: %v", err)
	}
	if say := sayShown(file, Options{TwoSided: true}); !strings.Contains(say, "Bấm Ctrl+P để in") || !strings.Contains(say, "lật theo cạnh ngắn") {
		t.Errorf("got %q", say)
	}
}

func TestStaffSetAProgramOfThisComputer(t *testing.T) {
	s := New(Config{})
	for _, path := range []string{`\\may-chu\In\SumatraPDF.exe`, `"\\may-chu\In\SumatraPDF.exe"`, "//may-chu/In/SumatraPDF.exe", ` \\may-chu\In`} {
		if got := s.SumatraAt(path); got != "" {
			t.Errorf("%s: %q", path, got)
		}
	}
}
