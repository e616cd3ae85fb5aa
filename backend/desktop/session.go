package desktop

import (
	"context"
	"time"

	"tungbuoc/backend/recordings"
)

// visitWait is how long what a resident has left at the printer is followed after
// the visit's end.
const visitWait = time.Minute

// EndSession forgets what the program itself still holds of a visit, when the page
// has forgotten its own part: the staff door is shut, what was read aloud is gone,
// and so is what the engine that draws the pages kept, the clipboard included. It
// does not wait for the printer, from which what has not come out is taken back.
// It never fails for the resident who comes next.
func (r *Resident) EndSession() error {
	return r.do("EndSession", func() error {
		if r.ready.Load() { // before, there is no visit, and the pack need not be read for it
			r.content.ForgetSounds()
		}
		staffed := r.staffed.Swap(false)
		for _, end := range r.endings {
			end(staffed)
		}
		go func() { _ = r.do("EndSession", r.endPaper) }()
		return nil
	})
}

func (r *Resident) endPaper() error {
	p, err := r.paper()
	if err != nil {
		return nil //nolint:nilerr // without a database nothing was printed
	}
	ctx, cancel := context.WithTimeout(context.Background(), visitWait)
	defer cancel()
	p.EndVisit(ctx)
	return nil
}

// endVisit shuts the door that staff have left open.
func (s *Staff) endVisit(staffed bool) {
	s.mu.Lock()
	gate := s.gate
	s.mu.Unlock()
	if gate == nil { // nobody was at it
		return
	}
	gate.Lock()
	s.updates.Forget()
	if !staffed {
		return
	}
	if err := recordings.ForgetDiscarded(s.dataDir); err != nil {
		s.log.Warn("clips not forgotten", "err", err)
	}
}
