package desktop

import (
	"context"
	"encoding/json"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// begin starts a job that is remembered until it is finished: after a jam, a
// stop or a power cut it goes on where it was.
func (s *Staff) begin(ctx context.Context, db *sqlite.DB, w work, order OrderView, job guide.PaperJob) error {
	wants, err := json.Marshal(order)
	if err != nil {
		return err
	}
	job.Title, job.Wants, job.Pages = w.title(), string(wants), w.pages.Count()
	if s.busy() {
		return errBusy()
	}
	if err := db.BeginJob(ctx, job); err != nil {
		return err
	}
	return s.carryOn(db, w, job)
}

// carryOn does what is left of a job.
func (s *Staff) carryOn(db *sqlite.DB, w work, job guide.PaperJob) error {
	return s.start(job.Pages, job.Done, func(ctx context.Context, j *paperJob) (err error) {
		if job.Way == guide.BatchPrinted {
			err = s.print(ctx, j, db, w, job.Done, job.Place)
		} else {
			err = s.save(ctx, j, w, job.Place)
		}
		if err != nil {
			return err
		}
		ctx = context.WithoutCancel(ctx)
		if _, err := db.KeepBatch(ctx, w.batch(job.Pages, job.Way)); err != nil {
			return err
		}
		return db.EndJob(ctx)
	})
}

// busy says whether a job is being done now.
func (s *Staff) busy() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.job != nil && s.job.progress().atWork()
}

func errBusy() error {
	return guide.Errorf(guide.CodeBusy, "Máy đang làm dở một việc. Mời đợi xong rồi làm tiếp.")
}

// Unfinished gives the job that was stopped, failed or cut off; Title is empty
// when there is none.
func (s *Staff) Unfinished() (UnfinishedView, error) {
	return authorised(s, "Unfinished", func(ctx context.Context, db *sqlite.DB) (UnfinishedView, error) {
		job, ok, err := db.Job(ctx)
		if err != nil || !ok || s.busy() {
			return UnfinishedView{}, err
		}
		return UnfinishedView{
			Title: job.Title, Begun: job.Begun, Printed: job.Way == guide.BatchPrinted, Place: job.Place, Pages: job.Pages, Done: job.Done,
		}, nil
	})
}

// Resume goes on with the unfinished job at a page, counted from 1: staff have
// seen which page came out last. A file is always written whole. Errors:
// CodeInvalid, CodeNotFound, CodeBusy.
func (s *Staff) Resume(from int) error {
	_, err := authorised(s, "Resume", func(ctx context.Context, db *sqlite.DB) (struct{}, error) {
		job, w, err := s.unfinished(ctx, db)
		if err != nil {
			return struct{}{}, err
		}
		if from < 1 || from > w.pages.Count() {
			return struct{}{}, guide.Errorf(guide.CodeInvalid, "Việc này có %d trang. Mời chọn trang bắt đầu từ 1 đến %d.", w.pages.Count(), w.pages.Count())
		}
		if job.Way == guide.BatchSaved {
			from = 1
		}
		job.Pages, job.Done = w.pages.Count(), from-1
		if s.busy() {
			return struct{}{}, errBusy()
		}
		if err := db.BeginJob(ctx, job); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.carryOn(db, w, job)
	})
	return err
}

// Forget drops the unfinished job; the pages that are out stay known, so that
// they can be replaced one day. Errors: CodeStorage.
func (s *Staff) Forget() error {
	_, err := authorised(s, "Forget", func(ctx context.Context, db *sqlite.DB) (struct{}, error) {
		if s.busy() {
			return struct{}{}, errBusy()
		}
		job, w, err := s.unfinished(ctx, db)
		switch {
		case guide.ErrorCode(err) == guide.CodeNotFound:
		case err != nil:
			return struct{}{}, err
		case job.Done > 0 && job.Way == guide.BatchPrinted:
			if _, err := db.KeepBatch(ctx, w.batch(job.Done, job.Way)); err != nil {
				return struct{}{}, err
			}
		}
		return struct{}{}, db.EndJob(ctx)
	})
	return err
}

// unfinished reads the job and what it wants, with today's content.
func (s *Staff) unfinished(ctx context.Context, db *sqlite.DB) (guide.PaperJob, work, error) {
	job, ok, err := db.Job(ctx)
	if err != nil {
		return job, work{}, err
	}
	var order OrderView
	if !ok || json.Unmarshal([]byte(job.Wants), &order) != nil {
		return job, work{}, guide.Errorf(guide.CodeNotFound, "Không còn việc in nào dở. Mời chọn lại từ đầu.")
	}
	w, err := s.order(order)
	return job, w, err
}
