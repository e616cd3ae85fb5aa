package printer

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"tungbuoc/backend/guide"
)

// Kind says how paper can leave this computer.
type Kind string

// The kinds of ways, the best first.
const (
	ByQueue   Kind = "queue"   // the printing system takes PDF itself (CUPS)
	BySumatra Kind = "sumatra" // SumatraPDF draws the pages for the printer (Windows)
	ByViewer  Kind = "viewer"  // a person prints from the program that shows PDF files
	BySaving  Kind = "save"    // the file is kept, to be printed on another computer
)

// Way is how this computer prints.
type Way struct {
	Kind    Kind
	Program string // full path of SumatraPDF or of the viewer; "" for the other kinds
	Problem string // what is wrong with the office's setting, and what to do; "" if nothing is
}

// Direct says whether [System.Print] can reach a printer by itself.
func (w Way) Direct() bool { return w.Kind == ByQueue || w.Kind == BySumatra }

// Way finds out how this computer prints. It looks anew every time: staff
// install a program while the kiosk is open.
func (s *System) Way(ctx context.Context) Way { return s.machine(ctx).way() }

// machine is what the choice of a way depends on.
type machine struct {
	system  string                    // as runtime.GOOS names it
	env     func(name string) string  // the environment
	files   func(dir string) []string // names of the plain files in a folder; none if it cannot be read
	self    string                    // the folder of this program
	sumatra string                    // the office's setting
	viewer  func() string             // the program that shows PDF files, "" if there is none
	cups    func() bool               // whether CUPS answers
}

func (s *System) machine(ctx context.Context) machine {
	m := machine{system: runtime.GOOS, env: os.Getenv, files: plainFiles, viewer: s.pdfViewer}
	m.cups = func() bool {
		_, err := s.List(ctx)
		return err == nil || guide.ErrorCode(err) == guide.CodeNotFound
	}
	if s.config.Sumatra != nil && m.system == "windows" { // it may have to open a database
		m.sumatra = s.config.Sumatra()
	}
	if exe, err := os.Executable(); err == nil {
		m.self = filepath.Dir(exe)
	}
	return m
}

// way chooses. On Windows nothing but SumatraPDF prints a PDF without asking
// questions: the print verb is missing where Edge shows PDF files.
func (m machine) way() Way {
	var w Way
	switch m.system {
	case "linux":
		if m.cups() {
			return Way{Kind: ByQueue}
		}
	case "windows":
		w.Program, w.Problem = m.findSumatra()
		if w.Program != "" {
			w.Kind = BySumatra
			return w
		}
	}
	w.Kind = BySaving
	if w.Program = m.viewer(); w.Program != "" {
		w.Kind = ByViewer
	}
	return w
}

// plainFiles names the plain files in a folder, links to files included.
func plainFiles(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if info, err := os.Stat(filepath.Join(dir, e.Name())); err == nil && info.Mode().IsRegular() {
			names = append(names, e.Name())
		}
	}
	return names
}

// Handed is what became of a file that was to be printed.
type Handed struct {
	Way Way
	Job Job    // of the printer; zero when a person has to print
	Say string // what was done and what to do next, for staff
}

// Hand brings a file to paper the best way there is: to the printer ("" means
// the default one), else into the viewer, else it stays where it is and the
// sentence says so. It is for staff: on a resident's screen no viewer may open,
// so use [System.Print] there. Errors: those of Print.
func (s *System) Hand(ctx context.Context, printer, file string, o Options) (Handed, error) {
	h := Handed{Way: s.Way(ctx)}
	if !h.Way.Direct() {
		say, err := s.Show(ctx, h.Way, file, o)
		h.Say = say
		return h, err
	}
	job, err := s.Print(ctx, printer, file, o)
	if err != nil {
		return h, err
	}
	h.Job, h.Say = job, fmt.Sprintf("Đã gửi tới máy in %s.", job.Printer)
	return h, nil
}

// Show opens a file for a person to print, as the way says, and gives the
// sentence that tells what to press. A viewer that does not start is no error:
// the sentence says where the file is. Errors: CodeInvalid, CodeStorage, for a
// file that is no PDF or cannot be read.
func (s *System) Show(ctx context.Context, w Way, file string, o Options) (string, error) {
	if full, err := filepath.Abs(file); err == nil {
		file = full // for who looks for it later
	}
	say := w.Problem
	if say != "" {
		say += " "
	}
	if w.Kind == ByViewer {
		err := s.Open(ctx, file)
		if err == nil {
			return say + sayShown(file, o), nil
		}
		if code := guide.ErrorCode(err); code == guide.CodeInvalid || code == guide.CodeStorage {
			return "", err
		}
	}
	return say + fmt.Sprintf("Máy này chưa in thẳng được. Tờ in đã lưu ở %s. Mời chép sang máy có máy in rồi in đúng cỡ 100%%.", file), nil
}

// sayShown tells how to print from a viewer: at true size, and two-sided sheets
// so that they fold in order.
func sayShown(file string, o Options) string {
	sides := ""
	if o.TwoSided {
		sides = ", in hai mặt lật theo cạnh ngắn"
	}
	return fmt.Sprintf("Tờ in đã mở trong chương trình xem PDF. Bấm Ctrl+P để in, chọn đúng cỡ 100%%%s. Tệp ở %s.", sides, file)
}

// Report says in one sentence which way printing goes here, for who looks after
// the machine; ok is false when the office's setting is wrong. Printing itself
// may be missing: a kiosk works without.
func (s *System) Report(ctx context.Context) (say string, ok bool) {
	w := s.Way(ctx)
	switch w.Kind {
	case ByQueue:
		say = "In qua CUPS: " + s.count(ctx)
	case BySumatra:
		say = fmt.Sprintf("In bằng SumatraPDF (%s): %s", w.Program, s.count(ctx))
	case ByViewer:
		say = fmt.Sprintf("%s: tờ in được mở bằng %s, bấm Ctrl+P để in.", missing(), w.Program)
	default:
		say = missing() + ", không có chương trình xem PDF: tờ in được lưu thành tệp."
	}
	if w.Problem != "" {
		return w.Problem + " " + say, false
	}
	return say, true
}

// missing names what would print directly on this system.
func missing() string {
	if runtime.GOOS == "windows" {
		return "Máy chưa có SumatraPDF"
	}
	return "Máy chưa có CUPS hoặc CUPS chưa chạy"
}

// count says how many printers there are and which one is used when none is named.
func (s *System) count(ctx context.Context) string {
	found, err := s.List(ctx)
	if err != nil {
		return guide.Message(err)
	}
	return fmt.Sprintf("có %d máy in, dùng trước là %s.", len(found), found[0].Name)
}
