package printer_test

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
)

// TestRealCUPS prints on a real cupsd, through its real filters.
func TestRealCUPS(t *testing.T) {
	o := mustOffice(t)
	file := makePDF(t, "-o raw; tờ in.pdf", 210, 297, "first", "second")
	if _, err := o.Print(t.Context(), "", file, printer.Options{}); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Fatalf("without a printer: %v", err)
	}
	o.Run("lpadmin", "-p", "Khac", "-v", "kiosk:"+o.Out, "-P", o.PPD, "-E")
	o.Run("lpadmin", "-p", "Van_phong", "-v", "kiosk:"+o.Out, "-P", o.PPD, "-E", "-D", "Máy in phòng một cửa")
	o.Run("lpadmin", "-p", "Phòng", "-v", "kiosk:"+o.Out, "-P", o.PPD, "-E")
	o.Run("lpadmin", "-d", "Van_phong")
	o.Paper(true)
	t.Run("list", func(t *testing.T) { o.in(t).checkList() })
	t.Run("sizes", func(t *testing.T) { o.in(t).checkSizes() })
	t.Run("out of paper", func(t *testing.T) { o.in(t).checkPaper(file) })
	t.Run("cancel", func(t *testing.T) { o.in(t).checkCancel(file) })
	t.Run("stopped queue", func(t *testing.T) { o.in(t).checkStopped(file) })
	t.Run("forgotten job", func(t *testing.T) { o.in(t).checkForgotten(file) })
}

func (o *office) checkList() {
	found, err := o.List(o.t.Context())
	o.do(err)
	want := printer.Printer{Name: "Van_phong", About: "Máy in phòng một cửa", Default: true, Accepting: true, State: printer.Idle, DPI: 300}
	if len(found) != 3 || found[0] != want {
		o.t.Fatalf("got %+v", found)
	}
	for _, p := range found {
		if p.Ready() != (p.Name != "Phòng") || p.Ready() != (p.Reason == "") {
			o.t.Errorf("got %+v", p)
		}
	}
}

func (o *office) checkSizes() {
	for _, tt := range []struct {
		name   string
		o      printer.Options
		file   [2]float64 // mm
		words  string     // that come out, in order
		sheet  [2]float64 // points; CUPS cuts custom ones down to whole points
		option string
	}{
		{"leaflet", printer.Options{Title: "Tờ gấp", TwoSided: true, PaperMM: [2]float64{297, 210}}, [2]float64{297, 210},
			"first second", [2]float64{595.28, 841.89}, "Duplex=DuplexTumble PageSize=A4"},
		{"two leaflets, one after the other", printer.Options{Copies: 2, TwoSided: true, PaperMM: [2]float64{210, 297}}, [2]float64{210, 297},
			"first second first second", [2]float64{595.28, 841.89}, "Duplex=DuplexTumble PageSize=A4"},
		{"card", printer.Options{PaperMM: [2]float64{105, 148}}, [2]float64{105, 148},
			"first second", [2]float64{297.64, 419.53}, "Duplex=None PageSize=A6"},
		{"roll", printer.Options{PaperMM: [2]float64{80, 200}}, [2]float64{80, 200},
			"first second", [2]float64{226, 566}, "media=Custom.80x200mm"},
		{"short slip of the roll", printer.Options{PaperMM: [2]float64{80, 60.5}}, [2]float64{80, 60.5},
			"first second", [2]float64{226, 171}, "media=Custom.80x60.5mm"},
		{"slip on the printer's own paper", printer.Options{}, [2]float64{80, 200},
			"first second", [2]float64{595.28, 841.89}, "Duplex=None"},
	} {
		o.t.Run(tt.name, func(t *testing.T) {
			o := o.in(t)
			file := makePDF(t, "-o raw; tờ in.pdf", tt.file[0], tt.file[1], "first", "second")
			job, err := o.Print(t.Context(), "Van_phong", file, tt.o)
			o.do(err)
			p := o.wait(job, printer.JobDone)
			if want := len(strings.Fields(tt.words)); !p.Over || p.Pages != want || p.Reason != "" {
				t.Errorf("got %+v, want %d pages", p, want)
			}
			options, out := o.printed(job)
			for _, want := range []string{tt.option, "print-scaling=none"} {
				if !strings.Contains(options, want) {
					t.Errorf("no %s in %s", want, options)
				}
			}
			o.checkPages(out, strings.Fields(tt.words), tt.sheet)
		})
	}
}

