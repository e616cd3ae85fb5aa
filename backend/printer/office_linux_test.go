package printer_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/printer/cupstest"
)

// office is a CUPS of the test's own, and this computer's printing through it.
type office struct {
	t *testing.T
	*cupstest.Office
	*printer.System
}

func mustOffice(t *testing.T) *office {
	t.Helper()
	o := &office{t: t, Office: cupstest.Start(t)}
	o.System = printer.New(printer.Config{Server: o.Socket})
	o.until("cupsd answers", func() bool {
		_, err := o.List(t.Context())
		return guide.ErrorCode(err) == guide.CodeNotFound
	})
	return o
}

// in gives the same office to a part of the test.
func (o *office) in(t *testing.T) *office {
	part := *o
	part.t = t
	return &part
}

func (o *office) do(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) until(what string, ok func() bool) {
	o.t.Helper()
	end, limited := o.t.Deadline()
	for ; !limited || time.Until(end) > 10*time.Second; time.Sleep(50 * time.Millisecond) {
		if ok() {
			return
		}
	}
	o.t.Fatalf("in vain waited until %s", what)
}

// wait polls a job until it has the state.
func (o *office) wait(job printer.Job, state printer.JobState) printer.Progress {
	o.t.Helper()
	var p printer.Progress
	o.until(fmt.Sprintf("job %d is %s", job.ID, state), func() bool {
		var err error
		p, err = o.Status(o.t.Context(), job)
		o.do(err)
		if p.Over && p.State != state {
			o.t.Fatalf("job %d: %+v", job.ID, p)
		}
		return p.State == state
	})
	return p
}

// printedNames are the files of a job: its options, and what would be on paper.
func (o *office) printedNames(job printer.Job) (options, file string) {
	stem := filepath.Join(o.Out, fmt.Sprintf("job-%d", job.ID))
	return stem + ".txt", stem + ".pdf"
}

// printed gives the options and the file that reached the printer.
func (o *office) printed(job printer.Job) (options, file string) {
	o.t.Helper()
	name, file := o.printedNames(job)
	b, err := os.ReadFile(name)
	o.do(err)
	return string(b), file
}

// makePDF writes a PDF with one page for each text, at 20 mm from the corner.
func makePDF(t *testing.T, name string, width, height float64, pages ...string) string {
	t.Helper()
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: fpdf.SizeType{Wd: width, Ht: height}})
	doc.SetAutoPageBreak(false, 0)
	for _, text := range pages {
		doc.AddPage()
		doc.SetFont("Helvetica", "", 20)
		doc.Text(20, 20, text)
		doc.Rect(5, 5, width-10, height-10, "D") // beyond what many printers reach
	}
	file := filepath.Join(t.TempDir(), name)
	if err := doc.OutputFileAndClose(file); err != nil {
		t.Fatal(err)
	}
	return file
}
