package paper

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/manual"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/worker"
)

// leaves are pages for staff themselves: nobody takes them home, so nothing of
// them is remembered, and who stops them begins again.
type leaves struct {
	name  string
	doc   handout.Document
	pages []*handout.Page
}

// leavesOf lays out a chapter of the manual, or all of it for "". Errors:
// CodeNotFound, CodeContent.
func leavesOf(chapter string, now time.Time) (leaves, error) {
	all, err := manual.Own()
	if err != nil {
		return leaves{}, err
	}
	some, err := manual.Some(all, chapter)
	if err != nil {
		return leaves{}, err
	}
	b := handout.Booklet{
		Chapters: some, Files: manual.Files(), Foot: fmt.Sprintf("Từng Bước %s · in ngày %s", guide.Version, now.Format("02/01/2006")),
	}
	pages, err := b.Pages()
	return leaves{
		name:  fmt.Sprintf("%s-%s", b.Name(), now.Format("20060102")),
		doc:   handout.Document{Title: b.Title(), Subject: "Từng Bước " + guide.Version, Made: now},
		pages: pages,
	}, err
}

func (l leaves) save(file string) error {
	return safefile.Write(file, func(out io.Writer) error { return handout.WritePDF(out, l.doc, handout.Just(l.pages...).From(1)) })
}

// WriteManual writes a chapter of the manual, or all of it for "", into a file, and
// gives its pages. Errors: CodeNotFound, CodeContent, those of package safefile.
func WriteManual(file, chapter string, now time.Time) (pages int, err error) {
	l, err := leavesOf(chapter, now)
	if err != nil {
		return 0, err
	}
	return len(l.pages), l.save(file)
}

// SaveManual starts writing a chapter of the manual, or all of it for "", into a
// folder; the worker tells when it is there. Errors: CodeNotFound, CodeContent,
// CodeBusy.
func (p *Press) SaveManual(chapter, folder string) error {
	return p.leaves(chapter, func(_ context.Context, w *worker.Work, l leaves) error { return keep(w, l, folder) })
}

// PrintManual starts printing a chapter of the manual, or all of it for "".
// Errors: CodeNotFound, CodeContent, CodeBusy.
func (p *Press) PrintManual(chapter, name string) error {
	return p.leaves(chapter, func(ctx context.Context, w *worker.Work, l leaves) error {
		whole := context.WithoutCancel(ctx)
		a4 := printer.Options{PaperMM: [2]float64{l.pages[0].W, l.pages[0].H}}
		if way := p.o.Printers.Way(ctx); !way.Direct() {
			if err := keep(w, l, p.o.Kept()); err != nil {
				return err
			}
			say, err := p.o.Printers.Show(whole, way, w.Known().File, a4)
			w.Update(func(v *worker.Progress) { v.Problem = say })
			return err
		}
		w.Update(func(v *worker.Progress) { v.State = worker.Printing })
		job, err := p.spool.print(whole, name, l.name, a4, func(out io.Writer) error {
			return handout.WritePDF(out, l.doc, handout.Just(l.pages...).From(1))
		})
		if err != nil {
			return err
		}
		nothing := func(context.Context, int) error { return nil }
		err = p.follow(ctx, w, chunk{job: job, about: p.about(whole, name), pages: len(l.pages), reached: nothing})
		if err != nil { // what is still with the printer must not come out later
			_ = p.o.Printers.Cancel(whole, job)
		}
		return err
	})
}

func (p *Press) leaves(chapter string, do func(context.Context, *worker.Work, leaves) error) error {
	l, err := leavesOf(chapter, p.o.Now())
	if err != nil {
		return err
	}
	return p.o.Worker.Start(func() (worker.Task, error) {
		return worker.Task{Pages: len(l.pages), Do: func(ctx context.Context, w *worker.Work) error { return do(ctx, w, l) }}, nil
	})
}

// keep saves leaves in a folder and says where.
func keep(w *worker.Work, l leaves, folder string) error {
	file := filepath.Join(folder, l.name+".pdf")
	err := l.save(file)
	if err == nil {
		w.Update(func(v *worker.Progress) { v.Done, v.File = len(l.pages), file })
	}
	return err
}
