package desktop

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/datafolder"
	"tungbuoc/backend/edition"
	"tungbuoc/backend/later"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/worker"
)

// office is what the resident's and the staff's methods both stand on.
type office struct {
	log      *slog.Logger
	dataDir  string // "": nothing is read or kept
	content  *edition.InUse
	storage  *later.Value[datafolder.Opened]
	end      context.CancelFunc // of what goes on beside
	printers *printer.System

	worker    *worker.Worker // does what staff start
	press     *paper.Press   // see the method paper
	pressOnce sync.Once
	now       func() time.Time

	linksOnce sync.Once // see the method linksKnown

	endings []func(staffed bool) // done at the end of each visit; all are known before the first
	staffed atomic.Bool          // staff have come in since the visit began
	proving atomic.Bool          // this program is tried for the first time: nobody may come in yet
}

// library is the pack in use. Error: CodeContent.
func (o *office) library() (*content.Library, error) { return o.content.Now().Library() }

// closeWait is how long work, search and storage may take to close. A data folder
// whose disk or network answers no more must not keep the window on the glass;
// nothing that was acknowledged is lost, the next start reads it from the log.
const closeWait = 5 * time.Second

// close closes the search and the storage, as far as ctx allows.
func (o *office) close(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, closeWait)
	defer cancel()
	o.end()
	o.worker.End(ctx) // what a printer still holds is taken back, and is offered at the next start
	if err := o.content.Close(ctx); err != nil {
		o.log.Error("close index", "err", err)
	}
	err := later.Bounded(ctx, func() error {
		st, err := o.storage.Get()
		if err != nil {
			return err
		}
		return st.Close()
	})
	if err != nil {
		o.log.Error("close storage", "err", err)
	}
}
