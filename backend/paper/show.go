package paper

import (
	"context"
	"path/filepath"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/worker"
)

// show is how staff print where no printer can be reached directly: the whole
// job is kept in a folder of theirs, opened where something opens it, and they
// are told what to press. Errors: those of saving.
func (p *Press) show(ctx context.Context, w *worker.Work, job *Job, way printer.Way) error {
	folder := p.o.Kept()
	if err := p.save(ctx, w, job, guide.Unfinished{Place: folder}); err != nil {
		return err
	}
	options, err := job.PrintOptions()
	if err != nil {
		return err
	}
	say, err := p.o.Printers.Show(context.WithoutCancel(ctx), way, filepath.Join(folder, job.FileName()), options)
	w.Update(func(v *worker.Progress) { v.Problem = say })
	return err
}
