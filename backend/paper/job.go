package paper

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/search"
	"tungbuoc/backend/worker"
)

// Setting is what an order is made into paper with.
type Setting struct {
	Pack   *guide.Pack
	Office guide.Office
	Now    time.Time
	DPI    int // of the printer; 0: unknown
}

// Job is an order that is laid out.
type Job struct {
	Title    string   // what is on the paper, in a few words
	Warnings []string // what it will lack, a sentence each, for staff

	order    Order
	sheet    handout.Job
	pages    handout.Pages
	made     time.Time
	services []guide.BatchService
}

// Make lays out an order. Errors: CodeInvalid for an order that cannot be,
// CodeNotFound for a service that is not there or has no address, CodeContent
// for a leaflet that cannot be laid out; those of [handout.Make].
func Make(o Order, with Setting) (*Job, error) {
	o = o.whole()
	if err := o.check(); err != nil {
		return nil, err
	}
	j := &Job{order: o, made: with.Now, sheet: handout.Job{
		Layout: o.Layout, Copies: o.Copies, Counts: o.Counts, Start: o.Start, DPI: with.DPI, Large: o.Large, Hamlet: o.Hamlet,
	}}
	for _, key := range o.Services {
		if err := j.service(key, with); err != nil {
			return nil, err
		}
	}
	for _, c := range o.Codes {
		content, err := c.content(with)
		if err != nil {
			return nil, err
		}
		j.add(content)
	}
	var err error
	if j.pages, err = j.sheet.Lay(); err != nil {
		return nil, err
	}
	j.Title = j.sheet.Contents[0].Service.Title
	if o.Hamlet != "" {
		j.Title = "Thôn " + o.Hamlet
	}
	return j, nil
}

func (j *Job) service(key string, with Setting) error {
	s, err := with.Pack.Service(key)
	if err != nil {
		return unlessHidden(with.Pack, key, err)
	}
	content, err := handout.Make(with.Pack, s, handout.Options{Layout: j.order.Layout, Office: with.Office, Team: j.order.Team, Now: with.Now})
	if err != nil {
		return err
	}
	j.add(content)
	carried := guide.BatchService{Service: s.Key, Title: s.Title, Copies: j.order.Copies}
	if n := len(j.services); n < len(j.order.Counts) { // the services come first
		carried.Copies = j.order.Counts[n]
	}
	for _, l := range content.Links {
		carried.Links = append(carried.Links, l.Symbol.Text())
	}
	if s.Fee != nil {
		carried.Fee = s.Fee.Say
	}
	carried.Ours = ours(with, s, j.order.Layout)
	j.services = append(j.services, carried)
	return nil
}

// ours is the digest of what the office itself says on the paper of a service:
// changed, the sheets in people's homes say what is true no more.
func ours(with Setting, s *guide.Service, layout handout.Layout) string {
	said := append([]string{with.Office.Name, with.Office.Phone}, with.Office.Hours...)
	if with.Office.WiFi != nil && layout.WiFiMM() > 0 {
		said = append(said, with.Office.WiFi.Name, with.Office.WiFi.Password)
	}
	return guide.UnitID(append(said, with.Pack.OursOn(s)...))
}

// unlessHidden says of a hidden service why it is not printed. The office itself has
// said that it is not true here: paper would carry it into every home, and stays
// there. Who wants it all the same shows it again first, with one touch.
func unlessHidden(p *guide.Pack, key string, err error) error {
	if s, _ := p.InSession(key); p.Hides(key) {
		return guide.Errorf(guide.CodeNotFound, "“%s” đang ẩn nên không in. Mời vào Ghi chú của xã, chạm Hiện lại rồi in.", s.Title)
	}
	return err
}

func (j *Job) add(c handout.Content) {
	j.sheet.Contents = append(j.sheet.Contents, c)
	for _, w := range c.Warnings {
		if !slices.Contains(j.Warnings, w) {
			j.Warnings = append(j.Warnings, w)
		}
	}
}

// on is the job for a printer with so many dots per inch.
func (j *Job) on(dpi int) (*Job, error) {
	if dpi == j.sheet.DPI {
		return j, nil
	}
	other := *j
	other.sheet.DPI = dpi
	var err error
	other.pages, err = other.sheet.Lay()
	return &other, err
}

// Layout is what it is printed on.
func (j *Job) Layout() handout.Layout { return j.order.Layout }

// Copies is how often each service is on the paper; where they differ, the most.
func (j *Job) Copies() int { return j.order.Copies }

// Pages are the pages.
func (j *Job) Pages() handout.Pages { return j.pages }

// Services are the services on the paper, as a batch remembers them.
func (j *Job) Services() []guide.BatchService { return j.services }

// perMinute is how many pages an office printer makes in a minute.
const perMinute = 15

// Minutes is how long an office printer takes for a hamlet's pack, 0 for other
// jobs.
func (j *Job) Minutes() int {
	if j.order.Hamlet == "" {
		return 0
	}
	return (j.pages.Count() + perMinute - 1) / perMinute
}

// FileName says what is in the file and when it was made.
func (j *Job) FileName() string {
	name := strings.ReplaceAll(search.Fold(j.Title), " ", "-")
	if len(name) > 40 {
		name = strings.TrimRight(name[:40], "-")
	}
	if n := len(j.sheet.Contents) - 1; n > 0 {
		name += fmt.Sprintf("-va-%d-dich-vu", n)
	}
	return fmt.Sprintf("%s-%s-%s.pdf", name, j.order.Layout, j.made.Format("20060102-150405"))
}

// document is what the file says of itself.
func (j *Job) document(printer guide.Calibration) handout.Document {
	return handout.Document{
		Title: j.Title, Subject: fmt.Sprintf("%s, bản %d", j.order.Layout, j.sheet.Contents[0].Edition), Made: j.made, Printer: printer,
	}
}

// batch is what is remembered of the job once so many pages are out of a printer
// or in a folder.
func (j *Job) batch(pages int, way guide.Way, place string) guide.Batch {
	return guide.Batch{
		Layout: string(j.order.Layout), Copies: j.order.Copies, Pages: pages, Edition: j.sheet.Contents[0].Edition, Way: way, Place: place,
		Hamlet: j.order.Hamlet, Services: j.services,
	}
}

// Write writes the pages from one of them on, counted from 1, into a file, whole
// or not at all, and calls each after every page. Errors: [worker.ErrStopped]
// when ctx ends; those of the pages and of package safefile.
func (j *Job) Write(ctx context.Context, file string, from int, each func()) error {
	return safefile.Write(file, func(w io.Writer) error {
		return handout.WritePDF(w, j.document(guide.Calibration{}), watched(ctx, j.pages.From(from), each))
	})
}

// watched are pages that end with ErrStopped when ctx does.
func watched(ctx context.Context, pages iter.Seq2[*handout.Page, error], each func()) iter.Seq2[*handout.Page, error] {
	return func(yield func(*handout.Page, error) bool) {
		for page, err := range pages {
			if ctx.Err() != nil {
				page, err = nil, worker.ErrStopped
			}
			if err == nil {
				each()
			}
			if !yield(page, err) || err != nil {
				return
			}
		}
	}
}
