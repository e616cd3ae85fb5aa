package printer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"tungbuoc/backend/guide"
)

// The operations used (RFC 8011 and the CUPS implementation of IPP).
const (
	opPrintJob             = 0x0002
	opCancelJob            = 0x0008
	opGetJobAttributes     = 0x0009
	opGetPrinterAttributes = 0x000b
	opCupsGetPrinters      = 0x4002
)

// defaultBit marks the default printer in printer-type.
const defaultBit = 0x20000

// The values of printer-state and job-state that are told apart.
const (
	printerProcessing = 4
	printerStopped    = 5

	jobHeld      = 4
	jobActive    = 5
	jobStopped   = 6
	jobCanceled  = 7
	jobAborted   = 8
	jobCompleted = 9
)

// names are the printer names that are used: CUPS allows more, but others have
// been trouble in drivers, and a name goes into an address here.
var names = regexp.MustCompile(`^[A-Za-z0-9_.@-]{1,127}$`)

func validName(name string) bool { return names.MatchString(name) }

func (s *System) printWait() time.Duration { return s.wait }

// printerAttributes are what is asked about a printer.
var printerAttributes = []string{
	"printer-name", "printer-info", "printer-location", "printer-make-and-model", "printer-type",
	"printer-state", "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs",
	"printer-resolution-default",
}

// printers asks CUPS for all its queues.
func (s *System) printers(ctx context.Context) ([]Printer, error) {
	m := request(opCupsGetPrinters)
	m.add("requested-attributes", keywords(printerAttributes)...)
	answer, err := s.ask(ctx, "/", m, nil)
	if refused(err, statusNotFound) {
		return nil, nil // what CUPS says when it has no queue at all
	}
	if err != nil {
		return nil, err
	}
	var found []Printer
	for _, g := range answer.groups {
		if g.tag == tagPrinter && g.text("printer-name") != "" {
			found = append(found, readPrinter(g))
		}
	}
	return found, nil
}

func readPrinter(g group) Printer {
	p := Printer{
		Name:      g.text("printer-name"),
		Default:   g.number("printer-type")&defaultBit != 0,
		Accepting: g.is("printer-is-accepting-jobs"),
		State:     Idle,
		DPI:       g.dots("printer-resolution-default"),
	}
	for _, about := range []string{"printer-info", "printer-location", "printer-make-and-model"} {
		if p.About == "" {
			p.About = g.text(about)
		}
	}
	switch g.number("printer-state") {
	case printerProcessing:
		p.State = Busy
	case printerStopped:
		p.State = Stopped
	}
	p.Reason, _ = judge(g.texts("printer-state-reasons"), p.State == Stopped)
	switch {
	case !validName(p.Name):
		p.Accepting = false
		p.Reason = "Tên máy in có ký tự lạ nên chưa dùng được. Mời cán bộ đổi tên máy in, chỉ dùng chữ không dấu và số."
	case !p.Accepting && p.State != Stopped:
		p.Reason = sayRefusing
	}
	return p
}

// send hands the document over.
func (s *System) send(ctx context.Context, name string, doc *os.File, o Options) (Job, error) {
	m := request(opPrintJob)
	m.add("printer-uri", text(tagURI, printerURI(name)))
	m.add("requesting-user-name", text(tagName, userName()))
	m.add("job-name", text(tagName, o.Title))
	m.add("document-format", text(tagMimeType, "application/pdf"))
	m.groups = append(m.groups, group{tag: tagJob})
	m.add("copies", number(tagInteger, o.Copies))
	if o.Copies > 1 {
		// whole leaflets one after the other: page by page, two sides of one sheet
		// would be the same page
		m.add("multiple-document-handling", text(tagKeyword, "separate-documents-collated-copies"))
	}
	m.add("print-scaling", text(tagKeyword, "none"))
	m.add("fit-to-page", truth(false))
	m.add("sides", text(tagKeyword, sides(o.TwoSided)))
	if o.PaperMM != [2]float64{} {
		media, err := s.mediaFor(ctx, name, o.PaperMM)
		if err != nil {
			return Job{}, err
		}
		m.add("media", text(tagKeyword, media))
	}
	answer, err := s.ask(ctx, "/printers/"+name, m, doc)
	if refused(err, statusNotFound, statusGone) {
		return Job{}, noSuchPrinter(name)
	}
	if err != nil {
		return Job{}, err
	}
	job := Job{Printer: name, ID: answer.group(tagJob).number("job-id")}
	if job.ID <= 0 {
		return Job{}, guide.Wrap(errors.New("cups: no job-id"), guide.CodeUnavailable, sayBadAnswer)
	}
	return job, nil
}

func sides(two bool) string {
	if two {
		return "two-sided-short-edge"
	}
	return "one-sided" // said, because many printers turn the paper by default
}

// media names a paper: a standard one by its name, another by its size. The width
// of another stays the width: a roll is 80 mm wide however short the slip is.
func media(mm [2]float64) string {
	if name := StandardName(mm); name != "" {
		return name
	}
	return customMedia(mm[0], mm[1])
}

func customMedia(w, h float64) string {
	return fmt.Sprintf("Custom.%sx%smm", millimetres(w), millimetres(h))
}

