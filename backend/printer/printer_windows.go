package printer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
	"unicode"
	"unsafe"

	"golang.org/x/sys/windows"

	"tungbuoc/backend/guide"
)

// sumatraTime is how long SumatraPDF may draw the pages on a slow computer.
const sumatraTime = time.Minute

func (s *System) printWait() time.Duration { return s.wait + sumatraTime }

// validName takes what Windows takes: names have spaces, and shared printers
// begin with two backslashes. A name is only ever the value behind -print-to.
func validName(name string) bool {
	return name != "" && len(name) < 512 && !strings.ContainsFunc(name, unicode.IsControl) &&
		!strings.ContainsAny(name, `"`)
}

// screenPorts are the ports of printers that make files and ask where to; a
// kiosk would stand still behind their question.
var screenPorts = []string{"PORTPROMPT:", "SHRFAX:", "XPSPORT:", "NUL:", "NUL", "FILE:"}

func (s *System) printers(ctx context.Context) ([]Printer, error) {
	// a printer of a computer that is off can keep Windows waiting very long
	return inTime(ctx, func() ([]Printer, error) {
		infos, keep, err := enumPrinters()
		if err != nil {
			return nil, spooler(err)
		}
		usual := defaultPrinter()
		var found []Printer
		for _, info := range infos {
			if !onScreen(windows.UTF16PtrToString(info.port)) {
				found = append(found, readPrinter(info, usual))
			}
		}
		keep()
		return found, nil
	})
}

func onScreen(port string) bool {
	for _, p := range screenPorts {
		if strings.EqualFold(p, port) {
			return true
		}
	}
	return false
}

func readPrinter(info printerInfo, usual string) Printer {
	p := Printer{Name: windows.UTF16PtrToString(info.name), State: Idle, Accepting: true}
	for _, about := range []*uint16{info.comment, info.location, info.driver} {
		if p.About == "" {
			p.About = windows.UTF16PtrToString(about)
		}
	}
	p.Default = p.Name == usual
	reasons := reasonsOf(printerBits, info.status)
	switch {
	case info.attributes&attributeWorkOffline != 0:
		p.State, reasons = Stopped, append(reasons, "offline")
	case info.status&(statusPaused|statusOffline|statusNotAvailable|statusPendingDeletion) != 0:
		p.State = Stopped
	case info.status&(statusBusy|statusPrinting|statusProcessing) != 0:
		p.State = Busy
	}
	p.Reason, _ = judge(reasons, p.State == Stopped)
	return p
}

// send has SumatraPDF draw the pages for the printer and finds the job it made.
func (s *System) send(ctx context.Context, name string, doc *os.File, o Options) (Job, error) {
	w := s.Way(ctx)
	if w.Kind != BySumatra {
		return Job{}, noSumatra(w.Problem)
	}
	before, err := jobsOf(ctx, name)
	if err != nil {
		return Job{}, err
	}
	cmd := exec.CommandContext(ctx, w.Program, sumatraArguments(name, doc.Name(), o)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true}
	cmd.WaitDelay = time.Second
	failed := cmd.Run() // not 0 when it could not print
	if failed != nil && ctx.Err() != nil {
		return Job{}, guide.Wrap(failed, guide.CodeUnavailable, saySilent)
	}
	after, err := jobsOf(ctx, name) // says so when the printer is gone
	if err != nil {
		return Job{}, err
	}
	if failed != nil {
		return Job{}, guide.Wrap(fmt.Errorf("%s: %w", w.Program, failed), guide.CodeUnavailable, sayFailed)
	}
	job := Job{Printer: name} // a quick printer has it behind itself: ID 0
	for id, j := range after {
		if _, old := before[id]; !old && strings.Contains(strings.ToLower(j.document), strings.ToLower(filepath.Base(doc.Name()))) {
			job.ID = max(job.ID, id)
		}
	}
	return job, nil
}

// noSumatra refuses to print without a person.
func noSumatra(problem string) error {
	if problem == "" {
		problem = "Máy này chưa có SumatraPDF nên chưa in thẳng được."
	}
	return guide.Errorf(guide.CodeUnavailable, "%s Mời cán bộ cài SumatraPDF, hoặc lưu tờ in thành tệp rồi in từ chương trình xem PDF.", problem)
}

