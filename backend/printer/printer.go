package printer

import (
	"context"
	"time"

	"tungbuoc/backend/guide"
)

// Wait is the longest that the printing system may take to answer.
const Wait = 10 * time.Second

// Config is what the office sets. The zero value is right on most computers.
type Config struct {
	// Sumatra gives what the office says about where SumatraPDF is, "" if
	// nothing; nil says nothing. Only Windows uses it.
	Sumatra func() string
	// Server is where CUPS listens: a socket path, host or host:port. Empty means
	// the environment variable CUPS_SERVER, then this computer. Only Linux uses it.
	Server string
}

// System is the printing of this computer. It may be used by several goroutines.
type System struct {
	config Config
	wait   time.Duration
	viewer string // the program that opens files, on Linux
}

// New gives the printing of this computer. It does nothing yet.
func New(c Config) *System {
	return &System{config: c, wait: Wait, viewer: "xdg-open"}
}

// State is what a printer is doing.
type State string

// The states of a printer.
const (
	Idle    State = "idle"
	Busy    State = "printing"
	Stopped State = "stopped"
)

// Printer is one printer of the system.
type Printer struct {
	Name      string // the system's name, for [System.Print]
	About     string // description, place or model; may be empty
	Default   bool   // the one used when none is named
	Accepting bool   // takes new jobs
	State     State
	Reason    string // what is wrong and what to do; "" if nothing is
	DPI       int    // dots per inch, 0 when the system does not tell
}

// Ready says whether a job sent now would be printed.
func (p Printer) Ready() bool { return p.Accepting && p.State != Stopped }

// Job is a file handed to a printer.
type Job struct {
	Printer string
	ID      int
}

// JobState is how far a job is.
type JobState string

// The states of a job. A stopped job needs somebody to do something; it goes on
// by itself afterwards unless Progress.Over is true.
const (
	JobWaiting   JobState = "waiting"
	JobPrinting  JobState = "printing"
	JobDone      JobState = "done"
	JobStopped   JobState = "stopped"
	JobCancelled JobState = "cancelled"
)

// Progress is what became of a job.
type Progress struct {
	State  JobState
	Over   bool   // nothing more will happen to the job
	Pages  int    // printed so far; 0 when the printer does not tell
	Reason string // what is wrong and what to do; "" if nothing is
	Detail string // the system's own words, for the log
}

// List gives the printers, the default one first. Errors: CodeNotFound if there
// is none, CodeUnavailable if the printing system does not answer.
func (s *System) List(ctx context.Context) ([]Printer, error) {
	ctx, cancel := context.WithTimeout(ctx, s.wait)
	defer cancel()
	found, err := s.printers(ctx)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, guide.Errorf(guide.CodeNotFound, sayNoPrinter)
	}
	for i, p := range found {
		if p.Default {
			copy(found[1:i+1], found[:i])
			found[0] = p
			break
		}
	}
	return found, nil
}

// Print hands a PDF file to a printer; "" means the default one, or the first if
// the system has no default. It does not wait for the paper: ask [System.Status].
//
// A printer that is stopped or takes no jobs is refused at once, so that a
// resident's sheet does not come out hours later, in front of somebody else.
// Nothing is ever opened on the screen: where a person would have to print, see
// [System.Way], Print answers CodeUnavailable.
//
// Errors: CodeInvalid for options out of range, a bad name or a file that is not
// a PDF; CodeStorage if the file cannot be read; CodeNotFound if there is no such
// printer; CodeUnavailable if it cannot print now, or has no paper that holds
// the page whole.
func (s *System) Print(ctx context.Context, printer, file string, o Options) (Job, error) {
	o, err := o.checked()
	if err != nil {
		return Job{}, err
	}
	doc, err := openPDF(file)
	if err != nil {
		return Job{}, err
	}
	defer func() { _ = doc.Close() }()
	ctx, cancel := context.WithTimeout(ctx, s.printWait())
	defer cancel()
	p, err := s.choose(ctx, printer)
	if err != nil {
		return Job{}, err
	}
	if !p.Ready() {
		return Job{}, guide.Errorf(guide.CodeUnavailable, "%s", p.Reason)
	}
	return s.send(ctx, p.Name, doc, o)
}

// choose finds a printer by name, "" meaning the default or the first.
func (s *System) choose(ctx context.Context, name string) (Printer, error) {
	if name != "" && !validName(name) {
		return Printer{}, guide.Errorf(guide.CodeInvalid, "Tên máy in không hợp lệ. Mời chọn lại máy in trong danh sách.")
	}
	found, err := s.List(ctx)
	if err != nil {
		return Printer{}, err
	}
	if name == "" {
		return found[0], nil
	}
	for _, p := range found {
		if p.Name == name {
			return p, nil
		}
	}
	return Printer{}, noSuchPrinter(name)
}

// Status tells how far a job is. Errors: CodeInvalid for a job that Print did not
// make, CodeNotFound if the system has forgotten the job (many forget soon after
// it is done), CodeUnavailable if the printing system does not answer.
func (s *System) Status(ctx context.Context, job Job) (Progress, error) {
	if err := job.check(); err != nil {
		return Progress{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, s.wait)
	defer cancel()
	return s.progress(ctx, job)
}

// Cancel takes a job back; pages already in the printer may still come out.
// Errors: CodeInvalid for a job that Print did not make, CodeNotFound if the job
// is over or forgotten, CodeUnavailable if the printing system does not answer.
func (s *System) Cancel(ctx context.Context, job Job) error {
	if err := job.check(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, s.wait)
	defer cancel()
	return s.drop(ctx, job)
}

// Open shows a PDF file in the program that the computer opens PDF files with,
// and does not wait until it is closed. Errors: CodeStorage if the file cannot be
// read, CodeInvalid if it is not a PDF, CodeUnavailable if nothing opens it.
func (s *System) Open(ctx context.Context, file string) error {
	doc, err := openPDF(file)
	if err != nil {
		return err
	}
	_ = doc.Close()
	return s.view(ctx, doc.Name())
}