// millimetres writes a length to a hundredth, the unit of IPP.
func millimetres(mm float64) string {
	s := strconv.FormatFloat(mm, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// progress asks for the job, and for the printer while the job is not over: only
// the printer knows that its paper is out.
func (s *System) progress(ctx context.Context, job Job) (Progress, error) {
	m := request(opGetJobAttributes)
	m.addJob(job)
	m.add("requested-attributes", keywords([]string{"job-state", "job-state-reasons", "job-printer-state-message",
		"job-media-sheets-completed", "job-impressions-completed"})...)
	answer, err := s.ask(ctx, "/jobs/", m, nil)
	if err != nil {
		return Progress{}, forgotten(err)
	}
	j := answer.group(tagJob)
	p := Progress{Pages: j.number("job-impressions-completed")}
	if p.Pages == 0 {
		p.Pages = j.number("job-media-sheets-completed")
	}
	if p.Pages < 0 { // some printers tell nonsense
		p.Pages = 0
	}
	p.Detail = strings.Join(append(j.texts("job-state-reasons"), j.texts("job-printer-state-message")...), "; ")
	state := j.number("job-state")
	switch state {
	case jobCompleted:
		p.State, p.Over = JobDone, true
	case jobCanceled:
		p.State, p.Over = JobCancelled, true
	case jobAborted:
		p.State, p.Over, p.Reason = JobStopped, true, sayFailed
	default:
		return s.underway(ctx, job, state, p)
	}
	return p, nil
}

// underway completes the progress of a job that is not over.
func (s *System) underway(ctx context.Context, job Job, state int, p Progress) (Progress, error) {
	m := request(opGetPrinterAttributes)
	m.add("printer-uri", text(tagURI, printerURI(job.Printer)))
	m.add("requested-attributes", keywords(printerAttributes)...)
	answer, err := s.ask(ctx, "/printers/"+job.Printer, m, nil)
	if refused(err, statusNotFound, statusGone) {
		return Progress{}, noSuchPrinter(job.Printer)
	}
	if err != nil {
		return Progress{}, err
	}
	g := answer.group(tagPrinter)
	reasons, stopped := g.texts("printer-state-reasons"), g.number("printer-state") == printerStopped
	say, blocks := judge(reasons, stopped)
	p.Reason = say
	p.Detail = strings.Join(append([]string{p.Detail}, append(reasons, g.texts("printer-state-message")...)...), "; ")
	switch {
	case state == jobActive && blocks, stopped:
		p.State = JobStopped
	case state == jobHeld, state == jobStopped:
		p.State = JobStopped
		if p.Reason == "" {
			p.Reason = "Lệnh in đang bị giữ lại. Mời cán bộ cho in tiếp, hoặc hủy rồi in lại."
		}
	case state == jobActive:
		p.State = JobPrinting
	default:
		// behind another job; what the printer said of that one may be old
		p.State = JobWaiting
	}
	return p, nil
}

// drop cancels the job; CUPS goes on knowing that it was cancelled.
func (s *System) drop(ctx context.Context, job Job) error {
	m := request(opCancelJob)
	m.addJob(job)
	_, err := s.ask(ctx, "/jobs/", m, nil)
	return forgotten(err)
}

// forgotten turns "no such job" and "job is over" into CodeNotFound.
func forgotten(err error) error {
	if refused(err, statusNotFound, statusGone, statusNotPossible) {
		return guide.Wrap(err, guide.CodeNotFound, sayOver)
	}
	return err
}

// requests counts them, so that an answer can be matched.
var requests atomic.Uint32

// request begins a message with what every request must begin with.
func request(operation uint16) *message {
	m := &message{code: operation, id: requests.Add(1) & 0x7fffffff, groups: []group{{tag: tagOperation}}}
	m.add("attributes-charset", text(tagCharset, "utf-8"))
	m.add("attributes-natural-language", text(tagLanguage, "en"))
	return m
}

func (m *message) addJob(job Job) {
	m.add("printer-uri", text(tagURI, printerURI(job.Printer)))
	m.add("job-id", number(tagInteger, job.ID))
	m.add("requesting-user-name", text(tagName, userName()))
}

func printerURI(name string) string { return "ipp://localhost/printers/" + name }

func keywords(names []string) []value {
	var all []value
	for _, n := range names {
		all = append(all, text(tagKeyword, n))
	}
	return all
}

// viewerTime is how long a viewer is watched for failing at once.
const viewerTime = 2 * time.Second

// pdfViewer is the program that opens files, "" if it is not installed.
func (s *System) pdfViewer() string {
	path, err := exec.LookPath(s.viewer)
	if err != nil {
		return ""
	}
	return path
}

// view starts the viewer. It is not tied to ctx: the person goes on reading.
func (s *System) view(ctx context.Context, file string) error {
	cmd := exec.Command(s.viewer, file)
	if err := cmd.Start(); err != nil {
		return guide.Wrap(err, guide.CodeUnavailable, sayNoViewer)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return guide.Wrap(fmt.Errorf("%s: %w", s.viewer, err), guide.CodeUnavailable, sayNoViewer)
		}
	case <-time.After(min(viewerTime, s.wait)): // it is showing the file
	case <-ctx.Done():
	}
	return nil
}