var (
	pageTag = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)">`)
	wordTag = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(\w+)</word>`)
)

// checkPages looks at what reached the printer: sheets, pages, and that a word is
// as long as in the file.
func (o *office) checkPages(file string, words []string, sheet [2]float64) {
	o.t.Helper()
	if info := o.Run("pdfinfo", file); !regexp.MustCompile(fmt.Sprintf(`Pages: +%d\n`, len(words))).MatchString(info) {
		o.t.Errorf("want %d pages: %s", len(words), info)
	}
	found := o.Run("pdftotext", "-bbox", file, "-")
	for _, m := range pageTag.FindAllStringSubmatch(found, -1) {
		if w, h := o.float(m[1]), o.float(m[2]); math.Abs(w-sheet[0]) > 0.1 || math.Abs(h-sheet[1]) > 0.1 {
			o.t.Errorf("a sheet of %g x %g points, want %v", w, h, sheet)
		}
	}
	length := map[string]float64{"first": 32.22, "second": 64.48} // points, in Helvetica of 20
	var got []string
	for _, m := range wordTag.FindAllStringSubmatch(found, -1) {
		got = append(got, m[5])
		long := max(o.float(m[3])-o.float(m[1]), o.float(m[4])-o.float(m[2])) // a lying page is turned
		if math.Abs(long-length[m[5]]) > 0.1 {
			o.t.Errorf("%s is %g points long, want %g: scaled", m[5], long, length[m[5]])
		}
	}
	if strings.Join(got, " ") != strings.Join(words, " ") {
		o.t.Errorf("pages %v, want %v", got, words)
	}
}

func (o *office) float(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	o.do(err)
	return f
}

func (o *office) checkPaper(file string) {
	o.Paper(false)
	job, err := o.Print(o.t.Context(), "Van_phong", file, printer.Options{})
	o.do(err)
	p := o.wait(job, printer.JobStopped)
	if !strings.HasPrefix(p.Reason, "Máy in hết giấy.") || p.Over || p.Detail == "" {
		o.t.Errorf("got %+v", p)
	}
	next, err := o.Print(o.t.Context(), "Van_phong", file, printer.Options{})
	o.do(err)
	o.wait(next, printer.JobWaiting)
	o.Paper(true)
	for _, j := range []printer.Job{job, next} {
		if p := o.wait(j, printer.JobDone); !p.Over || p.Reason != "" {
			o.t.Errorf("got %+v", p)
		}
	}
}

func (o *office) checkCancel(file string) {
	o.Paper(false)
	job, err := o.Print(o.t.Context(), "", file, printer.Options{})
	o.do(err)
	o.wait(job, printer.JobStopped)
	o.do(o.Cancel(o.t.Context(), job))
	if p := o.wait(job, printer.JobCancelled); !p.Over {
		o.t.Errorf("got %+v", p)
	}
	if err := o.Cancel(o.t.Context(), job); guide.ErrorCode(err) != guide.CodeNotFound {
		o.t.Errorf("cancelled twice: %v", err)
	}
	o.Paper(true)
	if _, file := o.printedNames(job); exists(file) {
		o.t.Error("printed all the same")
	}
}

func (o *office) checkStopped(file string) {
	o.Paper(false)
	job, err := o.Print(o.t.Context(), "Van_phong", file, printer.Options{})
	o.do(err)
	o.Run("cupsdisable", "Van_phong")
	defer o.Run("cupsenable", "Van_phong")
	p := o.wait(job, printer.JobStopped)
	o.until("the queue is paused", func() bool {
		p, err = o.Status(o.t.Context(), job)
		o.do(err)
		return strings.Contains(p.Reason, "tạm dừng")
	})
	found, err := o.List(o.t.Context())
	o.do(err)
	if found[0].State != printer.Stopped || found[0].Ready() || !strings.Contains(found[0].Reason, "tạm dừng") {
		o.t.Errorf("got %+v", found[0])
	}
	_, err = o.Print(o.t.Context(), "Van_phong", file, printer.Options{})
	if guide.ErrorCode(err) != guide.CodeUnavailable || !strings.Contains(guide.Message(err), "tạm dừng") {
		o.t.Errorf("on a stopped queue: %v", err)
	}
	o.do(o.Cancel(o.t.Context(), job))
	o.Run("cupsreject", "Van_phong")
	defer o.Run("cupsaccept", "Van_phong")
	o.Run("cupsenable", "Van_phong")
	_, err = o.Print(o.t.Context(), "Van_phong", file, printer.Options{})
	if guide.ErrorCode(err) != guide.CodeUnavailable || !strings.Contains(guide.Message(err), "không nhận lệnh in") {
		o.t.Errorf("on a rejecting queue: %v", err)
	}
	o.Paper(true)
}

func (o *office) checkForgotten(file string) {
	job, err := o.Print(o.t.Context(), "Khac", file, printer.Options{})
	o.do(err)
	o.wait(job, printer.JobDone)
	o.Run("cancel", "-a", "-x", "Khac")
	if _, err := o.Status(o.t.Context(), job); guide.ErrorCode(err) != guide.CodeNotFound {
		o.t.Errorf("status: %v", err)
	}
	if err := o.Cancel(o.t.Context(), job); guide.ErrorCode(err) != guide.CodeNotFound {
		o.t.Errorf("cancel: %v", err)
	}
	o.Run("lpadmin", "-x", "Khac")
	began := time.Now()
	if _, err := o.Print(o.t.Context(), "Khac", file, printer.Options{}); guide.ErrorCode(err) != guide.CodeNotFound {
		o.t.Errorf("on a removed printer: %v after %s", err, time.Since(began))
	}
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
