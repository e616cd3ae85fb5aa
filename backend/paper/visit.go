package paper

import (
	"context"
	"sync"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
)

// slipPrefix begins the names of the files of slips.
const slipPrefix = "phieu-"

// slipGrace is how long a slip that only stands in line may take to come out once
// its resident has gone: long enough for one who is on the way to the printer.
const slipGrace = 15 * time.Second

// visit is what one resident has at the printer.
type visit struct {
	mu    sync.Mutex
	ended bool
	jobs  []printer.Job
}

// over says whether the resident has gone.
func (v *visit) over() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.ended
}

// holds remembers a job; false when the resident has gone meanwhile.
func (v *visit) holds(job printer.Job) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !v.ended {
		v.jobs = append(v.jobs, job)
	}
	return !v.ended
}

// end gives what the printer still has of the visit.
func (v *visit) end() []printer.Job {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.ended = true
	jobs := v.jobs
	v.jobs = nil
	return jobs
}

// EndVisit takes back the slips of the resident who has gone: what waits for paper
// would come out in front of somebody else. One that is being printed comes out, and
// one that stands in line has until the grace is over, or ctx is. It returns when
// nothing of the visit can be printed any more, and no file of a slip is left, not of
// an earlier run that was cut off either.
func (p *Press) EndVisit(ctx context.Context) {
	p.spool.tidy()
	gone := p.visit.Swap(&visit{})
	var all sync.WaitGroup
	for _, job := range gone.end() {
		all.Go(func() { p.takeBack(ctx, job, p.grace) })
	}
	all.Wait()
}

// takeBack takes a slip back that has not come out when its grace is over, and one
// that waits for somebody at once. What cannot be told is taken back, too.
func (p *Press) takeBack(ctx context.Context, job printer.Job, grace time.Duration) {
	whole := context.WithoutCancel(ctx)
	ctx, cancel := context.WithTimeout(ctx, grace)
	defer cancel()
	for {
		late := ctx.Err() != nil
		at, err := p.o.Printers.Status(whole, job)
		comes := err == nil && at.State == printer.JobPrinting && at.Reason == ""
		waits := err == nil && at.State == printer.JobWaiting && at.Reason == ""
		switch {
		case at.Over || guide.ErrorCode(err) == guide.CodeNotFound:
			return
		case late && comes:
			return // half of it is in somebody's hand
		case late || !comes && !waits:
			if err := p.o.Printers.Cancel(whole, job); err != nil {
				p.o.Log.Warn("slip not taken back", "err", err)
			}
			return
		}
		select {
		case <-ctx.Done():
		case <-time.After(look):
		}
	}
}