// progress looks the job up in the spooler, which drops a job when it is printed.
func (s *System) progress(ctx context.Context, job Job) (Progress, error) {
	jobs, err := jobsOf(ctx, job.Printer)
	if err != nil {
		return Progress{}, err
	}
	j, there := jobs[job.ID]
	if !there {
		return Progress{State: JobDone, Over: true}, nil
	}
	p := Progress{State: JobWaiting, Pages: j.pages, Detail: j.words}
	say, blocks := judge(reasonsOf(jobBits, j.status), j.status&statusJobPaused != 0)
	p.Reason = say
	switch {
	case j.status&(statusJobDeleting|statusJobDeleted) != 0:
		p = Progress{State: JobCancelled, Over: true}
	case j.status&(statusJobPrinted|statusJobComplete) != 0:
		p = Progress{State: JobDone, Over: true, Pages: j.pages}
	case blocks:
		p.State = JobStopped
	case j.status&statusJobPrinting != 0:
		p.State = JobPrinting
	}
	return p, nil
}

func (s *System) drop(ctx context.Context, job Job) error {
	_, err := inTime(ctx, func() (struct{}, error) {
		err := deleteJob(job.Printer, job.ID)
		if errors.Is(err, windows.ERROR_INVALID_PARAMETER) {
			return struct{}{}, guide.Wrap(err, guide.CodeNotFound, sayOver)
		}
		return struct{}{}, spooler(err)
	})
	return err
}

// jobsOf gives the jobs of a printer by their number.
func jobsOf(ctx context.Context, name string) (map[int]spoolJob, error) {
	return inTime(ctx, func() (map[int]spoolJob, error) {
		jobs, err := enumJobs(name)
		if errors.Is(err, windows.ERROR_INVALID_PRINTER_NAME) {
			return nil, noSuchPrinter(name)
		}
		return jobs, spooler(err)
	})
}

// spooler says that Windows cannot print at all.
func spooler(err error) error {
	if err == nil {
		return nil
	}
	return guide.Wrap(err, guide.CodeUnavailable,
		"Phần in của Windows chưa chạy. Mời khởi động lại máy rồi thử lại; nếu vẫn lỗi, mời cán bộ bật dịch vụ Print Spooler.")
}

// inTime waits for a call of Windows no longer than ctx; the call itself cannot
// be broken off and ends by itself.
func inTime[T any](ctx context.Context, call func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		v, err := call()
		done <- result{v, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, guide.Wrap(ctx.Err(), guide.CodeUnavailable, saySilent)
	}
}

// pdfViewer is the program that shows PDF files, "" if Windows would only ask
// which one to take.
func (s *System) pdfViewer() string {
	const executable = 2 // ASSOCSTR_EXECUTABLE
	if procAssocQuery.Find() != nil {
		return ""
	}
	kind, err := windows.UTF16PtrFromString(".pdf")
	if err != nil {
		return ""
	}
	buf := make([]uint16, windows.MAX_LONG_PATH)
	size := uint32(len(buf))
	if failed, _, _ := procAssocQuery.Call(0, executable, uintptr(unsafe.Pointer(kind)), 0,
		uintptr(unsafe.Pointer(&buf[0])), uintptr(unsafe.Pointer(&size))); failed != 0 {
		return ""
	}
	program := windows.UTF16ToString(buf)
	if strings.EqualFold(filepath.Base(program), "OpenWith.exe") {
		return ""
	}
	return program
}

// view opens the file with the program for its kind; only .pdf, so that nothing
// else is ever started.
func (s *System) view(_ context.Context, file string) error {
	if !strings.EqualFold(filepath.Ext(file), ".pdf") {
		return guide.Errorf(guide.CodeInvalid, "Tệp này không phải tệp PDF nên không mở được. Mời tạo lại tờ in.")
	}
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return guide.Wrap(err, guide.CodeUnavailable, sayNoViewer)
	}
	name, err := windows.UTF16PtrFromString(file)
	if err != nil {
		return unreadable(err)
	}
	if err := windows.ShellExecute(0, verb, name, nil, nil, windows.SW_SHOWNORMAL); err != nil {
		return guide.Wrap(err, guide.CodeUnavailable, sayNoViewer)
	}
	return nil
}
